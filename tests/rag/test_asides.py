"""Thanks, purposes and what the assistant is to do are no topic of the courses sought."""

from __future__ import annotations

import pytest

from rag.understanding.asides import adverb
from tests.rag.shelf import conditions, read

ASIDES = [
    ("Thank you, that is very helpful. Might you reduce it to csci classes?", ""),
    ("could you fetch me a list of csci classes for my newsletter", ""),
    ("it would help us greatly to see csci classes on fridays", ""),
    ("my schedule only has space for 4 units, any csci classes", ""),
    ("For my student's purposes, which csci classes are there on fridays", ""),
    ("the only thing that works is csci classes on mondays, what are my choices", ""),
    ("I would appreciate courses on dreams. 4 units please", "dreams"),
    ("courses on space exploration", "space exploration"),
]


@pytest.mark.parametrize(("question", "topic"), ASIDES, ids=[q for q, _ in ASIDES])
def test_what_is_said_beside_is_no_topic(question: str, topic: str) -> None:
    assert read(question).topic == topic


def test_adverbs_say_how_and_never_what() -> None:
    assert [w for w in ("greatly", "urgently", "family", "assembly", "italy") if adverb(w)] == [
        "greatly",
        "urgently",
    ]


@pytest.mark.parametrize(
    "question",
    [
        "I would need the number of 4 unit csci classes",
        "I'm with an advisee who needs options. any csci classes of 4 units?",
    ],
)
def test_what_someone_needs_is_no_prerequisite(question: str) -> None:
    assert conditions(read(question)) == {"program any CSCI", "units any 4.0"}


@pytest.mark.parametrize(
    ("question", "op"),
    [
        ("which csci classes that don't meet on wednesdays are available", "not"),
        ("my wednesdays are free, which csci classes", "any"),
    ],
)
def test_days_are_free_only_where_they_are_the_students(question: str, op: str) -> None:
    assert f"day {op} Wed" in conditions(read(question))


@pytest.mark.parametrize(
    "question",
    ["csci courses that don't ask for csci 104", "csci classes that do not build on CSCI 104"],
)
def test_what_is_not_asked_for_is_not_needed(question: str) -> None:
    assert "needs not CSCI 104" in conditions(read(question))
