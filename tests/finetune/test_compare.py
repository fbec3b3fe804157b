"""All models there are stand in one table, measured on the same rows."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from finetune import fit
from finetune.compare import COLUMNS, compare, judged, recalled
from finetune.fuse import fuse
from finetune.options import Options
from finetune.rows import read
from rag.errors import Mistake
from tests.finetune.test_train import options

CHAT = [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello."}]
MORE = {"values": ["4 units"], "refused": False, "codes": [], "kind": "units"}


def write(data: Path, rows: list[dict[str, Any]]) -> None:
    path = data / "training/grounded/test.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(map(json.dumps, rows)))


def test_the_table_has_a_line_for_each_model(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chosen = options(tmp_path, validate_every=12, report_every=12)
    write(tmp_path, [row | MORE for row in read(tmp_path / "training/grounded/test.jsonl")])
    fit.train(chosen)
    (tmp_path / "training/closed-book").symlink_to(tmp_path / "training/grounded")
    fit.train(replace(chosen, recipe="closed-book", run="two"))
    fuse(chosen)
    capsys.readouterr()
    compare(replace(chosen, limit=3))
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split(" | ")[1:-1] == [name for name, _ in COLUMNS][1:-1]
    assert [line.split()[1] for line in lines[2:6]] == ["base", "adapter", "fused", "closed-book"]
    saved = json.loads(next((tmp_path / "reports").iterdir()).read_text())
    base, adapter, fused, _ = saved
    assert adapter["loss"] < base["loss"]
    assert fused["loss"] == pytest.approx(adapter["loss"], abs=2e-3)
    assert len(base["answers"]) == 3
    assert adapter["size MB"] > base["size MB"]
    fit.train(replace(chosen, run="three"))
    capsys.readouterr()
    compare(replace(chosen, run=None, limit=1))
    told = capsys.readouterr().err
    assert "one/adapter, not of" in told and "three/adapter. Make it anew" in told


def test_a_model_that_is_missing_is_told_before_any_is_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chosen = options(tmp_path)
    write(tmp_path, [{"messages": CHAT} | MORE])
    with pytest.raises(Mistake, match="No adapter for.*python -m finetune"):
        compare(replace(chosen, run=None))
    fit.train(replace(chosen, iterations=4, validate_every=4))
    capsys.readouterr()
    with pytest.raises(Mistake, match="nowhere"):
        compare(replace(chosen, fused=tmp_path / "nowhere"))
    with pytest.raises(Mistake, match="No adapter in"):
        compare(replace(chosen, closed_book=tmp_path / "nowhere"))
    assert "answers" not in capsys.readouterr().err


def test_only_rows_that_can_be_judged_are_asked(tmp_path: Path) -> None:
    rows = [{"messages": CHAT, **MORE, "kind": str(n)} for n in range(5)]
    write(tmp_path, [{"messages": CHAT}, *rows])
    assert judged(tmp_path, 0) == rows
    some = judged(tmp_path, 3)
    assert some == judged(tmp_path, 3)
    assert len(some) == 3 and all(row in rows for row in some)
    write(tmp_path, [{"messages": CHAT}])
    with pytest.raises(Mistake, match="python -m finetune data"):
        compare(Options(data=tmp_path, model="smollm2-135m"))


def test_a_closed_book_model_sees_the_question_alone() -> None:
    messages = [
        {"role": "system", "content": "Answer."},
        {"role": "user", "content": "Courses:\n[A 1] B\nQuestion: what is A 1?"},
        {"role": "assistant", "content": "B"},
    ]
    assert recalled({"messages": messages})["messages"] == [
        {"role": "user", "content": "what is A 1?"},
        {"role": "assistant", "content": "B"},
    ]
