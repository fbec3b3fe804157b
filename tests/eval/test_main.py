from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from eval.__main__ import main
from rag.errors import Mistake


def call(monkeypatch: pytest.MonkeyPatch, *words: str | Path) -> None:
    monkeypatch.setattr(sys, "argv", ["eval", *map(str, words)])
    main()


def test_questions_are_made_and_their_answers_scored(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    source: Path,
    tmp_path: Path,
) -> None:
    asked, answered = tmp_path / "q.jsonl", tmp_path / "a.jsonl"
    call(monkeypatch, "questions", "--source", source, "--out", asked, "--split", "test")
    rows = [json.loads(line) for line in asked.read_text(encoding="utf-8").splitlines()]
    shy = ({"id": row["id"], "answer": "It is not in the file.", "refused": True} for row in rows)
    answered.write_text("".join(json.dumps(row) + "\n" for row in shy), encoding="utf-8")
    files = ("--questions", asked, "--answers", answered, "--source", source)
    call(monkeypatch, "answers", *files, "--data", tmp_path, "--failures", "1")
    out = capsys.readouterr().out
    assert f"{len(rows)} questions of" in out
    assert "over_refusal        100.0%" in out
    assert "invented codes      0" in out
    assert "wrong: refused" in out
    report = json.loads(next((tmp_path / "reports").glob("answers-*.json")).read_text())
    assert report["kinds"]["offtopic"]["right"]["mean"] == 1.0
    assert report["kinds"]["units"]["right"]["mean"] == 0.0
    assert report["all"]["refusal_recall"]["mean"] == 1.0


def test_rankings_are_scored_against_the_labels(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    asked, ranked = tmp_path / "q.jsonl", tmp_path / "r.jsonl"
    asked.write_text('{"id": "x", "question": "?", "gold": {"any_of": ["AA 101"]}}\n')
    ranked.write_text('{"id": "x", "codes": ["BB 102", "AA 101"]}\n')
    files = ("--questions", asked, "--rankings", ranked, "--data", tmp_path)
    call(monkeypatch, "retrieval", *files, "--k", "2")
    last = capsys.readouterr().out.splitlines()[1].split()[-3:]
    assert last == ["1.0000", "0.5000", "0.6309"]


def test_what_is_missing_or_unreadable_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with pytest.raises(Mistake, match="needs --source"):
        call(monkeypatch, "questions", "--out", tmp_path / "q")
    with pytest.raises(Mistake, match="No verb 'quiz'. There are: run, matrix"):
        call(monkeypatch, "quiz")
    with pytest.raises(Mistake, match="needs DIR"):
        call(monkeypatch, "beir")
    with pytest.raises(Mistake, match=r"none\.csv.*--source FILE\.csv"):
        call(monkeypatch, "questions", "--source", tmp_path / "none.csv", "--out", tmp_path / "q")
    (tmp_path / "bad.jsonl").write_text("{\n")
    bad = ("--questions", tmp_path / "bad.jsonl", "--answers", tmp_path / "bad.jsonl")
    with pytest.raises(Mistake, match=r"bad\.jsonl, line 1"):
        call(monkeypatch, "answers", *bad)
