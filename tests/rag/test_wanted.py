"""What the course asked about last needs, pointed at or named by its number alone."""

from __future__ import annotations

import pytest

from rag.catalogue import Catalogue
from rag.conversation import Turn
from rag.query import Query
from rag.question import Reader
from rag.understanding.wanted import wanted_in
from tests.rag.courses import course

CATALOGUE = Catalogue(
    [
        course("ITP 256", "Blockchain"),
        course("ITP 356", "Applications", prerequisites="ITP 256"),
        course("ITP 366", "Use Cases", prerequisites="ITP 256"),
        course("ITP 456", "Capstone", prerequisites="ITP 366 and ITP 356"),
        course("BUAD 280", "Introduction to Accounting"),
        course("ACCT 370", "Reporting", prerequisites="BUAD 280 or BUAD 305"),
    ],
    "Spring 2024",
)
READER = Reader(CATALOGUE)


def after(question: str, before: str) -> Query:
    return READER.read(question, [Turn(before, "", READER.read(before))])


@pytest.mark.parametrize(
    "question",
    ["do those two overlap", "do those conflict", "do they overlap", "can i take both at once"],
)
def test_those_two_are_what_the_course_needs(question: str) -> None:
    query = after(question, "what does itp 456 require")
    assert (query.ask, query.codes) == ("schedule", ("ITP 366", "ITP 356"))


def test_it_is_the_course_itself() -> None:
    assert after("when does it meet", "what does itp 456 require").codes == ("ITP 456",)


@pytest.mark.parametrize(
    ("question", "taken"),
    [
        ("i have 280. so yes?", ("BUAD 280",)),
        ("i did 280 already. can i take it", ("BUAD 280",)),
        ("i have 305", ("BUAD 305",)),
        ("ive taken 280 and 305", ("BUAD 280", "BUAD 305")),
    ],
)
def test_a_number_alone_is_of_what_the_course_needs(question: str, taken: tuple[str, ...]) -> None:
    query = after(question, "what does acct 370 need")
    assert (query.ask, query.codes, query.taken) == ("eligible", ("ACCT 370",), taken)


def test_only_the_question_what_is_needed_names_what_is() -> None:
    asked = READER.read("what does itp 456 require")
    assert wanted_in(asked, CATALOGUE) == ("ITP 366", "ITP 356")
    assert wanted_in(READER.read("when is itp 456"), CATALOGUE) == ()
    assert wanted_in(None, CATALOGUE) == ()


def test_and_then_goes_one_step_further() -> None:
    first = READER.read("what does BUAD 280 unlock")
    told = Turn("what does BUAD 280 unlock", "", first, ("BUAD 280", "ACCT 370"))
    for question in ("and then?", "ok, what comes next?"):
        query = READER.read(question, [told])
        assert (query.ask, query.codes) == ("unlocks", ("ACCT 370",))
