"""How many of the courses shown fit together in one week."""

from __future__ import annotations

import pytest

from rag.facts import facts
from rag.query import Query
from tests.rag.courses import CATALOGUE, REQUIREMENTS
from tests.rag.test_shown import LISTED, after


@pytest.mark.parametrize(
    "question",
    [
        "max number of these w/o clash",
        "what's the most of these i could take without overlap",
        "what's a 3-class combination of those without a clash",
        "how many of them can I take with no conflicts",
    ],
)
def test_the_most_of_the_courses_shown_is_asked(question: str) -> None:
    query = after(question)
    assert (query.ask, query.codes, query.follows) == ("schedule", LISTED, True)


def test_how_many_there_are_is_asked_as_before() -> None:
    assert after("how many of those are there").ask == "count"


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("max number of these w/o clash", "At most 2 of these 4 courses fit together"),
        ("is there a three-class combination of those without overlap", "No: at most 2 of these 4"),
        ("a two course combination of those without overlap", "Yes: at most 2 of these 4"),
    ],
)
def test_the_largest_set_without_an_overlap_is_told(question: str, opening: str) -> None:
    named = ("MATH 125g", "CSCI 270", "CSCI 103L", "CSCI 499")
    told = facts(Query(question, "schedule", named), CATALOGUE, REQUIREMENTS)
    assert told.statement.startswith(opening), told.statement
    assert "(1 course without times left aside)" in told.statement
    assert [c.code for c in told.courses] == ["MATH 125g", "CSCI 103L"]
