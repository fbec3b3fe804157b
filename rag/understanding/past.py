"""The conversation as later questions need it: what was asked, answered, listed and taken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rag.catalogue import Catalogue
from rag.conversation import Turn
from rag.query import Filter, Query, matches, part
from rag.understanding.groups import SETS, Group, recorded
from rag.understanding.heard import heard, of_all

NEEDS = ("eligible", "prerequisites")
PAIRS = ("compare", "requires")


# A list that does not show all it counts.
MORE = re.compile(r"\band [\d,]+ more\b")
CODE = re.compile(r"\b[A-Z]{2,5} \d{3}[A-Za-z]{0,4}\b")
# How many courses a count names, which are but examples.
EXAMPLES = 3
SUPPOSING = re.compile(
    r"\bif i (?:take|do|did|pass|finish|complete|(?:only|just) (?:had|have|took|did))\b"
)


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
    the last of these that found several; `sets` the queries behind all lists, each with the
    courses it showed, the latest first; `needed` the one course that the last answer said another
    needs, `lacking` the same where the file does not hold it, `owed` all it said are needed;
    `wanted` all courses that the prerequisites of the course asked about last name; `qualified`
    the last query on what may be taken; `record` the groups of courses that were asked about or
    shown, the latest last.
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
    sets: tuple[tuple[Query, tuple[str, ...]], ...] = ()
    needed: str = ""
    wanted: tuple[str, ...] = ()
    lacking: str = ""
    owed: tuple[str, ...] = ()
    qualified: Query | None = None
    record: tuple[Group, ...] = ()

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
            if self.query.ask == "compare" and len(self.record[-1:]) and len(self.record[-1]) == 1:
                return self.record[-1][0]  # the one that comes first in what was asked
            # "Is it required for X", then "can I take it": the course spoken of before is meant.
            return self.lead or self.query.codes[0]
        sought = self.query and self.codes and self.query.filters
        lone = len(self.codes) == 1 and self.query and not self.query.codes
        if self.query and self.query.ask == "eligible" and self.spoken and not (sought or lone):
            # "I have done X", and what that opens: the course spoken of before is meant still.
            return self.spoken[-1]
        spoken_of = self.query and not set(self.query.codes) <= set(self.query.taken)
        if self.query and self.query.ask == "unlocks" and len(self.codes) > 1 and spoken_of:
            return self.query.codes[0]  # "what does it lead to", and then more of it
        opened = self.query and self.query.ask in SETS and len(self.codes) == 1
        if self.query and self.query.unknown and not (self.query.codes or opened):
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

    @property
    def needs(self) -> tuple[str, ...]:
        """The courses that those of the last list name as prerequisites, where that was asked."""
        last = self.sets[0][0].filters if self.sets else ()
        told = [str(v) for f in last if f.field == "needs" and f.op == "any" for v in f.values]
        return tuple(told)

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
    past, plain = Past(), []
    for turn in turns:
        told = of_all(heard(turn), past.sought, past.listed)
        plain.append(told)
        if told.query:
            past = _heard(past, told, told.query)
    return replace(past, shown=shown_in(turns), sets=sets_in(plain), record=recorded(plain))


def _heard(past: Past, turn: Turn, query: Query) -> Past:
    """The past with one turn more."""
    told = tuple(code for code in query.taken if code not in past.taken)
    told = told if query.follows or not query.codes else ()
    if not SUPPOSING.search(turn.question.lower()):
        past = replace(past, taken=query.taken)
    if query.ask == "smalltalk":
        return replace(past, told=told)
    of_set = query.ask in SETS and not query.codes
    cited = turn.members
    if query.ask == "unlocks" and len(cited) > 1:
        cited = tuple(code for code in cited if code not in query.codes)
    lead = _lead(query, past.query, past.spoken)
    basis = _spelled_out(query, past) if of_set else past.basis
    empty = bool(past.sought and turn.answer and not turn.codes)
    codes = cited or (past.codes if query.ask == "unavailable" and not query.codes else ())
    return replace(
        _listing(past, query, cited, turn.answer),
        query=query,
        codes=codes,
        department=_department(past, query, codes, told),
        sought=query if of_set and not empty else past.sought,
        spoken=_spoken(past, query, lead),
        told=told,
        lead=lead,
        basis=basis,
        broad=basis if of_set and len(cited) > 1 else past.broad,
        qualified=query if query.ask == "eligible" else past.qualified,
    )


def _listing(past: Past, query: Query, cited: tuple[str, ...], answer: str) -> Past:
    """The past with the list that this answer showed, if it is a new one."""
    again = query.ask == "count" and past.sought and query.filters == past.sought.filters
    of_set = query.ask in SETS or (query.ask == "eligible" and not query.codes)
    among = not of_set and set(cited) <= set(past.listed)  # some of the list
    # What one of the list asks for, which is not shown as a list.
    if query.ask in NEEDS and query.codes and query.follows:
        among = among or {*query.codes} <= {*past.listed}
    if len(cited) < 2 or among or (again and past.listed):  # a count names but examples
        return past
    goes_on = bool(MORE.search(answer))
    if goes_on and query.ask == "unlocks" and (query.codes or query.unknown):
        return replace(past, listed=cited, whole=opened(query))
    more = goes_on and not query.codes and (query.filters or query.topic)
    counted = query.ask == "count" and len(cited) == EXAMPLES and query.filters
    return replace(past, listed=cited, whole=query if more or counted else None)


def _department(past: Past, query: Query, codes: Sequence[str], told: Sequence[str]) -> str:
    """The department last spoken of, "" where it is none."""
    named = [f.values[0] for f in query.filters if f.field == "program" and f.op == "any"]
    department = str(named[0]) if named else past.department
    if not named and (query.codes or query.unknown or query.taken or codes):
        new = told or (() if codes else query.taken)
        department = (*query.codes, *query.unknown, *new, *codes)[0].split(" ")[0]
    return department if department.isalpha() else ""


def _spoken(past: Past, query: Query, lead: str) -> tuple[str, ...]:
    """The courses spoken of one by one, the last of them last."""
    alone = query.codes and parts_of_one(query.codes)
    paired = query.ask in PAIRS or (query.ask == "schedule" and len(query.codes) == 2)
    new = query.codes[:1] if alone else query.codes if paired else ()
    last = (*new, *([lead] if lead else []))
    return tuple(dict.fromkeys((*past.spoken, *last)[::-1]))[::-1]


def _lead(last: Query, before: Query | None, spoken: Sequence[str]) -> str:
    """Of a pair asked whether one is needed for the other, the one spoken of right before."""
    paired = last.ask == "requires" and last.follows and len(last.codes) == 2
    near = before.codes if before and before.ask not in SETS else ()
    return spoken[-1] if paired and spoken and spoken[-1] in {*last.codes} & {*near} else ""


def _spelled_out(query: Query, past: Past) -> Query:
    """The query with the conditions of the list before it where it asks of that one's courses;
    where it asks for more of the same, that of the whole."""
    basis = past.basis
    shown = [f for f in query.filters if f.field == "code" and f.op == "not"]
    if basis and past.codes and shown and set(past.codes) <= set(shown[0].values):
        rest = tuple(f for f in query.filters if f not in shown)
        if rest == tuple(f for f in basis.filters if (f.field, f.op) != ("code", "not")):
            return basis
    those = [f for f in query.filters if f.field == "code" and f.op == "any"]
    if basis is None or not those or set(those[0].values) != set(past.listed):
        return query
    kept = [*basis.filters, *(f for f in query.filters if f not in those)]
    return replace(query, filters=tuple(kept), topic=basis.topic)


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
        query, shown = turn.query, turn.members
        if query and query.ask == "unlocks" and (query.codes or query.unknown):
            shown = tuple(code for code in shown if code not in query.codes)
            query = opened(query)
        of_set = query and query.ask in (*SETS, "eligible") and not query.codes
        if query and of_set and (query.filters or query.topic):
            found.setdefault((query.filters, query.topic), (query, shown))
    return tuple(found.values())


def needed_in(turns: Sequence[Turn], catalogue: Catalogue) -> str:
    """The one course that the last answer told as the prerequisite of another; "" for none, and
    where the talk was on that other course before: "that one" is it then."""
    last = turns[-1] if turns else None
    if last is None or last.query is None or last.query.ask != "prerequisites":
        return ""
    before = turns[-2].query if len(turns) > 1 else None
    if before and before.codes == last.query.codes:
        return ""
    named = CODE.findall(last.answer)
    found = {c.code if (c := catalogue.find(code)) else code for code in named}
    needed = found - set(last.query.codes)
    return needed.pop() if len(last.query.codes) == len(needed) == 1 else ""


def opened(query: Query) -> Query:
    """What a course unlocks, as a list of courses that name it."""
    named = needing(query.codes or query.unknown)
    return Query(query.text, "list", filters=(named, *query.filters))


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
