"""What a course opens: those that name it among their prerequisites, and what lies behind them."""

from __future__ import annotations

from collections.abc import Sequence

from rag.catalogue import code_key
from rag.course import Course
from rag.exact.listing import table
from rag.exact.selection import select
from rag.exact.wording import be, cite, plural, series
from rag.fact import Asked, Facts, state

MOST = 3


def unlocks(asked: Asked) -> Facts:
    """The courses that name this one as a prerequisite, with their true number."""
    codes = asked.query.codes or asked.query.unknown or [c.code for c in asked.courses[:1]]
    if not codes:
        return state("")
    reached = {c.code: c for code in codes for c in asked.requirements.unlocks(code)}
    gone = [code for code in codes if asked.catalogue.find(code) is None]
    after = f" {series(gone)} {be(len(gone))} not in {asked.file}." if gone else ""
    direct = _closest(select(tuple(reached.values()), asked.query.filters), codes[0])
    name = series([_name(asked, code) for code in codes[:MOST]], "or")
    if not direct:
        such = " that meets your conditions" if asked.query.filters else ""
        text = f"No course in {asked.file}{such} names {name} as a prerequisite.{after}"
        return state(text, ["No course"], asked.courses, total=0)
    far = {c.code for code in codes for c in asked.requirements.further(code)} - reached.keys()
    verb = "names" if len(direct) == 1 else "name"
    count = plural(len(direct), "course")
    lead = f"{count} in {asked.file} {verb} {name} as a prerequisite or as one of the options"
    beyond = _beyond(len(far), len(direct))
    return table(asked, direct, lead, f"{beyond}{after}", asked.courses)


def _beyond(far: int, direct: int) -> str:
    if not far:
        return ""
    through, come = "it" if direct == 1 else "these", "comes" if far == 1 else "come"
    return f" Through {through}, {plural(far, 'more course')} {come} into reach."


def _closest(courses: Sequence[Course], code: str) -> list[Course]:
    """Those of the same program first, then by number."""
    program = (code_key(code) or ("",))[0]
    return sorted(courses, key=lambda c: (c.program != program, c.number, c.code))


def _name(asked: Asked, code: str) -> str:
    course = asked.catalogue.find(code)
    return cite(course) if course else code
