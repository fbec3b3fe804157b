"""Lists put in parts or in an order."""

from __future__ import annotations

import pytest

from rag.conversation import Turn
from rag.query import Filter
from rag.understanding.arranged import Arrangement, find_arranged
from rag.understanding.words import Text
from tests.rag import courses, shelf

CSCI = (Filter("program", ("CSCI",)),)


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("split those by category", Arrangement("ge", True)),
        ("group them by units", Arrangement("units", True)),
        ("break it down by dept", Arrangement("program", True)),
        ("sort by time", Arrangement("start", False)),
        ("in order of course number", Arrangement("number", False)),
        ("korean classes in order", Arrangement("number", False)),
        ("what do I need in order to graduate", None),
        ("group therapy classes", None),
    ],
)
def test_how_a_list_is_put(question: str, wanted: Arrangement | None) -> None:
    assert find_arranged(Text(question)) == wanted


def test_the_list_before_is_put_so() -> None:
    first = "4 unit csci classes"
    turn = Turn(first, "2.", shelf.READER.read(first), ("CSCI 103L", "CSCI 170"))
    query = shelf.read("group those by level, only tuesdays", [turn])
    assert shelf.conditions(query) == {"program any CSCI", "units any 4.0", "day only Tue"}


def test_parts_name_their_courses_with_their_number() -> None:
    facts = courses.say("CSCI courses grouped by level")
    assert "- lower (4): [CSCI 103L] Introduction to Programming, [CSCI 170]" in facts.statement
    assert "- upper (1): [CSCI 499]" in facts.statement and facts.total == 6


def test_an_order_by_time_shows_the_times_and_puts_those_unknown_last() -> None:
    codes = courses.codes(courses.say("CSCI courses sorted by time"))
    assert codes[:3] == ["CSCI 103L", "CSCI 270", "CSCI 104L"]
