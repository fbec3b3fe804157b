"""An earlier list asked for again under one condition of it, with others new: "same GE but dance",
"the same Friday thing for PHED"."""

from __future__ import annotations

from rag.query import Query
from rag.understanding.changes import CHANGING, KEPT, put
from rag.understanding.elliptic import ONLY
from rag.understanding.lifted import conditions, field_of, fields_named, lifted
from rag.understanding.reading import Reading

SAME = (
    rf"^{ONLY}(?:(?:the|that|now|do|try|lets|let us) )*same (?P<what>(?:\S+ ){{0,3}}?\S+?)"
    r"(?: (?:thing|deal|rules?|conditions?|filters?|stuff|idea|search|setup|requirements?))*"
    r"(?: ,)? (?:but|for|in|with|except)(?: (?:for|in|with|now|the))*(?= \S)"
)


def alike(reading: Reading) -> Query | None:
    """The last list that has the condition named, with the new ones; None where none is named."""
    match = reading.text.has(SAME)
    if match is None or reading.targets() or reading.people:
        return None
    told = conditions(reading, match["what"])
    fields = {field_of(f) for f in told} | fields_named(match["what"])
    base = _with(reading, fields)
    if base is None:
        return None
    reading.text.take(SAME, "")
    gone = lifted(reading)
    new = reading.find_filters()
    topic = [w for w in reading.topic().split() if w not in CHANGING]
    if topic or not new:
        return None
    reading.follows, reading.filters = True, put(base, new, gone)
    return reading.done("list", topic="" if any(f.field == "program" for f in new) else base.topic)


def _with(reading: Reading, fields: set[str]) -> Query | None:
    """The last list with conditions of all these fields, that is none of courses named."""
    for query, _ in reading.past.sets:
        own = {field_of(f) for f in query.filters}
        if fields and fields <= own and query.ask in KEPT and "code" not in own:
            return query
    return None
