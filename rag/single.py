"""Questions about one course or two: what is asked of them, and which they are."""

from __future__ import annotations

import re

from rag.intent import LOOKUPS, looked_up, required
from rag.phrases import find_conditions
from rag.query import Query
from rag.reading import Reading
from rag.times import find_times
from rag.titled import find_near_titles
from rag.words import bag, content, pattern

NAMED = "(?:which|what) (?:class|course)(?: number| code)? (?:is|was) {x}"
# Questions for a yes or no, whose conditions are put to the course named.
CHECKED = bag("schedule description instructor units eligible")
YES_NO = pattern(
    "(?:(?:and|so|but|ok|also|,) )*(?:is|are|does|do|has|have|can|could|would|will)(?: .*)?"
)
LEAVING = "leave|be (?:done|home|over)|get to work|make it"
# The field a look-up asks about is no condition of it: "does it have prerequisites".
SAME = {"prerequisites": "prerequisites", "restrictions": "restricted"}


def look_up(reading: Reading) -> Query | None:
    """The question as a look-up, None where the words ask for none."""
    ask = looked_up(reading.text)
    if ask and len(reading.targets()) < 2:
        before = len(reading.mentions)
        find_near_titles(reading.text, reading.vocabulary.titles, reading.mentions)
        if len(reading.mentions) > before:
            ask = looked_up(reading.text)
    targets = reading.targets()
    pair = required(reading.text)
    if pair:
        return _requires(reading, pair)
    if reading.people and not targets:
        loose = ask in ("schedule", "code", "compare", "") and content(reading.text.words)
        return None if loose else _taught_by(reading)
    spoken = reading.said or reading.denied
    if spoken and (not targets or ask in ("", "unlocks", "description")):
        return _eligible(reading, targets)
    if targets:
        return _about(reading, ask or "description", targets)
    return _untold(reading, ask) if ask in LOOKUPS else None


def _requires(reading: Reading, pair: re.Match[str]) -> Query:
    """codes = (X, Y, ...): whether Y is required for X. Of a sequence, its first part needs the
    other's last."""
    needing = reading.codes_in(pair["x"])[:1]
    needed = [reading.codes_in(mark)[-1:] for mark in re.findall(r"#\d+", pair["y"])]
    return reading.done("requires", codes=(*needing, *(code for codes in needed for code in codes)))


def _taught_by(reading: Reading) -> Query:
    reading.filters += reading.find_filters()
    return reading.done("taught_by", topic=reading.topic(True))


def _eligible(reading: Reading, targets: list[int]) -> Query:
    """May I take these, or what may I take, with the courses said to be taken."""
    last, codes = reading.past.query, reading.codes(targets)
    if not codes and last and last.ask == "eligible" and len(reading.text.words) < 6:
        codes, reading.follows = last.codes, True
    if codes:
        return reading.done("eligible", codes=codes)
    reading.filters += reading.find_filters()
    if reading.text.has(LEAVING):
        return reading.done("schedule", codes=reading.said)
    return reading.done("eligible", topic=reading.topic(True))


def _about(reading: Reading, ask: str, targets: list[int]) -> Query:
    text, codes = reading.text, reading.codes(targets)
    if any(reading.mentions[i].how == "title" for i in targets) and text.has(NAMED):
        ask = "code"
    if ask == "description" and len(targets) == 2 and text.has("{x} (?:or|vs) {x}.*"):
        ask = "compare"
    if ask == "eligible" and text.has(LEAVING):
        ask = "schedule"
    if ask == "unlocks":
        codes = codes[-1:]
        reading.filters += reading.find_filters()
    elif ask in CHECKED and YES_NO.match(text.line):
        reading.filters += [*find_conditions(text), *find_times(text)]
        if ask == "eligible" and any(f.field == "ge" for f in reading.filters):
            ask = "description"
    return reading.done(ask, codes=codes)


def _untold(reading: Reading, ask: str) -> Query | None:
    """A look-up without a course: a set, the last course, or a title only the vectors may know."""
    found = reading.find_filters()
    kept = [f for f in found if f.field != SAME.get(ask)]
    topic = reading.topic(True)
    if kept or (found and not topic):
        reading.filters += found
        return reading.done(ask if ask in ("eligible", "unlocks") else "list", topic=topic)
    if not topic and reading.past.one:
        reading.follows = True
        return reading.done(ask, codes=(reading.past.one,))
    return reading.done(ask, topic=topic) if topic or ask != "description" else None
