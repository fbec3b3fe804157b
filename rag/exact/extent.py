"""Which of several courses has more: units, or starts earlier, or lasts longer."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from rag.course import Course
from rag.prerequisites import fewest, parse

# The least and the most of something that a course has; None where the file does not say.
Extent = Callable[[Course], tuple[float, float] | None]


def more(text: str, courses: Sequence[Course]) -> str:
    """'CSCI 104L has the most units. ' where that is asked and told, else ''."""
    for asked, most, extent, said in MEASURES:
        if asked.search(text):
            spans = [extent(c) for c in courses]
            if None in spans:
                return "The file does not say for all of them. "
            return _first(courses, [span for span in spans if span], most, said)
    return ""


def ordered(text: str, courses: tuple[Course, ...]) -> tuple[str, tuple[Course, ...]]:
    """('By units: … ', the courses in that order) where an order is asked for.

    ('', the courses as they are) else; those of which the file does not say come last.
    """
    ways = (way for way in ORDERS if RANKED.search(text) and way[0].search(text))
    for _, name, extent, turned, shown in ways:
        turned = (turned or bool(MOST.search(text))) and not LEAST.search(text)
        known = [(span, c) for c in courses if (span := extent(c))]
        rest = [c for c in courses if extent(c) is None]
        known.sort(key=lambda pair: pair[0][::-1] if turned else pair[0], reverse=turned)
        row = (*(c for _, c in known), *rest)
        said = ", ".join(f"{c.code} ({shown(c)})" for c in row)
        return f"By {name}: {said}. ", row
    return "", courses


def _first(
    courses: Sequence[Course], spans: Sequence[tuple[float, float]], most: bool, said: str
) -> str:
    """The course whose span lies wholly above (below) all others; '' where they overlap."""
    if len({*spans}) == 1 and spans[0][0] == spans[0][1]:
        alike = "need equally many courses before them" if said.startswith("needs") else ""
        both = "Both" if len(courses) == 2 else "All"
        return f"{both} {alike or 'are the same in that'}. "
    for course, (low, high) in zip(courses, spans, strict=True):
        others = [s for c, s in zip(courses, spans, strict=True) if c != course]
        if all(low > h if most else high < lo for lo, h in others):
            return f"{course.code} {said}. "
    return ""


def _time(pick: Callable[[int, int], int]) -> Callable[[Course], tuple[float, float] | None]:
    def extent(course: Course) -> tuple[float, float] | None:
        section = course.sections[0] if course.sections else None
        if section is None or section.start is None or section.end is None:
            return None
        value = float(pick(section.start, section.end))
        return value, value

    return extent


def _units(course: Course) -> tuple[float, float]:
    return course.units_min, course.units_max


def _days(course: Course) -> tuple[float, float] | None:
    days = course.sections[0].days if course.sections else ()
    return (float(len(days)), float(len(days))) if days else None


def _prerequisites(course: Course) -> tuple[float, float] | None:
    least = fewest(parse(course.prerequisites))
    return None if least is None else (float(least), float(least))


def _asked(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


# What may be asked to be more of one course than of the others, and how to say so.
MEASURES: tuple[tuple[re.Pattern[str], bool, Extent, str], ...] = (
    (
        _asked(r"(?:fewer|fewest|less|least|lower|smaller)(?: \w+){0,2} (?:units?|credits?)"),
        False,
        _units,
        "has the fewest units",
    ),
    (
        _asked(
            r"(?:more|most|bigger|larger|higher)(?: \w+){0,2} (?:units?|credits?)|"
            r"worth (?:more|most)|(?:units?|credits?)\b.*\b(?:ahead|higher|bigger|larger|beats?|"
            r"outweighs?|wins?)|(?:ahead|higher|bigger|larger|beats?|outweighs?|wins?)\b.*\b"
            r"(?:units?|credits?)"
        ),
        True,
        _units,
        "has the most units",
    ),
    (_asked(r"(?:fewer|fewest|less|least) days?"), False, _days, "meets on the fewest days"),
    (_asked(r"(?:more|most) days?"), True, _days, "meets on the most days"),
    (
        _asked(r"(?:fewer|fewest|less|least)(?: \w+){0,2} prere\w*"),
        False,
        _prerequisites,
        "needs the fewest courses before it",
    ),
    (
        _asked(r"(?:more|most)(?: \w+){0,2} prere\w*"),
        True,
        _prerequisites,
        "needs the most courses before it",
    ),
    (
        _asked(r"(?:starts?|meets?|begins?|is)(?: \w+)? (?:earlier|earliest|first)"),
        False,
        _time(lambda start, end: start),
        "starts first in the day",
    ),
    (
        _asked(r"(?:starts?|meets?|begins?|is)(?: \w+)? (?:later|latest|last)"),
        True,
        _time(lambda start, end: start),
        "starts last in the day",
    ),
    (
        _asked(r"(?:longer|longest)"),
        True,
        _time(lambda start, end: end - start),
        "has the longest meetings",
    ),
    (
        _asked(r"(?:shorter|shortest)"),
        False,
        _time(lambda start, end: end - start),
        "has the shortest meetings",
    ),
)

# The courses named are to be put in an order, and which end of it comes first.
RANKED = re.compile(
    r"\b(?:rank\w*|order(?:ed)?|sort\w*|arrange\w*|line up)\b.*\b(?:by|from|according|in order)\b|"
    r"\bin order of\b|\bfrom (?:most|least|fewest|earliest|latest|longest|shortest)\b.*\bto\b",
    re.IGNORECASE,
)
LEAST = re.compile(
    r"\b(?:smallest|fewest|least|lowest|shortest|earliest)(?: \w+)? (?:first|to)\b|\bascending\b|"
    r"\blow(?:est)? to high|\bfrom (?:fewest|least|lowest|shortest|earliest)\b",
    re.IGNORECASE,
)
MOST = re.compile(
    r"\b(?:most|largest|biggest|highest|longest|latest)(?: \w+)? (?:first|to)\b|\bdescending\b|"
    r"\bhigh(?:est)? to low|\bfrom (?:most|highest|longest|latest)\b",
    re.IGNORECASE,
)
ORDERS: tuple[tuple[re.Pattern[str], str, Extent, bool, Callable[[Course], str]], ...] = (
    (_asked(r"units?|credits?"), "units", _units, True, lambda c: c.units.split(",")[0]),
    (_asked(r"long|longest|shortest|length|duration"), "length of a meeting",
     _time(lambda start, end: end - start), True, lambda c: _when(c)),
    (_asked(r"starts?|times?|earliest|latest|early|late|begins?|hours?"), "start of the meeting",
     _time(lambda start, end: start), False, lambda c: _when(c)),
)  # fmt: skip


def _when(course: Course) -> str:
    return course.sections[0].when() if course.sections else "no section"
