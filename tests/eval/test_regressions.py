"""Planted regressions: the gate of `.ci/run`, with its own floors, does not let them pass."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest

from eval.gate import beyond
from eval.gate import read as read_gate
from eval.questions.records import read as read_file
from eval.run import evaluate, limited
from eval.score import read_rows
from rag.opening import open_assistant

pytestmark = pytest.mark.models
ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "ingest" / "sample.csv"
ANSWERED = 12  # answers generated, of all kinds
EXACT = 120  # exact statements


@dataclass(frozen=True)
class Choices:
    data: Path
    model: str | None = "smollm2-135m"
    adapter: str | None = None
    embedder: str | None = None


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample catalogue, indexed by the command a user would run."""
    folder = tmp_path_factory.mktemp("sample")
    command = [sys.executable, "-m", "ingest", "--source", str(SAMPLE), "--data", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder


def wrong(
    data: Path,
    folder: Path,
    *,
    adapter: str | None = None,
    guard: bool = True,
    mixed: bool = False,
    answered: int = ANSWERED,
) -> dict[str, str]:
    """The figures beyond the gate -> what is said of them, with a regression planted."""
    rows = limited(read_rows(ROOT / "eval" / "questions" / "sample.dev.jsonl"), EXACT)
    assistant = open_assistant(Choices(data, adapter=adapter), guarded=guard)
    if mixed:
        rng, ranked = Random(0), assistant._search.ranked

        def shuffled(text: str, k: int, allowed: set[str] | None = None) -> list[Any]:
            found = list(ranked(text, 250, allowed))
            rng.shuffle(found)
            return found[:k]

        assistant._search.ranked = shuffled  # type: ignore[method-assign]
    report = evaluate(assistant, rows, read_file(SAMPLE), folder, answered)
    lines = beyond(report, read_gate(ROOT / "eval" / "gate.toml"))
    return dict(line.split(": ", 1) for line in lines)


def test_as_it_is_the_product_passes(data: Path, tmp_path: Path) -> None:
    assert wrong(data, tmp_path) == {}


def test_a_shuffled_search_is_caught(data: Path, tmp_path: Path) -> None:
    assert "is below its floor" in wrong(data, tmp_path, mixed=True)["retrieval.full.nDCG@10"]


def test_a_missing_adapter_is_caught(data: Path, tmp_path: Path) -> None:
    assert "is below its floor" in wrong(data, tmp_path, adapter="none", answered=5)["answers.kept"]


def test_a_guard_turned_off_is_caught(data: Path, tmp_path: Path) -> None:
    assert "answers.kept" in wrong(data, tmp_path, guard=False)
