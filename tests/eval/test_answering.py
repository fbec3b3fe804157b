from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from eval.answering import answering, exact, settings, write
from rag.answer import Assistant
from rag.store import Store
from tests.stand_ins import FakeEmbedder, FakeGenerator

UNITS = {"id": "u", "question": "how many units is csci 101?"}
LATER = {"id": "l", "question": "how many units is csci 201?"}


def assistant(data: Path, said: str | None = None, pause: float = 0) -> Assistant:
    return Assistant(Store.open(data), FakeEmbedder(), FakeGenerator(said, pause))


def test_rows_are_written_one_by_one_and_a_killed_run_goes_on(tmp_path: Path) -> None:
    out, asked = tmp_path / "deep" / "a.jsonl", []

    def answer(row: dict[str, Any]) -> dict[str, Any]:
        asked.append(row["id"])
        if row["id"] == "l" and len(asked) == 2:
            raise KeyboardInterrupt
        return {"answer": row["question"]}

    with pytest.raises(KeyboardInterrupt):
        write([UNITS, LATER], answer, out)
    assert [json.loads(line)["id"] for line in out.read_text().splitlines()] == ["u"]
    out.write_text(out.read_text() + '{"id": "l", "ans')  # cut short while it was written
    assert [row["id"] for row in write([UNITS, LATER], answer, out)] == ["u", "l"]
    assert asked == ["u", "l", "l"]


def test_an_answer_comes_with_its_prompt_and_what_the_model_said(indexed: Path) -> None:
    row = answering(assistant(indexed, "It is 9 units."))(UNITS)
    assert row["guard"] == "replaced"
    assert "4 units" in row["answer"]
    assert row["raw"] == "It is 9 units."
    assert "4 units" in row["prompt"][-1]["content"]
    assert row["prompt"][-1]["content"].endswith("Question: how many units is csci 101?")


def test_exact_statements_need_no_model(indexed: Path) -> None:
    row = exact(assistant(indexed, "It is 9 units."))(UNITS)
    assert "4 units" in row["answer"]
    assert "raw" not in row


def test_a_question_that_cannot_be_answered_has_its_error(indexed: Path) -> None:
    assert "empty" in answering(assistant(indexed))({"id": "e", "question": " "})["error"]


def test_the_guarded_answer_is_read_from_one_generation(indexed: Path) -> None:
    own = assistant(indexed, "CSCI 101g is 9 units. I can't say more.", pause=0.01)
    (_, free), (guard, held) = settings(own, retrieval=True)
    assert guard
    bare, kept = free(UNITS), held(UNITS)
    assert isinstance(own.generator, FakeGenerator)
    assert len(own.generator.prompts) == 1
    assert (bare["guard"], bare["answer"]) == ("off", "[CSCI 101g] is 9 units. I can't say more.")
    assert kept["guard"] == "replaced"
    assert "4 units" in kept["answer"]
    # The guard gave up after the first sentence: five words of eight, and their time.
    assert 0.05 <= kept["timings"]["total_s"] < bare["timings"]["total_s"]


def test_without_retrieval_the_model_sees_the_question_alone(indexed: Path) -> None:
    own = assistant(indexed, "I'm not able to say, CSCI 102 perhaps.")
    (_, free), (_, held) = settings(own, retrieval=False)
    bare, kept = free(UNITS), held(UNITS)
    assert bare["prompt"] == [{"role": "user", "content": UNITS["question"]}]
    assert (bare["hits"], bare["facts"], bare["citations"]) == ([], [], ["CSCI 102"])
    assert bare["refused"] is True
    assert "4 units" in kept["answer"]


def test_a_guarded_answer_on_its_own_is_generated(indexed: Path) -> None:
    _, (_, held) = settings(assistant(indexed), retrieval=True)
    assert "2 units" in held(LATER)["answer"]
