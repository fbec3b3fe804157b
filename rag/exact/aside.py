"""What a list leaves out though its reader may mean it: laboratories that only the code tells of,
courses of variable units, and the other programs of a school."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rag.course import Course
from rag.exact.mention import mentioning
from rag.exact.selection import select
from rag.exact.wording import cite, series
from rag.fact import Asked
from rag.query import Filter
from rag.understanding.departments import names

# The program that bears a school's subject as its name, and what the school is called.
SCHOOLS = {"BUAD": "marshall", "MUSC": "thornton", "EDUC": "rossier"}
SHOWN = 3


def aside(asked: Asked) -> tuple[str, list[Course]]:
    """A sentence or two that follow a list, and the courses they name; ("", []) mostly."""
    laboratory, courses = _laboratories(asked)
    return laboratory + _sisters(asked), courses


def fixed(found: Sequence[Course], filters: Sequence[Filter]) -> Sequence[Course]:
    """The courses that carry just the units asked for; where there are none, or no number was
    asked for, all."""
    numbered = any(f.field == "units" and f.op == "any" for f in filters)
    alone = [c for c in found if c.units_min == c.units_max] if numbered else []
    return alone if 0 < len(alone) < len(found) else found


def ranged(courses: Sequence[Course]) -> str:
    """The sentence on those left out by `fixed`."""
    if not courses:
        return ""
    whole = len(courses) <= SHOWN + 1  # rather one more than all but one
    some = courses if whole else courses[:SHOWN]
    told = series([f"{cite(c)} ({c.units.split(',')[0]})" for c in some])
    led = f": {told}" if whole else f", for example {told}"
    return f" {len(courses)} more can be taken for that many units{led}."


def _laboratories(asked: Asked) -> tuple[str, list[Course]]:
    filters = asked.query.filters
    kinds = [f for f in filters if f.field == "kind" and "Lab" in f.values]
    if not kinds or asked.named:
        return "", []
    listed = set(select(asked.catalogue.courses, filters))
    rest = [f for f in filters if f not in kinds]
    coded = [c for c in select(asked.catalogue.courses, rest) if "L" in c.suffix]
    if asked.query.topic:
        coded = mentioning(asked.catalogue, coded, asked.query.topic)
    without = kinds[0].op == "not"
    found = [c for c in coded if (c in listed) == without]
    if not found:
        return "", []
    those = series([cite(c) for c in found[:SHOWN]])
    some = f": {those}" if len(found) <= SHOWN else f", for example {those}"
    what = "of these carry" if without else "more carry"
    if len(found) == 1:
        what = "of these carries" if without else "more carries"
    return f" {len(found)} {what} the L of a laboratory in the code{some}.", found[:SHOWN]


def _sisters(asked: Asked) -> str:
    """How many more there are in the other programs of the school, where the subject was named."""
    filters = asked.query.filters
    heads = [f for f in filters if f.field == "program" and f.op == "any" and len(f.values) == 1]
    head = str(heads[0].values[0]) if heads else ""
    if head not in SCHOOLS or head in asked.query.text or asked.query.topic:
        return ""
    others = tuple(c for c in names()[(SCHOOLS[head],)] if c != head)
    wider = tuple(replace(f, values=others) if f in heads else f for f in filters)
    wider = (*wider, Filter("program", (head,), "not"))
    n = len(select(asked.catalogue.courses, wider))
    have = "has" if n == 1 else "have"
    programs = series(others)
    return f" The school's other programs ({programs}) {have} {n} more." if n else ""
