"""Titles mean a course only where they can mean no other."""

from __future__ import annotations

import pytest

from rag.understanding.titles import Titles, canonical
from tests.rag.shelf import CATALOGUE

TITLES = Titles(CATALOGUE)

NEAR = [
    ("intro to psych", ("PSYC 100Lg",)),
    ("calc 2", ("MATH 126g",)),
    ("calculus ii", ("MATH 126g",)),
    ("data structurs", ("CSCI 104L",)),
    ("data structures", ("CSCI 104L",)),
    ("orgo", ("CHEM 322aL", "CHEM 322bL")),
    ("gen chem", ("CHEM 105aLg", "CHEM 105bL")),
    ("machine learning", ("CSCI 567",)),
    ("intro to machine learning", ("CSCI 467",)),
    ("fundamentals of physics 1", ("PHYS 151Lg",)),
    ("intro to algorithms", ("CSCI 270",)),
    ("behavoral neuroscience", ("PSYC 326",)),
    ("statistics", ("PSYC 274Lg",)),
    ("linear algebra", ()),
    ("directed research", ()),
    ("introduction", ()),
    ("history of science", ()),
    ("communication in film", ()),
]


@pytest.mark.parametrize(("words", "codes"), NEAR)
def test_a_title_is_recognised_or_left_alone(words: str, codes: tuple[str, ...]) -> None:
    assert TITLES.near(words.split()) == codes


def test_titles_are_compared_without_small_words_and_numerals() -> None:
    assert canonical(["history", "of", "the", "international", "cinema", "i"]) == (
        "history", "international", "cinema", "1",
    )  # fmt: skip
