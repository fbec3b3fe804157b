"""Courses that someone has, told beside the question whether another may be taken."""

from __future__ import annotations

import pytest

from rag.query import Query
from tests.rag.courses import say
from tests.rag.shelf import converse, read

C103, C104, C170, C270 = "CSCI 103L", "CSCI 104L", "CSCI 170", "CSCI 270"


def after(question: str, *before: str) -> Query:
    """The question after others; the prerequisites of CSCI 270 where none are given."""
    return read(question, converse(*(before or ("prereqs of CSCI 270",))))


@pytest.mark.parametrize(
    "question",
    [
        "I have CSCI 104 already; does this suffice for that course?",
        "i had csci 104, can i take that",
        "so someone whos had CSCI 104 can sign up for it?",
        "Suppose she's got CSCI 104. Could she get into that class?",
        "I was going to wait a year for CSCI 270, but since I have CSCI 104 behind me, could I "
        "already take it?",
        "And if I would have CSCI 104, then it is allowed for me?",
        "bet, and i have csci104 so can i enroll in it",
        "And if my son has passed CSCI 104, may he take it?",
        "Hm. My only course in this field is csci 104. May I still take it?",
        "In my exchange last year I made csci 104. Can I take it with this?",
        "one of my advisees comes with CSCI 104. Does that clear her for it?",
        "CSCI 104 is what I've got. Good enough?",
        "i ended up taking csci 104, would they take me in that one",
    ],
)
def test_the_course_had_counts_for_the_one_spoken_of(question: str) -> None:
    query = after(question)
    assert (query.ask, query.codes, query.taken) == ("eligible", (C270,), (C104,))


@pytest.mark.parametrize(
    "question",
    [
        "I like CSCI 104. Can I take it?",
        "What about CSCI 104, can I take that one?",
        "my friend wants to take CSCI 104, may she take it?",
        "I had a look at CSCI 104, am I allowed to take that?",
    ],
)
def test_a_course_not_had_is_the_one_wanted(question: str) -> None:
    query = after(question)
    assert (query.ask, query.codes, query.taken) == ("eligible", (C104,), ())


def test_a_course_is_wanted_after_it_was_told_what_is_taken() -> None:
    query = after("and CSCI 270, could I take that one then?", "I have taken CSCI 104")
    assert (query.ask, query.codes, query.taken) == ("eligible", (C270,), (C104,))


@pytest.mark.parametrize(
    ("question", "ask", "codes"),
    [
        ("do i have to have CSCI 104 so i can enroll in it", "requires", (C270, C104)),
        ("I have CSCI 104 on my list too. When does it meet?", "schedule", (C104,)),
        ("my friend had CSCI 104 and loved it, what is it about?", "description", (C104,)),
        ("i did CSCI 104, what does that let me take?", "unlocks", (C104,)),
    ],
)
def test_nothing_else_is_taken_for_a_course_had(
    question: str, ask: str, codes: tuple[str, ...]
) -> None:
    query = after(question)
    assert (query.ask, query.codes) == (ask, codes)


@pytest.mark.parametrize(
    "question",
    [
        "I have the credits of CSCI 103 and CSCI 170. Can I be accepted for CSCI 104 with this?",
        "A student of mine has credit for CSCI 103 and CSCI 170; does she satisfy the "
        "prerequisites of CSCI 104?",
        "lmk if CSCI 103 and CSCI 170 covers what i need before csci 104",
        "tell me whether CSCI 103 plus CSCI 170 meets the requirement for CSCI 104",
    ],
)
def test_all_courses_had_count_in_one_question(question: str) -> None:
    query = read(question)
    assert (query.ask, query.codes, query.taken) == ("eligible", (C104,), (C103, C170))


@pytest.mark.parametrize(
    "question",
    ["Please advise if CSCI 104 can be taken after ARCH 888 and CSCI 103",
     "lmk if ARCH 888 and CSCI 103 covers what i need before csci 104"],
)  # fmt: skip
def test_a_course_outside_the_file_is_had_like_others(question: str) -> None:
    query = read(question)
    assert (query.ask, query.codes, query.unknown) == ("eligible", (C104,), ())
    assert query.taken == ("ARCH 888", C103)


@pytest.mark.parametrize(
    "question",
    ["pretend I also finish CSCI 170", "what if I add CSCI 170", "with CSCI 170 on top?",
     "and with CSCI 170 too?", "assume I complete CSCI 170 this summer"],
)  # fmt: skip
def test_one_more_course_is_supposed(question: str) -> None:
    query = after(question, "I have taken CSCI 103. Can I take CSCI 104?")
    assert (query.ask, query.codes, query.taken) == ("eligible", (C104,), (C103, C170))


@pytest.mark.parametrize(
    "question",
    ["do i need anything beyond CSCI 103 to enroll in CSCI 104",
     "is CSCI 103 all i need for CSCI 104",
     "besides CSCI 103 do I have to pass something before CSCI 104?",
     "what else than CSCI 103 does CSCI 104 require"],
)  # fmt: skip
def test_what_is_needed_beside_a_course_is_told(question: str) -> None:
    query = read(question)
    assert (query.ask, query.codes, query.taken) == ("eligible", (C104,), (C103,))
    assert say(question).statement.startswith("For [CSCI 104L] you still need CSCI 170.")


def test_that_nothing_more_is_needed_is_no_yes() -> None:
    assert say("do I need anything beyond CSCI 103 for CSCI 170").statement == (
        "That is enough, as far as prerequisites go: [CSCI 170] requires CSCI 103, and you have "
        "CSCI 103L."
    )


def test_courses_beside_one_are_still_listed() -> None:
    assert read("which classes besides CSCI 104 need CSCI 103").ask == "unlocks"
