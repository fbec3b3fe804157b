"""A fused model computes what base and adapter do, and a lost tuning is not passed over."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from finetune import base, fit
from finetune.fuse import Proof, differences, fuse, said
from finetune.options import Options
from finetune.rows import Row
from rag.errors import Mistake
from rag.generate import MlxGenerator
from tests.finetune.test_train import options
from tests.tiny import write_generator

BITS = {"quantization": {"group_size": 32, "bits": 4}}


def tuned(tmp_path: Path, **more: Any) -> Options:
    """A quantized Qwen2-shaped model with an adapter trained on it."""
    chosen = options(tmp_path, validate_every=12, report_every=12, **more)
    write_generator(tmp_path / "model", "qwen2", **BITS)
    fit.train(chosen)
    return replace(chosen, fused=tmp_path / "fused", run=None)


@pytest.mark.parametrize("dora", [False, True])
def test_the_fused_model_has_the_logits_of_base_and_adapter(
    tmp_path: Path, dora: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    import numpy as np

    chosen = tuned(tmp_path, dora=dora)
    fuse(chosen)
    assert "same answers: 4 of 4" in capsys.readouterr().out
    proof = json.loads((tmp_path / "fused" / "fused.json").read_text())
    assert proof["fused_loss"] == pytest.approx(proof["adapter_loss"], abs=2e-3)
    assert proof["adapter_loss"] < proof["base_loss"] - 0.5
    assert proof["mean"] < 5e-3 and proof["same_token"] > 0.98
    row = Row(np.arange(5, 60, dtype=np.int32), np.ones(55, dtype=bool))
    adapter = tmp_path / "runs" / "one" / "adapter"
    names = ((str(chosen.model), adapter), (str(tmp_path / "fused"), None), (chosen.model, None))
    one, other, bare = (said(base.load(str(n), tmp_path, a)[0], row) for n, a in names)
    assert np.abs(one - other).mean() < 0.01 * np.abs(one - bare).mean()


def test_the_chat_loads_the_fused_model(tmp_path: Path) -> None:
    chosen = tuned(tmp_path)
    fuse(chosen)
    adapter = tmp_path / "runs" / "one" / "adapter"
    question = [{"role": "user", "content": "Question: MATH 104?"}]
    told = [
        "".join(piece.text for piece in generator.stream(question, 20))
        for generator in (
            MlxGenerator(str(chosen.model), tmp_path, adapter),
            MlxGenerator(str(tmp_path / "fused"), tmp_path),
        )
    ]
    assert told[0] == told[1] != ""


def test_a_quantized_fused_model_is_smaller_and_a_lost_tuning_is_refused(tmp_path: Path) -> None:
    chosen = tuned(tmp_path)
    fuse(replace(chosen, bits=8))
    config = json.loads((tmp_path / "fused" / "config.json").read_text())
    assert config["quantization"]["bits"] == 8
    proof = json.loads((tmp_path / "fused" / "fused.json").read_text())
    assert proof["fused_loss"] == pytest.approx(proof["adapter_loss"], abs=0.1)
    with pytest.raises(Mistake, match="exists already"):
        fuse(chosen)
    with pytest.raises(Mistake, match="tuning was lost.*--bits 8"):
        fuse(replace(chosen, fused=tmp_path / "two", bits=2))
    assert not list(tmp_path.glob("two*"))


def test_the_share_of_the_tuning_that_is_lost_is_told() -> None:
    kept = Proof(4.0, 1.0, 1.2, 0.1, 0.01, 1.0, "4 of 4", 1.0, 1.0)
    assert kept.lost == pytest.approx(0.2 / 3)
    assert replace(kept, fused_loss=2.5).lost == 0.5
    assert replace(kept, fused_loss=0.9).lost == 0.0
    assert replace(kept, fused_loss=float("nan")).lost == 1.0
    useless = replace(kept, base_loss=1.0)  # an adapter that gained nothing
    assert replace(useless, fused_loss=1.001).lost == 0.0
    assert replace(useless, fused_loss=1.1).lost == 1.0


def test_differences_are_taken_over_all_places() -> None:
    import numpy as np

    a, b = np.array([[0.0, 1.0], [2.0, 0.0]]), np.array([[0.0, 1.5], [0.0, 1.0]])
    assert differences([a], [b]) == (2.0, pytest.approx(0.875), 0.5)


def test_there_must_be_something_to_compare_on(tmp_path: Path) -> None:
    chosen = tuned(tmp_path)
    (tmp_path / "training/grounded/test.jsonl").write_text("")
    with pytest.raises(Mistake, match="no row to compare on.*python -m finetune data"):
        fuse(chosen)
    assert not list(tmp_path.glob("fused*"))


@pytest.mark.parametrize(
    ("more", "reason"),
    [({"bits": 5}, "--bits 5"), ({"adapter": "none"}, "No adapter"), ({"run": "x"}, "No run 'x'")],
)
def test_a_mistake_is_told(tmp_path: Path, more: dict[str, Any], reason: str) -> None:
    write_generator(tmp_path / "model")
    with pytest.raises(Mistake, match=reason):
        fuse(Options(data=tmp_path, model=str(tmp_path / "model"), **more))
