"""Which adapter a generator gets."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from rag import adapters
from rag.adapters import CONFIG, WEIGHTS, adapter_folder, adapter_name
from rag.errors import Mistake

MODEL = "some-model"


def write(folder: Path, age: float, model: str = MODEL) -> Path:
    """An adapter folder, its configuration changed `age` seconds ago."""
    folder.mkdir(parents=True)
    (folder / CONFIG).write_text(json.dumps({"model": model}))
    (folder / WEIGHTS).write_bytes(b"weights")
    os.utime(folder / CONFIG, (1e9 - age, 1e9 - age))
    return folder


@pytest.fixture(autouse=True)
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of shipped adapters: another for tests, as the real one may hold some."""
    monkeypatch.setattr(adapters, "SHIPPED", tmp_path / "adapters")
    return tmp_path / "adapters"


def test_none_is_none(tmp_path: Path) -> None:
    write(tmp_path / "runs" / "a" / "adapter", 0)
    assert adapter_folder("none", MODEL, tmp_path) is None


def test_without_any_there_is_none(tmp_path: Path) -> None:
    assert adapter_folder(None, MODEL, tmp_path) is None


def test_the_one_named_is_taken(tmp_path: Path) -> None:
    write(tmp_path / "runs" / "a" / "adapter", 0)
    mine = write(tmp_path / "mine", 100)
    assert adapter_folder(str(mine), MODEL, tmp_path) == mine


def test_the_newest_one_trained_is_taken(tmp_path: Path, shipped: Path) -> None:
    write(shipped / MODEL, -100)
    write(tmp_path / "runs" / "a" / "adapter", 50)
    newest = write(tmp_path / "runs" / "b" / "adapter", 10)
    write(tmp_path / "runs" / "c" / "adapter", 90)
    assert adapter_folder(None, MODEL, tmp_path) == newest


def test_one_of_another_model_is_passed_over(tmp_path: Path, shipped: Path) -> None:
    write(tmp_path / "runs" / "a" / "adapter", 0, "another-model")
    mine = write(shipped / MODEL, 100)
    assert adapter_folder(None, MODEL, tmp_path) == mine
    assert adapter_folder(None, "third-model", tmp_path) is None


def test_one_that_is_not_whole_is_passed_over(tmp_path: Path) -> None:
    (write(tmp_path / "runs" / "a" / "adapter", 0) / WEIGHTS).unlink()
    (write(tmp_path / "runs" / "b" / "adapter", 1) / CONFIG).write_text("{")
    (write(tmp_path / "runs" / "c" / "adapter", 2) / CONFIG).write_text("[]")
    whole = write(tmp_path / "runs" / "d" / "adapter", 30)
    assert adapter_folder(None, MODEL, tmp_path) == whole


@pytest.mark.parametrize("missing", [CONFIG, WEIGHTS, None])
def test_a_folder_that_is_no_adapter_is_told(tmp_path: Path, missing: str | None) -> None:
    folder = tmp_path / "mine"
    if missing:
        (write(folder, 0) / missing).unlink()
    with pytest.raises(Mistake, match=r"No adapter in .*mine.*--adapter none\.$"):
        adapter_folder(str(folder), MODEL, tmp_path)


def test_an_adapter_is_called_by_its_run_or_its_folder(tmp_path: Path) -> None:
    assert adapter_name(tmp_path / "runs" / "night" / "adapter") == "night"
    assert adapter_name(tmp_path / "adapters" / "smollm2-135m") == "smollm2-135m"
