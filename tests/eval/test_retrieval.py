from __future__ import annotations

from math import log2
from random import Random

import ir_measures
import pytest
from ir_measures import RR, P, R, nDCG

from eval.retrieval import (
    CUTS,
    FIRST,
    differences,
    labels,
    measure,
    named_first,
    ndcg,
    precision,
    recall,
    reciprocal_rank,
    report,
    table,
    told,
)

GRADES = {"a": 2, "b": 1, "c": 0}


def test_recall_counts_relevant_documents_only() -> None:
    assert recall(["c", "a", "x", "b"], GRADES, 2) == 0.5
    assert recall(["c", "a", "x", "b"], GRADES, 4) == 1.0


def test_precision_counts_places_that_are_empty_too() -> None:
    assert precision(["c", "a", "x", "b"], GRADES, 4) == 0.5
    assert precision(["a"], GRADES, 5) == 0.2


def test_reciprocal_rank_is_of_the_first_relevant() -> None:
    assert reciprocal_rank(["c", "x", "b", "a"], GRADES) == pytest.approx(1 / 3)
    assert reciprocal_rank(["x"], GRADES) == 0.0


def test_ndcg_is_gain_over_log_of_rank_against_the_best() -> None:
    best = 2 / log2(2) + 1 / log2(3)
    assert ndcg(["a", "b"], GRADES, 10) == 1.0
    assert ndcg(["x", "a", "b"], GRADES, 10) == pytest.approx((2 / log2(3) + 1 / log2(4)) / best)
    assert ndcg(["b", "a"], GRADES, 1) == pytest.approx(1 / 2)


def test_every_measure_is_that_of_ir_measures_on_random_rankings() -> None:
    rng = Random(1)
    names = [f"d{n}" for n in range(60)]
    grades = {f"q{n}": {d: rng.randint(0, 2) for d in rng.sample(names, 12)} for n in range(30)}
    for own in grades.values():
        own[rng.choice(names)] = 1
    ranked = {query: rng.sample(names, rng.randint(0, 60)) for query in grades}
    scores = {q: {d: 100.0 - n for n, d in enumerate(own)} for q, own in ranked.items()}
    theirs = {"MRR": RR, "nDCG@10": nDCG @ 10}
    theirs |= {f"recall@{k}": R @ k for k in CUTS} | {f"precision@{k}": P @ k for k in CUTS}
    ours = measure(ranked, grades, cuts=CUTS)
    assert ours.keys() == theirs.keys()
    for name, definition in theirs.items():
        found = {m.query_id: m.value for m in ir_measures.iter_calc([definition], grades, scores)}
        for query, value in ours[name].items():
            assert found.get(query, 0.0) == pytest.approx(value), (name, query)


def test_a_query_without_a_ranking_scores_nothing() -> None:
    values = measure({"q": ["a", "a", "b"]}, {"q": GRADES, "r": {"x": 1}, "s": {"x": 0}}, k=2)
    assert values["recall@2"] == {"q": 1.0, "r": 0.0}
    assert values["MRR"] == {"q": 1.0, "r": 0.0}


QUESTIONS = [
    {"id": "x", "kind": "units", "question": "units of AA 101?", "gold": {"codes": ["AA 101"]}},
    {"id": "y", "kind": "code", "question": "which is sums?", "gold": {"any_of": ["BB 102"]}},
    {"id": "z", "kind": "offtopic", "question": "hi", "gold": {"refused": True}},
]


def test_labels_are_the_courses_of_gold() -> None:
    assert labels(QUESTIONS) == {"x": {"AA 101": 1}, "y": {"BB 102": 1}}


def test_a_named_course_has_to_be_ranked_first() -> None:
    assert named_first({"x": ["AA 101L", "BB 102"]}, QUESTIONS) == {"x": 1.0}
    assert named_first({"x": ["BB 102", "AA 101"]}, QUESTIONS) == {"x": 0.0}
    assert named_first({}, QUESTIONS) == {"x": 0.0}


def test_the_report_has_systems_kinds_and_differences() -> None:
    good = {"x": ["AA 101"], "y": ["BB 102"]}
    bad = {"x": ["CC 103"], "y": ["CC 103", "BB 102"]}
    found = report({"good": good, "bad": bad}, QUESTIONS)
    assert found["n"] == 2
    assert found["systems"]["good"]["MRR"]["mean"] == 1.0
    assert found["systems"]["bad"]["MRR"]["mean"] == 0.25
    assert found["systems"]["bad"][FIRST] == pytest.approx(
        {"n": 1, "mean": 0.0, "low": 0.0, "high": 0.7934507}
    )
    assert found["kinds"]["code"]["bad"]["MRR"]["mean"] == 0.5
    assert {(d["one"], d["two"]) for d in found["differences"]} == {("good", "bad")}
    assert found["values"]["bad"]["MRR"] == {"x": 0.0, "y": 0.5}
    assert "good      " in told(found)


def test_a_clear_difference_between_two_systems_is_significant() -> None:
    many = {str(n): {"d": 1} for n in range(30)}
    systems = {"a": {q: ["d"] for q in many}, "b": {q: ["e", "d"] for q in many}}
    found = differences({name: measure(own, many) for name, own in systems.items()}, ("MRR",))
    assert [(d["measure"], d["difference"]) for d in found] == [("MRR", 0.5)]
    assert found[0]["p"] < 0.001


def test_the_table_tests_each_system_against_the_first() -> None:
    grades = {"q": {"a": 1}}
    systems = [measure({"q": ranked}, grades) for ranked in (["a"], ["b", "a"])]
    lines = table(["one", "two"], systems).splitlines()
    assert "recall@10" in lines[0]
    assert lines[1].split() == ["one", "1.0000", "1.0000", "1.0000"]
    assert lines[2].split()[:2] == ["two", "1.0000"]
    assert "(p 1.000)" in lines[2]
