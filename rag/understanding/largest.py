"""How many of the courses shown fit together: "the most of these without a clash"."""

from __future__ import annotations

import re
from collections.abc import Callable

from rag.query import Query
from rag.understanding.past import SETS
from rag.understanding.reading import Reading

MOST = 12  # courses of which every set can be tried
LARGEST = re.compile(
    r"^(?=.*\b(?:without|w/o|no|with no|non|avoid\w*|that (?:do not|don't))[- ](?:\w+ ){0,2}?"
    r"(?:clash|overlap|conflict|collid)\w*)(?=.*\b(?:these|those|them|the list|the ones)\b)"
    r"(?:.*\b(?P<size>\d|two|three|four|five|six)[- ](?:class|course)\b"
    r"|.*\b(?:most|max(?:imum)?|largest|biggest|how many|combinations?)\b)",
    re.IGNORECASE,
)


def largest(anew: Callable[[], Reading]) -> Query | None:
    """The courses of the last list, asked how many of them fit in one week."""
    reading = anew()
    past = reading.past
    if past.query is None or past.query.ask not in SETS or not LARGEST.match(reading.question):
        return None
    if not 1 < len(past.many) <= MOST or any(m.how in ("code", "title") for m in reading.mentions):
        return None
    reading.follows = True
    return reading.done("schedule", codes=past.many)
