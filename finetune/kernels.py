"""Exponential, SwiGLU and attention for training on a CPU, with their gradients written out.

MLX's CPU kernels take exp one element at a time, which costs more than the matrix products; here it
is a polynomial in plain operations. Inside a gradient MLX compiles nothing, so for speed the whole
gradient is to be compiled (finetune.loss).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from rag import backend

# exp(r) on [-ln 2 / 2, ln 2 / 2]: minimax coefficients of Cephes' expf, highest power first.
_EXP = (1.9875691500e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 0.5)
_LN2_HIGH, _LN2_LOW = 0.693359375, -2.12194440e-4
_LIMIT = 60.0  # below e^-60 products would be denormal, which costs a hundredfold
_QUERIES = 128  # queries at once: keys after the last of them are never looked at


def exp(x: Any) -> Any:
    """e^x for float32 x <= 0, on the CPU to a relative 4e-6, and nowhere below e^-60."""
    import mlx.core as mx

    return _compiled()[0](x) if backend.load() == "cpu" else mx.exp(x)


def gate(x: Any, y: Any) -> Any:
    """silu(x) y, the SwiGLU's; float32."""
    import mlx.core as mx

    forward, backward = _compiled()[1:]
    function: Any = mx.custom_function(lambda x, y: forward(x, y))
    function.vjp(lambda inputs, down, _: backward(*inputs, down))
    return function(x, y)


def attend(queries: Any, keys: Any, values: Any) -> Any:
    """Causal softmax attention: queries, scaled, (rows, heads, tokens, size), keys and values
    (rows, groups, tokens, size), float32."""
    import mlx.core as mx

    function: Any = mx.custom_function(_attend)
    function.vjp(_attend_back)
    return function(queries, keys, values)[0]


def _attend(queries: Any, keys: Any, values: Any) -> tuple[Any, Any]:
    """The mixed values, and for the way back the logarithm of each softmax's denominator."""
    import mlx.core as mx

    mixed, sums = [], []
    for part, some, mask in _blocks(queries, keys.shape[1]):
        scores = some @ keys[:, :, : part.stop].swapaxes(-1, -2) + mask
        largest = scores.max(axis=-1, keepdims=True)
        powers = exp(scores - largest)
        total = powers.sum(axis=-1, keepdims=True)
        mixed.append(_ungroup((powers @ values[:, :, : part.stop]) / total, part))
        sums.append(_ungroup(mx.log(total) + largest, part))
    return mx.concatenate(mixed, axis=2), mx.concatenate(sums, axis=2)


def _attend_back(inputs: Any, cotangents: Any, outputs: Any) -> tuple[Any, Any, Any]:
    """Gradients for queries, keys and values, the weights computed again (Dao et al., 2022)."""
    import mlx.core as mx

    queries, keys, values = inputs
    groups = keys.shape[1]
    inner = (cotangents[0] * outputs[0]).sum(axis=-1, keepdims=True)
    for_queries, for_keys, for_values = [], mx.zeros_like(keys), mx.zeros_like(values)
    for part, some, mask in _blocks(queries, groups):
        seen = slice(0, part.stop)
        down = _group(cotangents[0][:, :, part], groups)
        scores = some @ keys[:, :, seen].swapaxes(-1, -2) + mask
        weights = exp(scores - _group(outputs[1][:, :, part], groups))
        back = down @ values[:, :, seen].swapaxes(-1, -2)
        back = weights * (back - _group(inner[:, :, part], groups))
        for_queries.append(_ungroup(back @ keys[:, :, seen], part))
        for_keys = _add(for_keys, back.swapaxes(-1, -2) @ some)
        for_values = _add(for_values, weights.swapaxes(-1, -2) @ down)
    return mx.concatenate(for_queries, axis=2), for_keys, for_values


def _blocks(queries: Any, groups: int) -> Iterator[tuple[slice, Any, Any]]:
    """For each block of queries: which they are, they themselves by key head, and their mask."""
    import mlx.core as mx

    heads, tokens = queries.shape[1:3]
    for start in range(0, tokens, _QUERIES):
        part = slice(start, min(start + _QUERIES, tokens))
        allowed = mx.arange(part.stop)[None] <= mx.arange(start, part.stop)[:, None]
        mask = mx.tile(mx.where(allowed, 0.0, -1e9), (heads // groups, 1))
        yield part, _group(queries[:, :, part], groups), mask


def _group(x: Any, groups: int) -> Any:
    """(rows, heads, tokens, size) -> (rows, groups, heads / groups * tokens, size)."""
    return x.reshape(x.shape[0], groups, -1, x.shape[-1])


def _ungroup(x: Any, part: slice) -> Any:
    return x.reshape(x.shape[0], -1, part.stop - part.start, x.shape[-1])


def _add(whole: Any, part: Any) -> Any:
    """Add to the first tokens of (rows, groups, tokens, size)."""
    import mlx.core as mx

    missing = whole.shape[2] - part.shape[2]
    return whole + (mx.pad(part, [(0, 0), (0, 0), (0, missing), (0, 0)]) if missing else part)


@cache
def _compiled() -> tuple[Any, Any, Any]:
    """exp, silu(x) y, and the gradients of the latter."""
    import mlx.core as mx

    return (
        mx.compile(lambda x: _exp(mx.maximum(x, -_LIMIT))),
        mx.compile(lambda x, y: x * y * _sigmoid(x)),
        mx.compile(_gate_back),
    )


def _gate_back(x: Any, y: Any, down: Any) -> tuple[Any, Any]:
    s = _sigmoid(x)
    return down * y * s * (1.0 + x * (1.0 - s)), down * x * s


def _sigmoid(x: Any) -> Any:
    import mlx.core as mx

    return 1.0 / (1.0 + _exp(mx.minimum(mx.maximum(-x, -_LIMIT), _LIMIT)))


def _exp(x: Any) -> Any:
    """2^k e^r with r within half a ln 2 of 0, for -60 <= x <= 60.

    Adding 1.5 * 2^23 rounds to a whole number in the last bits, adding 127 makes it an exponent.
    """
    import mlx.core as mx

    shifted = x * 1.44269504088896341 + 12583039.0
    power = shifted - 12583039.0
    r = x - power * _LN2_HIGH - power * _LN2_LOW
    scale = (shifted.view(mx.int32) << 23).view(mx.float32)
    value = _EXP[0] * r + _EXP[1]
    for c in _EXP[2:]:
        value = value * r + c
    return (value * r * r + r + 1.0) * scale
