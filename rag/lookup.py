"""Look-ups: what the record of one course, or of a few, says."""

from __future__ import annotations

from collections.abc import Callable

from rag.check import verdict
from rag.course import Course
from rag.fact import Asked, Facts, state
from rag.notes import grading
from rag.restriction import clearance, restriction
from rag.wording import capital, cite, given, named, opening, plain, plural, series

# More courses than these are a list, not a look-up.
MOST = 4
QUOTE = 320
# How many courses of one title are named.
SHARED = 6


def units(asked: Asked) -> Facts:
    """'[CSCI 104L] is 4 units.'"""

    def one(course: Course) -> tuple[str, list[str]]:
        words = course.units.split(",")[0]
        if course.units_total is None:
            return f"{cite(course)} is {words}.", [words]
        total = f"{course.units_total:g}"
        again = f"it may be repeated for up to {total} units in all"
        return f"{cite(course)} is {words}; {again}.", [words, total]

    return _each(asked, one)


def schedule(asked: Asked) -> Facts:
    """Days, time and length of the one section the file holds."""
    term = given(asked.catalogue.term, " in ")

    def one(course: Course) -> tuple[str, list[str]]:
        if not course.sections:
            return f"The file lists no section for {cite(course)}.", []
        section = course.sections[0]
        which = f"{section.kind.lower()} section {section.number}".strip()
        if section.start is None or section.end is None:
            known = [*section.days]
            on = given(series(known), " on ", " at a time") or " at days and times"
            said = f"{cite(course)} meets{term}{on} still to be announced ({which})."
            return said, ["to be announced", *known]
        length = _length(section.end - section.start)
        said = f"{cite(course)} meets {section.when()}{term} ({length}, {which})."
        return said, [*section.days, section.when().split(" ")[-1]]

    several = len(asked.courses[:MOST]) > 1
    these = "These are the sections" if several else "This is the section"
    return _each(asked, one, f"{these} in the file; there may be others.")


def instructor(asked: Asked) -> Facts:
    """Who teaches the one section the file holds."""

    def one(course: Course) -> tuple[str, list[str]]:
        section = course.sections[0] if course.sections else None
        if section is None or not section.instructors:
            said = f"{capital(asked.file)} lists no instructor for {cite(course)}."
            return said, ["no instructor"]
        number = given(section.number, " (", ")")
        names = series(section.instructors)
        said = f"The section of {cite(course)} in {asked.file}{number} is taught by {names}."
        return said, [*section.instructors]

    known = any(s.instructors for c in asked.courses[:MOST] for s in c.sections)
    return _each(asked, one, "Other sections may have other instructors." if known else "")


def description(asked: Asked) -> Facts:
    """Title, units and what the catalogue says the course is about."""
    length = QUOTE // max(1, len(asked.courses[:MOST]))

    def one(course: Course) -> tuple[str, list[str]]:
        text = opening(course.description, length)
        said = f": {text}" if text else " has no description in the file."
        said += given(grading(course, text), " ")
        return f"{named(course)} ({course.units}){said}", [plain(course.title)]

    return _each(asked, one)


def restrictions(asked: Asked) -> Facts:
    """Who may register, and whether the department must clear it."""

    def one(course: Course) -> tuple[str, list[str]]:
        who, values = restriction(course)
        none = " has no registration restrictions"
        said = f"{cite(course)}{given(who, ': ') or none}, and {clearance(course)}."
        return said, values or ["no registration restrictions"]

    return _each(asked, one)


def code(asked: Asked) -> Facts:
    """The code of a title; courses that share it are all named."""
    if not asked.courses:
        return state("")
    codes = {c.code for c in asked.courses}
    titles = {c.title.casefold() for c in asked.courses}
    same = [c for c in asked.catalogue if c.title.casefold() in titles]
    same.sort(key=lambda c: c.code not in codes)
    if len(same) == 1:
        return state(f"That is {named(same[0])} ({same[0].units}).", [same[0].code], same)
    shown, value = same[:SHARED], [asked.courses[0].code]
    left = len(same) - len(shown)
    more = f", and {left} more" if left else ""
    if len(titles) > 1:
        rows = series([f"{named(c)} ({c.units})" for c in shown])
        return state(f"Those are {rows}{more}.", value, shown)
    rows = series([f"{cite(c)} ({c.units})" for c in shown])
    lead = f"{plural(len(same), 'course')} in {asked.file} are called “{plain(same[0].title)}”"
    return state(f"{lead}: {rows}{more}.", value, shown, total=len(same))


def _each(asked: Asked, one: Callable[[Course], tuple[str, list[str]]], after: str = "") -> Facts:
    """One sentence a course; a yes or no first where the question holds conditions."""
    found = [one(course) for course in asked.courses[:MOST]]
    if not found:
        return state("")
    lead, first = verdict(asked.courses, asked.query.filters)
    text = lead + " ".join(sentence for sentence, _ in found)
    values = [*first, *(value for _, some in found for value in some)]
    return state(f"{text} {after}".strip(), values, asked.courses)


def _length(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    parts = [plural(hours, "hour") if hours else "", f"{rest} minutes" if rest else ""]
    return " ".join(filter(None, parts)) or "0 minutes"
