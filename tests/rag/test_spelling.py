"""Words one slip away."""

from __future__ import annotations

import pytest

from rag.understanding.spelling import Spelling, one_slip

SPELLING = Spelling(["tuesday", "professor", "units", "structure"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tusday", "tuesday"),
        ("tuesdya", "tuesday"),
        ("proffessor", "professor"),
        ("strukture", "structure"),
        ("tuesday", "tuesday"),
        ("monday", "monday"),
        ("uni", "uni"),
        ("xuesday", "xuesday"),
    ],
)
def test_one_slip_is_put_right(typed: str, meant: str) -> None:
    assert SPELLING.correct(typed) == meant


def test_a_known_word_is_left_alone() -> None:
    assert SPELLING.correct("unite") == "units"
    assert SPELLING.correct("unite", {"unite"}) == "unite"


def test_a_slip_is_a_letter_lost_added_changed_or_swapped() -> None:
    assert [one_slip("form", w) for w in ("from", "for", "forma", "farm", "form")] == [True] * 5
    assert [one_slip("form", w) for w in ("fro", "forums", "mrof")] == [False] * 3
