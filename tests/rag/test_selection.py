"""The whole table filtered: the quick ways meet what the conditions themselves hold."""

from __future__ import annotations

import pytest

from rag.course import GE_CATEGORIES
from rag.exact.selection import select
from rag.query import Filter, matches
from tests.rag.courses import CATALOGUE

PROGRAMS = sorted({c.program for c in CATALOGUE})


@pytest.mark.parametrize("op", ["any", "not"])
@pytest.mark.parametrize(
    ("field", "values"),
    [*(("program", (p,)) for p in PROGRAMS), *(("ge", (g,)) for g in GE_CATEGORIES)]
    + [("program", tuple(PROGRAMS[:2])), ("ge", tuple(GE_CATEGORIES))],
)
def test_courses_are_chosen_as_the_condition_holds(
    field: str, values: tuple[str, ...], op: str
) -> None:
    filters = [Filter(field, values, op)]
    found = select(CATALOGUE.courses, filters)
    assert found == tuple(c for c in CATALOGUE if matches(c, filters))
    others = select(CATALOGUE.courses, [Filter(field, values, {"any": "not", "not": "any"}[op])])
    assert len(found) + len(others) == len(CATALOGUE)
