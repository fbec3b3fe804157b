"""What every reading begins with: asides left out, and courses of the talk that words mean."""

from __future__ import annotations

import pytest

from rag.conversation import Turn
from rag.query import Query
from tests.rag.shelf import conditions, read

LISTED = ("CSCI 103L", "CSCI 104L", "CSCI 170", "PSYC 100Lg")


def after(question: str, *turns: tuple[str, tuple[str, ...]]) -> Query:
    history: list[Turn] = []
    for asked, codes in turns or (("4 unit csci classes", LISTED),):
        history.append(Turn(asked, "", read(asked, history), codes))
    return read(question, history)


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("its 2am and I fell down a rabbit hole about memory, do we have a class", "memory"),
        ("It's 3 am, saw a documentary about memory, any classes?", "memory"),
        ("I am a visiting graduate student and my thesis concerns memory. Which courses would be "
         "relevant to me?", "memory"),
        ("my roommate swears there's a class about memory", "memory"),
    ],
)  # fmt: skip
def test_the_moment_and_who_asks_are_no_condition_and_no_topic(question: str, topic: str) -> None:
    query = read(question)
    assert query.topic == topic
    assert not any(f.field in ("start", "end") for f in query.filters)


def test_an_hour_of_a_class_is_still_one() -> None:
    assert "start any 600" in conditions(read("which math classes start at 10 am"))


def test_on_exchange_is_no_topic() -> None:
    query = read("Hi, I am on exchange at USC. Could you list the math courses?")
    assert (query.topic, conditions(query)) == ("", {"program any MATH"})


@pytest.mark.parametrize(
    "question",
    [
        "which math classes are 4 units? no directed research pls",
        "4 unit math. no directed research",
    ],
)
def test_a_wish_of_its_own_rules_words_out(question: str) -> None:
    query = read(question)
    assert query.topic == ""
    assert "mentions not directed research" in conditions(query)


def test_what_it_takes_is_no_course() -> None:
    query = read("does someone with credit for CSCI 103 have what it takes for CSCI 104")
    assert (query.ask, query.codes, query.taken) == ("eligible", ("CSCI 104L",), ("CSCI 103L",))


def test_a_lab_is_asked_whenever_the_student_swims() -> None:
    query = read("I swim until ten so tell me: is CSCI 104 lecture only or is there a lab on top")
    assert conditions(query) == {"kind any Lab,Lecture-Lab,Lecture"}


def test_of_open_and_cleared_one_is_asked() -> None:
    query = read("Is CSCI 104 open registration, or D-clearance only?")
    assert (query.ask, query.also, query.filters) == ("clearance", (), ())


def test_what_others_did_is_no_record() -> None:
    query = read("What percentage of the students who took CSCI 104 dropped it?")
    assert (query.ask, query.codes, query.taken) == ("unavailable", ("CSCI 104L",), ())


@pytest.mark.parametrize(
    ("question", "ask", "codes"),
    [
        ("how many units are programming and discrete methods together", "units",
         ("CSCI 103L", "CSCI 170")),
        ("no not the first, the one after it. what's that about", "description", ("CSCI 104L",)),
        ("haha amazing. how many units", "units", ("CSCI 103L",)),
    ],
)  # fmt: skip
def test_courses_of_the_list_are_meant(question: str, ask: str, codes: tuple[str, ...]) -> None:
    query = after(question)
    assert (query.ask, query.codes) == (ask, codes)


def test_options_from_that_are_those_of_the_list() -> None:
    query = after("let's stick to the 4 unit options from that")
    assert (query.ask, query.topic) == ("list", "")


def test_all_three_are_the_courses_before() -> None:
    query = after(
        "She has CSCI 102. Does she meet the prerequisites for all three?",
        ("do CSCI 103, CSCI 104 and CSCI 170 clash", LISTED[:3]),
    )
    assert (query.ask, query.codes) == ("eligible", LISTED[:3])


@pytest.mark.parametrize(
    ("question", "turns"),
    [
        ("which of those need nothing besides it", (("what does CSCI 103 unlock", LISTED[1:3]),)),
        ("I've got CSCI 103 done. Which CSCI classes require only that one?", (("hi", ()),)),
    ],
)
def test_what_needs_one_course_alone(
    question: str, turns: tuple[tuple[str, tuple[str, ...]], ...]
) -> None:
    query = after(question, *turns)
    assert query.ask == "list"
    assert {"needs any CSCI 103", "needs only CSCI 103"} <= conditions(query)
