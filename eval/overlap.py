"""How much an answer's words overlap with a reference in prose: ROUGE-L and token F1."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_TOKEN = re.compile(r"[a-z0-9]+")
_ARTICLES = frozenset({"a", "an", "the"})


def rouge_l(answer: str, reference: str) -> float:
    """F1 of the longest common subsequence of words (Lin 2004), as rouge_score has it unstemmed."""
    said, wanted = tokens(answer), tokens(reference)
    common = longest_common(said, wanted)
    return harmonic(common, len(said), len(wanted))


def token_f1(answer: str, reference: str) -> float:
    """F1 of the words as a bag, articles left out (Rajpurkar et al. 2016)."""
    said, wanted = (
        Counter(t for t in tokens(text) if t not in _ARTICLES) for text in (answer, reference)
    )
    return harmonic((said & wanted).total(), said.total(), wanted.total())


def tokens(text: str) -> list[str]:
    return _TOKEN.findall(text.lower())


def longest_common(one: Sequence[str], two: Sequence[str]) -> int:
    """The length of the longest subsequence of both, by dynamic programming over one row."""
    row = [0] * (len(two) + 1)
    for a in one:
        before = 0
        for n, b in enumerate(two, 1):
            before, row[n] = row[n], before + 1 if a == b else max(row[n], row[n - 1])
    return row[-1]


def harmonic(common: int, said: int, wanted: int) -> float:
    """F1 of common/said and common/wanted."""
    return 2 * common / (said + wanted) if common else 0.0
