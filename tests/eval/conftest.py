"""A catalogue of ten courses in the raw file's 13 columns, with invented people."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

import pytest

from eval.questions.records import File, read
from eval.questions.rows import make
from ingest.clean import clean
from ingest.source import read as read_source
from tests.stand_ins import index

COLUMNS = (
    "Program Code",
    "Program URL",
    "Class ID",
    "Class Name",
    "Catalogue",
    "Units",
    "Prerequisites",
    "Restrictions",
    "Class Section",
    "Time",
    "Days",
    "Class Type",
    "Instructor",
)
BOATS = "Boats and how to row them across a lake in wind, rain and fog, with maps and ropes."
KITES = "Kites that fly high; knots, sails, gliders and the mathematics of lift and drag. CR/NC."
NONE = "Not available"
SENIORS = "Restriction:  Registration open to the following class level(s): Senior"
# program, class id, title, description, units, prerequisites, restrictions, section, time, days,
# type, instructor
ROWS = [
    "ZOO|ZOO 101g:| Rowing Boats |BOATS|(4.0 units)|-|-|10001R|11:00-12:20pm|Mon, Wed|Lecture|"
    "Ada Quill",
    "HINQ|ZOO 101g:| Rowing Boats |BOATS|(4.0 units)|-|-|10001R|11:00-12:20pm|Mon, Wed|Lecture|"
    "Ada Quill",
    "ZOO|ZOO 201L:| Flying Kites |KITES|(2.0 units, max 6)|Prerequisite: ZOO 101|-|10002D|"
    "6:00-8:50pm|MTuWTh|Lecture-Lab|Bo Marsh,Ada Quill",
    "ZOO|ZOO 301:| Storms |BOATS|(1.0-4.0 units)|Prerequisite: 1 from (ZOO 101 or ZOO 201)|"
    "SENIORS|10003D|TBA|TBA|Lecture|",
    "ZOO|ZOO 302:| Harbours of the World |KITES|(3.0 units)|"
    "Prerequisite: ZOO 101 and 1 from (ZOO 201 or (MAT 125 and MAT 126))|-|10004R|9:00-9:50am|MWF|"
    "Lecture|Cy Tarn",
    "ZOO|ZOO 105a:| Ponds One |BOATS|(1.5 units)|-|-|10005R|2:00-3:20pm|Sat, U|Discussion|Cy Tarn",
    "ZOO|ZOO 105b:| Ponds Two |BOATS|(1.5 units)|Prerequisite: ZOO 105A|-|10006R|2:00-3:20pm|"
    "Thursday|Lecture|Cy Tarn",
    "MAT|MAT 125:| Sums |KITES|(4.0 units)|-|-|10007R|8:00-9:20am|Tue, Thu|Lecture|Dee Holt",
    "MAT|MAT 410:| Curves |KITES|(4.0 units)|Prerequisite: MAT 125|-|10008R|5:00-6:20pm|Tue, Thu|"
    "Lecture|Dee Holt",
    "MAT|MAT 510:| Surfaces |KITES|(4.0 units)|Prerequisite: MAT 410 and ZOO 302|-|10009D|"
    "10:00-11:50am|Friday|Lecture|Dee Holt",
    "MAT|MAT 590:| Directed Research |BOATS|(1.0-12.0 units)|-|-|10010D|TBA|TBA|Lecture|",
]


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("raw") / "courses.csv"
    texts = {"BOATS": BOATS, "KITES": KITES, "SENIORS": SENIORS, "-": NONE}
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow(COLUMNS)
        for row in ROWS:
            program, *cells = (texts.get(cell, cell) for cell in row.split("|"))
            writer.writerow([program, "", *cells])
    return path


@pytest.fixture(scope="session")
def file(source: Path) -> File:
    return read(source)


@pytest.fixture(scope="session")
def campus(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same file with letters of programs that the product knows."""
    path = tmp_path_factory.mktemp("campus") / "courses.csv"
    text = source.read_text(encoding="utf-8").replace("ZOO", "CSCI")
    path.write_text(re.sub(r"\bMAT\b", "MATH", text), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def indexed(campus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the index of those courses, by the stand-in embedder."""
    data = tmp_path_factory.mktemp("data")
    index(clean(read_source(str(campus))).courses, data)
    return data


@pytest.fixture(scope="session")
def questions(campus: Path) -> list[dict[str, Any]]:
    """A question of every kind about those courses."""
    return make(read(campus), "dev", 1)
