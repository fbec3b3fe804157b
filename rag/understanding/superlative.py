"""Superlatives over a set of courses: "the earliest class", "which course unlocks the most"."""

from __future__ import annotations

from typing import NamedTuple

from rag.understanding.rules import sections
from rag.understanding.words import Text


class Superlative(NamedTuple):
    """What courses (or people, or departments) are ranked by, and whether the most comes first."""

    measure: str
    most: bool


def find_superlative(text: Text) -> Superlative | None:
    """What the words ask a ranking by; they become a mark "%". None where they ask for none."""
    for heading, lines in sections("superlatives"):
        if text.take("|".join(lines)):
            measure, which = heading.split(" ")
            return Superlative(measure, which == "most")
    return None
