"""What is asked of a section besides its times, as the meaning of the question has it."""

from __future__ import annotations

import pytest

from rag.facts import facts
from rag.query import Filter, Query
from rag.question import Reader
from rag.understanding.kinds import LAB
from rag.understanding.particular import particular
from tests.rag.courses import CATALOGUE, REQUIREMENTS

MON = Filter("day", ("Mon",))
ADDED = Filter("kind", LAB)


def read(heading: str, odds: float, *filters: Filter, ask: str = "schedule") -> Query:
    query = Query("", ask, codes=("MATH 125g",), filters=filters)
    return particular(query, "the words", lambda words, situation: (heading, odds))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((), (ADDED,)),
        ((MON,), (MON, ADDED)),
        ((Filter("kind", ("Lecture",)),), (Filter("kind", ("Lecture",)),)),
        ((Filter("kind", LAB, "not"),), (Filter("kind", LAB, "not"),)),
    ],
)
def test_a_laboratory_is_a_condition(before: tuple[Filter, ...], after: tuple[Filter, ...]) -> None:
    assert read("lab", 0.9, *before).filters == after


def test_whether_it_is_given_is_an_ask_of_its_own() -> None:
    assert read("offered", 0.9).ask == "offered"
    assert read("offered", 0.9, MON).ask == "schedule"


def test_an_unsure_meaning_or_another_ask_changes_nothing() -> None:
    assert read("lab", 0.4).filters == ()
    assert read("lab", 0.9, ask="units").filters == ()


def test_the_answer_says_yes_where_the_words_alone_would_not() -> None:
    reader = Reader(CATALOGUE)
    reader.opinion = lambda words, situation: ("offered", 0.9)
    query = reader.read("MATH 125, a go?")
    assert query.ask == "offered"
    found = facts(query, CATALOGUE, REQUIREMENTS)
    assert found.statement.startswith("Yes. [MATH 125g] meets Mon, Wed, Fri")
