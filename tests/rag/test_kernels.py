"""The quick activations equal the exact ones, and quickened models equal the plain ones."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from rag import backend, kernels
from tests.tiny import SHAPE, bert, generator

GRID = np.concatenate([np.linspace(-100, 100, 40_001), np.linspace(-6, 6, 40_001), [0.0, -0.0]])
VOCABULARY = 300


@pytest.fixture(scope="module", autouse=True)
def fast_blas() -> None:
    backend.load()


def array(values: np.ndarray) -> Any:
    import mlx.core as mx

    return mx.array(values.astype(np.float32))


def off(found: Any, exact: np.ndarray) -> float:
    """The largest difference, relative to the largest value."""
    return float(np.abs(np.array(found, np.float64) - exact).max() / np.abs(exact).max())


def test_gelu_is_exact_from_minus_to_plus_100() -> None:
    x = GRID.astype(np.float32).astype(np.float64)
    exact = np.array([0.5 * v * math.erfc(-v / math.sqrt(2)) for v in x])
    found = kernels._compiled().gelu(array(GRID))
    assert off(found, exact) < 1e-6
    small = np.abs(x) < 3
    assert np.abs(np.array(found, np.float64) - exact)[small].max() < 1e-6


def test_the_silu_gate_is_exact_from_minus_to_plus_100() -> None:
    x = GRID.astype(np.float32).astype(np.float64)
    y = np.linspace(-3, 3, len(x)).astype(np.float32).astype(np.float64)
    with np.errstate(over="ignore"):
        exact = x * y / (1 + np.exp(-x))
    found = kernels._compiled().gate(array(x), array(y))
    assert off(found, exact) < 1e-6
    small = np.abs(x) < 6
    assert np.abs(np.array(found, np.float64) - exact)[small].max() < 1e-5


def test_the_softmax_is_exact_from_minus_to_plus_100() -> None:
    scores = np.random.default_rng(0).uniform(-100, 100, (64, 300)).astype(np.float32)
    scores[0] = 0
    scores[1, 1:] = -1e9  # all but one masked
    scores[2, ::2] = -1e9
    exact = np.exp(scores.astype(np.float64) - scores.max(axis=-1, keepdims=True))
    exact /= exact.sum(axis=-1, keepdims=True)
    found = np.array(kernels._softmax(array(scores)), np.float64)
    assert np.abs(found - exact).max() < 1e-6
    assert np.abs(found.sum(axis=-1) - 1).max() < 1e-6
    assert found[1, 1:].max() < 1e-20


@pytest.mark.parametrize("value", [3.4e38, -3.4e38, 1e-38, -1e-38, 88.7, -88.7, -104.0])
def test_no_number_gives_what_is_none(value: float) -> None:
    x = array(np.array([value]))
    kernel = kernels._compiled()
    assert np.isfinite(np.array(kernel.gelu(x))).all()
    assert np.isfinite(np.array(kernel.gate(x, array(np.array([1.0]))))).all()


def plain_and_quick(kind: str) -> tuple[Any, Any]:
    config = {**SHAPE, "model_type": kind, "vocab_size": VOCABULARY}
    quick = generator(config)
    kernels.quicken(quick)
    return generator(config), quick


def run(model: Any, tokens: np.ndarray, steps: list[int]) -> np.ndarray:
    """The logits of a token row that is fed in steps of these lengths, with a cache."""
    import mlx.core as mx
    from mlx_lm.models.cache import make_prompt_cache

    cache = make_prompt_cache(model)
    parts, start = [], 0
    for step in steps:
        parts.append(model(mx.array(tokens[None, start : start + step]), cache=cache))
        start += step
    return np.array(mx.concatenate(parts, axis=1)[0])


@pytest.mark.parametrize("kind", ["llama", "qwen2"])
@pytest.mark.parametrize(
    "steps",
    [[60], [1, 59], [40, 20], [20, 20, 20], [50, 1, 9], [12, 11, 13, 24], [5] * 12],
    ids=str,
)
def test_a_quickened_generator_is_the_plain_one(kind: str, steps: list[int]) -> None:
    plain, quick = plain_and_quick(kind)
    tokens = np.random.default_rng(1).integers(0, VOCABULARY, 60)
    expected = run(plain, tokens, steps)
    assert np.abs(run(quick, tokens, steps) - expected).max() < 1e-4
    assert np.abs(expected - run(plain, tokens, [60])).max() < 1e-4
    assert np.abs(expected).max() > 0.5


@pytest.mark.parametrize("kind", ["llama", "qwen2"])
def test_a_quickened_generator_looks_at_no_later_token(kind: str) -> None:
    _, quick = plain_and_quick(kind)
    tokens = np.random.default_rng(1).integers(0, VOCABULARY, 40)
    changed = tokens.copy()
    changed[30:] = (changed[30:] + 1) % VOCABULARY
    for steps in ([40], [15, 25]):
        one, other = run(quick, tokens, steps), run(quick, changed, steps)
        assert np.abs(one[:30] - other[:30]).max() < 1e-6
        assert np.abs(one[30:] - other[30:]).max() > 1e-2


def test_quickening_is_what_was_tested() -> None:
    _, quick = plain_and_quick("qwen2")
    calls = {m.__class__.__call__ for _, m in quick.named_modules()}
    assert {kernels._attend, kernels._gated} <= calls


@pytest.mark.parametrize("rows", [3, 9])
def test_a_quickened_embedder_is_the_plain_one(rows: int) -> None:
    import mlx.core as mx

    assert 3 * 20 < kernels._MANY < 9 * 20

    quick = bert()
    kernels.quicken(quick)
    acts = [getattr(m, "intermediate_act_fn", None) for _, m in quick.named_modules()]
    assert acts.count(kernels._compiled().gelu) == 2
    attention = [type(m) for _, m in quick.named_modules() if hasattr(m, "transpose_for_scores")]
    assert [a.__call__ for a in attention] == [kernels._attend_both_ways] * 2
    ids = mx.array(np.random.default_rng(2).integers(0, 400, (rows, 20)))
    mask = mx.array([[1] * 20, [1] * 12 + [0] * 8, [1] + [0] * 19] * (rows // 3))
    exact = bert()(ids, attention_mask=mask).last_hidden_state
    found = quick(ids, attention_mask=mask).last_hidden_state
    assert np.abs(np.array(found) - np.array(exact)).max() < 1e-4
    assert np.abs(np.array(exact)).max() > 0.5
