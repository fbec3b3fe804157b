"""Whether all courses of a kind meet a condition."""

from __future__ import annotations

import pytest

from tests.rag.courses import codes, say

ALL = [
    (
        "are all CSCI classes 4 units",
        "Yes",
        "Yes. Of the 6 CSCI courses in the Spring 2024 file, 6",
    ),
    ("are all lower division classes worth 4 units", "No", "No. Of the 10 lower-division courses"),
    ("do all CSCI classes meet on Friday", "No", "No. Of the 6 CSCI courses"),
    ("is 4 units the only option for classes in PHED", "No", "No. Of the one PHED course, none is"),
    ("do Ada Example's classes always meet on Thursday", "Yes", "Yes. Of the one course taught by"),
]


@pytest.mark.parametrize(("question", "verdict", "opening"), ALL)
def test_it_is_yes_only_where_no_course_fails(question: str, verdict: str, opening: str) -> None:
    answer = say(question)
    assert answer.values[0] == verdict
    assert answer.statement.startswith(opening), answer.statement


def test_what_the_file_leaves_open_is_counted_apart_and_some_that_fail_are_named() -> None:
    answer = say("do all CSCI classes meet on Friday")
    assert answer.statement.endswith("Of 2 the file does not say.")
    few = say("are all lower division classes worth 4 units")
    assert "Not so, for example: [PHED 120] Swimming (1 unit)." in few.statement
    assert codes(few) == ["PHED 120"]


def test_a_question_for_some_courses_is_no_question_for_all() -> None:
    assert say("are there CSCI classes on Friday").total == 1
    assert say("show me all CSCI classes on Friday").total == 1
    assert say("on Friday, what all CSCI classes are given").total == 1


def test_what_every_class_has_is_asked_of_all() -> None:
    assert say("is 4 units what every lower division class gives").values[0] == "No"
