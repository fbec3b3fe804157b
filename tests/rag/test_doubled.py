"""What goes for lacking something stays where it has it; what goes for having it goes."""

from __future__ import annotations

import pytest

from rag.conversation import Turn
from rag.understanding.doubled import undouble
from rag.understanding.words import Text
from tests.rag.shelf import READER, conditions, read

KEPT = [
    ("drop everything that isn't 2 units", "keep the ones that are 2 units"),
    ("get rid of whatever doesn't carry 2 units", "keep the ones that carry 2 units"),
    (
        "anything that is not 2 units can be dropped from that list",
        "keep the ones that are 2 units",
    ),
    ("exclude those without prereqs", "keep the ones with prereqs"),
    ("I don't want to see any that aren't 2 units", "keep the ones that are 2 units"),
    ("those not on tuesday can go", "keep the ones on tuesday"),
    ("remove all but the 2 unit ones", "keep the 2 unit ones"),
    (
        "drop anything that isn't 2 units or doesn't meet on monday",
        "keep the ones that are 2 units and meet on monday",
    ),
]


@pytest.mark.parametrize(("question", "meant"), KEPT, ids=[q for q, _ in KEPT])
def test_two_negations_keep(question: str, meant: str) -> None:
    text = Text(question)
    undouble(text)
    assert text.line == meant


@pytest.mark.parametrize(
    "question",
    [
        "drop the 2 unit ones",
        "anything but 2 units",
        "keep everything but the 2 unit ones",
        "which of those are not 2 units",
        "can I drop a class that isn't required",
    ],
)
def test_one_negation_stays_as_it_is(question: str) -> None:
    text = Text(question)
    undouble(text)
    assert text.line == Text(question).line


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("hide everything that doesn't have 4 units", "units any 4.0"),
        ("hide the 4 unit ones", "units not 4.0"),
    ],
)
def test_a_list_is_narrowed_by_either(question: str, told: str) -> None:
    first = "csci classes on mondays"
    turn = Turn(first, "There are 3.", READER.read(first), ("CSCI 103L", "CSCI 104L", "CSCI 170"))
    assert told in conditions(read(question, [turn]))
