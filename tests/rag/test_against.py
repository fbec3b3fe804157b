"""A course held against the one just spoken of, in words of its title."""

from __future__ import annotations

import pytest

from rag.facts import facts
from rag.query import Query
from tests.rag.courses import CATALOGUE, REQUIREMENTS
from tests.rag.test_fitting import after

ONE = "when is csci 104"


@pytest.mark.parametrize(
    "question",
    [
        "intro to psychology same time?",
        "is statistics at the same time",
        "statistics clash?",
        "does statistics overlap with it",
        "same time as statistics?",
        "then statistics is it ok with it",
        "can i take statistics with that",
    ],
)
def test_another_course_is_held_against_the_one_spoken_of(question: str) -> None:
    query = after(question, ONE)
    code = "PSYC 100Lg" if "intro" in question else "PSYC 274Lg"
    assert (query.ask, query.codes, query.follows) == ("schedule", (code, "CSCI 104L"), True)


def test_the_two_spoken_of_last_are_held_against_each_other() -> None:
    query = after("same time?", ONE, "when is csci 170")
    assert (query.ask, query.codes) == ("schedule", ("CSCI 104L", "CSCI 170"))


def test_whether_it_is_fine_beside_another_is_asked_of_times_only_after_times() -> None:
    assert after("is statistics ok with it", "prereqs of csci 104").ask != "schedule"


def test_what_is_not_fine_is_no_where_what_clashes_is_yes() -> None:
    told = {"does csci 270 clash with math 125": "Yes", "is csci 270 ok with math 125": "No"}
    for question, word in told.items():
        query = Query(question, "schedule", ("MATH 125g", "CSCI 270"), follows=True)
        assert facts(query, CATALOGUE, REQUIREMENTS).statement.startswith(word)
