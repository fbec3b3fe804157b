"""Several courses of the talk, each held against one that is named."""

from __future__ import annotations

import pytest

from rag.catalogue import Catalogue
from rag.conversation import Turn
from rag.facts import facts
from rag.query import Query
from rag.question import Reader
from rag.requirements import Requirements
from tests.rag.courses import course, section

COURSES = (
    course("BUAD 280", "Accounting I", sections=(section("Tue Thu", 930, 1010),)),
    course("BUAD 311", "Operations", sections=(section("Tue Thu", 960, 1070),)),
    course("BUAD 313", "Advanced Operations", sections=(section("Tue Thu", 960, 1070),)),
    course("BUAD 497", "Strategy", sections=(section("Mon", 600, 700),)),
)
CATALOGUE = Catalogue(COURSES, "Spring 2024")
READER = Reader(CATALOGUE)
PAIR = ("BUAD 311", "BUAD 313")


def after(question: str) -> Query:
    """The question after one on two courses."""
    asked = "when do BUAD 311 and BUAD 313 meet"
    return READER.read(question, [Turn(asked, "[BUAD 311], [BUAD 313]", READER.read(asked), PAIR)])


@pytest.mark.parametrize(
    "question",
    [
        "Does either clash with BUAD 280?",
        "do they overlap with BUAD 280",
        "would either one fit with BUAD 280?",
        "is either of them at the same time as BUAD 280?",
        "which of them clashes with BUAD 280",
        "Does BUAD 280 conflict with either of those?",
    ],
)
def test_each_of_two_is_held_against_the_one_named(question: str) -> None:
    query = after(question)
    assert (query.ask, query.codes) == ("schedule", (*PAIR, "BUAD 280"))


def test_one_of_the_two_is_held_against_it_alone() -> None:
    assert set(after("does the first clash with BUAD 280").codes) == {"BUAD 311", "BUAD 280"}
    assert after("do they clash with each other").codes == PAIR


def test_that_the_two_overlap_themselves_is_not_asked() -> None:
    query = after("does either clash with BUAD 497")
    said = facts(query, CATALOGUE, Requirements(CATALOGUE)).statement
    apart = (
        "No, the listed section of BUAD 497 does not overlap with those of BUAD 311 and BUAD 313"
    )
    assert said.startswith(apart)
    query = after("does either clash with BUAD 280")
    said = facts(query, CATALOGUE, Requirements(CATALOGUE)).statement
    assert said.startswith("Yes, the listed sections of BUAD 311 and BUAD 280 overlap and")
