"""Yes or no: whether a course meets the conditions a question puts to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from rag.course import GE_CATEGORIES, Course, Section
from rag.exact.wording import cite, series
from rag.fact import Asked, Facts, state
from rag.prerequisites import Unparsed, parse, words
from rag.query import SECTION_FIELDS, Filter, matches

# A question of its own after another.
APART = re.compile(
    r"^\W*(?:is|does|do|are|has|have|can)\b.*(?:[,;?]|\band\b)\s*(?:and |also )*"
    r"(?:is|does|do|are|has|can) (?:it|that|this)\b",
    re.IGNORECASE,
)
TIMES = ("day", "days", "start", "end", "length")
_DIVISIONS = {"lower": "lower division", "upper": "upper division", "graduate": "graduate level"}
# Fields of which a question may name several values for the answer to choose from.
CHOICES = ("units", "level", "hundred", "day")


def check(asked: Asked) -> Facts:
    """'No. [CSCI 104L] is lower division.', for one course and conditions on it."""
    course = asked.named[0]
    lead, values = verdict(asked.named, asked.query.filters)
    said = properties(course, asked.query.filters)
    met = {_meets(course, [f]) for f in asked.query.filters}
    if len(met) > 1 and APART.search(asked.query.text):
        lead, values = "", []  # "has it prereqs, and is it a GE": a yes or no would be of which?
    if asked.query.ask == "schedule":
        said = list(dict.fromkeys([*said, _when(course, _section(course))]))
    if _of_labs(asked.query.filters):
        lead = ""
        has = "has a" if _has_lab(course) else "has no"
        said[0] = f"{has} lab: it {said[0]}"
    one = any(f.field in SECTION_FIELDS for f in asked.query.filters)
    after = " That is the section in the file; there may be others." if one else ""
    return state(f"{lead}{cite(course)} {series(said)}.{after}", values, asked.named)


def verdict(courses: Sequence[Course], filters: Sequence[Filter]) -> tuple[str, list[str]]:
    """('Yes. ', ['Yes']) for courses and conditions on all of them, ('', []) where none are put.

    Where days, times or instructors are still to be announced there is neither yes nor no.
    """
    if not courses or not filters:
        return "", []
    known = [course for course in courses if not _untold(course, filters)]
    if len(known) < len(courses) and all(_meets(course, filters) for course in known):
        return "The file does not say. ", []
    word = "Yes" if all(_meets(course, filters) for course in known) else "No"
    if word == "Yes" and any(_choice(f) for f in filters):
        return "", []  # "is it lower or upper division" asks which
    return f"{word}. ", [word]


def _of_labs(filters: Sequence[Filter]) -> bool:
    """Whether it is asked if there is no lab, or a lab or else a lecture: yes and no would be
    taken for the answer to either."""
    if len(filters) != 1 or filters[0].field != "kind" or "Lab" not in filters[0].values:
        return False
    return filters[0].op == "not" or "Lecture" in filters[0].values


def _has_lab(course: Course) -> bool:
    return "Lab" in _section(course).kind or "L" in course.suffix


def _choice(f: Filter) -> bool:
    """Whether a condition names several values to choose from: a weekend is one thing."""
    if f.field == "kind":
        return sum("-" not in str(kind) for kind in f.values) > 1
    return f.field in CHOICES and len(f.values) > 1 and set(f.values) != {"Sat", "Sun"}


def _meets(course: Course, filters: Sequence[Filter]) -> bool:
    """`matches`, where the L of a code stands for a laboratory that the section may not show."""
    if any(f.field == "kind" and f.values == ("Lecture",) for f in filters) and _has_lab(course):
        return False  # nothing but lectures
    told = [f for f in filters if _laboratory(course, f)]
    rest = [f for f in filters if f not in told]
    return matches(course, rest) and all(f.op != "not" for f in told)


def _untold(course: Course, filters: Sequence[Filter]) -> bool:
    """`unknown`, or a laboratory at a time, of which only the L of the code tells."""
    lab = any(_laboratory(course, f) and not matches(course, [f]) for f in filters)
    return unknown(course, filters) or (lab and any(f.field in TIMES for f in filters))


def unknown(course: Course, filters: Sequence[Filter]) -> bool:
    """Whether days, times or instructors asked for are still to be announced."""
    section = course.sections[0] if course.sections else None
    return any(_open(f, section) for f in filters)


def properties(course: Course, filters: Sequence[Filter]) -> list[str]:
    """What the record says on each condition's field: ['is 4 units', 'meets Tue 2:00-3:20pm']."""
    section = _section(course)
    fields = ("when" if f.field in TIMES else f.field for f in filters)
    said = (_SAID.get(field, _units)(course, section) for field in fields)
    return list(dict.fromkeys(said))


def _section(course: Course) -> Section:
    return course.sections[0] if course.sections else Section()


def _open(f: Filter, section: Section | None) -> bool:
    if f.field == "instructor":
        return section is None or not section.instructors
    if f.field in ("day", "days"):
        return section is None or not section.days
    return f.field in ("start", "end", "length") and (section is None or section.start is None)


def _laboratory(course: Course, f: Filter) -> bool:
    """Whether a laboratory is asked for that only the L of the code tells of."""
    return f.field == "kind" and "Lab" in f.values and "L" in course.suffix


def _has(value: object) -> str:
    return "has" if value else "has no"


def _units(course: Course, section: Section) -> str:
    return f"is {course.units}"


def _when(course: Course, section: Section) -> str:
    when = section.when()
    return f"has its {when}" if "announced" in when else f"meets {when}"


def _instructor(course: Course, section: Section) -> str:
    if not section.instructors:
        return "has no instructor listed"
    return f"is taught by {series(section.instructors)} in the listed section"


def _program(course: Course, section: Section) -> str:
    return f"is listed under {series(tuple(dict.fromkeys((course.program, *course.listed_under))))}"


def _ge(course: Course, section: Section) -> str:
    if not course.ge:
        return "is listed under no GE category"
    return f"counts for {series([f'GE-{g} ({GE_CATEGORIES[g]})' for g in course.ge])}"


def _needs(course: Course) -> str:
    tree = parse(course.prerequisites)
    if not course.prerequisites or isinstance(tree, Unparsed):
        return f"{_has(course.prerequisites)} prerequisites"
    return f"has prerequisites: it requires {words(tree)}"


def _kind(course: Course, section: Section) -> str:
    said = f"is listed as a {section.kind}"
    other = "L" in course.suffix and "Lab" not in section.kind
    return f"{said} (the L in its code stands for a laboratory)" if other else said


_SAID: dict[str, Callable[[Course, Section], str]] = {
    "when": _when,
    "instructor": _instructor,
    "kind": _kind,
    "clearance": lambda course, section: (
        f"needs {'' if section.clearance else 'no '}department clearance for its listed section"
    ),
    "prerequisites": lambda course, section: _needs(course),
    "restricted": lambda course, section: f"{_has(course.restrictions)} registration restrictions",
    "ge": _ge,
    "level": lambda course, section: f"is {_DIVISIONS[course.level]}",
    "hundred": lambda course, section: f"is {course.number // 100 * 100}-level",
    "program": _program,
}
