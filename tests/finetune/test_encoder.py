"""The encoder is trained on examples, and what is saved tells the same as what was trained."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from finetune import encoder
from finetune.encoder import Trainer
from rag.adapters import CONFIG
from rag.asks import AskModel
from rag.understanding import classifier
from rag.understanding.classifier import OF_COURSE, SITUATIONS, Example

pytestmark = pytest.mark.models
EXAMPLES = [
    Example(words, OF_COURSE, asked)
    for asked, some in (
        ("units", ("how big is the course", "what does the course weigh", "credit of the course")),
        ("schedule", ("at what hour is the course", "the course , which day", "when is it on")),
    )
    for words in some
]


def test_what_is_saved_tells_the_same_as_what_was_trained(tmp_path: Path) -> None:
    trainer = Trainer(tmp_path)
    words = [e.words for e in EXAMPLES]
    before = trainer.odds(OF_COURSE, words)
    trainer.fit(EXAMPLES * 3, epochs=2)  # tokens enough for the quick softmax, which must stay out
    after = trainer.odds(OF_COURSE, words)
    places = [classifier.labels(OF_COURSE).index(e.asked) for e in EXAMPLES]
    assert all(after[i, p] > before[i, p] for i, p in enumerate(places))
    trainer.save(tmp_path)
    labels = {situation: classifier.labels(situation) for situation in SITUATIONS}
    (tmp_path / CONFIG).write_text(json.dumps({"scale": encoder.SCALE, "labels": labels}))
    saved = AskModel(tmp_path, tmp_path).several(words, OF_COURSE)
    assert saved == pytest.approx(after, abs=5e-3)  # saved as 16-bit floats
    assert np.array_equal(saved.argmax(axis=1), after.argmax(axis=1))
