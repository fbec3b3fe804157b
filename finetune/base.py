"""The model that is trained: loaded without the shortcuts of serving, which have no gradients."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rag.errors import Mistake
from rag.weights import unmerged


def load(name: str, data: Path, adapter: Path | None = None) -> tuple[Any, Any]:
    """The model, evaluated and frozen, and its tokenizer; the adapter beside the weights.

    A GPU keeps the weights quantized, as QLoRA does. Raises Mistake where the model can't be loaded
    or is of a kind that can't be trained here.
    """
    model, tokenizer = unmerged(name, data, adapter)
    import mlx.core as mx

    head(model, name)
    model.freeze()
    mx.eval(model.parameters())
    return model, tokenizer


def head(model: Any, name: str = "this") -> Any:
    """The layer that makes logits of hidden states: the tied embedding, or a layer of its own."""
    inner = getattr(model, "model", None)
    layer = getattr(model, "lm_head", None) or getattr(inner, "embed_tokens", None)
    if layer is None or not hasattr(inner, "norm"):
        raise Mistake(
            f"The model {name} is of a kind that can't be trained here. "
            "Take a Llama or Qwen2 model, for example --model smollm2-135m"
        )
    return layer
