"""The loss and its gradient are those of the whole logits, for any kind of head."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from finetune import base
from finetune.batches import collate
from finetune.files import flat
from finetune.loss import cross_entropy, gradient, total
from tests.finetune.test_batches import row
from tests.tiny import generator, write_generator

ROWS = [row([5, 6, 7, 8, 9, 10, 11, 12, 13], 4), row([1, 2, 3, 4, 9, 30, 77], 2)]


def plain_loss(model: Any, rows: Any) -> Any:
    import mlx.core as mx
    import mlx.nn as nn

    losses = []
    for one in rows:
        tokens = mx.array(one.tokens)[None]
        each = nn.losses.cross_entropy(model(tokens[:, :-1]), tokens[:, 1:])[0]
        losses.append((each * mx.array(one.trained[1:])).sum())
    return sum(losses)


def tiny(tmp_path: Path, kind: str, **shape: Any) -> Any:
    return base.load(str(write_generator(tmp_path, kind, **shape)), tmp_path)[0]


@pytest.mark.parametrize("kind", ["llama", "qwen2"])
@pytest.mark.parametrize("tied", [True, False])
def test_the_loss_is_that_of_the_whole_logits(tmp_path: Path, kind: str, tied: bool) -> None:
    model = tiny(tmp_path, kind, tie_word_embeddings=tied)
    assert total(model, collate(ROWS)).item() == pytest.approx(
        plain_loss(model, ROWS).item(), rel=1e-5
    )


def test_the_gradient_is_that_of_the_whole_logits(tmp_path: Path) -> None:
    import mlx.core as mx
    import mlx.nn as nn

    model = tiny(tmp_path, "qwen2")
    for layer in model.layers:
        layer.mlp.unfreeze()
    loss, found = gradient(model)(collate(ROWS), 10)
    expected_loss, expected = nn.value_and_grad(model, lambda m: plain_loss(m, ROWS) / 10)(model)
    assert loss.item() == pytest.approx(expected_loss.item(), rel=1e-5)
    found, expected = flat(found), flat(expected)
    assert found.keys() == expected.keys()
    for name, b in expected.items():
        assert float(mx.abs(found[name] - b).max()) <= 1e-5 * float(mx.abs(b).max()), name


@pytest.mark.parametrize("quantized", [False, True])
@pytest.mark.parametrize("tied", [False, True])
def test_heads_of_every_kind_give_the_gradient_of_plain_cross_entropy(
    quantized: bool, tied: bool
) -> None:
    import mlx.core as mx
    import mlx.nn as nn

    mx.random.seed(0)
    layer: Any = nn.Embedding(100, 64) if tied else nn.Linear(64, 100, bias=False)
    if quantized:
        layer = layer.to_quantized(group_size=32, bits=4)
    logits = layer.as_linear if tied else layer
    hidden, targets = mx.random.normal((70, 64)), mx.random.randint(0, 100, (70,))
    weights = (mx.arange(70) % 3 > 0).astype(mx.float32)

    def plain(hidden: Any) -> Any:
        return (nn.losses.cross_entropy(logits(hidden), targets) * weights).sum()

    loss, found = mx.value_and_grad(lambda h: cross_entropy(layer, h, targets, weights))(hidden)
    expected_loss, expected = mx.value_and_grad(plain)(hidden)
    assert loss.item() == pytest.approx(expected_loss.item(), rel=1e-5)
    assert float(mx.abs(found - expected).max()) < 1e-5


def test_logits_are_made_only_where_there_is_a_loss(tmp_path: Path) -> None:
    model = generator({**SMALL, "vocab_size": 20_000, "hidden_size": 64})
    import mlx.core as mx

    rows = [row(list(range(1, 250)), 240) for _ in range(4)]
    batch = collate(rows)
    mx.eval(model.parameters(), *batch.arrays())
    mx.reset_peak_memory()
    before = mx.get_active_memory()
    mx.eval(total(model, batch))
    whole = 4 * 249 * 20_000 * 4  # bytes of all logits
    assert mx.get_peak_memory() - before < 0.5 * whole


SMALL = {
    "model_type": "llama",
    "num_hidden_layers": 2,
    "intermediate_size": 64,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "rms_norm_eps": 1e-5,
    "rope_theta": 10000.0,
    "tie_word_embeddings": True,
}
