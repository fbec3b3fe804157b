from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from eval.questions.records import File
from eval.score import guarded, read_rows, score, table

QUESTIONS: list[dict[str, Any]] = [
    {"id": "1", "kind": "units", "question": "units of ZOO 101?", "gold": {"values": [["4 unit"]]}},
    {"id": "2", "kind": "units", "question": "units of ZOO 201?", "gold": {"values": [["2 unit"]]}},
    {"id": "3", "kind": "unknown", "question": "is ZOO 999 hard?", "gold": {"refused": True}},
    {"id": "4", "kind": "list", "question": "rows?", "gold": {"codes": ["ZOO 101g"]}},
]
for row in QUESTIONS:
    row["gold"].setdefault("refused", False)
TIMINGS = {"total_s": 1.0, "generated_tokens": 12}
ANSWERS: list[dict[str, Any]] = [
    {"id": "1", "answer": "4 units", "guard": "kept", "timings": TIMINGS},
    {"id": "2", "answer": "3 units", "guard": "repaired", "timings": TIMINGS | {"total_s": 3.0}},
    {"id": "3", "answer": "ZOO 999 is not in the file.", "refused": True, "guard": {"kept": 2}},
    {"id": "4", "answer": "ZOO 101g, not ZOO 777", "citations": ["ZOO 101g", "MAT 125"]},
]


def test_kinds_refusals_citations_and_codes_are_counted(file: File) -> None:
    report = score(QUESTIONS, ANSWERS, file)
    units = report["kinds"]["units"]["right"]
    assert (units["n"], units["mean"]) == (2, 0.5)
    means = {name: one["mean"] for name, one in report["all"].items()}
    assert means["right"] == 0.75
    assert means["refusal_recall"] == means["refusal_precision"] == 1.0
    assert means["over_refusal"] == 0.0
    assert (means["citation_precision"], means["citation_recall"]) == (0.5, 1.0)
    assert means["invented"] == 0.25
    assert (means["kept"], means["repaired"], means["replaced"]) == (0.5, 0.5, 0.0)
    assert means["words"] == pytest.approx((2 + 2 + 7 + 5) / 4)
    assert means["faithful"] is means["rouge_l"] is None
    assert report["guard"] == {"kept": 3, "repaired": 1}
    assert report["invented_codes"] == {"4": ["ZOO 777"]}
    assert report["timings"]["total_s"] == pytest.approx({"p50": 2.0, "p95": 2.9, "mean": 2.0})
    assert report["tokens"]["generated_tokens"]["p50"] == 12
    assert [row["id"] for row in report["failures"]] == ["2"]
    assert report["failures"][0]["faults"] == ["no 2 unit"]


def test_over_refusal_is_a_share_of_what_could_be_answered() -> None:
    answers: list[dict[str, Any]] = [
        {"id": "1", "answer": "no", "refused": True},
        {"id": "2", "answer": "2 units"},
    ]
    report = score([*QUESTIONS, {"id": "5", "question": "?"}], answers)
    assert report["all"]["over_refusal"]["mean"] == 0.5
    assert report["all"]["refusal_precision"]["mean"] == 0.0
    assert report["all"]["refusal_recall"]["mean"] is None
    assert (report["unanswered"], report["without_gold"]) == (2, 1)
    assert report["invented_codes"] is None


def test_a_question_that_raised_a_mistake_is_wrong() -> None:
    report = score(QUESTIONS[:1], [{"id": "1", "error": "It is empty."}])
    assert report["items"][0]["faults"] == ["error: It is empty."]


def test_prose_is_compared_with_its_reference() -> None:
    gold = {"reference": "boats and how to row them"}
    asked = [{"id": "1", "kind": "description", "question": "?", "gold": gold}]
    found = score(asked, [{"id": "1", "answer": "How to row boats"}])["all"]
    assert found["rouge_l"]["mean"] == pytest.approx(2 * 3 / 10)
    assert found["token_f1"]["mean"] == pytest.approx(2 * 4 / 10)


def test_the_table_says_what_was_not_checked() -> None:
    text = table(score(QUESTIONS, ANSWERS))
    assert "not checked" in text
    assert "units                     2   50.0%   9 % - 91 %" in text


def test_a_guard_reports_one_word_or_counts() -> None:
    assert guarded({"guard": "replaced"}) == {"replaced": 1}
    assert guarded({"guard": {"kept": 2, "repaired": 0}}) == {"kept": 2}
    assert guarded({"guard": None}) == {}


def test_a_line_that_does_not_parse_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": 1}\n{"id":\n')
    with pytest.raises(ValueError, match=r"a.jsonl, line 2"):
        read_rows(tmp_path / "a.jsonl")
