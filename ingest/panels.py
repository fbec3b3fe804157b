"""Panels: the counts a catalogue is described by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from rag.course import DAYS, GE_CATEGORIES, LEVELS, Course, Section

TOP = 15
UNANNOUNCED = "TBA"
ABSENT = ("description", "prerequisites", "restrictions", "time", "days", "instructor")
UNITS = ("0", "below 1", "1", "1.5", "2", "3", "3.5", "4", "above 4", "a range")
# Label, and the first number that is too large for it.
LENGTHS = {"none": 1, "1-99": 100, "100-199": 200, "200-299": 300, "300-399": 400}
LONG = "400 or more"
HOURS = {
    "before 10am": 10,
    "10am to noon": 12,
    "noon to 2pm": 14,
    "2 to 4pm": 16,
    "4 to 6pm": 18,
    "6pm or later": 24,
}

T = TypeVar("T")


@dataclass(frozen=True)
class Panel:
    """One count: how many `things` each label has, of `of` in all; `rest` is what is not shown.

    Labels may overlap (a section meets on several days), so bars need not add up to `of`.
    """

    title: str
    things: str
    of: int
    bars: tuple[tuple[str, int], ...]
    rest: tuple[str, int] | None = None


def panels(courses: Sequence[Course]) -> tuple[Panel, ...]:
    """Every count, of courses or (class type, start, days) of their sections."""
    sections = [section for course in courses for section in course.sections]
    categories = [_category(letter) for letter in GE_CATEGORIES]
    return (
        _programs(courses),
        _panel("Level", courses, lambda c: [c.level], LEVELS),
        _panel("Units", courses, lambda c: [_units(c)], UNITS),
        _panel("Class type", sections, lambda s: [s.kind or "not given"]),
        _panel("GE category", courses, lambda c: map(_category, c.ge), categories),
        _panel("Days", sections, lambda s: s.days or [UNANNOUNCED], (*DAYS, UNANNOUNCED)),
        _panel("Start", sections, lambda s: [_start(s)], (*HOURS, UNANNOUNCED)),
        _panel("Description, characters", courses, lambda c: [_length(c)], (*LENGTHS, LONG)),
        _panel("Fields left empty", courses, _absent, ABSENT),
    )


def _panel(
    title: str,
    things: Sequence[T],
    labels: Callable[[T], Iterable[str]],
    order: Iterable[str] = (),
) -> Panel:
    """Count `labels` over the things: in the order given, others after it, the most first."""
    counts = Counter(label for thing in things for label in labels(thing))
    names = dict.fromkeys([*order, *(label for label, _ in counts.most_common())])
    name = "sections" if things and isinstance(things[0], Section) else "courses"
    return Panel(title, name, len(things), tuple((label, counts[label]) for label in names))


def _programs(courses: Sequence[Course]) -> Panel:
    counts = Counter(course.program for course in courses).most_common()
    others = counts[TOP:]
    rest = (f"{len(others)} others", sum(count for _, count in others)) if others else None
    return Panel("Program", "courses", len(courses), tuple(counts[:TOP]), rest)


def _units(course: Course) -> str:
    if course.units_min != course.units_max:
        return "a range"
    if course.units_min > 4:
        return "above 4"
    return "below 1" if 0 < course.units_min < 1 else f"{course.units_min:g}"


def _category(letter: str) -> str:
    return f"{letter} {GE_CATEGORIES[letter]}"


def _start(section: Section) -> str:
    if section.start is None:
        return UNANNOUNCED
    return next(name for name, before in HOURS.items() if section.start < before * 60)


def _length(course: Course) -> str:
    return next((name for name, over in LENGTHS.items() if len(course.description) < over), LONG)


def _absent(course: Course) -> Iterable[str]:
    """The fields that no section of the course, and not the course itself, has anything in."""
    have = {
        "description": course.description,
        "prerequisites": course.prerequisites,
        "restrictions": course.restrictions,
        "time": any(section.start is not None for section in course.sections),
        "days": any(section.days for section in course.sections),
        "instructor": any(section.instructors for section in course.sections),
    }
    return [name for name in ABSENT if not have[name]]
