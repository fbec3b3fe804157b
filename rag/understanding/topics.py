"""The words of a topic as the one text that is looked for: each once, and either of two kept "
"apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

# An adjective said once of two nouns: "latin american history or culture".
SHARED = re.compile(
    r"^((?:[a-z]+ )?(?:[a-z]{2,}(?:ian|ean|ese|ish)|american|african|mexican|french|greek|german|"
    r"islamic|ancient|medieval|modern)) ([a-z]+) or ([a-z]+)$"
)
EITHER = ("or", "/")
GE_LETTERS = frozenset("abcdefgh")
# What will do where there is nothing else: "pottery, or if not, ceramics".
OR_ELSE = (
    r"(?:(?:haha|lol|,|;|-|or|and|but|maybe) )+(?:(?:if (?:not|none)(?: (?:available|offered|"
    r"there|possible))?|failing that|otherwise|else)"
    r"(?= (?:,|then|maybe|perhaps|some|any|[a-z])))"
    r"(?: (?:,|then|maybe|perhaps|at least|just|some|any|something (?:on|about|like|in)))*(?= "
    r"[a-z])"
)


def topical(words: Sequence[str], kept: Sequence[str]) -> str:
    """The words kept of all these: "magic, like actual magic tricks" is "actual magic tricks"."""
    once = [w for n, w in enumerate(kept) if w not in kept[n + 1 :]]
    return SHARED.sub(r"\1 \2 or \1 \3", " ".join(_with_or(words, once)))


def _with_or(words: Sequence[str], kept: Sequence[str]) -> list[str]:
    """The words of a topic, with an "or" between two of them: "film or music", "film/music"."""
    spots = [i for i, w in enumerate(words) if w in EITHER and 0 < i < len(words) - 1]
    pairs = {(words[i - 1], words[i + 1]) for i in spots}
    out = list(kept[:1])
    for before, word in zip(kept, kept[1:], strict=False):
        out += ["or", word] if (before, word) in pairs else [word]
    return out
