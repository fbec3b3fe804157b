"""What a course duplicates credit in, by its description and those of others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.catalogue import Key, code_key
from rag.course import Course
from rag.exact.admission import POLAR
from rag.exact.lookup import MOST
from rag.exact.notes import barred, duplicates
from rag.exact.wording import cite, given, series
from rag.fact import Asked, Facts, state
from rag.ground import codes as codes_in

# Ways to ask for it; credit for taking a course again is another matter.
ASKED = re.compile(
    r"\bduplicat\w*|\bdouble[- ]?count\w*\b.*\bcredit|\bdouble credit\b|\bdouble[- ]?dip\w*|"
    r"\bredundant\b|\b(?:clash|conflict)\w*\b.*\bcredit|\bcredit\b.*\b(?:clash|conflict)|"
    r"\bboth count\b|\bcount both\b|"
    r"\bcredits? (?:for|in|from) (?:both|the two|each)\b|\bcredit for taking both\b|"
    r"\bboth\b.*\b(?:for|get|earn|receive) credit\b|"
    r"\bcredits? (?:for )?twice with\b|"
    r"\boverlap\w*\b.*\bcredit|\bcredit\b.*\boverlap",
    re.IGNORECASE,
)
# Of two courses: whether the one still counts beside the other.
STILL = re.compile(
    r"\b(?:get|give|earn|receive|count)\w*\b.*\b(?:credits?|units?)\b|"
    r"\brepeats?\b.*\bcredits?\b|\bstill counts?\b|\bdouble[- ]?count|"
    r"\bcounts?\b.*\b(?:twice|again|too|separately)\b",
    re.IGNORECASE,
)
# "Can I get credit for both": what is yes of duplicates is no of credit.
BOTH = re.compile(
    r"\b(?:both|two|each|double)\b(?![- ]?dip)|\b(?:get|give|earn|receive|count)", re.IGNORECASE
)
# A yes or no after a condition: "if I took X do I get credit for Y".
GIVEN = re.compile(r"\b(?:if|since|after)\b.*\b(?:do|does|can|could|will|would|is|are)\b", re.I)
KINDS = ("units", "description", "compare", "requires", "unlocks", "eligible", "restrictions")
ASKS = (*KINDS, "prerequisites", "other", "schedule", "list", "category", "grading")


def about_credit(asked: Asked) -> bool:
    """Whether it is asked what the courses named duplicate credit in."""
    missing = "stand in" in asked.query.missing
    if not asked.named or not (asked.query.ask in ASKS or missing):
        return False
    text = asked.query.text
    # Beside another, that still counts where no description of theirs says otherwise.
    still = len(_courses(asked)) > 1 and STILL.search(text) and _among(_courses(asked))
    return bool(ASKED.search(text) or still)


def _courses(asked: Asked) -> list[Course]:
    """The courses named, and those that the question says are passed."""
    passed = (asked.catalogue.find(code) for code in asked.query.taken if _here(asked, code))
    return list(dict.fromkeys((*asked.named, *(c for c in passed if c))))


def _here(asked: Asked, code: str) -> bool:
    """Whether a course passed is spoken of in this question, by its number, and not before."""
    key = code_key(code)
    return key is not None and f"{key[1]:03d}" in asked.query.text


def duplicated(asked: Asked) -> Facts:
    """'Yes: by its description, [MATH 229] duplicates credit in MATH 226 and MATH 227.'"""
    courses = _courses(asked)[:MOST]
    several = len({(c.program, c.number) for c in courses}) > 1
    saying = _among(courses) if several else _around(asked, courses)
    told = [f"{cite(c)} duplicates credit in {duplicates(c)}" for c in saying]
    polar = bool(POLAR.search(asked.query.text) or GIVEN.search(asked.query.text))
    pair = len(courses) + len(asked.query.unknown) > 1
    both = pair and bool(BOTH.search(asked.query.text))
    rests = [*courses, *(c for c in saying if c not in courses)]
    if told:
        word = "" if not polar else "No" if both else "Yes"
        lead = given(word, "", ": by their descriptions, ") or "By their descriptions, "
        if len(told) == 1:
            lead = lead.replace("their descriptions", "its description")
        out = barred(courses[0]) if len(courses) == 1 else ""
        also = given(out, " It also says: “", "”.") if out and "uplicates" not in out else ""
        return state(f"{lead}{series(told)}.{also}", [word], rests)
    names = series([cite(c) for c in courses])
    if several:
        return state(
            f"The descriptions of {names} name no duplicated credit between them.", [], rests
        )
    word = "No: the" if polar else "The"
    text = f"{word} description of {names} names no course that it duplicates credit in."
    return state(text, ["No"] if polar else [], rests)


def _among(courses: Sequence[Course]) -> list[Course]:
    """Those whose descriptions name another of them as duplicated."""
    keys = {c.code: code_key(c.code) for c in courses}
    return [c for c in courses if _named(c) & {k for code, k in keys.items() if code != c.code}]


def _around(asked: Asked, courses: Sequence[Course]) -> list[Course]:
    """Those that name what they duplicate, and the others of the file that name them."""
    keys = {code_key(c.code) for c in courses}
    others = [c for c in asked.catalogue if c not in courses and _named(c) & keys]
    return [*(c for c in courses if duplicates(c)), *others[:MOST]]


def _named(course: Course) -> set[Key | None]:
    return {*codes_in(duplicates(course))}
