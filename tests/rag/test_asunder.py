"""Several questions in one message, one of which the file can't answer."""

from __future__ import annotations

import pytest

from rag.understanding.asunder import parts
from tests.rag.courses import READER, say

LACKED = "The Spring 2024 file says nothing about workload and difficulty."


def test_the_parts_of_a_message() -> None:
    assert parts("what is it about? is it hard?") == ["what is it about?", "is it hard?"]
    assert parts("who has it and is he any good") == ["who has it?", "is he any good?"]
    assert parts("is CSCI 104 hard?") == []


@pytest.mark.parametrize(
    ("question", "ask", "start"),
    [
        ("what is CSCI 104 about? is it hard?", "description", "[CSCI 104L] Data Structures"),
        ("how hard is CSCI 270? and what do I need before it?", "prerequisites", "[CSCI 270] req"),
        ("is AHIS 120 a GE? is it hard?", "category", "Yes. [AHIS 120g] counts for GE-A"),
        ("who teaches CSCI 104 and is it hard", "instructor", "The section of [CSCI 104L] in"),
    ],
)
def test_what_is_known_is_answered_and_what_is_not_is_told(
    question: str, ask: str, start: str
) -> None:
    query, answer = READER.read(question), say(question)
    assert (query.ask, query.missing) == (ask, "workload and difficulty")
    assert not answer.refused and answer.statement.startswith(start), answer.statement
    assert answer.statement.endswith(f" {LACKED}")


@pytest.mark.parametrize(
    "question",
    (
        "What is the workload of CSCI 104? How many hours per week should I expect?",
        "is CSCI 104 curved and what is the average grade",
        "is CSCI 104 hard",
    ),
)
def test_where_no_part_is_known_all_is_refused(question: str) -> None:
    assert READER.read(question).ask == "unavailable"
    assert say(question).refused
