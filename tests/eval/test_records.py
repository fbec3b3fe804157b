from __future__ import annotations

import ast
from pathlib import Path

import pytest

from eval.questions.records import File, read, read_days, read_time, read_units, unlocked

ROOT = Path(__file__).parent.parent.parent


def test_listings_of_one_course_become_one_record(file: File) -> None:
    assert len(file.records) == 10
    boats = file.by_key()["ZOO", 101, ""]
    assert (boats.code, boats.title) == ("ZOO 101g", "Rowing Boats")
    assert boats.programs == ("ZOO", "HINQ")
    assert boats.categories == ("B",)
    assert len(boats.meetings) == 1


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("11:00-12:20pm", 660, 740),
        ("2:00-3:20pm", 840, 920),
        ("8:30-9:50am", 510, 590),
        ("10:00-1:50pm", 600, 830),
        ("12:00-12:50pm", 720, 770),
        ("TBA", None, None),
        ("", None, None),
    ],
)
def test_a_start_is_the_latest_before_the_end(text: str, start: int, end: int) -> None:
    assert read_time(text) == (start, end)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Mon, Wed", "Mon Wed"),
        ("Tuesday", "Tue"),
        ("Sunday", "Sun"),
        ("MWF", "Mon Wed Fri"),
        ("MTuWThF", "Mon Tue Wed Thu Fri"),
        ("TuThF", "Tue Thu Fri"),
        ("Sat, U", "Sat Sun"),
        ("TBA", ""),
    ],
)
def test_days_are_read_in_every_spelling_of_the_file(text: str, days: str) -> None:
    assert read_days(text) == tuple(days.split())


def test_units_have_a_range_and_a_most() -> None:
    assert read_units("(4.0 units)") == (4, 4, None)
    assert read_units("(1.0 unit)") == (1, 1, None)
    assert read_units("(1.0-2.0 units, max 8)") == (1, 2, 8)
    with pytest.raises(ValueError, match="many"):
        read_units("(many)")


def test_a_lab_is_told_by_the_kind_and_by_the_letter(file: File) -> None:
    kites, boats = file.by_key()["ZOO", 201, ""], file.by_key()["ZOO", 101, ""]
    assert (kites.lab, kites.lab_letter) == (True, True)
    assert (boats.lab, boats.lab_letter) == (False, False)


def test_unlocked_holds_what_names_a_course_alone_or_as_one_of_several(file: File) -> None:
    assert unlocked(file.records)["ZOO", 101, ""] == ("ZOO 201L", "ZOO 301", "ZOO 302")


def test_a_file_of_other_columns_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("a,b\n1,2\n")
    with pytest.raises(ValueError, match="x.csv is not a catalogue"):
        read(tmp_path / "x.csv")


def test_nothing_that_makes_or_judges_gold_imports_the_product() -> None:
    judges = [ROOT / "eval" / f"{name}.py" for name in ("judge", "grounds", "score", "overlap")]
    paths = [*(ROOT / "eval" / "questions").glob("*.py"), *judges]
    assert len(paths) > 15
    for path in paths:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = [n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)]
        names += [a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names]
        assert not [n for n in names if n.split(".")[0] == "rag"], path.name
