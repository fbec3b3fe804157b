"""The sample catalogue: big enough, true to the real file's shapes, in our own words."""

from __future__ import annotations

import csv
import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from rag.catalogue import code_key
from rag.course import GE_PROGRAMS

SAMPLE = Path(__file__).parents[2] / "ingest" / "sample.csv"
COLUMNS = [
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
]
WORDS = {"Catalogue", "Instructor"}  # all other columns are facts
Row = dict[str, str]


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    return read(SAMPLE)


def code(row: Row) -> str:
    return row["Class ID"].strip().rstrip(":")


def listings(rows: list[Row]) -> dict[str, list[Row]]:
    """Class code -> its rows, more than one where it is listed again under another program."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(code(row), []).append(row)
    return found


def column(rows: list[Row], name: str) -> set[str]:
    return {row[name] for row in rows}


def test_the_columns_are_the_thirteen_of_the_real_file_in_order() -> None:
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    assert lines[0] == COLUMNS
    assert {len(line) for line in lines} == {len(COLUMNS)}


def test_it_holds_courses_enough_over_programs_enough(rows: list[Row]) -> None:
    assert len(listings(rows)) >= 160
    assert len({code(row).split()[0] for row in rows}) >= 32


def test_no_instructor_is_named(rows: list[Row]) -> None:
    assert column(rows, "Instructor") == {""}


def test_raw_conventions_are_the_real_files(rows: list[Row]) -> None:
    for row in rows:
        program = row["Program Code"]
        assert row["Program URL"].endswith(f"/term-20241/classes/{program}/"), row
        assert re.fullmatch(r"[A-Z]{2,5} \d{3}[A-Za-z]{0,4}:", row["Class ID"]), row
        assert row["Class Name"] == f" {row['Class Name'].strip()} ", row
        assert re.fullmatch(r"\(\d+\.\d(-\d+\.\d)? units?(, max \d+)?\)", row["Units"]), row
        assert re.match(r"Not available$|Prerequisite: ", row["Prerequisites"]), row
        assert re.match(r"Not available$|Restriction:  Registration ", row["Restrictions"]), row
        assert re.fullmatch(r"\d{5}[DR]", row["Class Section"]), row
        assert re.fullmatch(r"|TBA|\d+:\d\d-\d+:\d\d[ap]m", row["Time"]), row


def test_courses_are_listed_again_under_other_programs(rows: list[Row]) -> None:
    again = [code_rows for code_rows in listings(rows).values() if len(code_rows) > 1]
    assert sum(len(code_rows) - 1 for code_rows in again) >= 15
    for code_rows in again:
        assert len(column(code_rows, "Program Code")) == len(code_rows)
        for name in ("Class Name", "Catalogue", "Units", "Prerequisites", "Restrictions"):
            assert len(column(code_rows, name)) == 1, code_rows[0]


def test_every_general_education_category_is_there(rows: list[Row]) -> None:
    assert set(GE_PROGRAMS) <= column(rows, "Program Code")


def test_a_course_listed_twice_may_show_another_section(rows: list[Row]) -> None:
    social_work = listings(rows)["SOWK 506"]
    assert column(social_work, "Program Code") == {"SWKC", "SWKO"}
    assert len(column(social_work, "Class Section")) == 2
    assert len(column(social_work, "Time")) == 2


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("Units", r"\(0\.0 units\)"),
        ("Units", r"\(0\.5 units\)"),
        ("Units", r"\(1\.0 unit\)"),
        ("Units", r"\(3\.0-4\.0 units\)"),
        ("Units", r"\(2\.0-1\.0 units\)"),
        ("Units", r"\(4\.0 units, max 8\)"),
        ("Units", r"\(1\.0-8\.0 units, max 12\)"),
        ("Class ID", r"CHEM 105aLg:"),
        ("Class ID", r"MPKS 150c:"),
        ("Class ID", r"CSCI 594z:"),
        ("Catalogue", r".*M&As;.*"),
        ("Catalogue", r".*Q&A;.*"),
        ("Catalogue", r".*Masterâ€™s.*"),
        ("Catalogue", r".*â€“.*"),
        ("Catalogue", r""),
        ("Catalogue", r".*Recommended preparation: .*"),
        ("Catalogue", r".*Duplicates credit in .*"),
        ("Catalogue", r".*Corequisite: .*"),
        ("Catalogue", r".*Graded CR/NC\."),
        ("Time", r""),
        ("Time", r"TBA"),
        ("Time", r"12:\d\d-12:\d\dpm"),
        ("Time", r"11:00-12:20pm"),
        ("Days", r"TBA"),
        ("Days", r"Mon, Wed"),
        ("Days", r"MWF"),
        ("Days", r"MTuWTh"),
        ("Days", r"MTuThF"),
        ("Days", r"MTuWThF"),
        ("Days", r"TuThF"),
        ("Days", r"Sat, U"),
        ("Days", r"Saturday"),
        ("Class Section", r"\d{5}D"),
        ("Class Section", r"\d{5}R"),
        ("Restrictions", r".*closed to the following.*"),
        ("Restrictions", r".*open to the following major\(s\): .*"),
        ("Restrictions", r".*open to the following class level\(s\): .*"),
        ("Restrictions", r".*open to the following school\(s\): .*"),
    ],
)
def test_an_awkward_shape_of_the_real_file_is_there(rows: list[Row], name: str, shape: str) -> None:
    assert any(re.fullmatch(shape, value) for value in column(rows, name))


def test_all_six_class_types_are_there(rows: list[Row]) -> None:
    types = {"Lecture", "Lecture-Lab", "Lecture-Discussion", "Discussion", "Lab", "Quiz"}
    assert column(rows, "Class Type") == types


@pytest.mark.parametrize(
    ("wanted", "prerequisites"),
    [
        ("CSCI 104L", "CSCI 103 and CSCI 170"),
        ("CHEM 105bL", "1 from (CHEM 105A or CHEM 107 or CHEM 115A)"),
        ("CSCI 401", "(CSCI 270 and CSCI 310)"),
        ("CSCI 350", "CSCI 201 and 1 from (CSCI 356 or EE 354)"),
        (
            "MATH 445",
            "1 from (MATH 245 or (MATH 225 and MATH 226) or (MATH 225 and MATH 227) "
            "or (MATH 225 and MATH 229))",
        ),
        (
            "CSCI 420",
            "CSCI 104 and 1 from (MATH 225 or (EE 141 and MATH 126) or "
            "(EE 141 and MATH 127) or (EE 141 and MATH 129))",
        ),
        (
            "FBE 424",
            "1 from ((BUAD 351 and BUAD 352) or (ECON 203 and ECON 205) "
            "or (ECON 351 and ECON 352))",
        ),
        ("PPD 412", "2 from (ARCH 403 or PPD 425 or SOCI 314 or SSCI 483)"),
        ("BUAD 425", None),
    ],
)
def test_prerequisites_of_every_grammar_are_there(
    rows: list[Row], wanted: str, prerequisites: str | None
) -> None:
    text = listings(rows)[wanted][0]["Prerequisites"].removeprefix("Prerequisite: ")
    if prerequisites is None:
        assert text.count("1 from") == 4
    else:
        assert text == prerequisites


def test_prerequisite_chains_stay_inside_the_sample_and_some_lead_out(rows: list[Row]) -> None:
    inside = {code_key(code(row)) for row in rows}
    named = {
        code_key(name)
        for row in rows
        for name in re.findall(r"[A-Z]{2,5} \d{3}[A-Za-z]*", row["Prerequisites"])
    }
    chain = "CSCI 102,CSCI 103,CSCI 170,CSCI 104,CSCI 201,CSCI 270,CSCI 310,CSCI 401"
    assert {code_key(name) for name in chain.split(",")} <= inside
    assert len(named & inside) > 50
    assert len(named - inside) > 30


def test_descriptions_are_one_per_course_and_short(rows: list[Row]) -> None:
    texts = {text for text in column(rows, "Catalogue") if text}
    assert max(map(len, texts)) <= 400
    courses = Counter(code_rows[0]["Catalogue"] for code_rows in listings(rows).values())
    del courses[""]
    # One course that two programs give under codes of their own.
    assert [n for n in courses.values() if n > 1] == [2]


@pytest.fixture(scope="module")
def real() -> dict[tuple[str, str], Row]:
    path = os.environ.get("COURSE_CATALOGUE")
    if not path:
        pytest.skip("COURSE_CATALOGUE does not name the real file")
    return {(row["Program Code"], code(row)): row for row in read(Path(path))}


@pytest.mark.catalogue
def test_facts_are_the_real_files(rows: list[Row], real: dict[tuple[str, str], Row]) -> None:
    for row in rows:
        truth = real[row["Program Code"], code(row)]
        for name in set(COLUMNS) - WORDS:
            assert row[name] == truth[name], (code(row), name)


@pytest.mark.catalogue
def test_every_listing_of_a_course_is_there(
    rows: list[Row], real: dict[tuple[str, str], Row]
) -> None:
    codes = {code(row) for row in rows}
    have = {(row["Program Code"], code(row)) for row in rows}
    assert {key for key in real if key[1] in codes} == have


@pytest.mark.catalogue
def test_no_description_borrows_the_catalogues_words(
    rows: list[Row], real: dict[tuple[str, str], Row]
) -> None:
    theirs = {run for row in real.values() for run in runs(row["Catalogue"])}
    for row in rows:
        text, truth = row["Catalogue"], real[row["Program Code"], code(row)]["Catalogue"]
        assert bool(text) == bool(truth.strip()), code(row)
        assert not text or text != truth, code(row)
        assert theirs.isdisjoint(runs(text)), (code(row), theirs & set(runs(text)))


def runs(text: str, length: int = 8) -> Iterator[tuple[str, ...]]:
    """Every run of `length` words, punctuation and case aside."""
    words = re.findall(r"[a-z0-9]+", text.lower())
    return zip(*(words[i:] for i in range(length)), strict=False)
