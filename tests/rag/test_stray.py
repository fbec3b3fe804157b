"""The student's way of talking is no topic; what titles and subjects are called is one."""

from __future__ import annotations

import pytest

from tests.rag.shelf import read

TALK = [
    ("hi! I still need my physical sciences GE (thats GE-E right?). what are my options", ""),
    ("psych classes on fridays, quick pls, need it fast", ""),
    ("my mom wants me to take a history class that ticks the GE-C box", ""),
    ("fine, the CSCI and MATH ones on saturday then", ""),
    ("List em with their day: GE-C classes that meet once a week", ""),
    ("psych classes on dreams, right??", "dreams"),
    ("courses about parking in econ", "parking"),
    ("any sign language class on mondays", "sign language"),
    ("korean language courses in order", "korean"),
    ("a dreams class, for real?", "dreams"),
]


@pytest.mark.parametrize(("question", "topic"), TALK, ids=[q for q, _ in TALK])
def test_only_what_courses_may_be_about_is_a_topic(question: str, topic: str) -> None:
    assert read(question).topic == topic


@pytest.mark.parametrize(
    "question", ["one quick number: MATH classes with prereqs", "just the number, psych courses"]
)
def test_a_number_asked_for_is_a_count(question: str) -> None:
    assert read(question).ask == "count"


@pytest.mark.parametrize("question", ["do you offer swahili", "does usc teach quechua"])
def test_what_is_offered_is_a_list(question: str) -> None:
    query = read(question)
    assert (query.ask, query.topic) == ("list", question.split()[-1])
