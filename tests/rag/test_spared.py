"""Courses that do without the one named as a prerequisite."""

from __future__ import annotations

import pytest

from tests.rag.shelf import conditions, read

SPARED = "needs not MATH 125"


@pytest.mark.parametrize(
    "question",
    [
        "MATH 125 is not a prerequisite to which upper level classes?",
        "I have not taken MATH 125. Which upper level classes don't have it as a prerequisite?",
        "What upper level courses can be taken without MATH 125?",
        "Without having MATH 125, what upper-level classes can one take?",
        "Without having done MATH 125, which upper level classes can I take?",
        "Can you tell me the upper level courses not requiring MATH 125?",
        "Is there an upper-level class where I do not need MATH 125 before?",
        "Among the upper level classes, which ones are without MATH 125 as prereq?",
    ],
)
def test_what_does_without_a_course_is_listed(question: str) -> None:
    query = read(question)
    assert (query.ask, query.codes, query.taken) == ("list", (), ())
    assert conditions(query) == {SPARED, "level any upper"}


def test_they_are_counted_where_a_number_is_asked() -> None:
    query = read("how many courses don't list MATH 125 as a prerequisite")
    assert (query.ask, conditions(query)) == ("count", {SPARED})


@pytest.mark.parametrize(
    ("question", "ask"),
    [
        ("can I take MATH 126 without MATH 125", "requires"),
        ("what classes can I take after MATH 125", "unlocks"),
        ("which classes can I take without a lab", "list"),
    ],
)
def test_other_questions_stay(question: str, ask: str) -> None:
    query = read(question)
    assert query.ask == ask and SPARED not in conditions(query)
