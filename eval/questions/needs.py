"""Prerequisites as the sets of courses that would do: a second reading, to judge the first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations, product

Key = tuple[str, int, str]
Ways = frozenset[frozenset[Key]]
_CODE = re.compile(r"([A-Za-z]{2,5})[ -]?(\d{3})([A-Za-z]{0,4})")
_TOKEN = re.compile(r"[A-Z]{2,5} \d{3}[A-Za-z]*|\d+ from|and|or|[()]")


def identity(code: str) -> Key:
    """Program, number and part of a code: ('CHEM', 105, 'b') of 'CHEM 105B' and 'chem-105bL'.

    The letters l, x, g, m, w, p mark what a course is (laboratory, general education, writing
    ...), any other is the part of a sequence. A ValueError where the text is no code.
    """
    found = _CODE.fullmatch(code.strip())
    if not found:
        raise ValueError(f"no course code: {code!r}")
    part = "".join(letter for letter in found[3].lower() if letter not in "lxgmwp")
    return found[1].upper(), int(found[2]), part


@dataclass(frozen=True)
class Needs:
    """`ways`: the alternative sets of courses, any one of which is enough; `codes` as written."""

    ways: Ways
    codes: tuple[str, ...]

    @property
    def named(self) -> frozenset[Key]:
        """Every course the text names."""
        return frozenset(identity(code) for code in self.codes)

    @property
    def joined(self) -> str:
        """'and' where all are needed, 'or' where any one will do, else 'both'; '' below two."""
        if len(self.named) < 2:
            return ""
        if len(self.ways) == 1:
            return "and"
        return "or" if all(len(way) == 1 for way in self.ways) else "both"

    def met(self, taken: Iterable[Key]) -> bool:
        """Whether the courses taken are enough."""
        have = frozenset(taken)
        return any(way <= have for way in self.ways)

    def missing(self, taken: Iterable[Key]) -> frozenset[Key]:
        """Every course that is still lacking on some way that lacks fewest."""
        have = frozenset(taken)
        lacks = [way - have for way in self.ways]
        fewest = min(map(len, lacks))
        return frozenset().union(*(lack for lack in lacks if len(lack) == fewest))


def parse_needs(text: str) -> Needs:
    """'A 101 and 1 from (B 101 or (C 101 and D 101))' -> its ways; '' -> one way of no course."""
    tokens = _TOKEN.findall(text)
    ways, rest = _all_of(tokens) if tokens else (frozenset({frozenset[Key]()}), [])
    if rest:
        raise ValueError(f"prerequisites not understood: {text!r}")
    codes = dict.fromkeys(t for t in tokens if t[-1].isalnum() and " " in t and t[0].isalpha())
    return Needs(ways, tuple(codes))


def _all_of(tokens: list[str]) -> tuple[Ways, list[str]]:
    ways, rest = _one(tokens)
    while rest and rest[0] == "and":
        more, rest = _one(rest[1:])
        ways = frozenset(a | b for a, b in product(ways, more))
    return ways, rest


def _one(tokens: list[str]) -> tuple[Ways, list[str]]:
    head, rest = tokens[0], tokens[1:]
    if head.endswith(" from"):
        return _choose(int(head.split()[0]), rest[1:])
    if head == "(":
        return _choose(1, rest)
    return frozenset({frozenset({identity(head)})}), rest


def _choose(n: int, tokens: list[str]) -> tuple[Ways, list[str]]:
    options, rest = [], ["or", *tokens]
    while rest[0] == "or":
        ways, rest = _all_of(rest[1:])
        options.append(ways)
    picks = (product(*some) for some in combinations(options, n))
    ways = frozenset(frozenset().union(*sets) for pick in picks for sets in pick)
    return ways, rest[1:]
