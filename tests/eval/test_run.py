from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from eval.questions.records import File
from eval.run import begun, evaluate, judged, limited, place, told
from rag.answer import Assistant
from rag.errors import Mistake
from rag.store import Store
from tests.stand_ins import FakeEmbedder, FakeGenerator

ROWS: list[dict[str, Any]] = [
    {"id": f"{kind}{n}", "kind": kind, "question": "?"} for kind in "abc" for n in range(5)
]


def test_a_limit_takes_of_every_kind_in_turn_and_the_same_each_time() -> None:
    some = limited(ROWS, 6)
    assert sorted(row["kind"] for row in some) == ["a", "a", "b", "b", "c", "c"]
    assert limited(ROWS[::-1], 6) == some
    assert len(limited(ROWS, 0)) == 15


def test_a_report_has_rankings_exact_statements_and_answers(
    indexed: Path, questions: list[dict[str, Any]], file: File, tmp_path: Path
) -> None:
    own = Assistant(Store.open(indexed), FakeEmbedder(), FakeGenerator())
    found = evaluate(own, questions, file, tmp_path, limit=10)
    assert found["retrieval"]["systems"].keys() == {"words", "vectors", "fusion", "full"}
    assert found["exact"]["answered"] == len(questions)
    assert found["answers"]["answered"] == 10
    lines = (tmp_path / "answers.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 10 and all("prompt" in json.loads(line) for line in lines)
    text = told(found)
    assert all(title in text for title in ("rankings", "exact statements", "answers of the model"))
    assert isinstance(own.generator, FakeGenerator)
    spoke = len(own.generator.prompts)
    again = evaluate(own, questions, file, tmp_path, limit=10)
    assert again == found
    assert len(own.generator.prompts) == spoke  # what stands in the folder is scored


def test_questions_without_gold_are_answered_all_the_same(indexed: Path, tmp_path: Path) -> None:
    own = Assistant(Store.open(indexed), FakeEmbedder(), None)
    found = evaluate(own, [{"id": 1, "question": "units of csci 101?"}], None, tmp_path)
    assert "retrieval" not in found and "answers" not in found
    assert found["exact"]["without_gold"] == 1
    assert "4 units" in (tmp_path / "exact.jsonl").read_text(encoding="utf-8")


def test_a_folder_of_another_run_is_not_gone_on_with(tmp_path: Path) -> None:
    origin: dict[str, Any] = {"questions": {"a": "1"}, "index": {}, "model": "m", "adapter": None}
    origin |= {"guard": True, "limit": 0, "date": "today"}
    folder = place(tmp_path, "night")
    begun(folder, origin)
    assert begun(folder, origin | {"date": "tomorrow"})["date"] == "tomorrow"
    with pytest.raises(Mistake, match="another model, limit. Take another --name"):
        begun(folder, origin | {"model": "n", "limit": 3})


def test_opinions_are_kept_row_by_row(tmp_path: Path) -> None:
    rows = [{"id": "a", "kind": "units", "question": "?", "gold": {"values": [["4"]]}}]
    (tmp_path / "exact.jsonl").write_text('{"id": "a", "answer": "4"}\n')
    (tmp_path / "judge.jsonl").write_text('{"id": "a", "right": false, "why": "WRONG so"}\n')
    report = {"exact": {"items": [{"id": "a", "values": {"right": 1.0}}]}}
    found = judged("http://127.0.0.1:9", "m", rows, report, tmp_path)
    assert (found["of"], found["agreement"]["mean"]) == ("exact", 0.0)
