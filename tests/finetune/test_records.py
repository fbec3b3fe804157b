"""Answers read off a record line: only what the line shows, in the record's own words."""

from __future__ import annotations

from random import Random

import pytest

from finetune.exchange import Dropped
from finetune.records import spoken
from rag.course import Course, Section
from rag.prompt import record

WHEN = Section("10001", days=("Tue", "Thu"), start=840, end=920, instructors=("Ada Example",))
ABOUT = "Lists, trees and graphs, and how to choose among them. Sorting comes after all that."
COURSE = Course(
    "CSCI 104L", "Data Structures", ABOUT, 4, 4, prerequisites="CSCI 103", sections=(WHEN,)
)
BARE = Course("CSCI 499", "Special Topics", "", 2, 4, sections=(Section(),))


def answers(kind: str, course: Course, words: int = 60) -> tuple[set[str], tuple[str, ...]]:
    line, rng = record(course, words), Random(1)
    said = [spoken(kind, course, line, rng) for _ in range(40)]
    return {answer for answer, _ in said}, tuple(said[0][1])


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("units", ("4 units",)),
        ("prerequisites", ("CSCI 103",)),
        ("schedule", ("Tue", "Thu", "2:00-3:20pm")),
        ("instructor", ("Ada Example",)),
        ("description", ("Data Structures",)),
        ("code", ("CSCI 104L",)),
    ],
)
def test_every_answer_cites_the_course_and_says_the_values(
    kind: str, values: tuple[str, ...]
) -> None:
    said, wanted = answers(kind, COURSE)
    assert wanted == values
    assert all("[CSCI 104L]" in answer for answer in said)
    assert all(value in answer.replace("[", "") for answer in said for value in values)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("prerequisites", "no prerequisites"),
        ("schedule", "announced"),
        ("instructor", "no instructor"),
    ],
)
def test_what_a_record_does_not_give_is_said_to_be_none(kind: str, words: str) -> None:
    said, _ = answers(kind, BARE)
    assert all(words in answer.lower() and "[CSCI 499]" in answer for answer in said)


def test_a_description_is_quoted_in_whole_sentences_that_the_line_shows() -> None:
    said, _ = answers("description", COURSE, words=14)
    assert all(answer.endswith("how to choose among them.") for answer in said)


def test_a_description_cut_within_its_first_sentence_is_no_answer() -> None:
    with pytest.raises(Dropped, match="cut record"):
        spoken("description", COURSE, record(COURSE, 5), Random(1))
