"""A second opinion on what is asked, learnt from examples: a tuned encoder weighs the meaning of
the whole question."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from rag.understanding.rules import sections

if TYPE_CHECKING:
    import numpy as np

# The situations a question is put in: a course is named, or known from the conversation; none is;
# a list of courses was just shown. The examples of each lie in the file of that name.
OF_COURSE, OF_ANY, OF_LIST = "asked_of_course", "asked_of_any", "asked_of_list"
SITUATIONS = (OF_COURSE, OF_ANY, OF_LIST)
# Headings of the examples that are no asks of their own.
SAME = {
    "repeat": "units",
    "offtopic": "unavailable",
    "lab": "schedule",
    "length": "schedule",
    "offered": "schedule",
}
# Words with marks for courses, and the situation -> how likely each of its labels is.
Odds = Callable[[str, str], "np.ndarray"]
# Words and the situation -> what is asked, and how likely.
Opinion = Callable[[str, str], tuple[str, float]]


@dataclass(frozen=True)
class Example:
    """A question's words as the model sees them, the situation it is put in, and what it asks."""

    words: str
    situation: str
    asked: str


class Classifier:
    """Says what is asked in a situation, and how likely that is."""

    def __init__(self, odds: Odds) -> None:
        self._odds = odds

    def __call__(self, words: str, situation: str) -> tuple[str, float]:
        """What is asked, a heading of the examples, and how likely that is (with its like)."""
        odds = self._odds(words, situation)
        whole: dict[str, float] = {}
        for heading, share in zip(labels(situation), odds, strict=True):
            ask = SAME.get(heading, heading)
            whole[ask] = whole.get(ask, 0.0) + float(share)
        asked = max(whole, key=lambda ask: whole[ask])
        alike = [i for i, h in enumerate(labels(situation)) if SAME.get(h, h) == asked]
        return labels(situation)[max(alike, key=lambda i: odds[i])], whole[asked]


def told(mask: Callable[[str], str], courses: Sequence[str]) -> list[Example]:
    """All examples, their words masked as questions are; `courses` are two codes to fill in."""
    first, second = courses
    return [
        Example(mask(line.replace("{c}", first).replace("{d}", second)), situation, asked)
        for situation in SITUATIONS
        for asked, lines in sections(situation)
        for line in lines
    ]


@cache
def labels(situation: str) -> tuple[str, ...]:
    """The headings of a file of examples."""
    return tuple(heading for heading, _ in sections(situation))


@cache
def fingerprint() -> str:
    """What a model was made of: the examples."""
    found = hashlib.sha256()
    for situation in SITUATIONS:
        found.update(Path(__file__).with_name(f"{situation}.txt").read_bytes())
    return found.hexdigest()[:16]
