"""Votes on answers, kept in one file on this machine, for training to learn from."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rag.answer import Answer

FILE = "feedback.jsonl"
_lock = Lock()


def save_vote(data: Path, answer: Answer, vote: str) -> None:
    """Append one line to `data`/feedback.jsonl; `vote` is up or down, none takes one back."""
    row = {
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
        "vote": vote,
        "question": answer.question,
        "answer": answer.text,
        "codes": list(answer.citations),
        "model": answer.model,
        "adapter": answer.adapter,
    }
    data.mkdir(parents=True, exist_ok=True)
    with _lock, (data / FILE).open("a", encoding="utf-8") as file:
        file.write(json.dumps(row, ensure_ascii=False) + "\n")
