"""The catalogue's prerequisite text as an AND/OR tree, and what a student's courses make of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rag.catalogue import Key, code_key


@dataclass(frozen=True)
class One:
    """One course, under the code the text gives it."""

    code: str

    @cached_property
    def key(self) -> Key:
        key = code_key(self.code)
        assert key is not None, self.code
        return key


@dataclass(frozen=True)
class All:
    """Every part is needed; with no parts nothing is."""

    of: tuple[Tree, ...] = ()


@dataclass(frozen=True)
class Some:
    """At least `count` of the parts are needed."""

    count: int
    of: tuple[Tree, ...]


@dataclass(frozen=True)
class Unparsed:
    """Text that is no list of courses: kept as it is, never met by any course."""

    text: str


Tree = One | All | Some | Unparsed
NOTHING = All()

_TOKEN = re.compile(
    r"\s*(?:(\d+) from\b|(and|or)\b|([()])|([A-Z]{2,5})[ -]?(\d{3}[A-Za-z]{0,4})\b)"
)
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six")


def parse(text: str) -> Tree:
    """'1 from (MATH 126 or MATH 127) and BUAD 302' -> tree; "" -> NOTHING.

    Text outside this grammar, "and" and "or" mixed without parentheses included, comes back
    whole as `Unparsed`: half a prerequisite would be a wrong one.
    """
    text = text.strip().rstrip(".").strip()
    if not text:
        return NOTHING
    try:
        tokens = _tokens(text)
        tree = _group(tokens)
        if tokens:
            raise ValueError("text after the end")
        return tree
    except (ValueError, IndexError):
        return Unparsed(text)


def render(tree: Tree) -> str:
    """The tree in the catalogue's own grammar: `parse` reads it back to the same tree."""
    if isinstance(tree, All):
        return " and ".join(render(part) for part in tree.of)
    if isinstance(tree, Some):
        parts = (f"({render(p)})" if isinstance(p, All) else render(p) for p in tree.of)
        return f"{tree.count} from ({' or '.join(parts)})"
    return tree.text if isinstance(tree, Unparsed) else tree.code


def ones(tree: Tree) -> Iterator[One]:
    """Every course the tree names, in its order, repeats included."""
    if isinstance(tree, One):
        yield tree
    elif isinstance(tree, All | Some):
        for part in tree.of:
            yield from ones(part)


def codes(tree: Tree) -> tuple[str, ...]:
    """The codes the tree names, as written, each once."""
    return tuple(dict.fromkeys(one.code for one in ones(tree)))


def keys(tree: Tree) -> frozenset[Key]:
    """The keys of the courses the tree names."""
    return frozenset(one.key for one in ones(tree))


def fewest(tree: Tree) -> int | None:
    """How many courses meet the tree at the least; None where the text is no list of courses."""
    if isinstance(tree, One):
        return 1
    if isinstance(tree, Unparsed):
        return None
    least = [n for part in tree.of if (n := fewest(part)) is not None]
    if isinstance(tree, Some):
        return sum(sorted(least)[: tree.count]) if len(least) >= tree.count else None
    return sum(least) if len(least) == len(tree.of) else None


def satisfied(tree: Tree, taken: Collection[Key]) -> bool:
    """Whether the courses taken meet the tree; one taken without its part counts for any part."""
    if isinstance(tree, One):
        return tree.key in taken or (*tree.key[:2], "") in taken
    if isinstance(tree, All):
        return all(satisfied(part, taken) for part in tree.of)
    if isinstance(tree, Some):
        return sum(satisfied(part, taken) for part in tree.of) >= tree.count
    return False


def missing(tree: Tree, taken: Collection[Key]) -> Tree:
    """What is still needed: the tree without what is met, NOTHING when all of it is."""
    if satisfied(tree, taken):
        return NOTHING
    if isinstance(tree, All):
        return every(missing(part, taken) for part in tree.of)
    if isinstance(tree, Some):
        open_ = [missing(p, taken) for p in tree.of if not satisfied(p, taken)]
        return some(tree.count - (len(tree.of) - len(open_)), open_)
    return tree


def every(parts: Iterator[Tree] | Sequence[Tree]) -> Tree:
    """All of the parts, flattened: one part is itself."""
    flat: list[Tree] = []
    for part in parts:
        flat.extend(part.of if isinstance(part, All) else (part,))
    return flat[0] if len(flat) == 1 else All(tuple(flat))


def some(count: int, parts: Sequence[Tree]) -> Tree:
    """`count` of the parts; one of one is itself."""
    return parts[0] if count == len(parts) == 1 else Some(count, tuple(parts))


def words(tree: Tree) -> str:
    """The tree in plain English: 'CSCI 104 and one of MATH 225, MATH 226 or MATH 227'."""
    if isinstance(tree, All):
        if not tree.of:
            return "nothing"
        groups = sum(isinstance(part, Some) for part in tree.of)
        return _series([words(part) for part in tree.of], "and", "; " if groups > 1 else ", ")
    if isinstance(tree, Some):
        parts = [f"({words(p)})" if isinstance(p, All | Some) else words(p) for p in tree.of]
        if tree.count == 1:
            return f"{'either' if len(parts) == 2 else 'one of'} {_series(parts, 'or')}"
        number = _NUMBERS[tree.count] if tree.count < len(_NUMBERS) else str(tree.count)
        return f"{number} of {_series(parts, 'and')}"
    return f"“{tree.text}”" if isinstance(tree, Unparsed) else tree.code


def _series(items: Sequence[str], last: str, comma: str = ", ") -> str:
    if len(items) < 2:
        return "".join(items)
    # Groups set apart by semicolons need one before the last "and" too.
    glue = f"{comma}{last} " if comma == "; " else f" {last} "
    return comma.join(items[:-1]) + glue + items[-1]


def _tokens(text: str) -> list[str]:
    """Tokens last first, to be popped: a number for 'N from', 'and', 'or', '(', ')', a code."""
    tokens, at = [], 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if not match:
            raise ValueError(text[at:])
        number, word, bracket, program, rest = match.groups()
        tokens.append(number or word or bracket or f"{program} {rest}")
        at = match.end()
    return tokens[::-1]


def _group(tokens: list[str]) -> Tree:
    """Terms joined by one kind of word: all 'and' or all 'or'."""
    parts, word = [_term(tokens)], ""
    while tokens and tokens[-1] in ("and", "or"):
        if word and tokens[-1] != word:
            raise ValueError("and and or mixed")
        word = tokens.pop()
        parts.append(_term(tokens))
    return some(1, parts) if word == "or" else every(parts)


def _term(tokens: list[str]) -> Tree:
    token = tokens.pop()
    if token == "(":
        tree = _group(tokens)
        if tokens.pop() != ")":
            raise ValueError("unclosed")
        return tree
    if token.isdigit():
        return _choice(int(token), tokens)
    if token in ("and", "or", ")"):
        raise ValueError(token)
    return One(token)


def _choice(count: int, tokens: list[str]) -> Tree:
    """'(A or B or C)' after 'N from'."""
    if tokens.pop() != "(":
        raise ValueError("from what?")
    parts = [_term(tokens)]
    while tokens[-1] == "or":
        tokens.pop()
        parts.append(_term(tokens))
    if tokens.pop() != ")" or not 1 <= count <= len(parts):
        raise ValueError("no choice")
    return some(count, parts)
