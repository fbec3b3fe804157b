"""Superlatives over a set of courses: "the earliest class", "which course unlocks the most"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from rag.words import pattern

MOST = "(?:the )?(?:most|highest|greatest|largest|biggest|maximum)"
LEAST = "(?:the )?(?:least|fewest|lowest|smallest|minimum)"
AMOUNT = "(?:number of |amount of |possible )?"
OTHERS = "(?:number of )?(?:of the )?(?:other )?(?:{class}|ones?|others)"
WORTH = "(?:(?:that|which|is|are|with|has|have|worth|gives?|carry|carries) )*"
FIRST = "(?:that |which )?(?:starts?|begins?|meets?) (?:the )?"
LAST = "(?:that |which )?(?:ends?|finish(?:es)?|lets? out|gets? out|(?:is|are) over) (?:the )?"
TEACH = "(?:teach(?:es)?|(?:is|are) teaching|has|have|offers?|gives?)"
TEACHER = "(?:{teacher}|who|person|people)"
DEPARTMENT = "(?:departments?|programs?|majors?|schools?)"


class Superlative(NamedTuple):
    """What courses (or people, or departments) are ranked by, and whether the most comes first."""

    measure: str
    most: bool


@cache
def _rules() -> tuple[tuple[str, Superlative], ...]:
    """Patterns, what is surer first."""
    rows = [
        (f"{TEACHER} (?:.* )?{TEACH} {MOST} {OTHERS}", "teacher", True),
        (f"{DEPARTMENT} (?:.* )?{TEACH} {MOST} {OTHERS}", "department", True),
        (f"{DEPARTMENT} (?:.* )?{TEACH} {LEAST} {OTHERS}", "department", False),
        (f"prereqs (?:for|of|to|in) {MOST}(?: {OTHERS})?", "unlocks", True),
        (f"prereqs (?:for|of|to|in) (?:the )?greatest {OTHERS}", "unlocks", True),
        (
            r"(?:required|needed|necessary) (?:for|by|before|in|to take) "
            f"{MOST} {OTHERS}",
            "unlocks",
            True,
        ),
        (
            "(?:unlocks?|unlocking|opens?|opening|leads?|leading|enables?|allows?)(?: up| to| for| me"
            f"| you| to take)* {MOST}(?: {OTHERS})?",
            "unlocks",
            True,
        ),
        (f"{MOST} (?:common|frequent|required|often|frequently|used|useful) prereqs", "unlocks", True),
        (f"{WORTH}{MOST} {AMOUNT}prereqs", "needs", True),
        (f"longest (?:list of |chain of )?prereqs", "needs", True),
        (f"{WORTH}{LEAST} {AMOUNT}{{unit}}", "units", False),
        (f"{WORTH}{MOST} {AMOUNT}{{unit}}", "units", True),
        (f"{LAST}earliest", "end", False),
        (f"{LAST}(?:latest|last)", "end", True),
        (f"{FIRST}(?:latest|last)", "start", True),
        (f"(?:{FIRST})?earliest", "start", False),
        ("latest(?= (?:\\S+ )?(?:{class}|lectures?|sections?|start|starting|meeting))", "start", True),
        ("longest(?= (?:\\S+ )?(?:{class}|lectures?|sections?|meetings?|sessions?))", "length", True),
        ("shortest(?= (?:\\S+ )?(?:{class}|lectures?|sections?|meetings?|sessions?))", "length", False),
    ]
    return tuple((words, Superlative(measure, most)) for words, measure, most in rows)


def find_superlative(line: str) -> tuple[str, Superlative] | None:
    """The pattern that the words of a question meet, and what it asks for; None for no ranking."""
    return next(((w, found) for w, found in _rules() if pattern(w).search(line)), None)
