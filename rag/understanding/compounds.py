"""Words written apart or together otherwise than the titles of the catalogue write them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from rag.understanding.words import Text

# Shorter words come together by chance: "in to", "no one".
SHORTEST, PART = 6, 3


class Compounds:
    """ "Pickle ball" for "Pickleball", "standup" for "Stand-Up": as the titles have it.

    `plain` are words that are never taken apart.
    """

    def __init__(self, titles: Iterable[Sequence[str]], plain: Collection[str]) -> None:
        self._apart: dict[str, tuple[str, str]] = {}
        self._whole: set[str] = set()
        self._pairs: set[tuple[str, str]] = set()
        for words in titles:
            self._whole.update(word for word in words if len(word) > SHORTEST)
            pairs = list(zip(words, words[1:], strict=False))
            self._pairs.update(pairs)
            for one, two in pairs:
                whole = one + two
                if whole.isalpha() and len(whole) >= SHORTEST and whole not in plain:
                    self._apart.setdefault(whole, (one, two))

    def mend(self, text: Text) -> None:
        """Put the words of the text as the titles have them."""
        at = 0
        while at < len(text.words):
            word, after = text.words[at], text.words[at + 1 : at + 2]
            if word in self._apart:
                text.replace(at, at + 1, " ".join(self._apart[word]))
                text.spread()
            elif after and min(len(word), len(after[0])) >= PART:
                whole = word + after[0]
                if whole in self._whole and (word, after[0]) not in self._pairs:
                    text.replace(at, at + 2, whole)
            at += 1
