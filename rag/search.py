"""From a question to courses: the ones named, then vectors and words together."""

from __future__ import annotations

import re

from rag.catalogue import Catalogue
from rag.course import Hit
from rag.exact.selection import select
from rag.models import Embedder
from rag.query import Query
from rag.rarity import Rarity
from rag.store import Store
from rag.understanding.words import bag

# Chosen on development questions and on SciFact: eval/LOG.md.
BONUS = 0.3
POOL = 50
WIDE = 500  # how far down the cosines are known, for courses that only the words found
THRESHOLD = 0.25
# What is read off the records of the courses named, and what is off no record: nothing is sought.
READ_OFF = bag(
    "units prerequisites requires unlocks eligible schedule instructor restrictions clearance "
    "category grading compare"
)
CHOICE = 4
IDLE = bag("smalltalk unavailable")
LISTED = bag("list count")
# More than one sentence: what is sought is its topic, and not what else is told.
STORY = re.compile(r"[.!?;]\s+\S")


class Search:
    """Finds the courses for a query in one index, with the embedder it was made with."""

    def __init__(self, store: Store, catalogue: Catalogue, embedder: Embedder) -> None:
        store.check(embedder.name, embedder.pooling, embedder.dimension)
        self._store = store
        self._catalogue = catalogue
        self._embedder = embedder
        self._rarity = Rarity(course.text() for course in catalogue)

    def hits(self, query: Query, k: int = 5, threshold: float = THRESHOLD) -> tuple[Hit, ...]:
        """Courses named in the question first, in its order, then the best of the others.

        Those whose cosine is under `threshold` are left out. A list that conditions alone make is
        not searched for: all it holds fit alike.
        """
        named = [Hit(self._catalogue.by_code[code], 1.0, "code") for code in query.codes]
        if len(named) >= k:
            return tuple(named)
        aside = query.filters or query.follows or STORY.search(query.text)
        text = query.topic if query.topic and aside else query.text
        allowed = None
        if query.filters:
            chosen = select(self._catalogue.courses, query.filters)
            if query.ask in LISTED and not query.topic and not named:
                return tuple(Hit(course, 1.0, "filter") for course in chosen[:k])
            allowed = {course.code for course in chosen}
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
        ranked = fuse(by_vector, by_words, self._rarity.ideal(text), pool)[:k]
        return [Hit(self._catalogue.by_code[c], by_vector.get(c, floor)) for c in ranked]


def depth(query: Query, k: int) -> int:
    """How many courses are worth finding: `k`, or none but those named where more serve nothing.

    To recommend a few, more are looked at: the best matches of a subject may all be its theses.
    """
    named = len(query.codes)
    if query.ask == "recommend":
        return CHOICE * k
    if query.ask in READ_OFF and named > (query.ask == "compare"):
        return named
    return named if query.ask in IDLE and not query.filters else k


def fuse(
    by_vector: dict[str, float],
    by_words: dict[str, float],
    ideal: float,
    pool: int = POOL,
    bonus: float = BONUS,
) -> list[str]:
    """Ids by cosine plus `bonus` times the share of the `ideal` BM25 score, best first.

    Both scores keep their own scale, so that a stray word weighs little where most of the
    question's words are missing. The candidates are the best `pool` of either list; one that the
    vectors do not hold has their lowest score: it is at most that good.
    """
    floor = min(by_vector.values(), default=0.0)
    ids = dict.fromkeys([*list(by_vector)[:pool], *list(by_words)[:pool]])
    share = {i: by_words.get(i, 0.0) / ideal if ideal else 0.0 for i in ids}
    return sorted(ids, key=lambda i: -(by_vector.get(i, floor) + bonus * share[i]))
