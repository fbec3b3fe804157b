"""Every way the catalogue has of writing a field."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.fields import (
    parse_code,
    parse_days,
    parse_people,
    parse_rule,
    parse_section,
    parse_time,
    parse_units,
)
from rag.course import DAYS, clock


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2:00-3:20pm", 14 * 60, 15 * 60 + 20),
        ("11:00-12:20pm", 11 * 60, 12 * 60 + 20),
        ("9:30-12:20pm", 9 * 60 + 30, 12 * 60 + 20),
        ("12:00-1:50pm", 12 * 60, 13 * 60 + 50),
        ("10:00-12:00pm", 10 * 60, 12 * 60),
        ("8:00-5:50pm", 8 * 60, 17 * 60 + 50),
        ("8:00-9:50am", 8 * 60, 9 * 60 + 50),
        ("8:00-9:50pm", 20 * 60, 21 * 60 + 50),
        ("12:00-12:50pm", 12 * 60, 12 * 60 + 50),
        ("12:10-1:00am", 10, 60),
        ("11:00am - 1:00 PM", 11 * 60, 13 * 60),
    ],
)
def test_a_start_is_the_latest_time_before_the_end(text: str, start: int, end: int) -> None:
    assert parse_time(text) == (start, end)


@pytest.mark.parametrize(
    "text",
    ["", "noon", "2:00-3:20", "13:00-2:00pm", "0:30-2:00pm", "2:70-3:00pm", "1:00-1:00pm", "2pm"],
)
def test_a_time_that_is_none_is_not_guessed(text: str) -> None:
    assert parse_time(text) is None


@given(st.integers(0, 24 * 60 - 1), st.integers(1, 12 * 60 - 1))
def test_a_time_survives_being_written_and_read(start: int, minutes: int) -> None:
    end = start + minutes
    if end < 24 * 60:
        assert parse_time(clock(start, end)) == (start, end)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Monday", "Mon"),
        ("Tuesday", "Tue"),
        ("Wednesday", "Wed"),
        ("Thursday", "Thu"),
        ("Friday", "Fri"),
        ("Saturday", "Sat"),
        ("Tue, Thu", "Tue Thu"),
        ("Mon, Wed", "Mon Wed"),
        ("Mon, Thu", "Mon Thu"),
        ("Mon, Fri", "Mon Fri"),
        ("Tue, Fri", "Tue Fri"),
        ("Wed, Fri", "Wed Fri"),
        ("Thu, Fri", "Thu Fri"),
        ("Sat, U", "Sat Sun"),
        ("MWF", "Mon Wed Fri"),
        ("MTuW", "Mon Tue Wed"),
        ("MTuTh", "Mon Tue Thu"),
        ("TuThF", "Tue Thu Fri"),
        ("MTuWTh", "Mon Tue Wed Thu"),
        ("MTuThF", "Mon Tue Thu Fri"),
        ("TuWThF", "Tue Wed Thu Fri"),
        ("MTuWThF", "Mon Tue Wed Thu Fri"),
        ("Sunday", "Sun"),
        ("thurs, TUES", "Tue Thu"),
    ],
)
def test_days_are_named_in_the_order_of_the_week(text: str, days: str) -> None:
    assert parse_days(text) == tuple(days.split())


@pytest.mark.parametrize("text", ["daily", "Mon, Blursday", "MTX", "Mo", "1"])
def test_days_that_are_none_are_not_guessed(text: str) -> None:
    assert parse_days(text) is None


@given(st.sets(st.sampled_from(DAYS), min_size=1))
def test_days_survive_every_way_of_writing_them(days: set[str]) -> None:
    week = [day for day in DAYS if day in days]
    letters = dict(zip(DAYS, ("M", "Tu", "W", "Th", "F", "S", "U"), strict=True))
    assert parse_days(", ".join(week)) == tuple(week)
    assert parse_days("".join(letters[day] for day in week)) == tuple(week)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("(4.0 units)", (4, 4, None)),
        ("(1.0 unit)", (1, 1, None)),
        ("(1.0-12.0 units)", (1, 12, None)),
        ("(2.0 units, max 6)", (2, 2, 6)),
        ("(0.5-4.0 units, max 12)", (0.5, 4, 12)),
        ("(2.0-1.0 units)", (2, 1, None)),
        ("4", (4, 4, None)),
        ("1.5 units", (1.5, 1.5, None)),
    ],
)
def test_units_are_read_as_they_are_written(
    text: str, units: tuple[float, float, float | None]
) -> None:
    assert parse_units(text) == units


@pytest.mark.parametrize("text", ["", "()", "four units", "(-1.0 units)", "nan", "4 hours", "1e3"])
def test_units_that_are_none_are_not_guessed(text: str) -> None:
    assert parse_units(text) is None


HALVES = st.integers(0, 40).map(lambda number: number / 2)


@given(HALVES, HALVES, st.none() | HALVES)
def test_units_survive_being_written_and_read(low: float, high: float, total: float | None) -> None:
    most = "" if total is None else f", max {total:g}"
    assert parse_units(f"({low}-{high} units{most})") == (low, high, total)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("CSCI 104L:", "CSCI 104L"),
        ("CHEM 105aLg:", "CHEM 105aLg"),
        ("  csci\u00a0 104L : ", "CSCI 104L"),
        ("CSCI-104L", "CSCI 104L"),
        ("EE 109L", "EE 109L"),
    ],
)
def test_a_code_is_letters_a_space_three_digits_and_its_suffix(text: str, code: str) -> None:
    assert parse_code(text) == code


@pytest.mark.parametrize("text", ["", "CSCI", "104", "CSCI 10", "CSCI 1044", "C 104", "a CSCI 104"])
def test_a_code_that_is_none_is_not_guessed(text: str) -> None:
    assert parse_code(text) is None


def test_a_section_is_its_number_and_whether_the_department_must_clear_it() -> None:
    assert parse_section("29905D") == ("29905", True)
    assert parse_section("10106R") == ("10106", False)
    assert parse_section("10106") == ("10106", False)
    assert parse_section("10106X") is None


def test_people_are_trimmed_named_once_and_never_an_empty_name() -> None:
    assert parse_people("Ada  Byron, Kit Marlowe,,Ada Byron,") == ("Ada Byron", "Kit Marlowe")
    assert parse_people("") == ()
    assert parse_people("TBA") == ()


def test_a_rule_loses_its_label_and_nothing_else() -> None:
    assert (
        parse_rule("Prerequisite: 1 from (MATH 126 or MATH 127)") == "1 from (MATH 126 or MATH 127)"
    )
    assert parse_rule("Restriction:  Majors Only: Dance") == "Majors Only: Dance"
    assert parse_rule("Not available") == ""
    assert parse_rule("CSCI 103") == "CSCI 103"
