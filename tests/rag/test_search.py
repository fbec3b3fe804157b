"""From a question to courses: named ones first, filters kept, vectors and words together."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.catalogue import Catalogue
from rag.errors import Mistake
from rag.query import Filter, Query
from rag.search import Search, depth, fuse
from rag.store import Store
from tests.rag.courses import CATALOGUE, COURSES
from tests.stand_ins import FakeEmbedder


@pytest.fixture(scope="module")
def search(data: Path) -> Search:
    store = Store.open(data)
    return Search(store, Catalogue(store.courses()), FakeEmbedder())


def found(search: Search, query: Query, k: int = 5, **more: float) -> list[str]:
    return [hit.course.code for hit in search.hits(query, k, **more)]


def test_courses_named_come_first_in_the_order_named(search: Search) -> None:
    query = Query("swimming after them", codes=("CSCI 270", "CSCI 104L"), topic="swimming")
    hits = search.hits(query, 5, -1.0)
    assert [h.course.code for h in hits[:2]] == ["CSCI 270", "CSCI 104L"]
    assert [(h.score, h.how) for h in hits[:2]] == [(1.0, "code")] * 2
    assert len({h.course.code for h in hits}) == len(hits) == 5


def test_all_courses_named_are_hits_even_above_k(search: Search) -> None:
    named = tuple(c.code for c in COURSES[:7])
    assert found(search, Query("x", codes=named), 5) == list(named)


def test_the_best_match_of_words_and_meaning_leads(search: Search) -> None:
    assert found(search, Query("lists, trees and graphs"))[0] == "CSCI 104L"
    assert found(search, Query("colour on wood"))[0] == "AHIS 120g"


def test_scores_are_cosines_above_the_threshold(search: Search) -> None:
    hits = search.hits(Query("about discrete methods"), 12, 0.3)
    assert 0 < len(hits) < 12
    embedder = FakeEmbedder()
    vector = embedder.query("about discrete methods")
    for hit in hits:
        assert hit.how == "search"
        assert hit.score >= 0.3
        cosine = float(embedder.query(hit.course.text()) @ vector)
        assert hit.score == pytest.approx(cosine, abs=1e-5)


def test_nothing_close_finds_nothing(search: Search) -> None:
    assert found(search, Query("zzz qqq"), threshold=0.9) == []
    assert found(search, Query("   ")) == []


def test_only_courses_that_meet_the_conditions_are_found(search: Search) -> None:
    chemistry = Filter("program", ("CHEM",))
    query = Query("lists and graphs", filters=(chemistry,), topic="lists and graphs")
    hits = set(found(search, query, 12, threshold=-1.0))
    assert hits == {"CHEM 105aLg", "CHEM 105bL", "CHEM 050x"}
    never = Filter("units", (9.0,))
    assert found(search, Query("lists", filters=(never,)), threshold=-1.0) == []


@pytest.mark.parametrize("k", [1, 5, 12, 50])
def test_k_courses_are_found_or_all_there_are(search: Search, k: int) -> None:
    assert len(found(search, Query("about graphs"), k, threshold=-1.0)) == min(k, len(COURSES))


def test_another_embedder_is_refused(data: Path) -> None:
    with pytest.raises(Mistake, match="--embedder fake-words"):
        Search(Store.open(data), CATALOGUE, FakeEmbedder(dimension=32))


def test_fusion_adds_a_share_of_the_words_score_to_the_cosine() -> None:
    assert fuse({"a": 0.5, "b": 0.4}, {"b": 5.0}, ideal=10.0, bonus=0.3) == ["b", "a"]
    assert fuse({"a": 0.5, "b": 0.4}, {"b": 3.0}, ideal=10.0, bonus=0.3) == ["a", "b"]
    assert fuse({"a": 0.5, "b": 0.4}, {"b": 5.0}, ideal=0.0) == ["a", "b"]
    assert fuse({}, {}, ideal=1.0) == []


def test_one_that_only_the_words_found_has_the_lowest_cosine() -> None:
    assert fuse({"a": 0.5, "b": 0.1}, {"c": 10.0}, ideal=10.0, bonus=0.3) == ["a", "c", "b"]


ids = st.sampled_from("abcdefgh")
scores = st.dictionaries(ids, st.floats(0, 1), max_size=8)


@given(scores, scores, st.floats(0.1, 10))
def test_fusion_ranks_every_id_once(
    by_vector: dict[str, float], by_words: dict[str, float], ideal: float
) -> None:
    ranked = fuse(by_vector, by_words, ideal)
    assert sorted(ranked) == sorted({*by_vector, *by_words})
    only = {i: s for i, s in by_vector.items() if i not in by_words}
    assert [i for i in ranked if i in only] == sorted(only, key=lambda i: -only[i])


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        (Query("x", "units", codes=("CSCI 104L",)), 1),
        (Query("x", "requires", codes=("CSCI 104L", "CSCI 270")), 2),
        (Query("x", "compare", codes=("CSCI 104L",)), 5),
        (Query("x", "description", codes=("CSCI 104L",)), 5),
        (Query("x", "recommend"), 20),
        (Query("x", "units"), 5),
        (Query("x", "smalltalk"), 0),
        (Query("x", "unavailable"), 0),
        (Query("x", "unavailable", filters=(Filter("units", (4.0,)),)), 5),
    ],
)
def test_no_more_is_sought_than_serves_the_answer(query: Query, wanted: int) -> None:
    assert depth(query, 5) == wanted


def test_courses_that_are_named_cost_no_search(
    search: Search, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "_embedder", None)
    assert found(search, Query("x", "units", codes=("CSCI 104L",)), 1) == ["CSCI 104L"]


def test_a_list_that_conditions_alone_make_costs_no_search(
    search: Search, monkeypatch: pytest.MonkeyPatch
) -> None:
    chemistry = (Filter("program", ("CHEM",)),)
    there = [c for c in CATALOGUE.courses if c.program == "CHEM"]
    about = Query("chem about lists", "list", filters=chemistry, topic="lists")
    assert {h.how for h in search.hits(about, 5, -1.0)} == {"search"}
    monkeypatch.setattr(search, "_embedder", None)
    hits = search.hits(Query("which chem courses are there", "list", filters=chemistry), 2)
    assert [h.course for h in hits] == there[:2]
    assert [(h.score, h.how) for h in hits] == [(1.0, "filter")] * 2
    counted = found(search, Query("how many", "count", filters=chemistry))
    assert counted == [c.code for c in there]
