"""Whether a course can be taken again and again, without a word for repeating it."""

from __future__ import annotations

import pytest

from tests.rag.courses import say
from tests.rag.shelf import read


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("is CSCI 499 a one-shot deal, or could I come back every year?", "Yes: [CSCI 499] is 2-4"),
        ("can I keep enrolling in CSCI 499 year after year?", "Yes: [CSCI 499] is 2-4"),
        ("can I take CSCI 170 every semester", "No: [CSCI 170] is 4 units, and the file lists no"),
    ],
)
def test_it_is_told_whether_it_can_be_repeated(question: str, opening: str) -> None:
    assert say(question).statement.startswith(opening), say(question).statement


def test_when_it_is_offered_is_another_question() -> None:
    assert read("is CSCI 104 offered every semester").missing == "other terms"
