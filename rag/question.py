"""A student's question and the conversation before it -> Query: courses, filters, topic, ask."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain, cycle, islice

from rag.catalogue import Catalogue
from rag.conversation import Turn
from rag.query import Query
from rag.understanding import asunder
from rag.understanding.against import held_against
from rag.understanding.bounded import bounded
from rag.understanding.carried import carried
from rag.understanding.classifier import Opinion
from rag.understanding.elided import elided
from rag.understanding.elliptic import needed_too
from rag.understanding.entering import entering
from rag.understanding.feasible import fit_together
from rag.understanding.fitting import fitting, planned_in
from rag.understanding.followup import follow_up
from rag.understanding.intent import smalltalk
from rag.understanding.largest import largest
from rag.understanding.leaving import left_behind, without_dropped
from rag.understanding.marking import Marked, marked, meaning
from rag.understanding.missing import OFF_TOPIC, OWN_RECORDS, find_missing
from rag.understanding.orders import ordered
from rag.understanding.past import Past, needed_in
from rag.understanding.places import BEYOND
from rag.understanding.reading import Reading
from rag.understanding.records import recorded
from rag.understanding.returning import recalled
from rag.understanding.revision import Readings, revised
from rag.understanding.several import beside, seek, seeks
from rag.understanding.shared import of_all
from rag.understanding.single import look_up
from rag.understanding.teachers import taught_else
from rag.understanding.vocabulary import Vocabulary
from rag.understanding.wanted import owed_in, wanted_in
from rag.understanding.words import Text

REMEMBERED = 12
EVERYTHING = "all|every|everything|entire|whole|catalog|catalogue|{class}"
# Patterns are compiled when first used: these use them all, so that no student waits for it.
FIRST = (
    "which 4 unit classes do not meet on fridays",
    "can I take CSCI 104 without CSCI 170",
    "who is professor nobody",
    "I have taken CSCI 104, what is next",
)


def understand(question: str, catalogue: Catalogue, history: Sequence[Turn] = ()) -> Query:
    """The question as data. Builds all it needs of the catalogue: keep a `Reader` for many."""
    return Reader(catalogue).read(question, history)


def held(query: Query, catalogue: Catalogue) -> Query:
    """The query, with those of its codes that the file does not hold among the unknown: a student
    may have passed such a course, and then asks about it."""
    gone = [code for code in query.codes if code not in catalogue.by_code]
    if not gone:
        return query
    codes = tuple(code for code in query.codes if code not in gone)
    return replace(query, codes=codes, unknown=tuple(dict.fromkeys((*query.unknown, *gone))))


def samples(catalogue: Catalogue) -> tuple[str, ...]:
    """Two courses for examples of questions, with prerequisites where there are such."""
    demanding = (course.code for course in catalogue if course.prerequisites)
    return tuple(islice(chain(demanding, cycle(catalogue.by_code)), 2))


class Reader:
    """Reads questions about one catalogue; its indexes are built once.

    `opinion` says what a question asks by its meaning; where it is sure, the rules give way.
    """

    def __init__(self, catalogue: Catalogue, opinion: Opinion | None = None) -> None:
        self._vocabulary = Vocabulary(catalogue)
        self.opinion = opinion
        for question in FIRST:
            self.read(question)

    def read(self, question: str, history: Sequence[Turn] = ()) -> Query:
        """What was understood; turns without a query are read again first."""
        told: list[Turn] = []
        for turn in history[-REMEMBERED:]:
            if turn.query is None:
                turn = replace(turn, query=self._after(turn.question, told))
            told.append(turn)
        return self._after(question, told)

    def masked(self, question: str) -> str:
        """The words of a question, each course as "the course"."""
        return meaning(question, Past(), self._vocabulary)

    def _after(self, question: str, told: Sequence[Turn]) -> Query:
        """The question after these turns, whose queries must be there."""
        rest, past = recalled(question, told)
        needed = needed_in(told, self._vocabulary.catalogue)
        lacking = "" if needed in self._vocabulary.catalogue.by_code else needed
        wanted = wanted_in(past.query, self._vocabulary.catalogue)
        owed = owed_in(past.query, self._vocabulary.catalogue)
        past = replace(past, planned=planned_in(told), needed=needed, lacking=lacking)
        past = replace(past, wanted=wanted, owed=owed)
        query = replace(self._read(rest, past), text=question)
        return self._in_part(query, told) if query.ask == "unavailable" else query

    def _in_part(self, query: Query, told: Sequence[Turn]) -> Query:
        """What is refused, or the first part of it that the file knows: "what is it about, and is
        it hard"; what it lacks stays told."""
        before = list(told)
        for part in asunder.parts(query.text):
            found = self._after(part, before)
            if asunder.known(found):
                return replace(found, text=query.text, missing=query.missing)
            before.append(Turn(part, "", found))
        return query

    def _read(self, question: str, past: Past) -> Query:
        return held(self._understood(question, past), self._vocabulary.catalogue)

    def _understood(self, question: str, past: Past) -> Query:
        past = left_behind(question, past)
        marks = marked(question, past, self._vocabulary)
        past = without_dropped(marks.text, past)

        def anew() -> Reading:
            return Reading(question, *marks.again(), past, self._vocabulary)

        barred = _barred(marks.text)
        if barred:
            reading = anew()
            named = reading.codes(range(len(marks.mentions)))
            return replace(reading.done("unavailable", codes=named, missing=barred), follows=False)
        query = _ruled(question, past, marks, anew)
        if query.ask == "smalltalk":
            return query
        if told := carried(anew) or largest(anew):
            return told
        if self.opinion is None:
            return query
        words = meaning(question, past, self._vocabulary, marks)
        ways = Readings(anew, lambda: _answerable(anew()))
        return revised(query, words, self.opinion, ways, past) if words else query


def _ruled(question: str, past: Past, marks: Marked, anew: Callable[[], Reading]) -> Query:
    """The question as the rules read it."""
    if not marks.text.words:
        return Query(question, taken=past.taken)
    if smalltalk(marks.text):
        return Query(question, "smalltalk", taken=past.taken)
    return _ask(anew())


def _barred(text: Text) -> str:
    """What no meaning read into the words can make a question that the data answers; "" if none."""
    if recorded(text):
        return OWN_RECORDS
    return OFF_TOPIC if ordered(text) else ""


def _ask(reading: Reading) -> Query:
    """What the data lacks is told first, then all it holds."""
    targets = reading.targets()
    theirs = taught_else(reading)
    let_in = (
        theirs
        or of_all(reading)
        or needed_too(reading)
        or fit_together(reading)
        or fitting(reading)
        or held_against(reading)
        or entering(reading)
    )
    needed = let_in or elided(reading) or bounded(reading)
    if needed:
        return needed
    missing = find_missing(reading.text, bool(targets))
    if not missing and targets and any(f.op == "not" for f in reading.people):
        missing = "other sections"
    if missing:
        query = reading.done("unavailable", codes=reading.codes(targets), missing=missing)
        return query if targets else beside(reading, query)
    return _answerable(reading)


def _answerable(reading: Reading) -> Query:
    """What is asked, if the data holds it."""
    if BEYOND in reading.text.words and not reading.targets():
        return reading.done("description")  # a place that the list does not have
    continued = follow_up(reading)
    if continued:
        return continued
    reading.filters += reading.people
    single = None if seeks(reading) else look_up(reading)
    return single or _of_something(reading, seek(reading))


def _of_something(reading: Reading, query: Query) -> Query:
    """The query; where it would be for every course there is, and that is not asked, the course
    last spoken of is meant."""
    bare = not (query.filters or query.topic or query.codes or query.taken or query.unknown)
    if query.ask not in ("list", "recommend") or not bare or not reading.past.one:
        return query
    if reading.text.has(EVERYTHING):
        return query
    reading.follows = True
    return reading.done("other", codes=(reading.past.one,))
