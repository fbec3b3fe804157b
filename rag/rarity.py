"""How rare each word is in the catalogue, and so how high its BM25 score could be at best."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable

from rag.understanding.words import bag

_WORD = re.compile("[a-z0-9]+")
# What questions are made of; a search engine's stop words, and "class", "learn" and the like.
_EVERYDAY = bag(
    "a about an and any anything are as at be but by can class classes could course courses did do "
    "does for from get has have how i if in into is it just learn like m me my need no not of on "
    "one or our out really so some something take that the their them there they this to up want "
    "was we what when where which who why with would you your"
)


class Rarity:
    """Inverse document frequencies over the texts of a catalogue."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._n = 0
        self._found: Counter[str] = Counter()
        for text in texts:
            self._n += 1
            self._found.update({_stem(word) for word in _WORD.findall(text.lower())})

    def ideal(self, question: str) -> float:
        """The sum of the idf of the question's words: about what a text with all of them scores.

        BM25's own idf, ln(1 + (N - n + 0.5) / (n + 0.5)) (Robertson and Zaragoza 2009, and
        Lucene's form of it), with its saturation near 1 for a word that occurs once.
        """
        words = [w for w in _WORD.findall(question.lower()) if w not in _EVERYDAY]
        return sum(self._idf(_stem(word)) for word in words)

    def _idf(self, stem: str) -> float:
        found = self._found[stem]
        return math.log(1 + (self._n - found + 0.5) / (found + 0.5))


def _stem(word: str) -> str:
    """A crude stem, alike in question and text: six letters, and no plural."""
    return word[:6] if len(word) > 6 else word.rstrip("s")
