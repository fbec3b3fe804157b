"""What the course asked about last needs: "those two", "I have 280"."""

from __future__ import annotations

from rag.catalogue import Catalogue
from rag.prerequisites import codes, parse
from rag.query import Query
from rag.understanding.past import parts_of_one

NEEDING = ("prerequisites", "eligible", "requires")


def wanted_in(last: Query | None, catalogue: Catalogue) -> tuple[str, ...]:
    """The courses that the prerequisites of the one course asked about last name, where the
    question was what it needs, or whether it may be taken."""
    if last is None or last.ask not in NEEDING or not last.codes or not parts_of_one(last.codes):
        return ()
    course = catalogue.find(last.codes[0])
    named = codes(parse(course.prerequisites)) if course else ()
    return tuple(c.code if (c := catalogue.find(code)) else code for code in named)
