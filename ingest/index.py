"""The index is built here: new courses are embedded and the table put in place."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from rag.course import Course
from rag.embed import MlxEmbedder
from rag.errors import disk_full
from rag.store import Draft, Stamp, row

# Rows are written in steps this large, so that a killed run loses no more than the last one.
STEP = 256


@dataclass(frozen=True)
class Built:
    """What building cost: courses embedded, vectors reused, seconds of embedding."""

    embedded: int
    reused: int
    seconds: float


def build(
    courses: Sequence[Course],
    embedder: MlxEmbedder,
    data: Path,
    source: str,
    sha256: str,
    term: str,
) -> Built:
    """Embed what is new and make these courses the current index of `data`, all at once.

    A run that fails leaves its vectors to the next one, unless the disk is full: then they go.
    """
    draft = Draft(data)
    try:
        built = _fill(draft, courses, embedder)
        draft.finish(_stamp(embedder, source, sha256, term, len(courses)))
    except Exception as error:
        if disk_full(error):
            draft.discard()
        raise
    return built


def _fill(draft: Draft, courses: Sequence[Course], embedder: MlxEmbedder) -> Built:
    kind = f"{embedder.name}/{embedder.pooling}"
    keys = [f"{kind}:{_hash(course.text())}" for course in courses]
    known = draft.vectors(kind, embedder.dimension)
    old = [i for i, key in enumerate(keys) if key in known]
    new = [i for i, key in enumerate(keys) if key not in known]
    for start in range(0, len(old), 4 * STEP):
        part = old[start : start + 4 * STEP]
        draft.add([row(courses[i], i, keys[i], known[keys[i]]) for i in part], embedder.dimension)
    seconds = _embed(courses, new, keys, embedder, draft)
    return Built(len(new), len(old), seconds)


def _stamp(embedder: MlxEmbedder, source: str, sha256: str, term: str, courses: int) -> Stamp:
    return Stamp(
        embedder=embedder.name,
        pooling=embedder.pooling,
        dimension=embedder.dimension,
        source=source,
        sha256=sha256,
        term=term,
        courses=courses,
        date=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def _embed(
    courses: Sequence[Course],
    places: Sequence[int],
    keys: Sequence[str],
    embedder: MlxEmbedder,
    draft: Draft,
) -> float:
    from tqdm import tqdm

    started = datetime.now(UTC)
    waiting: list[dict[str, object]] = []
    with tqdm(
        total=len(places), desc="Embedding", unit="course", file=sys.stderr, mininterval=0.5
    ) as bar:
        for batch, vectors in embedder.batches([courses[i].text() for i in places]):
            for n, vector in zip(batch, vectors, strict=True):
                i = places[n]
                waiting.append(row(courses[i], i, keys[i], vector.tolist()))
            if len(waiting) >= STEP:
                draft.add(waiting, embedder.dimension)
                waiting = []
            bar.update(len(batch))
    if waiting:
        draft.add(waiting, embedder.dimension)
    return (datetime.now(UTC) - started).total_seconds()


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]
