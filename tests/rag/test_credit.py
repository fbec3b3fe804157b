"""What a course duplicates credit in is read off the descriptions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.catalogue import Catalogue
from rag.facts import facts
from rag.question import Reader
from rag.requirements import Requirements
from tests.rag.courses import codes, course, say


def test_what_a_description_names_is_told() -> None:
    facts = say("which course does CSCI 104 duplicate credit with")
    assert facts.statement == "By its description, [CSCI 104L] duplicates credit in ITP 365."
    assert codes(facts) == ["CSCI 104L"]


def test_of_two_courses_a_yes_and_of_credit_for_both_a_no() -> None:
    assert say("does CSCI 104 duplicate ITP 365").statement.startswith("Yes: by its description")
    assert say("can I get credit for both CSCI 104 and ITP 365").statement.startswith(
        "No: by its description, [CSCI 104L] duplicates credit in ITP 365."
    )


def test_where_no_description_says_so_that_is_said() -> None:
    facts = say("does CSCI 170 duplicate credit in another course")
    assert facts.statement == (
        "No: the description of [CSCI 170] names no course that it duplicates credit in."
    )


def test_taking_a_course_again_for_credit_is_another_question() -> None:
    assert say("can I take CSCI 499 twice for credit").statement.startswith("Yes: [CSCI 499] is 2")


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("if ITP 365 is on my transcript, is CSCI 104 double dipping?", "Yes: by its"),
        ("do CSCI 104 and CSCI 105 clash for credit", "Yes: by its description, [CSCI 104L]"),
        ("I took CSCI 105. do I get credit for CSCI 104?", "No: by its description, [CSCI 104L]"),
    ],
)
def test_one_course_beside_another_is_asked_in_many_words(question: str, begins: str) -> None:
    twin = course("CSCI 105", "Structures")
    first = course("CSCI 104L", "Data Structures", description="Duplicates credit in CSCI 105.")
    other = course("CSCI 106", "Lists", description="Duplicates credit in ITP 365.")
    rows = [twin, first if "105" in question else replace(other, code="CSCI 104L")]
    reader = Reader(Catalogue(rows, "Spring 2024"))
    query = reader.read(question)
    answer = facts(query, Catalogue(rows, "Spring 2024"), Requirements(Catalogue(rows, "S")))
    assert answer.statement.startswith(begins)
