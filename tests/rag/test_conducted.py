"""Who teaches a course, told as a clause beside what is asked of it."""

from __future__ import annotations

import pytest

from tests.rag.courses import READER, say
from tests.rag.shelf import conditions

TAUGHT = "instructor any Ada Example"


@pytest.mark.parametrize(
    ("question", "day", "start"),
    [
        ("When Ada Example teaches CSCI 104, will there be classes on Friday?", "Fri", "No."),
        ("When Prof. Ada Example is the instructor for CSCI 104, does it meet Tuesdays?",
         "Tue", "Yes."),
        ("When CSCI 104 is being taught by Ada Example, is there class on Thursdays?",
         "Thu", "Yes."),
        ("For course CSCI 104 with Ada Example, is the class held Fridays?", "Fri", "No."),
        ("Does CSCI 104 meet on Mondays when Ada Example teaches it?", "Mon", "No."),
    ],
)  # fmt: skip
def test_the_clause_is_a_condition_and_not_the_question(
    question: str, day: str, start: str
) -> None:
    query = READER.read(question)
    assert (query.ask, query.codes) == ("schedule", ("CSCI 104L",))
    assert conditions(query) == {TAUGHT, f"day any {day}"}
    assert say(question).statement.startswith(f"{start} [CSCI 104L] is taught by Ada Example")


def test_leaving_by_an_hour_is_no_prerequisite() -> None:
    query = READER.read("Will taking CSCI 104 and CSCI 270 allow me to leave for work at 5?")
    assert (query.ask, conditions(query)) == ("schedule", {"end max 1020"})


def test_when_someone_teaches_it_is_asked_by_itself() -> None:
    answer = say("When is Ada Example teaching CSCI 104?")
    assert answer.statement.startswith("[CSCI 104L] meets Tue, Thu 2:00-3:20pm")
