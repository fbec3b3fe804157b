"""A small catalogue for the tests of facts: real codes and units, invented words and people."""

from __future__ import annotations

from typing import Any

from rag.catalogue import Catalogue
from rag.course import Course, Hit, Section
from rag.fact import Facts
from rag.facts import facts
from rag.query import Query
from rag.question import Reader
from rag.requirements import Requirements


def course(code: str, title: str, units: float = 4, **more: Any) -> Course:
    more = {"description": f"About {title.lower()}.", "units_max": units, **more}
    return Course(code=code, title=title, units_min=units, **more)


def section(days: str, start: int | None, end: int | None, **more: Any) -> Section:
    return Section("10001", days=tuple(days.split()), start=start, end=end, **more)


COURSES = (
    course("MATH 125g", "Calculus I", sections=(section("Mon Wed Fri", 600, 650),)),
    course("CSCI 103L", "Introduction to Programming", sections=(section("Tue Thu", 600, 680),)),
    course("CSCI 170", "Discrete Methods", prerequisites="CSCI 103"),
    course(
        "CSCI 104L",
        "Data Structures",
        prerequisites="CSCI 103 and CSCI 170",
        description="Lists, trees and graphs. Duplicates credit in ITP 365.",
        sections=(
            section("Tue Thu", 840, 920, clearance=True, instructors=("Ada Example", "Bo Sample")),
        ),
    ),
    course(
        "CSCI 270",
        "Algorithms",
        prerequisites="CSCI 104 and 1 from (MATH 125 or MATH 126)",
        sections=(section("Mon Wed", 600, 680),),
    ),
    course("CSCI 499", "Special Topics", 2, units_max=4.0, units_total=8.0, sections=(Section(),)),
    course(
        "CSCI 585",
        "Database Systems",
        restrictions="Registration open to the following class level(s): Junior, Senior",
        description="Recommended preparation: a course in networks. Corequisite: CSCI 570.",
        prerequisites="consent of instructor",
        sections=(section("Fri", 1080, 1200),),
    ),
    course("CHEM 105aLg", "General Chemistry", prerequisites="CHEM 050"),
    course("CHEM 105bL", "General Chemistry", prerequisites="CHEM 105A or CHEM 115A"),
    course("CHEM 050x", "Fundamentals of Chemistry", prerequisites="CHEM 050", description=""),
    course(
        "AHIS 120g", "Painting", 4, listed_under=("AHIS", "ARTS"), description="Colour on wood."
    ),
    course("PHED 120", "Swimming", 1, description="<b>Swim</b> [here](http://x.example) daily."),
)
CATALOGUE = Catalogue(COURSES, "Spring 2024")
REQUIREMENTS = Requirements(CATALOGUE)
READER = Reader(CATALOGUE)


def ask(ask: str, *codes: str, hits: tuple[str, ...] = (), **more: Any) -> Facts:
    """The facts for a question of this kind about courses of `COURSES`."""
    query = Query("", ask, tuple(CATALOGUE.by_code[c].code for c in codes), **more)
    found = [Hit(CATALOGUE.by_code[code], 0.5) for code in hits]
    return facts(query, CATALOGUE, REQUIREMENTS, found)


def say(question: str) -> Facts:
    """The facts for a question in words, as it is understood of `COURSES`; no search behind it."""
    return facts(READER.read(question), CATALOGUE, REQUIREMENTS)


def codes(facts: Facts) -> list[str]:
    return [course.code for course in facts.courses]
