"""A student's question and the conversation before it -> Query: courses, filters, topic, ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rag.catalogue import Catalogue
from rag.conversation import Turn
from rag.query import Query
from rag.understanding.codes import find_codes
from rag.understanding.followup import follow_up
from rag.understanding.intent import looked_up, smalltalk
from rag.understanding.missing import OWN, find_missing
from rag.understanding.reading import Reading
from rag.understanding.reference import Past, recall
from rag.understanding.several import seek, seeks
from rag.understanding.single import look_up
from rag.understanding.titled import find_near_titles, find_titles
from rag.understanding.vocabulary import Vocabulary
from rag.understanding.words import Text

# What lies beyond is not read: questions are short, and reading must stay fast.
LONGEST = 1_500
MOST_WORDS = 180
REMEMBERED = 12
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


class Reader:
    """Reads questions about one catalogue; its indexes are built once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._vocabulary = Vocabulary(catalogue)
        for question in FIRST:
            self.read(question)

    def read(self, question: str, history: Sequence[Turn] = ()) -> Query:
        """What was understood; turns without a query are read again first."""
        told: list[Turn] = []
        for turn in history[-REMEMBERED:]:
            if turn.query is None:
                turn = replace(turn, query=self._read(turn.question, recall(told)))
            told.append(turn)
        return self._read(question, recall(told))

    def _read(self, question: str, past: Past) -> Query:
        text = Text(question[:LONGEST], self._vocabulary.correct)
        text.replace(MOST_WORDS, len(text.words), "")
        if not text.words:
            return Query(question, taken=past.taken)
        if smalltalk(text):
            return Query(question, "smalltalk", taken=past.taken)
        while text.take(OWN, ""):
            pass
        words = self._vocabulary
        mentions = find_codes(text, words.catalogue, words.known, past.department)
        find_titles(text, words.titles, mentions)
        if looked_up(text) == "code" and not mentions:
            find_near_titles(text, words.titles, mentions)
        return _ask(Reading(question, text, mentions, past, words))


def _ask(reading: Reading) -> Query:
    """What the data lacks is told first, then what changes the last question, then the rest."""
    targets = reading.targets()
    missing = find_missing(reading.text, bool(targets))
    if not missing and targets and any(f.op == "not" for f in reading.people):
        missing = "other sections"
    if missing:
        return reading.done("unavailable", codes=reading.codes(targets), missing=missing)
    continued = follow_up(reading)
    if continued:
        return continued
    reading.filters += reading.people
    single = None if seeks(reading) else look_up(reading)
    return single or seek(reading)
