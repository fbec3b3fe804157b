"""The search layer on a collection in BEIR layout, its documents indexed like courses."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

from eval.retrieval import Collection, measure, read_beir, run
from rag.catalogue import Catalogue
from rag.course import Course
from rag.embed import MlxEmbedder
from rag.errors import Mistake
from rag.models import Embedder
from rag.search import Search
from rag.store import Draft, Stamp, Store, row

BATCH = 512


def measured(
    folder: Path, k: int, data: Path, embedder: str
) -> dict[str, dict[str, dict[str, float]]]:
    """Words, vectors and both fused: system -> measure -> query -> value.

    The index is kept under DATA/beir, so that a second run embeds nothing.
    """
    try:
        collection = read_beir(folder)
    except (OSError, KeyError, ValueError) as error:
        raise Mistake(
            f"{folder} is no BEIR folder ({error!r}). Give one with --beir DIR"
        ) from error
    model = MlxEmbedder(embedder, data)
    store = indexed(collection, data / "beir" / folder.name, model)
    search = Search(store, Catalogue(documents(collection)), model)
    systems = {
        "words": lambda text: [code for code, _ in store.by_words(text, 100)],
        "vectors": lambda text: [code for code, _ in store.by_vector(model.query(text), 100)],
        "fused": lambda text: [hit.course.code for hit in search.ranked(text, 100)],
    }
    queries, grades = collection.queries, collection.grades
    return {name: measure(run(find, queries), grades, k) for name, find in systems.items()}


def documents(collection: Collection) -> list[Course]:
    return [Course(i, "", text, 0.0, 0.0) for i, text in collection.corpus.items()]


def indexed(collection: Collection, place: Path, model: Embedder) -> Store:
    """The collection's index, built where there is none of the same texts and embedder."""
    text = "\n".join(collection.corpus.values())
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
        vectors = model.passages([text for _, text in new])
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
