"""Courses whose titles hold some words: in full, begun, or abbreviated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rag.course import Course
from rag.understanding.titles import ABBREVIATIONS, canonical, stem


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
    full = ABBREVIATIONS.get(word, word).split()
    words = title_words(course)
    joined = "".join(_words(course.title))
    return all(
        w in words
        or (len(w) > 6 and w in joined)
        or (len(w) > 3 and any(t.startswith(_root(w)) or _root(t) == _root(w) for t in words))
        for w in full
    )


def _root(word: str) -> str:
    """The word without an ending: "fisheries", "fishing" -> "fish"."""
    bare = re.sub(r"(?:ers?|ing|ies|ions?|al|ist|ists|ic|ics|ed|y|s)$", "", word)
    return bare if len(bare) > 3 else word


def title_words(course: Course) -> set[str]:
    return set(canonical(_words(course.title)))


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
