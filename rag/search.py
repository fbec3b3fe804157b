"""From a question to courses: the ones named, then vectors and words together."""

from __future__ import annotations

from rag.catalogue import Catalogue
from rag.course import Hit
from rag.models import Embedder
from rag.query import Query, matches
from rag.store import Store

# Chosen on development questions and on SciFact: eval/LOG.md.
VECTOR_WEIGHT = 0.7
POOL = 50
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
        by_vector = dict(self._store.by_vector(vector, pool, allowed))
        by_words = dict(self._store.by_words(text, pool, allowed))
        floor = min(by_vector.values(), default=0.0)
        ranked = fuse(by_vector, by_words)[:k]
        return [Hit(self._catalogue.by_code[c], by_vector.get(c, floor)) for c in ranked]


def fuse(
    by_vector: dict[str, float], by_words: dict[str, float], weight: float = VECTOR_WEIGHT
) -> list[str]:
    """Ids by the weighted sum of both scores, each scaled to 0..1 over its own list.

    Min-max fusion (Bruch, Gai, Ingber 2023); an id missing from a list has 0 there.
    """
    vectors, words = _scaled(by_vector), _scaled(by_words)
    total = {
        i: weight * vectors.get(i, 0.0) + (1 - weight) * words.get(i, 0.0)
        for i in {**vectors, **words}
    }
    return sorted(total, key=lambda i: -total[i])


def _scaled(scores: dict[str, float]) -> dict[str, float]:
    if not scores:
        return {}
    low, high = min(scores.values()), max(scores.values())
    spread = high - low
    return {i: (s - low) / spread if spread else 1.0 for i, s in scores.items()}
