"""Which of two courses may be taken, goals, credits from elsewhere, titles half remembered."""

from __future__ import annotations

import pytest

from tests.rag.shelf import read

C103, C104, C170, C270 = "CSCI 103L", "CSCI 104L", "CSCI 170", "CSCI 270"
MAY = [
    ("torn between CSCI 270 and CSCI 104, only have CSCI 103. which can i do?", (C270, C104),
     (C103,)),
    ("I'm stuck between CSCI 270 and CSCI 104. Which could I take?", (C270, C104), ()),
    ("CSCI 270 or CSCI 104, which one can i enroll in?", (C270, C104), ()),
    ("sophomore, have CSCI 103 + CSCI 170, CSCI 104 dream. realistic for me?", (C104,),
     (C103, C170)),
    ("i have CSCI 103, CSCI 104 is my goal, doable?", (C104,), (C103,)),
    ("My transfer credits gave me CSCI 103 instead of 170. Does that unlock CSCI 104?", (C104,),
     (C103,)),
]  # fmt: skip


@pytest.mark.parametrize(("question", "codes", "taken"), MAY)
def test_a_choice_or_a_goal_asks_what_may_be_taken(
    question: str, codes: tuple[str, ...], taken: tuple[str, ...]
) -> None:
    query = read(question)
    assert (query.ask, query.codes, query.taken) == ("eligible", codes, taken)


def test_a_choice_that_asks_for_the_difference_is_a_comparison() -> None:
    query = read("i'm torn between CSCI 270 and CSCI 104, what's the difference")
    assert (query.ask, query.codes) == ("compare", (C270, C104))


def test_what_an_advisee_has_opens_courses() -> None:
    query = read("advisee has exactly CSCI 103 and CSCI 170. which CSCI courses are open to her?")
    assert (query.ask, query.codes, query.taken) == ("eligible", (), (C103, C170))


def test_a_term_gone_by_tells_when_a_course_was_passed() -> None:
    assert read("csci 103 done last fall. which csci comes next?").taken == (C103,)
    assert read("csci 103 done last fall. which csci comes next?").ask == "eligible"
    assert read("was csci 103 offered last fall").missing == "other terms"


def test_a_minor_is_no_course_to_qualify_for() -> None:
    query = read("if I do CSCI 103 and 170 do I qualify for the cs minor?")
    assert (query.ask, query.missing) == ("unavailable", "degree requirements")
    assert read("do I qualify for CSCI 104 with CSCI 103 done").ask == "eligible"


def test_a_title_half_remembered_is_looked_up() -> None:
    query = read(
        "it's something like \"discrete methods and...\" can't remember. what's the number"
    )
    assert (query.ask, query.codes, query.filters) == ("code", (C170,), ())
