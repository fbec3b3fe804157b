"""Who teaches a course, asked in other verbs; and what is asked of all courses just shown."""

from __future__ import annotations

import pytest

from tests.rag.shelf import read
from tests.rag.test_shown import after


@pytest.mark.parametrize(
    "question",
    ["who does neuroscience", "who leads behavioral neuroscience", "who has psyc 326?"],
)
def test_who_does_a_course_is_who_teaches_it(question: str) -> None:
    query = read(question)
    assert (query.ask, query.codes) == ("instructor", ("PSYC 326",))


def test_who_runs_one_of_the_list() -> None:
    query = after(
        "and who runs the discrete one", ("4 unit csci classes", ("CSCI 170", "CSCI 201"))
    )
    assert (query.ask, query.codes) == ("instructor", ("CSCI 170",))


def test_words_of_many_titles_name_no_course() -> None:
    assert read("who does introduction").codes == ()


@pytest.mark.parametrize(
    "question", ["same prof tho?", "is it the same professor", "same teacher?"]
)
def test_whether_two_courses_shown_share_a_teacher(question: str) -> None:
    query = after(question, ("4 unit csci classes", ("CSCI 104L", "CSCI 270")))
    assert query.codes == ("CSCI 104L", "CSCI 270")
    assert query.ask in ("instructor", "compare")


def test_whether_the_courses_shown_are_graded_by_letters() -> None:
    query = after("do u get a letter grade", ("4 unit csci classes", ("CSCI 104L", "CSCI 270")))
    assert (query.ask, query.codes) == ("grading", ("CSCI 104L", "CSCI 270"))
