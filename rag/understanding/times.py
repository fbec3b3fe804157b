"""Days and times of day in students' words: "not on Friday", MWF, mornings, "done by 3pm"."""

from __future__ import annotations

import re
from functools import cache

from rag.query import Filter
from rag.understanding.clock import CLOCK, EVENING, HOUR, NOON, minutes
from rag.understanding.daynames import DAY, GROUPS, WEAK, named_days, spread_ranges
from rag.understanding.freedays import FREE, only_free
from rag.understanding.lengths import Build, lengths, weekly
from rag.understanding.unwanted import BUSY, NEAR, NO_GOOD, NOT, not_at
from rag.understanding.words import Text

JOIN = r"(?:(?:,|and|or|/|-|nor|also|on|plus|\+|y|o|los|el) )*"
ALL_DAYS = f"{DAY}|{'|'.join(WEAK)}"
LIST = rf"(?:(?:{DAY})(?: {JOIN}(?:{ALL_DAYS}))*|(?:{'|'.join(WEAK)})(?: {JOIN}(?:{ALL_DAYS}))+)"
# Patterns of days that classes follow, as they are written in one word.
EXACT = "|".join(name for name in GROUPS if not name.startswith("week"))
ON = (
    r"(?:(?:on|held on|meets? on|meeting on|meets?|during|for|over|in|en) (?:the |a |any |los "
    r"|el )?"
    r"|(?:los|el) )?"
)
MORNING = r"(?:early )?mornings?"
AFTERNOON = "(?:early |late )?afternoons?"
NIGHT = "(?:evenings?|nights?|nighttime|late)"


# What a student is at until an hour.
AT_WORK = (
    r"(?:work|works|working|busy|job|shift|practice|training|internship|lab|class|lecture|section|"
    r"discussion|rehearsal|recitation)"
)


def find_times(text: Text) -> list[Filter]:
    """The days and times asked for or ruled out; each becomes a mark "%"."""
    found: list[Filter] = []
    spread_ranges(text)
    for words, build in _hours():
        while match := text.take(words):
            found.extend(build(match))
    told = any((f.field, f.op) == ("start", "min") for f in found)
    for words, build in _rules():
        while match := text.take(words):
            # "I hate mornings, anything after 11": the hour says what a morning is.
            new = (f for f in build(match) if not (told and (f.field, f.op) == ("start", "min")))
            found.extend(new)
    return _tightest(list(dict.fromkeys(found)))


def _tightest(found: list[Filter]) -> list[Filter]:
    """Of several bounds of one kind the one that holds for all: "no mornings, after 2pm"."""
    kept: dict[tuple[str, str], Filter] = {}
    for f in found:
        old = kept.get((f.field, f.op))
        if old and f.op in ("min", "max"):
            pick = max if f.op == "min" else min
            f = pick(old, f, key=lambda bound: bound.values[0])
        key = f.op if f.op in ("min", "max") else str(len(kept))
        kept[(f.field, key)] = f
    return list(kept.values())


@cache
def _hours() -> tuple[tuple[str, Build], ...]:
    """Lengths and hours, in the order they are tried: what is longer or surer first."""
    return (*lengths(), _away(), not_at(), *_clocks())


@cache
def _rules() -> tuple[tuple[str, Build], ...]:
    """Parts of the day and days, tried after them."""
    return (*_parts_of_day(), *weekly(), *_days(), *_alone())


BEGIN = "(?:start|starts|starting|begin|begins|beginning)"


def bound(field: str, op: str, shift: int = 0) -> Build:
    """What a bound on the hour t of a match makes."""
    return lambda match: [Filter(field, (minutes(match["t"]) + shift,), op)]


def _open_clocks() -> list[tuple[str, Build]]:
    """An hour and what lies beyond it: "5 or later", "6pm+"."""
    t, lead = f"(?P<t>{CLOCK})", rf"(?:{BEGIN} )?(?:at |from )?"
    return [
        (
            rf"{lead}{t}(?: start(?:s|ing)?)?(?: (?:or|and) (?:later|after|onwards?|beyond|past)"
            rf"| onwards?|(?<=m) on(?= ?$| [?.,;]))(?! (?:{{unit}}|{CLOCK})(?: |$))",
            bound("start", "min"),
        ),
        (rf"{lead}(?P<t>{HOUR}) \+", bound("start", "min")),
        (rf"{BEGIN} (?P<t>{HOUR})(?! (?:-|to|or|and|until))", bound("start", "any")),
        (rf"{lead}{t} (?:or|and) (?:earlier|before|sooner)(?! {CLOCK})", bound("start", "max")),
    ]


def _away() -> tuple[str, Build]:
    """When the student has to be elsewhere: "I go to work at 5"."""
    return (
        r"(?:(?:go|get|head|drive|get off|leave|be) )(?:off |out |back )?(?:to|for|at) "
        rf"(?:my |the )?(?:work|job|shift|home) (?:by|before|at|around) (?P<t>{CLOCK})",
        bound("end", "max"),
    )


def _clocks() -> list[tuple[str, Build]]:
    t, s = f"(?P<t>{CLOCK})", f"(?P<s>{CLOCK})"
    end = "(?:done|finish|finishes|finished|finishing|end|ends|ending|over|out|leave|off|free|home)"

    def between(match: re.Match[str]) -> list[Filter]:
        first = minutes(match["t"])
        last = minutes(match["s"], first)
        if "pm" in match["s"] and "m" not in match["t"] and first + NOON <= last:
            first += NOON if first < NOON and "pm" in match["s"] and first < 8 * 60 else 0
        return [Filter("start", (first,), "min"), Filter("end", (last,), "max")]

    return [
        (rf"(?:between|from) {t} (?:and|to|-|until) {s}", between),
        (rf"{AT_WORK}(?: \S+){{0,3}}? (?:until|through|to) {t}", bound("start", "min")),
        (rf"(?P<t>{HOUR}|\d{{1,2}}) (?:to|-|until) (?P<s>{HOUR})", between),
        (rf"(?:{NOT} {NEAR})(?:before|earlier than|until) {t}", bound("start", "min")),
        (
            rf"(?:{NOT} {NEAR})(?:(?:ends?|ending|finish|runs?|running|goes?|going|stuck|stay|there"
            rf"|on|here|campus|class) )*(?:after|past|later than|beyond) {t}",
            bound("end", "max"),
        ),
        (
            rf"(?:ends?|ending|finish\S*|lets? out|gets? out|runs?|goes?) (?:at or )?"
            rf"(?:after|past|later than|until after) {t}",
            bound("end", "min"),
        ),
        *_open_clocks(),
        (rf"(?:free|available|open)(?: \S+)? (?:from|after|at) {t}(?: on)?", bound("start", "min")),
        (rf"(?:{BEGIN} )?(?:no earlier than|not before|at or after) {t}", bound("start", "min")),
        (rf"(?:{end} )?(?:no later than|not after) {t}", bound("end", "max")),
        (
            rf"(?:(?:be|are|is|get|to) )?{end} (?:for (?:the day|work|home|my \S+|\S+) )?"
            rf"(?:by|before|at|around|until) {t}",
            bound("end", "max"),
        ),
        (
            (
                rf"(?:{BEGIN} )?(?:after|past|later than|from) {t}(?: or later| on|"
                rf" onwards?)?(?! {{unit}}| #| (?:and|or|,) #)"
            ),
            bound("start", "min"),
        ),
        (
            rf"(?:{BEGIN} |meet |meets )?(?:before|earlier than) {t}(?! {{unit}})",
            bound("start", "max", -1),
        ),
        (rf"by {t}(?! {{unit}}| or more| or less| {{teacher}}| different)", bound("end", "max")),
        (rf"(?:{BEGIN}|meet|meets|meeting) (?:at|around|right at) {t}", bound("start", "any")),
        (
            r"(?:at|around) (?P<t>\d{1,2})(?= ?$| ?[?.,]| (?:and|on|in|or|for|then|instead|{class})"
            r"(?: |$))",
            bound("start", "any"),
        ),
        (
            rf"(?:at|around) (?P<t>{HOUR})|(?P<u>{HOUR}|\d{{1,2}} [ap]ms(?! {{unit}}))"
            r"(?= (?:{class}|ones?|slots?|starts?))",
            lambda m: [Filter("start", (minutes(m["t"] or m["u"]),), "any")],
        ),
    ]


def _parts_of_day() -> list[tuple[str, Build]]:
    lead = r"(?:(?:in|during|at|held in|on) )?(?:the )?"
    only = r"(?:only |just )?"

    def span(low: int | None, high: int | None) -> Build:
        ends = [(low, "min"), (high, "max")]
        return lambda match: [Filter("start", (v,), op) for v, op in ends if v is not None]

    def outside(match: re.Match[str]) -> list[Filter]:
        return [Filter("start", tuple(range(NOON, EVENING)), "not")]

    def both(match: re.Match[str]) -> list[Filter]:
        """A day and a part of the day ruled out in one breath: "no Fridays or mornings"."""
        low, high = (NOON, None) if match["part"].startswith("m") else (None, EVENING - 1)
        time = Filter("start", (low or high or 0,), "min" if low else "max")
        return [Filter("day", named_days(match["days"]), "not"), time]

    part = r"(?:early |late |in |on |the |any |at )*(?P<part>mornings?|evenings?|nights?)"
    no = rf"(?:{NOT} {NEAR}|{BUSY})"
    early = (
        r"(?:(?:hate|dislike|can not|not|avoid|do not want to|do not like) )+"
        r"(?:(?:to|be|being|a|an|up|at|too|so|very) )*(?:wak(?:e|ing)|get(?:ting)? up|early)"
        r"(?: (?:up|so|too|really|early|bird|riser|person|mornings?|starts?|classes))*"
        r"|(?:like|love|want|prefer) to sleep in(?: late)?|(?:night|not a morning) (?:owl|person)"
    )
    return [
        (r"(?:any ?time )?after lunch(?:time)?", span(13 * 60, None)),
        (r"before lunch(?:time)?", span(None, NOON - 1)),
        (rf"{no}{ON}(?P<days>{LIST}) (?:and|or|nor|,) {part}", both),
        (rf"{no}{part} (?:and|or|nor|,) (?:on )?(?P<days>{LIST})", both),
        (rf"(?:i (?:am )?)?(?:really )?(?:{early})", span(10 * 60, None)),
        (rf"{BUSY}{MORNING}|{MORNING}(?:{NO_GOOD})", span(NOON, None)),
        (rf"{BUSY}{NIGHT}|(?:evenings?|nights?)(?:{NO_GOOD})", span(None, EVENING - 1)),
        (rf"{BUSY}{AFTERNOON}|{AFTERNOON}(?:{NO_GOOD})", outside),
        (rf"{NOT} {NEAR}(?:until|before) (?:the )?{AFTERNOON}", span(NOON, None)),
        (rf"{NOT} {NEAR}(?:until|before) (?:the )?{NIGHT}", span(EVENING, None)),
        (rf"{NOT} {NEAR}(?:in )?(?:the )?{AFTERNOON}", outside),
        (rf"{NOT} {NEAR}(?:in )?(?:the )?{MORNING}(?: person)?", span(NOON, None)),
        (rf"{NOT} {NEAR}(?:in |at )?(?:the )?{NIGHT}", span(None, EVENING - 1)),
        (rf"{only}{lead}{MORNING}", span(None, NOON - 1)),
        (rf"{only}{lead}{AFTERNOON}", span(NOON, EVENING - 1)),
        (rf"{only}{lead}(?:evenings?|nights?|nighttime)", span(EVENING, None)),
    ]


def _alone() -> list[tuple[str, Build]]:
    """An hour beside what was understood: "mon wed 2pm"."""

    def at(match: re.Match[str]) -> list[Filter]:
        return [Filter("start", (minutes(match["t"]),))]

    def between(match: re.Match[str]) -> list[Filter]:
        first = minutes(match["t"])
        return [
            Filter("start", (first,), "min"),
            Filter("end", (minutes(match["s"], first),), "max"),
        ]

    clock = r"\d{1,2}(?::\d\d)?(?: ?[ap]m)?"
    hour = r"(?:\d{1,2}(?::\d\d)? ?[ap]m|\d{1,2}:\d\d)"
    only = r"(?:(?:and|ok|okay|or|the|just|only|what about|how about|now|then) )*"
    return [
        (
            rf"(?<=% )(?P<t>{clock}) (?:-|to|until) (?P<s>{clock})(?= ?$| [?.,%]| (?:in|for|on"
            rf"|and) )",
            between,
        ),
        (rf"(?:(?<=% )|^{only})(?P<t>{hour})(?= ?$| [?.,%])", at),
        (
            rf"(?<!to )(?<!- )(?<!until )(?<!by )(?<!of )"
            rf"(?<!be )(?<!not )(?P<t>{hour})(?! (?:-|to|until|or) )",
            at,
        ),
    ]


def _days() -> list[tuple[str, Build]]:
    days = f"(?P<days>{LIST})"
    one_weak = r"(?P<days>sat|sun|th|tu)"

    def days_as(op: str) -> Build:
        def build(match: re.Match[str]) -> list[Filter]:
            values = named_days(match["days"])
            together = len(values) > 1 and not re.search(r"\bor?\b|weekend", match["days"])
            if op == "any" and re.search("weekdays?", match["days"]):
                return [Filter("day", values, "only")]
            return [Filter("day", values, "all" if op == "any" and together else op)]

        return build

    def exactly(match: re.Match[str]) -> list[Filter]:
        values = named_days(match["days"])
        return [Filter("day", values, "all"), Filter("day", values, "only")]

    # "Classes not on Fridays are free" says nothing of Fridays.
    own = r"(?:my )?(?<!on )(?<!meet )(?<!meets )(?<!in )(?<!or )(?<!during )"
    return [
        *((words, days_as("only")) for words in only_free(days)),
        (rf"(?:{days})(?:{NO_GOOD})", days_as("not")),
        (rf"{own}(?:{days}) (?:is|are) (?:(?:completely|wide|all) )?{FREE}", days_as("any")),
        (rf"{BUSY}(?:{days})", days_as("not")),
        (rf"{NOT} {NEAR}{ON}(?:{days})", days_as("not")),
        (rf"(?:{days}) (?:off|free)", days_as("not")),
        (rf"(?:only|just|exactly|strictly) {ON}(?P<days>{EXACT})", exactly),
        (rf"{ON}(?P<days>{EXACT}) (?:only|exclusively|exactly)", exactly),
        (
            rf"(?:only|just|solely|exclusively) (?:meets? )?{ON}(?:{days})",
            days_as("only"),
        ),
        (rf"{ON}(?:{days}) (?:only|exclusively)", days_as("only")),
        (rf"{ON}(?:{days})", days_as("any")),
        (rf"on {one_weak}", days_as("any")),
    ]
