"""The rows in memory: the exact scan, the same as LanceDB's own, for tables of either size."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from rag import rows
from rag.rows import Rows
from rag.store import Store
from tests.rag.courses import COURSES
from tests.stand_ins import FakeEmbedder

SOME = {"CSCI 170", "CHEM 050x", "PHED 120"}
ONE = np.array([1, 0], np.float32)


@pytest.fixture
def stores(data: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Store, Store]:
    """One index twice: in memory, and as one that counts as too large for it."""
    small = Store.open(data)
    monkeypatch.setattr(rows, "IN_MEMORY", len(COURSES) - 1)
    return small, Store.open(data)


def test_vectors_are_kept_up_to_the_limit_and_no_further(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for limit, kept in ((len(COURSES), True), (len(COURSES) - 1, False)):
        monkeypatch.setattr(rows, "IN_MEMORY", limit)
        found = Store.open(data)._rows
        assert (found.vectors is not None) == kept
        assert sorted(found.code_of.values()) == sorted(c.code for c in COURSES)


@pytest.mark.parametrize("question", ["lists, trees and graphs", "swim", "about chemistry"])
@pytest.mark.parametrize("codes", [None, SOME, set()])
def test_memory_and_lancedb_find_the_same(
    stores: tuple[Store, Store], question: str, codes: set[str] | None
) -> None:
    vector = FakeEmbedder().query(question)
    mine, theirs = (store.by_vector(vector, 9, codes) for store in stores)
    assert len(mine) == (9 if codes is None else len(codes))
    assert {code for code, _ in mine} == {code for code, _ in theirs}
    assert [s for _, s in mine] == pytest.approx([s for _, s in theirs], abs=1e-6)
    words, same = (store.by_words(question, 9, codes) for store in stores)
    assert words == same


def test_words_among_some_are_the_whole_ranking_without_the_others(data: Path) -> None:
    store = Store.open(data)
    text = "fundamentals of chemistry, discrete methods and graphs, swim"
    whole = store.by_words(text, len(COURSES))
    some = [(code, score) for code, score in whole if code in SOME]
    assert len(some) > 1
    assert store.by_words(text, 9, SOME) == some
    assert store.by_words(text, 1, SOME) == some[:1]


def test_the_length_of_the_question_s_vector_does_not_matter(data: Path) -> None:
    store = Store.open(data)
    vector = FakeEmbedder().query("algorithms")
    assert store.by_vector(7 * vector, 3) == [
        (code, pytest.approx(score, abs=1e-6)) for code, score in store.by_vector(vector, 3)
    ]


def test_equal_scores_keep_the_order_of_the_table() -> None:
    codes = [f"MATH {n}" for n in range(100, 140)]
    same = Rows(dict(enumerate(codes)), np.tile(ONE, (40, 1)))
    assert [c for c, _ in same.nearest(ONE, 5)] == codes[:5]
    found = same.nearest(ONE, 5, set(codes[30:]))
    assert found == [(code, 1.0) for code in codes[30:35]]


def test_a_vector_of_zeros_is_close_to_nothing() -> None:
    rows = Rows({0: "A 100", 7: "B 100"}, np.eye(2, dtype=np.float32))
    assert rows.nearest(np.zeros(2, np.float32), 2) == [("A 100", 0.0), ("B 100", 0.0)]
