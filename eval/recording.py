"""A generator whose words are kept, so that another reading of the same prompt costs nothing."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from typing import TypeVar

from rag.generate import Generator as Model
from rag.generate import Messages, Piece
from rag.thread import ModelThread

T = TypeVar("T")


class Recording:
    """Says what `model` says on its thread and keeps it; `prompt` and `raw` are the last ones.

    With `bare` the model is asked the question alone, whatever facts and records stood before it.
    Asked again for what was said to its end, it repeats that; `saved` is how many seconds the model
    took for as much as has been repeated.
    """

    def __init__(self, model: Model, thread: ModelThread, bare: bool = False) -> None:
        self.name = model.name
        self.adapter = model.adapter
        self._model = model
        self._thread = thread
        self._bare = bare
        self._kept: dict[str, list[tuple[Piece, float]]] = {}
        self.clear()

    def clear(self) -> None:
        """Forget the last prompt and words; what can be repeated is kept."""
        self.prompt: list[dict[str, str]] = []
        self.raw = ""
        self.saved = 0.0

    def count(self, messages: Messages) -> int:
        return self._model.count(messages)

    def stream(self, messages: Messages, max_tokens: int) -> Iterator[Piece]:
        self.clear()
        self.prompt = alone(messages) if self._bare else list(messages)
        key = json.dumps([self.prompt, max_tokens])
        for piece, seconds in self._kept.get(key, ()):
            self.saved = seconds
            self.raw += piece.text
            yield piece
        if key not in self._kept:
            said = []
            start = time.perf_counter()
            prompt = self.prompt
            with closing(
                self._thread.stream(lambda: self._model.stream(prompt, max_tokens))
            ) as pieces:
                for piece in pieces:
                    said.append((piece, time.perf_counter() - start))
                    self.raw += piece.text
                    yield piece
            self._kept[key] = said


def alone(messages: Messages) -> list[dict[str, str]]:
    """The question as a closed-book model is asked it: no system part, no facts, no records."""
    question = messages[-1]["content"].rsplit("Question: ", 1)[-1]
    return [{"role": "user", "content": question}]


class Here(ModelThread):
    """Steps streams where they are read, so that a `Recording` knows how much was read of it.

    Calls still go to the thread that holds the models.
    """

    def __init__(self, thread: ModelThread) -> None:
        self._models = thread

    def call(self, work: Callable[..., T], *args: object) -> T:
        return self._models.call(work, *args)

    def stream(self, start: Callable[[], Iterator[T]]) -> Generator[T, None, None]:
        yield from start()
