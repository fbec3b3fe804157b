"""What is asked, learnt from examples: fitted, kept, and read again."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from rag.query import ASKS
from rag.understanding import classifier
from rag.understanding.classifier import OF_ANY, OF_COURSE, SAME, SHIPPED, Classifier, Example
from rag.understanding.rules import sections

SIZE = 64


def embed(texts: Sequence[str]) -> np.ndarray:
    """Unit vectors of the words a text has: a stand-in for the embedder."""
    vectors = np.zeros((len(texts), SIZE), np.float32)
    for vector, text in zip(vectors, texts, strict=True):
        for word in text.split():
            vector[zlib.crc32(word.encode()) % SIZE] += 1
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True).clip(1)


def read(question: str) -> tuple[str, str]:
    return question.lower(), "description"


@pytest.mark.parametrize("name", [OF_COURSE, OF_ANY])
def test_every_heading_of_the_examples_is_an_ask_or_known_to_be_like_one(name: str) -> None:
    assert {SAME.get(heading, heading) for heading in classifier.labels(name)} <= set(ASKS)


@pytest.mark.parametrize("name", [OF_COURSE, OF_ANY])
def test_no_example_stands_twice(name: str) -> None:
    lines = [line.lower() for _, some in sections(name) for line in some]
    assert len(lines) == len(set(lines)) > 1000


def test_the_weights_that_are_shipped_were_made_of_the_examples_there_are() -> None:
    weights = classifier.load(SHIPPED, "all-minilm-l6-v2")
    assert weights is not None, "make them again: python -m finetune asks"
    for name in (OF_COURSE, OF_ANY):
        assert weights[name].shape == (384 + len(ASKS) + 1, len(classifier.labels(name)))


def test_an_ask_is_told_by_words_like_those_of_its_examples() -> None:
    asks = ("units", "schedule")
    examples = [
        Example("how many credits is the course", "description", "units"),
        Example("credits of the course please", "description", "units"),
        Example("at what hour is the course", "description", "schedule"),
        Example("which days is the course on", "description", "schedule"),
    ]
    weights = classifier.fit(embed([e.words for e in examples]), examples, asks)
    odds = classifier.features(embed(["the course , credits ?"]), ["description"]) @ weights
    assert asks[int(odds.argmax())] == "units"


def test_the_word_of_the_rules_decides_where_the_words_say_nothing() -> None:
    asks = ("units", "schedule")
    examples = [Example("the course", ask, ask) for ask in asks]
    weights = classifier.fit(embed(["the course"] * 2), examples, asks)
    for place, ask in enumerate(asks):
        odds = classifier.features(embed(["the course"]), [ask]) @ weights
        assert int(odds.argmax()) == place


def test_headings_of_one_ask_are_counted_together() -> None:
    labels = classifier.labels(OF_COURSE)
    weights = np.zeros((SIZE + len(ASKS) + 1, len(labels)))
    for heading, bias in {"units": 20.0, "repeat": 19.9, "schedule": 20.5}.items():
        weights[-1, labels.index(heading)] = bias
    heading, odds = Classifier(embed, {OF_COURSE: weights})("the course", "units", True)
    assert heading == "units"
    both = np.exp(20) + np.exp(19.9)
    assert odds == pytest.approx(both / (both + np.exp(20.5)), abs=1e-6)


def test_weights_are_kept_for_the_next_start(tmp_path: Path) -> None:
    weights = {name: np.ones((3, len(classifier.labels(name)))) for name in (OF_COURSE, OF_ANY)}
    path = tmp_path / "asks" / "one.npz"
    classifier.save(path, weights, "mine")
    kept = classifier.load(path, "mine")
    assert kept is not None and (kept[OF_ANY] == weights[OF_ANY]).all()
    assert [p.name for p in path.parent.iterdir()] == ["one.npz"]
    assert classifier.load(path, "another embedder") is None


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04"])
def test_a_broken_file_of_weights_counts_as_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "one.npz"
    path.write_bytes(content)
    assert classifier.load(path, "mine") is None


def test_an_unknown_embedder_learns_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(classifier, "STEPS", 2)
    asked: list[int] = []

    def counted(texts: Sequence[str]) -> np.ndarray:
        asked.append(len(texts))
        return embed(texts)

    for _ in range(2):
        made = classifier.classifier(counted, read, ("CSCI 104", "CSCI 270"), tmp_path, "mine")
        assert made("how many units is the course", "units", True)[1] > 0
    of_course, of_any = (sum(len(some) for _, some in sections(n)) for n in (OF_COURSE, OF_ANY))
    assert asked == [of_course, of_any, 1, 1]
