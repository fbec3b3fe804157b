"""What the catalogue's own words are: its titles, its people, the words it is written in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from rag.catalogue import Catalogue
from rag.understanding.compounds import Compounds
from rag.understanding.people import People
from rag.understanding.spelling import Spelling
from rag.understanding.titles import Titles, stem
from rag.understanding.words import FILLERS, Text, bag

# Words worth correcting: those questions are made of.
EXPECTED = bag(
    """prereqs professor professors instructor instructors teacher units credits monday tuesday
    lecturer lecturers
    wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays morning
    mornings afternoon afternoons evening evenings weekend weekends lecture lectures discussion
    graduate undergrad division semester requirement requirements required restrictions restriction
    department clearance description schedule courses classes course class level category teaches
    teaching taught about between difference compare recommend without before after available
    offered interested something anything programming statistics chemistry biology psychology
    economics history physics philosophy engineering accounting marketing literature computer
    science machine learning algorithms calculus twice units credits beginner introductory
    language languages instead"""
)
# Words a slip away from expected ones, and no slips.
PLAIN = bag("clash clashes clashed clashing")
# Words that say what is asked of a course, and no topic.
ASKED = bag(
    """prereqs units unit credits credit teaches teach teaching teacher taught instructor professor
    meet meets meeting when time times day days schedule requirements requirement required require
    requires need needs before after without difference compare description describe number code
    restrictions register eligible unlock unlocks offered worth long many much happen happens
    missing left lacking still first explain involve cover covers details information next ready"""
)


class Vocabulary:
    """Indexes over one catalogue, built once for many questions."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.titles = Titles(catalogue)
        self.people = People(catalogue)
        self._by_program: dict[str, set[str]] = defaultdict(set)
        self._known = set(FILLERS | EXPECTED | ASKED | PLAIN | self.titles.words)
        for course in catalogue:
            self._known.update(re.findall("[a-z]+", course.description.lower()))
            words = re.findall("[a-z]+", course.title.lower())
            self._by_program[course.code.split(" ")[0]].update(map(stem, words))
        self._spelling = Spelling(EXPECTED)
        self._topics = Spelling(self.titles.words, shortest=6)
        titles = (re.findall("[a-z]+", c.title.lower()) for c in catalogue)
        self._compounds = Compounds(titles, FILLERS | EXPECTED | ASKED | self.titles.words)

    def known(self, word: str) -> bool:
        """Whether a word is an ordinary one: the catalogue's or a question's."""
        return word in self._known

    def titled(self, programs: Iterable[str], word: str) -> bool:
        """Whether a course of these programs has a word, as `stem` gives it, in its title."""
        return any(word in self._by_program.get(program, ()) for program in programs)

    def mend(self, text: Text) -> None:
        """Write compounds as the titles do: "pickle ball" as "pickleball"."""
        self._compounds.mend(text)

    def correct(self, word: str) -> str:
        """A mistyped word of a question put right; names of people are left alone."""
        return word if word in self.people.words else self._spelling.correct(word, self._known)

    def spelt(self, word: str) -> str:
        """A mistyped word of a topic as titles have it: "shakspeare" is "shakespeare"."""
        return word if word in self.people.words else self._topics.correct(word, self._known)
