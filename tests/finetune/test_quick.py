"""The quick blocks compute what mlx-lm's do, forwards and backwards."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from finetune import base, kernels, quick
from finetune.batches import collate
from finetune.lora import attach
from finetune.loss import gradient
from finetune.options import Options
from tests.finetune.test_batches import row
from tests.tiny import write_generator

ROWS = [row([3 + i % 290 for i in range(200)], 150), row([7 + i % 90 for i in range(170)], 100)]


def gradients(folder: Path, kind: str, change: Any, **options: Any) -> dict[str, Any]:
    import mlx.core as mx
    from mlx.utils import tree_flatten, tree_map

    model, _ = base.load(str(write_generator(folder, kind)), folder)
    attach(model, Options(rank=4, **options))
    mx.random.seed(3)
    model.update(tree_map(lambda p: p + 0.05 * mx.random.normal(p.shape), _trained(model)))
    for step in change:
        step(model)
    model.train()
    loss, found = gradient(model)(collate(ROWS), 100)
    return {"loss": loss, **dict(tree_flatten(found))}


def _trained(model: Any) -> Any:
    return model.trainable_parameters()


@pytest.mark.parametrize("kind", ["llama", "qwen2"])
@pytest.mark.parametrize("dora", [False, True])
def test_gradients_are_those_of_the_plain_layers(tmp_path: Path, kind: str, dora: bool) -> None:
    import mlx.core as mx

    plain = gradients(tmp_path, kind, [], dora=dora)
    for change in ([quick.quicken], [quick.compute_twice], [quick.quicken, quick.compute_twice]):
        found = gradients(tmp_path, kind, change, dora=dora)
        assert found.keys() == plain.keys()
        for name, expected in plain.items():
            close = 2e-5 * float(mx.abs(expected).max()) + 1e-9
            assert float(mx.abs(found[name] - expected).max()) <= close, name


def test_the_quick_exponential_is_right_to_four_millionths() -> None:
    import mlx.core as mx
    import numpy as np

    x = mx.linspace(-59.9, 0.0, 20_001)
    exact = np.exp(np.array(x, dtype=np.float64))
    assert np.abs(np.array(kernels.exp(x)) / exact - 1).max() < 4e-6
    assert kernels.exp(mx.array([-1e9])).item() < 1e-25


def test_the_quick_gate_is_right_at_any_size() -> None:
    import mlx.core as mx
    import mlx.nn as nn

    x = mx.array([-1e4, -80.0, -3.0, 0.0, 1e-4, 2.0, 80.0, 1e4])
    y = mx.full(x.shape, 1.5)
    expected = mx.grad(lambda x: (nn.silu(x) * y).sum())(x)
    assert mx.allclose(kernels.gate(x, y), nn.silu(x) * y, atol=1e-6).item()
    assert mx.allclose(mx.grad(lambda x: kernels.gate(x, y).sum())(x), expected, atol=1e-5).item()
