"""Courses beside each other in a plan: clashes, sums, swaps."""

from __future__ import annotations

import pytest

from rag.conversation import Turn
from rag.understanding.fitting import clashing, planned_in
from tests.rag.courses import say
from tests.rag.shelf import after, converse, read

PLAN = "planning my week: math 125, psyc 100 and csci 104, do any overlap?"
PLANNED = ("MATH 125g", "PSYC 100Lg", "CSCI 104L")


def test_a_plan_is_kept_added_to_and_changed() -> None:
    assert planned_in(converse(PLAN)) == PLANNED
    assert planned_in(converse(PLAN, "add csci 170")) == (*PLANNED, "CSCI 170")
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
    assert (query.ask, query.codes) == ("schedule", ("CSCI 270", "CSCI 104L"))
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


@pytest.mark.parametrize(
    "question",
    ["how many units would that be together", "so how many credits combined",
     "and how many units in total would i be taking"],
)  # fmt: skip
def test_two_courses_spoken_of_after_each_other_are_added_up(question: str) -> None:
    query = after(question, "when is csci 104", "and csci 170?")
    assert (query.ask, query.codes) == ("units", ("CSCI 104L", "CSCI 170"))


def test_units_of_it_are_those_of_the_last_course() -> None:
    query = after("how many units is that", "when is csci 104", "and csci 170?")
    assert (query.ask, query.codes) == ("units", ("CSCI 170",))


@pytest.mark.parametrize(
    ("question", "other"),
    [("would it conflict with intro to AI", "CSCI 360"),
     ("does it conflict with the machine learning class", "CSCI 567"),
     ("is it at the same time as calculus 2", "MATH 126g")],
)  # fmt: skip
def test_what_it_clashes_with_is_named_by_a_part_of_its_title(question: str, other: str) -> None:
    query = after(question, "who teaches csci 104")
    assert query.ask == "schedule" and query.codes == ("CSCI 104L", other)


@pytest.mark.parametrize(
    "question", ["does it conflict with my job", "does it conflict with anything"]
)
def test_what_is_no_course_is_held_against_none(question: str) -> None:
    assert after(question, "who teaches csci 104").codes == ("CSCI 104L",)


@pytest.mark.parametrize(
    "question",
    ["i've only had csci 103 so far. can i take either", "she has csci 103. could she take both",
     "i did csci 103. am i eligible for either one"],
)  # fmt: skip
def test_either_is_asked_of_the_two_courses_spoken_of(question: str) -> None:
    query = after(question, "prereqs for csci 104", "what about 170")
    assert (query.ask, query.codes) == ("eligible", ("CSCI 104L", "CSCI 170"))
    assert query.taken == ("CSCI 103L",)


def test_not_either_is_said_of_the_course_before_it() -> None:
    said = "i haven't taken csci 103 either. can i take it"
    query = after(said, "prereqs for csci 104", "what about 170")
    assert "CSCI 104L" not in query.codes
