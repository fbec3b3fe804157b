"""A world: the courses of one part of the data, read and searched as the product does it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from random import Random
from typing import TYPE_CHECKING

from finetune.phrasing import Phrasing, phrasings
from rag.catalogue import Catalogue
from rag.conversation import Turn
from rag.course import Course, Hit
from rag.facts import Facts, facts
from rag.models import Embedder
from rag.query import Query
from rag.question import Reader
from rag.requirements import Requirements
from rag.search import Search, depth
from rag.store import Store

if TYPE_CHECKING:
    import numpy as np


class World:
    """The catalogue of one part: no course outside it is shown, named in a list or found.

    So nothing of a test course can reach a training example, and counts are learnt as what is
    read, for they are not those of the whole file.
    """

    def __init__(
        self, part: str, courses: Iterable[Course], store: Store, embedder: Embedder
    ) -> None:
        self.part = part
        self.catalogue = Catalogue(courses, store.stamp.term)
        self.requirements = Requirements(self.catalogue)
        self.phrasings: dict[str, list[Phrasing]] = phrasings(part)
        self._reader = Reader(self.catalogue)
        shelf = _Shelf(store, self.catalogue)
        self._search = Search(shelf, self.catalogue, embedder)  # type: ignore[arg-type]

    @cached_property
    def codes(self) -> frozenset[str]:
        return frozenset(self.catalogue.by_code)

    @cached_property
    def popular(self) -> tuple[Course, ...]:
        """Undergraduate courses with a description and a time: those most asked about."""
        plain = (c for c in self.catalogue if c.number < 490 and len(c.description) > 60)
        return tuple(c for c in plain if c.sections and c.sections[0].start is not None)

    def pick(self, rng: Random) -> Course:
        """A course of the part, half of the time a popular one."""
        few = self.popular if rng.random() < 0.5 else ()
        return rng.choice(few or self.catalogue.courses)

    @cached_property
    def titled(self) -> dict[str, int]:
        """How many courses bear each title, lower case."""
        counts: dict[str, int] = {}
        for course in self.catalogue:
            counts[course.title.casefold()] = counts.get(course.title.casefold(), 0) + 1
        return counts

    @cached_property
    def instructors(self) -> tuple[str, ...]:
        names = {n for c in self.catalogue for s in c.sections for n in s.instructors}
        return tuple(sorted(names))

    @cached_property
    def demanding(self) -> tuple[Course, ...]:
        """The courses that have prerequisites."""
        return tuple(c for c in self.catalogue if c.prerequisites)

    def read(self, question: str, history: Sequence[Turn] = ()) -> Query:
        return self._reader.read(question, history)

    def hits(self, query: Query, k: int) -> tuple[Hit, ...]:
        return self._search.hits(query, k)

    def found(self, query: Query, k: int) -> tuple[Hit, ...]:
        """The hits where the facts or the prompt can depend on them: courses named need none."""
        return () if query.codes else self.hits(query, depth(query, k))

    def facts(self, query: Query, hits: Sequence[Hit]) -> Facts:
        return facts(query, self.catalogue, self.requirements, hits)


class _Shelf:
    """A store narrowed to some of its courses, for Search."""

    def __init__(self, store: Store, catalogue: Catalogue) -> None:
        self._store = store
        self._codes = frozenset(catalogue.by_code)
        # Asked for so many times more, it still gives enough of these courses.
        self._wide = max(1, -(-len(store.courses()) // max(1, len(catalogue))))

    def check(self, embedder: str, pooling: str, dimension: int) -> None:
        self._store.check(embedder, pooling, dimension)

    def by_vector(
        self, vector: np.ndarray, k: int, codes: Collection[str] | None = None
    ) -> list[tuple[str, float]]:
        wide = k if codes is not None else k * self._wide
        return self._own(self._store.by_vector(vector, wide, codes), k)

    def by_words(
        self, text: str, k: int, codes: Collection[str] | None = None
    ) -> list[tuple[str, float]]:
        wide = k if codes is not None else k * self._wide
        return self._own(self._store.by_words(text, wide, codes), k)

    def _own(self, found: list[tuple[str, float]], k: int) -> list[tuple[str, float]]:
        return [(code, score) for code, score in found if code in self._codes][:k]
