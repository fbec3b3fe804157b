"""Questions that only change the one before: "and CSCI 170?", "on Fridays?", "any others?"."""

from __future__ import annotations

from rag.intent import LOOKUPS, SET
from rag.query import Filter, Query
from rag.reading import Reading
from rag.reference import OTHERS
from rag.vocabulary import ASKED
from rag.words import FUNCTION, content

KEPT = ("list", "count", "recommend", "eligible")


def follow_up(reading: Reading) -> Query | None:
    """The last question as this one changes it, None where this one stands by itself."""
    last, line, targets = reading.past.query, reading.text.line, reading.targets()
    if last is None:
        return None
    if OTHERS.match(line) and not targets and (last.filters or last.topic):
        return _others(reading, last)
    if targets:
        bare = reading.short and not content(reading.text.words, FUNCTION)
        asked = last.ask in LOOKUPS and not reading.people
        return _same_ask(reading, last, targets) if bare and asked else None
    if not reading.short or (SET.search(line) and " ones" not in line):
        return None
    return _changed(reading, last)


def _others(reading: Reading, last: Query) -> Query:
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


def _same_ask(reading: Reading, last: Query, targets: list[int]) -> Query:
    """The same question of another course; of a pair, the first course stays."""
    codes = reading.codes(targets)
    if last.ask in ("requires", "compare") and last.codes and len(codes) == 1:
        codes = (last.codes[0], codes[0])
    reading.follows = True
    reading.filters = [f for f in last.filters if f.field != "code"]
    return reading.done(last.ask, codes=codes)


def _changed(reading: Reading, last: Query) -> Query | None:
    """The last question with other conditions, where this one brings nothing else."""
    new = [*reading.people, *reading.find_filters()]
    left = content(reading.text.words)
    if not new or not set(left) <= ASKED:
        reading.filters += [f for f in new if f not in reading.people]
        return None
    reading.follows = True
    if last.ask in LOOKUPS and last.codes:
        timed = any(f.field in ("day", "start", "end") for f in new)
        reading.filters = new
        return reading.done("schedule" if timed else last.ask, codes=last.codes)
    fields = {f.field for f in new}
    reading.filters = [f for f in last.filters if f.field not in fields] + new
    return reading.done(last.ask if last.ask in KEPT else "list", topic=last.topic)
