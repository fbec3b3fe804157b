"""The file formats a catalogue can come in: CSV, JSONL and Parquet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from ingest.rows import COLUMNS, Remark, Table, check_columns, gather
from rag.errors import Mistake


def read_file(path: Path) -> Table:
    """The table in a file, its format told by the extension; a `Mistake` for any other file."""
    try:
        if path.is_dir():
            raise Mistake(f"{path} is a folder. Name a file: python -m ingest --source FILE")
        size = path.stat().st_size
        reader = READERS.get(path.suffix.lower())
        if reader is None:
            raise Mistake(
                f"{path} ends in '{path.suffix}', which is none of {', '.join(READERS)}. Save the "
                "catalogue as one of these: python -m ingest --source FILE"
            )
        if size == 0:
            raise Mistake(_empty(path))
        return reader(path)
    except FileNotFoundError:
        raise Mistake(
            f"There is no file {path}. Name a CSV, JSONL or Parquet file: "
            "python -m ingest --source FILE"
        ) from None
    except OSError as error:
        raise Mistake(
            f"{path} can't be read: {error.strerror or error}. Mend that, or name another file: "
            "python -m ingest --source FILE"
        ) from None


def read_csv(path: Path) -> Table:
    """Comma-separated values with a header, quoted as RFC 4180 says; any line ends, BOM or not."""
    text = _decode(path)
    lines = _csv_lines(path, text)
    header = [name.strip() for name in next(lines, (1, []))[1]]
    if len(header) == 1 and (mark := next((m for m in ";\t|" if m in header[0]), "")):
        name = "a tab" if mark == "\t" else f"'{mark}'"
        raise Mistake(f"{path} separates its columns by {name}. Save it with commas and try again.")
    note = check_columns(str(path), header)
    good: list[tuple[int, dict[str, Any]]] = []
    rejected = []
    short = False
    for line, cells in lines:
        short = len(cells) < len(header)
        if len(cells) == len(header):
            good.append((line, dict(zip(header, cells, strict=True))))
        else:
            rejected.append(Remark(line, f"it has {len(cells)} columns, not {len(header)}"))
    if short and text[-1] not in "\r\n":
        raise Mistake(
            f"{path} is cut off in its last row, line {rejected[-1].line}: "
            f"{rejected[-1].text}. Fetch the file again and run the same command."
        )
    if text[-1] not in "\r\n":
        note = f"{note} {path} ends without a line end: see that it is not cut off.".strip()
    rows, unusable = gather(good)
    return Table(tuple(rows), (*rejected, *unusable), note)


def _csv_lines(path: Path, text: str) -> Iterator[tuple[int, list[str]]]:
    """Every record that is no blank line, with the line of the file it begins on."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if "unexpected end" in str(error):
                what = "the file ends inside a quoted field of this row, cut off or unclosed"
            elif "field limit" in str(error):
                what = "a field is far too long, as if its closing quote were missing"
            else:
                what = f"the quotes are not right ({error})"
            raise Mistake(
                f"{path}, line {line}: {what}. Mend that line or fetch the file again."
            ) from None
        if cells:
            yield line, cells


def read_jsonl(path: Path) -> Table:
    """One JSON object a line; numbers are taken as text and null as nothing."""
    records = []
    for line, text in enumerate(_decode(path).split("\n"), 1):
        if not text.strip():
            continue
        try:
            record = json.loads(text)
        except json.JSONDecodeError as error:
            raise Mistake(
                f"{path}, line {line}, column {error.colno}: this is no JSON ({error.msg}). Write "
                "one whole object a line, or fetch the file again."
            ) from None
        except (RecursionError, ValueError) as error:
            raise Mistake(f"{path}, line {line}: this can't be read ({error}). Mend it.") from None
        if not isinstance(record, dict):
            raise Mistake(
                f"{path}, line {line}: this is a {type(record).__name__}, not an object. Write one "
                "object with the 13 columns a line and run it again."
            )
        records.append((line, {name.strip(): value for name, value in record.items()}))
    found = list(dict.fromkeys(name for _, record in records for name in record))
    note = check_columns(str(path), found) if records else ""
    rows, rejected = gather(records)
    return Table(tuple(rows), tuple(rejected), note)


def read_parquet(path: Path) -> Table:
    """A Parquet file whose 13 columns hold text (or numbers, taken as text)."""
    import pyarrow
    import pyarrow.parquet

    try:
        with pyarrow.parquet.ParquetFile(path) as file:
            note = check_columns(str(path), file.schema_arrow.names)
            records = file.read(columns=list(COLUMNS)).to_pylist()
    except (pyarrow.ArrowException, OSError, UnicodeDecodeError) as error:
        raise Mistake(
            f"{path} is no whole Parquet file ({_first_line(error)}). Fetch it again and run the "
            "same command."
        ) from None
    rows, rejected = gather(enumerate(records, 1))
    return Table(tuple(rows), tuple(rejected), note, unit="row")


def _decode(path: Path) -> str:
    """The file as text without its byte-order mark; a `Mistake` names a byte that is no text."""
    data = path.read_bytes()
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise Mistake(f"{path} is UTF-16. Save it as UTF-8 and run the same command.")
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line, byte = _place(data, error.start)
        raise Mistake(
            f"{path}, line {line}, byte {byte}: 0x{data[error.start]:02X} is no UTF-8. Save the "
            "file as UTF-8 and run the same command."
        ) from None
    if not text.strip():
        raise Mistake(_empty(path))
    if "\0" in text:
        line, byte = _place(data, data.index(b"\0"))
        raise Mistake(
            f"{path}, line {line}, byte {byte}: a NUL byte, so this is no text file or a damaged "
            "one. Fetch it again and run the same command."
        )
    return text


def _empty(path: Path) -> str:
    return f"{path} is empty. Fetch it again, or name another file: python -m ingest --source FILE"


def _place(data: bytes, at: int) -> tuple[int, int]:
    """Line and byte in that line, both from 1, of an offset."""
    return data.count(b"\n", 0, at) + 1, at - data.rfind(b"\n", 0, at)


def _first_line(error: BaseException) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0][:160].rstrip(". ")


READERS: dict[str, Callable[[Path], Table]] = {
    ".csv": read_csv,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".parquet": read_parquet,
}
