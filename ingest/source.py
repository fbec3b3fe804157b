"""The source: where the listings come from, and what was read there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ingest.formats import read_file
from ingest.hub import DATASET, Unreachable, read_dataset
from ingest.rows import COLUMNS, Remark, Row, Table
from rag.errors import Mistake

SAMPLE = Path(__file__).with_name("sample.csv")


@dataclass(frozen=True)
class Source:
    """What was read, and where.

    `sha256` is of the rows, not the file: one catalogue has one hash in every format. `note` is a
    line for stderr, or "". `rejected` are rows that could not even be read; `unit` is what their
    numbers count, 'line' or 'row'.
    """

    name: str
    rows: tuple[Row, ...]
    sha256: str
    note: str = ""
    rejected: tuple[Remark, ...] = ()
    unit: str = "line"


def read(source: str | None = None, *, sample: Path = SAMPLE, cache: Path | None = None) -> Source:
    """The rows of a CSV, JSONL or Parquet file, or of the dataset where none is named.

    Without the hub, or its dataset in the local cache, the sample is read instead and `note` says
    so. `cache` is where the hub's client keeps its downloads, if not in its own place.
    """
    if source is not None and source != DATASET:
        return _source(source, read_file(Path(source).expanduser()))
    try:
        return _source(DATASET, read_dataset(cache))
    except Unreachable as error:
        table = read_file(sample)
        courses = len({row.values["Class ID"].strip() for row in table.rows})
        note = (
            f"Can't get {DATASET} from the Hugging Face hub ({error}): using the sample of "
            f"{courses} courses. For the whole catalogue: python -m ingest --source FILE"
        )
        return _source(sample.name, table, note)


def digest(rows: Iterable[Row]) -> str:
    """The sha256 of the rows: one JSON list a row, its texts in the order of `COLUMNS`."""
    hash = hashlib.sha256()
    for row in rows:
        texts = [row.values[name] for name in COLUMNS]
        hash.update(json.dumps(texts, ensure_ascii=False).encode() + b"\n")
    return hash.hexdigest()


def _source(name: str, table: Table, note: str = "") -> Source:
    if not table.rows and not table.rejected:
        raise Mistake(f"{name} holds no courses. Name another file: python -m ingest --source FILE")
    note = f"{note} {table.note}".strip()
    return Source(name, table.rows, digest(table.rows), note, table.rejected, table.unit)
