"""Which department a number that stands alone belongs to, where several spoken of have it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.catalogue import Catalogue
from rag.query import Filter

SUFFIX = re.compile("[A-Za-z]*$")


def asking_for(
    named: Sequence[str], number: str, departments: Sequence[str], catalogue: Catalogue
) -> tuple[str, ...]:
    """The departments, first the one whose course of this number asks for most of those named:
    after CSCI 270 and MATH 407, 467 is machine learning and no mathematics."""
    if len(departments) < 2:
        return tuple(departments)

    def asks(department: str) -> int:
        course = catalogue.find(f"{department} {number}")
        needs = (Filter("needs", (SUFFIX.sub("", code),)) for code in named)
        return sum(f.holds(course, None) for f in needs) if course else -1

    return tuple(sorted(departments, key=asks, reverse=True))
