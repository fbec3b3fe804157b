"""What a description states beside the columns is quoted, with a yes or no where that is asked."""

from __future__ import annotations

import pytest

from rag.catalogue import Catalogue
from rag.course import Section
from rag.fact import Facts
from rag.facts import facts
from rag.query import Query
from rag.requirements import Requirements
from tests.rag.courses import course

COURSES = (
    course("GEOL 107", "Rocks", description="On rocks. One all-day field trip required."),
    course("MUEN 222", "Band", description="Open to all students by audition. Graded CR/NC."),
    course("FSEM 100", "Seminar", description="A ten-week course; limited to 18 students."),
    course("ITAL 382", "Poets", description="Analysis of poems. Conducted in English."),
    course("CORE 103", "Change", description="Students may not take this on a P/NP basis."),
    course("MPGU 126", "Guitar", description="Songs. No guitar or music background required."),
    course("MUCO 133", "Theory", description="Concurrent registration in Aural Skills required."),
    course("CHEM 423", "Methods", description="Lecture, 2 hours; laboratory, 8 hours."),
    course("ANTH 491", "Honors", description="A thesis. Prerequisite: 3.0 GPA."),
    course("SPAN 280", "Talk", description="Speaking. Not for credit for Spanish majors."),
    course("PHIL 102", "Ethics", description="Good and evil; weekly peer review of drafts."),
    course("CSCI 104", "Structures"),
    course("ASTE 491", "Team", description="Departmental approval.", sections=(Section("10001"),)),
    course("GEOL 105", "Ice", description="Lecture, 3 hours; laboratory, 2 hours. One field trip."),
)
CATALOGUE = Catalogue(COURSES, "Spring 2024")
GRAPH = Requirements(CATALOGUE)
ANY = Query("", "unavailable", missing="that")


def told(question: str, ask: str = "unavailable") -> Facts:
    codes = [c.code for c in COURSES if c.code in question]
    missing = ANY.missing if ask == ANY.ask else ""
    query = Query(question, ask, tuple(codes), missing=missing)
    return facts(query, CATALOGUE, GRAPH)


SAID = [
    ("will GEOL 107 drag me on an outing?", "Yes: the description of [GEOL 107] says “One all-day"),
    ("any excursions in GEOL 107", "The description of [GEOL 107] says “One all-day field trip"),
    ("do i have to audition for MUEN 222", "Yes: the description of [MUEN 222] says “Open to all"),
    ("FSEM 100 - what's the headcount cap?", "The description of [FSEM 100] says “A ten-week"),
    ("how many weeks does FSEM 100 run", "The description of [FSEM 100] says “A ten-week"),
    ("is ITAL 382 taught in Italian?", "No: the description of [ITAL 382] says “Conducted in"),
    ("what language is ITAL 382 in", "The description of [ITAL 382] says “Conducted in English”."),
    ("do i need experience for MPGU 126", "No: the description of [MPGU 126] says “No guitar"),
    ("must i sit another class with MUCO 133", "The description of [MUCO 133] says “Concurrent"),
    ("how many lab hours a week in CHEM 423", "The description of [CHEM 423] says “Lecture, 2"),
    ("what gpa do they want for ANTH 491", "The description of [ANTH 491] says “Prerequisite: 3"),
    ("spanish majors get credit for SPAN 280?", "No: the description of [SPAN 280] says “Not for"),
    ("does PHIL 102 involve peer review", "The description of [PHIL 102] says “Good and evil;"),
]


@pytest.mark.parametrize(("question", "begins"), SAID, ids=[q for q, _ in SAID])
def test_the_sentence_that_tells_is_quoted(question: str, begins: str) -> None:
    answer = told(question)
    assert not answer.refused and answer.statement.startswith(begins)


@pytest.mark.parametrize(
    "question",
    ["does CSCI 104 have a field trip", "what gpa do i need for CSCI 104", "is CSCI 104 abroad",
     "how many students are in CSCI 104", "does PHIL 102 have a textbook review"],
)  # fmt: skip
def test_where_no_sentence_tells_the_refusal_stays(question: str) -> None:
    assert told(question).refused


def test_how_a_course_is_graded_is_quoted() -> None:
    assert told("can i take CORE 103 pass no pass", "grading").statement == (
        "No: the description of [CORE 103] says “Students may not take this on a P/NP basis”."
    )
    assert told("is MUEN 222 graded", "grading").values == ("credit/no credit",)


def test_what_is_on_record_follows_the_quote() -> None:
    answer = told("do i need a music background before MPGU 126", "prerequisites")
    assert answer.statement == (
        "No: the description of [MPGU 126] says “No guitar or music background required”. "
        "MPGU 126 has no prerequisites in the Spring 2024 file."
    )


def test_the_verdict_on_clearance_comes_before_the_remark() -> None:
    said = told("do i need permission from the department for ASTE 491", "clearance").statement
    assert said == (
        "No, the listed section of [ASTE 491] (10001) needs no department clearance. "
        "Its description says “Departmental approval”."
    )


def test_a_laboratory_asked_for_beside_another_thing_is_told_too() -> None:
    said = (
        "Yes: the description of [GEOL 105] says “Lecture, 3 hours; laboratory, 2 hours. One field"
    )
    for asked in (
        "does GEOL 105 have a lab or a field trip",
        "a field trip and a lab in GEOL 105?",
    ):
        assert said.removeprefix("Yes: the ") in told(asked).statement
    assert "laboratory" not in told("does GEOL 105 have a field trip").statement
