"""A listing to change one column of, as the catalogue writes one."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from ingest.rows import COLUMNS, Row
from ingest.source import Source, digest

LISTING = {
    "Program Code": "CSCI",
    "Program URL": "https://classes.usc.edu/term-20241/classes/CSCI/",
    "Class ID": "CSCI 104L:",
    "Class Name": " Data Structures ",
    "Catalogue": "Lists, trees and tables.",
    "Units": "(4.0 units)",
    "Prerequisites": "Prerequisite: CSCI 103",
    "Restrictions": "Not available",
    "Class Section": "29905D",
    "Time": "11:00-12:20pm",
    "Days": "Tue, Thu",
    "Class Type": "Lecture",
    "Instructor": "Ada Byron, Kit Marlowe",
}


def listing(**changes: str) -> dict[str, str]:
    """The listing with columns changed, their spaces written as underscores: Class_ID='...'."""
    named = {name.replace("_", " "): text for name, text in changes.items()}
    assert set(named) <= set(COLUMNS)
    return {**LISTING, **named}


def source(*listings: dict[str, str]) -> Source:
    """A source of these listings, the first on line 2 as in a CSV file."""
    rows = tuple(Row(line, values) for line, values in enumerate(listings, 2))
    return Source("courses.csv", rows, digest(rows))


def as_csv(listings: Sequence[dict[str, str]]) -> str:
    """The listings as the text of a CSV file with a header."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(listings[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(listings)
    return text.getvalue()


def write_csv(path: Path, listings: Sequence[dict[str, str]]) -> Path:
    path.write_text(as_csv(listings), encoding="utf-8", newline="")
    return path
