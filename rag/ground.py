"""Ground: all that an answer may rest on, and whether a sentence stays on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rag.catalogue import Key, code_key
from rag.course import DAYS, Course
from rag.programs import programs
from rag.understanding.words import bag

CODE = re.compile(r"\b([A-Z]{2,5})[ -]?(\d{3})([A-Za-z]{0,4})\b")
_LOOSE = re.compile(r"\b([A-Za-z]{2,5})[\W_]{0,3}(\d{3})([A-Za-z]{0,4})\b")
NUMBER = re.compile(r"\d+(?:[.:]\d+)*")
_UNITS = re.compile(
    r"(\d+(?:\.\d+)?)(?:\s*(?:-|to)\s*(\d+(?:\.\d+)?))?[\s-]+units?\b", re.IGNORECASE
)
_COUNTED = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"),
)
_WORDED = re.compile(rf"\b({'|'.join(_COUNTED)})[\s-]+units?\b", re.IGNORECASE)
_TAUGHT = re.compile(
    r"(?:taught by|instructors? (?:is|are)|[Pp]rofessor|Prof\.|Dr\.)\s+"
    r"((?:[A-Z][\w'’.-]*)(?:[ ,&]+(?:and )?[A-Z][\w'’.-]*)*)"
)
_DAY = re.compile(r"\b(Mon|Tues?|Wed|Wednes|Thu|Thurs?|Fri|Sat|Satur|Sun)(?:days?)?\b")
# Words that carry content; an answer may bring in a few of its own, to join what it was given.
_WORD = re.compile(r"[a-z]{5,}")
_NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")
# Several of them: "Cinema and Media Studies" without the "and", which may join two names.
_NAMES = re.compile(
    r"\b[A-Z][a-z][\w'’&-]*(?:\s+(?:(?:of|for|of the|in the) )?[A-Z][a-z][\w'’&-]*)+"
)
_OPENERS = bag(
    "after all also and any before both but each either for from here however its listed "
    "neither none not note one only other please registration section since some take that the "
    "then there these they this those through two under what when which while with yes you your "
    "unfortunately according based course courses sorry"
)
STEM, NEW = 6, 0.3
_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FULL = dict(zip(DAYS, _WEEK, strict=True))


@dataclass(frozen=True)
class Ground:
    """All that an answer may rest on: the courses in the prompt, and the words around them."""

    courses: tuple[Course, ...]
    text: str
    codes: frozenset[Key]
    numbers: frozenset[str]

    @classmethod
    def of(cls, courses: Iterable[Course], words: Iterable[str]) -> Ground:
        """Gather from courses, and from facts' lines and the question as `words`."""
        courses = tuple(courses)
        text = "\n".join([*words, *(part for c in courses for part in _said(c))])
        return cls(
            courses,
            text.lower(),
            frozenset(codes(text)),
            frozenset(_plain(n) for n in NUMBER.findall(text)),
        )


def holds(sentence: str, ground: Ground) -> bool:
    """Whether every code, number, unit count, day and teacher in the sentence is grounded."""
    bare = CODE.sub(" ", sentence)
    named = codes(sentence)
    if any(key not in ground.codes for key in [*named, *_loose_codes(sentence)]):
        return False
    if any(_plain(n) not in ground.numbers for n in (*NUMBER.findall(bare), *_worded(bare))):
        return False
    if any(m[1].lower()[:3] not in ground.text for m in _DAY.finditer(sentence)):
        return False
    if not _words_hold(sentence, ground):
        return False
    people = (p for m in _TAUGHT.finditer(sentence) for p in re.split(r",| and |&", m[1]))
    if any(p.strip(" .").lower() not in ground.text for p in people):
        return False
    return _units_hold(sentence, named, ground)


def _words_hold(sentence: str, ground: Ground) -> bool:
    """Whether names are in the ground, word by word and as they stand together, and all but a few
    of the longer words, by their stems."""
    if any(
        w.lower() not in ground.text for w in _NAME.findall(sentence) if w.lower() not in _OPENERS
    ):
        return False
    for run in _NAMES.findall(CODE.sub("", sentence)):
        words = run.split()
        while words and words[0].lower() in _OPENERS:
            words = words[1:]
        if len(words) > 1 and " ".join(words).lower() not in ground.text:
            return False
    words = content(sentence)
    new = sum(word not in ground.text for word in words)
    return new <= max(2, NEW * len(words))


def _units_hold(sentence: str, named: list[Key], ground: Ground) -> bool:
    """A unit count beside a single course must be that course's."""
    about = [c for c in ground.courses if code_key(c.code) in named]
    if len(set(named)) != 1 or len(about) != 1:
        return True
    course = about[0]
    real = {course.units_min, course.units_max, course.units_total}
    said = {float(n) for m in _UNITS.finditer(sentence) for n in m.groups() if n}
    said |= {float(n) for n in _worded(sentence)}
    described = {_plain(n) for n in NUMBER.findall(course.description)}

    def true(n: float) -> bool:
        # Of a course of 1 to 8 units, 3 may be asked for.
        asked = course.units_min < n < course.units_max and f"{n:g} unit" in ground.text
        return n in real or asked or f"{n:g}" in described

    return all(true(n) for n in said)


def _worded(text: str) -> list[str]:
    """The unit counts written in words, as digits: 'three units' -> '3'."""
    return [str(_COUNTED.index(m[1].lower())) for m in _WORDED.finditer(text)]


def content(text: str) -> set[str]:
    """The stems of the longer words of a text."""
    return {word[:STEM] for word in _WORD.findall(text.lower())}


def codes(text: str) -> list[Key]:
    """The course codes in a text, as keys."""
    found = (code_key(f"{m[1]} {m[2]}{m[3]}") for m in CODE.finditer(text))
    return [key for key in found if key]


def _loose_codes(text: str) -> list[Key]:
    """Codes as no record writes them, but a reader sees them: 'csci 104', 'CSCI  104'."""
    found = (m for m in _LOOSE.finditer(text) if m[1].upper() in programs())
    return [key for m in found if (key := code_key(f"{m[1]} {m[2]}{m[3]}"))]


def _said(course: Course) -> Iterator[str]:
    yield from (course.code, course.title, course.units, course.prerequisites, course.restrictions)
    yield course.description
    for section in course.sections:
        yield from (section.number, section.when(), section.kind, *section.instructors)
        yield " ".join(_FULL[day] for day in section.days)


def _plain(number: str) -> str:
    return re.sub(r"\.0$", "", number)
