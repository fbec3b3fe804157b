"""The courses in memory, found by code in any spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from rag.course import Course

CODE_PARTS = re.compile(r"([A-Za-z]{2,5})[\s\-_.:]*(\d{3})\s?([A-Za-z]{0,4})")
# Suffix letters that mark a property of the course (L: laboratory, g: general education, ...);
# any other letter is the part of a sequence.
FLAGS = re.compile("[lxgmwp]")
OWN_WORK = re.compile(
    "thesis|dissertation|research|internship|practicum|special topics|independent study|"
    "examination",
    re.IGNORECASE,
)
Key = tuple[str, int, str]


def code_key(code: str) -> Key | None:
    """The parts of a code that tell courses apart: 'CHEM 105B', 'chem105bL' -> ('CHEM', 105, 'b').

    None where the text is no course code. No two courses of the file share a key.
    """
    match = CODE_PARTS.fullmatch(code.strip())
    if not match:
        return None
    return match[1].upper(), int(match[2]), FLAGS.sub("", match[3].lower())


class Catalogue:
    """All courses of the file, in its order, by exact code or by `code_key`."""

    def __init__(self, courses: Iterable[Course], term: str = "") -> None:
        self.courses = tuple(courses)
        self.term = term
        self.by_code = {course.code: course for course in self.courses}
        self._by_key: dict[Key, Course] = {}
        self._parts: dict[tuple[str, int], list[Course]] = {}
        for course in self.courses:
            key = code_key(course.code)
            if key:
                self._by_key.setdefault(key, course)
                self._parts.setdefault(key[:2], []).append(course)
        self.programs = frozenset(c.program for c in self.courses) | frozenset(
            p for c in self.courses for p in c.listed_under
        )

    def __len__(self) -> int:
        return len(self.courses)

    def __iter__(self) -> Iterator[Course]:
        return iter(self.courses)

    def find(self, code: str) -> Course | None:
        """The course of this code in any spelling, None where the file does not hold it."""
        key = code_key(code)
        if key is None:
            return None
        return self._by_key.get(key)

    def parts(self, code: str) -> tuple[Course, ...]:
        """Every part of a sequence: 'CHEM 105' -> CHEM 105aLg and CHEM 105bL."""
        key = code_key(code)
        if key is None:
            return ()
        exact = self._by_key.get(key)
        if exact is not None and key[2]:
            return (exact,)
        return tuple(self._parts.get(key[:2], ()))

    def nearest(self, code: str, n: int = 3) -> tuple[str, ...]:
        """Real codes close to one that is not in the file: same program first, nearest number.

        Of the parts of a course the first; theses, research and the like only where little else is.
        """
        key = code_key(code)
        if key is None:
            return ()
        same = [c for c in self.courses if c.program == key[0]]
        if not same:
            programs = get_close_matches(key[0], sorted(self.programs), n=1, cutoff=0.6)
            same = [c for c in self.courses if programs and c.program == programs[0]]
        same.sort(key=lambda c: (_distance(c, key[1]), c.code))
        parts = {(c.program, c.number): c.code for c in reversed(same)}
        return tuple(c.code for c in same if parts[c.program, c.number] == c.code)[:n]


def _distance(course: Course, number: int) -> int:
    """How far a course is from a number; one without ordinary classes counts as farther off."""
    return abs(course.number - number) + (50 if OWN_WORK.search(course.title) else 0)
