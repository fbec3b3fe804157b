"""Files that are damaged, and files that are merely unusual."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest

from ingest.formats import read_file
from ingest.rows import COLUMNS, Remark
from rag.errors import Mistake
from tests.ingest.listings import as_csv, listing, write_csv

TWO = (listing(), listing(Class_ID="CSCI 170:", Catalogue="Sets, proofs\nand graphs."))


def mistake(path: Path) -> str:
    """What reading this file tells the user: one line without its folder."""
    with pytest.raises(Mistake) as caught:
        read_file(path)
    text = str(caught.value)
    assert "\n" not in text
    assert text.endswith((".", "--source FILE"))
    return text.replace(f"{path.parent}/", "")


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_row_keeps_the_line_it_begins_on(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "c.csv", [TWO[1], TWO[0]])
    assert [row.line for row in read_file(path).rows] == [2, 4]


def test_csv_from_a_spreadsheet_reads_like_any_other(tmp_path: Path) -> None:
    plain = write_csv(tmp_path / "plain.csv", TWO)
    text = as_csv(TWO).replace("\n", "\r\n") + "\r\n"
    excel = write(tmp_path / "excel.CSV", b"\xef\xbb\xbf" + text.encode())
    unix, windows = read_file(plain).rows, read_file(excel).rows
    assert [row.values for row in windows] == [row.values for row in unix]


def test_a_last_line_without_line_end_is_read_and_noted(tmp_path: Path) -> None:
    table = read_file(write(tmp_path / "c.csv", as_csv(TWO).rstrip("\n")))
    assert len(table.rows) == 2
    assert table.note.endswith("c.csv ends without a line end: see that it is not cut off.")


def test_columns_may_come_in_any_order_with_others_between(tmp_path: Path) -> None:
    shuffled = [{"Seats": "30", **dict(reversed(row.items()))} for row in TWO]
    table = read_file(write_csv(tmp_path / "c.csv", shuffled))
    assert [row.values for row in table.rows] == list(TWO)
    assert table.note == "Columns that are not used: 'Seats'."


def test_a_row_of_another_width_is_rejected_with_its_line(tmp_path: Path) -> None:
    lines = as_csv([listing()] * 3).splitlines()
    lines[2] += ",surplus"
    lines[3] = "CSCI,only two"
    table = read_file(write(tmp_path / "c.csv", "\n".join(lines) + "\n"))
    assert [row.line for row in table.rows] == [2]
    assert table.rejected == (
        Remark(3, "it has 14 columns, not 13"),
        Remark(4, "it has 2 columns, not 13"),
    )


def test_a_csv_cut_off_in_its_last_row_is_told_with_the_line(tmp_path: Path) -> None:
    whole = as_csv([listing()] * 3)
    path = write(tmp_path / "c.csv", whole[: whole.rindex("Structures")])
    assert mistake(path) == (
        "c.csv is cut off in its last row, line 4: it has 4 columns, not 13. "
        "Fetch the file again and run the same command."
    )


def test_a_csv_cut_off_inside_a_quoted_field_is_told_with_the_line(tmp_path: Path) -> None:
    whole = as_csv([listing()] * 3)
    path = write(tmp_path / "c.csv", whole[: whole.rindex(", Thu")])
    assert mistake(path).startswith(
        "c.csv, line 4: the file ends inside a quoted field of this row"
    )


def test_a_csv_cut_off_anywhere_is_read_or_told_never_a_crash(tmp_path: Path) -> None:
    whole = as_csv(TWO).encode()
    told = 0
    for end in range(len(whole)):
        try:
            table = read_file(write(tmp_path / "c.csv", whole[:end]))
            told += bool(table.note)
        except Mistake:
            told += 1
    at_a_line_end = 2  # the header alone, and the header with one row, are whole files
    assert told == len(whole) - at_a_line_end


def test_a_lost_closing_quote_is_told_with_the_line(tmp_path: Path) -> None:
    lines = as_csv([listing()] * 3).splitlines()
    lines[2] = lines[2].replace('Thu"', "Thu")
    path = write(tmp_path / "c.csv", "\n".join(lines) + "\n")
    assert mistake(path).startswith("c.csv, line 3: the quotes are not right")


def test_an_endless_field_is_told_with_the_line(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "c.csv", [listing(), listing(Catalogue="long " * 40_000)])
    assert mistake(path).startswith("c.csv, line 3: a field is far too long")


@pytest.mark.parametrize("name", ["c.csv", "c.jsonl", "c.parquet"])
def test_an_empty_file_is_told(tmp_path: Path, name: str) -> None:
    assert mistake(write(tmp_path / name, b"")).startswith(f"{name} is empty.")


@pytest.mark.parametrize("content", [b"\xef\xbb\xbf", b"\n\n  \n"])
def test_a_file_of_nothing_but_space_is_empty(tmp_path: Path, content: bytes) -> None:
    assert mistake(write(tmp_path / "c.csv", content)).startswith("c.csv is empty.")


@pytest.mark.parametrize("suffix", [".csv", ".jsonl"])
def test_bytes_that_are_no_utf8_are_told_by_line_and_byte(tmp_path: Path, suffix: str) -> None:
    path = write(tmp_path / f"c{suffix}", "ab\nMaster’s".encode("cp1252"))
    assert mistake(path) == (
        f"c{suffix}, line 2, byte 7: 0x92 is no UTF-8. Save the file as UTF-8 and run the same "
        "command."
    )


def test_the_place_of_a_bad_byte_does_not_count_the_byte_order_mark(tmp_path: Path) -> None:
    path = write(tmp_path / "c.csv", b"\xef\xbb\xbfa\xff")
    assert mistake(path).startswith("c.csv, line 1, byte 2: 0xFF is no UTF-8")


def test_nul_bytes_and_utf16_are_told(tmp_path: Path) -> None:
    nul = write(tmp_path / "nul.csv", "ab\nc\0d")
    assert mistake(nul).startswith("nul.csv, line 2, byte 2: a NUL byte")
    assert mistake(write(tmp_path / "w.csv", "ab".encode("utf-16"))).startswith("w.csv is UTF-16")


def test_a_missing_column_is_named_with_the_one_that_may_be_meant(tmp_path: Path) -> None:
    renamed = {("class id" if k == "Class ID" else k): v for k, v in listing().items()}
    del renamed["Days"]
    text = mistake(write_csv(tmp_path / "c.csv", [renamed]))
    assert text.startswith("c.csv lacks the columns 'Class ID', 'Days'; it has 'Program Code', ")
    assert "(perhaps 'class id' for 'Class ID')" in text


def test_a_header_that_is_no_header_is_shown_in_short(tmp_path: Path) -> None:
    path = write(tmp_path / "c.csv", f"{'word ' * 30},\x07\n" + "x,y\n")
    text = mistake(path)
    assert text.startswith("c.csv lacks the columns 'Program Code', 'Program URL'")
    assert "word wo..." in text
    assert "\x07" not in text


def test_a_column_given_twice_is_named(tmp_path: Path) -> None:
    path = write(tmp_path / "c.csv", ",".join([*COLUMNS, "Units"]) + "\n")
    assert mistake(path).startswith("c.csv has the column 'Units' twice.")


@pytest.mark.parametrize(("mark", "name"), [(";", "';'"), ("\t", "a tab")])
def test_another_separator_is_named(tmp_path: Path, mark: str, name: str) -> None:
    path = write(tmp_path / "c.csv", mark.join(COLUMNS) + "\n")
    assert mistake(path).startswith(f"c.csv separates its columns by {name}.")


def test_a_missing_file_a_folder_and_another_format_are_told(tmp_path: Path) -> None:
    assert mistake(tmp_path / "no.csv").startswith("There is no file no.csv.")
    assert "can't be read: File name too long." in mistake(tmp_path / f"{'n' * 300}.csv")
    (tmp_path / "folder.csv").mkdir()
    assert mistake(tmp_path / "folder.csv").startswith("folder.csv is a folder.")
    assert mistake(write(tmp_path / "c.xlsx", b"PK")).startswith(
        "c.xlsx ends in '.xlsx', which is none of .csv, .jsonl, .ndjson, .parquet."
    )


def test_jsonl_takes_numbers_as_text_and_null_as_nothing(tmp_path: Path) -> None:
    record = {**listing(), "Units": 4, "Instructor": None, "Time": float("nan")}
    (row,) = read_file(write(tmp_path / "c.ndjson", "\n" + json.dumps(record))).rows
    assert row.line == 2
    assert (row.values["Units"], row.values["Instructor"], row.values["Time"]) == ("4", "", "")


def test_a_line_separator_inside_a_json_text_ends_no_line(tmp_path: Path) -> None:
    record = json.dumps(listing(Catalogue="a\u2028b"), ensure_ascii=False)
    table = read_file(write(tmp_path / "c.jsonl", f"{record}\r\n{record}\r\n"))
    assert [row.line for row in table.rows] == [1, 2]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"Program Code": "CS', "line 2, column 18: this is no JSON (Unterminated string"),
        ("not json", "line 2, column 1: this is no JSON (Expecting value)"),
        ('["CSCI"]', "line 2: this is a list, not an object"),
        ("[" * 100_000, "line 2: this can't be read"),
        ("9" * 5_000, "line 2: this can't be read"),
    ],
)
def test_a_jsonl_line_that_is_no_object_is_told(tmp_path: Path, line: str, told: str) -> None:
    path = write(tmp_path / "c.jsonl", f"{json.dumps(listing())}\n{line}\n")
    assert mistake(path).startswith(f"c.jsonl, {told}")


def test_jsonl_values_that_are_no_text_reject_their_line(tmp_path: Path) -> None:
    wrong = [
        {**listing(), "Days": ["Mon"]},
        {**listing(), "Units": True},
        {**listing(), "Catalogue": "\ud83d"},
        {**listing(), "Catalogue": "a" * 131_073},
        {name: text for name, text in listing().items() if name != "Time"},
    ]
    lines = [json.dumps(record) for record in (listing(), *wrong)]
    table = read_file(write(tmp_path / "c.jsonl", "\n".join(lines)))
    assert len(table.rows) == 1
    assert table.rejected == (
        Remark(2, "'Days' is a list, not text"),
        Remark(3, "'Units' is a bool, not text"),
        Remark(4, "'Catalogue' holds half a character, U+D83D"),
        Remark(5, "'Catalogue' is 131,073 characters long (at most 131,072)"),
        Remark(6, "it has no 'Time'"),
    )


def test_jsonl_without_a_column_anywhere_is_told(tmp_path: Path) -> None:
    text = json.dumps({name: "" for name in COLUMNS if name != "Units"})
    assert mistake(write(tmp_path / "c.jsonl", text)).startswith("c.jsonl lacks the column 'Units'")


def test_a_parquet_file_counts_rows_not_lines(tmp_path: Path) -> None:
    path = tmp_path / "c.parquet"
    columns = {name: [row[name] for row in TWO] for name in COLUMNS}
    units = pyarrow.array(["(4.0 units)", None]).dictionary_encode()
    pyarrow.parquet.write_table(pyarrow.table({**columns, "Units": units, "Seats": [1, 2]}), path)
    table = read_file(path)
    assert (table.unit, table.note) == ("row", "Columns that are not used: 'Seats'.")
    assert [(row.line, row.values["Units"]) for row in table.rows] == [(1, "(4.0 units)"), (2, "")]


def test_a_parquet_file_that_is_cut_off_or_none_is_told(tmp_path: Path) -> None:
    path = tmp_path / "c.parquet"
    pyarrow.parquet.write_table(pyarrow.table({name: ["x"] * 99 for name in COLUMNS}), path)
    whole = path.read_bytes()
    for damaged in (
        whole[: len(whole) // 2],
        b"PAR1",
        as_csv(TWO).encode(),
        whole[:-8] + b"\0" * 8,
    ):
        assert mistake(write(path, damaged)).startswith("c.parquet is no whole Parquet file (")


def test_a_parquet_page_that_is_damaged_is_told(tmp_path: Path) -> None:
    path = tmp_path / "c.parquet"
    pyarrow.parquet.write_table(pyarrow.table({name: ["x"] * 99 for name in COLUMNS}), path)
    whole = path.read_bytes()
    assert mistake(write(path, whole[:4] + b"\xff" * 60 + whole[64:])).startswith("c.parquet is no")


def test_a_parquet_file_without_our_columns_is_told(tmp_path: Path) -> None:
    path = tmp_path / "c.parquet"
    pyarrow.parquet.write_table(pyarrow.table({"a": [1]}), path)
    assert mistake(path).startswith("c.parquet lacks the columns 'Program Code', 'Program URL'")
