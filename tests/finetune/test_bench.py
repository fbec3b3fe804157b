"""The benchmark runs mlx-lm's trainer and ours on the same rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from finetune import bench
from finetune.bench import BATCHES, ROWS, Measured, ours, table, theirs
from finetune.options import Options
from rag.errors import Mistake
from tests.finetune.test_train import options
from tests.tiny import write_generator


def test_both_train_the_same_rows_to_the_same_loss(tmp_path: Path) -> None:
    chosen = options(tmp_path, learning_rate=1e-12)
    name = str(write_generator(tmp_path / "model", eos_token_id=2))
    first, second = theirs(chosen, name), ours(chosen, name)
    assert first.iterations > 0 < second.iterations
    assert first.peak > 0 < second.peak
    # theirs trains a token of padding in each row, ours none
    assert second.loss == pytest.approx(first.loss, rel=0.15)
    assert second.tokens / second.iterations == pytest.approx(first.tokens / first.iterations)


def test_the_table_shows_both_and_their_ratio() -> None:
    sides = {
        "a": Measured(2.0, 100.0, 4.0, 5.0, 0.5),
        "b": Measured(3.0, 150.0, 2.0, 3.0, 0.5),
    }
    lines = table(sides, "tiny").splitlines()
    assert lines[2] == "| iterations/s | 2.000 | 3.000 | 1.50 |"
    assert lines[4] == "| peak memory, GB | 4.000 | 2.000 | 0.50 |"


def test_too_few_rows_are_told(tmp_path: Path) -> None:
    chosen = options(tmp_path)
    path = tmp_path / "training/grounded/train.jsonl"
    rows = path.read_text().splitlines()[: ROWS * BATCHES - 1]
    path.write_text("\n".join(rows))
    with pytest.raises(Mistake, match=f"It takes {ROWS * BATCHES} rows"):
        ours(chosen, str(chosen.model))
    with pytest.raises(Mistake, match="python -m finetune data"):
        bench.bench(Options(data=tmp_path / "nowhere", model="smollm2-135m"))
