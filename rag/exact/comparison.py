"""Two to four courses side by side, and what differs."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, permutations

from rag.course import Course
from rag.exact.aspects import asked_for, first
from rag.exact.clash import overlap
from rag.exact.extent import ordered
from rag.exact.lookup import MOST, QUOTE, description
from rag.exact.wording import bullets, given, named, opening, plain, series
from rag.fact import Asked, Facts, state
from rag.prerequisites import NOTHING, Unparsed, words

_DIVISIONS = {"lower": "lower division", "upper": "upper division", "graduate": "graduate level"}


def compare(asked: Asked) -> Facts:
    """Units, level, prerequisites and times of each; what is the same, what depends on what."""
    courses = (asked.named or tuple(h.course for h in asked.hits[:2]))[:MOST]
    if len(courses) < 2:
        return description(asked)
    text = asked.query.text
    order, courses = ordered(text, courses)
    columns = {name: [cell(c) for c in courses] for name, cell in asked_for(text).items()}
    columns |= {name: [value(asked, c) for c in courses] for name, value in _COLUMNS.items()}
    differ = [name for name, cells in columns.items() if len(set(cells)) > 1]
    length = QUOTE // len(courses)
    rows = [
        f"{named(course)}: {', '.join(cells)}{given(opening(course.description, length), '. ')}"
        for course, *cells in zip(courses, *columns.values(), strict=True)
    ]
    rests = _dependence(asked, courses) + _clash(courses)
    after = f"\n{' '.join(rests)}" if rests else ""
    lead = f"{order or first(text, courses)}{_lead(len(courses), differ, [*columns])}"
    return state(
        f"{lead}\n{bullets(rows)}{after}",
        [*(c.code for c in courses), *columns["units"]],
        courses,
    )


def _lead(count: int, differ: list[str], columns: list[str]) -> str:
    same = [name for name in columns if name not in differ]
    if not differ:
        return f"In {series(same)} {'both' if count == 2 else 'all'} are alike:"
    alike = (
        f"; {series(same)} {'is' if same in (['level'], ['clearance']) else 'are'} the same"
        if same
        else ""
    )
    return f"They differ in {series(differ)}{alike}:"


def _prerequisites(asked: Asked, course: Course) -> str:
    tree = asked.requirements.tree(course.code)
    if isinstance(tree, Unparsed):
        return f"prerequisite “{plain(tree.text)}”"
    return "no prerequisites" if tree == NOTHING else f"requires {words(tree)}"


_COLUMNS: dict[str, Callable[[Asked, Course], str]] = {
    "units": lambda asked, course: course.units.split(",")[0],
    "level": lambda asked, course: _DIVISIONS[course.level],
    "prerequisites": _prerequisites,
    "times": lambda asked, course: course.sections[0].when() if course.sections else "no section",
}


def _dependence(asked: Asked, courses: tuple[Course, ...]) -> list[str]:
    """That one of them is a prerequisite of another."""
    found = []
    for course, other in permutations(courses, 2):
        kind = asked.requirements.requires(course.code, other.code).kind
        if kind in ("needed", "option"):
            as_what = "a prerequisite of" if kind == "needed" else "one way into"
            found.append(f"{other.code} is {as_what} {course.code}.")
    return found


def _clash(courses: tuple[Course, ...]) -> list[str]:
    """That the listed sections of two of them meet at the same time."""
    pairs = combinations([c for c in courses if c.sections], 2)
    return [
        f"The listed sections of {a.code} and {b.code} overlap in time."
        for a, b in pairs
        if overlap(a.sections[0], b.sections[0])
    ]
