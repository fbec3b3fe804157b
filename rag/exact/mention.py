"""Which courses name a topic in their title or description, word for word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rag.catalogue import Catalogue
from rag.course import Course
from rag.understanding.words import bag

_WORD = re.compile(r"[a-z0-9+#]+")
_FILLERS = bag(
    "a about all also an and any are at available be by class course do for from good have in is "
    "it me my of offered on one or related some something stuff take that the there this to topic "
    "usc what which with"
)


def mentioning(catalogue: Catalogue, courses: Sequence[Course], topic: str) -> list[Course]:
    """The courses whose text holds every word of the topic; those with it in the title first.

    Of "film or music" either will do.
    """
    ways = [
        [f" {word} " for word in _stems(part) if word not in _FILLERS]
        for part in topic.lower().split(" or ")
    ]
    ways = [way for way in ways if way]
    if not ways:
        return list(courses)
    texts = _texts(catalogue)
    titled, told = [], []
    for course in courses:
        title, text = texts[course.code]
        if any(all(word in title for word in way) for way in ways):
            titled.append(course)
        elif any(all(word in text for word in way) for way in ways):
            told.append(course)
    return titled + told


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
    return [w[:-1] if len(w) > 3 and w.endswith("s") and not w.endswith("ss") else w for w in words]
