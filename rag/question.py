"""A student's question and the conversation before it -> Query: courses, filters, topic, ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, cycle, islice

from rag.catalogue import Catalogue
from rag.conversation import Turn
from rag.query import Query
from rag.understanding.apposed import departments, join_titles, settle
from rag.understanding.background import leave_background
from rag.understanding.bounded import bounded
from rag.understanding.carried import carried
from rag.understanding.classifier import Opinion
from rag.understanding.codes import Mention, find_codes
from rag.understanding.corrected import correct_slip
from rag.understanding.doubled import undouble
from rag.understanding.elided import elided
from rag.understanding.elliptic import needed_too
from rag.understanding.entering import entering
from rag.understanding.feasible import fit_together
from rag.understanding.fitting import fitting, planned_in
from rag.understanding.followup import follow_up
from rag.understanding.headed import PLACED, PLAIN
from rag.understanding.intent import looked_up, smalltalk
from rag.understanding.interest import about_more
from rag.understanding.laments import leave_laments
from rag.understanding.leaving import LEFT, MEANT, TALK, WHENCE, left_behind
from rag.understanding.led import find_led
from rag.understanding.missing import OFF_TOPIC, OWN, OWN_RECORDS, find_missing
from rag.understanding.orders import ordered
from rag.understanding.pairs import find_beside
from rag.understanding.parts import say_again
from rag.understanding.past import Past, needed_in
from rag.understanding.places import BEYOND
from rag.understanding.reading import Reading
from rag.understanding.records import recorded
from rag.understanding.returning import recalled
from rag.understanding.revision import Readings, revised
from rag.understanding.several import beside, seek, seeks
from rag.understanding.shared import of_all
from rag.understanding.shown import find_shown, find_version
from rag.understanding.signed import leave_signature
from rag.understanding.single import look_up
from rag.understanding.surnames import find_owners
from rag.understanding.teachers import taught_else
from rag.understanding.titled import find_near_titles, find_titles, near_titles
from rag.understanding.untitled import mask
from rag.understanding.vocabulary import Vocabulary
from rag.understanding.worded import mark_worded
from rag.understanding.words import Text

# What lies beyond is not read: questions are short, and reading must stay fast.
LONGEST = 1_500
MOST_WORDS = 180
REMEMBERED = 12
EVERYTHING = "all|every|everything|entire|whole|catalog|catalogue|{class}"
THIS_TERM = "this term"
# "Good morning!" is no time of day.
GREETED = (
    r"^(?:hi|hello|hey|good (?:morning|afternoon|evening|day))"
    r"(?: (?:there|all|,|!|\.))*(?! {class})"
)
# The department last spoken of.
DEPARTMENT = (
    r"(?:in|from|by|within|of) (?:the|that|this) (?:same )?(?:department|dept)"
    r"(?= ?$| [?.,!]| on| at| that| with| which| in| %| before| after| without)"
)
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
        return mask(self._marked(question, Past(), THIS_TERM)[0].line)

    def _after(self, question: str, told: Sequence[Turn]) -> Query:
        """The question after these turns, whose queries must be there."""
        rest, past = recalled(question, told)
        needed = needed_in(told, self._vocabulary.catalogue)
        lacking = "" if needed in self._vocabulary.catalogue.by_code else needed
        past = replace(past, planned=planned_in(told), needed=needed, lacking=lacking)
        return replace(self._read(rest, past), text=question)

    def _read(self, question: str, past: Past) -> Query:
        return held(self._understood(question, past), self._vocabulary.catalogue)

    def _understood(self, question: str, past: Past) -> Query:
        past = left_behind(question, past)
        text, mentions = self._marked(question, past)
        barred = _barred(text)
        if barred:
            reading = Reading(question, text, mentions, past, self._vocabulary)
            named = reading.codes(range(len(mentions)))
            return replace(reading.done("unavailable", codes=named, missing=barred), follows=False)
        query = self._ruled(question, past, text, mentions)
        if query.ask == "smalltalk":
            return query
        if told := carried(lambda: self._anew(question, past)):
            return told
        if self.opinion is None:
            return query
        words = mask(self._marked(question, past, THIS_TERM)[0].line)

        def again() -> Reading:
            return self._anew(question, past)

        ways = Readings(again, lambda: _answerable(again()))
        return revised(query, words, self.opinion, ways, past) if words else query

    def _ruled(self, question: str, past: Past, text: Text, mentions: list[Mention]) -> Query:
        """The question as the rules read it."""
        if not text.words:
            return Query(question, taken=past.taken)
        if smalltalk(text):
            return Query(question, "smalltalk", taken=past.taken)
        return _ask(Reading(question, text, mentions, past, self._vocabulary))

    def _anew(self, question: str, past: Past) -> Reading:
        return Reading(question, *self._marked(question, past), past, self._vocabulary)

    def _marked(self, question: str, past: Past, term: str = "") -> tuple[Text, list[Mention]]:
        """The words of the question, with marks for the courses named, and `term` for the file's
        own term."""
        text = Text(question[:LONGEST], self._vocabulary.correct)
        text.replace(MOST_WORDS, len(text.words), "")
        mentions: list[Mention] = []
        if not text.words or smalltalk(text):
            return text, mentions
        text.take(GREETED, "")
        leave_signature(text)
        if past.query is not None:
            text.take(TALK, "")
            text.take(MEANT, "")
        text.take(LEFT, "")
        text.take(WHENCE, "")
        while text.take(OWN, term):
            pass
        text.spread()
        correct_slip(text)
        undouble(text)
        about_more(text)
        words = self._vocabulary
        words.mend(text)
        mark_worded(text)
        if past.department and term == "":
            text.take(DEPARTMENT, f"in {past.department.lower()}")
            text.spread()
        own = (*departments(text, words.titles), *past.departments)
        mentions = find_codes(text, words.catalogue, words.known, own, past.shown)
        find_beside(text, mentions, past, words.catalogue)
        find_shown(text, mentions, past, words)
        find_owners(text, mentions, past, words)
        join_titles(text, words.titles, mentions, words.catalogue)
        find_titles(text, words.titles, mentions)
        find_version(text, mentions, past, words)
        headed = not mentions and PLAIN.search(question)
        if headed:
            text.take(PLACED, "")
        if headed or (looked_up(text) == "code" and not mentions):
            find_near_titles(text, words.titles, mentions)
        settle(text, mentions, words.catalogue)
        find_led(text, mentions, past, words)
        say_again(text)
        leave_background(text, lambda part: bool(near_titles(part, words.titles)))
        leave_laments(text)
        return text, mentions


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
