"""Rows become courses, and every row is accounted for."""

from __future__ import annotations

import os

import pytest

from ingest.clean import clean, term
from ingest.rows import COLUMNS, Remark, Row
from ingest.source import SAMPLE, read
from rag.course import Course, Section
from rag.errors import Mistake
from tests.ingest.listings import listing, source


def test_a_listing_becomes_a_course_of_typed_fields() -> None:
    row = listing(Units="(2.0-4.0 units, max 8)", Restrictions="Restriction:  Majors Only")
    (course,) = clean(source(row)).courses
    assert course == Course(
        code="CSCI 104L",
        title="Data Structures",
        description="Lists, trees and tables.",
        units_min=2.0,
        units_max=4.0,
        units_total=8.0,
        prerequisites="CSCI 103",
        restrictions="Majors Only",
        sections=(
            Section(
                number="29905",
                clearance=True,
                kind="Lecture",
                days=("Tue", "Thu"),
                start=660,
                end=740,
                instructors=("Ada Byron", "Kit Marlowe"),
            ),
        ),
        listed_under=("CSCI",),
    )


def test_what_is_to_be_announced_is_empty_and_no_warning() -> None:
    row = listing(
        Time="TBA", Days="TBA", Instructor="", Catalogue="", Prerequisites="Not available"
    )
    cleaned = clean(source(row))
    (course,) = cleaned.courses
    (section,) = course.sections
    assert (section.days, section.start, section.end, section.instructors) == ((), None, None, ())
    assert (course.description, course.prerequisites) == ("", "")
    assert cleaned.report.warnings == ()


def test_a_course_listed_again_is_one_course_listed_under_both() -> None:
    again = listing(Program_Code="SANA", Class_ID="csci-104l")
    cleaned = clean(source(listing(), listing(Class_ID="CSCI 170:"), again, listing()))
    assert [course.code for course in cleaned.courses] == ["CSCI 104L", "CSCI 170"]
    assert cleaned.courses[0].listed_under == ("CSCI", "SANA")
    assert cleaned.courses[0].ge == ("C",)
    assert len(cleaned.courses[0].sections) == 1
    assert (cleaned.report.read, cleaned.report.merged) == (4, 2)
    assert cleaned.report.conflicts == ()


def test_sections_that_differ_are_all_kept() -> None:
    again = listing(Class_Section="29999R", Days="MWF")
    (course,) = clean(source(listing(), again, listing())).courses
    assert [(s.number, s.clearance, s.days) for s in course.sections] == [
        ("29905", True, ("Tue", "Thu")),
        ("29999", False, ("Mon", "Wed", "Fri")),
    ]


def test_two_listings_that_disagree_keep_the_first_and_say_so() -> None:
    again = listing(Program_Code="EE", Units="(3.0 units)", Class_Name="Data Structure")
    cleaned = clean(source(listing(), again))
    assert (cleaned.courses[0].title, cleaned.courses[0].units) == ("Data Structures", "4 units")
    where = "CSCI 104L, first in line 2, differs in its"
    assert cleaned.report.conflicts == (
        Remark(3, f"{where} title: 'Data Structures', here 'Data Structure'"),
        Remark(3, f"{where} units: '4 units', here '3 units'"),
    )


def test_what_makes_no_course_is_rejected_with_its_line_and_reason() -> None:
    cleaned = clean(
        source(
            listing(),
            listing(Class_ID="Chapter 7"),
            listing(Class_ID=""),
            listing(Class_ID="CSCI 170:", Units="some"),
            listing(Class_ID="CSCI 201:", Class_Name="  "),
        )
    )
    assert cleaned.report.rejected == (
        Remark(3, "'Chapter 7' in 'Class ID' is no course code"),
        Remark(4, "'' in 'Class ID' is no course code"),
        Remark(5, "CSCI 170: 'some' in 'Units' is no number of units"),
        Remark(6, "CSCI 201 has no title in 'Class Name'"),
    )
    assert (cleaned.report.read, cleaned.report.courses, cleaned.report.merged) == (5, 1, 0)


def test_a_field_that_cannot_be_parsed_is_left_empty_with_a_warning() -> None:
    cleaned = clean(source(listing(Time="noonish", Days="Blursday", Class_Section="A1")))
    section = cleaned.courses[0].sections[0]
    assert (section.number, section.days, section.start) == ("", (), None)
    assert cleaned.report.warnings == (
        Remark(2, "CSCI 104L, 'Class Section': 'A1'"),
        Remark(2, "CSCI 104L, 'Time': 'noonish'"),
        Remark(2, "CSCI 104L, 'Days': 'Blursday'"),
    )


def test_repairs_are_told_with_line_column_and_change() -> None:
    cleaned = clean(source(listing(Catalogue="Masterâ€™s only.", Units="(2.0-1.0 units)")))
    (course,) = cleaned.courses
    assert course.description == "Master’s only."
    assert (course.units_min, course.units_max) == (1.0, 2.0)
    assert cleaned.report.repaired == (
        Remark(2, "CSCI 104L, 'Catalogue': 'â€™' -> '’'"),
        Remark(2, "CSCI 104L, 'Units': '(2.0-1.0 units)' is written backwards"),
    )


def test_the_summary_counts_every_row_and_names_every_reject() -> None:
    rows = (listing(), listing(), listing(Catalogue="Q&A; hour"), listing(Class_ID="?"))
    assert list(clean(source(*rows)).report.lines()) == [
        "4 rows read: 1 course, 2 re-listings merged, 1 row repaired, 1 rejected",
        "Rejected:",
        "  line 5: '?' in 'Class ID' is no course code",
        "Repaired:",
        "  line 4: CSCI 104L, 'Catalogue': '&A;' -> '&A'",
        "Listed again with other facts (the first are kept):",
        "  line 4: CSCI 104L, first in line 2, differs in its description: "
        "'Lists, trees and tables.', here 'Q&A hour'",
    ]


def test_a_source_without_one_course_is_told() -> None:
    with pytest.raises(Mistake, match="none of its 2 rows is a course; line 2: 'x' in 'Class ID'"):
        clean(source(listing(Class_ID="x"), listing(Class_ID="y")))


@pytest.mark.parametrize(
    ("code", "name"), [("20241", "Spring 2024"), ("20242", "Summer 2024"), ("20233", "Fall 2023")]
)
def test_the_term_is_read_off_the_url(code: str, name: str) -> None:
    url = f"https://classes.usc.edu/term-{code}/classes/CSCI/"
    assert term([Row(2, listing(Program_URL=url))]) == name


def test_without_a_term_in_the_url_there_is_none() -> None:
    assert term([Row(2, dict.fromkeys(COLUMNS, ""))]) == ""
    assert term([]) == ""


def test_the_sample_is_clean() -> None:
    report = clean(read(str(SAMPLE))).report
    assert report.courses >= 150
    assert (report.rejected, report.conflicts, report.warnings) == ((), (), ())


@pytest.mark.catalogue
def test_the_real_catalogue_loses_nothing() -> None:
    path = os.environ.get("COURSE_CATALOGUE")
    if not path:
        pytest.skip("COURSE_CATALOGUE names no file")
    real = read(path)
    courses, report = (cleaned := clean(real)).courses, cleaned.report
    assert (report.read, report.courses, report.merged) == (5571, 5008, 563)
    assert (report.rejected, report.conflicts, report.warnings) == ((), (), ())
    assert [remark.line for remark in report.repaired] == [
        1773, 1845, 2254, 2825, 2826, 3218, 3329, 4813,
    ]  # fmt: skip
    assert sum(len(course.sections) == 2 for course in courses) == 28
    assert len({program for course in courses for program in course.listed_under}) == 221
    assert term(real.rows) == "Spring 2024"
