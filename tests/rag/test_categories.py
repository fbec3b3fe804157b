"""The GE category of the talk, pointed at or named by its letter."""

from __future__ import annotations

import pytest

from rag.conversation import Turn
from rag.query import Query
from tests.rag.shelf import conditions, read


def after(question: str) -> Query:
    first = "which math classes count as GE F"
    return read(question, [Turn(first, "", read(first), ("MATH 125g", "MATH 126g"))])


@pytest.mark.parametrize(
    "question",
    ["Is there a logic class for the same category?", "is there a logic class in that category"],
)
def test_the_same_category_is_the_one_of_the_list(question: str) -> None:
    query = after(question)
    assert (query.topic, conditions(query)) == ("logic", {"ge any F"})


def test_a_letter_that_classes_count_for_is_a_category() -> None:
    query = after("which on the list also count for H")
    assert (query.topic, "ge any H" in conditions(query)) == ("", True)
    assert conditions(read("which math classes count for f")) == {"program any MATH", "ge any F"}
