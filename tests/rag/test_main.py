"""`python -m rag`: only answers on standard output, and a person's mistakes in one line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from rag.__main__ import main
from rag.errors import run
from rag.store import POINTER, STAMP
from tests.rag.courses import COURSES
from tests.stand_ins import FakeEmbedder, index

ROOT = Path(__file__).resolve().parents[2]


def failed(monkeypatch: pytest.MonkeyPatch, *argv: object) -> str:
    """The one line that the program leaves with."""
    monkeypatch.setattr(sys, "argv", ["rag", *map(str, argv)])
    with pytest.raises(SystemExit) as exit:
        run(main)
    line = str(exit.value.code)
    assert line.startswith("error: ")
    assert "\n" not in line
    return line


def started(*argv: object, stdin: str = "", **more: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "rag", *map(str, argv)],
        cwd=ROOT,
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        **more,
    )


def test_help_is_there_at_once_and_shows_every_option() -> None:
    done = started("--help", env={"COLUMNS": "100", "PATH": os.environ["PATH"]})
    assert done.returncode == 0
    assert done.stderr == ""
    for name in ("--model", "--adapter", "--embedder", "--no-guard", "--json", "--questions"):
        assert name in done.stdout
    assert "python -m rag" in done.stdout


def test_no_index_is_one_line_and_exit_code_1(tmp_path: Path) -> None:
    done = started("how many units is csci104", "--data", tmp_path / "none")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"error: No index at {tmp_path / 'none' / 'index'}. Build it: python -m ingest\n"
    )


def test_a_damaged_index_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index(COURSES[:2], tmp_path)
    folder = tmp_path / "index" / (tmp_path / "index" / POINTER).read_text()
    (folder / STAMP).write_text("{")
    line = failed(monkeypatch, "units of csci104", "--data", tmp_path)
    assert f"The index at {tmp_path / 'index'} can't be read" in line
    assert line.endswith("Build it: python -m ingest")


def test_an_index_of_an_unknown_embedder_is_named(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = failed(monkeypatch, "units of csci104", "--data", data)
    assert "No model 'fake-words'" in line


def test_another_embedders_index_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index(COURSES[:2], tmp_path, FakeEmbedder("e5-small", 384))
    argv = ["units of csci104", "--data", tmp_path, "--embedder", "all-minilm-l6-v2"]
    line = failed(monkeypatch, *argv)
    assert "This index was made with the embedder e5-small (mean pooling, 384 dimensions)" in line
    assert "python -m ingest --embedder all-minilm-l6-v2" in line


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["x", "--k", "0"], "--k 0: at least one course"),
        (["--questions", "q.jsonl"], "--questions FILE and --out FILE go together"),
        (["--out", "q.jsonl"], "--questions FILE and --out FILE go together"),
        (["--search-only"], "Add --questions FILE --out FILE"),
        (["hello", "--questions", "q", "--out", "o"], 'Both a question ("hello") and --questions'),
    ],
)
def test_options_that_do_not_go_together_are_named(
    argv: Sequence[str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert said in failed(monkeypatch, *argv)


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of a few courses, made with the bundled embedder."""
    from ingest.index import build
    from rag.embed import MlxEmbedder
    from rag.models import DEFAULT_EMBEDDER

    folder = tmp_path_factory.mktemp("real")
    build(COURSES, MlxEmbedder(DEFAULT_EMBEDDER, folder), folder, "c.csv", "0" * 64, "Spring 2024")
    return folder


@pytest.mark.models
def test_unknown_models_and_adapters_are_named(
    real: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = failed(monkeypatch, "x", "--data", real, "--model", "smolm2")
    assert "No model 'smolm2'" in line
    line = failed(monkeypatch, "x", "--data", real, "--model", tmp_path)
    assert f"{tmp_path} is no model folder" in line
    line = failed(monkeypatch, "x", "--data", real, "--adapter", tmp_path)
    assert f"No adapter in {tmp_path}" in line


@pytest.mark.models
def test_questions_that_cannot_be_read_are_named(
    real: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    common = ["--data", real, "--model", "none"]
    assert "The question is empty" in failed(monkeypatch, "  ", *common)
    assert "100,000 characters; at most 2,000" in failed(monkeypatch, "x" * 100_000, *common)
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"id": 1, "question": "x"}\n{"id": 2\n')
    out = tmp_path / "out.jsonl"
    line = failed(monkeypatch, *common, "--questions", broken, "--out", out)
    assert f"{broken}, line 2: not JSON" in line
    line = failed(monkeypatch, *common, "--questions", tmp_path / "none", "--out", out)
    assert f"Can't read {tmp_path / 'none'}" in line
    assert not out.exists()


@pytest.mark.models
def test_a_question_is_answered_as_json_by_the_bundled_model(real: Path) -> None:
    done = started("how many units is csci104?", "--data", real, "--json", "--adapter", "none")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["citations"] == ["CSCI 104L"]
    assert "4 units" in found["answer"]
    assert found["model"] == "smollm2-135m"
    assert found["timings"]["prompt_tokens"] > 50
    assert "smollm2-135m" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.models
def test_without_a_question_it_is_a_chat_on_standard_input(real: Path) -> None:
    said = "how many units is csci270\nand its prerequisites?\n\nnever read\n"
    done = started("--data", real, "--model", "none", "--json", stdin=said)
    assert done.returncode == 0, done.stderr
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [a["citations"] for a in answers] == [["CSCI 270"], ["CSCI 270"]]
    assert "12 of them" in done.stderr


@pytest.mark.models
def test_a_file_is_answered_and_ranked(real: Path, tmp_path: Path) -> None:
    questions = tmp_path / "q.jsonl"
    questions.write_text(
        '{"id": 1, "question": "units of csci104"}\n{"id": 2, "question": "swim"}\n'
    )
    out = tmp_path / "out.jsonl"
    common = ["--data", real, "--questions", questions, "--out", out]
    done = started(*common, "--model", "none")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert [json.loads(line)["id"] for line in out.read_text().splitlines()] == [1, 2]
    assert "2 answered, 0 were there" in done.stderr
    assert "0 answered, 2 were there" in started(*common, "--model", "none").stderr
    out.unlink()
    assert started(*common, "--search-only").stdout == ""
    ranked = [json.loads(line) for line in out.read_text().splitlines()]
    assert ranked[1]["codes"][0] == "PHED 120"
    assert [len(row["codes"]) for row in ranked] == [12, 12]


@pytest.mark.models
def test_a_full_standard_output_is_one_line(real: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "rag", "csci104", "--data", str(real), "--model", "none"],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.startswith("error: The disk is full")
    assert done.stderr.count("\n") == 1
