"""A list put in parts or in an order, as the question asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rag.course import GE_CATEGORIES, Course
from rag.exact.listing import courses_found, table
from rag.exact.wording import bullets, cite, plain, plural, series
from rag.fact import Asked, Facts, state
from rag.understanding.arranged import Arrangement

# Courses of a part that are named, and parts that are shown.
SHOWN, PARTS = 6, 10
CALLED = {
    "ge": "GE category",
    "program": "department",
    "start": "start time",
    "end": "end time",
    "number": "course number",
}
LEVELS = ("lower", "upper", "graduate")


def arranged(asked: Asked, how: Arrangement) -> Facts:
    """The courses that meet the conditions, so arranged."""
    found, lead = courses_found(asked)
    if not found:
        return state("")
    by = f"by {CALLED.get(how.field, how.field)}"
    if not how.parted:
        if how.field in ("start", "end"):
            asked = replace(asked, query=replace(asked.query, ask="schedule"))  # show the times
        return table(asked, sorted(found, key=lambda c: _place(c, how.field)), f"{lead}, {by}")
    parts: dict[str, list[Course]] = {}
    for course in found:
        for name in _names(asked, course, how.field):
            parts.setdefault(name, []).append(course)
    names = sorted(parts, key=_natural)
    rows = [_row(name, parts[name]) for name in names[:PARTS]]
    if left := names[PARTS:]:
        rows.append(f"{plural(len(left), 'more part')}: {series(left)}")
    shown = [c for name in names[:PARTS] for c in parts[name][:SHOWN]]
    return state(f"{lead}, {by}:\n{bullets(rows)}", [str(len(found))], shown, total=len(found))


def _row(name: str, courses: Sequence[Course]) -> str:
    said = [f"{cite(c)} {plain(c.title)}" for c in courses[:SHOWN]]
    more = len(courses) - SHOWN
    after = f" and {more} more" if more > 0 else ""
    return f"{name} ({len(courses)}): {', '.join(said)}{after}"


def _names(asked: Asked, course: Course, field: str) -> list[str]:
    """The parts a course falls into."""
    section = course.sections[0] if course.sections else None
    if field == "ge":
        sought = {v for f in asked.query.filters if f.field == "ge" for v in f.values}
        own = [letter for letter in course.ge if not sought or letter in sought]
        return [f"GE-{v} {GE_CATEGORIES[v]}" for v in own] or ["no GE category"]
    if field == "units":
        return [course.units.split(",")[0]]
    if field == "program":
        return [course.program]
    if field == "level":
        return [course.level]
    if field == "day":
        return [", ".join(section.days) if section and section.days else "no days announced"]
    return list(section.instructors if section else ()) or ["no instructor listed"]


def _natural(name: str) -> tuple[int, float, str]:
    """Levels in their order, units by number, all else by the alphabet."""
    if name in LEVELS:
        return LEVELS.index(name), 0.0, name
    number = name.split("-")[0].split(" ")[0]
    return 0, float(number) if number.replace(".", "").isdigit() else 0.0, name


def _place(course: Course, field: str) -> tuple[float, str]:
    if field in ("start", "end"):
        section = course.sections[0] if course.sections else None
        at = getattr(section, field) if section else None
        return (float("inf") if at is None else at), course.code
    if field == "title":
        return 0.0, plain(course.title)
    if field == "units":
        return course.units_min, course.code
    return float(course.number), course.code
