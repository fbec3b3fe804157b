"""What is asked, learnt from examples: their files, their labels, and how odds are read."""

from __future__ import annotations

import json

import numpy as np
import pytest

from rag.adapters import CONFIG
from rag.asks import FOLDER
from rag.query import ASKS
from rag.understanding import classifier
from rag.understanding.classifier import OF_ANY, OF_COURSE, OF_LIST, SAME, SITUATIONS, Classifier
from rag.understanding.rules import sections


@pytest.mark.parametrize("situation", [OF_COURSE, OF_ANY])
def test_every_heading_of_the_examples_is_an_ask_or_known_to_be_like_one(situation: str) -> None:
    assert {SAME.get(heading, heading) for heading in classifier.labels(situation)} <= set(ASKS)


@pytest.mark.parametrize("situation", SITUATIONS)
def test_no_example_stands_twice(situation: str) -> None:
    lines = [line.lower() for _, some in sections(situation) for line in some]
    assert len(lines) == len(set(lines)) > 1000


def test_the_model_that_is_shipped_was_made_of_the_examples_there_are() -> None:
    config = json.loads((FOLDER / CONFIG).read_text(encoding="utf-8"))
    assert config["examples"] == classifier.fingerprint(), "make it again: python -m finetune asks"
    assert {s: tuple(names) for s, names in config["labels"].items()} == {
        s: classifier.labels(s) for s in SITUATIONS
    }


def test_examples_are_filled_with_courses_and_masked() -> None:
    examples = classifier.told(lambda line: line.replace("CSCI 1", "the course"), ("CSCI 1", "X"))
    assert len(examples) == sum(len(some) for s in SITUATIONS for _, some in sections(s))
    assert not any("{c}" in e.words or "{d}" in e.words or "CSCI 1" in e.words for e in examples)
    assert {e.situation for e in examples} == set(SITUATIONS)


def test_headings_of_one_ask_are_counted_together() -> None:
    shares = {"units": 0.3, "repeat": 0.25, "schedule": 0.45}

    def odds(words: str, situation: str) -> np.ndarray:
        assert (words, situation) == ("the course", OF_COURSE)
        return np.array([shares.get(label, 0.0) for label in classifier.labels(OF_COURSE)])

    heading, likely = Classifier(odds)("the course", OF_COURSE)
    assert heading == "units"
    assert likely == pytest.approx(0.55)


def test_the_labels_of_a_list_are_what_can_be_done_with_it() -> None:
    assert set(classifier.labels(OF_LIST)) == {
        "narrow", "replace", "without", "drop", "others", "count", "again", "pick", "each",
        "eligible", "compare", "unavailable", "new",
    }  # fmt: skip
