"""What a later question makes of a list: shown again, gone on with, a condition more or less."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.query import Filter, Query
from rag.understanding.elliptic import ONLY, restore
from rag.understanding.reading import Reading
from rag.understanding.vocabulary import ASKED
from rag.understanding.words import content

KEPT = ("list", "count", "recommend", "eligible")
# A condition taken back: "drop the thursday thing".
DROP = (
    rf"^{ONLY}(?:(?:can you|could you|let us|just|now|lets|i want to|i would) )*(?:drop|remove|"
    rf"forget|"
    r"lose|ignore|scratch|undo|take (?:off|out|away)|get rid of|never mind|lift)(?: about)?"
)
# Courses ruled out: "skip the 2 unit ones", "take out anything on fridays".
OUT = (
    rf"^{ONLY}(?:(?:can|could|would|will|you|let us|just|now|lets|i want to|i would|we|like to) )*"
    r"(?:drop|remove|lose|ignore|scratch|take (?:off|out|away)|get rid of|exclude|skip|omit|"
    r"leave (?:out|off)|throw (?:out|away)|cut(?: out)?|weed out|filter out|kick out|toss(?: out)?|"
    r"delete|cross (?:off|out)|hide|minus|without|not|except(?: for)?|but not|eliminate|discard|"
    r"rule out)(?= [^ ?.!])(?! (?:need|have|requir|want|sure|really|any prereqs|prereqs))"
)
# Where another wish begins: "skip the seminar, and I'd rather have no prereqs".
WISH = re.compile(
    r" (?:[,.;]|but|and)(?= (?:(?:and|but|also) )*(?:i|we|she|he|nothing|only|just) )"
)
# The other side of a bound.
BOUNDS = {"min": "max", "max": "min"}


def again(reading: Reading, last: Query, ask: str) -> Query:
    """The last set once more, counted or listed."""
    reading.follows, reading.filters = True, list(last.filters)
    return reading.done("eligible" if last.ask == "eligible" else ask, topic=last.topic)


def others(reading: Reading, last: Query) -> Query:
    """The same again without the courses shown already."""
    shown = [v for f in last.filters if _ruled_out(f) for v in f.values]
    shown = list(dict.fromkeys((*shown, *reading.past.codes)))
    out = [Filter("code", tuple(shown), "not")] if shown else []
    reading.filters = [f for f in last.filters if not _ruled_out(f)] + out
    reading.follows = True
    ask = last.ask if last.ask in KEPT and last.ask != "count" else "list"
    return reading.done(ask, codes=last.codes if ask == "eligible" else (), topic=last.topic)


def _ruled_out(f: Filter) -> bool:
    return f.field == "code" and f.op == "not"


def dropped(reading: Reading, last: Query) -> Query | None:
    """The last list without the conditions this question takes back."""
    before = reading.text.copy()
    if not reading.text.take(DROP):
        return None
    out = (*reading.people, *reading.find_filters())
    kept = [f for f in last.filters if not any(_alike(f, g) for g in out)]
    if not out or len(kept) == len(last.filters):
        restore(reading, before)
        return None
    reading.follows, reading.filters = True, kept
    return reading.done(last.ask if last.ask in KEPT else "list", topic=last.topic)


def _alike(f: Filter, g: Filter) -> bool:
    """Whether taking back the one takes back the other: of days, only where they share one."""
    return f.field == g.field and (f.field != "day" or bool({*f.values} & {*g.values}))


def without(reading: Reading, last: Query) -> Query | None:
    """The last list without the courses this question rules out."""
    before = reading.text.copy()
    wish = WISH.search(before.line)
    if not reading.text.take(OUT, ""):
        return None
    wanted: list[Filter] = []
    if wish:
        at = len(reading.text.words) - before.line.count(" ", wish.end())
        later = reading.text.copy()
        later.replace(0, at, "")
        reading.text.replace(at, len(reading.text.words), "")
        first, reading.text = reading.text, later
        wanted, reading.text = reading.find_filters(), first
    people, found = reading.people, reading.find_filters()
    new = [*(opposite(f) for f in (*people, *found)), *wanted]
    left = set(content(reading.text.words)) - ASKED
    if not new or left or None in new:
        restore(reading, before)
        return None
    reading.follows = True
    reading.filters = [*last.filters, *(f for f in new if f)]
    return reading.done(last.ask if last.ask in KEPT else "list", topic=last.topic)


def opposite(f: Filter) -> Filter | None:
    """The condition that holds where this one does not; None where none says so."""
    if f.op == "any" and all(isinstance(v, bool) for v in f.values):
        return replace(f, values=tuple(not v for v in f.values))
    if f.op in ("any", "only"):
        return replace(f, op="not")
    if f.op in BOUNDS and f.field in ("start", "end", "length"):
        step = 1 if f.op == "max" else -1
        return replace(f, op=BOUNDS[f.op], values=tuple(int(v) + step for v in f.values))
    return f if f.op == "not" else None
