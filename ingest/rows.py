"""Row and Remark: one listing as the source writes it, and what is to be said of one."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from rag.errors import Mistake

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
# A longer field is a damaged file, not a description: the real ones end at 641 characters.
LONGEST = 131_072


@dataclass(frozen=True)
class Row:
    """One listing: its line in the source (or row number, from 1) and a text for every column."""

    line: int
    values: dict[str, str]


@dataclass(frozen=True)
class Remark:
    """What is to be told of one line of the source."""

    line: int
    text: str


@dataclass(frozen=True)
class Table:
    """What a reader found: the rows, the ones it had to reject, and a line on anything odd, or "".

    `unit` is what `Row.line` counts: 'line' of a text file, or 'row'.
    """

    rows: tuple[Row, ...]
    rejected: tuple[Remark, ...] = ()
    note: str = ""
    unit: str = "line"


def gather(
    records: Iterable[tuple[int, Mapping[str, Any]]],
) -> tuple[list[Row], list[Remark]]:
    """Records by column name, each with its line -> rows, and remarks on those that are none."""
    rows, rejected = [], []
    for line, record in records:
        try:
            rows.append(Row(line, {name: _text(name, record) for name in COLUMNS}))
        except ValueError as error:
            rejected.append(Remark(line, str(error)))
    return rows, rejected


def check_columns(where: str, found: Sequence[str]) -> str:
    """A note on columns of `found` that are not ours; a `Mistake` where one of ours is missing."""
    twice = [name for name in COLUMNS if found.count(name) > 1]
    if twice:
        raise Mistake(f"{where} has the column '{twice[0]}' twice. Remove one and run it again.")
    missing = [name for name in COLUMNS if name not in found]
    others = [name for name in found if name not in COLUMNS]
    if not missing:
        return f"Columns that are not used: {_list(others)}." if others else ""
    near = [f"'{_short(a)}' for '{b}'" for b in missing for a in _nearest(b, others)]
    guess = f" (perhaps {', '.join(near)})" if near else ""
    plural = "s" if len(missing) > 1 else ""
    raise Mistake(
        f"{where} lacks the column{plural} {_list(missing)}; it has {_list(found)}{guess}. "
        f"Name the 13 columns as ingest/sample.csv does and run it again."
    )


def _nearest(name: str, others: Sequence[str]) -> list[str]:
    plain = {other.casefold(): other for other in others}
    return [plain[m] for m in get_close_matches(name.casefold(), list(plain), n=1, cutoff=0.7)]


def _list(names: Sequence[str]) -> str:
    shown = ", ".join(f"'{_short(name)}'" for name in names[:15]) or "no columns at all"
    return f"{shown} and {len(names) - 15} more" if len(names) > 15 else shown


def _short(name: str) -> str:
    printable = name.encode("unicode_escape").decode("ascii") if not name.isprintable() else name
    return printable if len(printable) <= 40 else printable[:37] + "..."


def _text(name: str, record: Mapping[str, Any]) -> str:
    """One value as text; ValueError says why it can be none."""
    if name not in record:
        raise ValueError(f"it has no '{name}'")
    value = record[name]
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ValueError(f"'{name}' is a {type(value).__name__}, not text")
    text = str(value)
    if len(text) > LONGEST:
        raise ValueError(f"'{name}' is {len(text):,} characters long (at most {LONGEST:,})")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ValueError(f"'{name}' holds half a character, U+{ord(text[error.start]):X}") from None
    return text.replace("\r\n", "\n")
