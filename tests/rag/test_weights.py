"""Weights of tiny random models: four bits, adapters, Qwen2's shape, and damage of every kind."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from rag import backend
from rag.bundled import SMOLLM2
from rag.errors import Mistake
from rag.generate import MlxGenerator
from rag.weights import unmerged
from tests.rag.test_generate import FACT, SYSTEM, ask, said, shortfall, tokens
from tests.tiny import SHAPE, generator, write_adapter, write_generator

PROMPT = SYSTEM + FACT + "Question: how many units is CSCI 104L?"
QWEN2 = {
    "hidden_size": 896,
    "num_hidden_layers": 24,
    "num_attention_heads": 14,
    "num_key_value_heads": 2,
    "intermediate_size": 4864,
    "vocab_size": 151_936,
    "rms_norm_eps": 1e-6,
    "rope_theta": 1_000_000.0,
    "max_position_embeddings": 32_768,
    "eos_token_id": [151_645, 151_643],
    "quantization": {"group_size": 64, "bits": 4},
}


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    backend.load()
    root = tmp_path_factory.mktemp("models")
    return {kind: write_generator(root / kind, kind) for kind in ("llama", "qwen2")}


def test_a_four_bit_folder_answers_as_its_dequantized_weights(tmp_path: Path) -> None:
    import mlx.core as mx
    from mlx_lm.utils import load_model

    quantization = {"group_size": 32, "bits": 4}
    folder = write_generator(tmp_path / "four", "qwen2", quantization=quantization)
    model = MlxGenerator(str(folder), tmp_path)
    ids = mx.array([model.encode(ask(PROMPT))])
    quantized, _ = load_model(folder)
    assert np.abs(np.array(model.model(ids)) - np.array(quantized(ids))).max() < 2e-3


def logits(model: Any, ids: list[int]) -> np.ndarray:
    import mlx.core as mx

    return np.array(model(mx.array([ids])).astype(mx.float32))


@pytest.mark.parametrize("kind", ["lora", "dora"])
def test_an_adapter_as_mlx_lm_saves_it_changes_the_model_as_mlx_lm_does(
    tmp_path: Path, folders: dict[str, Path], kind: str
) -> None:
    from mlx_lm.tuner.utils import load_adapters

    folder = folders["qwen2"]
    config = json.loads((folder / "config.json").read_text())
    adapter = write_adapter(tmp_path / "best", generator(config), "qwen2", fine_tune_type=kind)
    bare = MlxGenerator(str(folder), tmp_path)
    tuned = MlxGenerator(str(folder), tmp_path, adapter)
    assert (bare.adapter, tuned.adapter) == (None, "best")
    ids = tuned.encode(ask(PROMPT))
    expected = logits(load_adapters(generator(config), str(adapter)), ids)
    assert np.abs(logits(tuned.model, ids) - expected).max() < 1e-3
    assert np.abs(logits(bare.model, ids) - expected).max() > 0.1


def test_an_adapter_beside_the_weights_computes_what_the_merged_one_does(
    tmp_path: Path, folders: dict[str, Path]
) -> None:
    from mlx.utils import tree_flatten

    folder = folders["llama"]
    config = json.loads((folder / "config.json").read_text())
    adapter = write_adapter(tmp_path / "a", generator(config), "llama")
    beside, tokenizer = unmerged(str(folder), tmp_path, adapter)
    assert any(name.endswith("lora_a") for name in dict(tree_flatten(beside.parameters())))
    merged = MlxGenerator(str(folder), tmp_path, adapter)
    ids = merged.encode(ask(PROMPT))
    assert list(tokenizer.apply_chat_template(ask(PROMPT), add_generation_prompt=True)) == ids
    assert np.abs(logits(merged.model, ids) - logits(beside, ids)).max() < 1e-3


def damaged(folder: Path, name: str, text: str | bytes | None) -> Path:
    """The folder with one of its files replaced, or removed."""
    path = folder / name
    path.unlink()
    if text is not None:
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("adapter_config.json", "{}"),
        ("adapter_config.json", "[]"),
        ("adapter_config.json", "{"),
        ("adapter_config.json", '{"num_layers": 2}'),
        ("adapter_config.json", '{"num_layers": 2, "lora_parameters": {}}'),
        ("adapter_config.json", None),
        ("adapters.safetensors", "not weights"),
        ("adapters.safetensors", b""),
        ("adapters.safetensors", None),
    ],
)
def test_a_damaged_adapter_is_told_in_one_line(
    tmp_path: Path, folders: dict[str, Path], name: str, text: str | bytes | None
) -> None:
    folder = folders["llama"]
    config = json.loads((folder / "config.json").read_text())
    adapter = damaged(write_adapter(tmp_path / "a", generator(config), "x"), name, text)
    with pytest.raises(Mistake, match="--adapter none") as raised:
        MlxGenerator(str(folder), tmp_path, adapter)
    assert "\n" not in str(raised.value)
    assert len(str(raised.value)) < 600


@pytest.mark.parametrize(
    "shape",
    [
        {"hidden_size": 64, "intermediate_size": 64},
        {"num_hidden_layers": 4},
        {"num_key_value_heads": 4},
    ],
    ids=str,
)
def test_an_adapter_of_another_model_is_told_in_one_line(
    tmp_path: Path, folders: dict[str, Path], shape: dict[str, int]
) -> None:
    other = generator({**SHAPE, "model_type": "llama", "vocab_size": 300, **shape})
    layers = shape.get("num_hidden_layers", 2)
    adapter = write_adapter(tmp_path / "other", other, "other", num_layers=layers)
    with pytest.raises(Mistake, match="does not fit the model") as raised:
        MlxGenerator(str(folders["llama"]), tmp_path, adapter)
    assert "\n" not in str(raised.value)
    assert len(str(raised.value)) < 600


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("config.json", "{"),
        ("config.json", "[]"),
        ("config.json", "{}"),
        ("config.json", '{"model_type": "llama"}'),
        ("config.json", '{"model_type": "no-such-kind"}'),
        ("model.safetensors", None),
        ("model.safetensors", b"\x10\x00\x00"),
        ("tokenizer.json", "{"),
        ("tokenizer.json", None),
        ("chat_template.jinja", None),
    ],
)
def test_a_damaged_model_folder_is_told_in_one_line(
    tmp_path: Path, folders: dict[str, Path], name: str, text: str | bytes | None
) -> None:
    folder = tmp_path / "model"
    shutil.copytree(folders["llama"], folder)
    damaged(folder, name, text)
    with pytest.raises(Mistake, match="Choose another with --model") as raised:
        MlxGenerator(str(folder), tmp_path)
    assert str(folder) in str(raised.value)
    assert "\n" not in str(raised.value)
    assert len(str(raised.value)) < 600


def test_an_unknown_model_is_told_with_the_presets(tmp_path: Path) -> None:
    with pytest.raises(Mistake, match=f"No model 'smolm2'.*{SMOLLM2}"):
        MlxGenerator("smolm2", tmp_path)


def qwen2_tokenizer() -> Path:
    """The folder of the real Qwen2 tokenizer. Skips the test where none is named."""
    named = os.environ.get("QWEN2_TOKENIZER")
    if not named:
        pytest.skip("QWEN2_TOKENIZER names no folder")
    return Path(named)


def through_qwen2(tmp_path: Path, layers: int) -> None:
    """Load, generate and adapter on a model of Qwen2-0.5B's shape with the real tokenizer."""
    tokenizer = qwen2_tokenizer()
    folder = write_generator(tmp_path / "qwen2", "qwen2", **{**QWEN2, "num_hidden_layers": layers})
    for path in folder.glob("*token*"):
        path.unlink()
    for path in tokenizer.iterdir():
        shutil.copyfile(path, folder / path.name)
    bare = MlxGenerator(str(folder), tmp_path)
    assert bare.tokenizer.eos_token_ids >= {151_645, 151_643}
    ids = bare.encode(ask("how many units is CSCI 104L?"))
    assert ids[-3:] == bare.tokenizer.encode("<|im_start|>assistant\n")
    assert bare.tokenizer.decode(ids).count("CSCI 104L") == 1
    answer = tokens(bare, ids, 24)
    assert answer == tokens(bare, ids, 24)
    before = logits(bare.model, ids)
    del bare

    import mlx.core as mx
    from mlx_lm.utils import dequantize_model, load_model

    plain, _ = load_model(folder)
    dequantize_model(plain)
    plain.set_dtype(mx.float32)
    assert shortfall(plain, ids, answer) < 1e-3
    adapter = write_adapter(tmp_path / "adapter", plain, "qwen2-0.5b")
    del plain
    tuned = MlxGenerator(str(folder), tmp_path, adapter)
    assert np.abs(logits(tuned.model, ids) - before).max() > 0.05
    assert said(tuned, "how many units is CSCI 104L?", 5) != ""


def test_a_model_of_qwen2s_shape_with_two_layers_goes_all_the_way(tmp_path: Path) -> None:
    through_qwen2(tmp_path, 2)


@pytest.mark.models
def test_a_model_of_qwen2s_shape_goes_all_the_way(tmp_path: Path) -> None:
    through_qwen2(tmp_path, 24)
