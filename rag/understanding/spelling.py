"""Mistyped words, put right where one slip away from a word that is expected."""

from __future__ import annotations

from collections.abc import Collection, Iterable


class Spelling:
    """Words found again through one slip: a letter lost, added, changed or two swapped.

    Both sides drop one letter and meet in the middle (SymSpell: Garbe 2012,
    https://github.com/wolfgarbe/SymSpell), so a look-up costs as many steps as the word is long.
    """

    def __init__(self, words: Iterable[str], shortest: int = 5) -> None:
        self.words = frozenset(words)
        self.shortest = shortest
        self._without: dict[str, list[str]] = {}
        for word in self.words:
            if len(word) >= shortest:
                for shorter in {word, *_drops(word)}:
                    self._without.setdefault(shorter, []).append(word)

    def near(self, word: str) -> tuple[str, ...]:
        """The expected words one slip from this one, itself alone if it is expected."""
        if word in self.words:
            return (word,)
        if len(word) < self.shortest:
            return ()
        met = {w for shorter in (word, *_drops(word)) for w in self._without.get(shorter, ())}
        return tuple(sorted(w for w in met if one_slip(word, w)))

    def correct(self, word: str, known: Collection[str] = ()) -> str:
        """The one expected word a slip away; the word itself if it is known or none is near.

        The first letter must hold: few slip there, and other words differ there.
        """
        if len(word) < self.shortest or word in self.words or word in known or not word.isalpha():
            return word
        near = [w for w in self.near(word) if w[0] == word[0]]
        return near[0] if near else word


def one_slip(a: str, b: str) -> bool:
    """Whether two words are at most one letter lost, added, changed, or a swap of two apart."""
    if abs(len(a) - len(b)) > 1:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    a, b = a[start:], b[start:]
    if a[1:] == b[1:] or a[1:] == b or a == b[1:]:
        return True
    return a[:2] == b[:2][::-1] and a[2:] == b[2:]


def _drops(word: str) -> list[str]:
    return [word[:i] + word[i + 1 :] for i in range(len(word))]
