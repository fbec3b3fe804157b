"""What is asked of a course's section besides its times: a laboratory, or that there is one."""

from __future__ import annotations

from dataclasses import replace

from rag.query import Filter, Query
from rag.understanding.classifier import OF_COURSE, Opinion
from rag.understanding.fitting import fits
from rag.understanding.kinds import LAB

SURE = 0.5
KIND = "kind"


def particular(query: Query, words: str, opinion: Opinion) -> Query:
    """A question on the section of one course or more, as what it asks of it by its meaning."""
    if query.ask != "schedule" or not query.codes:
        return query
    heading, odds = opinion(words, OF_COURSE)
    if odds < SURE:
        return query
    if heading == "lab" and all(f.field != KIND for f in query.filters):
        return replace(query, filters=(*query.filters, Filter(KIND, LAB)))
    plain = heading == "offered" and not query.filters and not fits(words)
    return replace(query, ask=heading) if plain else query
