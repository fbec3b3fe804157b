"""What is told beside the question, of which few words are a topic."""

from __future__ import annotations

import pytest

from tests.rag.shelf import conditions, read


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("I'm a parent helping my daughter look at classes. What cinema courses does CTCS have?",
         ""),
        ("My grandma lives with us so I'm curious about economics. Which ECON courses are on "
         "Friday?", ""),
        ("My dog keeps me up at night. Which MATH classes are on Friday?", ""),
        ("Which MATH courses meet on Friday? I'd like to keep my mornings sane.", ""),
        ("My roommate keeps telling me to try algorithms. Is there a CSCI class on Friday?",
         "algorithms"),
        ("I want something about rome. Which HIST classes are on Friday?", "rome"),
    ],
)  # fmt: skip
def test_only_what_courses_of_the_program_are_on_is_a_topic(question: str, topic: str) -> None:
    assert read(question).topic == topic


def test_what_the_question_points_back_at_is_kept() -> None:
    query = read("My friend swears by pilates. Does DANC have anything like that?")
    assert (conditions(query), query.topic) == ({"program any DANC"}, "pilates")


def test_a_topic_is_kept_where_the_question_names_no_subject() -> None:
    assert "jazz" in read("I would like a course concerning jazz. What is there?").topic
