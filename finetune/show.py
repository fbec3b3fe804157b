"""The training data made and shown: what it holds, and examples with what is trained marked."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from random import Random
from typing import Any

from finetune.dataset import make as make_data
from finetune.options import Options
from finetune.rows import encode, marked, read
from rag.models import default_generator, generator_folder


def make(options: Options) -> None:
    """Make the data where the verb asks for it or there is none; print `show` examples of it."""
    folder = options.data / "training" / options.recipe
    if options.verb == "data" or not (folder / "train.jsonl").exists():
        size = options.size or None
        make_data(options.data, options.recipe, size, options.seed, options.model, _note)
        _note(summary(folder))
    if options.show:
        print(show(folder, options.show, options.data, options.model, options.seed))


def show(folder: Path, count: int, data: Path, model: str | None = None, seed: int = 0) -> str:
    """`count` examples to train on as text, of as many kinds as there are, trained tokens marked.

    Raises Mistake where the data has not been made.
    """
    from mlx_lm.utils import load_tokenizer

    chosen = spread(read(folder / "train.jsonl"), count, seed)
    tokenizer = load_tokenizer(generator_folder(model or default_generator()[0], data))
    parts = []
    for row, tokens in zip(chosen, encode(tokenizer, chosen), strict=True):
        about = [row["kind"], row.get("form", ""), *row.get("phrasing", ())]
        trained = f"{int(tokens.trained.sum())} of {len(tokens)} tokens trained"
        parts.append(
            f"--- {', '.join(filter(None, about))}: {trained}\n{marked(tokens, tokenizer)}"
        )
    return "\n".join(parts)


def spread(rows: list[dict[str, Any]], count: int, seed: int) -> list[dict[str, Any]]:
    """`count` rows drawn so that kinds take turns."""
    rng = Random(seed)
    turns: dict[str, int] = {}
    ranked: list[tuple[int, int, dict[str, Any]]] = []
    for row in rng.sample(rows, len(rows)):
        turn = turns[row["kind"]] = turns.get(row["kind"], 0) + 1
        ranked.append((turn, len(ranked), row))
    return [row for _, _, row in sorted(ranked, key=lambda entry: entry[:2])[:count]]


def summary(folder: Path) -> str:
    """What was made and what was dropped, in three lines."""
    stats = json.loads((folder / "stats.json").read_text(encoding="utf-8"))
    rows = ", ".join(f"{count:,} {part}" for part, count in stats["rows"].items())
    kinds = ", ".join(f"{kind} {n:,}" for kind, n in stats["kinds"]["train"].items())
    dropped = {reason: sum(by.values()) for reason, by in stats["dropped"].items()}
    lost = ", ".join(f"{reason} {n:,}" for reason, n in dropped.items()) or "nothing"
    return f"{folder}: {rows} examples.\nTo train on: {kinds}.\nDropped: {lost}."


def _note(line: str) -> None:
    print(line, file=sys.stderr)
