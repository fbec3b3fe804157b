"""What keeps a student from class, told before the question: "I babysit on Fridays, which SPAN
classes ..." rules Fridays out, unless the question names its own days."""

from __future__ import annotations

from rag.understanding.daynames import DAY
from rag.understanding.times import CLOCK, LIST
from rag.understanding.words import pattern

# Free time, or time spent where classes are, rules nothing out.
OPEN = pattern(
    r"free|available|open|campus|school|usc|only|just|class|classes|can|could|works|prefer|want|"
    r"need|like|love|not|no|never|have|has|had|hate|hates|got|busy|off|looking|take|takes|taking|"
    r"[#@%~].*"
)
FREE = pattern(r"(?:am|are|is) (?:\S+ )?(?:off|free|available|open)")
BUSY_DAY = pattern(rf"(?:on|at|every|over the|most) (?P<days>{LIST})|(?P<alone>{LIST})")
AT = rf"(?P<t>{CLOCK})"
# What is over at an hour, and what begins at one.
OVER = pattern(
    r"(?:ends?|ending|over|out|off|done|finish\S*|gets? (?:in|here|back|home|there|off|up|out)|"
    rf"arrives?|lands?|wakes?(?: up)?|until|till?)(?: (?:work|until|at|around|by|like|about))* {AT}"
)
BEGUN = pattern(
    r"(?:from|(?:starts?|begins?)(?: (?:at|from|around))?|leaves?(?: for \S+(?: \S+)?)?(?: at)?|"
    r"goes? to work(?: at)?|get off to work(?: at)?|"
    rf"(?:be|work|pick \S+ up|pick up \S+|go|drive)(?: \S+){{0,3}}? (?:at|by)) {AT}"
)
DUTY = pattern("(?:have|has|need|needs) to")
TIMED = pattern(
    rf"(?:{DAY})|\d{{1,2}}:\d\d|\d{{1,2}} ?[ap]m|(?:by|before|after|until|from|at|past) {CLOCK}|"
    r"mornings?|afternoons?|evenings?|nights?|noon"
)
THEN = (
    r"(?P<no>not|nothing|none|no \S+) (?:(?:that|which|starting|starts|begins?) )*"
    r"before (?:that|then)"
)
BY_THEN = (
    r"(?:(?:that|which|is|are) )*(?:ends?|ending|done|over|finish\S*) (?:before|by) (?:that|then)"
)


def occupied(clause: str, ask: str) -> str | None:
    """What a clause with a day or an hour says of the time of classes: "" for nothing beside what
    is asked; None where it tells of no occupation."""
    clause = DUTY.sub("", clause)
    hour = OVER.search(clause) or BEGUN.search(clause)
    day = BUSY_DAY.search(clause)
    if not (hour or day) or (hour and day):
        return None
    timed = bool(TIMED.search(ask))
    if FREE.search(clause):
        return "" if timed and day and pattern(DAY).search(ask) else None
    if OPEN.search(clause):
        return None
    if hour:
        if pattern(THEN).search(ask) or pattern(BY_THEN).search(ask):
            return ""
        return "" if timed else _bound(clause, hour["t"])
    days = (day["days"] or day["alone"]) if day else ""
    return "" if pattern(DAY).search(ask) else f"not on {days} ,"


def _bound(clause: str, hour: str) -> str:
    return f"starting after {hour} ," if OVER.search(clause) else f"done by {hour} ,"


def before_then(clause: str, ask: str) -> str:
    """The question with the hour in the place of "that": "nothing before that", "done by then"; as
    it is where none is told."""
    if (start := BEGUN.search(clause)) and (match := pattern(BY_THEN).search(ask)):
        return f"{ask[: match.start()]}done by {start['t']}{ask[match.end() :]}"
    hour = OVER.search(clause) or pattern(rf"(?:at|around|by) {AT}").search(clause)
    match = pattern(THEN).search(ask)
    if not hour or not match:
        return ask
    return f"{ask[: match.start()]}not before {hour['t']}{ask[match.end() :]}"
