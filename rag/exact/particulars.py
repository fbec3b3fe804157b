"""Particulars of a course that are asked for by themselves: GE category, grading, clearance."""

from __future__ import annotations

import re
from collections.abc import Callable

from rag.course import GE_CATEGORIES, Course
from rag.exact.admission import POLAR
from rag.exact.check import verdict
from rag.exact.lookup import MOST
from rag.exact.notes import bare, credit_only
from rag.exact.restriction import restriction
from rag.exact.wording import capital, cite, given, sentences, series
from rag.fact import Asked, Facts, state

# A sentence on how a course is graded, and a question for passing without a letter.
GRADED = re.compile(r"\bgraded\b|\bletter grade|\bP/NP\b|\bpass/no|\bIP\b", re.IGNORECASE)
PASSING = re.compile(r"\bp ?/ ?np\b|\bpass\b", re.IGNORECASE)
# "Can I add it without asking the department": yes and no would be the other way round.
WITHOUT = re.compile(r"\bwithout\b|\bw/o\b|\bno need\b", re.IGNORECASE)


def category(asked: Asked) -> Facts:
    """'[HIST 100mg] counts for GE-B (Humanistic Inquiry).'"""

    def one(course: Course) -> tuple[str, list[str]]:
        if not course.ge:
            said = f"{cite(course)} is listed under no GE category in {asked.file}"
            degrees = ", which says nothing about degree requirements"
            more = degrees if "requirement" in asked.query.text.lower() else ""
            return f"{said}{more}.", ["no GE"]
        names = series([f"GE-{letter} ({GE_CATEGORIES[letter]})" for letter in course.ge])
        return f"{cite(course)} counts for {names}.", [f"GE-{letter}" for letter in course.ge]

    return _each(asked, one)


def grading(asked: Asked) -> Facts:
    """What the description says on grading: that it is credit/no credit, most often."""

    passing = bool(PASSING.search(asked.query.text) and POLAR.search(asked.query.text))

    def one(course: Course) -> tuple[str, list[str]]:
        if credit_only(course):
            return f"{cite(course)} is graded credit/no credit (CR/NC).", ["credit/no credit"]
        told = next((s for s in sentences(course.description) if GRADED.search(s)), "")
        if told:
            no = passing and " not " in told
            lead = "No: the" if no else "The"
            said = f"{lead} description of {cite(course)} says “{bare(told)}”."
            return said, ["No"] if no else []
        said = f"The file does not say that {cite(course)} is graded credit/no credit"
        return f"{said}; it holds nothing else on grading.", ["does not say"]

    return _each(asked, one)


def clearance(asked: Asked) -> Facts:
    """'Yes, the listed section of [CSCI 104L] needs department clearance.'"""
    without = bool(WITHOUT.search(asked.query.text))

    def one(course: Course) -> tuple[str, list[str]]:
        if not course.sections:
            return f"The file lists no section of {cite(course)}.", []
        section = course.sections[0]
        needs = "needs" if section.clearance else "needs no"
        word = "Yes" if section.clearance else "No"
        which = given(section.number, " (", ")")
        lead = f"{word}, "
        if without:
            lead = f"{'Department' if section.clearance else 'No'} clearance is needed: "
        said = f"{lead}the listed section of {cite(course)}{which} {needs} department clearance."
        who, _ = restriction(course)
        return said + given(capital(who), " ", "."), [word, f"{needs} department clearance"]

    return _each(asked, one)


def _each(asked: Asked, one: Callable[[Course], tuple[str, list[str]]]) -> Facts:
    """One sentence a course; a yes or no first where the question puts a condition to one."""
    courses = asked.courses[:MOST]
    lead, first = verdict(courses, asked.query.filters)
    told = [one(course) for course in courses]
    text = lead + " ".join(sentence for sentence, _ in told)
    return state(text, [*first, *(v for _, values in told for v in values)], courses)
