"""Query and Filter: a question as data, so that it can be shown, changed and run."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rag.catalogue import code_key
from rag.course import Course, Section
from rag.label import label
from rag.prerequisites import keys, parse, satisfied

# What can be asked. "unavailable": the data does not hold it; "other": nothing was recognised.
ASKS = (
    "units",
    "prerequisites",
    "requires",
    "unlocks",
    "eligible",
    "schedule",
    "offered",
    "instructor",
    "taught_by",
    "description",
    "restrictions",
    "clearance",
    "category",
    "grading",
    "code",
    "list",
    "count",
    "compare",
    "recommend",
    "unavailable",
    "smalltalk",
    "other",
)
COURSE_FIELDS = (
    "code",
    "suffix",
    "program",
    "level",
    "hundred",
    "units",
    "ge",
    "prerequisites",
    "needs",
    "restricted",
    "mentions",
    "titled",
    "repeatable",
)
SECTION_FIELDS = (
    "day",
    "days",
    "start",
    "end",
    "length",
    "kind",
    "instructor",
    "clearance",
    "timed",
    "staffed",
)

_NAMED = re.compile(r"\b([A-Z]{2,5})[ -]?(\d{3})([A-Z]{0,4})\b")
# Suffix letters that name no part of a sequence.
_FLAGS = re.compile("[lxgmwp]")

BEGUN = 5  # letters of a word from which it may begin a word of a title
Value = str | int | float | bool


@dataclass(frozen=True)
class Filter:
    """One condition on a course: `field` from COURSE_FIELDS or SECTION_FIELDS.

    `op`: 'any' of the values, 'all' of them, 'only' them (days), 'not' any of them, 'min' or 'max'
    (inclusive) of one number. Units are numbers; start and end are minutes after midnight, length
    is minutes; hundred is 300 for a 300-level course; day is a name from DAYS, days how many of
    them; prerequisites, restricted, clearance, timed (has its days and hours announced) and staffed
    (an instructor) are booleans, with op 'any', as is repeatable (for more credit); mentions is a
    word of its title or description, or the beginning of one from four letters on; titled are words
    its title holds, in whatever order, with op 'ends' the word it ends in, a numeral aside; needs
    is a course its prerequisites name ("CSCI 170", or "CHEM 105a" for one part of a sequence), with
    op 'only' one that these courses alone let into, with 'more' one that they do not; a program
    among them says that courses of other programs don't count; suffix is a letter after the number
    ("L"); level is from LEVELS; ge a letter A-H.
    """

    field: str
    values: tuple[Value, ...]
    op: str = "any"

    def holds(self, course: Course, section: Section | None) -> bool:
        """Whether the course (for a section field: that section) meets the condition.

        A section whose days or time are to be announced meets no condition on days or times,
        negated ones included: nothing is known of it.
        """
        if self.field == "mentions":
            text = f"{course.title} {course.description}".lower()
            return any(_begins(text, str(v)) for v in self.values) == (self.op != "not")
        if self.field == "titled" and self.op == "ends":
            return any(_ends(course.title, str(v)) for v in self.values)
        if self.field == "titled":
            return any(_holds(course.title, str(v)) for v in self.values) == (self.op != "not")
        if self.field == "needs" and self.op in ("only", "more"):
            return _let_into(course.prerequisites, self.values) == (self.op == "only")
        have = _have(self.field, course, section)
        if not have and self.field in ("day", "days", "start", "end", "length"):
            return False
        if self.field == "units" and self.op in ("any", "not"):
            inside = any(course.units_min <= float(v) <= course.units_max for v in self.values)
            return inside if self.op == "any" else not inside
        if self.op == "min":
            return any(h >= self.values[0] for h in have)
        if self.op == "max":
            return any(h <= self.values[0] for h in have)
        wanted = set(self.values)
        if self.op == "all":
            return wanted <= set(have)
        if self.op == "only":
            return bool(have) and set(have) <= wanted
        return (self.op == "not") != bool(wanted & set(have))

    def label(self) -> str:
        """The condition in a few words, for a chip: 'Mon or Wed', 'not Fri', 'at most 2 units'."""
        return label(self)


def matches(course: Course, filters: Iterable[Filter]) -> bool:
    """Whether the course meets every filter, all section filters in one and the same section."""
    filters = tuple(filters)
    on_course = [f for f in filters if f.field in COURSE_FIELDS]
    on_section = [f for f in filters if f.field in SECTION_FIELDS]
    if not all(f.holds(course, None) for f in on_course):
        return False
    if not on_section:
        return True
    return any(all(f.holds(course, s) for f in on_section) for s in course.sections)


@dataclass(frozen=True)
class Query:
    """What was understood of a question.

    `codes` are courses of the catalogue it is about, in its spelling and the order named (or meant:
    "the second one"); `unknown` are codes named that the catalogue does not hold; `taken` the
    courses the student says are passed, of the catalogue or not; `topic` the words left for the
    vectors; `missing` names what is asked for and not in the data, where `ask` is 'unavailable';
    `follows` says that the question leant on the conversation; `also` are further asks of the same
    courses ("units and times of CSCI 104"); `who` is the earlier question that says who would take
    the course, where this one asks the same of another.
    """

    text: str
    ask: str = "other"
    codes: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    topic: str = ""
    taken: tuple[str, ...] = ()
    missing: str = ""
    follows: bool = False
    also: tuple[str, ...] = ()
    who: str = ""


def part(code: str) -> str:
    """The letter of a code that names the part of a sequence: 'CHEM 105aLg' -> 'a', else ''."""
    letters = re.search(r"[A-Za-z]*$", code)
    return _FLAGS.sub("", letters[0].lower()) if letters else ""


def _have(field: str, course: Course, section: Section | None) -> tuple[Any, ...]:
    if section is not None:
        times = {"start": section.start, "end": section.end}
        if field in times:
            return () if times[field] is None else (times[field],)
        if field == "day":
            return section.days
        if field == "days":
            return (len(section.days),) if section.days else ()
        if field == "length":
            timed = section.start is not None and section.end is not None
            return ((section.end or 0) - (section.start or 0),) if timed else ()
        if field == "kind":
            return (section.kind,)
        if field == "instructor":
            return section.instructors
        if field == "timed":
            return (bool(section.days) and section.start is not None,)
        if field == "staffed":
            return (bool(section.instructors),)
        return (section.clearance,)
    if field == "hundred":
        return (course.number // 100 * 100,)
    if field == "program":
        return (course.program, *course.listed_under)
    if field == "units":
        return (course.units_min, course.units_max)
    if field == "prerequisites":
        return (bool(course.prerequisites),)
    if field == "needs":
        named = _NAMED.findall(course.prerequisites.upper())
        return tuple(f"{p} {n}{x}" for p, n, s in named for x in {"", part(s)})
    if field == "suffix":
        return tuple(course.suffix)
    if field == "restricted":
        return (bool(course.restrictions),)
    if field == "repeatable":
        return (course.units_total is not None,)
    if field == "ge":
        return course.ge
    return (getattr(course, field),)


@lru_cache(maxsize=5_000)
def _let_into(prerequisites: str, codes: tuple[Value, ...]) -> bool:
    """Whether these courses alone meet the prerequisites."""
    taken = {key for code in codes if (key := code_key(str(code)))}
    tree = parse(prerequisites)
    if programs := {code for code in codes if str(code).isalpha()}:
        taken |= {key for key in keys(tree) if key[0] not in programs}
    return satisfied(tree, taken)


def _begins(text: str, word: str) -> bool:
    """Whether a word of the text is this one, or from four letters on begins with it."""
    return bool(re.search(rf"\b{re.escape(word)}{'' if len(word) > 3 else 's?(?![a-z])'}", text))


def _holds(title: str, words: str) -> bool:
    """Whether a title has all these words, in the singular or the plural; one of five letters or
    more may begin a word of it: "robot", Robotics."""
    return all(_either_number(word).search(title) for word in words.split())


def _ends(title: str, word: str) -> bool:
    """Whether a title ends in this word, a numeral aside: "Advanced Korean IV"."""
    return bool(re.search(rf"\b{re.escape(word)}(?: [ivx]+)?$", title.strip(), re.IGNORECASE))


@lru_cache(maxsize=1_000)
def _either_number(word: str) -> re.Pattern[str]:
    one = re.sub(r"(?<=[a-z]{2}[^siu])s$", "", word.lower())
    ends = "(?:y|ies)" if one.endswith("ie") or one.endswith("y") else "(?:e?s)?"
    one = re.sub(r"(?:ie|y)$", "", one) if ends.startswith("(?:y") else one
    ends = "[a-z]*" if len(one) >= BEGUN else ends
    return re.compile(rf"(?<![a-z0-9]){re.escape(one)}{ends}(?![a-z0-9])", re.IGNORECASE)
