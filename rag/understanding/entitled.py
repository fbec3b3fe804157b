"""Courses whose titles hold some words: in full, begun, or abbreviated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from rag.course import Course
from rag.understanding.titles import ABBREVIATIONS, canonical, root, stem

ROOT = 4  # letters a word must share with another form of it


def _named(said: Sequence[str], found: list[Course]) -> list[Course]:
    """Those with no more in the title than the words say, if there are such, else all."""
    wanted = {stem(w) for word in said for w in ABBREVIATIONS.get(word, word).split()}
    return [c for c in found if title_words(c) == wanted] or found


def titled(said: Sequence[str], pool: Iterable[Course]) -> list[Course]:
    """The courses whose titles have all these words: in full, else the beginnings of words."""
    pool = list(pool)
    wanted = [canonical([w]) or (w,) for w in said]
    exact = [c for c in pool if all(set(w) <= title_words(c) for w in wanted)]
    if exact:
        return _named(said, exact)
    return [c for c in pool if all(_begun(w, c) for w in said)]


def _begun(word: str, course: Course) -> bool:
    """Whether a word of the title and this one begin alike: "engineer", "Engineering"."""
    words = title_words(course)
    joined = "".join(_words(course.title))
    return all(
        w in words or (len(w) > 6 and w in joined) or (len(w) > 3 and _akin(w, words))
        for w in ABBREVIATIONS.get(word, word).split()
    )


def _akin(word: str, words: Iterable[str]) -> bool:
    """Whether one of the words is this one in another form."""
    mine = root(word, ROOT)
    return any(w.startswith(mine) or root(w, ROOT) == mine for w in words)


def title_words(course: Course) -> frozenset[str]:
    """The words of a course's title, as titles are compared."""
    return _of_title(course.title)


@lru_cache(maxsize=8192)
def _of_title(title: str) -> frozenset[str]:
    return frozenset(canonical(_words(title)))


def _words(title: str) -> list[str]:
    return re.findall(r"[a-z0-9+']+", title.lower().replace("u.s.", "us"))


def whole(run: Sequence[str], pool: Sequence[Course]) -> list[Course]:
    """The courses whose titles hold all the words, each as it stands."""
    wanted = {stem(w) for word in run for w in ABBREVIATIONS.get(word, word).split()}
    joined = "".join(run)
    found = [
        c
        for c in pool
        if wanted <= title_words(c) or (len(joined) > 6 and joined in "".join(_words(c.title)))
    ]
    return _named(run, found)
