"""What a student takes back in the same breath is left out."""

from __future__ import annotations

import pytest

from rag.understanding.corrected import correct_slip
from rag.understanding.words import Text
from tests.rag.shelf import conditions, read

SLIPS = [
    ("How many ART... sorry, how many GE-A courses are there?", {"ge any A"}),
    ("upper div ECON, oops, MATH classes", {"level any upper", "program any MATH"}),
    ("tuesday, wait no, thursday psych classes", {"day any Thu", "program any PSYC"}),
    ("how many 4 unit, i mean 2 unit, CSCI classes", {"units any 2.0", "program any CSCI"}),
]


@pytest.mark.parametrize(("question", "found"), SLIPS, ids=[q for q, _ in SLIPS])
def test_only_what_is_meant_is_sought(question: str, found: set[str]) -> None:
    assert conditions(read(question)) == found


def test_the_course_meant_takes_the_place_of_the_other() -> None:
    assert read("prereqs for CSCI 104, sorry, CSCI 270").codes == ("CSCI 270",)


@pytest.mark.parametrize(
    "question",
    ["sorry, is CSCI 104 hard", "math classes, actually any are fine", "not math but physics"],
)
def test_other_apologies_take_nothing_back(question: str) -> None:
    text = Text(question)
    before = text.line
    correct_slip(text)
    assert text.line == before
