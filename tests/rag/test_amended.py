"""A list amended by a later question: courses ruled out, conditions taken back, others put."""

from __future__ import annotations

import pytest

from rag.conversation import Turn
from rag.query import Query
from tests.rag.shelf import READER, conditions, read

LISTED = ("CSCI 103L", "CSCI 104L", "CSCI 170")
FIRST = "4 unit csci classes on mondays before noon"
BASE = {"program any CSCI", "units any 4.0", "day any Mon", "start max 719"}


def after(question: str, first: str = FIRST, listed: tuple[str, ...] = LISTED) -> Query:
    turn = Turn(first, "There are 3.", READER.read(first), listed)
    return read(question, [turn])


@pytest.mark.parametrize(
    ("question", "gone", "new"),
    [
        ("any time of day", {"start max 719"}, set()),
        ("the time doesn't matter", {"start max 719"}, set()),
        ("i don't care about units actually", {"units any 4.0"}, set()),
        ("any department is fine", {"program any CSCI"}, set()),
        ("doesn't have to be csci", {"program any CSCI"}, set()),
        ("it need not be on mondays", {"day any Mon"}, set()),
        ("forget the day", {"day any Mon"}, set()),
        ("drop the monday thing", {"day any Mon"}, set()),
        (
            "what about tue/thu instead, any time of day",
            {"start max 719", "day any Mon"},
            {"day all Tue,Thu"},
        ),
    ],
)
def test_a_condition_is_taken_back(question: str, gone: set[str], new: set[str]) -> None:
    query = after(question)
    assert (query.ask, conditions(query), query.follows) == ("list", BASE - gone | new, True)


@pytest.mark.parametrize(
    ("question", "new"),
    [
        ("leave out anything with prereqs", {"prerequisites any False"}),
        ("aside from the 500 level ones", {"hundred not 500"}),
        ("minus anything restricted to certain majors", {"restricted any False"}),
        ("I'm new here so skip CSCI 170", {"code not CSCI 170"}),
        ("get rid of the discrete and structures ones", {"code not CSCI 170,CSCI 104L"}),
        ("except for the ones on friday", {"day not Fri"}),
        ("anything but graduate", {"level not graduate"}),
        (
            "skip the 500 level ones, and i'd rather not have any prereqs",
            {"hundred not 500", "prerequisites any False"},
        ),
    ],
)
def test_courses_are_ruled_out_in_any_clause(question: str, new: set[str]) -> None:
    query = after(question)
    assert (query.ask, conditions(query), query.follows) == ("list", BASE | new, True)


def test_what_needs_more_than_a_course_is_ruled_out() -> None:
    query = after("drop the one that wants another class on top of CSCI 103")
    assert conditions(query) == BASE | {"needs only CSCI 103"}


def test_a_subject_left_for_another_takes_its_conditions_along() -> None:
    query = after("no thanks. forget csci, is there a class on pottery")
    assert (query.topic, conditions(query)) == ("pottery", set())


def test_a_topic_left_for_another_keeps_the_conditions() -> None:
    query = after("scratch trees. lists?", "csci classes about trees")
    assert (query.topic, conditions(query)) == ("lists", {"program any CSCI"})


@pytest.mark.parametrize(
    "question", ["who teaches CSCI 104 if not Ferncastle", "how many units is CSCI 270"]
)
def test_a_question_of_its_own_amends_nothing(question: str) -> None:
    assert after(question).ask != "list"


@pytest.mark.parametrize(
    "question",
    ["not the 8am ones", "without the 8am ones", "drop the ones at 8", "not the ones at 8am"],
)
def test_courses_are_ruled_out_by_their_hour(question: str) -> None:
    query = after(question, "4 unit csci classes on mondays")
    assert "start not 480" in conditions(query)
    assert {"program any CSCI", "units any 4.0"} <= conditions(query)


@pytest.mark.parametrize(
    ("days", "less", "left"),
    [
        ("on fridays", "and without friday, which are left?", "day not Fri"),
        ("on tuesday and thursday", "and without thursday", "day not Thu"),
    ],
)
def test_a_day_ruled_out_takes_the_place_of_that_day(days: str, less: str, left: str) -> None:
    query = after(less, f"csci classes {days}")
    assert conditions(query) == {"program any CSCI", left}
