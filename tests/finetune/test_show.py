"""Examples are shown before any training, what is trained between guillemets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from finetune.rows import read
from finetune.show import show, spread
from rag.errors import Mistake
from tests.finetune.sample import made
from tests.tiny import write_tokenizer


def written(folder: Path) -> Path:
    rows = [example.row() for example in made()[0]["train"]]
    lines = (json.dumps(row, ensure_ascii=False) for row in rows)
    (folder / "train.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


def test_the_trained_answers_are_marked_and_nothing_else(tmp_path: Path) -> None:
    write_tokenizer(tmp_path)
    (tmp_path / "config.json").write_text("{}")
    text = show(written(tmp_path), 12, tmp_path, str(tmp_path))
    blocks = text.split("--- ")[1:]
    assert len(blocks) == 12
    for block, row in zip(blocks, spread(read(tmp_path / "train.jsonl"), 12, 0), strict=True):
        marked = [part.split("»")[0] for part in block.split("«")[1:]]
        said = [row["messages"][n]["content"] for n in row["trained"]]
        assert [part.strip().removesuffix("<|im_end|>") for part in marked] == said


def test_kinds_take_turns() -> None:
    rows = [{"kind": "units"}] * 50 + [{"kind": "count"}] + [{"kind": "list"}]
    assert {row["kind"] for row in spread(rows, 3, 0)} == {"units", "count", "list"}


def test_there_is_nothing_to_show_before_it_is_made(tmp_path: Path) -> None:
    with pytest.raises(Mistake, match="python -m finetune data"):
        show(tmp_path, 5, tmp_path, str(tmp_path))
