"""Questions whose answer is people."""

from __future__ import annotations

import pytest

from rag.catalogue import Catalogue
from rag.course import Section
from rag.facts import facts
from rag.query import Query
from rag.requirements import Requirements
from tests.rag.courses import course, say

PEOPLE = [
    (
        "which professors teach more than 1 course",
        "No instructor in the Spring 2024 file is listed for more than 1 course.",
    ),
    (
        "which instructors teach at least one class",
        "The Spring 2024 file lists 2 instructors for 1 or more courses: "
        "Ada Example (1) and Bo Sample (1).",
    ),
    (
        "which professors never teach on Fridays",
        "Of the 2 instructors of courses in the Spring 2024 file, 2 teach no course whose listed "
        "section meets on Fri: Ada Example and Bo Sample.",
    ),
    (
        "how many courses are taught by two or more professors",
        "The Spring 2024 file has 1 course with 2 or more instructors listed: "
        "[CSCI 104L] Data Structures (4 units, Ada Example and Bo Sample).",
    ),
]


@pytest.mark.parametrize(("question", "said"), PEOPLE)
def test_instructors_are_counted_over_the_listed_sections(question: str, said: str) -> None:
    assert say(question).statement == said


def test_what_else_the_instructor_of_a_course_teaches_is_told_beside_who_it_is() -> None:
    asked = say("who teaches CSCI 104 and what else do they teach?")
    assert asked.statement.endswith(
        "The Spring 2024 file has no other course taught by Ada Example or Bo Sample."
    )
    rows = [
        course(code, "Lists", sections=(Section(instructors=("Ada Example",)),))
        for code in ("CSCI 104", "CSCI 105")
    ]
    catalogue = Catalogue(rows, "Spring 2024")
    query = Query("who runs CSCI 104 and does she teach another course", "instructor",
                  ("CSCI 104",))  # fmt: skip
    assert facts(query, catalogue, Requirements(catalogue)).statement.endswith(
        "Ada Example also teaches [CSCI 105] Lists (4 units) in the Spring 2024 file."
    )


def taught(text: str, *teachers: tuple[str, ...]) -> str:
    """The answer about courses with these teachers."""
    shelf = [
        course(f"CSCI 10{n}", f"Part {n}", sections=(Section(f"3000{n}", instructors=names),))
        for n, names in enumerate(teachers)
    ]
    catalogue = Catalogue(shelf, "Spring 2024")
    query = Query(text, "compare", tuple(c.code for c in shelf))
    return facts(query, catalogue, Requirements(catalogue)).statement


def test_whom_courses_have_in_common_is_told() -> None:
    assert taught("who do they have in common", ("Ada", "Bo"), ("Cy", "Bo")) == (
        "Yes, Bo is listed for both, with others. The listed sections are taught: "
        "[CSCI 100] by Ada and Bo and [CSCI 101] by Cy and Bo."
    )
    same = taught("all the same instructor?", ("Ada",), ("Ada",), ("Ada",))
    assert same.startswith("Yes, Ada is listed for all 3. The listed")
    none = taught("do they share a prof", ("Ada",), ("Bo",))
    assert none.startswith("No, no instructor is listed for both.")
    assert taught("is there a prof in common", ("Ada",), ()).endswith("[CSCI 101] by no one named.")
