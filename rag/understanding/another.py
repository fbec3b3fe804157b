"""Another subject than that of the last list: "and an arabic class", after Russian ones."""

from __future__ import annotations

from dataclasses import replace

from rag.query import Filter, Query, matches
from rag.understanding.elliptic import ONLY
from rag.understanding.meant import has
from rag.understanding.reading import Reading
from rag.understanding.words import pattern

# One more class is sought, on a topic of its own.
ANOTHER = pattern(rf"^{ONLY}(?:and|also|plus|then) (?:(?:an?|any|some|the) )?[a-z]+ .*{{class}}.*")


def of_another(reading: Reading, last: Query, topic: str) -> bool:
    """Whether classes on a topic that no course of the last program has are sought: "and an arabic
    class", after Russian ones."""
    of_one = has(last, "program") and not last.topic
    kind = of_one and ANOTHER.match(reading.text.line)
    return bool(kind) and not holds(reading, replace(last, filters=_program(last)), topic)


def _program(last: Query) -> tuple[Filter, ...]:
    """The condition on programs alone."""
    return tuple(f for f in last.filters if f.field == "program")


def holds(reading: Reading, last: Query, topic: str) -> bool:
    """Whether a course of the last list, its topic aside, mentions this one."""
    words = [Filter("mentions", (word,)) for word in topic.split() if word != "or"]
    return bool(last.filters) and any(
        matches(c, (*last.filters, *words)) for c in reading.vocabulary.catalogue
    )
