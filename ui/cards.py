"""The panel of cited courses: each a card with what its record says."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from rag.course import GE_CATEGORIES, GE_PROGRAMS, Course, Section
from rag.programs import program_name

MOST_CARDS = 12
EMPTY = '<p class="no-cards">The courses an answer rests on appear here, as the file has them.</p>'
NONE_CITED = '<p class="no-cards">This answer cites no course.</p>'


def cards_html(courses: Iterable[Course], empty: str = EMPTY) -> str:
    """One card a course, the first `MOST_CARDS`; `empty` where there is none."""
    courses = tuple(courses)
    if not courses:
        return empty
    more = len(courses) - MOST_CARDS
    rest = f'<p class="no-cards">and {more} more cited in the answer.</p>' if more > 0 else ""
    return "".join(card_html(course) for course in courses[:MOST_CARDS]) + rest


def card_html(course: Course) -> str:
    """Every field is text from a record: it is escaped and shown as written."""
    head = (
        f'<header><span class="code">{escape(course.code)}</span>'
        f'<span class="units">{escape(course.units)}</span></header>'
        f"<h3>{escape(course.title)}</h3>"
    )
    rows = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>"
        for name, value in _rows(course)
    )
    about = f"<p>{escape(course.description)}</p>" if course.description else ""
    more = f"<details><summary>Description</summary>{about}</details>" if about else ""
    ge = "".join(f'<span class="ge">{escape(tag)}</span>' for tag in _ge(course))
    tags = f'<div class="tags">{ge}</div>' if ge else ""
    label = escape(f"{course.code}: {course.title}", quote=True)
    return f'<article class="card" aria-label="{label}">{head}{tags}<dl>{rows}</dl>{more}</article>'


def _rows(course: Course) -> list[tuple[str, str]]:
    rows = [("Prerequisites", course.prerequisites or "none in the file")]
    if course.restrictions:
        rows.append(("Restrictions", course.restrictions))
    for section in course.sections[:1]:
        rows += _section_rows(section)
    listed = [program_name(p) for p in course.listed_under if p not in GE_PROGRAMS]
    if listed:
        rows.append(("Listed under", ", ".join(dict.fromkeys(listed))))
    return rows


def _section_rows(section: Section) -> list[tuple[str, str]]:
    """The file keeps one section of each course: the label says it is an example."""
    when = section.when()
    rows = [("Example section", f"{section.kind}, {when}" if section.kind else when)]
    if section.instructors:
        rows.append(("Its instructor", ", ".join(section.instructors)))
    if section.clearance:
        rows.append(("Registration", "needs department clearance"))
    return rows


def _ge(course: Course) -> list[str]:
    return [f"GE-{letter} {GE_CATEGORIES[letter]}" for letter in course.ge]
