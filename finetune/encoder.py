"""The encoder that tells what a question asks, trained: LoRA in MiniLM, a head for each situation.

LoRA: Hu et al., 2021, arxiv.org/abs/2106.09685; label smoothing: Szegedy et al., 2016.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from finetune.files import flat, save_arrays
from rag import backend
from rag.adapters import WEIGHTS
from rag.asks import REACH
from rag.bundled import MINILM
from rag.understanding.classifier import SITUATIONS, Example, labels

if TYPE_CHECKING:
    import numpy as np

RANK, SCALE, DROPOUT = 16, 2.0, 0.1
EPOCHS, BATCH, RATE, WARMUP = 5, 32, 7e-4, 50
SMOOTHING, DECAY = 0.05, 0.01
POOL = 20  # batches whose texts are sorted by length together


@dataclass(frozen=True)
class Batch:
    """Rows of one situation: which examples, by their places."""

    situation: str
    places: list[int]


class Trainer:
    """Trains on examples, and tells the odds of others; every call must be on one thread."""

    def __init__(self, data: Path, seed: int = 0) -> None:
        backend.load()
        import mlx.core as mx
        import mlx.nn as nn

        from rag.embed import MlxEmbedder

        self.encoder = MlxEmbedder(MINILM, data)
        mx.random.seed(seed)
        self._rng = Random(seed)
        self.net = nn.Module()
        self.net.body = attach(self.encoder.model)
        self.net.heads = {
            situation: nn.Linear(self.encoder.dimension, len(labels(situation)))
            for situation in SITUATIONS
        }

    def fit(self, examples: Sequence[Example], epochs: int = EPOCHS) -> None:
        """AdamW with warm-up and cosine; every label counts by the root of its examples."""
        import mlx.core as mx
        import mlx.nn as nn
        import mlx.optimizers as optim

        tokens = self.encoder.encode([e.words for e in examples])
        weights = _weights(examples)
        steps = epochs * sum(1 for _ in self._batches(examples, tokens))
        rise = optim.linear_schedule(RATE / WARMUP, RATE, WARMUP)
        fall = optim.cosine_decay(RATE, max(1, steps - WARMUP), RATE / 50)
        schedule = optim.join_schedules([rise, fall], [WARMUP])
        optimizer = optim.AdamW(learning_rate=schedule, weight_decay=DECAY)

        def loss(net: Any, batch: Batch, wanted: Any, weight: Any) -> Any:
            scores = self._scores(batch.situation, [tokens[i] for i in batch.places])
            each = nn.losses.cross_entropy(scores, wanted, label_smoothing=SMOOTHING)
            return (each * weight).sum() / weight.sum()

        gradient = nn.value_and_grad(self.net, loss)
        for epoch in range(epochs):
            started, losses = time.perf_counter(), []
            self.net.train()
            for batch in self._batches(examples, tokens):
                some = [examples[i] for i in batch.places]
                wanted = mx.array([labels(e.situation).index(e.asked) for e in some])
                weight = mx.array([weights[e.situation, e.asked] for e in some])
                value, gradients = gradient(self.net, batch, wanted, weight)
                optimizer.update(self.net, gradients)
                mx.eval(self.net.trainable_parameters(), optimizer.state, value)
                losses.append(value.item())
            told = f"epoch {epoch + 1} of {epochs}: loss {sum(losses) / len(losses):.3f}"
            print(f"{told}, {time.perf_counter() - started:.0f} s", file=sys.stderr)
        self.net.eval()

    def odds(self, situation: str, words: Sequence[str]) -> np.ndarray:
        """How likely each label is, shape (len(words), labels)."""
        import mlx.core as mx
        import numpy as np

        tokens = self.encoder.encode(words)
        found = []
        for start in range(0, len(tokens), BATCH):
            scores = self._scores(situation, tokens[start : start + BATCH])
            found.append(np.array(mx.softmax(scores, axis=-1)))
        return np.concatenate(found)

    def save(self, folder: Path) -> None:
        """The updates and heads as 16-bit floats, as `rag.asks` reads them."""
        import mlx.core as mx

        folder.mkdir(parents=True, exist_ok=True)
        arrays = flat(self.net.trainable_parameters())
        plain = {name.removeprefix("body."): a.astype(mx.float16) for name, a in arrays.items()}
        save_arrays(folder / WEIGHTS, plain)

    def _scores(self, situation: str, rows: Sequence[list[int]]) -> Any:
        unit = self.encoder.unit(*self.encoder.padded(rows))
        return self.net.heads[situation](REACH * unit)

    def _batches(self, examples: Sequence[Example], tokens: Sequence[list[int]]) -> Iterator[Batch]:
        """All examples once, in batches of one situation and of like length, in random order."""
        batches = []
        for situation in SITUATIONS:
            places = [i for i, e in enumerate(examples) if e.situation == situation]
            self._rng.shuffle(places)
            for start in range(0, len(places), BATCH * POOL):
                some = sorted(places[start : start + BATCH * POOL], key=lambda i: len(tokens[i]))
                cuts = range(0, len(some), BATCH)
                batches += [Batch(situation, some[cut : cut + BATCH]) for cut in cuts]
        self._rng.shuffle(batches)
        yield from batches


def attach(model: Any) -> Any:
    """Freeze the model and put a LoRA update beside every linear layer of its encoder, in place."""
    import mlx.nn as nn
    from mlx.utils import tree_unflatten
    from mlx_lm.tuner.lora import LoRALinear

    model.freeze()
    linear = [(n, m) for n, m in model.named_modules() if isinstance(m, nn.Linear)]
    tuned = [
        (name, LoRALinear.from_base(module, r=RANK, scale=SCALE, dropout=DROPOUT))
        for name, module in linear
        if name.startswith("encoder.")
    ]
    model.update_modules(tree_unflatten(tuned))
    return model


def _weights(examples: Sequence[Example]) -> dict[tuple[str, str], float]:
    """What an example of each label weighs: one over the root of their number."""
    counts: dict[tuple[str, str], int] = {}
    for e in examples:
        counts[e.situation, e.asked] = counts.get((e.situation, e.asked), 0) + 1
    return {label: count**-0.5 for label, count in counts.items()}
