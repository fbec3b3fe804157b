"""The conversation as later questions need it: what was asked, answered, listed and taken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.catalogue import Catalogue
from rag.conversation import Turn
from rag.query import Filter, Query, matches, part

PAIRS = ("compare", "requires")
SETS = ("list", "count", "recommend", "taught_by", "unlocks")


# A list that does not show all it counts.
MORE = re.compile(r"\band [\d,]+ more\b")
# How many courses a count names, which are but examples.
EXAMPLES = 3
SUPPOSING = re.compile(r"\bif i (?:take|pass|finish|complete)\b")


@dataclass(frozen=True)
class Past:
    """The conversation as later questions need it: the last question understood, the courses of
    its answer in order, what was taken, and the department last spoken of.

    `spoken` are the courses spoken of one by one, the last of them last; `told` those the
    last question said are taken, where it only said that; `lead` is the one of a pair that was
    spoken of before it. `listed` is the last list of several
    courses, `whole` the query behind it where it went on,
    `sought` the last query for a set of courses; `shown` are all courses of the talk, the latest
    answer's first; `planned` those of a plan; `basis` is the last query for a set of courses as
    conditions alone, where "of those" stands for the conditions of the list before, and `broad`
    the last of these that found several.
    """

    query: Query | None = None
    codes: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    department: str = ""
    listed: tuple[str, ...] = ()
    whole: Query | None = None
    sought: Query | None = None
    spoken: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    lead: str = ""
    shown: tuple[str, ...] = ()
    planned: tuple[str, ...] = ()
    basis: Query | None = None
    broad: Query | None = None

    @property
    def departments(self) -> tuple[str, ...]:
        """Those a bare number may belong to, the likeliest first."""
        named = self.query.codes if self.query else ()
        all_of = (*named, *self.spoken[::-1], *self.taken[::-1], *self.codes)
        found = (code.split(" ")[0] for code in all_of)
        return tuple(dict.fromkeys(d for d in (self.department, *found) if d.isalpha()))

    @property
    def one(self) -> str:
        """The course "it" means, "" for none."""
        if self.query and self.query.codes and self.query.ask not in SETS:
            # "Is it required for X", then "can I take it": the course spoken of before is meant.
            return self.lead or self.query.codes[0]
        sought = self.query and self.codes and self.query.filters
        if self.query and self.query.ask == "eligible" and self.spoken and not sought:
            # "I have done X", and what that opens: the course spoken of before is meant still.
            return self.spoken[-1]
        if self.query and self.query.unknown and not self.query.codes:
            return ""
        many = self.codes or self.listed or (self.query.codes if self.query else ())
        return many[0] if many else ""

    @property
    def many(self) -> tuple[str, ...]:
        """The courses "those" means."""
        named = self.query.codes if self.query else ()
        if self.query and self.query.ask in SETS:
            return self.codes or self.listed or named
        return (
            named
            if len(named) > 1 and not parts_of_one(named)
            else self.listed or self.codes or named
        )

    def wider(self, catalogue: Catalogue) -> tuple[str, ...]:
        """All courses of the last list, those it did not show too."""
        query = self.whole or self.sought
        if query is None or not query.filters or query.topic:
            return ()
        return tuple(c.code for c in catalogue if matches(c, query.filters))


def recall(turns: Sequence[Turn]) -> Past:
    """The past of these turns, whose queries must be there."""
    last: Query | None = None
    codes: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    department = ""
    whole: Query | None = None
    sought: Query | None = None
    spoken: list[str] = []
    told: tuple[str, ...] = ()
    lead = ""
    basis: Query | None = None
    broad: Query | None = None
    for turn in turns:
        if turn.query is None:
            continue
        told = tuple(code for code in turn.query.taken if code not in taken)
        told = told if turn.query.follows or not turn.query.codes else ()
        if not SUPPOSING.search(turn.question.lower()):
            taken = turn.query.taken
        if turn.query.ask == "smalltalk":
            continue
        last = turn.query
        same = last.ask == "count" and sought is not None and last.filters == sought.filters
        empty = bool(sought and turn.answer and not turn.codes)
        if last.ask in SETS and not last.codes:
            basis = _spelled_out(last, listed, codes, basis)
        sought = last if last.ask in SETS and not last.codes and not empty else sought
        paired = last.ask == "requires" and last.follows and len(last.codes) == 2
        lead = spoken[-1] if paired and spoken and spoken[-1] in last.codes else ""
        alone = last.codes and parts_of_one(last.codes)
        paired = last.ask in PAIRS or (last.ask == "schedule" and len(last.codes) == 2)
        for code in last.codes[:1] if alone else last.codes if paired else ():
            spoken = [*(c for c in spoken if c != code), code]
        if lead:
            spoken = [*(c for c in spoken if c != lead), lead]
        cited = turn.codes
        if last.ask == "unlocks" and len(cited) > 1:
            cited = tuple(code for code in cited if code not in last.codes)
        codes = cited or (codes if last.ask == "unavailable" and not last.codes else ())
        named = [f.values[0] for f in last.filters if f.field == "program" and f.op == "any"]
        if named:
            department = str(named[0])
        elif last.codes or last.unknown or last.taken or codes:
            new = told or (() if codes else last.taken)
            department = (*last.codes, *last.unknown, *new, *codes)[0].split(" ")[0]
        if len(cited) > 1 and last.ask in SETS and not last.codes:
            broad = basis
        if len(cited) > 1 and not (same and listed):  # a count names but examples of the list
            listed = cited
            goes_on = MORE.search(turn.answer) and not last.codes and (last.filters or last.topic)
            counted = last.ask == "count" and len(cited) == EXAMPLES and bool(last.filters)
            whole = last if goes_on or counted else None
            if last.ask == "unlocks" and last.codes and MORE.search(turn.answer):
                whole = Query(last.text, "list", filters=(needing(last.codes), *last.filters))
    department = department if department.isalpha() else ""
    all_of = shown_in(turns)
    return Past(
        last, codes, taken, department, listed, whole, sought, tuple(spoken), told, lead, all_of,
        basis=basis, broad=broad,
    )  # fmt: skip


def _spelled_out(
    query: Query, listed: tuple[str, ...], codes: tuple[str, ...], basis: Query | None
) -> Query:
    """The query with the conditions of the list before it where it asks of that one's courses;
    where it asks for more of the same, that of the whole."""
    shown = [f for f in query.filters if f.field == "code" and f.op == "not"]
    if basis and codes and shown and set(codes) <= set(shown[0].values):
        rest = tuple(f for f in query.filters if f not in shown)
        if rest == tuple(f for f in basis.filters if (f.field, f.op) != ("code", "not")):
            return basis
    those = [f for f in query.filters if f.field == "code" and f.op == "any"]
    if basis is None or not those or set(those[0].values) != set(listed):
        return query
    kept = [*basis.filters, *(f for f in query.filters if f not in those)]
    return replace(query, filters=tuple(kept), topic=basis.topic)


def shown_in(turns: Sequence[Turn]) -> tuple[str, ...]:
    """All courses asked of or answered with, those of the latest turn first."""
    found: dict[str, None] = {}
    for turn in reversed(turns):
        found.update(dict.fromkeys((*(turn.query.codes if turn.query else ()), *turn.codes)))
    return tuple(found)


def needing(codes: Sequence[str]) -> Filter:
    """The condition that courses name one of these among their prerequisites."""
    return Filter("needs", bare(codes))


def bare(codes: Sequence[str]) -> tuple[str, ...]:
    """The codes as prerequisites name them: letters count where they name a part."""
    plain = (re.sub(r"[A-Za-z]+$", "", code) + part(code) for code in codes)
    return tuple(dict.fromkeys(plain))


def parts_of_one(codes: tuple[str, ...]) -> bool:
    """Whether the codes are the parts of one sequence."""
    return len({re.sub(r"[A-Za-z]+$", "", code) for code in codes}) == 1
