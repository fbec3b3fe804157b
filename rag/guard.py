"""The guard: what a generated sentence claims is held against the records before it is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rag.catalogue import Catalogue, code_key
from rag.course import DAYS, Course
from rag.fact import Facts

CODE = re.compile(r"\b([A-Z]{2,5})[ -]?(\d{3})([A-Za-z]{0,4})\b")
BRACKETS = re.compile(r"\[([^\[\]\n]{1,60})\]")
_NUMBER = re.compile(r"\d+(?:[.:]\d+)*")
_UNITS = re.compile(
    r"(\d+(?:\.\d+)?)(?:\s*(?:-|to)\s*(\d+(?:\.\d+)?))?[\s-]+units?\b", re.IGNORECASE
)
_TAUGHT = re.compile(
    r"(?:taught by|instructors? (?:is|are)|[Pp]rofessor|Prof\.|Dr\.)\s+"
    r"((?:[A-Z][\w'’.-]*)(?:[ ,&]+(?:and )?[A-Z][\w'’.-]*)*)"
)
_DAY = re.compile(r"\b(Mon|Tues?|Wed|Wednes|Thu|Thurs?|Fri|Sat|Satur|Sun)(?:days?)?\b")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\[\"'])|\n+")
# Which way a sentence says courses depend on each other: [X] needs [Y], or [X] is needed by [Y].
_NEEDS = re.compile(
    r"\b(?:requires?|needs?|must (?:first )?(?:take|complete|pass)|prerequisites? (?:is|are|:)|"
    r"depends on|builds on|after)\b",
    re.IGNORECASE,
)
_SERVES = re.compile(
    r"\b(?:prerequisites? (?:for|to|of)|unlocks?|leads? to|opens?|(?:required|needed) (?:for|by)|"
    r"before|prepares? (?:you )?for)\b",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r"\b(?:no|not|none|never|neither|nor|without|cannot)\b|n['’]t\b", re.IGNORECASE
)
# Words that carry content; an answer may bring in a few of its own, to join what it was given.
_WORD = re.compile(r"[a-z]{5,}")
STEM, NEW, COVER = 6, 0.3, 0.7
_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FULL = dict(zip(DAYS, _WEEK, strict=True))
# A full stop after these ends no sentence.
_SHORT = re.compile(r"(?:\b(?:Prof|Dr|Mr|Ms|Mrs|St|vs|e\.g|i\.e|No)|\b[A-Z])\.$")


@dataclass(frozen=True)
class Ground:
    """All that an answer may rest on: the courses in the prompt, and the words around them."""

    courses: tuple[Course, ...]
    text: str
    codes: frozenset[tuple[str, int, str]]
    numbers: frozenset[str]

    @classmethod
    def of(cls, courses: Iterable[Course], words: Iterable[str]) -> Ground:
        """Gather from courses, and from facts' lines and the question as `words`."""
        courses = tuple(courses)
        text = "\n".join([*words, *(part for c in courses for part in _said(c))])
        keys = (code_key("".join((m[1], " ", m[2], m[3]))) for m in CODE.finditer(text))
        return cls(
            courses,
            text.lower(),
            frozenset(key for key in keys if key),
            frozenset(_plain(n) for n in _NUMBER.findall(text)),
        )


@dataclass
class Guard:
    """Checks one answer, a sentence at a time; `outcome` is kept, repaired or replaced.

    `lead` says that the answer leads a list: it then has to say about what the statement says.
    """

    facts: Facts
    ground: Ground
    catalogue: Catalogue
    lead: bool = False
    outcome: str = "kept"
    _held: str = field(default="", init=False)
    _said: str = field(default="", init=False)

    def read(self, pieces: Iterable[str]) -> Iterator[str]:
        """Pass on the sentences that hold; what does not is replaced by the exact statement.

        Sentences are held back until every value the facts ask for has been said, so that a wrong
        beginning never has to be taken back.
        """
        waiting = ""
        for piece in pieces:
            waiting += piece
            *whole, waiting = split(waiting)
            for sentence in whole:
                yield from self._take(sentence)
                if self.outcome == "replaced":
                    return
            if not self._said and len(self._held + waiting) > self._patience():
                yield from self._replace()
                return
        if waiting.strip():
            yield from self._take(waiting)
        if self.outcome != "replaced" and self._held:
            yield from self._close()
        elif not self._said and self.outcome != "replaced":
            yield from self._replace()

    def _take(self, sentence: str) -> Iterator[str]:
        if sentence.strip() in self._held + self._said:
            self.outcome = "repaired"  # it goes round in circles
            return
        if not holds(sentence, self.ground) or not self._agrees(sentence):
            if self._said:
                self.outcome = "repaired"  # what was said so far stands; this is left out
                return
            yield from self._replace()
            return
        self._held += cite(sentence, self.ground, self.catalogue)
        if self._complete():
            self._said += self._held
            yield self._held
            self._held = ""

    def _close(self) -> Iterator[str]:
        """At the end with something held back: it is incomplete, so the statement is said."""
        if self._complete():
            self._said += self._held
            yield self._held
        else:
            yield from self._replace()

    def _complete(self) -> bool:
        said = self._said + self._held
        covered = not self.lead or covers(said, self.facts.statement)
        return covered and complete(said, self.facts)

    def _exact(self) -> tuple[str, ...]:
        return (*self.facts.lines, self.facts.statement)

    def _replace(self) -> Iterator[str]:
        self.outcome = "replaced"
        if self.facts.statement:
            self._said = self.facts.statement
            yield self.facts.statement

    def _patience(self) -> float:
        """Characters after which an answer that has still not said what it must is given up."""
        exact = self.facts.values or self.lead
        return 80 + 2.5 * len(self.facts.statement) if exact else float("inf")

    def _agrees(self, sentence: str) -> bool:
        """Whether the sentence says yes, no, not, and which needs which, as the facts do."""
        if self.facts.values and not _same_sense(sentence, "\n".join(self._exact())):
            return False
        verdict = next((v.lower() for v in self.facts.values if v in ("Yes", "No")), None)
        said = re.match(r"\W*(yes|no)\b", sentence, re.IGNORECASE)
        if self._said or verdict is None:
            return True
        return said is not None and said[1].lower() == verdict


def split(text: str) -> list[str]:
    """Sentences with the space after them; the last may still grow."""
    parts: list[str] = []
    start = 0
    for match in _SENTENCE.finditer(text):
        if _SHORT.search(text[start : match.start()]):
            continue
        parts.append(text[start : match.end()])
        start = match.end()
    return [*parts, text[start:]]


def holds(sentence: str, ground: Ground) -> bool:
    """Whether every code, number, unit count, day and teacher in the sentence is grounded."""
    bare = CODE.sub(" ", sentence)
    codes = [code_key(f"{m[1]} {m[2]}{m[3]}") for m in CODE.finditer(sentence)]
    if any(key not in ground.codes for key in codes):
        return False
    if any(_plain(n) not in ground.numbers for n in _NUMBER.findall(bare)):
        return False
    if any(m[1].lower()[:3] not in ground.text for m in _DAY.finditer(sentence)):
        return False
    if not _words_hold(sentence, ground):
        return False
    people = (p for m in _TAUGHT.finditer(sentence) for p in re.split(r",| and |&", m[1]))
    if any(p.strip(" .").lower() not in ground.text for p in people):
        return False
    return _units_hold(sentence, codes, ground)


def _words_hold(sentence: str, ground: Ground) -> bool:
    """Whether at most `NEW` of the longer words are found nowhere in the ground, by their stems."""
    words = {w[:STEM] for w in _WORD.findall(sentence.lower())}
    new = sum(word not in ground.text for word in words)
    return new <= max(2, NEW * len(words))


def _units_hold(sentence: str, codes: list[tuple[str, int, str] | None], ground: Ground) -> bool:
    """A unit count beside a single course must be that course's."""
    about = [c for c in ground.courses if code_key(c.code) in codes]
    if len(set(codes)) != 1 or len(about) != 1:
        return True
    course = about[0]
    real = {course.units_min, course.units_max, course.units_total}
    said = {float(n) for m in _UNITS.finditer(sentence) for n in m.groups() if n}
    described = {_plain(n) for n in _NUMBER.findall(course.description)}
    return all(n in real or f"{n:g}" in described for n in said)


def _same_sense(sentence: str, exact: str) -> bool:
    """Whether a sentence about dependencies runs the way the exact text does, and denies no more.

    A sentence without any of these words has nothing to be wrong in.
    """
    for way in (_NEEDS, _SERVES, _NEGATION):
        if way.search(sentence) and not way.search(exact):
            return False
    return True


def complete(text: str, facts: Facts) -> bool:
    """Whether the text says every value the facts ask for."""
    said = _loose(text)
    return all(_loose(value) in said for value in facts.values)


def covers(text: str, statement: str) -> bool:
    """Whether most of the statement's content words and all its numbers are in the text."""
    said = text.lower()
    words = {w[:STEM] for w in _WORD.findall(statement.lower())}
    there = sum(word in said for word in words)
    return there >= COVER * len(words) and set(_NUMBER.findall(statement)) <= set(
        _NUMBER.findall(text)
    )


def cite(sentence: str, ground: Ground, catalogue: Catalogue) -> str:
    """The sentence with its courses as [CODE] in the catalogue's spelling, each once bracketed.

    Brackets around anything that is no grounded course are taken off.
    """

    def bracketed(match: re.Match[str]) -> str:
        course = catalogue.find(match[1])
        known = course is not None and code_key(course.code) in ground.codes
        return f"[{course.code}]" if course is not None and known else match[1]

    if BRACKETS.search(sentence):
        return BRACKETS.sub(bracketed, sentence)
    return CODE.sub(lambda m: _bracket(m, ground), sentence)


def _bracket(match: re.Match[str], ground: Ground) -> str:
    key = code_key(f"{match[1]} {match[2]}{match[3]}")
    course = next((c for c in ground.courses if code_key(c.code) == key), None)
    return f"[{course.code}]" if course else match[0]


def _said(course: Course) -> Iterator[str]:
    yield from (course.code, course.title, course.units, course.prerequisites, course.restrictions)
    yield course.description
    for section in course.sections:
        yield from (section.number, section.when(), section.kind, *section.instructors)
        yield " ".join(_FULL[day] for day in section.days)


def _plain(number: str) -> str:
    return re.sub(r"\.0$", "", number)


def _loose(text: str) -> str:
    """For comparing: lower case, brackets and spaces evened out."""
    return re.sub(r"\s+", " ", re.sub(r"[\[\]*]", "", text)).lower().replace("–", "-")
