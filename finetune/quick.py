"""Training on a CPU: transformer blocks that are quick, and keep little for the way back.

What is cheap to compute again (norms, gates, attention weights) is not kept. Results differ from
mlx-lm's blocks by less than 1e-5.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Sequence
from typing import Any

from finetune.kernels import attend, gate


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
        if all(hasattr(module, name) for name in _BLOCK) and _plain(module):
            kind = type(module)
            module.__class__ = type(kind.__name__, (kind,), {"__call__": _block})


_BLOCK = ("self_attn", "mlp", "input_layernorm", "post_attention_layernorm")
_ATTENTION = ("q_proj", "k_proj", "v_proj", "o_proj", "rope", "n_heads", "n_kv_heads", "scale")


def _plain(block: Any) -> bool:
    """Whether the block is nothing but what `_block` computes."""
    attention = block.self_attn
    known = all(hasattr(attention, name) for name in _ATTENTION)
    gated = all(hasattr(block.mlp, name) for name in ("gate_proj", "up_proj", "down_proj"))
    more = hasattr(attention, "q_norm") or getattr(block, "use_sliding", False)
    return known and gated and not more


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
