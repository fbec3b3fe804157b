"""A talk begun anew, and talk before a question."""

from __future__ import annotations

import pytest

from rag.catalogue import Catalogue
from rag.conversation import Turn
from rag.query import Query
from rag.question import Reader
from tests.rag.courses import course
from tests.rag.shelf import READER, conditions, read


def after(question: str) -> Query:
    first = "4 unit csci classes on mondays"
    return read(question, [Turn(first, "2.", READER.read(first), ("CSCI 103L", "CSCI 170"))])


@pytest.mark.parametrize(
    "question",
    [
        "start over. any math classes",
        "ok different thing: math classes",
        "nvm, are there math classes",
        "forget it, what math courses are there",
        "moving on - math classes",
    ],
)
def test_the_list_before_is_left(question: str) -> None:
    query = after(question)
    assert (query.ask, conditions(query), query.topic) == ("list", {"program any MATH"}, "")


@pytest.mark.parametrize(
    "question", ["fine, no prereqs then", "ugh. no prereqs", "got it, no prereqs"]
)
def test_talk_before_a_condition_is_no_topic(question: str) -> None:
    query = after(question)
    assert query.topic == "" and "prerequisites any False" in conditions(query)
    assert "program any CSCI" in conditions(query)


def test_what_is_taken_is_kept_when_a_talk_begins_anew() -> None:
    first = "I have taken CSCI 103, what is next"
    turn = Turn(first, "CSCI 104.", READER.read(first), ("CSCI 104L",))
    assert read("new topic: math classes", [turn]).taken == ("CSCI 103L",)


def test_a_college_one_comes_from_is_no_course() -> None:
    courses = (course("EDHP 580", "The Community College"), course("THTR 475", "Acting on Camera"))
    asked = "I transferred from a community college. What does Acting on Camera need before?"
    query = Reader(Catalogue(courses, "Spring 2024")).read(asked)
    assert (query.ask, query.codes) == ("prerequisites", ("THTR 475",))
