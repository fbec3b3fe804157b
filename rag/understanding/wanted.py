"""What the course asked about last needs, and what of it is not passed: "those two", "the missing
one", "I have 280"."""

from __future__ import annotations

from rag.catalogue import Catalogue, code_key
from rag.prerequisites import Tree, codes, missing, parse
from rag.query import Query
from rag.understanding.past import parts_of_one

NEEDING = ("prerequisites", "eligible", "requires")
OWING = ("prerequisites", "eligible")


def wanted_in(last: Query | None, catalogue: Catalogue) -> tuple[str, ...]:
    """The courses that the prerequisites of the one course asked about last name, where the
    question was what it needs, or whether it may be taken."""
    if last is None or last.ask not in NEEDING or not last.codes or not parts_of_one(last.codes):
        return ()
    course = catalogue.find(last.codes[0])
    return _named(parse(course.prerequisites), catalogue) if course else ()


def owed_in(last: Query | None, catalogue: Catalogue) -> tuple[str, ...]:
    """Those of them that the courses passed leave to be taken."""
    if last is None or last.ask not in OWING or len(last.codes) != 1:
        return ()
    course = catalogue.find(last.codes[0])
    passed = {key for code in last.taken if (key := code_key(code))}
    return _named(missing(parse(course.prerequisites), passed), catalogue) if course else ()


def _named(tree: Tree, catalogue: Catalogue) -> tuple[str, ...]:
    """The codes a tree names, as the file has them where it does."""
    return tuple(c.code if (c := catalogue.find(code)) else code for code in codes(tree))
