"""When a course meets, and whether it is given."""

from __future__ import annotations

import pytest

from tests.rag.courses import say

SAID = [
    ("is MATH 125 offered this semester", "Yes. [MATH 125g] meets Mon, Wed, Fri"),
    ("will MATH 125 be available this spring", "Yes. [MATH 125g] meets"),
    ("when is MATH 125 offered", "[MATH 125g] meets Mon, Wed, Fri 10:00-10:50am"),
    ("who teaches MATH 125 this semester", "The Spring 2024 file lists no instructor"),
    ("is section 10001 of MATH 125 offered", "Yes. [MATH 125g] meets"),
    ("is section 10002 of MATH 125 offered", "The file lists no section 10002 of MATH 125g."),
    ("how many times a week is MATH 125", "[MATH 125g] meets 3 times a week in Spring 2024"),
    ("does CSCI 585 have two lectures per week", "[CSCI 585] meets once a week in Spring 2024"),
    ("if I take MATH 125 and CSCI 270, can I leave at noon", "Yes. [MATH 125g] meets"),
    ("if I take MATH 125 and CSCI 585 can I leave for work at 5", "No. [MATH 125g] meets"),
    ("are MATH 125 and CSCI 499 over by 5pm", "The file does not say. [MATH 125g] meets"),
    ("between 9am and noon is there any section of MATH 125", "Yes. [MATH 125g] meets"),
    ("I need a section of MATH 125 after 2pm, is there one?", "No. [MATH 125g] meets"),
    ("is there a lab for MATH 125", "No. [MATH 125g] is listed as a Lecture and meets"),
    ("what labs does CSCI 103 have", "Yes. [CSCI 103L] is listed as a Lecture (the L in its code"),
    ("when will Ada Example teach CSCI 104", "[CSCI 104L] meets Tue, Thu 2:00-3:20pm"),
    ("when Bo Sample teaches CSCI 104 is there class on Friday", "No. [CSCI 104L] is taught by"),
    ("when can I take CSCI 270", "[CSCI 270] meets Mon, Wed"),
    ("any chance MATH 125 is running this semester", "Yes. [MATH 125g] meets"),
    ("i want to know whether MATH 125 is on the Spring 2024 schedule", "Yes. [MATH 125g] meets"),
    ("please verify that MATH 125 is in the schedule of classes", "Yes. [MATH 125g] meets"),
    ("I arrive in January. Is MATH 125 given in this time?", "Yes. [MATH 125g] meets"),
    ("I heard nice things about MATH 125. It takes place this semester?", "Yes. [MATH 125g]"),
    ("did they drop MATH 125 this sem or is it still on", "[MATH 125g] is offered in Spring"),
    ("whats the runtime on a MATH 125 class", "[MATH 125g] meets"),
    ("when does MATH 125 take place this semester?", "[MATH 125g] meets"),
    ("how much time do you spend in the room for MATH 125 each meeting", "[MATH 125g] meets"),
    ("MATH 125 offered?", "Yes. [MATH 125g] meets"),
    ("give me the MATH 125 schedule for spring 2024", "[MATH 125g] meets"),
    ("MATH 125 meeting days this spring", "[MATH 125g] meets"),
]


@pytest.mark.parametrize(("question", "opening"), SAID)
def test_the_listed_section_answers(question: str, opening: str) -> None:
    answer = say(question)
    assert answer.statement.startswith(opening), answer.statement
    assert not answer.refused


def test_a_course_outside_the_file_is_said_not_to_be_offered() -> None:
    assert say("is CSCI 999 offered this term").statement.startswith("No, CSCI 999 is not in")


def test_the_hours_of_a_week_are_added_up() -> None:
    said = say("how many hours per week does MATH 125 meet").statement
    assert "(50 minutes each, 2 hours 30 minutes a week, lecture section 10001)" in said
