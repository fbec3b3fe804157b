"""A generator's weights: loaded, made fit for the device, and joined with an adapter's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rag import backend
from rag.errors import Mistake, reason
from rag.models import DAMAGE, generator_folder


def load(name: str, data: Path, adapter: Path | None = None) -> tuple[Any, Any]:
    """The model and tokenizer of that name, `adapter` applied, ready to generate.

    On the CPU the adapter is merged into the weights; on a GPU, where they stay quantized, it runs
    beside them, as merging would round it away.
    """
    model, tokenizer = unmerged(name, data, adapter)
    import mlx.core as mx

    if backend.load() == "cpu":
        _merge(model)
        from rag.kernels import quicken

        quicken(model)
    model.eval()
    mx.eval(model.parameters())
    return model, tokenizer


def unmerged(name: str, data: Path, adapter: Path | None = None) -> tuple[Any, Any]:
    """The model and tokenizer of that name as mlx-lm makes them, `adapter` beside the weights.

    On the CPU everything is float32, the only type its BLAS is fast in; on a GPU quantized weights
    stay so. Raises Mistake where the model can't be loaded, or the adapter does not fit it.
    """
    device = backend.load()
    import mlx.core as mx
    from mlx_lm.utils import dequantize_model, load_adapters, load_model, load_tokenizer

    folder = generator_folder(name, data)
    try:
        model, config = load_model(folder)
        tokenizer = load_tokenizer(folder, eos_token_ids=config.get("eos_token_id"))
        if not tokenizer.has_chat_template:
            raise ValueError("it is no chat model, as it has no chat template")
    except DAMAGE as error:
        raise Mistake(
            f"The model in {folder} can't be loaded: {reason(error)}. Choose another with --model."
        ) from error
    if device == "cpu":
        dequantize_model(model)
    if adapter is not None:
        try:
            model = load_adapters(model, str(adapter))
        except DAMAGE as error:
            raise Mistake(
                f"The adapter {adapter} does not fit the model {name}: {reason(error)}. "
                "Train one for it (python -m finetune), or use --adapter none."
            ) from error
    if device == "cpu":
        model.set_dtype(mx.float32)
    return model, tokenizer


def _merge(model: Any) -> None:
    from mlx.utils import tree_unflatten

    merged = [(name, m.fuse()) for name, m in model.named_modules() if hasattr(m, "lora_a")]
    if merged:
        model.update_modules(tree_unflatten(merged))
