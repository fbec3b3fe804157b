"""Rows of chat JSONL as tokens, with a mark on those the model is trained to say."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rag.errors import Mistake

if TYPE_CHECKING:
    import numpy as np

ROLES = ("system", "user", "assistant")
Messages = list[dict[str, str]]


@dataclass(frozen=True)
class Row:
    """`tokens`, int32, of a whole conversation; `trained`, bool, of the same length."""

    tokens: np.ndarray
    trained: np.ndarray

    def __len__(self) -> int:
        return len(self.tokens)


def read(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSONL file. Raises Mistake, with the line's number, where one is no chat."""
    if not path.exists():
        raise Mistake(f"No training data at {path}. Make it: python -m finetune data")
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            _check(row)
        except ValueError as error:
            raise Mistake(
                f"{path}, line {number}: {error}. Put it right, or make the data again: "
                "python -m finetune data"
            ) from None
        rows.append(row)
    return rows


def _check(row: Any) -> None:
    messages = row.get("messages") if isinstance(row, dict) else None
    if not isinstance(messages, list) or not messages:
        raise ValueError('it takes {"messages": [...]}')
    for message in messages:
        if not isinstance(message, dict) or message.get("role") not in ROLES:
            raise ValueError(f"a message's role must be one of {', '.join(ROLES)}")
        if not isinstance(message.get("content"), str):
            raise ValueError("a message's content must be text")
    if messages[0]["role"] == "assistant":
        raise ValueError("a conversation can't begin with its answer")
    if not any(m["role"] == "assistant" and m["content"].strip() for m in messages):
        raise ValueError("there is no answer to train on")


def encode(tokenizer: Any, rows: Sequence[dict[str, Any]]) -> Iterator[Row]:
    """Each conversation through the chat template, its answers and their ends of turn marked.

    A row's "trained" names the places of the messages that are; without it every answer is. The
    span is found by rendering the conversation up to it and with it, so that any
    template will do whose text for the beginning is a beginning of the text for the whole.
    """
    import numpy as np

    plain = getattr(tokenizer, "_tokenizer", tokenizer)
    ends = np.array(sorted(tokenizer.eos_token_ids))
    block = 512
    for start in range(0, len(rows), block):
        some = rows[start : start + block]
        texts = [_render(plain, row["messages"], False) for row in some]
        batch = plain(texts, add_special_tokens=False, return_offsets_mapping=True)
        for i, row in enumerate(some):
            tokens = np.array(batch["input_ids"][i], dtype=np.int32)
            begins = np.array(batch["offset_mapping"][i], dtype=np.int64).reshape(-1, 2)[:, 0]
            trained = np.zeros(len(tokens), dtype=bool)
            for first, last in _spans(plain, row, texts[i]):
                inside = (begins >= first) & (begins < last)
                end = np.flatnonzero(inside & np.isin(tokens, ends))
                inside[end[0] + 1 if len(end) else len(tokens) :] = False
                trained |= inside
            yield Row(tokens, trained)


def _spans(tokenizer: Any, row: dict[str, Any], text: str) -> Iterator[tuple[int, int]]:
    """Where each trained answer begins and its turn ends in the text, as characters."""
    chat: Messages = row["messages"]
    for i, message in enumerate(chat):
        if message["role"] == "assistant" and i in row.get("trained", range(len(chat))):
            before = _render(tokenizer, chat[:i], True)
            after = _render(tokenizer, chat[: i + 1], False)
            if not text.startswith(before) or not text.startswith(after):
                raise Mistake(
                    "The model's chat template rewrites what was said before, so that answers "
                    "can't be told from prompts. Choose another with --model."
                )
            yield len(before), len(after)


def _render(tokenizer: Any, chat: Messages, prompt: bool) -> str:
    return str(tokenizer.apply_chat_template(chat, tokenize=False, add_generation_prompt=prompt))


def load(path: Path, tokenizer: Any, longest: int) -> tuple[list[Row], int]:
    """The rows of a file that are at most `longest` tokens, and how many were longer.

    Raises Mistake where none is left.
    """
    rows = list(encode(tokenizer, read(path)))
    kept = [row for row in rows if len(row) <= longest and row.trained[1:].any()]
    if not kept:
        raise Mistake(
            f"{path}: none of its {len(rows)} rows is within {longest} tokens. "
            "Raise --max-length, or make the data again: python -m finetune data"
        )
    return kept, len(rows) - len(kept)


def marked(row: Row, tokenizer: Any) -> str:
    """The row as text, what is trained between guillemets."""
    parts, inside = [], False
    start = 0
    for i in range(len(row) + 1):
        now = i < len(row) and bool(row.trained[i])
        if now != inside or i == len(row):
            text = tokenizer.decode(row.tokens[start:i].tolist())
            parts.append(f"«{text}»" if inside else text)
            start, inside = i, now
    return "".join(parts)
