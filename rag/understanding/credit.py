"""Conditions on how a class counts: that it can be repeated for credit, or is graded CR/NC."""

from __future__ import annotations

from rag.query import Filter
from rag.understanding.words import Text

AGAIN = r"(?:(?:be )?(?:repeat(?:ed|able)?|retaken?)|taken? (?:more than once|twice|again))"
WHO = r"(?:(?:that|which|can|could|may|i|you|be|are|is) )*"
CREDIT = r"(?: for (?:more |extra |additional )?(?:credit|{unit}))?"
NOT = r"(?:(?:(?:can|could|may|are|is) )?(?:not|never) )"
BASIS = (
    r"(?:(?:credit|cr) (?:(?:/|or|and|-) )*(?:no credit|credit|nc)"
    r"|pass (?:/|or)? ?(?:fail|no pass))"
)
GRADED = (
    rf"(?:(?:that|which|are|is|graded|taken|offered|on|a|as|for) )*{BASIS}(?: (?:basis|grading))?"
)
# How the catalogue's descriptions say it.
TOLD = "graded cr/nc"


def find_credit(text: Text) -> list[Filter]:
    """Such conditions on a set of courses; each becomes a mark "%"."""
    found: list[Filter] = []
    if text.take(GRADED):
        found.append(Filter("mentions", (TOLD,)))
    if text.take(rf"{WHO}{NOT}{WHO}{AGAIN}{CREDIT}"):
        found.append(Filter("repeatable", (False,)))
    if text.take(rf"{WHO}{AGAIN}{CREDIT}"):
        found.append(Filter("repeatable", (True,)))
    return found
