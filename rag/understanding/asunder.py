"""Several questions in one message: what one of them asks may be known where another's is not."""

from __future__ import annotations

import re

from rag.query import Query
from rag.understanding.words import bag

# Where the next question begins: after a question mark, or joined by "and".
NEXT = re.compile(
    r"\?+\s*|,?\s+(?:and|also)\s+(?=(?:is|are|does|do|will|would|who|when|how|what|which|"
    r"whether)\b)",
    re.IGNORECASE,
)
WORDS = 2  # a part of fewer asks nothing by itself
# What is on record of a course, so told that nothing else can be meant.
KNOWN = bag("units prerequisites instructor description clearance restrictions category unlocks")
WHEN = re.compile(r"\b(?:when|what (?:time|days?)|which days?)\b", re.IGNORECASE)


def parts(question: str) -> list[str]:
    """The questions in the text, each with a question mark; [] where there is but one."""
    found = [part.strip() for part in NEXT.split(question)]
    found = [f"{part}?" for part in found if len(part.split()) >= WORDS]
    return found if len(found) > 1 else []


def known(query: Query) -> bool:
    """Whether a part is a look-up of one course that the file has."""
    plain = query.ask in KNOWN or (query.ask == "schedule" and bool(WHEN.search(query.text)))
    checked = query.filters and query.ask not in ("category", "schedule")
    return plain and len(query.codes) == 1 and not query.unknown and not checked
