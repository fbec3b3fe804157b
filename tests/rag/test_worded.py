"""Words that titles are to hold are a condition, which stays through the conversation."""

from __future__ import annotations

import pytest

from rag.query import Filter
from tests.rag.courses import course, say
from tests.rag.shelf import conditions, read

ASKED = [
    ("CSCI courses with machine learning in the title",
     {"titled any machine learning", "program any CSCI"}),
    ("which classes have the word design in their name", {"titled any design"}),
    ("courses whose title contains the word cinema", {"titled any cinema"}),
    ("courses with Italian or Greek in the title, graduate level",
     {"titled any italian,greek", "level any graduate"}),
    ("into robots. titles with robot in them", {"titled any robot"}),
    ("list everything titled with the word justice", {"titled any justice"}),
    ("'game' must be in the title, CSCI only", {"titled any game", "program any CSCI"}),
    ("titles containing both music and film", {"titled any music film"}),
    ("math courses without 'introduction' in the title",
     {"titled not introduction", "program any MATH"}),
]  # fmt: skip


@pytest.mark.parametrize(("question", "found"), ASKED, ids=[q for q, _ in ASKED])
def test_words_of_titles_become_conditions(question: str, found: set[str]) -> None:
    query = read(question)
    assert (query.ask, conditions(query), query.topic) == ("list", found, "")


def test_the_title_of_a_course_is_no_condition() -> None:
    assert read("what is the title of CSCI 104").codes == ("CSCI 104L",)


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("systems", "Database Systems"),
        ("system", "Database Systems"),
        ("studies", "A Study of Trees"),
        ("trees study", "A Study of Trees"),
        ("class", "Social Class"),
        ("robot", "Robotics"),
    ],
)
def test_a_title_holds_words_in_either_number_and_any_order(words: str, title: str) -> None:
    assert Filter("titled", (words,)).holds(course("ART 100", title), None)


def test_a_part_of_a_word_is_not_the_word() -> None:
    assert not Filter("titled", ("art",)).holds(course("ART 100", "Starting Up"), None)
    assert Filter("titled", ("art",), "not").holds(course("ART 100", "Starting Up"), None)


def test_the_description_does_not_count() -> None:
    said = say("which courses have graphs in the title").statement
    assert said == "The Spring 2024 file has no course that has “graphs” in the title."
