"""A limit of the student's own that one meeting of a course is to keep to: "my meter runs out after
two hours, would I be ok for X"."""

from __future__ import annotations

import re

from rag.query import Filter, Query
from rag.understanding.reading import Reading

NUMBERS = {"an": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0}
LIMIT = (
    r"(?:max(?:es|ed)? out|runs? out|ends?|stops?|dies?|expires?|lasts?|up|limit\w*|caps?|capped|"
    r"cuts? off|good|paid|pay|covers?|allows?|(?:only|just) (?:have|got|get|gives?(?: me)?)|"
    r"max(?:imum)?|no (?:longer|more) than)"
    r"(?: (?:is|me|at|after|in|for|of|to|up|about|around|around|only|just|there|it))* "
    rf"(?P<n>\d+(?:\.5)?|{'|'.join(NUMBERS)}) ?-? ?(?P<unit>hours?|hrs?|h|minutes?|mins?)"
)
ENOUGH = (
    r"(?:would|will|can|could|do|am|is|does|should) (?:i|we|it|that|{x})(?: 's \S+)?(?: \S+){0,2}? "
    r"(?:ok|okay|fine|good|safe|alright|covered|make it|enough|fit|fits|last|work|stay)(?: .*)?"
)


def bounded(reading: Reading) -> Query | None:
    """Whether a meeting of the one course named is no longer than the limit told before."""
    targets, text = reading.targets(), reading.text
    limit = text.has(LIMIT) if len(targets) == 1 and not reading.said else None
    if limit is None or not re.search(r"#\d", text.line[limit.end() :]):
        return None
    twin = text.copy()
    twin.words = twin.line[limit.end() :].split()
    if not twin.has(ENOUGH):
        return None
    hours = NUMBERS.get(limit["n"]) or float(limit["n"])
    minutes = int(hours * (60 if limit["unit"].startswith("h") else 1))
    reading.filters = [Filter("length", (minutes,), "max")]
    return reading.done("schedule", codes=reading.codes(targets))
