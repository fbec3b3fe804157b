"""The guard: what a generated sentence claims is held against the records before it is read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from rag.catalogue import Catalogue, Key, code_key
from rag.course import Hit
from rag.dependence import NEEDS, NEGATION, SERVES, Claim, contradicts, known
from rag.fact import Facts
from rag.ground import CODE, NUMBER, Ground, codes, content, holds
from rag.query import Query

BRACKETS = re.compile(r"\[([^\[\]\n]{1,60})\]")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\[\"'])|\n+")
_DEPENDS = re.compile(rf"{NEEDS.pattern}|{SERVES.pattern}|\bprerequisites?\b", re.IGNORECASE)
# That prerequisites are met, which facts that tell of none do not say.
_MET = re.compile(r"\b(?:meets?|met|satisf\w+|fulfil\w*)\b.*\bprerequisites?\b", re.IGNORECASE)
_PREREQUISITE = re.compile(r"\bprerequisites?\b|\brequires?\b", re.IGNORECASE)
_VERDICT = re.compile(r"\W*(not yet|yes|no)\b", re.IGNORECASE)
# A full stop after these ends no sentence.
_SHORT = re.compile(r"(?:\b(?:Prof|Dr|Mr|Ms|Mrs|St|vs|e\.g|i\.e|No)|\b[A-Z])\.$")

COVER = 0.7  # of the content words of a list's lead have to be said
_QUOTED = re.compile(r"“([^“”]+)”")
# A run of so many words may be said so often where the exact words do not have it as often: beyond
# that the model goes round in circles.
RUN, TWICE = 4, 2


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
        sound = holds(sentence, self.ground) and not self._circles(sentence)
        if not sound or not self._agrees(sentence):
            if self._said:
                self.outcome = "repaired"  # what was said so far stands; this is left out
                return
            yield from self._replace()
            return
        self._held += cite(sentence, self.ground, self.catalogue, self._due())
        if self._complete():
            self._said += self._held
            yield self._held
            self._held = ""

    def _due(self) -> set[Key]:
        """The courses that the exact statement cites and that were not cited so far."""
        told, said = (
            {key for m in BRACKETS.finditer(text) for key in codes(m[1])}
            for text in (self.facts.statement, self._said + self._held)
        )
        return told - said

    def _circles(self, sentence: str) -> bool:
        """Whether a run of words comes again and again that the exact words have less often."""
        exact, said = _runs(" ".join(self._exact())), _runs(sentence)
        return any(n > max(TWICE, exact[run]) for run, n in said.items())

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

    def _exact(self) -> list[str]:
        return [part for text in (*self.facts.lines, self.facts.statement) for part in split(text)]

    @cached_property
    def _truth(self) -> set[Claim]:
        return known(self.ground.courses, self._exact())

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
        if self.facts.values and not _same_sense(sentence, self._exact()):
            return False
        if contradicts(sentence, self._truth):
            return False
        if _MET.search(sentence) and not any(_PREREQUISITE.search(part) for part in self._exact()):
            return False
        # A lower-case "no" counts courses: it is no answer to a yes-or-no question.
        told = [v for v in self.facts.values if _VERDICT.fullmatch(v) and v[0].isupper()]
        said = _VERDICT.match(sentence)
        if not told:
            return True
        if self._said or self._held:
            return said is None or said[1].lower() in {v.lower() for v in told}
        return said is not None and said[1].lower() == told[0].lower()


def watch(query: Query, known: Facts, hits: Sequence[Hit], catalogue: Catalogue) -> Guard:
    """A guard over what is to be generated for a question, with all that it may rest on."""
    asked, listing = known.parted()
    words = [*asked.lines, asked.statement]
    courses = {c.code: c for c in asked.courses}
    if not listing:
        words.append(query.text)
        courses |= {h.course.code: h.course for h in hits}
    return Guard(asked, Ground.of(courses.values(), words), catalogue, lead=bool(listing))


def uncited(pieces: Iterable[str], ground: Ground, catalogue: Catalogue) -> Iterator[str]:
    """The bare model's words; only citations of courses that are not among the hits go."""
    waiting = ""
    for piece in pieces:
        waiting += piece
        *whole, waiting = split(waiting)
        for sentence in whole:
            yield cite(sentence, ground, catalogue)
    if waiting:
        yield cite(waiting, ground, catalogue)


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


def _same_sense(sentence: str, exact: Sequence[str]) -> bool:
    """Whether a sentence about dependencies runs the way the exact ones do, and denies no more.

    A sentence without any of these words has nothing to be wrong in.
    """

    def said(*all_of: re.Pattern[str]) -> bool:
        return not all(word.search(sentence) for word in all_of) or any(
            all(word.search(part) for word in all_of) for part in exact
        )

    return said(NEEDS) and said(SERVES) and said(NEGATION) and said(NEGATION, _DEPENDS)


def complete(text: str, facts: Facts) -> bool:
    """Whether the text says every value the facts ask for, every quotation as it stands, and names
    the courses they are of."""
    said = _loose(text)
    if not all(_loose(value) in said for value in facts.values):
        return False
    if not all(_loose(quote) in said for quote in _QUOTED.findall(facts.statement)):
        return False
    cited = {key for m in BRACKETS.finditer(facts.statement) for key in codes(m[1])}
    return cited <= set(codes(text))


def covers(text: str, statement: str) -> bool:
    """Whether most of the statement's content words and all its numbers are in the text."""
    said = text.lower()
    words = content(statement)
    there = sum(word in said for word in words)
    return there >= COVER * len(words) and set(NUMBER.findall(statement)) <= set(
        NUMBER.findall(text)
    )


def cite(sentence: str, ground: Ground, catalogue: Catalogue, due: Collection[Key] = ()) -> str:
    """The sentence with its courses as [CODE] in the catalogue's spelling, each once bracketed.

    Brackets around anything that is no grounded course are taken off. Those that are `due` get
    theirs also where others have them already.
    """

    def bracketed(match: re.Match[str]) -> str:
        course = catalogue.find(match[1])
        known = course is not None and code_key(course.code) in ground.codes
        return f"[{course.code}]" if course is not None and known else match[1]

    sentence = re.sub(r"\[[\[\s]*(?=\[)|(?<=\])[\s\]]*\]", "", sentence)
    if BRACKETS.search(sentence):
        sentence = BRACKETS.sub(bracketed, sentence)
        left = {*due} - {key for m in BRACKETS.finditer(sentence) for key in codes(m[1])}
        for key in left:
            match = next((m for m in CODE.finditer(sentence) if codes(m[0]) == [key]), None)
            if match:
                start, end = match.span()
                sentence = sentence[:start] + _bracket(match, ground) + sentence[end:]
        return sentence
    return CODE.sub(lambda m: _bracket(m, ground), sentence)


def _bracket(match: re.Match[str], ground: Ground) -> str:
    key = code_key(f"{match[1]} {match[2]}{match[3]}")
    course = next((c for c in ground.courses if code_key(c.code) == key), None)
    return f"[{course.code}]" if course else match[0]


def _runs(text: str) -> Counter[tuple[str, ...]]:
    """How often each run of `RUN` words stands in a text."""
    words = re.findall(r"[\w'’]+", text.lower())
    return Counter(zip(*(words[n:] for n in range(RUN)), strict=False))


def _loose(text: str) -> str:
    """For comparing: lower case, brackets and spaces evened out."""
    return re.sub(r"\s+", " ", re.sub(r"[\[\]*]", "", text)).lower().replace("–", "-")
