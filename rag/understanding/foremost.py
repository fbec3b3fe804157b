"""The first or last of the list just shown, asked in few words: "earliest out of them", "IR ones,
which later"."""

from __future__ import annotations

from rag.query import Filter, Query
from rag.understanding.elliptic import ONLY
from rag.understanding.lifted import conditions
from rag.understanding.past import SETS
from rag.understanding.reading import Reading
from rag.understanding.superlative import find_superlative
from rag.understanding.words import pattern

SOME = r"(?:(?:the|of) )*(?P<some>[^#%~ ]+(?: [^#%~ ]+)?) (?:ones|classes|courses)(?: [,-])*"
WHICH = (
    r"(?:which|what|whats|is|one|the|of|out|from|among|in|for|starts?|starting|meets?|begins?|"
    r"ends?|ending|held|runs?|day|week|then|though|again|class|course|list|%|#\d+)"
)
BRIEF = pattern(rf"{ONLY}(?:{SOME} )?(?:{WHICH} )*%(?: {WHICH})*(?: [?.!])*")


def foremost(reading: Reading) -> Query | None:
    """The list ranked; None where the words ask for more, or after no list."""
    last, past = reading.past.query, reading.past
    if last is None or reading.said or reading.people:
        return None
    targets = reading.targets()
    if any(reading.mentions[n].how not in ("those", "some") for n in targets):
        return None
    codes = reading.codes(targets) or (past.many if last.ask in SETS else ())
    twin = reading.text.copy()
    ranked = find_superlative(twin)
    match = BRIEF.fullmatch(twin.line) if ranked and len(codes) > 1 else None
    if match is None:
        return None
    some = conditions(reading, match["some"]) if match["some"] else []
    if match["some"] and not some:
        return None
    whole = past.whole if set(codes) <= set(past.listed) else None
    own = whole.filters if whole else (Filter("code", codes),)
    reading.follows, reading.filters = True, [*own, *some]
    return reading.done("list", topic=whole.topic if whole else "")
