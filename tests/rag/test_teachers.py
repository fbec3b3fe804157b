"""What else the teacher of the course spoken of teaches."""

from __future__ import annotations

import pytest

from tests.rag.shelf import conditions
from tests.rag.test_shown import after

ONE = ("who teaches csci 104", ("CSCI 104L",))
ADA = {"instructor any Ada Ferncastle", "code not CSCI 104L"}


@pytest.mark.parametrize(
    "question",
    [
        "what else does she teach",
        "k. what else does he teach",
        "anything else by her?",
        "what else is that professor teaching",
        "does that person have anything else",
        "what other classes does she have",
        "who teaches it, and does that person have anything else",
        "is she down for any other courses",
        "she got anything else",
        "anything else of hers",
    ],
)
def test_the_person_of_the_course_spoken_of_is_meant(question: str) -> None:
    query = after(question, ONE)
    assert (query.ask, conditions(query), query.follows) == ("taught_by", ADA, True)


def test_conditions_narrow_what_else_is_taught() -> None:
    query = after("what else is he down for in math", ONE)
    assert conditions(query) == ADA | {"program any MATH"}


def test_the_person_stays_the_one_meant_after_what_else_was_told() -> None:
    query = after("anything else by him on fridays", ONE, ("what else does he teach", ()))
    assert conditions(query) == ADA | {"day any Fri"}


def test_the_person_is_meant_also_after_a_refusal() -> None:
    query = after("what else does she teach", ONE, ("rating on her?", ("CSCI 104L",)))
    assert conditions(query) == ADA


def test_courses_are_no_persons() -> None:
    assert after("do they have any other prereqs", ONE).ask != "taught_by"


@pytest.mark.parametrize(
    "question",
    [
        "does she teach csci 270 too",
        "does the guy who teaches it also do csci 270",
        "is the same person doing CSCI 270 as well?",
    ],
)
def test_whether_they_teach_a_course_named_is_asked_of_it(question: str) -> None:
    query = after(question, ONE)
    assert (query.ask, query.codes) == ("instructor", ("CSCI 270",))
    assert conditions(query) == {"instructor any Ada Ferncastle"}


def test_the_same_person_is_meant_of_what_else_there_is() -> None:
    query = after("what else has the same person", ONE)
    assert (query.ask, conditions(query)) == ("taught_by", ADA)


@pytest.mark.parametrize(
    "question", ["does she teach anything later in the day", "is she teaching something later on"]
)
def test_later_is_later_than_the_course_spoken_of(question: str) -> None:
    query = after(question, ONE, ("what time", ("CSCI 104L",)))
    assert (query.ask, conditions(query)) == ("taught_by", ADA)


def test_whoever_teaches_is_no_one_else_who_is_spoken_of() -> None:
    query = after("does she have time on fridays", ("when is csci 104", ("CSCI 104L",)))
    assert query.ask != "taught_by"


@pytest.mark.parametrize(
    "question",
    [
        "what else does ada ferncastle teach",
        "what else ada ferncastle teach",
        "does ada ferncastle teach anything else",
    ],
)
def test_all_of_someone_named_is_told_whatever_was_listed(question: str) -> None:
    query = after(question, ("math classes on friday", ("MATH 125g",)), ONE)
    assert (query.ask, conditions(query)) == ("taught_by", ADA)


def test_which_of_a_list_someone_teaches_keeps_the_list() -> None:
    listed = ("CSCI 104L", "CSCI 170")
    query = after("which of those does ada ferncastle teach", ("csci classes", listed))
    assert "code any CSCI 104L,CSCI 170" in conditions(query)


@pytest.mark.parametrize("lead", ["yes ada.", "yes ferncastle,", "sorry i meant ada."])
def test_the_name_of_the_one_meant_is_no_question(lead: str) -> None:
    told = ("what does ada fernastle teach", ("CSCI 104L", "CSCI 270"))
    assert after(f"{lead} when is data structures", told).codes == ("CSCI 104L",)
