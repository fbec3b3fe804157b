from __future__ import annotations

from typing import Any

from eval.compare import compared
from eval.score import MEASURES


def report(rights: list[int], ranks: list[float], model: str = "m") -> dict[str, Any]:
    items = [
        {
            "id": str(n),
            "kind": "units",
            "question": f"question {n}",
            "faults": [] if right else ["no 4 unit"],
            "values": dict.fromkeys(MEASURES) | {"right": float(right), "words": 5.0 + n * right},
        }
        for n, right in enumerate(rights)
    ]
    values = {"full": {"MRR": {str(n): v for n, v in enumerate(ranks)}}}
    lineage = dict.fromkeys(("questions", "index", "adapter", "guard", "limit")) | {"model": model}
    return {"lineage": lineage, "answers": {"items": items}, "retrieval": {"values": values}}


def test_lost_and_gained_answers_are_told_with_significance() -> None:
    old, new = report([1] * 8 + [0], [1.0] * 9), report([0] * 8 + [1, 1], [0.5] * 9, "n")
    text = compared(old, new)
    lines = text.splitlines()
    assert lines[0] == "differ in: model"
    assert "answers: 9 questions in both, 9 before, 10 after" in lines
    assert "right                  0.889 -> 0.111 (-0.778), p 0.0391  * up 1, down 8" in text
    assert "  lost: [units] question 0  (no 4 unit)" in lines
    assert "  gained: [units] question 8  (no 4 unit)" in lines
    assert "full MRR               1.000 -> 0.500 (-0.500)" in text
    assert "words" in text and "over_refusal" not in text


def test_only_some_of_many_are_listed() -> None:
    text = compared(report([1] * 4, []), report([0] * 4, []), most=3)
    assert "lost: 1 more" in text


def test_what_did_not_change_is_not_told() -> None:
    same = report([1, 0], [1.0, 0.5])
    assert compared(same, same).splitlines() == [
        "differ in: none of questions, index, model, adapter, guard",
        "",
        "answers: 2 questions in both, 2 before, 2 after",
        "",
        "retrieval",
    ]
