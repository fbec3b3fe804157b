"""Hand-written questions in a student's words, each for a course it does not name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from eval.questions.split import digest, split_of

Row = dict[str, Any]


def make(split: str) -> list[Row]:
    """The rows of one split, for the search alone: its labels are all courses that answer."""
    rows = (row_of(question, codes) for question, codes in paraphrases())
    return [row for row in rows if row["split"] == split]


def paraphrases() -> list[tuple[str, list[str]]]:
    """Every question with its codes, as paraphrases.jsonl has them: first the one written for."""
    text = Path(__file__).with_name("paraphrases.jsonl").read_text(encoding="utf-8")
    lines = (json.loads(line) for line in text.splitlines())
    return [(line["question"], line["codes"]) for line in lines]


def row_of(question: str, codes: list[str]) -> Row:
    """One line of a questions file; the first code decides the split."""
    split = split_of(codes[0])
    return {
        "id": f"paraphrase-{split}-{digest(question):08x}",
        "question": question,
        "kind": "paraphrase",
        "split": split,
        "gold": {"any_of": codes, "refused": False},
    }
