"""Words are written apart or together as the titles of the catalogue have them."""

from __future__ import annotations

import pytest

from rag.understanding.compounds import Compounds
from rag.understanding.words import Text

TITLES = [
    ["pickleball"],
    ["datastructures"],
    ["data", "structures"],
    ["voice", "over", "acting"],
    ["history", "of", "stand", "up", "comedy"],
]
COMPOUNDS = Compounds(TITLES, ("overacting",))


@pytest.mark.parametrize(
    ("said", "mended"),
    [
        ("pickle ball - what day", "pickleball - what day"),
        ("voiceover acting", "voice over acting"),
        ("standup comedy", "stand up comedy"),
        ("overacting is fun", "overacting is fun"),
        ("data structures", "data structures"),
        ("is it on", "is it on"),
    ],
)
def test_compounds_are_written_as_in_titles(said: str, mended: str) -> None:
    text = Text(said)
    COMPOUNDS.mend(text)
    assert text.line == mended
    assert len(text.written) == len(text.words)
