"""Which courses name a topic in their title or description, word for word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rag.catalogue import Catalogue
from rag.course import Course
from rag.understanding.titles import ABBREVIATIONS
from rag.understanding.words import bag

_WORD = re.compile(r"[a-z0-9+#]+")
_FILLERS = bag(
    "a about all also an and any are at available be by class course do for from good have in is "
    "it me my of offered on one or related some something stuff take that the there this to topic "
    "usc what which with"
)


def mentioning(
    catalogue: Catalogue, courses: Sequence[Course], topic: str, *, titled: bool = False
) -> list[Course]:
    """The courses whose text holds every word of the topic; those with it in the title first.

    Of "film or music" either will do; where only the title counts, `titled` says so.
    """
    ways = [
        [_spelled(word) for word in _stems(part) if word not in _FILLERS]
        for part in topic.lower().split(" or ")
    ]
    ways = [way for way in ways if way]
    if not ways:
        return list(courses)
    texts = _texts(catalogue)
    by_title, by_text = [], []
    for course in courses:
        title, text = texts[course.code]
        if any(all(_holds(title, word) for word in way) for way in ways):
            by_title.append(course)
        elif any(all(_holds(text, word) for word in way) for way in ways):
            by_text.append(course)
    return by_title if titled else by_title + by_text


def _spelled(word: str) -> tuple[str, ...]:
    """The word between spaces, and what it is short for: "ai", "artificial intelligence"."""
    full = ABBREVIATIONS.get(word, word)
    return tuple(dict.fromkeys((f" {word} ", f" {' '.join(_stems(full))} ")))


def _holds(text: str, word: tuple[str, ...]) -> bool:
    return any(spelled in text for spelled in word)


@lru_cache(maxsize=2)
def _texts(catalogue: Catalogue) -> dict[str, tuple[str, str]]:
    """Code -> the stems of the title, and of title and description, each between spaces."""
    return {
        c.code: (
            f" {' '.join(_stems(c.title))} ",
            f" {' '.join(_stems(f'{c.title} {c.description}'))} ",
        )
        for c in catalogue
    }


def _stems(text: str) -> list[str]:
    """Words in lower case without a plural's s."""
    words = _WORD.findall(text.lower())
    return [_stem(w) for w in words]


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    if len(word) < 4 or not word.endswith("s") or word.endswith("ss"):
        return word
    if word.endswith(("oes", "sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-3] + "y" if word.endswith("ies") and len(word) > 4 else word[:-1]
