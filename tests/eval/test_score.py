from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from eval.records import File
from eval.score import guarded, read_rows, score, spread, table, wilson

QUESTIONS: list[dict[str, Any]] = [
    {"id": "1", "kind": "units", "question": "units of ZOO 101?", "gold": {"values": [["4 unit"]]}},
    {"id": "2", "kind": "units", "question": "units of ZOO 201?", "gold": {"values": [["2 unit"]]}},
    {"id": "3", "kind": "unknown", "question": "is ZOO 999 hard?", "gold": {"refused": True}},
    {"id": "4", "kind": "list", "question": "rows?", "gold": {"codes": ["ZOO 101g"]}},
]
for row in QUESTIONS:
    row["gold"].setdefault("refused", False)
ANSWERS: list[dict[str, Any]] = [
    {"id": "1", "answer": "4 units", "guard": "kept", "timings": {"total_s": 1.0}},
    {"id": "2", "answer": "3 units", "guard": "repaired", "timings": {"total_s": 3.0}},
    {"id": "3", "answer": "ZOO 999 is not in the file.", "refused": True, "guard": {"kept": 2}},
    {"id": "4", "answer": "ZOO 101g, not ZOO 777", "citations": ["ZOO 101g", "MAT 125"]},
]


def test_the_wilson_interval_is_the_textbook_one() -> None:
    assert wilson(8, 10) == pytest.approx((0.4901625, 0.9433178), abs=1e-6)
    assert wilson(0, 10) == pytest.approx((0.0, 0.2775328), abs=1e-6)
    assert wilson(0, 0) == (0.0, 1.0)


def test_kinds_refusals_citations_and_codes_are_counted(file: File) -> None:
    report = score(QUESTIONS, ANSWERS, file)
    assert (report["kinds"]["units"]["n"], report["kinds"]["units"]["right"]) == (2, 1)
    assert (report["all"]["n"], report["all"]["right"]) == (4, 3)
    refused = report["refusal"]
    assert (refused["recall"], refused["precision"], refused["over_refusal"]) == (1.0, 1.0, 0.0)
    assert report["citations"] == {"precision": 0.5, "recall": 1.0, "cited": 2}
    assert report["guard"] == {"kept": 3, "repaired": 1}
    assert report["invented"] == {"4": ["ZOO 777"]}
    assert report["timings"] == {"total_s": {"p50": 2.0, "p95": pytest.approx(2.9)}}
    assert [row["id"] for row in report["failures"]] == ["2"]
    assert report["failures"][0]["faults"] == ["no 2 unit"]


def test_over_refusal_is_a_share_of_what_could_be_answered() -> None:
    answers: list[dict[str, Any]] = [
        {"id": "1", "answer": "no", "refused": True},
        {"id": "2", "answer": "2 units"},
    ]
    report = score(QUESTIONS, answers)
    assert report["refusal"]["over_refusal"] == 0.5
    assert report["refusal"]["recall"] is None
    assert report["unanswered"] == 2
    assert "invented" not in report


def test_the_table_says_what_was_not_checked() -> None:
    text = table(score(QUESTIONS, ANSWERS))
    assert "not checked" in text
    assert "units                     2      1   50.0%" in text


def test_a_guard_reports_one_word_or_counts() -> None:
    assert guarded({"guard": "replaced"}) == {"replaced": 1}
    assert guarded({"guard": {"kept": 2, "repaired": 0}}) == {"kept": 2}
    assert guarded({"guard": None}) == {}


def test_one_timing_is_its_own_median() -> None:
    assert spread([2.0]) == {"p50": 2.0, "p95": 2.0}


def test_a_line_that_does_not_parse_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": 1}\n{"id":\n')
    with pytest.raises(ValueError, match=r"a.jsonl, line 2"):
        read_rows(tmp_path / "a.jsonl")
