"""`python -m ingest`: the summary, what is left alone, and a person's mistakes in one line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ingest.__main__ import main
from rag.errors import run
from rag.store import Store
from tests.ingest.listings import as_csv, listing, write_csv
from tests.rag.courses import COURSES
from tests.stand_ins import index

ROOT = Path(__file__).resolve().parents[2]


def failed(monkeypatch: pytest.MonkeyPatch, data: Path, *argv: object) -> str:
    """The one line that the program leaves with; the index there before still answers."""
    index(COURSES[:2], data)
    before = Store.open(data).stamp
    monkeypatch.setattr(sys, "argv", ["ingest", "--data", str(data), *map(str, argv)])
    with pytest.raises(SystemExit) as exit:
        run(main)
    line = str(exit.value.code)
    assert line.startswith("error: ")
    assert "\n" not in line
    store = Store.open(data)
    assert (store.stamp, store.courses()) == (before, COURSES[:2])
    return line


GOOD = as_csv([listing()])


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", b"", "a.csv"),
        ("a.csv", b"\n\n", "a.csv"),
        ("a.csv", GOOD.splitlines()[0].encode() + b"\n", "holds no courses"),
        ("a.csv", GOOD.replace("Class ID", "Course").encode(), "Class ID"),
        ("a.csv", b"a,b\n1,2\n", "Class ID"),
        ("a.csv", GOOD.replace("Lists", "Caf\xe9").encode("latin-1"), "a.csv"),
        ("a.csv", GOOD.encode()[:-20] + b'"cut', "a.csv"),
        ("a.csv", b"PK\x03\x04\x00\x00", "a.csv"),
        ("a.csv", GOOD.replace("CSCI 104L", "none").encode(), "a.csv"),
        ("a.jsonl", b"", "a.jsonl"),
        ("a.jsonl", json.dumps(listing()).encode() + b'\n{"Class ID": \n', "line 2"),
        ("a.jsonl", b"[1, 2]\n", "a.jsonl"),
        ("a.jsonl", b'{"Class ID": "CSCI 104L:"}\n', "Program Code"),
        ("a.parquet", b"", "a.parquet"),
        ("a.parquet", b"PAR1 and no more", "a.parquet"),
        ("a.xlsx", b"x", "a.xlsx"),
    ],
)
def test_a_source_that_cannot_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    line = failed(monkeypatch, tmp_path / "data", "--source", tmp_path / name)
    assert said in line
    assert name in line


def test_a_source_that_is_not_there_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = failed(monkeypatch, tmp_path / "data", "--source", tmp_path / "none.csv")
    assert "none.csv" in line
    (tmp_path / "folder.csv").mkdir()
    assert "folder.csv" in failed(
        monkeypatch, tmp_path / "data", "--source", tmp_path / "folder.csv"
    )


def test_an_unknown_embedder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = write_csv(tmp_path / "a.csv", [listing()])
    line = failed(monkeypatch, tmp_path / "data", "--source", source, "--embedder", "minilm")
    assert "No model 'minilm'" in line
    assert "all-minilm-l6-v2" in line


def test_a_data_folder_that_is_a_file_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = write_csv(tmp_path / "a.csv", [listing()])
    (tmp_path / "file").write_text("x")
    monkeypatch.setattr(
        sys,
        "argv",
        ["ingest", "--data", str(tmp_path / "file"), "--source", str(source), "--describe"],
    )
    with pytest.raises(SystemExit) as exit:
        run(main)
    assert f"{tmp_path / 'file'}" in str(exit.value.code)


def started(*argv: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "ingest", *map(str, argv)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "HF_HUB_OFFLINE": "1"},
    )


def test_help_names_the_dataset_and_every_option() -> None:
    done = started("--help")
    assert (done.returncode, done.stderr) == (0, "")
    for part in ("USC/USC-Course-Catalog", "--source", "--embedder", "--data", "--describe"):
        assert part in done.stdout


@pytest.mark.models
def test_the_sample_is_indexed_once_and_then_only_what_changed(tmp_path: Path) -> None:
    sample = ROOT / "ingest" / "sample.csv"
    first = started("--data", tmp_path, "--source", sample)
    assert first.returncode == 0, first.stderr
    summary = first.stdout.splitlines()
    assert summary[0].startswith(f"{sample}: ") or summary[0].startswith("sample.csv: ")
    assert " 0 unchanged, with all-minilm-l6-v2 (384 dimensions)" in summary[0]
    assert "row" in summary[1] and "rejected" in summary[1]
    store = Store.open(tmp_path)
    assert store.stamp.courses == len(store.courses()) >= 150
    assert store.stamp.term == "Spring 2024"

    again = started("--data", tmp_path, "--source", sample)
    assert again.returncode == 0, again.stderr
    assert ": 0 courses embedded, " in again.stdout

    text = sample.read_text(encoding="utf-8")
    changed = tmp_path / "changed.csv"
    word = store.courses()[0].description.split()[-1]
    changed.write_text(text.replace(word, f"{word} indeed", 1), encoding="utf-8")
    third = started("--data", tmp_path, "--source", changed)
    assert ": 1 courses embedded" in third.stdout


@pytest.mark.models
def test_without_the_hub_the_sample_is_used_and_said(tmp_path: Path) -> None:
    done = started("--data", tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Can't get USC/USC-Course-Catalog from the Hugging Face hub" in done.stderr
    assert "--source FILE" in done.stderr
    assert Store.open(tmp_path).stamp.source == "sample.csv"
