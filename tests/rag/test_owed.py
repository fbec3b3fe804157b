"""Courses that the last answer told as needed, meant without their codes."""

from __future__ import annotations

import pytest

from rag.catalogue import Catalogue
from rag.conversation import Turn
from rag.query import Query
from rag.question import Reader
from tests.rag.courses import course

READER = Reader(
    Catalogue(
        [
            course("CSCI 104L", "Data Structures"),
            course("CSCI 170", "Discrete Methods"),
            course("CSCI 270", "Algorithms", prerequisites="CSCI 104 and MATH 125"),
            course("CSCI 360", "Intelligence", prerequisites="CSCI 104 and CSCI 170"),
            course("MATH 125g", "Calculus I"),
        ],
        "Spring 2024",
    )
)


def after(question: str, asked: str) -> Query:
    first = READER.read(asked)
    return READER.read(question, [Turn(asked, "", first, first.codes)])


@pytest.mark.parametrize(
    ("question", "ask"),
    [("the missing one need anything", "prerequisites"), ("when is the missing one", "schedule"),
     ("who teaches the one i'm missing", "instructor")],
)  # fmt: skip
def test_the_missing_one_is_what_is_still_needed(question: str, ask: str) -> None:
    query = after(question, "I had CSCI 104, can I take CSCI 360?")
    assert (query.ask, query.codes) == (ask, ("CSCI 170",))


@pytest.mark.parametrize(
    ("question", "ask"),
    [("do those overlap", "schedule"), ("and who teaches those two", "instructor"),
     ("how many units are they", "units")],
)  # fmt: skip
def test_those_are_the_ones_needed(question: str, ask: str) -> None:
    query = after(question, "what does CSCI 270 need")
    assert (query.ask, query.codes) == (ask, ("CSCI 104L", "MATH 125g"))


def test_one_of_them_is_named_by_its_department() -> None:
    query = after("when does the math one meet", "what does CSCI 270 need")
    assert (query.ask, query.codes) == ("schedule", ("MATH 125g",))


def test_courses_got_are_passed_for_the_one_asked_about() -> None:
    query = after("got csci 104, math 125. enough?", "what does CSCI 270 need")
    assert (query.ask, query.codes) == ("eligible", ("CSCI 270",))
    assert query.taken == ("CSCI 104L", "MATH 125g")
    alone = after("only had csci 104. which of them", "csci 270 vs csci 170")
    assert (alone.ask, alone.taken) == ("eligible", ("CSCI 104L",))
