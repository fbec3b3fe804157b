"""Questions that ask several things of the same courses: "how many units, and is there a lab"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from rag.query import Filter
from rag.understanding.intent import TOGETHER, first_ask
from rag.understanding.phrases import find_conditions
from rag.understanding.times import find_times
from rag.understanding.words import Text, pattern

# Where these are asked in passing, the words that tell so; other words ask it only by themselves.
TOLD = {
    "description": pattern(r"about|cover(?:s|ed)?|learn|descri\S+|topics?|content|like"),
    "schedule": pattern(
        r"when|what (?:time|day)s?|which (?:time|day)s?|times?|days?|meets?|schedules?d?|long|"
        r"often|starts?|ends?|hours?|week|offered|%"
    ),
}
CLAUSES = re.compile(r" (?:and|or|but|also|plus|then|,|;|\?|\.|!|/|\+)(?= |$)")
POLAR = pattern(
    "(?:(?:also|so|then|please) )*(?:is|are|does|do|has|have|can|could|would|will)(?: .*)?"
)


def find_asks(text: Text) -> tuple[tuple[str, ...], list[Filter]]:
    """All that is asked, where it is more than one thing, and conditions put for a yes or no.

    Every clause is looked at by itself; where but one thing is asked, ((), []).
    """
    marked, asks, filters = "#" in text.line, [], []
    clauses = list(_clauses(text))
    for clause in clauses:
        line = clause.line
        found = _conditions(clause) if len(clauses) > 1 and POLAR.match(line) else []
        ask = first_ask(line, marked)
        if found:
            filters += found
        elif ask in TOGETHER and (ask not in TOLD or TOLD[ask].search(line)):
            asks.append(ask)
    asks = list(dict.fromkeys(asks))
    return (tuple(asks), filters) if len(asks) + bool(filters) > 1 else ((), [])


def _clauses(text: Text) -> Iterator[Text]:
    for line in CLAUSES.split(text.line):
        twin = text.copy()
        twin.words = twin.written = line.split()
        if twin.words:
            yield twin


def _conditions(clause: Text) -> list[Filter]:
    readers: tuple[Callable[[Text], list[Filter]], ...] = (find_conditions, find_times)
    return [f for read in readers for f in read(clause.copy())]
