"""A second opinion on what is asked, learnt from examples: it weighs the meaning of the whole
question beside what the rules made of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rag.query import ASKS
from rag.understanding.rules import sections

if TYPE_CHECKING:
    import numpy as np

# Where a course is named, or known from the conversation, and where none is.
OF_COURSE, OF_ANY = "asked_of_course", "asked_of_any"
# How much a unit vector and the rules' word weigh as features, how the weights are kept small, and
# the steps of Adam until they stand still: by cross-validation over the examples.
EMBEDDING, RULES = 8.0, 1.0
DECAY, STEPS, RATE = 2e-4, 400, 0.05
# The weights for the default embedder, which `python -m finetune asks` makes.
SHIPPED = Path(__file__).with_name("asked.npz")
# Headings of the examples that are no asks of their own.
SAME = {"repeat": "units", "offtopic": "unavailable"}
Embed = Callable[[Sequence[str]], "np.ndarray"]
# What the rules make of a question, and its words with marks for courses.
Read = Callable[[str], tuple[str, str]]


@dataclass(frozen=True)
class Example:
    """A question's words as the model sees them, what the rules say is asked, and what is."""

    words: str
    ruled: str
    asked: str


class Classifier:
    """Says what is asked of a course, or of none, and how likely that is."""

    def __init__(self, embed: Embed, weights: dict[str, np.ndarray]) -> None:
        self._embed = embed
        self._weights = weights

    def __call__(self, words: str, ruled: str, named: bool) -> tuple[str, float]:
        """What is asked, a heading of the examples, and how likely that is (with its like)."""
        name = OF_COURSE if named else OF_ANY
        odds = _softmax(features(self._embed([words]), [ruled]) @ self._weights[name])[0]
        whole: dict[str, float] = {}
        for heading, share in zip(labels(name), odds, strict=True):
            ask = SAME.get(heading, heading)
            whole[ask] = whole.get(ask, 0.0) + float(share)
        asked = max(whole, key=lambda ask: whole[ask])
        alike = [i for i, heading in enumerate(labels(name)) if SAME.get(heading, heading) == asked]
        return labels(name)[max(alike, key=lambda i: odds[i])], whole[asked]


def classifier(
    embed: Embed, read: Read, courses: Sequence[str], folder: Path, embedder: str
) -> Classifier:
    """The classifier of this embedder: shipped, learnt before and kept in `folder`, or learnt now,
    which takes as long as embedding some thousand short texts.

    `read` gives a question's words and the rules' word for it; `courses` are two codes to fill the
    examples with.
    """
    kept = folder / f"{fingerprint(embedder)}.npz"
    weights = load(SHIPPED, embedder) or load(kept, embedder)
    if weights is None:
        weights = learn(embed, read, courses)
        save(kept, weights, embedder)
    return Classifier(embed, weights)


def learn(embed: Embed, read: Read, courses: Sequence[str]) -> dict[str, np.ndarray]:
    """The weights for both files of examples."""
    weights = {}
    for name in (OF_COURSE, OF_ANY):
        examples = told(name, read, courses)
        weights[name] = fit(embed([e.words for e in examples]), examples, labels(name))
    return weights


def load(path: Path, embedder: str) -> dict[str, np.ndarray] | None:
    """The weights kept there; None where they are missing, broken, or of other examples."""
    from zipfile import BadZipFile

    import numpy as np

    try:
        with np.load(BytesIO(path.read_bytes())) as kept:
            if str(kept["made_of"]) != fingerprint(embedder):
                return None
            return {name: kept[name] for name in (OF_COURSE, OF_ANY)}
    except (OSError, EOFError, ValueError, KeyError, BadZipFile):
        return None


def save(path: Path, weights: dict[str, Any], embedder: str) -> None:
    """Write so that a reader sees the whole file or none; without room they are learnt again."""
    import os

    import numpy as np

    work = path.with_suffix(f".{os.getpid()}.new.npz")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        small = {name: w.astype(np.float32) for name, w in weights.items()}
        np.savez_compressed(work, made_of=fingerprint(embedder), **small)
        work.replace(path)
    except OSError:
        work.unlink(missing_ok=True)


def told(name: str, read: Read, courses: Sequence[str]) -> list[Example]:
    """The examples of a file, read as questions are."""
    first, second = courses
    filled = (
        (line.replace("{c}", first).replace("{d}", second), asked)
        for asked, lines in sections(name)
        for line in lines
    )
    return [Example(*read(question), asked) for question, asked in filled]


def fit(vectors: np.ndarray, examples: Sequence[Example], asks: Sequence[str]) -> np.ndarray:
    """Weights of a multinomial logistic regression, shape (features, asks); every ask counts
    alike, however many examples it has. Adam on the whole set: Kingma and Ba, 2015."""
    import numpy as np

    x = features(vectors, [e.ruled for e in examples])
    y = np.eye(len(asks))[[asks.index(e.asked) for e in examples]]
    weight = y / np.sqrt(y.sum(axis=0))
    weight = weight.sum(axis=1, keepdims=True) / weight.sum()
    w, mean, square = (np.zeros((x.shape[1], len(asks))) for _ in range(3))
    for step in range(1, STEPS + 1):
        gradient = x.T @ ((_softmax(x @ w) - y) * weight) + DECAY * w
        mean = 0.9 * mean + 0.1 * gradient
        square = 0.999 * square + 0.001 * gradient**2
        w -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return w


def features(vectors: np.ndarray, ruled: Sequence[str]) -> np.ndarray:
    """What the weights are for: the embedding, the rules' word, and a constant."""
    import numpy as np

    words = RULES * np.array([[ask == r for ask in ASKS] for r in ruled], dtype=float)
    return np.hstack([EMBEDDING * vectors, words, np.ones((len(ruled), 1))])


@cache
def labels(name: str) -> tuple[str, ...]:
    """The headings of a file of examples."""
    return tuple(heading for heading, _ in sections(name))


@cache
def fingerprint(embedder: str) -> str:
    """What weights are made of: the embedder and the examples."""
    found = hashlib.sha256(embedder.encode())
    for name in (OF_COURSE, OF_ANY):
        found.update(Path(__file__).with_name(f"{name}.txt").read_bytes())
    return found.hexdigest()[:16]


def _softmax(x: np.ndarray) -> np.ndarray:
    import numpy as np

    powers = np.exp(x - x.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)
