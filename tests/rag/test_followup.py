"""Questions that change the last list, or ask the next thing of the last course."""

from __future__ import annotations

import pytest

from rag.conversation import Turn
from tests.rag.shelf import conditions, read

LISTED = ("CSCI 103L", "CSCI 104L", "CSCI 170")
CS = {"program any CSCI", "units any 4.0"}


def after(question: str, answer: str = "", codes: tuple[str, ...] = LISTED) -> list[Turn]:
    return [Turn(question, answer, read(question), codes)]


CHANGED = [
    ("no prereqs please", CS | {"prerequisites any False"}, ""),
    ("undergrad only", CS | {"level any lower,upper"}, ""),
    ("2 units", {"program any CSCI", "units any 2.0"}, ""),
    ("what about math instead", {"program any MATH", "units any 4.0"}, ""),
    ("how about robotics", {"units any 4.0"}, "robotics"),
    ("beginner ones", {*CS, "level any lower"}, ""),
    ("any 2 unit ones on friday", {"program any CSCI", "units any 2.0", "day any Fri"}, ""),
    ("i don't have any prereqs done", CS | {"prerequisites any False"}, ""),
]


@pytest.mark.parametrize(("question", "filters", "topic"), CHANGED)
def test_the_last_list_is_changed(question: str, filters: set[str], topic: str) -> None:
    query = read(question, after("4 unit csci classes"))
    assert (query.ask, conditions(query), query.topic) == ("list", filters, topic)
    assert query.follows


@pytest.mark.parametrize(
    ("question", "ask"), [("how many", "count"), ("how many are there?", "count"),
                          ("list them", "list"), ("show me all of those", "list")],
)  # fmt: skip
def test_the_last_list_is_counted_or_shown_again(question: str, ask: str) -> None:
    query = read(question, after("4 unit csci classes"))
    assert (query.ask, conditions(query), query.codes) == (ask, CS, ())


@pytest.mark.parametrize(
    "question",
    ["Of these, which ones carry 2 units?", "any of those 2 units?", "are those 2 units",
     "Narrow that down to 2 units.", "filter those by 2 units"],
)  # fmt: skip
def test_those_are_narrowed(question: str) -> None:
    query = read(question, after("4 unit csci classes"))
    assert conditions(query) == {"code any CSCI 103L,CSCI 104L,CSCI 170", "units any 2.0"}
    whole = read(question, after("4 unit csci classes", "... and 20 more."))
    assert "program any CSCI" in conditions(whole), "more courses are meant than were shown"


@pytest.mark.parametrize(
    ("question", "code"),
    [("second, units?", LISTED[1]), ("units of the 2nd?", LISTED[1]), ("#2 how many units?",
     LISTED[1]), ("number 3 units", LISTED[2]), ("and the last one, units?", LISTED[2])],
)  # fmt: skip
def test_a_place_in_the_list_is_a_course(question: str, code: str) -> None:
    query = read(question, after("4 unit csci classes"))
    assert (query.ask, query.codes) == ("units", (code,))


def test_a_place_beyond_the_list_is_no_topic() -> None:
    query = read("who teaches the fifth one", after("4 unit csci classes"))
    assert (query.codes, query.topic) == ((), "")


@pytest.mark.parametrize(
    ("question", "ask"), [("ge?", "category"), ("lab?", "schedule"), ("professor", "instructor")]
)
def test_a_field_alone_is_asked_of_the_course_spoken_of(question: str, ask: str) -> None:
    query = read(question, after("csci 104 prereqs", codes=("CSCI 104L",)))
    assert (query.ask, query.codes) == (ask, ("CSCI 104L",))


def test_it_is_not_the_course_just_said_to_be_passed() -> None:
    query = read("i've passed math 125, can i take it?", after("what is csci 104 about"))
    assert (query.codes, query.taken) == (("CSCI 104L",), ("MATH 125g",))


def test_what_its_teacher_teaches_besides() -> None:
    query = read("do they teach anything else", after("who teaches csci 104"))
    assert query.ask == "taught_by"
    assert conditions(query) == {"instructor any Ada Ferncastle", "code not CSCI 104L"}


def test_what_is_missing_is_asked_of_the_course_tried() -> None:
    turns = after("can i take csci 270", codes=("CSCI 270",))
    assert read("what's missing", turns).codes == ("CSCI 270",)
    query = read("and if i take csci 104?", turns)
    assert (query.ask, query.codes, query.taken) == ("eligible", ("CSCI 270",), ("CSCI 104L",))
