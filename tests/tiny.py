"""Tiny models with random weights, as the model folders that mlx-lm and mlx-embeddings load."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

TEXT = (
    "You answer students' questions about university courses. Facts: CSCI 104L is 4 units.",
    "Courses: [CSCI 270] Algorithms | 4 units | needs CSCI 104 | Mon, Wed 10:00-11:20am",
    "Question: how many units is CSCI 104L? What do I need before MATH 225?",
)
TEMPLATE = (
    "{% for m in messages %}<|im_start|>{{ m['role'] }}\n{{ m['content'] }}<|im_end|>\n"
    "{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
SHAPE = {
    "hidden_size": 32,
    "num_hidden_layers": 2,
    "intermediate_size": 64,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "rms_norm_eps": 1e-5,
    "rope_theta": 10000.0,
    "max_position_embeddings": 2048,
    "tie_word_embeddings": True,
}
BERT = {
    "model_type": "bert",
    "architectures": ["BertModel"],
    "hidden_size": 32,
    "num_hidden_layers": 2,
    "intermediate_size": 64,
    "num_attention_heads": 4,
    "max_position_embeddings": 128,
    "layer_norm_eps": 1e-12,
    "vocab_size": 400,
    "type_vocab_size": 2,
    "hidden_act": "gelu",
}


def write_tokenizer(folder: Path) -> int:
    """A byte-level BPE with a chat template, learnt from `TEXT`; the size of its vocabulary.

    The end of a turn is a token beyond that size, so that no model of the size can say it and all
    answers are as long as they may be.
    """
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
    from transformers import PreTrainedTokenizerFast

    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=400,
        show_progress=False,
        special_tokens=["<|pad|>", "<|im_start|>", "<|im_end|>"],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
    )
    tokenizer.train_from_iterator(TEXT, trainer)
    size = int(tokenizer.get_vocab_size())
    tokenizer.add_special_tokens(["<|never|>"])
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        eos_token="<|never|>",
        pad_token="<|pad|>",
        model_max_length=2048,
    )
    fast.chat_template = TEMPLATE
    fast.save_pretrained(folder)
    return size


def write_generator(folder: Path, kind: str = "llama", **shape: Any) -> Path:
    """A model folder of that kind ('llama', 'qwen2'), its shape `SHAPE` unless said otherwise.

    A `quantization` among `shape` ({"group_size": 32, "bits": 4}) quantizes it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    size = write_tokenizer(folder)
    config = {**SHAPE, "model_type": kind, "vocab_size": size, "eos_token_id": size, **shape}
    model = generator(config)
    if "quantization" in config:
        import mlx.nn as nn

        nn.quantize(model, **config["quantization"])
    _save(folder, config, model)
    return folder


def generator(config: dict[str, Any]) -> Any:
    """A plain mlx-lm model of that configuration; the same `seed` there gives the same weights."""
    import mlx.core as mx

    module = importlib.import_module(f"mlx_lm.models.{config['model_type']}")
    mx.random.seed(config.get("seed", 7))
    model = module.Model(module.ModelArgs.from_dict(config))
    return _scattered(model)


def write_embedder(folder: Path) -> Path:
    """A BERT as a model folder, with `write_tokenizer`'s tokenizer."""
    folder.mkdir(parents=True, exist_ok=True)
    write_tokenizer(folder)
    _save(folder, BERT, bert())
    return folder


def bert() -> Any:
    """A plain mlx-embeddings BERT with the same random weights every time."""
    import mlx.core as mx
    from mlx_embeddings.models import bert as module

    mx.random.seed(7)
    return _scattered(module.Model(module.ModelArgs.from_dict(BERT)))


def _scattered(model: Any) -> Any:
    """Weights large enough that the layers matter: with fresh ones a token repeats itself."""
    import mlx.core as mx
    from mlx.utils import tree_map

    def scatter(weight: Any) -> Any:
        noise = mx.random.uniform(-1.7, 1.7, weight.shape)
        return weight + 0.3 * noise if weight.ndim == 1 else 2 * noise * weight.shape[-1] ** -0.5

    model.update(tree_map(scatter, model.parameters()))
    model.eval()
    mx.eval(model.parameters())
    return model


def _save(folder: Path, config: dict[str, Any], model: Any) -> None:
    import mlx.core as mx
    from mlx.utils import tree_flatten

    weights = dict(tree_flatten(model.parameters()))
    mx.save_safetensors(str(folder / "model.safetensors"), weights, metadata={"format": "mlx"})
    (folder / "config.json").write_text(json.dumps(config))


def write_adapter(folder: Path, model: Any, name: str, seed: int = 0, **more: Any) -> Path:
    """A LoRA adapter for `model` (changed by this) with random weights, as mlx-lm saves it."""
    import mlx.core as mx
    from mlx.utils import tree_flatten
    from mlx_lm.tuner.utils import linear_to_lora_layers

    folder.mkdir(parents=True, exist_ok=True)
    parameters = {"rank": 4, "scale": 2.0, "dropout": 0.0}
    config = {"fine_tune_type": "lora", "num_layers": 2, "lora_parameters": parameters, **more}
    linear_to_lora_layers(
        model, config["num_layers"], parameters, use_dora=config["fine_tune_type"] == "dora"
    )
    mx.random.seed(seed)
    weights = {
        n: mx.random.normal(w.shape) * 0.3
        for n, w in dict(tree_flatten(model.parameters())).items()
        if n.endswith(("lora_a", "lora_b"))
    }
    mx.save_safetensors(str(folder / "adapters.safetensors"), weights)
    (folder / "adapter_config.json").write_text(json.dumps({**config, "model": name}))
    return folder
