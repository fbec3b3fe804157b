"""Courses and people of the talk pointed at: the other of two, what is left, a title's part."""

from __future__ import annotations

import pytest

from tests.rag.courses import say
from tests.rag.shelf import conditions, read
from tests.rag.test_shown import after

TWO = ("4 unit csci classes", ("CSCI 104L", "CSCI 360"))
THREE = ("which CSCI classes have no prereqs", ("CSCI 104L", "CSCI 360", "CSCI 590"))
MAY = ("can I take CSCI 104 with CSCI 103", ("CSCI 104L",))


@pytest.mark.parametrize(
    ("question", "ask"),
    [
        ("not the data structures one, the other. what's it about", "description"),
        ("nope not data structures, the other one. how many units", "units"),
        ("i don't want data structures, the other one, who teaches it", "instructor"),
    ],
)
def test_of_two_shown_the_other_is_meant_where_one_is_not(question: str, ask: str) -> None:
    query = after(question, TWO)
    assert (query.ask, query.codes) == (ask, ("CSCI 360",))


@pytest.mark.parametrize(
    "question",
    [
        "does the data structures teacher have another class",
        "what else does the data structures prof teach",
        "what other classes does the data structures instructor give",
    ],
)
def test_the_teacher_of_a_course_shown_is_told_by_the_course(question: str) -> None:
    query = after(question, TWO)
    assert query.ask == "taught_by"
    assert conditions(query) == {"instructor any Ada Ferncastle", "code not CSCI 104L"}


@pytest.mark.parametrize(
    ("question", "ask"),
    [
        ("which is left if you take out the intelligence one and the directed research", "list"),
        (
            "how many are left after dropping the intelligence one and the directed research",
            "count",
        ),
    ],
)
def test_what_is_left_of_a_list_without_some_is_asked(question: str, ask: str) -> None:
    query = after(question, THREE)
    assert query.ask == ask
    assert {"code not CSCI 360", "code not CSCI 590"} <= conditions(query) or (
        "code not CSCI 360,CSCI 590" in conditions(query)
    )


def test_what_happens_if_a_course_is_dropped_is_no_list() -> None:
    assert "code not CSCI 104L" not in conditions(after("what happens if I drop CSCI 104", THREE))


def test_the_department_beside_a_course_shown_says_nothing_more() -> None:
    query = after("the intelligence class in CSCI?", TWO, MAY)
    assert (query.ask, query.codes) == ("eligible", ("CSCI 360",))


@pytest.mark.parametrize(
    "question", ["what if i'd also had 170", "and if I'd already taken 170", "if i'd done 170 too"]
)
def test_what_would_have_been_passed_counts_for_the_course_asked_about(question: str) -> None:
    query = after(question, MAY)
    assert (query.ask, query.codes) == ("eligible", ("CSCI 104L",))
    assert query.taken == ("CSCI 103L", "CSCI 170")


def test_what_another_course_needs_is_asked_of_that_one() -> None:
    assert after("what does 170 need then", MAY).codes == ("CSCI 170",)
    assert after("what else does it need", MAY).codes == ("CSCI 104L",)


@pytest.mark.parametrize(
    "question",
    [
        "I did SPAN 120 at USC in the fall. which Spanish class can I take next?",
        "I transferred back and have SPAN 120 from last year. which Spanish class is next?",
        "she has SPAN 120 from high school, what spanish class can she take next",
    ],
)
def test_when_a_course_was_passed_asks_for_no_other_term(question: str) -> None:
    query = read(question)
    assert (query.ask, query.taken) == ("eligible", ("SPAN 120",))


def test_when_a_course_is_offered_next_is_still_not_known() -> None:
    assert read("is CSCI 104 offered next").ask == "unavailable"
    assert read("I loved CSCI 103. will it be back next?").ask == "unavailable"


def test_two_told_one_after_the_other_are_held_against_each_other() -> None:
    talk = (("when is CSCI 104", ("CSCI 104L",)), ("who teaches CSCI 585", ("CSCI 585",)))
    query = after("are they on the same day?", *talk)
    assert (query.ask, query.codes) == ("schedule", ("CSCI 104L", "CSCI 585"))
    query = after("but not at the same time right", *talk, ("are they on the same day", ()))
    assert (query.ask, query.codes) == ("schedule", ("CSCI 104L", "CSCI 585"))


DAYS = [
    ("are CSCI 103 and CSCI 104 on the same day", "Yes, on Tue and Thu: [CSCI 103L] meets"),
    ("do MATH 125 and CSCI 104 meet on the same days", "No, they have no day in common:"),
    ("do MATH 125 and CSCI 270 meet on the same days", "Only in part: they share Mon and Wed:"),
    ("are CSCI 103 and CSCI 499 on the same day", "The file does not say whether"),
]


@pytest.mark.parametrize(("question", "opening"), DAYS)
def test_whether_courses_share_a_day_is_told(question: str, opening: str) -> None:
    answer = say(question)
    assert answer.statement.startswith(opening), answer.statement
