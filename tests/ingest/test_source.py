"""Where the catalogue is read from, and what is said when it is not the first choice."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest

from ingest.rows import COLUMNS
from ingest.source import SAMPLE, read
from rag.errors import Mistake
from tests.ingest.listings import listing, write_csv

TWO = (listing(), listing(Class_ID="CSCI 170:", Catalogue='Sets, "proofs"\nand graphs, é.'))
ROOT = SAMPLE.parent.parent


def cached(folder: Path) -> Path:
    """A download cache as the hub's client leaves it, with the dataset in it."""
    repository = folder / "datasets--USC--USC-Course-Catalog"
    snapshot = repository / "snapshots" / "0123abcd"
    snapshot.mkdir(parents=True)
    (repository / "refs").mkdir()
    (repository / "refs" / "main").write_text("0123abcd")
    write_csv(snapshot / "courses.csv", TWO)
    return folder


def test_one_catalogue_has_one_hash_in_every_format(tmp_path: Path) -> None:
    csv = write_csv(tmp_path / "c.csv", [{**row, "Seats": "9"} for row in TWO])
    jsonl = tmp_path / "c.jsonl"
    jsonl.write_text("\n".join(json.dumps(dict(reversed(row.items()))) for row in TWO))
    parquet = tmp_path / "c.parquet"
    table = pyarrow.table({name: [row[name] for row in TWO] for name in COLUMNS})
    pyarrow.parquet.write_table(table, parquet)
    sources = [read(str(path)) for path in (csv, jsonl, parquet)]
    assert len({source.sha256 for source in sources}) == 1
    assert all([row.values for row in source.rows] == list(TWO) for source in sources)


def test_another_catalogue_has_another_hash(tmp_path: Path) -> None:
    one = read(str(write_csv(tmp_path / "a.csv", TWO)))
    other = read(str(write_csv(tmp_path / "b.csv", [*TWO[:1], listing(Units="(3.0 units)")])))
    assert one.sha256 != other.sha256


def test_a_source_says_what_it_is_and_which_columns_it_leaves(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "c.csv", [{**row, "Seats": "9", "Room": "A"} for row in TWO])
    source = read(str(path))
    assert source.name == str(path)
    assert source.note == "Columns that are not used: 'Seats', 'Room'."


def test_a_header_without_rows_is_told(tmp_path: Path) -> None:
    path = tmp_path / "c.csv"
    path.write_text(",".join(COLUMNS) + "\n")
    with pytest.raises(Mistake, match="c.csv holds no courses"):
        read(str(path))


def test_the_dataset_in_the_local_cache_needs_no_hub(tmp_path: Path) -> None:
    source = read(cache=cached(tmp_path))
    assert (source.name, source.note, source.unit) == ("USC/USC-Course-Catalog", "", "row")
    assert [row.values for row in source.rows] == list(TWO)


def run_without_hub(tmp_path: Path, **variables: str) -> tuple[str, float]:
    """What a fresh interpreter reads and notes, and the seconds it takes."""
    code = "from ingest.source import read; s = read(); print(s.name); print(s.note)"
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "HF_HOME": str(tmp_path), **variables},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout, time.monotonic() - started


def test_offline_the_sample_is_read_and_the_note_says_so(tmp_path: Path) -> None:
    printed, _ = run_without_hub(tmp_path, HF_HUB_OFFLINE="1")
    name, note = printed.strip().splitlines()
    assert name == "sample.csv"
    assert note.startswith("Can't get USC/USC-Course-Catalog from the Hugging Face hub (HF_HUB_")
    assert note.endswith("python -m ingest --source FILE")


def test_a_hub_that_never_answers_is_given_up_within_three_seconds(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        printed, seconds = run_without_hub(
            tmp_path, HF_ENDPOINT=address, HF_HUB_OFFLINE="0", NO_PROXY="127.0.0.1"
        )
    assert printed.startswith(
        "sample.csv\nCan't get USC/USC-Course-Catalog from the Hugging Face hub ("
    )
    # The limit is ours; what starting an interpreter costs a busy machine is not.
    assert seconds < 3 + 3


def test_the_sample_meets_its_promise() -> None:
    rows = [row.values for row in read(str(SAMPLE)).rows]
    assert tuple(rows[0]) == COLUMNS
    assert len({row["Class ID"] for row in rows}) >= 150
    assert len({row["Program Code"] for row in rows}) >= 30
    assert not any(row["Instructor"] for row in rows)
