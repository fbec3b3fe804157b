"""How a model is found, and what is said where it is not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rag import models
from rag.bundled import MINILM, SMOLLM2
from rag.errors import Mistake
from rag.models import EMBEDDERS, embedder_preset, find, generator_folder


def folder(path: Path) -> Path:
    path.mkdir(parents=True)
    (path / "config.json").write_text("{}")
    return path


def test_a_local_folder_is_taken_as_it_is(tmp_path: Path) -> None:
    model = folder(tmp_path / "mine")
    assert find(str(model)) == generator_folder(str(model), tmp_path) == model


def test_a_folder_without_a_configuration_is_told(tmp_path: Path) -> None:
    with pytest.raises(Mistake, match=r"is no model folder: it has no config\.json"):
        find(str(tmp_path))


@pytest.mark.parametrize(
    "name", ["smolm2", "", "a/b/c", "./missing", "/no/such", "~/no/such", ".."]
)
def test_an_unknown_name_is_told_with_the_presets(name: str) -> None:
    with pytest.raises(Mistake) as raised:
        find(name)
    assert "\n" not in str(raised.value)
    assert SMOLLM2 in str(raised.value) or "no model folder" in str(raised.value)


@pytest.mark.parametrize("name", ["owner/name", "owner/na me", "ow ner/x", "a/--b", "é/ü"])
def test_without_the_hub_a_hub_model_is_told_with_what_is_bundled(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path))
    with pytest.raises(Mistake) as raised:
        find(name)
    assert "\n" not in str(raised.value)
    assert name in str(raised.value)


def test_the_bundled_embedder_has_its_preset_and_files(tmp_path: Path) -> None:
    preset, path = embedder_preset(MINILM, tmp_path)
    assert (preset.pooling, preset.max_length) == ("mean", 256)
    assert {"config.json", "model.safetensors"} <= {p.name for p in path.iterdir()}


@pytest.mark.parametrize(
    ("stated", "pooling"),
    [
        ({"pooling_mode_cls_token": True}, "cls"),
        ({"pooling_mode_lasttoken": True}, "last"),
        ({"pooling_mode_mean_tokens": True}, "mean"),
        (None, "mean"),
    ],
)
def test_a_local_embedder_states_its_pooling_and_length(
    tmp_path: Path, stated: dict[str, bool] | None, pooling: str
) -> None:
    model = folder(tmp_path / "embedder")
    if stated is not None:
        (model / "1_Pooling").mkdir()
        (model / "1_Pooling" / "config.json").write_text(json.dumps(stated))
        (model / "sentence_bert_config.json").write_text('{"max_seq_length": 128}')
    preset, path = embedder_preset(str(model), tmp_path)
    assert (preset.pooling, path) == (pooling, model)
    assert preset.max_length == (512 if stated is None else 128)


def test_presets_pool_as_their_authors_say() -> None:
    assert {name: preset.pooling for name, preset in EMBEDDERS.items()} == {
        MINILM: "mean",
        "bge-small": "cls",
        "e5-small": "mean",
        "arctic-s": "cls",
        "qwen3-0.6b": "last",
    }
    for name in ("bge-small", "arctic-s", "e5-small", "qwen3-0.6b"):
        assert EMBEDDERS[name].query_prefix


def test_the_default_generator_is_the_bundled_one_on_a_cpu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models.backend, "load", lambda: "cpu")
    assert models.default_generator() == (SMOLLM2, f"Using {SMOLLM2}, the bundled model for a CPU.")


def test_on_a_gpu_without_the_hub_it_is_the_bundled_one_and_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path))
    monkeypatch.setattr(models.backend, "load", lambda: "cuda")
    name, why = models.default_generator()
    assert name == SMOLLM2
    assert why.startswith("mlx-community/Qwen2-0.5B-Instruct-4bit can't be fetched")
    assert "\n" not in why
