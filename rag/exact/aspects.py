"""What two courses are compared in besides units, level, prerequisites and times, where asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from rag.course import Course
from rag.exact.admission import POLAR
from rag.exact.extent import more
from rag.exact.headings import twin
from rag.exact.restriction import restriction
from rag.exact.wording import series

Cell = Callable[[Course], str]
# Whether two codes are one course.
SAME = re.compile(
    r"\b(?:same (?:class|course|thing)|(?:that|it|this|\d[a-z]*) (?:\w+ )?the same as|identical|"
    r"another (?:name|code|hat|title|number)|alias|"
    r"renam\w+|rebrand\w*|re-?label\w*|disguise\w*|cross[- ]?list\w*|"
    r"(?:just|really|only|basically|secretly|actually|simply|essentially) (?:another |an? )?"
    r"[a-z]{2,5} ?-?\d{3})",
    re.IGNORECASE,
)


def asked_for(text: str) -> dict[str, Cell]:
    """The further columns that the words of a comparison ask for, by name."""
    return {name: cell for name, (words, cell) in ASPECTS.items() if words.search(text)}


def first(text: str, courses: Sequence[Course]) -> str:
    """What is said before all else: which has more, which needs clearance, that both are one."""
    return f"{_one(text, courses)}{_more(text, courses)}{_cleared(text, courses)}"


def _more(text: str, courses: Sequence[Course]) -> str:
    """`more`, as a yes or no where it is asked of the course named first."""
    found = more(text, courses)
    if not found or "than" not in text.lower().split() or not POLAR.search(text):
        return found
    if found.startswith("The file"):
        return found
    word = "Yes" if found.startswith(courses[0].code) else "No"
    return f"{word}, {'both' if found.startswith('Both') else found[:4]}{found[4:]}"


def _one(text: str, courses: Sequence[Course]) -> str:
    """That two codes stand for one class, or do not, where that is asked."""
    if len(courses) != 2:
        return ""
    asked = SAME.search(text) and POLAR.search(text)
    if twin(*courses):
        number = courses[0].sections[0].number
        lead = "Yes: both" if asked else "Both"
        return f"{lead} codes stand for the same listed section ({number}). "
    return "No: the file has them as two different courses. " if asked else ""


def _cleared(text: str, courses: Sequence[Course]) -> str:
    """Which of them need clearance, where that is asked and they differ."""
    if not ASPECTS["clearance"][0].search(text) or not all(c.sections for c in courses):
        return ""
    need = [c.code for c in courses if c.sections[0].clearance]
    rest = [c.code for c in courses if not c.sections[0].clearance]
    if not need or not rest:
        return ""
    verb, other = ("needs" if len(need) == 1 else "need"), ("does" if len(rest) == 1 else "do")
    return f"{series(need)} {verb} department clearance, {series(rest)} {other} not. "


def _clearance(course: Course) -> str:
    if not course.sections:
        return "no section"
    return "department clearance" if course.sections[0].clearance else "no department clearance"


def _instructors(course: Course) -> str:
    names = series(course.sections[0].instructors) if course.sections else ""
    return f"taught by {names}" if names else "no instructor listed"


def _category(course: Course) -> str:
    return series([f"GE-{letter}" for letter in course.ge]) or "no GE category"


def _asked(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


ASPECTS: dict[str, tuple[re.Pattern[str], Cell]] = {
    "clearance": (_asked(r"d[- ]?clear\w*|clearances?|permission|approval"), _clearance),
    "restrictions": (
        _asked(
            r"restrict\w*|who (?:is|are|can|may|gets?)|majors?|reserved|"
            r"(?:meant|intended|made) for|for whom|open to|closed to|standing|allowed in"
        ),
        lambda course: restriction(course)[0] or "no registration restrictions",
    ),
    "instructors": (
        _asked(r"teach\w*|taught|instructors?|prof\w*|lecturers?|who's"),
        _instructors,
    ),
    "GE categories": (_asked(r"ges?|gen[- ]?eds?|general education|categor\w+"), _category),
}
