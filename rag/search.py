"""From a question to courses: the ones named, then vectors and words together."""

from __future__ import annotations

from statistics import fmean, pstdev

from rag.catalogue import Catalogue
from rag.course import Hit
from rag.models import Embedder
from rag.query import Query, matches
from rag.store import Store

# Chosen on development questions and on SciFact: eval/LOG.md.
VECTOR_WEIGHT = 0.6
POOL = 50
WIDE = 500  # how far down the cosines are known, for courses that only the words found
THRESHOLD = 0.25


class Search:
    """Finds the courses for a query in one index, with the embedder it was made with."""

    def __init__(self, store: Store, catalogue: Catalogue, embedder: Embedder) -> None:
        store.check(embedder.name, embedder.pooling, embedder.dimension)
        self._store = store
        self._catalogue = catalogue
        self._embedder = embedder

    def hits(self, query: Query, k: int = 5, threshold: float = THRESHOLD) -> tuple[Hit, ...]:
        """Courses named in the question first, in its order, then the best of the others.

        Those whose cosine is under `threshold` are left out.
        """
        named = [Hit(self._catalogue.by_code[code], 1.0, "code") for code in query.codes]
        text = query.topic or query.text
        allowed = None
        if query.filters:
            allowed = {c.code for c in self._catalogue if matches(c, query.filters)}
        seen = set(query.codes)
        ranked = self.ranked(text, k + len(seen), allowed)
        found = [h for h in ranked if h.course.code not in seen and h.score >= threshold]
        return tuple([*named, *found][: max(k, len(named))])

    def ranked(self, text: str, k: int, allowed: set[str] | None = None) -> list[Hit]:
        """The `k` best courses by `fuse` of cosine and BM25, `score` being the cosine."""
        if not text.strip() or (allowed is not None and not allowed):
            return []
        pool = max(POOL, k)
        vector = self._embedder.query(text)
        by_vector = dict(self._store.by_vector(vector, max(WIDE, k), allowed))
        by_words = dict(self._store.by_words(text, pool, allowed))
        floor = min(by_vector.values(), default=0.0)
        ranked = fuse(by_vector, by_words, pool)[:k]
        return [Hit(self._catalogue.by_code[c], by_vector.get(c, floor)) for c in ranked]


def fuse(
    by_vector: dict[str, float],
    by_words: dict[str, float],
    pool: int = POOL,
    weight: float = VECTOR_WEIGHT,
) -> list[str]:
    """Ids by the weighted sum of their standard scores (mean 0, deviation 1) in both lists.

    The candidates are the best `pool` of either list; both are given best first. One that a list
    does not hold has that list's lowest score: it is at most that good.
    """
    ids = list(dict.fromkeys([*list(by_vector)[:pool], *list(by_words)[:pool]]))
    vectors, words = _standard(by_vector, ids), _standard(by_words, ids)
    total = {i: weight * v + (1 - weight) * w for i, v, w in zip(ids, vectors, words, strict=True)}
    return sorted(ids, key=lambda i: -total[i])


def _standard(scores: dict[str, float], ids: list[str]) -> list[float]:
    floor = min(scores.values(), default=0.0)
    values = [scores.get(i, floor) for i in ids]
    spread = pstdev(values) if values else 0.0
    middle = fmean(values) if values else 0.0
    return [(v - middle) / spread if spread else 0.0 for v in values]
