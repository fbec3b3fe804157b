"""The program a student is of, which chooses no courses unless the question points at it."""

from __future__ import annotations

import pytest

from tests.rag.shelf import conditions, read

OWN = [
    ("I'm a sophomore film major and still owe a GE-B. What do you have on Tuesdays?",
     {"ge any B", "day any Tue", "level any lower,upper"}),
    ("I'm a CS major looking for GE A classes on Friday", {"ge any A", "day any Fri"}),
    ("I'm a history major with an econ minor. Which math classes have no prereqs?",
     {"program any MATH", "prerequisites any False"}),
    ("I'm a junior majoring in film, any GE-D on mondays?",
     {"ge any D", "day any Mon", "level any lower,upper"}),
    ("Since I'm switching from engineering to business, which MATH classes have no prereqs?",
     {"program any MATH", "prerequisites any False"}),
    ("coming from a math background, which ECON classes have no prereqs",
     {"program any ECON", "prerequisites any False"}),
]  # fmt: skip


@pytest.mark.parametrize(("question", "filters"), OWN)
def test_the_students_own_program_is_no_condition(question: str, filters: set[str]) -> None:
    query = read(question)
    assert (conditions(query), query.topic) == (filters, "")


@pytest.mark.parametrize(
    "question",
    [
        "I'm an econ major. What courses in my major are on Friday?",
        "I'm an econ major; any Friday classes in my field?",
        "as an econ minor, which courses from my department are on Friday",
    ],
)
def test_it_is_one_where_the_question_points_at_it(question: str) -> None:
    assert conditions(read(question)) == {"program any ECON", "day any Fri"}


def test_it_is_one_where_nothing_else_says_what_is_sought() -> None:
    assert conditions(read("I'm an econ major. What should I take?")) == {"program any ECON"}


def test_what_is_asked_of_the_program_itself_stays() -> None:
    assert read("Which classes count toward the film minor").missing == "degree requirements"
    assert conditions(read("What film major classes are on friday")) == {
        "program any CTCS,CTPR", "day any Fri"
    }  # fmt: skip


def test_a_minor_thought_of_is_not_what_a_course_is_asked_about() -> None:
    query = read("I'm thinking about the econ minor. Do I need anything for CSCI 104?")
    assert (query.ask, query.codes) == ("prerequisites", ("CSCI 104L",))


def test_a_class_of_the_students_own_is_not_sought() -> None:
    query = read("I have chem lecture until 10:50. which MATH classes start at 11 or later?")
    assert (conditions(query), query.topic) == ({"program any MATH", "start min 660"}, "")
