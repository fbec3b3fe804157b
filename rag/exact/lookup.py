"""Look-ups: what the record of one course, or of a few, says."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from rag.course import Course
from rag.exact.admission import answer, excluded
from rag.exact.check import verdict
from rag.exact.mention import mentioning
from rag.exact.notes import barred, grading
from rag.exact.restriction import clearance, restriction
from rag.exact.selection import select
from rag.exact.wording import capital, cite, given, named, opening, plain, plural, series
from rag.fact import Asked, Facts, state
from rag.query import Filter

# The cosine below which the course found for a title is not the one meant.
SURE = 0.4
# More courses than these are a list, not a look-up.
MOST = 8
QUOTE = 320
# Ways to ask whether a course can be taken more than once.
AGAIN = re.compile(
    r"\b(?:repeat\w*|retak\w+|more than once|again|twice|one[- ](?:shot|time|off)|keep (?:on )?"
    r"(?:\w+ing)|come back|(?:every|each) (?:semester|term|year)|(year|term|semester) after \1)\b",
    re.IGNORECASE,
)
# Ways to ask what several courses add up to.
TOTAL = re.compile(
    r"\b(?:total|altogether|combined|together|sum|in all|all up|add(?:s|ed)? up|between them|"
    r"at once|(?:units?|credits?) (?:is|are|would|does|do) (?:that|it|this|all|those|they)|if i "
    r"(?:take|took|do)|when i take|(?:would|will) i (?:have|be|get|earn))\b",
    re.IGNORECASE,
)
# What else the instructor of a course teaches, asked beside who that is.
ELSE = re.compile(
    r"\b(?:what|any ?thing|any|which|another)\b[^.?!]*\b(?:else|other|another)\b[^.?!]*\bteach|"
    r"\bteach\w*\b[^.?!]*\b(?:anything else|else|another|other|more|besides)\b",
    re.IGNORECASE,
)
# Whether nobody else teaches it, to which one section says neither yes nor no.
ALONE = re.compile(r"\b(?:only|solely|exclusively|alone|nobody else|no one else)\b", re.IGNORECASE)
# How often is asked, not whether.
HOW_OFTEN = re.compile(r"\bhow (?:many|much|often)\b|\bup to (?:how|what)\b", re.IGNORECASE)
# How many courses of one title are named.
SHARED = 6


# Whether some are kept out is asked, and not whether they are let in.
CLOSED = re.compile(
    r"\b(?:closed|barred|banned|excluded|blocked|off[- ]limits|forbidden|"
    r"kept out|shut out|locked out|prohibited|not (?:open|available|allowed)|unavailable)\b",
    re.IGNORECASE,
)
# What stands in the way is asked for, which turns yes and no round.
PROBLEM = re.compile(
    r"\b(?:a|any|the|an) (?:problem|issue|trouble|obstacle|catch|hurdle|deal ?breaker)s?\b",
    re.IGNORECASE,
)


def units(asked: Asked) -> Facts:
    """'[CSCI 104L] is 4 units.'"""

    def one(course: Course) -> tuple[str, list[str]]:
        words = course.units.split(",")[0]
        if course.units_total is None:
            no_more = ", and the file lists no repeats for credit" if again else ""
            return f"{cite(course)} is {words}{no_more}.", [words]
        total = f"{course.units_total:g}"
        repeats = f"it may be repeated for up to {total} units in all"
        return f"{cite(course)} is {words}; {repeats}.", [words, total]

    again = bool(AGAIN.search(asked.query.text))
    if not again or len(asked.courses) != 1 or asked.query.filters:
        return each(asked, one)
    word = "No" if asked.courses[0].units_total is None else "Yes"
    if word == "Yes" and HOW_OFTEN.search(asked.query.text):
        return each(asked, one)
    return each(asked, one, "", f"{word}: ", [word])


def total(asked: Asked) -> Facts:
    """How many units several courses are together: '8 units in all: 4 of …'."""
    number = summed(asked.named)
    rows = [f"{cite(c)} is {c.units.split(',')[0]}" for c in asked.named]
    text = f"Together they are {number}: {series(rows)}."
    return state(text, [number.split(" ")[0]], asked.named)


def summed(courses: Sequence[Course]) -> str:
    """'8 units', '3-4 units': what courses are together."""
    low, high = sum(c.units_min for c in courses), sum(c.units_max for c in courses)
    number = f"{low:g}" if low == high else f"{low:g}-{high:g}"
    return f"{number} unit{'' if number == '1' else 's'}"


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

    so = verdict(asked.courses[:MOST], asked.query.filters)[1] == ["Yes"]
    if so and ALONE.search(asked.query.text):
        asked = replace(asked, query=replace(asked.query, filters=()))
    known = any(s.instructors for c in asked.courses[:MOST] for s in c.sections)
    told = each(asked, one, "Other sections may have other instructors." if known else "")
    if not known or len(asked.named) != 1 or not ELSE.search(asked.query.text):
        return told
    course = asked.named[0]
    names = tuple(dict.fromkeys(n for s in course.sections for n in s.instructors))
    others = [c for c in select(asked.catalogue.courses, [Filter("instructor", names)])]
    others = [c for c in others if c != course]
    rows = series([f"{named(c)} ({c.units})" for c in others[:SHARED]])
    left = given(f"{len(others) - SHARED}" if len(others) > SHARED else "", ", and ", " more")
    who = series(names, "or")
    also = f"{who} also teaches {rows}{left} in {asked.file}."
    also = also if others else f"{capital(asked.file)} has no other course taught by {who}."
    text, courses = f"{told.statement} {also}", [*told.courses, *others[:SHARED]]
    return state(text, [*told.values, *(c.code for c in others[:SHARED])], courses)


def description(asked: Asked) -> Facts:
    """Title, units and what the catalogue says the course is about.

    Where it is asked whether a topic is part of the course, first whether the words mention it.
    """
    length = QUOTE // max(1, len(asked.courses[:MOST]))
    topic = plain(asked.query.topic) if asked.named else ""

    def one(course: Course) -> tuple[str, list[str]]:
        text = opening(course.description, length)
        said = f": {text}" if text else " has no description in the file."
        said += given(grading(course, text), " ")
        return f"{named(course)} ({course.units}){said}", [plain(course.title)]

    if not topic or len(asked.named) != 1:
        return each(asked, one)
    found = mentioning(asked.catalogue, asked.named, topic)
    does = "mentions" if found else "does not mention"
    return each(asked, one, "", f"Its description {does} “{topic}”. ", [f"{does} “{topic}”"])


def restrictions(asked: Asked) -> Facts:
    """Who may register, and whether the department must clear it."""

    def one(course: Course) -> tuple[str, list[str]]:
        who, values = restriction(course)
        none = " has no registration restrictions"
        said = f"{cite(course)}{given(who, ': ') or none}, and {clearance(course)}."
        said += given(barred(course), " Its description says: “", "”.")
        return said, values or ["no registration restrictions"]

    text = asked.query.who or asked.query.text
    words = [answer(asked, course) for course in asked.courses[:MOST]]
    if len(words) > 1 and any(words) and not CLOSED.search(text):
        lead, first = _let_in(asked.courses[:MOST], words)
        return each(asked, one, "", lead, first)
    word = words[0] if len(words) == 1 else ""
    if not word:
        return each(asked, one)
    about = re.search(r"\b(?:credit|majors?|minors?)\b", text, re.IGNORECASE)
    out = barred(asked.courses[0])
    if PROBLEM.search(text) and not (word == "Yes" and about and out):
        word = "No" if word == "Yes" else "Yes"
        return each(asked, one, "", f"{word}, as far as restrictions go. ", [word])
    if CLOSED.search(text):
        word = "No" if word == "Yes" else "Yes"
        lead = f"{word}, registration is {'closed' if word == 'Yes' else 'open'} to them. "
        return each(asked, one, "", lead, [word])
    if word == "Yes" and about and out:
        # What the description says may be about those named, so yes would be too much.
        told = "Yes" if PROBLEM.search(text) else "No"
        lead = f"{told}, by its description. " if excluded(text, out) else ""
        return each(asked, one, "", lead, [told] if lead else [""])
    return each(asked, one, "", f"{word}, as far as restrictions go. ", [word])


def _let_in(courses: Sequence[Course], words: Sequence[str]) -> tuple[str, list[str]]:
    """('Yes, as far as restrictions go. ', ['Yes']) where that holds for all courses, else which of
    them let in those named in the question."""
    if len(set(words)) == 1:
        return f"{words[0]}, as far as restrictions go. ", [words[0]]
    parts = []
    for word, said in (("Yes", "yes to"), ("No", "no to"), ("", "not told of")):
        some = [c.code for c, w in zip(courses, words, strict=True) if w == word]
        parts += [f"{said} {series(some)}"] if some else []
    return f"As far as restrictions go, {series(parts)}. ", []


def code(asked: Asked) -> Facts:
    """The code of a title; courses that share it are all named."""
    if not asked.courses:
        return state("")
    if not asked.named and asked.query.topic and asked.hits[0].score < SURE:
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


def each(
    asked: Asked,
    one: Callable[[Course], tuple[str, list[str]]],
    after: str = "",
    lead: str = "",
    first: Sequence[str] = (),
) -> Facts:
    """One sentence a course after `lead`; a yes or no first where the question holds conditions."""
    found = [one(course) for course in asked.courses[:MOST]]
    if not found:
        return state("")
    if not lead:
        lead, first = verdict(asked.courses[:MOST], asked.query.filters)
    text = lead + " ".join(sentence for sentence, _ in found)
    values = [*first, *(value for _, some in found for value in some)]
    return state(f"{text} {after}".strip(), values, asked.courses)
