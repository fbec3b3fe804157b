"""A subject told of the student, which the question only points at."""

from __future__ import annotations

import pytest

from tests.rag.shelf import conditions, read


@pytest.mark.parametrize(
    ("question", "program"),
    [
        ("I'm an exchange student and at home I studied psychology; I search for courses in this "
         "theme.", "program any PSYC"),
        ("My degree is in economics; I look for classes about this topic", "program any ECON"),
        ("I did chemistry in Germany. Any classes in that area?", "program any CHEM"),
    ],
)  # fmt: skip
def test_this_field_is_the_one_told_of(question: str, program: str) -> None:
    query = read(question)
    assert (program in conditions(query), query.topic) == (True, "")


def test_a_topic_told_of_is_sought_by_its_words() -> None:
    query = read(
        "I come from a background of marine biology. what courses on this subject are there"
    )
    assert (query.topic, query.codes) == ("marine biology", ())


def test_a_subject_stays_where_it_is_told_if_nothing_points_at_it() -> None:
    query = read("I study biology. which courses in this list meet on friday")
    assert (query.topic, conditions(query)) == ("biology", {"day any Fri"})
