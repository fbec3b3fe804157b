"""Under which programs the file lists a course, and under what other codes."""

from __future__ import annotations

import re

from rag.course import GE_CATEGORIES, GE_PROGRAMS, Course
from rag.exact.lookup import MOST
from rag.exact.wording import cite, given, series
from rag.fact import Asked, Facts, state
from rag.programs import program_name
from rag.understanding.headed import LOOSE, PLAIN, SAME

# What is asked besides, of which headings are only a part of the words.
OTHERS = ("unlocks", "prerequisites", "requires", "smalltalk")
ASKS = (
    "other",
    "description",
    "restrictions",
    "category",
    "code",
    "schedule",
    "list",
    "compare",
    "eligible",
    "clearance",
    "instructor",
)


def about_headings(asked: Asked) -> bool:
    """Whether it is asked where one course is listed."""
    ask, missing, text = asked.query.ask, asked.query.missing, asked.query.text
    if len({c.number for c in asked.named}) != 1:
        return False
    if PLAIN.search(text):
        return ask not in OTHERS
    kept = ask in ASKS or missing in ("degree requirements", "rooms and buildings", "that")
    return kept and bool(LOOSE.search(text))


def headings(asked: Asked) -> Facts:
    """'[ANTH 263g] is listed under ANTH (Anthropology) and SANA (GE-C, Social Analysis).'"""
    said: list[str] = []
    values: list[str] = []
    rests = [*asked.named]
    for course in asked.named[:MOST]:
        codes = dict.fromkeys((course.program, *course.listed_under))
        same = twins(asked, course)
        shared = given(series([cite(c) for c in same]), "; the same section is listed as ")
        said.append(f"{cite(course)} is listed under {series([_name(c) for c in codes])}{shared}.")
        values += codes
        rests += same
    lead = ""
    if re.search(rf"\b{SAME}", asked.query.text, re.IGNORECASE):
        lead = "Yes: " if len(rests) > len(asked.named) else "No other course is the same: "
        values.insert(0, lead.split(" ")[0].strip(":"))
    return state(lead + " ".join(said), values, rests)


def twins(asked: Asked, course: Course) -> list[Course]:
    """The courses of the same title whose listed section is the same one."""
    return [c for c in asked.catalogue if c != course and twin(c, course)]


def twin(one: Course, other: Course) -> bool:
    """Whether two codes stand for one class: the same title, and the same listed section."""
    if one.title != other.title or not (one.sections and other.sections):
        return False
    number = one.sections[0].number[:5]
    return bool(number) and number == other.sections[0].number[:5]


def _name(code: str) -> str:
    """'ANTH (Anthropology)', 'SANA (GE-C, Social Analysis)'."""
    letter = GE_PROGRAMS.get(code)
    name = f"GE-{letter}, {GE_CATEGORIES[letter]}" if letter else program_name(code)
    return code if name == code else f"{code} ({name})"
