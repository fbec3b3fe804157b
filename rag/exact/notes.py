"""What a course's description says that no column of the file holds."""

from __future__ import annotations

import re

from rag.course import Course
from rag.exact.wording import given, sentences

_PREPARATION = re.compile(r"recommended preparation:?\s*(.+)", re.IGNORECASE)
_DUPLICATES = re.compile(r"duplicates? credit (?:in|with)?\s*(.+)", re.IGNORECASE)
_COREQUISITE = re.compile(
    r"(?:co-?requisites?:?\s*|concurrent (?:registration|enrollment)(?:: ?| in ?(?:either )?))(.+)",
    re.IGNORECASE,
)
_PREREQUISITE = re.compile(r"(?<!co)(?<!co-)\bprerequisites?:\s*(.+)", re.IGNORECASE)
_BARRED = re.compile(
    r"(?:\bnot (?:available|open)\b|\bmay not (?:register|enroll|take)\b|\bopen only to\b|"
    r"\bnot for (?:degree |major )?credit\b)",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"graded\s+(?:IP/)?CR/NC", re.IGNORECASE)


def preparation(course: Course) -> str:
    """The recommended preparation: 'MATH 040x or math placement exam'; "" where none is named."""
    return _read(_PREPARATION, course)


def duplicates(course: Course) -> str:
    """What the course duplicates credit in: 'BUAD 215x and BUAD 306'."""
    return _read(_DUPLICATES, course)


def corequisite(course: Course) -> str:
    """What is to be taken along with it: 'FREN 330'. The file has no column for this."""
    return _read(_COREQUISITE, course)


def stated_prerequisite(course: Course) -> str:
    """A prerequisite named in the description: for courses whose own column is empty."""
    return _read(_PREREQUISITE, course)


def barred(course: Course) -> str:
    """The sentence of the description that keeps some students out, or gives them no credit."""
    found = next((s for s in sentences(course.description) if _BARRED.search(s)), "")
    return bare(found)


def credit_only(course: Course) -> bool:
    """Whether the course is graded credit/no credit."""
    return bool(_CREDIT.search(course.description))


def grading(course: Course, said: str = "") -> str:
    """How it is graded and what it duplicates, as sentences, where `said` does not tell yet."""
    notes, twice = [], duplicates(course)
    if credit_only(course) and not _CREDIT.search(said):
        notes.append("It is graded credit/no credit.")
    if twice and twice not in said:
        notes.append(f"It duplicates credit in {twice}.")
    return " ".join(notes)


def advice(course: Course) -> str:
    """What to bring and to take along, as sentences; "" where the description names nothing."""
    bring = given(preparation(course), "Recommended preparation: ", ".")
    beside = given(corequisite(course), "Corequisite, by its description: ", ".")
    return " ".join(filter(None, (bring, beside)))


def bare(sentence: str) -> str:
    """The sentence without its full stop and without brackets around the whole of it."""
    text = sentence.strip(" .")
    if text.startswith("(") and text.count("(") > text.count(")") - text.endswith(")"):
        text = text[1:].removesuffix(")")
    return text.strip(" .")


def _read(pattern: re.Pattern[str], course: Course) -> str:
    for sentence in sentences(course.description):
        match = pattern.search(sentence)
        if match:
            return match[1].strip(" .()")
    return ""
