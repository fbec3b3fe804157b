"""Whether all courses of a kind meet a condition: "are all upper-division classes 4 units?"."""

from __future__ import annotations

import re

from rag.exact import condition
from rag.exact.check import unknown
from rag.exact.listing import ALL, remark
from rag.exact.selection import select
from rag.exact.wording import be, bullets, named, series
from rag.fact import Asked, Facts, state
from rag.query import Filter

ALL_OF = re.compile(
    r"^\W*(?:and |so |but )?(?:are|do|does|is|will|have|has|must) (?:all|every|each)\b(?! you)"
    r"|^\W*(?:are|do|does|is|will)\b(?!.*\b(?:there|any|you|i|list)\b).*\b(?:all|always)\b"
    r"|\b(?:are|do|is|does) (?:they|it|those|these) (?:all|always)\b"
    r"|^\W*(?:do|will|would) (?:i|you|we) (?:earn|get|receive)\b"
    r"|^\W*(?:is|are)\b.*\bwhat (?:every|each|all)\b"
    r"|\bonly (?:option|possibility|choice|value)s?\b",
    re.IGNORECASE,
)
# Whether the list just given is the whole one.
WHOLE = re.compile(
    r"(?:is|are|was|were) (?:that|those|these|they|this|it) (?:really |just )?(?:all|everything)\b"
    r"(?: (?:of )?(?:it|them|there (?:is|are)))?\W*$",
    re.IGNORECASE,
)
# What is said of courses; other conditions say which courses are meant.
PROPERTIES = (
    "day", "days", "start", "end", "length", "kind", "prerequisites", "restricted", "clearance",
    "units",
)  # fmt: skip
SHOWN = 3


def universal(asked: Asked) -> bool:
    """Whether the question is one, with something said of the courses."""
    text = asked.query.text
    return bool(asked.query.filters and ALL_OF.search(text) and not WHOLE.search(text))


def all_of(asked: Asked) -> Facts:
    """Yes or no, with how many meet the condition and some that don't."""
    said, which = _parted(asked.query.filters)
    scope = select(asked.named or asked.catalogue.courses, which)
    met = select(scope, said)
    passing = {c.code for c in met}
    others = [(c, unknown(c, said)) for c in scope if c.code not in passing]
    open_ = [c for c, untold in others if untold]
    failing = [c for c, untold in others if not untold]
    if not scope:
        return state("")
    what = condition.courses(which, len(scope))
    those = f"the {len(scope)} {what} in {asked.file}" if len(scope) > 1 else f"the one {what}"
    how = condition.courses(said, max(1, len(met)))
    rest = f" Of {len(open_)} the file does not say." if open_ else ""
    verdict = "No" if failing else "Yes" if met else ""
    count = f"{len(met) or 'none'} {be(len(met) or 1)} {'a ' if len(met) < 2 else ''}{how}"
    lead = f"{verdict + '. ' if verdict else ''}Of {those}, {count}"
    values = [verdict] if verdict else []
    if 1 < len(scope) <= ALL:
        rows = [f"{named(c)} ({remark(asked, c)})" for c in scope]
        return state(f"{lead}:\n{bullets(rows)}\n{rest.strip()}".rstrip(), values, scope)
    shown = series([f"{named(c)} ({remark(asked, c)})" for c in failing[:SHOWN]])
    some = f" Not so, for example: {shown}." if shown else ""
    return state(f"{lead}.{rest}{some}", [*values, str(len(met))], failing[:SHOWN])


def _parted(filters: tuple[Filter, ...]) -> tuple[tuple[Filter, ...], tuple[Filter, ...]]:
    """What is said of the courses, and which courses it is said of."""
    said = tuple(f for f in filters if f.field in PROPERTIES) or filters[-1:]
    return said, tuple(f for f in filters if f not in said)
