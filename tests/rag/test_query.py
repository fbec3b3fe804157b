"""Conditions on courses: what meets them, and how they read on a chip."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from rag.course import Course, Section
from rag.query import Filter, matches

MONDAY = Section("1", False, "Lecture", ("Mon", "Wed"), 600, 680, ("Ada Example",))
FRIDAY = Section("2", True, "Lab", ("Fri",), 1080, 1200, ("Bo Sample",))
OPEN = Section("3", False, "Lecture")
COURSE = Course(
    "CHEM 305L",
    "Chemistry",
    "",
    1,
    4,
    prerequisites="CHEM 105a and MATH 125",
    sections=(MONDAY, FRIDAY),
    listed_under=("CHEM", "PSC"),
)


def holds(field: str, *values: Any, op: str = "any", course: Course = COURSE) -> bool:
    return matches(course, [Filter(field, values, op)])


@pytest.mark.parametrize(
    ("field", "values", "op"),
    [
        ("code", ("CHEM 305L",), "any"),
        ("program", ("CHEM", "MATH"), "any"),
        ("program", ("PSC",), "any"),
        ("program", ("MATH",), "not"),
        ("level", ("upper",), "any"),
        ("hundred", (300,), "any"),
        ("units", (1,), "any"),
        ("units", (3,), "any"),
        ("units", (5,), "not"),
        ("units", (4,), "min"),
        ("units", (1,), "max"),
        ("ge", ("E",), "any"),
        ("ge", ("A",), "not"),
        ("prerequisites", (True,), "any"),
        ("restricted", (False,), "any"),
        ("day", ("Mon",), "any"),
        ("day", ("Fri",), "not"),
        ("day", ("Mon", "Wed"), "all"),
        ("day", ("Mon", "Tue", "Wed"), "only"),
        ("start", (600,), "min"),
        ("start", (1000,), "min"),
        ("end", (680,), "max"),
        ("kind", ("Lab",), "any"),
        ("instructor", ("Bo Sample",), "any"),
        ("clearance", (True,), "any"),
    ],
)
def test_what_is_so_meets_the_condition(field: str, values: tuple[Any, ...], op: str) -> None:
    assert holds(field, *values, op=op)


@pytest.mark.parametrize(
    ("field", "values", "op"),
    [
        ("program", ("PSC",), "not"),
        ("level", ("lower", "graduate"), "any"),
        ("hundred", (400,), "any"),
        ("units", (5,), "any"),
        ("units", (3,), "not"),
        ("units", (5,), "min"),
        ("units", (0.5,), "max"),
        ("ge", ("E",), "not"),
        ("prerequisites", (False,), "any"),
        ("day", ("Tue",), "any"),
        ("day", ("Mon", "Fri"), "all"),  # in no one section
        ("day", ("Mon",), "only"),
        ("day", ("Mon", "Fri"), "not"),
        ("start", (1081,), "min"),
        ("end", (600,), "max"),
        ("kind", ("Quiz",), "any"),
    ],
)
def test_what_is_not_so_does_not(field: str, values: tuple[Any, ...], op: str) -> None:
    assert not holds(field, *values, op=op)


def test_conditions_on_the_time_must_hold_in_one_section() -> None:
    monday, evening = Filter("day", ("Mon",)), Filter("start", (1000,), "min")
    assert matches(COURSE, [monday]) and matches(COURSE, [evening])
    assert not matches(COURSE, [monday, evening])
    assert matches(COURSE, [Filter("day", ("Fri",)), evening, Filter("level", ("upper",))])


def test_times_to_be_announced_meet_no_condition_on_times() -> None:
    course = replace(COURSE, sections=(OPEN,))
    assert not holds("day", "Fri", op="not", course=course)
    assert not holds("start", 0, op="min", course=course)
    assert not holds("day", "Mon", course=replace(COURSE, sections=()))
    assert matches(course, [])


@pytest.mark.parametrize(
    ("condition", "label"),
    [
        (Filter("day", ("Mon", "Wed")), "Mon or Wed"),
        (Filter("day", ("Mon", "Wed"), "all"), "Mon and Wed"),
        (Filter("day", ("Fri",), "not"), "not Fri"),
        (Filter("day", ("Tue",), "only"), "only Tue"),
        (Filter("units", (2.0,), "max"), "at most 2 units"),
        (Filter("units", (1,)), "1 unit"),
        (Filter("level", ("upper",)), "upper division"),
        (Filter("hundred", (300,)), "300-level"),
        (Filter("ge", ("B",)), "GE-B Humanistic Inquiry"),
        (Filter("ge", tuple("ABCDEFGH")), "any GE category"),
        (Filter("ge", tuple("ABCDEFGH"), "not"), "not any GE category"),
        (Filter("level", ("lower", "upper")), "undergraduate"),
        (Filter("end", (719,), "max"), "ends before 12:00pm"),
        (Filter("prerequisites", (False,)), "no prerequisites"),
        (Filter("restricted", (True,)), "has restrictions"),
        (Filter("clearance", (False,)), "no department clearance"),
        (Filter("start", (1020,), "min"), "starts from 5:00pm"),
        (Filter("end", (720,), "max"), "ends by 12:00pm"),
        (Filter("start", (601,), "min"), "starts after 10:00am"),
        (Filter("titled", ("korean",), "ends"), "title ending in korean"),
        (Filter("needs", ("CSCI 170",)), "needing CSCI 170"),
        (Filter("program", ("CSCI",)), "CSCI"),
    ],
)
def test_a_condition_reads_as_a_few_words(condition: Filter, label: str) -> None:
    assert condition.label() == label


def test_needing_only_some_courses_is_told_of_the_whole_tree() -> None:
    course = replace(COURSE, prerequisites="CSCI 103 and 1 from (MATH 125 or MATH 126)")
    assert Filter("needs", ("CSCI 103", "MATH 125"), "only").holds(course, None)
    assert not Filter("needs", ("CSCI 103",), "only").holds(course, None)
    assert Filter("needs", ("CSCI 103",), "only").label() == "needing nothing but CSCI 103"


def test_a_title_ends_in_a_word_whatever_its_numeral() -> None:
    ends = Filter("titled", ("korean",), "ends")
    for title in ("Korean I", "Advanced Korean IV", "Business Korean"):
        assert ends.holds(replace(COURSE, title=title), None)
    for title in ("Korean Art", "Introduction to Korean Film"):
        assert not ends.holds(replace(COURSE, title=title), None)
