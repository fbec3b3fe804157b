"""The whole table filtered: every course that meets all conditions, in file order."""

from __future__ import annotations

from collections.abc import Sequence

from rag.course import Course, Section
from rag.query import COURSE_FIELDS, SECTION_FIELDS, Filter, matches

# Conditions that leave few courses, the fewest first.
NARROW = ("code", "instructor", "program", "ge", "hundred")


def select(courses: Sequence[Course], filters: Sequence[Filter]) -> tuple[Course, ...]:
    """The courses for which `matches` holds, one condition at a time: the narrowest first."""
    left: Sequence[Course] = courses
    for f in sorted(filters, key=_breadth):
        if f.field in COURSE_FIELDS:
            left = _meeting(left, f)
    on_section = [f for f in filters if f.field in SECTION_FIELDS]
    if on_section:
        left = [course for course in left if matches(course, on_section)]
    return tuple(left)


def _meeting(courses: Sequence[Course], f: Filter) -> Sequence[Course]:
    """Those that meet a condition on courses; the two that lists begin with are met at once."""
    wanted = set(f.values)
    if (f.field, f.op) == ("program", "any"):
        return [c for c in courses if c.program in wanted or not wanted.isdisjoint(c.listed_under)]
    if (f.field, f.op) == ("ge", "any"):
        return [c for c in courses if not wanted.isdisjoint(c.ge)]
    return [c for c in courses if f.holds(c, None)]


def _breadth(f: Filter) -> int:
    return NARROW.index(f.field) if f.field in NARROW and f.op != "not" else len(NARROW)


def culprit(courses: Sequence[Course], filters: Sequence[Filter]) -> tuple[Filter, int] | None:
    """Of conditions that nothing meets together, the one whose removal leaves most courses.

    The subject itself (program, instructor) is dropped only where nothing else is left to drop.
    """
    counts = [0] * len(filters)
    for course in courses:
        alone = {_only_failure(course, section, filters) for section in course.sections or (None,)}
        for n in alone:
            if n is not None:
                counts[n] += 1
    ranked = sorted(zip(filters, counts, strict=True), key=_blame)
    return next(((f, n) for f, n in ranked if n), None) if len(filters) > 1 else None


def _blame(counted: tuple[Filter, int]) -> tuple[bool, int]:
    return counted[0].field in ("program", "instructor"), -counted[1]


def _only_failure(course: Course, section: Section | None, filters: Sequence[Filter]) -> int | None:
    """The place of the one condition not met, None where more than one is not."""
    failed = None
    for n, f in enumerate(filters):
        if f.field in SECTION_FIELDS and section is None:
            met = False
        else:
            met = f.holds(course, section if f.field in SECTION_FIELDS else None)
        if not met:
            if failed is not None:
                return None
            failed = n
    return failed
