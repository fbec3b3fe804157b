"""Days and times of day in students' words: "not on Friday", MWF, mornings, "done by 3pm"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from rag.course import DAYS
from rag.query import Filter
from rag.understanding.words import Text, pattern

Build = Callable[[re.Match[str]], Sequence[Filter]]

NAMES = {
    "monday": "Mon",
    "mondays": "Mon",
    "mon": "Mon",
    "mons": "Mon",
    "tuesday": "Tue",
    "tuesdays": "Tue",
    "tues": "Tue",
    "tue": "Tue",
    "wednesday": "Wed",
    "wednesdays": "Wed",
    "wed": "Wed",
    "weds": "Wed",
    "thursday": "Thu",
    "thursdays": "Thu",
    "thurs": "Thu",
    "thur": "Thu",
    "thu": "Thu",
    "friday": "Fri",
    "fridays": "Fri",
    "fri": "Fri",
    "saturday": "Sat",
    "saturdays": "Sat",
    "sunday": "Sun",
    "sundays": "Sun",
}
# Names that mean a day only after "on" or in a list of days, for they are words too.
WEAK = {
    "sat": "Sat",
    "sun": "Sun",
    "th": "Thu",
    "tu": "Tue",
    "m": "Mon",
    "w": "Wed",
    "f": "Fri",
    "t": "Tue",
}
GROUPS = {
    "mwf": "Mon Wed Fri",
    "mw": "Mon Wed",
    "wf": "Wed Fri",
    "mf": "Mon Fri",
    "tth": "Tue Thu",
    "tuth": "Tue Thu",
    "tuthu": "Tue Thu",
    "tr": "Tue Thu",
    "tt": "Tue Thu",
    "mtwth": "Mon Tue Wed Thu",
    "mtuwth": "Mon Tue Wed Thu",
    "weekend": "Sat Sun",
    "weekends": "Sat Sun",
    "weekday": "Mon Tue Wed Thu Fri",
    "weekdays": "Mon Tue Wed Thu Fri",
}
DAY = "|".join((*NAMES, *GROUPS))
JOIN = r"(?:(?:,|and|or|/|-|nor|also|on|plus) )*"
ALL_DAYS = f"{DAY}|{'|'.join(WEAK)}"
LIST = rf"(?:(?:{DAY})(?: {JOIN}(?:{ALL_DAYS}))*|(?:{'|'.join(WEAK)})(?: {JOIN}(?:{ALL_DAYS}))+)"
ON = r"(?:(?:on|held on|meets? on|meeting on|meets?|during|for|over|in) (?:the |a |any )?)?"
NOT = (
    r"(?:(?:do|does|is|are|am|can|will|has|have) )?(?:not|no|never|without|"
    r"except(?: for)?|besides|avoid(?:ing)?|"
    r"excluding|other than|nothing|none|free|off|skip)"
)
NEAR = (
    r"(?:(?:have|has|having|meet|meets|meeting|held|offered|taught|given|scheduled|any|be|being|class|classes|"
    r"courses?|of|that|in|on|the|at|there|"
    r"to|come|attend|go|sessions?|lectures?|a|from|start|starts|starting|begin|begins) )*"
)
CLOCK = r"(?:(?:\d{1,2}:\d\d|\d{1,2})(?: ?(?:am|pm))?(?: o'clock)?|noon|midday|midnight)"
HOUR = r"(?:(?:\d{1,2}:\d\d|\d{1,2}) ?(?:am|pm)|\d{1,2}:\d\d|\d{1,2} o'clock|noon|midday|midnight)"
NOON, EVENING = 12 * 60, 17 * 60
MORNING = r"(?:early )?mornings?"
AFTERNOON = "(?:early |late )?afternoons?"
NIGHT = "(?:evenings?|nights?|nighttime|late)"


def find_times(text: Text) -> list[Filter]:
    """The days and times asked for or ruled out; each becomes a mark "%"."""
    found: list[Filter] = []
    for words, build in _rules():
        while match := text.take(words):
            found.extend(build(match))
    return list(dict.fromkeys(found))


@cache
def _rules() -> tuple[tuple[str, Build], ...]:
    """In the order they are tried: what is longer or surer first."""
    return (*_lengths(), *_clocks(), *_parts_of_day(), *_weekly(), *_days())


def minutes(clock: str, after: int = 0) -> int:
    """Minutes after midnight: '9am', '13:00', 'noon'; a bare 1-7 is in the afternoon, and a bare
    hour before `after` is twelve hours later."""
    if clock in ("noon", "midday"):
        return NOON
    if clock == "midnight":
        return 24 * 60 - 1
    hour, minute = (int(n) for n in (re.findall(r"\d+", clock) + ["0"])[:2])
    if "am" in clock and hour <= 12:
        return hour % 12 * 60 + minute
    if "pm" in clock and hour <= 12:
        return (hour % 12 + 12) * 60 + minute
    total = hour * 60 + minute
    if hour < 8 or (hour < 12 and total < after):
        total += NOON
    return total


def _clocks() -> list[tuple[str, Build]]:
    t, s = f"(?P<t>{CLOCK})", f"(?P<s>{CLOCK})"
    begin = "(?:start|starts|starting|begin|begins|beginning)"
    end = "(?:done|finish|finishes|finished|finishing|end|ends|ending|over|out|leave|off|free|home)"
    busy = "(?:work|works|working|busy|job|shift|practice|training|internship|lab|class)"
    not_early = rf"{NOT} {NEAR}"

    def bound(field: str, op: str, shift: int = 0) -> Build:
        return lambda match: [Filter(field, (minutes(match["t"]) + shift,), op)]

    def between(match: re.Match[str]) -> list[Filter]:
        first = minutes(match["t"])
        last = minutes(match["s"], first)
        if "pm" in match["s"] and "m" not in match["t"] and first + NOON <= last:
            first += NOON if first < NOON and "pm" in match["s"] and first < 8 * 60 else 0
        return [Filter("start", (first,), "min"), Filter("end", (last,), "max")]

    return [
        (rf"(?:between|from) {t} (?:and|to|-|until) {s}", between),
        (rf"{busy}(?: \S+){{0,3}}? (?:until|through|to) {t}", bound("start", "min")),
        (rf"(?P<t>{HOUR}) (?:to|-|until) (?P<s>{HOUR})", between),
        (rf"(?:{not_early})(?:before|earlier than|until) {t}", bound("start", "min")),
        (rf"(?:{not_early})(?:after|past|later than|beyond) {t}", bound("end", "max")),
        (rf"(?:{begin} )?(?:no earlier than|not before|at or after) {t}", bound("start", "min")),
        (rf"(?:{end} )?(?:no later than|not after) {t}", bound("end", "max")),
        (
            rf"(?:(?:be|are|is|get|to) )?{end} (?:for (?:the day|work|home|my \S+|\S+) )?"
            rf"(?:by|before|at|around|until) {t}",
            bound("end", "max"),
        ),
        (
            (
                rf"(?:{begin} )?(?:after|past|later than|from) {t}(?: or later| on|"
                rf" onwards?)?(?! {{unit}}| #| (?:and|or|,) #)"
            ),
            bound("start", "min"),
        ),
        (
            rf"(?:{begin} |meet |meets )?(?:before|earlier than) {t}(?! {{unit}})",
            bound("start", "max", -1),
        ),
        (rf"by {t}(?! {{unit}}| or more| or less| {{teacher}}| different)", bound("end", "max")),
        (rf"(?:{begin}|meet|meets|meeting) (?:at|around|right at) {t}", bound("start", "any")),
        (
            rf"(?:at|around) (?P<t>{HOUR})|(?P<u>{HOUR})(?= {{class}})",
            lambda m: [Filter("start", (minutes(m["t"] or m["u"]),), "any")],
        ),
    ]


def _parts_of_day() -> list[tuple[str, Build]]:
    lead = r"(?:(?:in|during|at|held in|on) )?(?:the )?"
    only = r"(?:only |just )?"

    def span(low: int | None, high: int | None) -> Build:
        ends = [(low, "min"), (high, "max")]
        return lambda match: [Filter("start", (v,), op) for v, op in ends if v is not None]

    return [
        (rf"{NOT} {NEAR}(?:in )?(?:the )?{MORNING}(?: person)?", span(NOON, None)),
        (rf"{NOT} {NEAR}(?:in |at )?(?:the )?{NIGHT}", span(None, EVENING - 1)),
        (rf"{only}{lead}{MORNING}", span(None, NOON - 1)),
        (rf"{only}{lead}{AFTERNOON}", span(NOON, EVENING - 1)),
        (rf"{only}{lead}(?:evenings?|nights?|nighttime)", span(EVENING, None)),
    ]


def _lengths() -> list[tuple[str, Build]]:
    """How long a meeting lasts: "longer than two hours", "under an hour"."""
    numbers = {"an": 1, "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "half an": 0.5}
    n = rf"(?P<n>\d+(?:\.5)?|{'|'.join(sorted(numbers, key=len, reverse=True))})"
    unit = r"(?P<unit>hours?|minutes?|mins?)(?: long)?(?! (?:a|per|each|every|of) )"
    long = r"(?:longer than|more than|over|at least)"
    short = r"(?:shorter than|less than|under|at most|no longer than|no more than|up to)"
    lead = r"(?:(?:run|runs|last|lasts|lasting|take|takes|is|are|go|goes|for) )*"

    def bound(op: str) -> Build:
        def build(match: re.Match[str]) -> list[Filter]:
            value = numbers.get(match["n"]) or float(match["n"])
            minutes_ = int(value * (60 if match["unit"].startswith("h") else 1))
            beyond = {"longer than": 1, "more than": 1, "over": 1, "under": -1}
            shift = beyond.get(match["how"], -1 if "than" in match["how"] else 0)
            shift = 0 if match["how"].startswith("no ") else shift
            return [Filter("length", (minutes_ + shift,), op)]

        return build

    return [
        (rf"{lead}(?P<how>{long}) {n} {unit}", bound("min")),
        (rf"{lead}(?P<how>{short}) {n} {unit}", bound("max")),
    ]


def _weekly() -> list[tuple[str, Build]]:
    """How many days a week: "once a week", "on one day only", "two days a week"."""
    number = {"one": 1, "a single": 1, "single": 1, "two": 2, "three": 3, "four": 4, "five": 5}
    number |= {str(n): n for n in range(1, 6)}
    n = f"(?P<n>{'|'.join(sorted(number, key=len, reverse=True))})"
    lead = r"(?:(?:are|is|meets?|meeting|held|on|only|just|exactly|once) )*"
    week = r"(?:(?:a|per|each|every|in a|of the|in the) week|weekly|only)"

    def counted(match: re.Match[str]) -> list[Filter]:
        return [Filter("days", (number[match["n"]],))]

    return [
        (rf"{lead}once {week}", lambda match: [Filter("days", (1,))]),
        (rf"{lead}twice {week}", lambda match: [Filter("days", (2,))]),
        (rf"{lead}{n} (?:days?|times?) {week}", counted),
        (rf"(?:only|just) (?:(?:meets?|meeting|held|on|be|are) )*{n} days?", counted),
    ]


def _days() -> list[tuple[str, Build]]:
    days = f"(?P<days>{LIST})"
    one_weak = r"(?P<days>sat|sun|th|tu)"

    def days_as(op: str) -> Build:
        def build(match: re.Match[str]) -> list[Filter]:
            values = named_days(match["days"])
            together = len(values) > 1 and not re.search(r"\bor\b|weekend", match["days"])
            if op == "any" and re.search("weekdays?", match["days"]):
                return [Filter("day", values, "only")]
            return [Filter("day", values, "all" if op == "any" and together else op)]

        return build

    return [
        (rf"{NOT} {NEAR}{ON}(?:{days})", days_as("not")),
        (rf"(?:{days}) (?:off|free)", days_as("not")),
        (
            rf"(?:only|just|solely|exclusively) (?:meets? )?{ON}(?:{days})",
            days_as("only"),
        ),
        (rf"{ON}(?:{days}) (?:only|exclusively)", days_as("only")),
        (rf"{ON}(?:{days})", days_as("any")),
        (rf"on {one_weak}", days_as("any")),
    ]


def named_days(words: str) -> tuple[str, ...]:
    """The days in a list of day words, in the week's order: 'tth' -> ('Tue', 'Thu')."""
    found: set[str] = set()
    for word in words.split():
        found.update(GROUPS.get(word, NAMES.get(word, WEAK.get(word, ""))).split())
    return tuple(day for day in DAYS if day in found)


def is_day(word: str) -> bool:
    """Whether the word names a day wherever it stands."""
    return bool(pattern(DAY).fullmatch(word))
