"""Courses begun and not passed do not count as passed."""

from __future__ import annotations

import pytest

from tests.rag.courses import READER, say

FAILED = (
    "I failed CSCI 104 last semester. can I still take CSCI 270?",
    "I withdrew from CSCI 104, can I take CSCI 270?",
    "She flunked CSCI 104. CSCI 270 possible?",
    "I got an F in CSCI 104, could I go on to CSCI 270",
    "didn't pass CSCI 104 but want CSCI 270, allowed?",
)


@pytest.mark.parametrize("question", FAILED)
def test_a_failed_course_opens_nothing(question: str) -> None:
    query = READER.read(question)
    assert (query.ask, query.codes, query.taken) == ("requires", ("CSCI 270", "CSCI 104L"), ())
    assert say(question).statement.startswith("No, [CSCI 104L] is a prerequisite of [CSCI 270]")


def test_what_was_passed_beside_it_counts() -> None:
    query = READER.read("I passed CSCI 103 but failed CSCI 170, can I take CSCI 104")
    assert (query.ask, query.codes, query.taken) == ("eligible", ("CSCI 104L",), ("CSCI 103L",))


def test_what_failing_would_do_is_answered_the_other_way_round() -> None:
    answer = say("does failing CSCI 104 keep me from CSCI 270")
    assert answer.statement.startswith("Yes, [CSCI 104L] is a prerequisite"), answer.statement


def test_a_failed_course_may_be_asked_about_itself() -> None:
    query = READER.read("I failed CSCI 104, can I take it again")
    assert (query.ask, query.codes) == ("unavailable", ("CSCI 104L",))
