"""Courses that do without the one named as a prerequisite: "upper-level classes not requiring X",
"without having X, what can I take"."""

from __future__ import annotations

from rag.query import Filter, Query
from rag.understanding.intent import COUNT
from rag.understanding.past import bare
from rag.understanding.reading import Reading
from rag.understanding.words import pattern

_AS = r"(?: (?:as|for) (?:a |an |the |its |their )*prereqs)?(?: (?:first|before(?:hand)?|yet))?"
_HAD = r"(?:(?:having|taking|done|taken|had|passed|been|credit|in|for|ever|passing|doing) )*"
_NEED = (
    r"(?:needs?|needing|requires?|requiring|want|wanting|ask for|asking for|list|listing|name|"
    r"naming|have|having|involve|depend on|build on|rely on)"
)
_NOT = r"(?:(?:do|does|did|would|should|will|is|are|can) )?(?:not|never)"
# The course that is not needed, in words that say so.
DO_WITHOUT = (
    rf"without (?:having )?%taken{_AS}",
    rf"without {_HAD}(?P<x>{{x}}){_AS}",
    rf"(?:(?:i|you|one|we|she|he|they) )?{_NOT} {_NEED}(?: (?:to|have|take|taken|taking|done|me))* "
    rf"(?P<x>{{x}}){_AS}",
    r"(?P<x>{x}) (?:is|are|be|being|was) not (?:(?:a|an|the|listed|named|among|one|of|as) )*"
    r"(?:prereqs|required|needed|necessary|mandatory|a must)(?: (?:for|of|to|in|by))?",
    rf"where (?P<x>{{x}}) is not {_AS.strip()}",
)
# That it was not passed, told before.
NOT_HAD = r"(?:i|we|she|he) have not (?:(?:taken|had|done|passed) )+{x} [.,;]|%untaken [.,;]"
# What no one is let into without it, which is the opposite.
CLOSED = pattern(r"(?:not|never|impossible|no one|nobody) (?:\S+ ){0,4}?without(?: .*)?")
CLASSES = pattern(r"(?:which|what|any|are there|is there|list|show|name|{class}|ones|options) .*")
SET = pattern(r"{class}|ones|options|what (?:all |else )?can (?:i|one|we) (?:still )?take")


def spared(reading: Reading) -> Query | None:
    """The list of courses that do not name the one course as a prerequisite."""
    codes = reading.codes(range(len(reading.mentions)))
    if len(codes) != 1 or any(m.how in ("those", "some") for m in reading.mentions):
        return None
    line = reading.text.line
    if CLOSED.search(line) or not (SET.search(line) and CLASSES.search(line)):
        return None
    before = reading.text.copy()
    counted = COUNT.search(line)
    reading.text.take(NOT_HAD, "")
    if not any(reading.text.take(words) for words in DO_WITHOUT) or "#" in reading.text.line:
        reading.text.words, reading.text.written = before.words, before.written
        return None
    reading.taken = tuple(code for code in reading.taken if code not in codes)
    found = [*reading.people, *reading.find_filters(), Filter("needs", bare(codes), "not")]
    reading.filters = [f for f in found if f.field != "prerequisites"]
    return reading.done("count" if counted else "list", topic=reading.topic())
