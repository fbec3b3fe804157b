"""What is left of a list: the courses that a narrowing left out ("not those, the others"), and
those not had yet ("I've had 105 and 107, what's left")."""

from __future__ import annotations

from collections.abc import Iterator

from rag.query import Filter, Query
from rag.understanding.elliptic import ONLY
from rag.understanding.reading import Reading
from rag.understanding.words import Text, content, pattern

_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+)"
_OTHERS = (
    rf"(?:others?(?: (?:ones|{{class}}|{_NUMBER}))?|rest|remainder|remaining(?: (?:ones|{{class}}|"
    rf"{_NUMBER}))?|ones (?:that (?:are|do|is) )?(?:left|not|that (?:are|do) not))"
)
# "The others", after a list that was narrowed.
COMPLEMENT = pattern(
    rf"^{ONLY}(?:(?:not|besides|except|without|other than|nope|no) (?:those|these|them|that)"
    rf"(?: (?:ones?|{_NUMBER}))?(?: [,.;:-])* )?"
    r"(?:(?:i|we|want|wanted|meant|mean|need|would|like|show|give|me|us|list|name|tell|what|which|"
    r"how|about|of|is|are|was|were|just|only|but|and|rather|see|to|then|please|can|you|now|let) )*"
    rf"the {_OTHERS}(?: (?:then|please|instead|of|them|those|these|the|that|list|from|on|are|is|"
    r"ones|left|again|though|called))*(?: [?.!])*$"
)
# What courses passed leave of a list.
LEFT = pattern(
    r"(?:what|which|anything|any|how many|who)(?: \S+){0,4}? (?:left|leaves?|remain|remains|"
    r"remaining|others?|else)(?: \S+){0,5}(?: [?.!])*$"
    r"|(?:which|what|any)(?: \S+){0,3}? (?:have|did|do) i (?:still )?(?:not|still)(?: .*)?$"
    r"|(?:drop|remove|take|leave|cut|skip|hide|cross|scratch|exclude)(?: (?:those|these|them|both|"
    r"it|that|two|ones|one))+(?: (?:off|out|away|please))*(?: [?.!])*$"
    r"|^.*(?:without|minus|except)(?: (?:those|these|them|both|it|that|two|ones|one))+(?: [?.!])*$"
)
# What a student asks of them who wants to be let in.
ENTRY = pattern("eligible|qualif\\S*|allowed|prereqs|unlock\\S*|opens?|clearance")
SUPPOSED = pattern("if|suppose|supposing|assuming|once|when|after")


def remaining(reading: Reading) -> Query | None:
    """The list before without what a narrowing or the courses passed take of it."""
    return _unlike(reading) or _not_had(reading)


def _sets(reading: Reading) -> Iterator[tuple[Query, tuple[str, ...]]]:
    """The lists of the talk, the latest first, each with all its courses."""
    past = reading.past
    wider = past.wider(reading.vocabulary.catalogue)
    for (query, _), members in zip(past.sets, wider, strict=True):
        yield query, members


def _unlike(reading: Reading) -> Query | None:
    if not reading.past.sets or not COMPLEMENT.match(Text(reading.question).line):
        return None
    lists = list(_sets(reading))
    inner, shown = lists[0][1], reading.past.sets[0][1]
    if len(shown) > 1 and reading.past.whole:
        return without(reading, lists[0][0], shown)  # those that were not shown
    for outer, members in lists[1:]:
        if set(inner) < set(members):
            return without(reading, outer, inner)
    return None


def _not_had(reading: Reading) -> Query | None:
    line = reading.text.line
    said = reading.said or reading.past.told
    named = any(reading.mentions[i].how in ("code", "title") for i in reading.targets())
    if not said or named or ENTRY.search(line) or not LEFT.search(line):
        return None
    if SUPPOSED.search(Text(reading.question).line):
        return None  # what else these would open
    if set(content(reading.text.words)) - set(content(Text(LEFT_WORDS).words)):
        return None
    for query, members in _sets(reading):
        out = tuple(code for code in said if code in members)
        if out and len(members) > 1:
            return without(reading, query, out)
    return None


LEFT_WORDS = (
    "left remain remains remaining other others else drop remove take leave cut skip hide cross "
    "scratch exclude two both still classes courses class course ones one then now gone done list "
    "off out away options already many number total leaves leave leaving"
)


def without(reading: Reading, last: Query, codes: tuple[str, ...]) -> Query:
    """That list without these courses."""
    reading.follows = True
    reading.filters = [*last.filters, *([Filter("code", codes, "not")] if codes else [])]
    return reading.done("list", topic=last.topic)
