"""Activations for the CPU, where MLX computes exp and erf one element at a time.

The same functions as polynomials in plain array operations, which MLX does vectorise; the results
differ by less than 1e-6. For inference only: no gradients are defined.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

# erf(x) on [-4, 4] as x P(x^2) / Q(x^2): the single-precision coefficients of Eigen's generic erf.
_ERF_P = (
    -2.72614225801306e-10,
    2.77068142495902e-08,
    -2.10102402082508e-06,
    -5.69250639462346e-05,
    -7.34990630326855e-04,
    -2.95459980854025e-03,
    -1.60960333262415e-02,
)
_ERF_Q = (
    -1.45660718464996e-05,
    -2.13374055278905e-04,
    -1.68282697438203e-03,
    -7.37332916720468e-03,
    -1.42647390514189e-02,
)
# exp(r) on [-ln 2 / 2, ln 2 / 2]: minimax coefficients of Cephes' expf, highest power first.
_EXP = (1.9875691500e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 0.5)
_LN2_HIGH, _LN2_LOW = 0.693359375, -2.12194440e-4


def quicken(model: Any) -> None:
    """Give a model the quick GELU (BERT), SwiGLU (Llama, Qwen2) and attention, in place."""
    import mlx.nn as nn

    for _, module in model.named_modules():
        if isinstance(getattr(module, "intermediate_act_fn", None), nn.GELU):
            module.intermediate_act_fn = _compiled().gelu
        if all(hasattr(module, name) for name in ("gate_proj", "up_proj", "down_proj")):
            _replace_call(module, _gated)
        if all(hasattr(module, name) for name in _ATTENTION) and not hasattr(module, "q_norm"):
            _replace_call(module, _attend)
        if all(hasattr(module, name) for name in _BOTH_WAYS):
            _replace_call(module, _attend_both_ways)


_ATTENTION = ("q_proj", "k_proj", "v_proj", "o_proj", "rope", "n_heads", "n_kv_heads", "scale")
_BOTH_WAYS = ("query", "key", "value", "transpose_for_scores", "attention_head_size")
_WORTH_IT = 12  # tokens at once from which the quick softmax gains
_MANY = 100  # tokens of a batch from which it does in BERT's attention


def _replace_call(module: Any, call: Any) -> None:
    kind = type(module)
    module.__class__ = type(kind.__name__, (kind,), {"__call__": call})


def _gated(self: Any, x: Any) -> Any:
    return self.down_proj(_compiled().gate(self.gate_proj(x), self.up_proj(x)))


def _attend(self: Any, x: Any, mask: Any = None, cache: Any = None) -> Any:
    """Grouped-query attention, x of shape (batch, tokens, width), with the quick softmax."""
    import mlx.core as mx

    batch, tokens, _ = x.shape

    def heads(projected: Any, n: int) -> Any:
        return projected.reshape(batch, tokens, n, -1).transpose(0, 2, 1, 3)

    offset = cache.offset if cache is not None else 0
    queries = self.rope(heads(self.q_proj(x), self.n_heads), offset=offset)
    keys = self.rope(heads(self.k_proj(x), self.n_kv_heads), offset=offset)
    values = heads(self.v_proj(x), self.n_kv_heads)
    if cache is not None:
        keys, values = cache.update_and_fetch(keys, values)
    if tokens < _WORTH_IT:
        mixed = mx.fast.scaled_dot_product_attention(
            queries, keys, values, scale=self.scale, mask=mask
        )
    else:
        mixed = _mix(self, queries, keys, values, mask)
    return self.o_proj(mixed.transpose(0, 2, 1, 3).reshape(batch, tokens, -1))


def _attend_both_ways(self: Any, x: Any, attention_mask: Any = None) -> Any:
    """BERT's attention, x of shape (batch, tokens, width), with the quick softmax.

    Projected as one matrix of all tokens: one by one, small batches take half as long again.
    """
    import mlx.core as mx

    batch, tokens, width = x.shape
    flat = x.reshape(-1, width)
    queries, keys, values = (
        self.transpose_for_scores(project(flat).reshape(batch, tokens, -1))
        for project in (self.query, self.key, self.value)
    )
    scores = (queries * self.attention_head_size**-0.5) @ keys.swapaxes(-1, -2)
    if attention_mask is not None:
        scores = scores + attention_mask
    many = batch * tokens >= _MANY and not self.training  # it has no gradient
    mixed = (_softmax(scores) if many else mx.softmax(scores, axis=-1)) @ values
    return mixed.transpose(0, 2, 1, 3).reshape(batch, tokens, -1)


def _mix(self: Any, queries: Any, keys: Any, values: Any, mask: Any) -> Any:
    """Attention of (batch, heads, tokens, size) over keys of (batch, groups, length, size)."""
    batch, _, tokens, _ = queries.shape
    groups, length = keys.shape[1], keys.shape[2]
    queries = (queries * self.scale).reshape(batch, groups, self.n_heads // groups * tokens, -1)
    scores = (queries @ keys.swapaxes(-1, -2)).reshape(batch, self.n_heads, tokens, length)
    weights = _softmax(scores + _bias(mask, tokens, length))
    weights = weights.reshape(batch, groups, -1, length)
    return (weights @ values).reshape(batch, self.n_heads, tokens, -1)


def _bias(mask: Any, tokens: int, length: int) -> Any:
    """What is added to the scores: 0 where a query may look, -inf-like where it may not."""
    import mlx.core as mx

    if mask is None:
        return mx.array(0.0)
    if isinstance(mask, str):  # 'causal', aligned to the end of the keys
        mask = mx.arange(length)[None] <= mx.arange(length - tokens, length)[:, None]
    return mx.where(mask, 0.0, -1e9) if mask.dtype == mx.bool_ else mask


@dataclass(frozen=True)
class _Kernels:
    gelu: Any
    gate: Any
    exp_minus: Any


@cache
def _compiled() -> _Kernels:
    import mlx.core as mx

    def gelu(x: Any) -> Any:
        z = mx.clip(x * 0.70710678118654752, -4.0, 4.0)
        square = z * z
        return 0.5 * x * (1.0 + z * _horner(square, _ERF_P) / _horner(square, _ERF_Q))

    def gate(x: Any, y: Any) -> Any:
        return x * y / (1.0 + _exp(-x))

    def exp_minus(x: Any, y: Any) -> Any:
        return _exp(x - y)

    # shapeless: every prompt has a length of its own
    return _Kernels(*(mx.compile(f) for f in (gelu, gate, exp_minus)))


def _softmax(scores: Any) -> Any:
    powers = _compiled().exp_minus(scores, scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def _horner(x: Any, coefficients: tuple[float, ...]) -> Any:
    value = coefficients[0] * x + coefficients[1]
    for c in coefficients[2:]:
        value = value * x + c
    return value


def _exp(x: Any) -> Any:
    """2^k e^r, r within half a ln 2 of 0; the power of two goes into the exponent bits."""
    import mlx.core as mx

    x = mx.clip(x, -60.0, 88.0)  # below, products would be denormal, which costs a hundredfold
    power = mx.floor(x * 1.44269504088896341 + 0.5)
    r = x - power * _LN2_HIGH - power * _LN2_LOW
    scale = ((power.astype(mx.int32) + 127) << 23).view(mx.float32)
    return (_horner(r, _EXP) * r * r + r + 1.0) * scale
