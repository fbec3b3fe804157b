"""A run goes on from its newest whole checkpoint as if there had been no break."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from finetune import fit, run
from rag.errors import Mistake
from tests.finetune.test_train import losses, options


@pytest.mark.parametrize("more", [{}, {"dropout": 0.2}, {"dora": True}])
def test_a_run_killed_and_resumed_has_the_losses_of_one_that_was_not(
    tmp_path: Path, more: dict[str, Any]
) -> None:
    fit.train(options(tmp_path, run="whole", **more))
    fit.train(options(tmp_path, **more))
    one = run.find(tmp_path, "one")
    for late in sorted(one.checkpoints.iterdir())[1:]:
        late.unlink()  # as if killed after step 10, of which the last is kept
    kept = [m for m in one.lines() if m["iteration"] <= 11]
    one.metrics.write_text("\n".join(map(json.dumps, kept)) + '\n{"iteration": 1')
    fit.train(options(tmp_path, resume="one"))
    found, expected = losses(tmp_path), losses(tmp_path, "whole")
    assert found.keys() == expected.keys()
    assert found == pytest.approx(expected, rel=1e-5)


def test_a_resumed_run_may_end_elsewhere(tmp_path: Path) -> None:
    fit.train(options(tmp_path))
    found = run.find(tmp_path, "one")
    end = int(found.record()["progress"]["step"])
    fit.train(options(tmp_path, resume="one", iterations=end + 3))
    record = found.record()
    assert (record["progress"]["step"], record["options"]["iterations"]) == (end + 3, end + 3)


def test_a_damaged_checkpoint_is_told_and_the_one_before_taken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chosen = options(tmp_path, save_every=4)
    fit.train(chosen)
    expected = losses(tmp_path)
    saved = sorted((tmp_path / "runs/one/checkpoints").iterdir())
    assert [path.stem for path in saved] == ["0000008", "0000012"]
    saved[1].write_bytes(saved[1].read_bytes()[:-7])
    fit.train(replace(chosen, resume="one"))
    assert f"{saved[1]} is damaged" in capsys.readouterr().err
    assert losses(tmp_path) == pytest.approx(expected, rel=1e-5)
    for path in saved:
        path.write_bytes(b"")
    with pytest.raises(Mistake, match="No whole checkpoint"):
        fit.train(replace(chosen, resume="one"))


def test_a_run_killed_before_its_first_checkpoint_begins_again(tmp_path: Path) -> None:
    chosen = options(tmp_path)
    fit.train(chosen)
    expected = losses(tmp_path)
    shutil.rmtree(tmp_path / "runs/one/checkpoints")
    fit.train(replace(chosen, resume="one"))
    assert losses(tmp_path) == pytest.approx(expected, rel=1e-5)
    lines = run.find(tmp_path, "one").lines()
    assert len(lines) == len(expected)  # no step is told twice
