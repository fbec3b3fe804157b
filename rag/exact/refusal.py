"""What the file cannot answer, said in one honest sentence; and a word back to a greeting."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.catalogue import OWN_WORK
from rag.course import Course
from rag.exact import condition
from rag.exact.mention import mentioning
from rag.exact.notes import duplicates
from rag.exact.schedule import offering
from rag.exact.selection import select
from rag.exact.wording import capital, plain, series
from rag.fact import Asked, Facts, refuse, state

# Thanks, and what else is said when all is answered.
CLOSING = (
    r"\b(thanks|thank|thx|ty|tyvm|cheers|appreciate|that['’]?s (?:all|everything|it)|"
    r"will (?:tell|inform|let)|['’]ll (?:tell|inform|let))\b"
)
# Which term the file is of.
OWN_TERM = re.compile(
    r"\b(?:what|which) (?:term|semester|year)\b[^?]*\b(?:data|file|catalog\w*|schedule|info\w*|"
    r"this|these|you)\b",
    re.IGNORECASE,
)
HOLDS = (
    "units, prerequisites, restrictions, a description and one section with days, time and "
    "instructor for each course"
)


def unavailable(asked: Asked) -> Facts:
    """That the file does not hold what is asked, and what it does hold."""
    what = plain(asked.query.missing) or "that"
    if what.startswith("anything but"):
        return offtopic(asked)
    if OWN_TERM.search(asked.query.text) and not asked.named:
        return state(f"All I have is {asked.file}: one term, and of each course one section.")
    if not asked.named:
        rest = _beside(asked)
        return refuse(f"{capital(asked.file)} says nothing about {what}; it has {rest or HOLDS}.")
    about = _standing if "stand in" in what else _known
    about = _teaching if "instructors" in what or "sections" in what else about
    known = series([f"{c.code} {about(c)}" for c in asked.named[:2]])
    return refuse(
        f"{capital(asked.file)} says nothing about {what}; what it does say is that {known}."
    )


def lacking(asked: Asked) -> str:
    """That the file does not hold what is asked beside what it does."""
    what = plain(asked.query.missing)
    what = "the rest" if what == "that" or what.startswith("anything but") else what
    return f"{capital(asked.file)} says nothing about {what}."


def _beside(asked: Asked) -> str:
    """The courses that meet the conditions the file can tell, counted, with a few of them."""
    filters, topic = asked.query.filters, plain(asked.query.topic)
    found: Sequence[Course] = select(asked.catalogue.courses, filters) if filters or topic else ()
    about = mentioning(asked.catalogue, found, topic) if topic else ()
    found = about or (found if filters else ())
    if not found:
        return ""
    usual = sorted(found, key=lambda c: bool(OWN_WORK.search(c.title)))
    some = series([f"{c.code} {plain(c.title)}" for c in usual[:3]])
    what = f"{len(found)} {condition.courses(filters, len(found))}"
    what += f" that mention{'s' if len(found) == 1 else ''} “{topic}”" if about else ""
    return f"{what}: {some}" if len(found) <= 3 else f"{what}, for example {some}"


def unknown(asked: Asked) -> Facts:
    """That a code named is not in the file, with the nearest real ones."""
    gone = asked.query.unknown[:3]
    if all(code[:3].isdigit() for code in gone):
        return _bare(asked, gone[0])
    if all(code.isdigit() for code in gone):
        return refuse(
            f"I can't tell which department's {series(gone, 'or')} you mean; give me the whole "
            f"code, with its letters, and I'll look it up in {asked.file}."
        )
    near = list(dict.fromkeys(c for code in gone for c in _nearest(asked, code)))
    verb = "is" if len(gone) == 1 else "are"
    offer = (
        f"; the nearest {'code' if len(near) == 1 else 'codes'} there: {series(near)}"
        if near
        else ""
    )
    no = "No, " if asked.query.ask == "schedule" and offering(asked.query.text) else ""
    return refuse(f"{no}{series(gone)} {verb} not in {asked.file}{offer}.")


def _bare(asked: Asked, number: str) -> Facts:
    """Which department a number without letters belongs to, with those that have it."""
    same = [c for c in asked.catalogue if f"{c.number:03d}" == number[:3]]
    same.sort(key=lambda c: (bool(OWN_WORK.search(c.title)), c.code))
    some = series([c.code for c in same[:3]], "or")
    such = f", for example {some}" if same else f"; no department in {asked.file} has that number"
    return refuse(f"Which department's {number} do you mean? Give me the letters too{such}.")


def offtopic(asked: Asked) -> Facts:
    """That the question is about something else than the courses."""
    return refuse(
        f"I can only answer from {asked.file} of USC courses: {HOLDS}. "
        "Name a course or a subject and I'll look it up."
    )


def unclear(asked: Asked) -> Facts:
    """That no course was understood from the question."""
    return refuse(
        f"I couldn't tell which course you mean; give me its code or title and I'll look it up "
        f"in {asked.file}."
    )


def smalltalk(asked: Asked) -> Facts:
    """A word back, and what can be asked."""
    term = f"{asked.catalogue.term} " if asked.catalogue.term else ""
    if re.search(CLOSING, asked.query.text.lower()):
        return state("You're welcome! Ask me about another course whenever you like.")
    if re.search(r"\b(bye|goodbye|see you|cya)\b", asked.query.text.lower()):
        return state("Goodbye, and good luck with your classes!")
    return state(
        f"Hello! I can tell you about USC's {term}courses: what they cover, units, prerequisites, "
        "times and instructors, and which ones fit your plans. What would you like to know?"
    )


def _nearest(asked: Asked, code: str) -> tuple[str, ...]:
    """Other parts of the same course where there are any, else the nearest numbers."""
    bare = re.sub(r"[A-Za-z]+$", "", code.strip())
    parts = asked.catalogue.parts(bare)
    return tuple(c.code for c in parts[:3]) or asked.catalogue.nearest(code)


def _standing(course: Course) -> str:
    twice = duplicates(course)
    return f"duplicates credit in {twice}" if twice else _known(course)


def _teaching(course: Course) -> str:
    names = series(course.sections[0].instructors) if course.sections else ""
    return f"has a listed section taught by {names}" if names else "has no instructor listed"


def _known(course: Course) -> str:
    when = course.sections[0].when() if course.sections else "announced"
    return f"is {course.units}" + ("" if "announced" in when else f" and meets {when}")
