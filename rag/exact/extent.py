"""Which of several courses has more: units, or starts earlier, or lasts longer."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from rag.course import Course

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


def _first(
    courses: Sequence[Course], spans: Sequence[tuple[float, float]], most: bool, said: str
) -> str:
    """The course whose span lies wholly above (below) all others; '' where they overlap."""
    if len({*spans}) == 1 and spans[0][0] == spans[0][1]:
        return f"{'Both' if len(courses) == 2 else 'All'} are the same in that. "
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
            r"worth (?:more|most)"
        ),
        True,
        _units,
        "has the most units",
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
