"""Timings: how long an answer took, and how many tokens it was."""

from __future__ import annotations

import time
from dataclasses import dataclass

from rag.generate import Piece


@dataclass(frozen=True)
class Timings:
    """Seconds from the question on, and tokens; the first token is the first one shown."""

    search_s: float = 0.0
    first_token_s: float = 0.0
    total_s: float = 0.0
    prompt_tokens: int = 0
    generated_tokens: int = 0


class Clock:
    """Times one answer."""

    def __init__(self) -> None:
        self._start = time.perf_counter()
        self._search = self._first = 0.0
        self._piece = Piece("", 0, 0, 0.0)

    def _now(self) -> float:
        return time.perf_counter() - self._start

    def searched(self) -> None:
        self._search = self._now()

    def generated(self, piece: Piece) -> None:
        self._piece = piece

    def spoken(self) -> None:
        """Text has passed the guard: from here on the reader has something to read."""
        self._first = self._first or self._now()

    def timings(self) -> Timings:
        piece = self._piece
        return Timings(
            self._search, self._first, self._now(), piece.prompt_tokens, piece.generated_tokens
        )
