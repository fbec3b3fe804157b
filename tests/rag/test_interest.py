"""What is liked, told beside the question, is its topic, unless it has one of its own."""

from __future__ import annotations

import pytest

from tests.rag.shelf import read

LIKED = [
    ("My thesis back home touches on cancer biology, and I should pick up a course here", "cancer"),
    ("my son has been fascinated by whales since he was little. what could he study", "whales"),
    ("I would love to know more of whales. Which lectures can I visit?", "whales"),
    ("I would like to deepen my knowledge of whales. What could I enroll in?", "whales"),
    ("if whales are my thing, where should I look", "whales"),
    ("sharks have always fascinated me. any classes?", "sharks"),
    ("my research is on whales, any course that would help with it?", "whales"),
    ("I'm into ceramics and glass, maybe whales", "ceramics glass whales"),
]


@pytest.mark.parametrize(("question", "topic"), LIKED, ids=[q for q, _ in LIKED])
def test_what_is_liked_is_the_topic(question: str, topic: str) -> None:
    found = read(question).topic
    assert found.startswith(topic)
    assert not {"thesis", "home", "little", "visit", "thing"} & set(found.split())


def test_classes_that_are_liked_are_no_topic() -> None:
    assert read("I like classes on mondays").topic == ""


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("i need ideas for next semester, im into cryptography", ""),
        ("next semester I want something on climate change, what do you suggest?", ""),
        ("what classes about jazz are offered next semester", "other terms"),
        ("I already satisfied the requirement", "your own records"),
        ("is it a lot or a little, how many csci classes are there", ""),
    ],
)
def test_a_term_planned_is_no_other_term(question: str, missing: str) -> None:
    assert read(question).missing == missing


@pytest.mark.parametrize(
    "question",
    [
        "my friend won't shut up about Ada Ferncastle, what courses do they teach",
        "I met Ada Ferncastle at an open day. What does she give this semester?",
    ],
)
def test_whose_courses_are_asked_for_is_all_that_is_asked(question: str) -> None:
    query = read(question)
    assert (query.topic, query.missing) == ("", "")
    assert [f.values for f in query.filters] == [("Ada Ferncastle",)]


@pytest.mark.parametrize("question", ["where can I study video games", "where can one learn judo"])
def test_where_a_subject_is_studied_asks_for_courses(question: str) -> None:
    assert read(question).ask == "recommend"
