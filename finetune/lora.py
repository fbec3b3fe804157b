"""Which modules of a model get an adapter, and the adapter as files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from finetune.files import flat, replace_text, save_arrays
from finetune.options import Options
from rag.adapters import CONFIG, WEIGHTS
from rag.errors import Mistake


def attach(model: Any, options: Options) -> dict[str, Any]:
    """Freeze the model, give it fresh adapters, and return their `adapter_config.json`.

    Raises Mistake for modules the model does not have.
    """
    import mlx.core as mx
    from mlx_lm.tuner.utils import linear_to_lora_layers

    if options.rank < 1:
        raise Mistake(f"--rank {options.rank}: it must be at least 1. The default is 16")
    if options.layers < -1 or options.layers == 0 or options.layers > len(model.layers):
        raise Mistake(
            f"--layers {options.layers}: the model has {len(model.layers)}. Take -1 for all"
        )
    keys = modules(model, options.keys)
    parameters = {
        "rank": options.rank,
        "scale": options.scale,
        "dropout": options.dropout,
        "keys": keys,
    }
    mx.random.seed(options.seed)
    model.freeze()
    wide = dict(parameters, keys=set(keys))
    linear_to_lora_layers(model, options.layers, wide, use_dora=options.dora)
    return {
        "fine_tune_type": "dora" if options.dora else "lora",
        "num_layers": options.layers,
        "lora_parameters": parameters,
    }


def begin(model: Any, folder: Path, config: dict[str, Any]) -> None:
    """Put another run's adapter into the model's fresh one. Raises Mistake if it is not alike."""
    import mlx.core as mx

    told = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
    same = ("fine_tune_type", "num_layers", "lora_parameters", "model")
    other = [key for key in same if key in config and told.get(key) != config[key]]
    if other:
        raise Mistake(
            f"--adapter {folder} differs in {', '.join(other)} from this run: "
            f"{told.get(other[0])}, here {config[other[0]]}. Give the options it was trained with"
        )
    loaded: Any = mx.load(str(folder / WEIGHTS))
    model.load_weights([(k, v.astype(mx.float32)) for k, v in loaded.items()], strict=False)
    mx.eval(model.trainable_parameters())


def modules(model: Any, wanted: str) -> list[str]:
    """The linear modules of a layer, as 'self_attn.q_proj': all, or those named."""
    import mlx.nn as nn

    linear = (nn.Linear, nn.QuantizedLinear)
    found = sorted(n for n, m in model.layers[0].named_modules() if isinstance(m, linear))
    if wanted == "all":
        return found
    names = [name.strip() for name in wanted.split(",")]
    short = {name.rsplit(".", 1)[-1]: name for name in found}
    unknown = [name for name in names if name not in found and name not in short]
    if unknown:
        raise Mistake(
            f"--keys: the model has no {', '.join(map(repr, unknown))}. "
            f"It has {', '.join(short)}. Or take --keys all"
        )
    return [short.get(name, name) for name in names]


def share(model: Any) -> tuple[int, int]:
    """How many numbers are trained, and how many the model has, quantized ones unpacked."""
    from mlx_lm.utils import get_total_parameters

    trained = sum(v.size for v in flat(model.trainable_parameters()).values())
    return trained, int(get_total_parameters(model))


def save(folder: Path, model: Any, config: dict[str, Any]) -> None:
    """Write the adapter as mlx-lm and rag.adapters read it, one file replaced after the other."""
    folder.mkdir(exist_ok=True)
    save_arrays(folder / WEIGHTS, flat(model.trainable_parameters()))
    replace_text(folder / CONFIG, json.dumps(config, indent=2))
