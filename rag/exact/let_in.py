"""The courses whose restriction names nobody of those asked for, or that are asked for by topic."""

from __future__ import annotations

from collections.abc import Sequence

from rag.course import Course
from rag.exact import condition
from rag.exact.listing import table
from rag.exact.selection import select
from rag.exact.wording import capital
from rag.fact import Asked, Facts, state
from rag.query import Filter


def on_topic(asked: Asked, courses: Sequence[Course], topic: str, who: str, out: bool) -> Facts:
    """Of the courses on a topic these, which do not keep out those in the question; or do."""
    level = [f for f in asked.query.filters if f.field == "level"]
    found = select(sorted(courses, key=lambda c: c.number), level)
    what = condition.courses([*rest(asked.query.filters, set()), *level], len(found))
    one = len(found) == 1
    how = f"keep{'s' if one else ''} out" if out else f"do{'es' if one else ''} not keep out"
    lead = f"{capital(asked.file)} has {len(found)} {what} that mention{'s' if one else ''}"
    lead = f"{lead} “{topic}” and {how} {who}"
    return table(asked, found, lead) if found else state(f"{lead}.", ["0"], total=0)


def open_to_all(
    asked: Asked, filters: Sequence[Filter], free: Sequence[Course], noun: str, who: str
) -> Facts:
    """Where no restriction names those in the question: the courses that have none."""
    what = condition.courses(filters, len(free))
    lead = f"{capital(asked.file)} has {len(free)} {what} without registration restrictions"
    text = f", and none with a restriction that names the {noun} {who}"
    return table(asked, free, f"{lead}{text}") if free else state(f"{lead}{text}.", ["0"], total=0)


def rest(filters: Sequence[Filter], own: set[str]) -> list[Filter]:
    """The conditions without those that only repeat who is meant."""
    kept = []
    for f in filters:
        if f.field == "program" and f.op == "any":
            left = tuple(v for v in f.values if v not in own)
            kept += [Filter("program", left)] if left else []
        elif f.field != "restricted" and not (f.field == "level" and f.values != ("upper",)):
            kept.append(f)
    return kept
