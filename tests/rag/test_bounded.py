"""Limits of the student's own that a meeting must keep to."""

from __future__ import annotations

import pytest

from tests.rag.courses import say


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("my parking meter maxes out at 2 hrs, would i be ok for CSCI 270's class", "Yes. [CSCI"),
        ("my battery dies after one hour, will it last for CSCI 270?", "No. [CSCI 270] meets"),
        ("my lunch lasts 2 hours, when does CSCI 270 meet", "[CSCI 270] meets"),
    ],
)
def test_a_meeting_is_no_longer_than_the_limit(question: str, opening: str) -> None:
    assert say(question).statement.startswith(opening), say(question).statement
