"""The conversation as later questions need it: what was asked, answered, listed and taken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rag.catalogue import Catalogue
from rag.conversation import Turn
from rag.query import Filter, Query, matches, part

PAIRS = ("compare", "requires")
SETS = ("list", "count", "recommend", "taught_by", "unlocks")


# A list that does not show all it counts.
MORE = re.compile(r"\band [\d,]+ more\b")
CODE = re.compile(r"\b[A-Z]{2,5} \d{3}[A-Za-z]{0,4}\b")
# How many courses a count names, which are but examples.
EXAMPLES = 3
SUPPOSING = re.compile(r"\bif i (?:take|do|did|pass|finish|complete)\b")


@dataclass(frozen=True)
class Past:
    """The conversation as later questions need it: the last question understood, the courses of
    its answer in order, what was taken, and the department last spoken of.

    `spoken` are the courses spoken of one by one, the last of them last; `told` those the
    last question said are taken, where it only said that; `lead` is the one of a pair that was
    spoken of before it. `listed` is the last list of several
    courses, `whole` the query behind it where it went on,
    `sought` the last query for a set of courses; `shown` are all courses of the talk, the latest
    answer's first; `planned` those of a plan; `sets` the queries behind all lists, each
    with the courses it showed, the latest first; `needed` the one course that the last answer
    said another needs.
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
    sets: tuple[tuple[Query, tuple[str, ...]], ...] = ()
    needed: str = ""

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

    def wider(self, catalogue: Catalogue) -> Iterator[tuple[str, ...]]:
        """All courses of the lists of the talk, those not shown too, the latest list first."""
        for query, shown in self.sets:
            more = _members(catalogue, query.filters, query.topic)
            yield tuple(dict.fromkeys((*shown, *more)))


@lru_cache(maxsize=64)
def _members(catalogue: Catalogue, filters: tuple[Filter, ...], topic: str) -> tuple[str, ...]:
    """The courses that meet the conditions and mention the topic; a talk asks for them often."""
    on = [Filter("mentions", (word,)) for word in topic.split()]
    found = [c for c in catalogue if matches(c, filters)] if filters else list(catalogue)
    return tuple(c.code for c in found if matches(c, on))


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
    for turn in turns:
        if turn.query is None:
            continue
        told = tuple(code for code in turn.query.taken if code not in taken)
        told = told if turn.query.follows or not turn.query.codes else ()
        if not SUPPOSING.search(turn.question.lower()):
            taken = turn.query.taken
        if turn.query.ask == "smalltalk":
            continue
        before, last = last, turn.query
        same = last.ask == "count" and sought is not None and last.filters == sought.filters
        empty = bool(sought and turn.answer and not turn.codes)
        sought = last if last.ask in SETS and not last.codes and not empty else sought
        lead = _lead(last, before, spoken)
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
        among = last.ask not in SETS and set(cited) <= set(listed)  # some of the list
        if len(cited) > 1 and not (among or (same and listed)):  # a count names but examples
            listed = cited
            goes_on = MORE.search(turn.answer) and not last.codes and (last.filters or last.topic)
            counted = last.ask == "count" and len(cited) == EXAMPLES and bool(last.filters)
            whole = last if goes_on or counted else None
            if last.ask == "unlocks" and last.codes and MORE.search(turn.answer):
                whole = _opened(last)
    department = department if department.isalpha() else ""
    all_of = shown_in(turns)
    past = Past(
        last, codes, taken, department, listed, whole, sought, tuple(spoken), told, lead, all_of
    )
    return replace(past, sets=sets_in(turns))


def _lead(last: Query, before: Query | None, spoken: Sequence[str]) -> str:
    """Of a pair asked whether one is needed for the other, the one spoken of right before."""
    paired = last.ask == "requires" and last.follows and len(last.codes) == 2
    near = before.codes if before and before.ask not in SETS else ()
    return spoken[-1] if paired and spoken and spoken[-1] in {*last.codes} & {*near} else ""


def shown_in(turns: Sequence[Turn]) -> tuple[str, ...]:
    """All courses asked of or answered with, those of the latest turn first."""
    found: dict[str, None] = {}
    for turn in reversed(turns):
        found.update(dict.fromkeys((*(turn.query.codes if turn.query else ()), *turn.codes)))
    return tuple(found)


def sets_in(turns: Sequence[Turn]) -> tuple[tuple[Query, tuple[str, ...]], ...]:
    """The queries of the lists, with what they showed, those of the latest turn first."""
    found: dict[tuple[tuple[Filter, ...], str], tuple[Query, tuple[str, ...]]] = {}
    for turn in reversed(turns):
        query, shown = turn.query, turn.codes
        if query and query.ask == "unlocks" and query.codes:
            shown = tuple(code for code in shown if code not in query.codes)
            query = _opened(query)
        if query and query.ask in SETS and not query.codes and (query.filters or query.topic):
            found.setdefault((query.filters, query.topic), (query, shown))
    return tuple(found.values())


def needed_in(turns: Sequence[Turn], catalogue: Catalogue) -> str:
    """The one course that the last answer told as the prerequisite of another; "" for none."""
    last = turns[-1] if turns else None
    if last is None or last.query is None or last.query.ask != "prerequisites":
        return ""
    found = {c.code for code in CODE.findall(last.answer) if (c := catalogue.find(code))}
    needed = found - set(last.query.codes)
    return needed.pop() if len(last.query.codes) == len(needed) == 1 else ""


def _opened(query: Query) -> Query:
    """What a course unlocks, as a list of courses that name it."""
    return Query(query.text, "list", filters=(needing(query.codes), *query.filters))


def needing(codes: Sequence[str]) -> Filter:
    """The condition that courses name one of these among their prerequisites."""
    bare = (re.sub(r"[A-Za-z]+$", "", code) + part(code) for code in codes)
    return Filter("needs", tuple(dict.fromkeys(bare)))


def parts_of_one(codes: tuple[str, ...]) -> bool:
    """Whether the codes are the parts of one sequence."""
    return len({re.sub(r"[A-Za-z]+$", "", code) for code in codes}) == 1
