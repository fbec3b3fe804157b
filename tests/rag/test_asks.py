"""The encoder that tells what is asked: how its update is merged, and how it is loaded."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from rag import backend
from rag.asks import AskModel, merge, remembering
from rag.errors import Mistake
from rag.thread import ModelThread
from rag.understanding import classifier
from rag.understanding.classifier import OF_ANY, OF_COURSE, OF_LIST, SAME


def test_an_update_is_added_to_the_weights_it_is_named_for() -> None:
    backend.load()
    import mlx.core as mx
    import mlx.nn as nn

    class Body(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.dense = nn.Linear(3, 2)

    body = Body()
    before = np.array(body.dense.weight)
    down, up = mx.array([[1.0], [2.0], [0.0]]), mx.array([[1.0, -1.0]])
    merge(body, {"dense.lora_a": down, "dense.lora_b": up, "heads.x.bias": mx.zeros(1)}, 2.0)
    change = np.array(body.dense.weight) - before
    assert change == pytest.approx(np.array([[2.0, 4.0, 0.0], [-2.0, -4.0, 0.0]]), abs=1e-6)
    with pytest.raises(KeyError):
        merge(body, {"other.lora_a": down, "other.lora_b": up}, 2.0)


def test_a_missing_or_broken_model_is_told_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Mistake, match="that tells what is asked can't be loaded.*finetune asks"):
        AskModel(tmp_path, tmp_path)
    (tmp_path / "adapter_config.json").write_text('{"scale": 2, "labels": {}}')
    (tmp_path / "adapters.safetensors").write_bytes(b"nothing")
    with pytest.raises(Mistake, match="can't be loaded"):
        AskModel(tmp_path, tmp_path)


@pytest.mark.models
def test_the_shipped_model_tells_plain_questions(tmp_path: Path) -> None:
    model = AskModel(tmp_path)
    for situation, words, wanted in (
        (OF_COURSE, "how many units is the course", "units"),
        (OF_COURSE, "who is going to be teaching the course", "instructor"),
        (OF_COURSE, "does the course have a lot of homework", "unavailable"),
        (OF_ANY, "is there a class about the history of jazz", "recommend"),
        (OF_ANY, "what is the weather like tomorrow", "unavailable"),
        (OF_LIST, "any others ?", "others"),
        (OF_LIST, "how many are there", "count"),
    ):
        odds = model.several([words], situation)[0]
        assert odds.sum() == pytest.approx(1, abs=1e-5)
        heading = classifier.labels(situation)[int(odds.argmax())]
        assert SAME.get(heading, heading) == wanted, words


@pytest.mark.models
def test_texts_together_have_the_odds_they_have_alone(tmp_path: Path) -> None:
    model = AskModel(tmp_path)
    texts = ["units ?", "what do i have to know about before i can take the course"]
    together = model.several(texts, OF_COURSE)
    for text, odds in zip(texts, together, strict=True):
        assert odds == pytest.approx(model.several([text], OF_COURSE)[0], abs=1e-4)


@pytest.mark.models
def test_a_text_is_encoded_once_for_all_situations(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    thread = ModelThread()
    model, encoded = thread.call(AskModel, tmp_path), []
    vector = model.vector

    def counted(words: str) -> np.ndarray:
        encoded.append(words)
        return vector(words)

    monkeypatch.setattr(model, "vector", counted)
    odds = remembering(model, thread)
    for situation in (OF_COURSE, OF_ANY, OF_COURSE):
        alone = thread.call(model.several, ["units ?"], situation)[0]
        assert odds("units ?", situation) == pytest.approx(alone, abs=1e-5)
    assert encoded == ["units ?"]
