"""How courses fit together in a week."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.catalogue import Catalogue
from rag.exact.clash import overlap
from rag.facts import facts
from rag.query import Query
from rag.question import Reader
from rag.requirements import Requirements
from tests.rag.courses import CATALOGUE, COURSES, REQUIREMENTS, codes, course, say, section

FITS = [
    ("can I take MATH 125 and CSCI 104 at the same time", "Yes, their listed sections do not"),
    ("do MATH 125 and CSCI 104 clash", "No, their listed sections do not overlap"),
    ("MATH 125 and CSCI 270: same slot?", "Yes, the listed sections of MATH 125g and CSCI 270"),
    ("MATH 125 + CSCI 270 - same hours?", "Yes, the listed sections of MATH 125g and CSCI 270"),
    ("MATH 125 and CSCI 104, do they fight each other", "No, their listed sections do not overlap"),
    ("trying to fit MATH 125 with CSCI 270. possible?", "No, the listed sections of MATH 125g"),
    ("is MATH 125 done before CSCI 270 starts", "No, the listed section of MATH 125g does not end"),
    (
        "does CSCI 103 end before CSCI 104 begins",
        "Yes, the listed section of CSCI 103L ends before",
    ),
    ("will CSCI 103 let out in time for MATH 125", "They meet on different days:"),
    ("do MATH 125 and CSCI 270 conflict", "Yes, the listed sections of MATH 125g and CSCI 270"),
    ("could I do MATH 125 and CSCI 270 in the same semester", "No, the listed sections of"),
    ("can I take CSCI 103 and CSCI 104 together", "No: CSCI 103L is a prerequisite of CSCI 104L."),
    ("is there a schedule where MATH 125 and CSCI 499 fit", "The file does not say whether"),
]


@pytest.mark.parametrize(("question", "opening"), FITS)
def test_courses_are_held_against_each_other_by_their_listed_sections(
    question: str, opening: str
) -> None:
    answer = say(question)
    assert answer.statement.startswith(opening), answer.statement
    assert len(answer.courses) == 2 and not answer.refused


def test_what_is_still_needed_is_told_beside_the_times() -> None:
    told = "I have only passed CSCI 103. Can I take CSCI 170 and CSCI 104 at the same time?"
    answer = say(told)
    assert "As to prerequisites" in answer.statement, answer.statement
    assert answer.statement.endswith("for CSCI 104L you still need CSCI 170.")
    assert "As to prerequisites" not in say(told.split(". ")[1]).statement


def test_more_than_four_courses_are_held_against_each_other() -> None:
    named = "MATH 125, CSCI 104, CSCI 103, CSCI 499, AHIS 120 and CSCI 270"
    answer = say(f"do {named} clash")
    assert answer.statement.startswith("Yes, the listed sections of MATH 125g and CSCI 270")
    assert len(answer.courses) == 6


def test_the_courses_that_one_clashes_with_are_listed() -> None:
    answer = say("what classes does CSCI 270 clash with")
    assert answer.statement.startswith("[CSCI 270] meets Mon, Wed 10:00-11:20am; 1 course in")
    assert codes(answer) == ["CSCI 270", "MATH 125g"] and answer.total == 1


def test_sections_overlap_only_on_a_common_day_at_a_common_time() -> None:
    ten = section("Mon Wed", 600, 680)
    assert overlap(ten, section("Wed Fri", 660, 700))
    assert not overlap(ten, section("Tue Thu", 600, 680))
    assert not overlap(ten, section("Mon", 680, 700))
    assert not overlap(ten, section("Mon", None, None))


def test_words_of_a_title_ask_nothing() -> None:
    story = course(
        "CTWR 409", "Character, Conflict and Story", sections=(section("Mon", 780, 950),)
    )
    held = Catalogue([story, *COURSES], "Spring 2024")
    query = Reader(held).read("is Character, Conflict and Story reserved for a particular major?")
    answer = facts(query, held, Requirements(held))
    assert answer.statement.startswith("[CTWR 409] has no registration restrictions")


def test_one_more_course_pointed_at_by_a_word_is_held_against_that_of_before() -> None:
    query = Query("what about algorithms instead", "schedule", ("MATH 125g", "CSCI 270"))
    plain = facts(query, CATALOGUE, REQUIREMENTS).statement
    assert plain.startswith("[MATH 125g] meets"), plain
    held = facts(replace(query, follows=True), CATALOGUE, REQUIREMENTS).statement
    assert held.startswith("Yes, the listed sections of MATH 125g and CSCI 270"), held


def test_one_course_is_held_against_each_of_the_others() -> None:
    for question in (
        "does CSCI 103 clash with CSCI 270 or MATH 125",
        "do CSCI 270 and MATH 125 clash with CSCI 103",
    ):
        told = "No, the listed section of CSCI 103L does not overlap with those of "
        assert say(question).statement.startswith(told), say(question).statement


def test_a_time_put_to_both_is_no_clash() -> None:
    assert say("do both CSCI 270 and MATH 125 meet on mondays").statement.startswith(
        "Yes. [CSCI 270]"
    )
    assert say("can I do both CSCI 270 and MATH 125").statement.startswith(
        "No, the listed sections"
    )
