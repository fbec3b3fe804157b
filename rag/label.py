"""A filter in a few words, for a chip: 'Mon or Wed', 'not Fri', 'at most 2 units'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rag.course import GE_CATEGORIES

if TYPE_CHECKING:
    from rag.query import Filter, Value

# Values that together have a shorter name.
WHOLE: dict[frozenset[object], str] = {
    frozenset(GE_CATEGORIES): "any GE category",
    frozenset({"lower", "upper"}): "undergraduate",
}
HOURS = 4  # ruled out one by one; more are a part of the day


def label(f: Filter) -> str:
    """The condition in a few words."""
    words = " or ".join(_word(f.field, v) for v in f.values)
    if whole := WHOLE.get(frozenset(f.values)):
        return f"not {whole}" if f.op == "not" else whole
    if f.field == "mentions":
        return f"{'no mention of' if f.op == 'not' else 'mentions'} {words}"
    if f.field == "titled" and f.op == "ends":
        return f"title ending in {words}"
    if f.field == "titled":
        return f"{'no ' if f.op == 'not' else ''}{words} in the title"
    if f.field == "repeatable":
        return "repeatable" if f.values[0] else "not repeatable"
    if f.field == "timed":
        return "has a set time" if f.values[0] else "time to be announced"
    if f.field == "staffed":
        return "has an instructor" if f.values[0] else "instructor to be announced"
    if f.field in ("prerequisites", "restricted", "clearance"):
        thing = {"restricted": "restrictions", "clearance": "department clearance"}
        return f"{'has' if f.values[0] else 'no'} {thing.get(f.field, f.field)}"
    if f.field == "units":
        bound = {"min": "at least ", "max": "at most ", "not": "not "}.get(f.op, "")
        return f"{bound}{words} unit{'' if words == '1' else 's'}"
    if f.field == "length":
        return f"{'at least' if f.op == 'min' else 'at most'} {words} minutes long"
    if f.field == "days":
        bound = {"min": "at least ", "max": "at most ", "not": "not "}.get(f.op, "")
        return f"{bound}{words} day{'' if words == '1' else 's'} a week"
    if f.field == "start" and f.op == "not" and len(f.values) <= HOURS:
        return f"not at {words}"
    if f.field == "start" and f.op == "not":
        first, last = (_word("start", v) for v in (f.values[0], f.values[-1]))
        return f"starts before {first} or after {last}"
    if f.field in ("start", "end"):
        verb = "starts" if f.field == "start" else "ends"
        if f.op == "max" and int(f.values[0]) % 60 == 59:
            return f"{verb} before {_word(f.field, int(f.values[0]) + 1)}"
        if f.op == "min" and int(f.values[0]) % 5 == 1:
            return f"{verb} after {_word(f.field, int(f.values[0]) - 1)}"
        return f"{verb} { {'min': 'from', 'max': 'by'}.get(f.op, 'at') } {words}"
    if f.field == "hundred" and f.op in ("min", "max"):
        return f"{words} or {'above' if f.op == 'min' else 'below'}"
    if f.field == "needs":
        if programs := " or ".join(str(v) for v in f.values if str(v).isalpha()):
            known = " or ".join(str(v) for v in f.values if not str(v).isalpha())
            verb = "needing no" if f.op == "only" else "needing a"
            return f"{verb} {programs} course{f' besides {known}' if known else ''}"
        verbs = {"not": "not needing", "only": "needing nothing but", "more": "needing more than"}
        joined = words.replace(" or ", " and ") if f.op == "all" else words
        return f"{verbs.get(f.op, 'needing')} {joined}"
    if f.field == "suffix":
        return f"{'no ' if f.op == 'not' else ''}{words} in the code"
    lead = {"not": "not ", "only": "only "}.get(f.op, "")
    return lead + (words.replace(" or ", " and ") if f.op == "all" else words)


def _word(field: str, value: Value) -> str:
    if field in ("start", "end"):
        hour, minute = divmod(int(value), 60)
        return f"{(hour - 1) % 12 + 1}:{minute:02d}{'am' if hour < 12 else 'pm'}"
    if field == "ge":
        return f"GE-{value} {GE_CATEGORIES.get(str(value), '')}".strip()
    if field == "hundred":
        return f"{value}-level"
    if field == "level":
        return {"lower": "lower division", "upper": "upper division"}.get(str(value), str(value))
    return f"{value:g}" if isinstance(value, float) else str(value)
