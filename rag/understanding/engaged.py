"""Days and hours at which a student is engaged, which a course is held against: "I work Mondays 1
to 5pm, does CSCI 104 clash with that"."""

from __future__ import annotations

import re

from rag.understanding.clock import CLOCK, minutes
from rag.understanding.daynames import DAY, named_days
from rag.understanding.words import Text, pattern

SPAN = pattern(rf"(?P<from>{CLOCK}) (?:to|-|until|till?|through|and) (?P<to>{CLOCK})")
UNTIL = pattern(rf"(?:until|till?|through|before|ends? at|over at|done at|out at) (?P<to>{CLOCK})")
AFTER = pattern(rf"(?:from|after|starts? at|starting at|begins? at) (?P<from>{CLOCK})")
WITH_IT = (
    r"(?P<verb>clash\S*|conflicts?|conflicting|overlaps?|overlapping|interferes?|collides?) with "
    r"(?:any of )?(?:that|this|it|those|them)(?= ?$| [?.!,])"
)
MIDNIGHT = 24 * 60


def engaged(line: str) -> tuple[tuple[str, ...], int, int] | None:
    """The days told (() for any), and the minutes after midnight between which the student is
    engaged; None where no hours are told."""
    match = SPAN.search(line) or UNTIL.search(line) or AFTER.search(line)
    if match is None:
        return None
    told = match.groupdict()
    start = minutes(told["from"]) if told.get("from") else 0
    end = minutes(told["to"], start) if told.get("to") else MIDNIGHT
    if told.get("from") and "pm" in (told.get("to") or "") and start + MIDNIGHT // 2 < end:
        start += MIDNIGHT // 2 if "m" not in told["from"] and start < 8 * 60 else 0
    days = named_days(" ".join(re.findall(rf"(?<!\S)(?:{DAY})(?!\S)", line)))
    return days, start, end


def leave_pointing(text: Text) -> None:
    """Leave out "with that" where the student's own hours are told, and no course before it."""
    match = text.has(WITH_IT)
    before = match.string[: match.start()] if match else ""
    if match and engaged(before) and "#" not in before.partition(" . ")[0]:
        text.take(WITH_IT, match["verb"])
