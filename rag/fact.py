"""Facts: what is exactly true for a question; Asked: what it is computed from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from rag.catalogue import Catalogue, Key, code_key
from rag.course import Course, Hit
from rag.exact.wording import the_file
from rag.query import Query
from rag.requirements import Requirements

# The most courses an answer may cite and show as cards.
CARDS = 10
# A sentence that ends in an abbreviation: "taught by Ada Example Jr.."
_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")
_CITATION = re.compile(r"\[([^\[\]\n]+)\]")


@dataclass(frozen=True)
class Facts:
    """The exact answer to a question.

    `lines` go into the model's prompt; `statement` is the answer in plain sentences, "" where
    there is nothing exact to say; `values` are strings any right answer contains; `courses` those
    it rests on, at most `CARDS`: the citations allowed; `total` the true number behind a list.
    """

    lines: tuple[str, ...]
    statement: str
    values: tuple[str, ...]
    courses: tuple[Course, ...]
    refused: bool = False
    total: int | None = None

    def parted(self) -> tuple[Facts, str]:
        """What the model is to phrase, and the list that is put under it word for word.

        A list of courses is exact and long: only the sentence that leads it is generated, from
        that sentence alone. Without a list these are the facts as they are, and "".
        """
        lead, mark, rest = self.statement.partition("\n- ")
        if not mark:
            return self, ""
        bare = _CITATION.sub(r"\1", lead)
        values = tuple(v for v in self.values if v.lower() in bare.lower())
        return replace(self, lines=(bare,), statement=lead, values=values, courses=()), mark + rest


@dataclass(frozen=True)
class Asked:
    """One question with all that is known."""

    query: Query
    catalogue: Catalogue
    requirements: Requirements
    hits: tuple[Hit, ...] = ()

    @cached_property
    def named(self) -> tuple[Course, ...]:
        """The courses named in the question."""
        return tuple(c for code in self.query.codes if (c := self.catalogue.find(code)))

    @cached_property
    def courses(self) -> tuple[Course, ...]:
        """The courses the question is about: those named, else the one found for its words."""
        if self.named or not self.hits:
            return self.named
        best = [h.course for h in self.hits if h.how in ("code", "title")]
        return tuple(best[:1]) or (self.hits[0].course,)

    @cached_property
    def taken(self) -> frozenset[Key]:
        return frozenset(key for code in self.query.taken if (key := code_key(code)))

    @property
    def file(self) -> str:
        return the_file(self.catalogue)


def coded(query: Query, catalogue: Catalogue) -> Query:
    """The query with the code of each course in the place of its whole title: words of a title
    ask nothing ("Character, Conflict and Story" is about no conflict of times)."""
    text = query.text
    for code in query.codes:
        course = catalogue.find(code)
        words = re.findall(r"\w+", course.title) if course else []
        if len(words) > 1:
            title = r"\b" + r"\W+".join(words) + r"\b"
            text = re.sub(title, code, text, flags=re.IGNORECASE)
    return query if text == query.text else replace(query, text=text)


def state(
    statement: str,
    values: Iterable[str] = (),
    courses: Sequence[Course] = (),
    *,
    total: int | None = None,
) -> Facts:
    """Facts that answer: of `courses` those the statement cites, in its order.

    Each is cited once: later brackets, and those of no course given, are taken off. The prompt's
    lines are the statement's, without brackets.
    """
    known = {course.code: course for course in courses}
    rests: dict[str, Course] = {}

    def first(match: re.Match[str]) -> str:
        code = match[1]
        if code not in known or code in rests or len(rests) == CARDS:
            return code
        rests[code] = known[code]
        return match[0]

    statement = _TWO_STOPS.sub(".", _CITATION.sub(first, statement))
    distinct = tuple(dict.fromkeys(value for value in values if value))
    return Facts(_lines(statement), statement, distinct, tuple(rests.values()), total=total)


def refuse(statement: str) -> Facts:
    """One honest sentence instead of an answer: it cites nothing."""
    return Facts((statement,), statement, (), (), refused=True)


def _lines(statement: str) -> tuple[str, ...]:
    lines = _CITATION.sub(r"\1", statement).split("\n")
    return tuple(line.removeprefix("- ").strip() for line in lines if line.strip())
