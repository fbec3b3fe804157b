"""The model that is trained: loaded without the shortcuts of serving, which have no gradients."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rag import backend
from rag.errors import Mistake
from rag.models import generator_folder


def load(name: str, data: Path, adapter: Path | None = None) -> tuple[Any, Any]:
    """The model, evaluated and frozen, and its tokenizer.

    On a CPU everything is float32, the only type its BLAS is fast in; a GPU keeps the weights
    quantized, as QLoRA does. Raises Mistake where the model can't be loaded or is of a kind that
    can't be trained here.
    """
    device = backend.load()
    import mlx.core as mx
    from mlx_lm.utils import dequantize_model, load_adapters, load_model, load_tokenizer

    folder = generator_folder(name, data)
    try:
        model, config = load_model(folder)
        tokenizer = load_tokenizer(folder, eos_token_ids=config.get("eos_token_id"))
    except (ValueError, OSError, KeyError, RuntimeError) as error:
        raise Mistake(
            f"The model in {folder} can't be loaded: {error}. Choose another with --model."
        ) from error
    if device == "cpu":
        dequantize_model(model)
        model.set_dtype(mx.float32)
    if adapter is not None:
        try:
            model = load_adapters(model, str(adapter))
        except (ValueError, OSError, KeyError, RuntimeError) as error:
            raise Mistake(
                f"The adapter {adapter} does not fit the model {name}: {error}. "
                "Train one for it: python -m finetune"
            ) from error
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
