"""Courses of the talk meant by the last name of who teaches them."""

from __future__ import annotations

import pytest

from tests.rag.shelf import conditions
from tests.rag.test_shown import after

LISTED = ("CSCI 104L", "CSCI 170", "CSCI 270")
LIST = ("4 unit csci classes", LISTED)


@pytest.mark.parametrize(
    ("question", "ask", "codes"),
    [
        ("whats quillby's about", "description", ("CSCI 170",)),
        ("when is quillbys", "schedule", ("CSCI 170",)),
        ("do the ferncastle ones need clearance", "clearance", ("CSCI 104L", "CSCI 270")),
        ("whats ferncastle's about", "description", ("CSCI 104L", "CSCI 270")),
    ],
)
def test_a_last_name_means_the_courses_shown(
    question: str, ask: str, codes: tuple[str, ...]
) -> None:
    query = after(question, LIST)
    assert (query.ask, query.codes) == (ask, codes)


@pytest.mark.parametrize(
    "question", ["ferncastle's", "only ferncastle", "just the ferncastle ones"]
)
def test_a_last_name_alone_narrows_the_list(question: str) -> None:
    query = after(question, LIST)
    assert query.ask == "list"
    assert "instructor any Ada Ferncastle" in conditions(query)
    assert "program any CSCI" in conditions(query)


def test_a_last_name_may_be_ruled_out() -> None:
    assert "instructor not Ada Ferncastle" in conditions(after("not ferncastle", LIST))


def test_what_someone_teaches_is_asked_of_all_courses() -> None:
    query = after("what does ferncastle teach", LIST)
    assert (query.ask, conditions(query)) == ("taught_by", {"instructor any Ada Ferncastle"})


def test_a_name_in_full_is_not_taken_for_its_last_part() -> None:
    query = after("which of those have Ada Ferncastle", LIST)
    assert (query.topic, "instructor any Ada Ferncastle" in conditions(query)) == ("", True)
    query = after("any of those taught by Ada Ferncastle", LIST)
    assert "instructor any Ada Ferncastle" in conditions(query)
