"""The numbers of a small catalogue, known by heart."""

from __future__ import annotations

from pathlib import Path

from ingest.clean import Cleaned, clean
from ingest.describe import lengths, picture, table
from ingest.panels import panels
from ingest.source import SAMPLE, read
from tests.ingest.listings import listing, source


def small() -> Cleaned:
    return clean(
        source(
            listing(),
            listing(Class_ID="CSCI 570:", Units="(1.0-2.0 units)", Catalogue="", Time="TBA"),
            listing(Class_ID="MATH 407:", Program_Code="QREA", Days="MWF", Instructor=""),
            listing(Class_Section="11111R", Time="9:00-9:50am", Class_Type="Lab"),
        )
    )


def bars(title: str) -> dict[str, int]:
    (panel,) = (panel for panel in panels(small().courses) if panel.title == title)
    return {label: count for label, count in panel.bars if count}


def test_courses_are_counted_by_program_level_units_and_category() -> None:
    assert bars("Program") == {"CSCI": 2, "MATH": 1}
    assert bars("Level") == {"lower": 1, "upper": 1, "graduate": 1}
    assert bars("Units") == {"4": 2, "a range": 1}
    assert bars("GE category") == {"F Quantitative Reasoning": 1}


def test_sections_are_counted_by_type_day_and_start() -> None:
    assert bars("Class type") == {"Lecture": 3, "Lab": 1}
    assert bars("Days") == {"Mon": 1, "Tue": 3, "Wed": 1, "Thu": 3, "Fri": 1}
    assert bars("Start") == {"before 10am": 1, "10am to noon": 2, "TBA": 1}


def test_what_is_missing_is_counted() -> None:
    assert bars("Fields left empty") == {
        "description": 1,
        "restrictions": 3,
        "time": 1,
        "instructor": 1,
    }
    assert bars("Description, characters") == {"none": 1, "1-99": 2}
    assert lengths(small().courses) == ("2 descriptions of 24 to 24 characters: median 24, mean 24")


def test_programs_past_the_first_fifteen_are_the_others() -> None:
    rows = [listing(Class_ID=f"{chr(65 + n) * 3} 101:") for n in range(18)]
    panel = panels(clean(source(*rows)).courses)[0]
    assert len(panel.bars) == 15
    assert panel.rest == ("3 others", 3)


def test_the_table_keeps_to_eighty_columns() -> None:
    cleaned = clean(read(str(SAMPLE)))
    lines = table(cleaned.courses, cleaned.report).splitlines()
    assert lines[0] == next(cleaned.report.lines())
    assert max(len(line) for line in lines[2:]) <= 80
    assert any(line.startswith("Program (") and "Level (" in line for line in lines)


def test_the_picture_is_a_png(tmp_path: Path) -> None:
    picture(small().courses, tmp_path / "catalogue.png")
    assert (tmp_path / "catalogue.png").read_bytes().startswith(b"\x89PNG")
