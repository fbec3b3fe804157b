"""Whether students of a class level or major are let into the courses spoken of."""

from __future__ import annotations

import pytest

from rag.facts import facts
from rag.query import Query
from tests.rag.courses import CATALOGUE, REQUIREMENTS
from tests.rag.test_shown import LISTED, after

ONE = ("who teaches csci 104", ("CSCI 104L",))


@pytest.mark.parametrize(
    "question",
    [
        "would a freshman be let in",
        "im a junior transfer can i get in",
        "can an english major get in?",
        "is it open to sophomores",
        "can i enroll as a grad student",
        "no i meant can a math major take it",
    ],
)
def test_the_course_last_looked_up_is_meant(question: str) -> None:
    query = after(question, ONE)
    assert (query.ask, query.codes, query.follows) == ("restrictions", ("CSCI 104L",), True)


@pytest.mark.parametrize("question", ["could a senior get in", "are freshmen allowed in them"])
def test_all_of_a_list_are_meant(question: str) -> None:
    query = after(question)
    assert (query.ask, query.codes) == ("restrictions", LISTED)


def test_what_a_student_may_take_is_another_question() -> None:
    assert after("im a junior what can i take", ONE).ask != "restrictions"


def test_which_of_several_let_them_in_is_said_first() -> None:
    query = Query("can a freshman get in", "restrictions", ("CSCI 104L", "CSCI 585"))
    told = facts(query, CATALOGUE, REQUIREMENTS)
    assert told.statement.startswith(
        "As far as restrictions go, yes to CSCI 104L and no to CSCI 585. "
    )
