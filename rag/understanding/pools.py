"""The courses of the talk that a description may mean, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from rag.course import Course
from rag.understanding.past import Past
from rag.understanding.vocabulary import Vocabulary


class Pools:
    """The courses that may be meant, the likeliest first: of the last answer, of the last list, of
    all the talk, and of its lists with what they did not show; each found when first needed."""

    def __init__(self, past: Past, words: Vocabulary) -> None:
        self._words, self._past = words, past
        self._found: list[list[Course]] = []
        self._left = chain((past.codes, past.listed, past.shown), past.wider(words.catalogue))

    def __iter__(self) -> Iterator[list[Course]]:
        at = 0
        while at < len(self._found) or self._more():
            yield self._found[at]
            at += 1

    @property
    def several(self) -> list[Course]:
        """The latest list, with what it did not show."""
        whole = self._past.wider(self._words.catalogue) if self._past.whole else ()
        lists = ([self._words.catalogue.by_code[c] for c in codes] for codes in whole)
        return next((pool for pool in chain(lists, self) if len(pool) > 1), [])

    def _more(self) -> bool:
        for codes in self._left:
            pool = [c for code in codes if (c := self._words.catalogue.find(code))]
            if pool:
                self._found.append(pool)
                return True
        return False
