"""The training data of one recipe, made from the index: train, valid and test as chat rows."""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

from finetune.closed_book import pairs
from finetune.examples import Example
from finetune.exchange import Count, Dropped
from finetune.filter import Filter
from finetune.forms import draw
from finetune.split import PARTS, parted
from finetune.statistics import Statistics
from finetune.world import World
from rag.errors import Mistake
from rag.models import Embedder
from rag.prompt import Message
from rag.store import Store

SHARES = {"train": 0.9, "valid": 0.04, "test": 0.06}  # of the rows
PATIENCE = 12  # draws for each row asked for, before a small catalogue is taken as used up
ENOUGH = 500  # draws before it is judged
FEWEST = 60  # courses
SIZES = {"grounded": 25_000, "closed-book": 10_344}
Note = Callable[[str], None]


def make(
    data: Path,
    recipe: str = "grounded",
    size: int | None = None,
    seed: int = 0,
    model: str | None = None,
    note: Note = lambda line: None,
) -> Path:
    """Write DATA/training/<recipe>/{train,valid,test}.jsonl and stats.json; return the folder.

    `size` is the rows of all parts together (default, and for closed-book at most: `SIZES`);
    a small catalogue gives fewer.
    `model` names the generator whose tokenizer measures the prompts. Raises Mistake where there is
    no index, or it holds too few courses to part.
    """
    if recipe not in SIZES:
        raise Mistake(f"No recipe {recipe!r}. Choose one of: {', '.join(SIZES)}.")
    size = size or SIZES[recipe]
    if recipe == "closed-book":
        size = min(size, SIZES[recipe])
    store = Store.open(data)
    courses = store.courses()
    if len(courses) < FEWEST:
        raise Mistake(
            f"The index in {data} holds {len(courses)} courses; training data needs {FEWEST}. "
            "Index the whole file: python -m ingest --source FILE"
        )
    stats = Statistics(recipe, seed, size, _hash(courses), store.stamp.source)
    if recipe == "closed-book":
        rows: dict[str, list[Any]] = pairs(courses, size, seed)
    else:
        from rag.embed import MlxEmbedder

        tokenizer, count = counter(data, model)
        embedder = MlxEmbedder(store.stamp.embedder, data)
        rows = dict(grounded(store, embedder, count, size, seed, stats, note))
        stats.measure(rows, tokenizer)
    return _write(data / "training" / recipe, rows, stats)


def counter(data: Path, model: str | None) -> tuple[Any, Count]:
    """The tokenizer of a generator, and the tokens of a prompt in its chat template."""
    from transformers import AutoTokenizer

    from rag.models import default_generator, generator_folder

    tokenizer = AutoTokenizer.from_pretrained(
        generator_folder(model or default_generator()[0], data)
    )

    def count(messages: Sequence[Message]) -> int:
        ids = tokenizer.apply_chat_template(
            list(messages), add_generation_prompt=True, tokenize=True, return_dict=False
        )
        return len(ids)

    return tokenizer, count


def worlds(store: Store, embedder: Embedder) -> Iterator[World]:
    """One world for each part: whole departments are kept apart, so are their courses."""
    courses = store.courses()
    parts = parted(Counter(course.program for course in courses))
    for part in PARTS:
        yield World(part, (c for c in courses if parts[c.program] == part), store, embedder)


def grounded(
    store: Store,
    embedder: Embedder,
    count: Count,
    size: int,
    seed: int,
    stats: Statistics,
    note: Note = lambda line: None,
) -> dict[str, list[Example]]:
    """The examples of each part, each with what the product would have been asked and shown."""
    rows = {}
    for world in worlds(store, embedder):
        wanted = round(size * SHARES[world.part])
        rows[world.part] = _fill(world, wanted, Random(f"{seed} {world.part}"), count, stats)
        note(f"{world.part}: {len(rows[world.part]):,} examples")
    return rows


def _fill(world: World, wanted: int, rng: Random, count: Count, stats: Statistics) -> list[Example]:
    """Draw until there are enough distinct examples, or a small catalogue gives no more."""
    from tqdm import tqdm

    sieve = Filter(count)
    kept: list[Example] = []
    with tqdm(
        total=wanted, desc=world.part, unit="example", file=sys.stderr, mininterval=1.0
    ) as bar:
        for tried in range(wanted * PATIENCE):
            if len(kept) == wanted or (tried > ENOUGH and len(kept) * PATIENCE < tried):
                break
            try:
                example = draw(world, rng, count)
                sieve.check(example)
            except Dropped as dropped:
                stats.drop(world.part, dropped)
                continue
            kept.append(example)
            bar.update()
    return kept


def _write(folder: Path, rows: dict[str, list[Any]], stats: Statistics) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for part in PARTS:
        lines = (json.dumps(row.row(), ensure_ascii=False) + "\n" for row in rows.get(part, []))
        _whole(folder / f"{part}.jsonl", "".join(lines))
    _whole(folder / "stats.json", json.dumps(stats.summary(rows), indent=2, ensure_ascii=False))
    dropped = (json.dumps(row, ensure_ascii=False) + "\n" for row in stats.dropped)
    _whole(folder / "dropped.jsonl", "".join(dropped))
    return folder


def _whole(path: Path, text: str) -> None:
    """Write so that a reader sees the old file or the new one, never a part."""
    work = path.with_name(path.name + ".new")
    work.write_text(text, encoding="utf-8")
    work.replace(path)


def _hash(courses: Sequence[Any]) -> str:
    """The SHA-256 of all courses as the index holds them."""
    found = hashlib.sha256()
    for course in courses:
        found.update(repr(course).encode())
    return found.hexdigest()
