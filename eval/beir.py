"""The search layer on a collection in BEIR layout, its documents indexed like courses."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import fmean
from typing import Any

from eval.retrieval import Values, measure
from eval.systems import ranked, systems
from rag.answer import Assistant
from rag.course import Course
from rag.embed import MlxEmbedder
from rag.errors import Mistake
from rag.models import Embedder
from rag.store import Draft, Stamp, Store, row
from rag.thread import ModelThread

BATCH = 512
DEPTH = 100
MEASURES = ("nDCG@10", "recall@100", "MRR")


@dataclass(frozen=True)
class Collection:
    """Documents and queries by id, and of every judged query the grade of each document."""

    corpus: dict[str, str]
    queries: dict[str, str]
    grades: dict[str, dict[str, int]]


def read(folder: Path) -> Collection:
    """corpus.jsonl, queries.jsonl and qrels/test.tsv, or else the only qrels/*.tsv there is.

    Only judged queries are kept. Raises Mistake where the folder has another layout.
    """
    try:
        corpus = {}
        for found in lines(folder / "corpus.jsonl"):
            title = found.get("title") or ""
            corpus[str(found["_id"])] = f"{title}. {found['text']}".removeprefix(". ")
        texts = {str(found["_id"]): found["text"] for found in lines(folder / "queries.jsonl")}
        grades = judgements(folder / "qrels")
        return Collection(corpus, {query: texts[query] for query in grades}, grades)
    except (OSError, LookupError, ValueError, TypeError) as error:
        raise Mistake(
            f"{folder} is no BEIR folder ({error!r}). It takes corpus.jsonl, queries.jsonl and "
            "qrels/test.tsv: python -m eval beir DIR"
        ) from error


def judgements(folder: Path) -> dict[str, dict[str, int]]:
    """Query id -> document id -> grade; a file without the usual heading is read as well."""
    files = sorted(folder.glob("*.tsv"))
    path = folder / "test.tsv" if len(files) != 1 else files[0]
    grades: dict[str, dict[str, int]] = {}
    with path.open(encoding="utf-8", newline="") as handle:
        for cells in csv.reader(handle, delimiter="\t", quoting=csv.QUOTE_NONE):
            if cells and cells[0] != "query-id":
                query, *_, document, grade = cells
                grades.setdefault(query, {})[document] = int(float(grade))
    return grades


def lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as handle:
        yield from (json.loads(line) for line in handle if line.strip())


def measured(folder: Path, data: Path, embedder: str) -> dict[str, Values]:
    """System -> measure -> query -> value.

    The index is kept under DATA/beir, so that a second run embeds nothing.
    """
    collection = read(folder)
    thread = ModelThread()
    model: Embedder = thread.call(MlxEmbedder, embedder, data)
    store = thread.call(indexed, collection, data / "beir" / folder.resolve().name, model)
    return values(Assistant(store, model, None, thread), collection)


def values(assistant: Assistant, collection: Collection) -> dict[str, Values]:
    asked = [{"id": query, "question": text} for query, text in collection.queries.items()]
    found = ranked(systems(assistant, DEPTH), asked)
    # As beir's own evaluation does: where queries are documents, none finds itself.
    others = {
        name: {query: [i for i in ids if i != query] for query, ids in rankings.items()}
        for name, rankings in found.items()
    }
    return {
        name: measure(rankings, collection.grades, 10, (DEPTH,))
        for name, rankings in others.items()
    }


def table(found: dict[str, Values]) -> str:
    """One line a system, to three decimals."""
    lines = [f"{'':8}" + "".join(f"{name:>12}" for name in MEASURES)]
    for name, own in found.items():
        means = (fmean(own[measure].values()) for measure in MEASURES)
        lines.append(f"{name:8}" + "".join(f"{mean:12.3f}" for mean in means))
    return "\n".join(lines)


def documents(collection: Collection) -> list[Course]:
    return [Course(i, "", text, 0.0, 0.0) for i, text in collection.corpus.items()]


def indexed(collection: Collection, place: Path, model: Embedder) -> Store:
    """The collection's index, built where there is none of the same texts and embedder."""
    text = json.dumps(collection.corpus)
    mark = hashlib.sha256(text.encode()).hexdigest()
    try:
        store = Store.open(place)
        if (store.stamp.sha256, store.stamp.embedder) == (mark, model.name):
            return store
    except Mistake:
        pass
    draft = Draft(place)
    known = draft.vectors(model.name, model.dimension)
    courses = documents(collection)
    for start in range(0, len(courses), BATCH):
        part = courses[start : start + BATCH]
        keys = [f"{model.name}:{hashlib.sha256(c.description.encode()).hexdigest()}" for c in part]
        new = [(key, c.description) for key, c in zip(keys, part, strict=True) if key not in known]
        vectors = model.passages([text for _, text in new]) if new else ()
        known |= {key: list(v) for (key, _), v in zip(new, vectors, strict=True)}
        draft.add(
            [
                # The id is no word of the document.
                row(c, start + n, key, known[key]) | {"text": c.description}
                for n, (key, c) in enumerate(zip(keys, part, strict=True))
            ],
            model.dimension,
        )
    now = datetime.now(UTC).isoformat(timespec="seconds")
    stamp = Stamp(
        model.name, model.pooling, model.dimension, place.name, mark, "", len(courses), now
    )
    draft.finish(stamp)
    return Store.open(place)
