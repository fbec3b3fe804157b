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
