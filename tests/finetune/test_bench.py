"""The benchmark runs mlx-lm's trainer and ours on the same rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from finetune import bench
from finetune.bench import ROWS, Measured, chosen, ours, table, theirs
from finetune.options import Options
from rag.errors import Mistake
from tests.finetune.test_train import options
from tests.tiny import write_generator


def test_both_train_the_same_rows_to_the_same_loss(tmp_path: Path) -> None:
    still = options(tmp_path, learning_rate=1e-12, batches=8)
    name = str(write_generator(tmp_path / "model", eos_token_id=2))
    first, second = theirs(still, name), ours(still, name)
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


def test_too_few_rows_are_told_before_anything_runs(tmp_path: Path) -> None:
    small = options(tmp_path, batches=3)
    path = tmp_path / "training/grounded/train.jsonl"
    path.write_text("\n".join(path.read_text().splitlines()[: ROWS * 3 - 1]))
    with pytest.raises(Mistake, match=f"It takes {ROWS * 3} rows to measure, the data has 11"):
        bench.bench(small)
    assert len(chosen(options(tmp_path, batches=2))) == ROWS * 2
    with pytest.raises(Mistake, match="--batches 0"):
        bench.bench(options(tmp_path, batches=0))
    with pytest.raises(Mistake, match="python -m finetune data"):
        bench.bench(Options(data=tmp_path / "nowhere", model="smollm2-135m"))


def test_the_command_runs_each_side_in_a_process_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bench.bench(options(tmp_path, batches=1))
    told = capsys.readouterr()
    assert "| mlx_lm.lora | finetune | ratio |" in told.out
    assert told.err.count("2 iterations of 4 rows") == 2
