"""The largest set of several courses whose listed sections do not overlap."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from rag.course import Course
from rag.exact.clash import different, overlap
from rag.exact.wording import bullets, named, plural
from rag.fact import Asked, Facts, state
from rag.understanding.largest import LARGEST, MOST

SIZES = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def about_largest(asked: Asked) -> bool:
    """Whether it is asked how many of the courses shown fit together."""
    return 1 < len(asked.named) <= MOST and bool(LARGEST.match(asked.query.text))


def largest_set(asked: Asked) -> Facts:
    """'At most 3 of these 6 fit together, for example: ...'; of a size named, one such set."""
    courses = different(asked.named)
    timed = [c for c in courses if c.sections and c.sections[0].start is not None]
    most = _fitting(timed, len(timed))
    match = LARGEST.match(asked.query.text)
    told = (match["size"] or "").lower() if match else ""
    size = SIZES.get(told, int(told) if told.isdigit() else 0)
    found = most if size > len(most) or size < 2 else most[:size]
    rows = [f"{named(c)}, {c.sections[0].when()}" for c in found]
    lead = f"At most {len(most)} of these {plural(len(asked.named), 'course')} fit together"
    if size:
        lead = f"{'Yes' if size <= len(most) else 'No'}: {lead[0].lower()}{lead[1:]}"
    untold = len(courses) - len(timed)
    left = f" ({plural(untold, 'course')} without times left aside)" if untold else ""
    after = "These are the listed sections; there may be others."
    return state(f"{lead}{left}, for example:\n{bullets(rows)}\n{after}", [str(len(most))], found)


def _fitting(courses: Sequence[Course], size: int) -> tuple[Course, ...]:
    """The first of the largest sets, of at most this size, in which no two overlap."""
    clashing = {
        (a.code, b.code)
        for a, b in combinations(courses, 2)
        if overlap(a.sections[0], b.sections[0])
    }
    for n in range(size, 0, -1):
        for some in combinations(courses, n):
            if not any((a.code, b.code) in clashing for a, b in combinations(some, 2)):
                return some
    return ()
