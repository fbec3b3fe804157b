"""`python -m finetune asks`: learn what questions ask, and say how well that is told."""

from __future__ import annotations

import json
from collections.abc import Sequence
from random import Random
from typing import Any

from finetune import encoder
from finetune.encoder import Trainer
from finetune.files import replace_text
from finetune.options import Options
from finetune.run import machine
from rag.adapters import CONFIG
from rag.asks import FOLDER
from rag.bundled import MINILM
from rag.catalogue import Catalogue
from rag.question import Reader, samples
from rag.store import Store
from rag.understanding import classifier
from rag.understanding.classifier import SAME, SITUATIONS, Example

PART = 16  # one example of so many is held out to measure by


def asks(options: Options) -> None:
    """Train on all examples but a sixteenth, measure on that, and write the model."""
    store = Store.open(options.data)
    catalogue = Catalogue(store.courses(), store.stamp.term)
    examples = classifier.told(Reader(catalogue).masked, samples(catalogue))
    Random(options.seed).shuffle(examples)
    out = examples[::PART]
    seen = [e for i, e in enumerate(examples) if i % PART]
    trainer = Trainer(options.data, options.seed)
    trainer.fit(seen)
    right = {situation: held_out(trainer, situation, out) for situation in SITUATIONS}
    for situation, share in right.items():
        count = sum(e.situation == situation for e in examples)
        print(f"{situation}: {count:,} examples; of those held out {share:.1%} right")
    trainer.save(FOLDER)
    replace_text(FOLDER / CONFIG, json.dumps(about(options, examples, right), indent=2) + "\n")
    print(f"Written: {FOLDER}")


def held_out(trainer: Trainer, situation: str, examples: Sequence[Example]) -> float:
    """The share of the situation's examples that are told right, headings of one ask alike."""
    labels = classifier.labels(situation)
    mine = [e for e in examples if e.situation == situation]
    guessed = trainer.odds(situation, [e.words for e in mine]).argmax(axis=1)
    right = [_ask(labels[i]) == _ask(e.asked) for i, e in zip(guessed, mine, strict=True)]
    return sum(right) / len(right)


def about(options: Options, examples: Sequence[Example], right: dict[str, float]) -> dict[str, Any]:
    """The record beside the weights: what they are for, made of, and how well they tell."""
    return {
        "model": MINILM,
        "rank": encoder.RANK,
        "scale": encoder.SCALE,
        "labels": {situation: classifier.labels(situation) for situation in SITUATIONS},
        "examples": classifier.fingerprint(),
        "number": len(examples),
        "held_out_right": {situation: round(share, 4) for situation, share in right.items()},
        "epochs": encoder.EPOCHS,
        "learning_rate": encoder.RATE,
        "seed": options.seed,
        "machine": machine(),
    }


def _ask(heading: str) -> str:
    return SAME.get(heading, heading)
