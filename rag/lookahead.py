"""Guesses at the next tokens, copied from where the text has said the same before."""

from __future__ import annotations

from collections.abc import Sequence

# A longer match earns a longer guess: running many tokens at once costs more than one (on two CPU
# cores 8 tokens cost 2.3 times one, 16 tokens 2.9 times), which a wrong guess wastes.
GUESS = {4: 15, 3: 7, 2: 3}
LONGEST = max(GUESS)


class Lookahead:
    """Finds the latest earlier occurrence of the last tokens in the prompt and answer so far."""

    def __init__(self, tokens: Sequence[int]) -> None:
        self._tokens: list[int] = []
        self._next: dict[tuple[int, ...], int] = {}
        for token in tokens:
            self._append(token)

    def after(self, token: int) -> list[int]:
        """Append `token`; what followed its like before: the longest match decides, [] if none."""
        self._append(token, index=False)
        found: list[int] = []
        for n in range(LONGEST, min(GUESS) - 1, -1):
            place = self._next.get(tuple(self._tokens[-n:])) if len(self._tokens) >= n else None
            if place is not None:
                found = self._tokens[place : place + GUESS[n]]
                break
        self._index()
        return found

    def accept(self, tokens: Sequence[int]) -> None:
        """Append the tokens of the last guess that turned out right."""
        for token in tokens:
            self._append(token)

    def _append(self, token: int, index: bool = True) -> None:
        self._tokens.append(token)
        if index:
            self._index()

    def _index(self) -> None:
        end = len(self._tokens)
        for n in GUESS:
            if end >= n:
                self._next[tuple(self._tokens[end - n :])] = end
