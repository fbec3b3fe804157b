"""Stand-ins for the two models, and an index built with them: no weights, the same every time."""

from __future__ import annotations

import re
import time
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from ingest.index import Built, build
from rag.answer import Assistant
from rag.course import Course
from rag.generate import Messages, Piece
from rag.store import Store

TERM = "Spring 2024"
BATCH = 4


class FakeEmbedder:
    """Bags of words hashed into `dimension` places: texts that share words are close.

    `seen` holds every text it embedded for an index; `pause` is slept before every batch.
    """

    def __init__(
        self, name: str = "fake-words", dimension: int = 64, pooling: str = "mean", pause: float = 0
    ) -> None:
        self.name = name
        self.dimension = dimension
        self.pooling = pooling
        self.pause = pause
        self.seen: list[str] = []

    def passages(self, texts: Sequence[str]) -> np.ndarray:
        return np.stack([self.query(text) for text in texts])

    def query(self, text: str) -> np.ndarray:
        vector = np.full(self.dimension, 1e-3, np.float32)
        for word in re.findall(r"[a-z0-9]+", text.lower()):
            vector[zlib.crc32(word.encode()) % self.dimension] += 1
        return vector / np.linalg.norm(vector)

    def batches(self, texts: Sequence[str]) -> Iterator[tuple[list[int], np.ndarray]]:
        order = sorted(range(len(texts)), key=lambda i: -len(texts[i]))
        for start in range(0, len(order), BATCH):
            places = order[start : start + BATCH]
            time.sleep(self.pause)
            self.seen += [texts[i] for i in places]
            yield places, self.passages([texts[i] for i in places])


class FakeGenerator:
    """Says `text`, or the first line of the facts where none is given, a word at a time.

    A token is a word. `prompts` holds the messages it was given; `closed` counts the answers that
    were given up before their end.
    """

    def __init__(self, text: str | None = None, pause: float = 0, name: str = "fake-model") -> None:
        self.text = text
        self.pause = pause
        self.name = name
        self.adapter: str | None = None
        self.prompts: list[Messages] = []
        self.closed = 0

    def count(self, messages: Messages) -> int:
        return sum(len(message["content"].split()) for message in messages)

    def stream(self, messages: Messages, max_tokens: int) -> Iterator[Piece]:
        self.prompts.append(messages)
        prompt = self.count(messages)
        words = re.findall(r"\S+\s*", self.text or _first_fact(messages))[:max_tokens]
        try:
            for n, word in enumerate(words, 1):
                time.sleep(self.pause)
                yield Piece(word, prompt, n, 0.0)
        except GeneratorExit:
            self.closed += 1
            raise


def _first_fact(messages: Messages) -> str:
    """The first line under 'Facts:' of the last message, or its question."""
    lines = messages[-1]["content"].splitlines()
    return lines[1] if lines[0] == "Facts:" else lines[-1]


def index(
    courses: Sequence[Course],
    data: Path,
    embedder: FakeEmbedder | None = None,
    sha256: str = "0" * 64,
) -> Built:
    """Build the index of these courses in `data`, as `python -m ingest` does."""
    fake: Any = embedder or FakeEmbedder()
    return build(courses, fake, data, "courses.csv", sha256, TERM)


def assistant(data: Path, generator: FakeGenerator | None = None, **more: Any) -> Assistant:
    """An assistant over the index in `data`, which `index` built with the default embedder."""
    return Assistant(Store.open(data), FakeEmbedder(), generator, **more)
