"""Base, adapter, fused and closed-book model side by side on the test part."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from finetune import rows, run
from finetune.files import replace_text
from finetune.hosts import Hosts
from finetune.judge import judge, rates
from finetune.options import CLOSED_BOOK, GROUNDED, Options
from finetune.quick import keep_freed_memory
from finetune.train import evaluate
from rag.adapters import WEIGHTS, adapter_folder
from rag.errors import Mistake
from rag.models import default_generator, generator_folder

LONGEST = 130  # tokens of an answer
COLUMNS = (
    ("model", ""),
    ("loss", ".3f"),
    ("right", ".1%"),
    ("from facts", ".1%"),
    ("refused", ".1%"),
    ("shy", ".1%"),
    ("invented", ".1%"),
    ("tokens/s", ".1f"),
    ("first token s", ".2f"),
    ("size MB", ".0f"),
)


@dataclass(frozen=True)
class Contender:
    """A model, perhaps with an adapter; `recalls` one that is asked without any context."""

    label: str
    model: str
    adapter: Path | None = None
    recalls: bool = False


def compare(options: Options) -> None:
    """Print the table and save it with every answer under DATA/reports."""
    keep_freed_memory()
    name = options.model or default_generator()[0]
    generator_folder(name, options.data)
    found = judged(options.data, options.limit)
    if not found:
        raise Mistake("The test part holds no row to judge. Make it: python -m finetune data")
    results = []
    for contender in list(contenders(options, name)):  # all found, or a mistake told, before any
        print(f"{contender.label}: {len(found)} answers", file=sys.stderr)
        results.append(measure(contender, found, options))
    print(table(results))
    folder = options.data / "reports"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"compare-{time.strftime('%Y%m%d-%H%M%S')}.json"
    replace_text(path, json.dumps(results, indent=1, ensure_ascii=False))
    print(f"\nAnswers: {path}")


def judged(data: Path, count: int) -> list[dict[str, Any]]:
    """`count` test rows (0: all) that say what a right answer holds, the same each time."""
    found = rows.read(data / "training" / GROUNDED / "test.jsonl")
    found = [row for row in found if {"values", "refused", "codes"} <= row.keys()]
    return Random(0).sample(found, count) if 0 < count < len(found) else found


def contenders(options: Options, name: str) -> Iterator[Contender]:
    """The base, and of the others those that there are; Mistake for one named that is not."""
    yield Contender("base", name)
    adapter = tuned(options, name)
    if adapter is None:
        raise Mistake(f"No adapter for {name}. Train one: python -m finetune")
    yield Contender("adapter", name, adapter)
    fused = options.fused or options.data / "models" / f"{Path(name).name}-tuned"
    if options.fused or fused.exists():
        generator_folder(str(fused), options.data)
        if (made_of := fused_of(fused)) not in ("", str(adapter)):
            told = f"{fused} was made of {made_of}, not of {adapter}. Make it anew: "
            print(f"{told}python -m finetune fuse --fused FOLDER", file=sys.stderr)
        yield Contender("fused", str(fused))
    recalling = options.closed_book or closed_book(options.data, name)
    if recalling:
        yield Contender(
            "closed-book", name, adapter_folder(str(recalling), name, options.data), True
        )


def fused_of(folder: Path) -> str:
    """The adapter that was fused into a model, '' where its folder does not say."""
    about = folder / "fused.json"
    return str(json.loads(about.read_text(encoding="utf-8"))["adapter"]) if about.exists() else ""


def tuned(options: Options, name: str) -> Path | None:
    """The adapter named, that of the run named, or the newest that reads courses."""
    if options.adapter or not options.run:
        return adapter_folder(options.adapter, name, options.data)
    return adapter_folder(str(run.find(options.data, options.run).adapter), name, options.data)


def closed_book(data: Path, name: str) -> Path | None:
    """The newest adapter trained with the closed-book recipe."""
    for path in sorted(data.glob("runs/*/run.json"), key=lambda p: -p.stat().st_mtime):
        found = run.Run(path.parent)
        mine = found.recipe == CLOSED_BOOK and found.record().get("model") == name
        if mine and (found.adapter / WEIGHTS).exists():
            return found.adapter
    return None


def measure(
    contender: Contender, found: Sequence[dict[str, Any]], options: Options
) -> dict[str, Any]:
    """One line of the table, with the answers."""
    from rag.generate import MlxGenerator

    generator = MlxGenerator(contender.model, options.data, contender.adapter)
    asked = [recalled(row) if contender.recalls else row for row in found]
    encoded = list(rows.encode(generator.tokenizer, asked))
    loss = evaluate(generator.model, encoded, options.batch_tokens, Hosts(0, 1))
    answers, tokens, seconds, first = [], 0, 0.0, []
    for row in asked:
        started = time.perf_counter()
        pieces = list(generator.stream(row["messages"][:-1], LONGEST))
        answers.append("".join(piece.text for piece in pieces).strip())
        first.append(pieces[0].prefill_s)
        tokens += pieces[-1].generated_tokens
        seconds += time.perf_counter() - started - first[-1]
    verdicts = [judge(row, answer) for row, answer in zip(found, answers, strict=True)]
    return {
        "model": contender.label,
        "loss": loss,
        **rates(found, verdicts),
        "tokens/s": tokens / seconds,
        "first token s": sorted(first)[len(first) // 2],
        "size MB": size(contender, options.data),
        "answers": [
            {
                "kind": row.get("kind", ""),
                "question": row["messages"][-2]["content"].rsplit("Question: ", 1)[-1],
                "gold": row["messages"][-1]["content"],
                "answer": answer,
                "right": verdict.right,
            }
            for row, answer, verdict in zip(found, answers, verdicts, strict=True)
        ],
    }


def recalled(row: dict[str, Any]) -> dict[str, Any]:
    """The row's last question alone, as a closed-book model is asked."""
    *_, question, answer = row["messages"]
    plain = question["content"].rsplit("Question: ", 1)[-1]
    return {"messages": [{"role": "user", "content": plain}, answer]}


def size(contender: Contender, data: Path) -> float:
    """Megabytes of weights on the disk, the adapter's included."""
    files = list(generator_folder(contender.model, data).glob("*.safetensors"))
    if contender.adapter:
        files.append(contender.adapter / WEIGHTS)
    return sum(path.stat().st_size for path in files) / 1e6


def table(results: Sequence[dict[str, Any]]) -> str:
    """The results as Markdown. `shy` is refusing what could be answered."""
    lines = [[name for name, _ in COLUMNS], ["---"] * len(COLUMNS)]
    lines += [[format(result[name], form) for name, form in COLUMNS] for result in results]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
