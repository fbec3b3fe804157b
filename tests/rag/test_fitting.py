"""Courses beside each other in a plan: clashes, sums, swaps."""

from __future__ import annotations

import pytest

from rag.conversation import Turn
from rag.query import Query
from rag.understanding.fitting import clashing, planned_in
from tests.rag.courses import say
from tests.rag.shelf import read

PLAN = "planning my week: math 125, psyc 100 and csci 104, do any overlap?"
PLANNED = ("MATH 125g", "PSYC 100Lg", "CSCI 104L")


def told(*questions: str) -> list[Turn]:
    history: list[Turn] = []
    for question in questions:
        query = read(question, history)
        history.append(Turn(question, "", query, query.codes))
    return history


def after(question: str, *questions: str) -> Query:
    return read(question, told(*questions))


def test_a_plan_is_kept_added_to_and_changed() -> None:
    assert planned_in(told(PLAN)) == PLANNED
    assert planned_in(told(PLAN, "add csci 170")) == (*PLANNED, "CSCI 170")
    swapped = after("swap csci 104 with csci 170", PLAN)
    assert (swapped.ask, swapped.codes) == ("compare", (*PLANNED[:2], "CSCI 170"))
    assert after("what if i go for 170 instead", PLAN).codes == swapped.codes


@pytest.mark.parametrize(
    "question",
    ["so how many units is that", "total now?", "how many units in total", "ok and total units?"],
)
def test_units_of_a_plan_are_added_up(question: str) -> None:
    query = after(question, PLAN)
    assert (query.ask, query.codes, query.follows) == ("units", PLANNED, True)


@pytest.mark.parametrize(
    ("question", "codes"),
    [("does it overlap with psyc 100", ("CSCI 104L", "PSYC 100Lg")),
     ("same night as psyc 100?", ("PSYC 100Lg", "CSCI 104L")),
     ("would it run into 170", ("CSCI 104L", "CSCI 170"))],
)  # fmt: skip
def test_the_course_spoken_of_is_held_against_another(
    question: str, codes: tuple[str, ...]
) -> None:
    query = after(question, "who teaches csci 104")
    assert (query.ask, query.codes) == ("schedule", codes)


def test_one_more_course_after_a_clash_and_a_difference() -> None:
    query = after("And with 270?", "do csci 104 and csci 170 clash")
    assert (query.ask, query.codes) == ("compare", ("CSCI 104L", "CSCI 270"))
    query = after("Is MATH 125 any different?", "is csci 104 restricted")
    assert (query.ask, query.codes) == ("restrictions", ("CSCI 104L", "MATH 125g"))
    query = after("so which", "csci 104 or csci 170")
    assert (query.ask, query.codes) == ("compare", ("CSCI 104L", "CSCI 170"))


def test_a_class_level_is_asked_of_the_whole_list() -> None:
    history = [Turn("csci classes", "", read("csci classes"), ("CSCI 103L", "CSCI 104L"))]
    query = read("I'm a junior, may I enroll?", history)
    assert (query.ask, query.codes) == ("restrictions", ("CSCI 103L", "CSCI 104L"))


def test_taking_two_at_the_same_time_is_no_clash() -> None:
    assert clashing("does it meet at the same time as #0")
    assert not clashing("can i take #0 the same semester as #1")
    assert say("do MATH 125 and CSCI 270 collide").statement.startswith("Yes, the listed sections")
