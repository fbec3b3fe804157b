"""Embedding: pooling, prefixes and lengths as a preset says, and batches that change nothing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from rag import models
from rag.bundled import MINILM
from rag.embed import BATCH, MlxEmbedder
from rag.errors import Mistake
from rag.models import EmbedderPreset
from tests.tiny import bert, write_embedder

TEXTS = ("Lists.", "How many units is CSCI 104L?", "Algorithms " * 30, "", "units", "Mon, Wed")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_embedder(tmp_path_factory.mktemp("models") / "bert")


@pytest.fixture(scope="module")
def embedder(folder: Path) -> MlxEmbedder:
    return MlxEmbedder(str(folder), folder)


def preset(
    monkeypatch: pytest.MonkeyPatch, folder: Path, pooling: str, **more: object
) -> MlxEmbedder:
    """An embedder of that pooling, by a preset of its own."""
    about = EmbedderPreset(str(folder), pooling, **more)  # type: ignore[arg-type]
    monkeypatch.setitem(models.EMBEDDERS, "mine", about)
    return MlxEmbedder("mine", folder)


def states(embedder: MlxEmbedder, text: str) -> np.ndarray:
    """The plain model's last hidden states of one text alone, (tokens, width)."""
    import mlx.core as mx

    ids = mx.array(embedder.encode([text]))
    return np.array(bert()(ids, attention_mask=mx.ones_like(ids)).last_hidden_state[0])


def unit(vector: np.ndarray) -> np.ndarray:
    return vector / np.linalg.norm(vector)


def test_vectors_have_length_1_and_the_stated_dimension(embedder: MlxEmbedder) -> None:
    vectors = embedder.passages(TEXTS[:3])
    assert vectors.shape == (3, embedder.dimension) == (3, 32)
    assert vectors.dtype == np.float32
    assert np.abs(np.linalg.norm(vectors, axis=1) - 1).max() < 1e-5


def test_no_texts_give_no_vectors(embedder: MlxEmbedder) -> None:
    assert embedder.passages([]).shape == (0, 32)


@pytest.mark.parametrize("pooling", ["mean", "cls", "last"])
def test_pooling_is_that_of_the_preset(
    monkeypatch: pytest.MonkeyPatch, folder: Path, pooling: str
) -> None:
    mine = preset(monkeypatch, folder, pooling)
    texts = [TEXTS[2], TEXTS[1], "units"]  # of different lengths, so that some are padded
    for text, vector in zip(texts, mine.passages(texts), strict=True):
        found = states(mine, text)
        expected = {"mean": found.mean(axis=0), "cls": found[0], "last": found[-1]}[pooling]
        assert np.abs(vector - unit(expected)).max() < 1e-4
        other = found.mean(axis=0) if pooling != "mean" else found[0]
        assert np.abs(vector - unit(other)).max() > 1e-2


def test_a_text_has_the_same_vector_in_any_company(embedder: MlxEmbedder) -> None:
    texts = [f"{'word ' * (i % 17)}CSCI {100 + i}" for i in range(3 * BATCH[embedder.device] + 1)]
    together = embedder.passages(texts)
    for i in (0, 5, 16, 40, len(texts) - 1):
        assert np.abs(together[i] - embedder.passages([texts[i]])[0]).max() < 1e-5


def test_batches_go_from_long_to_short_and_hold_every_text_once(embedder: MlxEmbedder) -> None:
    texts = [f"{'word ' * (i * 7 % 31)}." for i in range(40)]
    seen: list[int] = []
    lengths: list[int] = []
    for places, vectors in embedder.batches(texts):
        assert len(places) == len(vectors) <= BATCH[embedder.device]
        seen += places
        lengths += [len(texts[i]) for i in places]
    assert sorted(seen) == list(range(40))
    assert lengths == sorted(lengths, reverse=True)


def test_prefixes_are_put_before_questions_and_passages(
    monkeypatch: pytest.MonkeyPatch, folder: Path, embedder: MlxEmbedder
) -> None:
    mine = preset(monkeypatch, folder, "mean", query_prefix="query: ", passage_prefix="passage: ")
    assert np.allclose(mine.query("Lists."), embedder.query("query: Lists."), atol=1e-6)
    assert np.allclose(mine.passages(["x"])[0], embedder.query("passage: x"), atol=1e-6)
    assert np.allclose(embedder.passages(["x"])[0], embedder.query("x"), atol=1e-6)


def test_a_text_is_cut_at_the_models_length(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    mine = preset(monkeypatch, folder, "mean", max_length=8)
    assert [len(row) for row in mine.encode(["word " * 50, "a"])] == [8, 1]
    long = mine.query("Lists. " * 5_000)
    assert np.abs(np.linalg.norm(long) - 1) < 1e-5


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("config.json", "{"),
        ("config.json", "{}"),
        ("config.json", '{"model_type": "no-such-kind"}'),
        ("model.safetensors", None),
        ("model.safetensors", "not weights"),
        ("tokenizer.json", "{"),
    ],
)
def test_a_damaged_embedder_is_told_in_one_line(
    tmp_path: Path, folder: Path, name: str, text: str | None
) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(folder, broken)
    (broken / name).unlink()
    if text is not None:
        (broken / name).write_text(text)
    with pytest.raises(Mistake, match="Choose another with --embedder") as raised:
        MlxEmbedder(str(broken), tmp_path)
    assert "\n" not in str(raised.value)
    assert len(str(raised.value)) < 600


def test_an_embedder_states_its_name_and_pooling(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "cls"
    shutil.copytree(folder, copy)
    (copy / "1_Pooling").mkdir()
    (copy / "1_Pooling" / "config.json").write_text(json.dumps({"pooling_mode_cls_token": True}))
    mine = MlxEmbedder(str(copy), tmp_path)
    assert (mine.name, mine.pooling) == (str(copy), "cls")


# all-MiniLM-L6-v2's model card and sentence-transformers' documentation: cosines of these pairs.
PAIRS = (
    ("The weather is lovely today.", "It's so sunny outside!", 0.6660),
    ("The weather is lovely today.", "He drove to the stadium.", 0.1046),
    ("It's so sunny outside!", "He drove to the stadium.", 0.1411),
)


@pytest.mark.models
@pytest.mark.parametrize(("one", "other", "cosine"), PAIRS)
def test_minilm_gives_the_published_cosines(
    tmp_path: Path, one: str, other: str, cosine: float
) -> None:
    first, second = MlxEmbedder(MINILM, tmp_path).passages([one, other])
    assert float(first @ second) == pytest.approx(cosine, abs=1e-4)


@pytest.mark.models
def test_minilm_is_what_the_plain_model_gives(tmp_path: Path) -> None:
    import mlx.core as mx
    from mlx_embeddings.utils import load_model

    from rag.bundled import minilm_folder

    mine = MlxEmbedder(MINILM, tmp_path)
    plain = load_model(minilm_folder(), path_to_repo=str(minilm_folder()))
    plain.set_dtype(mx.float32)
    for text in (PAIRS[0][0], "Data structures: lists, trees and graphs. " * 12):
        ids = mx.array(mine.encode([text]))
        found = np.array(plain(ids, attention_mask=mx.ones_like(ids)).last_hidden_state[0])
        assert float(unit(found.mean(axis=0)) @ mine.query(text)) == pytest.approx(1, abs=1e-6)
        assert float(unit(found[0]) @ mine.query(text)) < 0.98
    assert (mine.dimension, mine.pooling) == (384, "mean")
