"""The terminal: one question, or a conversation read from standard input."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from rag.answer import Assistant
from rag.chat import chat, once
from tests.stand_ins import FakeGenerator, assistant


@pytest.fixture
def speaking(data: Path) -> Assistant:
    return assistant(data, FakeGenerator())


def typed(monkeypatch: pytest.MonkeyPatch, text: str | bytes) -> None:
    raw = text.encode() if isinstance(text, str) else text
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))


def test_one_question_is_answered_as_text(
    speaking: Assistant, capsys: pytest.CaptureFixture[str]
) -> None:
    turn = once(speaking, "how many units is csci104", as_json=False)
    assert capsys.readouterr().out == "[CSCI 104L] is 4 units.\n"
    assert (turn.question, turn.answer) == ("how many units is csci104", "[CSCI 104L] is 4 units.")
    assert turn.codes == ("CSCI 104L",)
    assert turn.query is not None


def test_one_question_is_answered_as_one_json_object(
    speaking: Assistant, capsys: pytest.CaptureFixture[str]
) -> None:
    once(speaking, "how many units is csci104", as_json=True)
    found = json.loads(capsys.readouterr().out)
    assert found["answer"] == "[CSCI 104L] is 4 units."


def test_a_conversation_remembers_what_was_said(
    speaking: Assistant, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, "how many units is csci270?\nand its prerequisites?\n")
    chat(speaking, as_json=True)
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first["citations"] == ["CSCI 270"]
    assert second["citations"] == ["CSCI 270"]
    assert "CSCI 104" in second["answer"]


@pytest.mark.parametrize("text", ["", "\n", "  \n how many units is csci104\n"])
def test_an_empty_line_or_the_end_of_input_ends_it(
    speaking: Assistant,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    text: str,
) -> None:
    typed(monkeypatch, text)
    chat(speaking, as_json=False)
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("Spring 2024 courses, 12 of them.")


def test_a_mistake_is_told_and_the_conversation_goes_on(
    speaking: Assistant, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, "x" * 3_000 + "\nhow many units is csci104\n")
    chat(speaking, as_json=False)
    said = capsys.readouterr()
    assert said.out == "[CSCI 104L] is 4 units.\n"
    assert "3,000 characters; at most 2,000" in said.err


def test_bytes_that_are_no_text_are_read_as_well_as_can_be(
    speaking: Assistant, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, b"how many units is csci104 \xff\xfe\nhow many units is math125\n")
    chat(speaking, as_json=False)
    assert capsys.readouterr().out == "[CSCI 104L] is 4 units.\n[MATH 125g] is 4 units.\n"
