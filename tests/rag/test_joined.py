"""Several things asked of one course."""

from __future__ import annotations

import pytest

from tests.rag.courses import ask
from tests.rag.shelf import conditions, read

JOINED = [
    ("How many units is CSCI 104 and when does it meet?", ("units", "schedule")),
    ("units and prereqs of csci 104", ("units", "prerequisites")),
    ("what are the units, prerequisites, and GE category for csci 104?",
     ("units", "prerequisites", "category")),
    ("what is the course number of data structures and object oriented design, and who teaches it",
     ("code", "instructor")),
    ("csci 104: prereqs, units, times", ("prerequisites", "units", "schedule")),
    ("what is csci 104 about and who teaches it", ("description", "instructor")),
    ("when's csci 104, and what must precede it", ("schedule", "prerequisites")),
    ("who teaches csci 104 and what follows it", ("instructor", "unlocks")),
    ("csci 104: what comes before it & what comes after it", ("prerequisites", "unlocks")),
    ("is csci 104 cr/nc and can i repeat it", ("grading", "units")),
    ("csci 104 prof + next courses", ("instructor", "unlocks")),
    ("csci 104 - what's required and where does it lead?", ("prerequisites", "unlocks")),
    ("when does csci 104 meet who teaches it", ("schedule", "instructor")),
    ("tell me what csci 104 is; also when", ("description", "schedule")),
    ("is csci 104 for seniors only, and what must be done first",
     ("restrictions", "prerequisites")),
    ("can I take csci 104, and when is it", ("eligible", "schedule")),
    ("i passed csci 103 and csci 170, can i take csci 104? who's the prof",
     ("eligible", "instructor")),
    ("are there prereqs to csci 104 or can anyone just take it",
     ("prerequisites", "restrictions")),
]  # fmt: skip


def test_the_hours_between_two_are_one_condition() -> None:
    query = read("Is there any section between 4pm and 7pm for CSCI 104?")
    assert (query.ask, query.also) == ("schedule", ())
    assert conditions(query) == {"start min 960", "end max 1140"}


@pytest.mark.parametrize(("question", "asks"), JOINED)
def test_every_thing_asked_is_kept(question: str, asks: tuple[str, ...]) -> None:
    query = read(question)
    assert (query.ask, *query.also) == asks
    assert query.codes == ("CSCI 104L",)


@pytest.mark.parametrize(
    "question",
    ["what days and what time is csci 104?", "when is csci 104 and how long",
     "who teaches CSCI 104 and CSCI 170",
     "what courses need CSCI 104 and who teaches them", "is csci 104 mondays or wednesdays",
     "what is the difference between CSCI 104 and CSCI 170"],
)  # fmt: skip
def test_one_thing_said_twice_is_one_ask(question: str) -> None:
    assert read(question).also == ()


def test_a_condition_beside_another_ask_is_put_to_the_course() -> None:
    query = read("does csci 104 have a lab and who teaches it")
    assert (query.ask, query.also) == ("description", ("instructor",))
    assert conditions(query) == {"kind any Lab,Lecture-Lab"}


def test_the_answer_joins_what_is_said_of_each_ask() -> None:
    answer = ask("units", "CSCI 104L", also=("schedule",))
    assert answer.statement.startswith("[CSCI 104L] is 4 units. CSCI 104L meets Tue, Thu 2:00-3:20")
    assert answer.values == ("4 units", "Tue", "Thu", "2:00-3:20pm")
    assert [course.code for course in answer.courses] == ["CSCI 104L"]
