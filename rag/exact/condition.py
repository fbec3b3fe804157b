"""Filters in plain English: '37 upper-division CSCI courses of 4 units with no prerequisites'."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rag.course import GE_CATEGORIES
from rag.exact.wording import series
from rag.label import HOURS
from rag.query import Filter, Value

_LEVELS = {"lower": "lower-division", "upper": "upper-division"}


# More codes than these are not named again.
SHOWN = 3
MANY = 8
_ORDER = ("level", "program", "hundred", "units")


# How a condition's verb reads of one course.
_ONE = {
    "that do ": "that does ",
    "that name ": "that names ",
    "that mention ": "that mentions ",
    "that have ": "that has ",
    "that need ": "that needs ",
    "that are ": "that is ",
}
_SINGULAR = re.compile("|".join(f"^{verb}" for verb in _ONE))


def courses(filters: Iterable[Filter], count: int) -> str:
    """'CSCI courses whose listed section does not meet on Fri'; 'course' where `count` is 1."""
    filters = _exact_days(list(filters))
    whole = {f.values for f in filters if f.field == "needs" and f.op == "only"}
    filters = [f for f in filters if (f.field, f.op) != ("needs", "any") or f.values not in whole]
    first = {field: n for n, field in enumerate(_ORDER)}
    ordered = sorted(filters, key=lambda f: first.get(f.field, len(first)))
    before = [word for f in ordered for word in _before(f)]
    after = [word for f in ordered for word in _after(f)]
    low, high = (_hundred(filters, op) for op in ("min", "max"))
    if low and high:
        bounds = (f"at {low} or above", f"at {high} or below")
        between = f"from the {low} to the {high} level" if low != high else f"at the {low} level"
        after = [between, *(w for w in after if w not in bounds)]
    if count == 1:
        after = [_SINGULAR.sub(lambda verb: _ONE[verb[0]], word, count=1) for word in after]
    return " ".join((*before, "course" if count == 1 else "courses", *_joined(after)))


def _exact_days(filters: list[Filter]) -> list[Filter]:
    """The filters, all of some days and only those told as one: op 'exactly'."""
    whole = {f.values for f in filters if f.field == "day" and f.op == "all"}
    both = [f for f in filters if f.field == "day" and f.op == "only" and f.values in whole]
    rest = [f for f in filters if f.field != "day" or f.values not in {b.values for b in both}]
    return [*rest, *(Filter("day", f.values, "exactly") for f in both)]


def _hundred(filters: list[Filter], op: str) -> str:
    return next((str(f.values[0]) for f in filters if f.field == "hundred" and f.op == op), "")


def _joined(after: list[str]) -> list[str]:
    """Conditions that open alike share the opening: 'of at least 2 and at most 4 units'."""
    for lead in ("whose listed section ", "of "):
        same = [word.removeprefix(lead) for word in after if word.startswith(lead)]
        if len(same) > 1:
            rest = [word for word in after if not word.startswith(lead)]
            after = [*rest, lead + series(same)]
    return after


def _before(f: Filter) -> list[str]:
    if f.op not in ("any", "all"):
        return []
    if f.field == "level" and {*f.values} == set(_LEVELS):
        return ["undergraduate"]
    if f.field == "level":
        return [series([_LEVELS.get(str(v), str(v)) for v in f.values], "or")]
    if f.field == "program":
        return [series([str(v) for v in f.values], "or")]
    return []


def _after(f: Filter) -> list[str]:
    if f.field == "prerequisites":
        return ["that have prerequisites" if f.values[0] else "with no prerequisites"]
    if f.field == "restricted":
        return [
            "with registration restrictions" if f.values[0] else "with no registration restrictions"
        ]
    if f.field == "clearance":
        verb = "needs" if f.values[0] else "needs no"
        return [f"whose listed section {verb} department clearance"]
    if f.field == "ge":
        return [f"{'not in' if f.op == 'not' else 'in'} {_ges(f)}"]
    if f.field == "mentions":
        verb = "do not mention" if f.op == "not" else "mention"
        return [f"that {verb} {series([f'“{v}”' for v in f.values], 'or')}"]
    if f.field == "titled" and f.op == "ends":
        return [f"whose title ends in {series([f'“{str(v).title()}”' for v in f.values], 'or')}"]
    if f.field == "titled":
        verb = "do not have" if f.op == "not" else "have"
        return [f"that {verb} {series([f'“{v}”' for v in f.values], 'or')} in the title"]
    if f.field == "suffix":
        letters = series([str(v) for v in f.values], "or")
        return [f"with {'no' if f.op == 'not' else 'the letter'} {letters} in the code"]
    if f.field == "repeatable":
        return [f"that {'can' if f.values[0] else 'can not'} be repeated for credit"]
    if f.field == "timed":
        told = "has its days and time announced" if f.values[0] else "has no time announced yet"
        return [f"whose listed section {told}"]
    if f.field == "staffed":
        return [f"whose listed section names {'an' if f.values[0] else 'no'} instructor"]
    if f.field in ("day", "days", "start", "end", "length", "kind"):
        return [f"whose listed section {_section(f)}"]
    if f.field == "instructor":
        names = series([str(v) for v in f.values], "and" if f.op == "all" else "or")
        return [f"{'not taught' if f.op == 'not' else 'taught'} by {names}"]
    return _bounded(f)


def _bounded(f: Filter) -> list[str]:
    plain = f.op in ("any", "all")
    if f.field == "hundred" and plain:
        return [f"at the {series([str(v) for v in f.values], 'or')} level"]
    if plain and f.field not in ("units", "needs"):
        return []
    words = series([_number(v) for v in f.values], "or")
    bound = {"min": "at least ", "max": "at most ", "not": "any number but "}.get(f.op, "")
    if f.field == "units":
        return [f"of {bound}{words} unit{'' if words == '1' else 's'}"]
    if f.field == "needs":
        if f.op in ("only", "more"):
            return [f"that {_needing(f)}"]
        verb = "do not name" if f.op == "not" else "name"
        if f.op == "all":
            return [f"that name {series([_number(v) for v in f.values], 'and')} as prerequisites"]
        if len(f.values) > MANY:
            words = f"any of {len(f.values)} courses, {f.values[0]} to {f.values[-1]},"
        return [f"that {verb} {words} as a prerequisite"]
    if f.field == "code" and len(f.values) > SHOWN:
        return ["besides those shown already"]
    if f.field in ("program", "code"):
        return [f"outside {words}" if f.field == "program" else f"other than {words}"]
    named = [
        _LEVELS.get(str(v), f"{v}-level" if f.field == "hundred" else str(v)) for v in f.values
    ]
    if f.op == "not":
        return [f"that are not {series(named, 'or')}"]
    return [f"at {words} or {'above' if f.op == 'min' else 'below'}"]


def _needing(f: Filter) -> str:
    """What prerequisites beside those known are needed: 'need no ECON course besides ECON 303'."""
    known = [str(v) for v in f.values if not str(v).isalpha()]
    programs = [str(v) for v in f.values if str(v).isalpha()]
    if not programs:
        return f"need {'nothing but' if f.op == 'only' else 'more than'} {series(known, 'or')}"
    other = series(known, "or")
    what = f"{'no' if f.op == 'only' else 'a'} {series(programs, 'or')} course"
    return f"need {what}{f' besides {other}' if known else ''}"


def _section(f: Filter) -> str:
    if f.field == "kind":
        kinds = series([str(v) for v in f.values], "or")
        return f"is {'not ' if f.op == 'not' else ''}a {kinds}"
    if f.field == "length":
        return f"lasts {'at least' if f.op == 'min' else 'at most'} {f.values[0]} minutes"
    if f.field == "days":
        n = series([str(v) for v in f.values], "or")
        bound = {"min": "at least ", "max": "at most ", "not": "other than "}.get(f.op, "")
        return f"meets on {bound}{n} day{'' if n == '1' else 's'} a week"
    if f.field == "day":
        days = series([str(v) for v in f.values], "or" if f.op in ("any", "not") else "and")
        verb = {
            "not": "does not meet on",
            "only": "meets on no day but",
            "exactly": "meets on just",
        }.get(f.op, "meets on")
        return f"{verb} {days}"
    at = int(f.values[0])
    if f.op == "not" and len(f.values) <= HOURS:
        hours = series([_time(int(v)) for v in f.values], "or")
        return f"does not {f.field} at {hours}"
    if f.op == "not":
        return f"{f.field}s before {_time(at)} or after {_time(int(f.values[-1]))}"
    if f.op == "any":
        return f"{f.field}s at {series([_time(int(v)) for v in f.values], 'or')}"
    if f.op == "max" and at % 60 == 59:
        return f"{f.field}s before {_time(at + 1)}"
    if f.op == "min" and at % 5 == 1:
        return f"{f.field}s after {_time(at - 1)}"
    return f"{f.field}s at {_time(at)} or {'later' if f.op == 'min' else 'earlier'}"


def _ges(f: Filter) -> str:
    if set(f.values) == set(GE_CATEGORIES):
        return "any GE category"
    names = [f"GE-{v} ({GE_CATEGORIES.get(str(v), '')})" for v in f.values]
    return series(names, "and" if f.op == "all" else "or")


def _time(minutes: int) -> str:
    hour, minute = divmod(minutes, 60)
    return f"{(hour - 1) % 12 + 1}:{minute:02d}{'am' if hour < 12 else 'pm'}"


def _number(value: Value) -> str:
    return f"{value:g}" if isinstance(value, int | float) else str(value)
