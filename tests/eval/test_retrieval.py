from __future__ import annotations

import json
from math import log2
from pathlib import Path

import pytest

from eval.retrieval import (
    means,
    measure,
    ndcg,
    randomisation_test,
    read_beir,
    read_labels,
    read_rankings,
    recall,
    reciprocal_rank,
    run,
    table,
)

GRADES = {"a": 2, "b": 1, "c": 0}


def test_recall_counts_relevant_documents_only() -> None:
    assert recall(["c", "a", "x", "b"], GRADES, 2) == 0.5
    assert recall(["c", "a", "x", "b"], GRADES, 4) == 1.0


def test_reciprocal_rank_is_of_the_first_relevant() -> None:
    assert reciprocal_rank(["c", "x", "b", "a"], GRADES) == pytest.approx(1 / 3)
    assert reciprocal_rank(["x"], GRADES) == 0.0


def test_ndcg_is_gain_over_log_of_rank_against_the_best() -> None:
    best = 2 / log2(2) + 1 / log2(3)
    assert ndcg(["a", "b"], GRADES, 10) == 1.0
    assert ndcg(["x", "a", "b"], GRADES, 10) == pytest.approx((2 / log2(3) + 1 / log2(4)) / best)
    assert ndcg(["b", "a"], GRADES, 1) == pytest.approx(1 / 2)


def test_a_query_without_a_ranking_scores_nothing() -> None:
    values = measure({"q": ["a", "a", "b"]}, {"q": GRADES, "r": {"x": 1}, "s": {"x": 0}}, k=2)
    assert values["recall@2"] == {"q": 1.0, "r": 0.0}
    assert means(values)["MRR"] == 0.5


def test_the_randomisation_test_counts_every_swap_of_a_small_case() -> None:
    one = {str(n): 1.0 for n in range(4)}
    two = {str(n): 0.0 for n in range(4)}
    # Only the 2 of 16 sign patterns that are all alike reach the observed difference.
    assert randomisation_test(one, two) == pytest.approx(2 / 16, abs=0.01)
    assert randomisation_test(one, one) == 1.0


def test_a_clear_difference_over_many_queries_is_significant() -> None:
    one = {str(n): 1.0 for n in range(30)}
    two = {str(n): 0.5 for n in range(30)}
    assert randomisation_test(one, two, rounds=2000) < 0.001


def test_a_beir_folder_is_read_with_its_judged_queries_only(tmp_path: Path) -> None:
    (tmp_path / "qrels").mkdir()
    documents = [{"_id": "1", "title": "T", "text": "Text"}, {"_id": "2", "text": "Bare"}]
    queries = [{"_id": "q", "text": "what"}, {"_id": "unjudged", "text": "who"}]
    for name, rows in (("corpus", documents), ("queries", queries)):
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows))
    (tmp_path / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\nq\t2\t1\n")
    found = read_beir(tmp_path)
    assert found.corpus == {"1": "T. Text", "2": "Bare"}
    assert found.queries == {"q": "what"}
    assert found.grades == {"q": {"2": 1}}
    assert run(lambda text: ["2", text], found.queries) == {"q": ["2", "what"]}


def test_rankings_and_labels_are_read_from_jsonl(tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_text('{"id": "x", "codes": ["AA 101", "BB 102"]}\n')
    rows = [
        {"id": "x", "gold": {"any_of": ["AA 101"]}},
        {"id": "y", "gold": {"codes": ["BB 102"]}},
        {"id": "z", "gold": {"refused": True}},
    ]
    (tmp_path / "q.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows))
    assert read_rankings(tmp_path / "r.jsonl") == {"x": ["AA 101", "BB 102"]}
    assert read_labels(tmp_path / "q.jsonl") == {"x": {"AA 101": 1}, "y": {"BB 102": 1}}


def test_the_table_tests_each_system_against_the_first() -> None:
    grades = {"q": {"a": 1}}
    systems = [measure({"q": ranked}, grades) for ranked in (["a"], ["b", "a"])]
    lines = table(["one", "two"], systems).splitlines()
    assert "recall@10" in lines[0]
    assert lines[1].split() == ["one", "1.0000", "1.0000", "1.0000"]
    assert lines[2].split()[:2] == ["two", "1.0000"]
    assert "(p 1.000)" in lines[2]
