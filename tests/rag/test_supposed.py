"""Courses that would be taken, and what is asked for by "may I have"."""

from __future__ import annotations

import pytest

from tests.rag.shelf import read
from tests.rag.test_shown import after

ONE = ("what is csci 104 about", ("CSCI 104L",))


@pytest.mark.parametrize(
    ("question", "ask"),
    [
        ("will I end up in a lab if I take CSCI 104", "schedule"),
        ("who would I have if I sign up for CSCI 104", "instructor"),
    ],
)
def test_what_is_only_supposed_is_not_passed(question: str, ask: str) -> None:
    query = read(question)
    assert (query.ask, query.codes, query.taken) == (ask, ("CSCI 104L",), ())


@pytest.mark.parametrize(
    "question", ["if I take CSCI 104 what can I take next", "what opens up if I take CSCI 104"]
)
def test_what_it_leads_to_takes_it_as_passed(question: str) -> None:
    query = read(question)
    assert "CSCI 104L" in (*query.taken, *query.codes) and query.ask in ("eligible", "unlocks")


@pytest.mark.parametrize(
    ("question", "ask"),
    [
        ("Might I also have its meeting times?", "schedule"),
        ("may i have its days", "schedule"),
        ("who do i have for that", "instructor"),
    ],
)
def test_what_one_asks_to_have_is_not_passed(question: str, ask: str) -> None:
    query = after(question, ONE)
    assert (query.ask, query.codes, query.taken) == (ask, ("CSCI 104L",), ())


def test_two_courses_beside_each_other_are_not_passed() -> None:
    for question in (
        "may I ask in what way CSCI 104 differs from CSCI 270",
        "would i get more units from CSCI 104 or from CSCI 270",
        "what sets CSCI 104 apart from CSCI 270",
        "comparing units only, would CSCI 104 come out ahead of CSCI 270?",
    ):
        query = read(question)
        assert (query.ask, query.codes, query.taken) == ("compare", ("CSCI 104L", "CSCI 270"), ())
