"""Questions that seek courses: lists, counts and recommendations under conditions."""

from __future__ import annotations

import re

from rag.intent import SET, required, set_ask
from rag.query import Filter, Query
from rag.reading import BUT, NOT_NEEDING, Reading
from rag.words import pattern

LIKE = "(?:like|similar to|related to) {xs}"
OF_THOSE = pattern(
    r"(?:which|any|some|all|one|each) of {xs}|{xs} (?:that|which|with|without) .*|^which .*|"
    r"^(?:are|do|is|does|have) {x} .*|.*\bany\b.*"
)
MAY = "can i (?:take|do|enroll in|register for)|(?:am i|i am) (?:eligible|allowed|ready)"


def seeks(reading: Reading) -> bool:
    """Whether a set of courses is sought, not something about the courses named."""
    text, targets = reading.text, reading.targets()
    if not targets:
        return bool(SET.search(text.line))
    if text.has(NOT_NEEDING):
        return True
    those = any(reading.mentions[i].how == "those" for i in targets)
    apart = text.has(rf"{BUT} {{xs}}|{LIKE}")
    return bool(apart or (those and OF_THOSE.search(text.line))) and not required(text)


def seek(reading: Reading) -> Query:
    """The question as a search under conditions."""
    ask = set_ask(reading.text)
    title = _alike(reading)
    if title:
        ask = "recommend"
    elif reading.targets():
        _limit(reading)
    reading.filters += reading.find_filters()
    topic = " ".join(filter(None, (reading.topic(), title)))
    if ask == "other" and (reading.filters or reading.said):
        ask = "list"
    may = reading.taken and reading.text.has(MAY)
    if (reading.said or may) and not reading.targets() and ask != "count":
        ask = "eligible"
    return reading.done(ask, topic=topic)


def _alike(reading: Reading) -> str:
    """The title of the course that others should be like, itself ruled out."""
    like = reading.text.take(LIKE)
    codes = reading.codes_in(like[0]) if like else ()
    if not codes:
        return ""
    reading.filters.append(Filter("code", codes, "not"))
    return reading.vocabulary.catalogue.by_code[codes[0]].title


def _limit(reading: Reading) -> None:
    """A filter on the courses named: only those, all but those, or those that need none of them."""
    free = reading.text.take(NOT_NEEDING)
    if free:
        bare = [re.sub(r"[A-Za-z]+$", "", code) for code in reading.codes_in(free[0])]
        reading.filters.append(Filter("needs", tuple(dict.fromkeys(bare)), "not"))
    out = reading.text.take(rf"{BUT} {{xs}}")
    codes = reading.codes_in(out[0]) if out else ()
    if codes:
        reading.filters.append(Filter("code", codes, "not"))
    left = reading.codes(reading.targets())
    if left:
        reading.filters.append(Filter("code", left))
