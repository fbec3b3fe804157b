"""What a later question makes of a list: shown again, gone on with, a condition more or less."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from rag.query import Filter, Query
from rag.understanding.elliptic import ONLY
from rag.understanding.lifted import field_of
from rag.understanding.reading import Reading
from rag.understanding.vocabulary import ASKED
from rag.understanding.words import bag, pattern

KEPT = ("list", "count", "recommend", "eligible")
# Words that change a list and mean nothing in it.
CHANGING = ASKED | bag(
    """same thing now make switch swap change try search instead keep filter narrow only just but
    leave skip drop remove rid forget matter matters care anymore fine mind never actually wait
    scratch exclude hide without nothing none avoid ignore cut those ones ok okay let limit down
    rather maybe how bout redo again pull show first second third last though well hmm then
    too ditto likewise similar besides except apart aside left list results result what'd if be
    less more fewer and or please restrict include including included lose toss out take off away
    got won't cannot can't do don't work works can could get rule rules ruled condition conditions
    part bit requirement put back bring everything anything else add added also on top whatever any
    number many much two three four five okay were was back either way open right
    wow oh ugh nah thanks cool great"""
)
# Which of the list are open to whom, in words that are no condition of the list.
ADMITTED = pattern(
    rf"^{ONLY}(?:which|any|are|do|is|what)(?: \S+)*? (?:(?:fresh\S+|sophomores?|juniors?|seniors?) "
    rf"standing|(?:open|restricted|limited|closed|available) (?:only )?(?:to|for) (?:a )?"
    rf"(?:fresh\S+|sophomores?|juniors?|seniors?))(?: .*)?"
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


def with_topic(topic: str, last: Query) -> str:
    """The topic of the last list with more to it, no word twice."""
    return " ".join(dict.fromkeys((*last.topic.split(), *topic.split())))


def put(
    last: Query, new: Sequence[Filter], gone: Collection[str] = (), wider: bool = False
) -> list[Filter]:
    """The conditions of the last query, without the fields `gone` and those that give way to the
    new ones, and these; with `wider`, values of a field there is already are more of the same."""
    if wider:
        new = [_with_values(g, last) for g in new]
    kept = [f for f in last.filters if field_of(f) not in gone]
    return [*(f for f in kept if not any(_gives_way(f, g) for g in new)), *new]


def unbound(last: Query, basis: Query | None, new: Sequence[Filter]) -> Query:
    """The last list; where it is of courses named by an earlier one, and the new conditions take
    the place of one those courses met, the conditions of that earlier list."""
    named = any((f.field, f.op) == ("code", "any") for f in last.filters)
    if basis is None or not named or any(f.field == "code" for f in basis.filters):
        return last
    against = any(_contradicts(f, g) for f in basis.filters for g in new)
    return replace(last, filters=basis.filters, topic=basis.topic) if against else last


def _contradicts(old: Filter, new: Filter) -> bool:
    """Whether no course meets the old condition and the new one."""
    if old.field != new.field or old.op not in ("any", "all", "only"):
        return False
    shared = {*old.values} & {*new.values}
    return bool(shared) if new.op == "not" else new.op in ("any", "all", "only") and not shared


def both(last: Query, new: Sequence[Filter]) -> list[Filter]:
    """The conditions of the last query and the new ones: a course must meet them all."""
    days = [f for f in last.filters if f.field == "day" and f.op in ("any", "all")]
    told = {v for f in new if f.field == "day" and f.op in ("any", "all") for v in f.values}
    if not (days and told and all(len(f.values) == 1 or f.op == "all" for f in days)):
        return [*last.filters, *new]
    rest = [f for f in (*last.filters, *new) if f.field != "day" or f.op not in ("any", "all")]
    values = dict.fromkeys((*(v for f in days for v in f.values), *told))
    return [*rest, Filter("day", tuple(values), "all")]


def _with_values(new: Filter, last: Query) -> Filter:
    old = next((f for f in last.filters if f.field == new.field and f.op != "not"), None)
    if old is None or new.op not in ("any", "all") or old.op in BOUNDS:
        return new
    return replace(new, op="any", values=tuple(dict.fromkeys((*old.values, *new.values))))


def _gives_way(old: Filter, new: Filter) -> bool:
    """Whether the new condition takes the place of the old one: it does not where both can be
    meant ("not on Friday", then "Mondays"; "after 2", then "before 5")."""
    if {old.field, new.field} == {"level", "hundred"} and old.op == new.op == "any":
        return not _levels(old) & _levels(new)
    if {old.op, new.op} == {"min", "max"} and {old.field, new.field} <= {"start", "end"}:
        low, high = sorted((old, new), key=lambda f: f.op != "min")
        return float(low.values[0]) >= float(high.values[0])
    if old.field != new.field:
        return False
    if old.op == "all" and new.op == "not":
        return bool({*old.values} & {*new.values})  # "Tue and Thu", then "without Thursday"
    if old.op == "not" or new.op == "not":
        narrowed = old.op == "not" or set(old.values) - set(new.values)
        return not narrowed or (new.op != "not" and bool({*old.values} & {*new.values}))
    return True


def _levels(f: Filter) -> set[str]:
    """The levels that a condition on levels or hundreds lets in."""
    if f.field == "level":
        return {str(v) for v in f.values}
    return {"lower" if int(v) < 300 else "upper" if int(v) < 500 else "graduate" for v in f.values}


def _ruled_out(f: Filter) -> bool:
    return f.field == "code" and f.op == "not"


def opposite(f: Filter) -> Filter | None:
    """The condition that holds where this one does not; None where none says so."""
    if f.op == "any" and all(isinstance(v, bool) for v in f.values):
        return replace(f, values=tuple(not v for v in f.values))
    if f.field == "needs" and f.op in ("only", "more"):
        return replace(f, op="more" if f.op == "only" else "only")
    if f.op in ("any", "only"):
        return replace(f, op="not")
    if f.op in BOUNDS and f.field in ("start", "end", "length"):
        step = 1 if f.op == "max" else -1
        return replace(f, op=BOUNDS[f.op], values=tuple(int(v) + step for v in f.values))
    return f if f.op == "not" else None
