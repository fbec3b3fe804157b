"""What a course says of itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.course import DAYS, GE_CATEGORIES, GE_PROGRAMS, Course, Section, clock

COURSE = Course("CHEM 105aLg", "General Chemistry", "Atoms.", 4, 4, listed_under=("CHEM", "PSC"))


@pytest.mark.parametrize(
    ("code", "parts", "level"),
    [
        ("CSCI 104L", ("CSCI", 104, "L"), "lower"),
        ("CHEM 105aLg", ("CHEM", 105, "aLg"), "lower"),
        ("MATH 040x", ("MATH", 40, "x"), "lower"),
        ("CSCI 299", ("CSCI", 299, ""), "lower"),
        ("CSCI 300", ("CSCI", 300, ""), "upper"),
        ("CSCI 499", ("CSCI", 499, ""), "upper"),
        ("CE 500", ("CE", 500, ""), "graduate"),
    ],
)
def test_a_code_has_a_program_a_number_a_suffix_and_a_level(
    code: str, parts: tuple[str, int, str], level: str
) -> None:
    course = replace(COURSE, code=code)
    assert (course.program, course.number, course.suffix) == parts
    assert course.level == level


@pytest.mark.parametrize(
    ("low", "high", "most", "words"),
    [
        (4, 4, None, "4 units"),
        (1, 1, None, "1 unit"),
        (0.5, 0.5, None, "0.5 units"),
        (1, 12, None, "1-12 units"),
        (2, 2, 6.0, "2 units, max 6"),
        (1.5, 4, 12.0, "1.5-4 units, max 12"),
    ],
)
def test_units_in_words(low: float, high: float, most: float | None, words: str) -> None:
    assert replace(COURSE, units_min=low, units_max=high, units_total=most).units == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (840, 920, "2:00-3:20pm"),
        (600, 680, "10:00-11:20am"),
        (660, 740, "11:00-12:20pm"),
        (480, 530, "8:00-8:50am"),
        (720, 770, "12:00-12:50pm"),
        (0, 30, "12:00-12:30am"),
        (1110, 1320, "6:30-10:00pm"),
    ],
)
def test_times_are_written_as_the_catalogue_writes_them(start: int, end: int, words: str) -> None:
    assert clock(start, end) == words


def test_when_a_section_meets() -> None:
    assert Section(days=("Tue", "Thu"), start=840, end=920).when() == "Tue, Thu 2:00-3:20pm"
    assert Section(start=840, end=920).when() == "2:00-3:20pm"
    assert Section(days=("Fri",)).when() == "Fri, time to be announced"
    assert Section().when() == "time to be announced"


def test_general_education_is_read_off_the_lists_a_course_is_on() -> None:
    assert COURSE.ge == ("E",)
    assert replace(COURSE, listed_under=("GPH", "ARTS", "CHEM")).ge == ("A", "H")
    assert replace(COURSE, listed_under=()).ge == ()
    assert sorted(GE_PROGRAMS.values()) == sorted(GE_CATEGORIES) == list("ABCDEFGH")
    assert len(DAYS) == 7


def test_the_text_has_code_title_and_description() -> None:
    text = COURSE.text()
    assert all(part in text for part in ("CHEM 105aLg", "General Chemistry", "Atoms."))
    bare = replace(COURSE, description="").text()
    assert "General Chemistry" in bare
    assert "  " not in bare
    assert bare == bare.strip()
