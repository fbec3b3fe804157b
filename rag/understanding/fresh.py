"""A full question of its own after a condition was dropped: "ok forget the units. which PHED
classes are on Friday"."""

from __future__ import annotations

from rag.query import Query
from rag.understanding.elliptic import ONLY, restore
from rag.understanding.intent import set_ask
from rag.understanding.lifted import FORGET, NAMED
from rag.understanding.reading import Reading
from rag.understanding.words import pattern

# What was asked is dropped, and asked is what comes after the stop.
DROPPED = (
    rf"^{ONLY}(?:(?:let us|lets|we can|you can|can we|please|just|actually) )*(?:{FORGET})"
    rf"(?: about)? (?:(?:the|that|my|all|whole|entire) )*(?:{NAMED}|list|courses|classes|plan|idea|"
    r"[a-z]+ (?:ones|thing|stuff|classes|courses|idea|plan))(?: (?:thing|part|condition|"
    r"requirement|stuff|limit|bit|idea)s?)? [.;!?,-]+(?= \S)"
)
FULL = pattern(
    rf"^{ONLY}(?:what|which|are there|is there|do you have|any|list|show(?: me)?|give me|"
    r"find(?: me)?|how many|i want|i need)(?: \S+){0,5}? (?:{class}|ges?|gen eds?)(?: .*)?"
)
SUBJECTS = ("program", "ge", "instructor")


def fresh(reading: Reading) -> Query | None:
    """The question after the stop, under no condition of before; None where it is none in full."""
    if reading.past.query is None or reading.targets() or reading.said:
        return None
    before = reading.text.copy()
    if not reading.text.take(DROPPED, ""):
        return None
    line = reading.text.line
    if not FULL.match(line) or "#" in line:
        restore(reading, before)
        return None
    ask = set_ask(reading.text, conditioned=True)
    found = [*reading.people, *reading.find_filters()]
    if not any(f.field in SUBJECTS and f.op == "any" for f in found):
        restore(reading, before)
        return None
    reading.follows, reading.filters = False, found
    return reading.done("count" if ask == "count" else "list", topic=reading.topic())
