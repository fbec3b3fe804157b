"""Training on a CPU: layers with cheap exponentials that keep little and compute it again.

MLX's CPU kernels take exp one element at a time, which costs more than the matrix products. Here it
is a polynomial in plain operations, gradients are written out, and what is cheap to compute again
(norms, gates, attention weights) is not kept for the way back. Results differ by less than 1e-5.
Inside a gradient MLX compiles nothing, so the whole gradient is to be compiled (finetune.loss).
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from rag import backend

# exp(r) on [-ln 2 / 2, ln 2 / 2]: minimax coefficients of Cephes' expf, highest power first.
_EXP = (1.9875691500e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 0.5)
_LN2_HIGH, _LN2_LOW = 0.693359375, -2.12194440e-4
_LOWEST = -60.0  # below, products would be denormal, which costs a hundredfold
_QUERIES = 128  # queries at once: keys after the last of them are never looked at


def keep_freed_memory() -> None:
    """Tell the C library to keep what is freed for the next array of that size.

    By default each large array is fetched from the system and cleared anew, which takes longer than
    most operations on it.
    """
    if sys.platform == "linux":
        trim_threshold, mmap_max, arena_max = -1, -4, -8
        libc = ctypes.CDLL(None)
        if hasattr(libc, "mallopt"):  # glibc
            libc.mallopt(mmap_max, 0)
            libc.mallopt(trim_threshold, 2**31 - 1)
            libc.mallopt(arena_max, 1)


def quicken(model: Any) -> None:
    """Replace a Llama's or Qwen2's blocks, in place, by ones that are quick to train on a CPU."""
    for _, module in model.named_modules():
        if all(hasattr(module, name) for name in _BLOCK) and _plain(module.self_attn):
            kind = type(module)
            module.__class__ = type(kind.__name__, (kind,), {"__call__": _block})


_BLOCK = ("self_attn", "mlp", "input_layernorm", "post_attention_layernorm")
_ATTENTION = ("q_proj", "k_proj", "v_proj", "o_proj", "rope", "n_heads", "n_kv_heads", "scale")


def _plain(attention: Any) -> bool:
    return all(hasattr(attention, n) for n in _ATTENTION) and not hasattr(attention, "q_norm")


def _block(self: Any, x: Any, mask: Any = None, cache: Any = None) -> Any:
    """A pre-norm transformer block, x of shape (rows, tokens, width); causal, without a cache."""
    attention, mlp = self.self_attn, self.mlp
    rows, tokens, _ = x.shape

    def project(x: Any) -> tuple[Any, Any, Any]:
        x = self.input_layernorm(x)

        def heads(projected: Any, n: int) -> Any:
            return projected.reshape(rows, tokens, n, -1).transpose(0, 2, 1, 3)

        queries = attention.rope(heads(attention.q_proj(x), attention.n_heads)) * attention.scale
        keys = attention.rope(heads(attention.k_proj(x), attention.n_kv_heads))
        return queries, keys, heads(attention.v_proj(x), attention.n_kv_heads)

    def widen(x: Any) -> tuple[Any, Any]:
        x = self.post_attention_layernorm(x)
        return mlp.gate_proj(x), mlp.up_proj(x)

    projections = [attention.q_proj, attention.k_proj, attention.v_proj]
    queries, keys, values = _again(projections, project, x)
    mixed = attend(queries, keys, values)
    mixed = mixed.transpose(0, 2, 1, 3).reshape(rows, tokens, -1)
    x = x + attention.o_proj(mixed)
    gated = _again([mlp.gate_proj, mlp.up_proj], widen, x)
    return x + _again([mlp.down_proj], lambda g, u: mlp.down_proj(gate(g, u)), *gated)


def compute_twice(model: Any) -> None:
    """Keep only each layer's input for the way back: half the memory, a third more time."""
    for layer in model.layers:
        kind = type(layer)

        def call(self: Any, *inputs: Any, cache: Any = None, once: Any = kind.__call__) -> Any:
            return _again([self], lambda *x: once(self, *x), *inputs)

        layer.__class__ = type(kind.__name__, (kind,), {"__call__": call})


def _again(modules: Sequence[Any], call: Callable[..., Any], *inputs: Any) -> Any:
    """`call(*inputs)`, what is between inputs and outputs computed again on the way back.

    As nothing is evaluated that no gradient needs, a frozen matrix product at the end of it is not.
    """
    import mlx.core as mx

    checkpoint: Any = mx.checkpoint

    def inner(parameters: list[Any], *inputs: Any) -> Any:
        for module, some in zip(modules, parameters, strict=True):
            module.update(some)
        return call(*inputs)

    return checkpoint(inner)([m.trainable_parameters() for m in modules], *inputs)


def exp(x: Any) -> Any:
    """e^x for float32 x <= 0, to a relative 4e-6, and nowhere below e^-60."""
    import mlx.core as mx

    return _compiled()[0](x) if backend.load() == "cpu" else mx.exp(x)


def gate(x: Any, y: Any) -> Any:
    """silu(x) y, the SwiGLU's."""
    return _compiled()[1](x, y)


def attend(queries: Any, keys: Any, values: Any) -> Any:
    """Causal softmax attention: queries, scaled, (rows, heads, tokens, size), keys and values
    (rows, groups, tokens, size)."""
    return _compiled()[2](queries, keys, values)[0]


@cache
def _compiled() -> tuple[Any, Any, Any]:
    import mlx.core as mx

    quick_exp = mx.compile(lambda x: _exp(mx.maximum(x, _LOWEST)))
    forward = mx.compile(lambda x, y: x * y * _sigmoid(x))
    backward = mx.compile(_gate_gradients)

    @mx.custom_function
    def gated(x: Any, y: Any) -> Any:
        return forward(x, y)

    @gated.vjp
    def _(primals: Any, cotangent: Any, _: Any) -> Any:
        return backward(*primals, cotangent)

    @mx.custom_function
    def attended(queries: Any, keys: Any, values: Any) -> tuple[Any, Any]:
        outputs, sums = [], []
        for start, end, some, mask in _blocks(queries, keys.shape[1]):
            scores = some @ keys[:, :, :end].swapaxes(-1, -2) + mask
            largest = scores.max(axis=-1, keepdims=True)
            powers = quick_exp(scores - largest)
            total = powers.sum(axis=-1, keepdims=True)
            outputs.append(_ungroup((powers @ values[:, :, :end]) / total, end - start))
            sums.append(_ungroup(mx.log(total) + largest, end - start))
        return mx.concatenate(outputs, axis=2), mx.concatenate(sums, axis=2)

    @attended.vjp
    def _(primals: Any, cotangents: Any, outputs: Any) -> Any:
        queries, keys, values = primals
        groups = keys.shape[1]
        inner = (cotangents[0] * outputs[0]).sum(axis=-1, keepdims=True)
        for_queries, for_keys, for_values = [], mx.zeros_like(keys), mx.zeros_like(values)
        for start, end, some, mask in _blocks(queries, groups):
            part = slice(start, end)
            down = _group(cotangents[0][:, :, part], groups)
            scores = some @ keys[:, :, :end].swapaxes(-1, -2) + mask
            weights = quick_exp(scores - _group(outputs[1][:, :, part], groups))
            back = down @ values[:, :, :end].swapaxes(-1, -2)
            back = weights * (back - _group(inner[:, :, part], groups))
            for_queries.append(_ungroup(back @ keys[:, :, :end], end - start))
            for_keys = _add(for_keys, back.swapaxes(-1, -2) @ some)
            for_values = _add(for_values, weights.swapaxes(-1, -2) @ down)
        return mx.concatenate(for_queries, axis=2), for_keys, for_values

    return quick_exp, gated, attended


def _blocks(queries: Any, groups: int) -> Any:
    """For each block of queries: its begin and end, itself grouped by key head, its mask."""
    import mlx.core as mx

    heads, tokens = queries.shape[1:3]
    for start in range(0, tokens, _QUERIES):
        end = min(start + _QUERIES, tokens)
        allowed = mx.arange(end)[None] <= mx.arange(start, end)[:, None]
        mask = mx.tile(mx.where(allowed, 0.0, -1e9), (heads // groups, 1))
        yield start, end, _group(queries[:, :, start:end], groups), mask


def _group(x: Any, groups: int) -> Any:
    """(rows, heads, tokens, size) -> (rows, groups, heads / groups * tokens, size)."""
    return x.reshape(x.shape[0], groups, -1, x.shape[-1])


def _ungroup(x: Any, tokens: int) -> Any:
    return x.reshape(x.shape[0], -1, tokens, x.shape[-1])


def _add(whole: Any, part: Any) -> Any:
    """Add to the first tokens of (rows, groups, tokens, size)."""
    import mlx.core as mx

    missing = whole.shape[2] - part.shape[2]
    return whole + (mx.pad(part, [(0, 0), (0, 0), (0, missing), (0, 0)]) if missing else part)


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


def _sigmoid(x: Any) -> Any:
    import mlx.core as mx

    return 1.0 / (1.0 + _exp(mx.minimum(mx.maximum(-x, _LOWEST), -_LOWEST)))


def _gate_gradients(x: Any, y: Any, down: Any) -> tuple[Any, Any]:
    s = _sigmoid(x)
    return down * y * s * (1.0 + x * (1.0 - s)), down * x * s
