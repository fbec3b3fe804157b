"""Conversations become tokens, and the marks say which of them are trained."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

from finetune.rows import encode, load, marked, read
from rag.errors import Mistake
from tests.tiny import write_tokenizer

CHAT = [
    {"role": "system", "content": "Answer from the facts."},
    {"role": "user", "content": "Facts: CSCI 104L is 4 units.\nQuestion: how many units?"},
    {"role": "assistant", "content": "CSCI 104L is 4 units [CSCI 104L]."},
    {"role": "user", "content": "and MATH 225?"},
    {"role": "assistant", "content": "Also 4 units [MATH 225]."},
]


@cache
def tokenizer(folder: str | None = None) -> Any:
    from mlx_lm.utils import load_tokenizer

    where = Path(folder or mkdtemp())
    if folder is None:
        write_tokenizer(where)
        return load_tokenizer(where, eos_token_ids=[2])  # <|im_end|>, as real models have it
    return load_tokenizer(where)


def one(**row: Any) -> Any:
    return next(encode(tokenizer(), [{"messages": CHAT, **row}]))


def test_every_answer_and_its_end_of_turn_is_trained_and_nothing_else() -> None:
    text = marked(one(), tokenizer())
    assert text.count("«") == text.count("»") == 2
    assert "assistant\n«CSCI 104L is 4 units [CSCI 104L].<|im_end|>»\n<|im_start|>user" in text
    assert text.endswith("assistant\n«Also 4 units [MATH 225].<|im_end|>»\n")


def test_a_row_says_itself_which_messages_are_trained() -> None:
    text = marked(one(trained=[4]), tokenizer())
    assert text.count("«") == 1
    assert "«Also 4 units" in text


def test_the_prompt_of_each_answer_is_what_serving_encodes() -> None:
    row = one()
    for i, message in enumerate(CHAT):
        if message["role"] == "assistant":
            prompt = tokenizer().apply_chat_template(
                CHAT[:i], add_generation_prompt=True, tokenize=True, return_dict=False
            )
            assert row.tokens[: len(prompt)].tolist() == list(prompt)
            assert not row.trained[len(prompt) - 1] and row.trained[len(prompt)]


@pytest.mark.models
def test_the_template_of_qwen2_is_understood_too() -> None:
    folder = os.environ.get("QWEN2_TOKENIZER")
    if not folder:
        pytest.skip("QWEN2_TOKENIZER names no folder")
    qwen = tokenizer(folder)
    chat = CHAT[1:]  # the template adds a system part of its own
    row = next(encode(qwen, [{"messages": chat}]))
    assert marked(row, qwen).count("«") == 2
    assert marked(row, qwen).endswith("«Also 4 units [MATH 225].<|im_end|>»\n")
    prompt = qwen.apply_chat_template(chat[:1], add_generation_prompt=True, return_dict=False)
    assert row.tokens[: len(prompt)].tolist() == list(prompt)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "Expecting property name"),
        ("[]", '"messages"'),
        ('{"messages": []}', '"messages"'),
        ('{"messages": [{"role": "robot", "content": "x"}]}', "role"),
        ('{"messages": [{"role": "user", "content": 3}]}', "content"),
        ('{"messages": [{"role": "assistant", "content": "x"}]}', "begin"),
        ('{"messages": [{"role": "user", "content": "x"}]}', "no answer"),
    ],
)
def test_a_bad_row_is_named_by_its_line(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "train.jsonl"
    path.write_text(json.dumps({"messages": CHAT}) + "\n\n" + line + "\n")
    with pytest.raises(Mistake, match=rf"line 3: .*{reason}.*python -m finetune data"):
        read(path)


def test_rows_that_are_too_long_are_left_out_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "train.jsonl"
    chats = [CHAT, CHAT[:3]]
    path.write_text("".join(json.dumps({"messages": c}) + "\n" for c in chats))
    longest = len(next(encode(tokenizer(), [{"messages": CHAT[:3]}])))
    rows, dropped = load(path, tokenizer(), longest)
    assert [len(row) for row in rows] == [longest]
    assert dropped == 1
    with pytest.raises(Mistake, match="--max-length"):
        load(path, tokenizer(), 10)


def test_missing_data_names_the_command_that_makes_it(tmp_path: Path) -> None:
    with pytest.raises(Mistake, match="python -m finetune data"):
        read(tmp_path / "train.jsonl")
