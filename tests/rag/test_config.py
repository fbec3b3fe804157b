"""An option is written once: default, type, help and record come from the same field."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from rag.config import DATA_VARIABLE, data_option, default_data, option, parse, record


@dataclass(frozen=True)
class Options:
    word: str | None = option(None, "a word", positional=True)
    data: Path = data_option()
    k: int = option(5, "how many")
    rate: float | None = option(None, "how fast")
    guard: bool = option(True, "check")
    json: bool = option(False, "as JSON")
    kind: str = option("a", "which", choices=("a", "b"))
    out_file: Path | None = option(None, "where", metavar="FILE")
    depth: int = option(1, "renamed", flag="--num-layers")


def read(*argv: str) -> Options:
    return parse(Options, "rag", "Ask.\n\nMore on it.", argv)


def test_nothing_given_is_the_defaults() -> None:
    assert read() == Options()


def test_every_option_is_read_with_its_type(tmp_path: Path) -> None:
    argv = ["hello", "--data", str(tmp_path), "--k", "7", "--rate", "0.5", "--no-guard", "--json"]
    argv += ["--kind", "b", "--out-file", "x.jsonl", "--num-layers", "3"]
    expected = Options("hello", tmp_path, 7, 0.5, False, True, "b", Path("x.jsonl"), 3)
    assert read(*argv) == expected


@pytest.mark.parametrize("argv", [["--k", "x"], ["--kind", "c"], ["--unknown"], ["a", "b"]])
def test_what_cannot_be_read_is_told(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit:
        read(*argv)
    assert exit.value.code == 2
    assert "error:" in capsys.readouterr().err


def test_help_has_the_docstring_and_every_option_once(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        read("--help")
    text = capsys.readouterr().out
    assert "Ask.\n\nMore on it." in text
    assert "how many (default: 5)" in text
    assert "check" in text
    assert text.count("\n  --k ") == 1
    assert "--out-file FILE" in text
    assert "python -m rag" in text


def test_the_record_is_plain_json(tmp_path: Path) -> None:
    found = json.loads(json.dumps(record(Options(data=tmp_path, out_file=tmp_path / "x"))))
    assert found["data"] == str(tmp_path)
    assert found["out_file"] == str(tmp_path / "x")
    assert found["k"] == 5
    assert set(found) == set(Options.__dataclass_fields__)


def test_the_data_folder_is_the_variables_or_the_checkouts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path))
    assert default_data() == tmp_path == read().data
    monkeypatch.setenv(DATA_VARIABLE, "~/courses")
    assert default_data() == Path.home() / "courses"
    monkeypatch.delenv(DATA_VARIABLE)
    assert default_data() == Path(__file__).parents[2] / "data"
    assert read("--data", "else").data == Path("else")
