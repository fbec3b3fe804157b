"""Courses found by title: exact, abbreviated, shortened or mistyped, but never a mere topic."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import lru_cache

from rag.catalogue import Catalogue
from rag.course import GE_CATEGORIES, Course
from rag.understanding.spelling import Spelling
from rag.understanding.words import STOPS, Text, bag

SMALL = bag("the of and a an to in for with on at by from its 's , - / + their into i")
ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6"}
ABBREVIATIONS = {
    "intro": "introduction", "psych": "psychology", "psy": "psychology", "calc": "calculus",
    "stats": "statistics", "stat": "statistics", "econ": "economics", "bio": "biology",
    "chem": "chemistry", "orgo": "organic chemistry", "ochem": "organic chemistry",
    "pchem": "physical chemistry", "biochem": "biochemistry", "micro": "microeconomics",
    "macro": "macroeconomics", "linalg": "linear algebra", "lin": "linear", "alg": "algebra",
    "diffeq": "differential equations", "algo": "algorithms", "algos": "algorithms",
    "ai": "artificial intelligence", "ml": "machine learning", "nlp": "natural language processing",
    "os": "operating systems", "db": "database", "dbs": "databases", "poli": "political",
    "sci": "science", "comp": "computer", "anthro": "anthropology", "neuro": "neuroscience",
    "dev": "development", "mgmt": "management", "mktg": "marketing", "acct": "accounting",
    "gen": "general", "undergrad": "undergraduate", "grad": "graduate", "prob": "probability",
    "trig": "trigonometry", "precalc": "precalculus",
    "lit": "literature", "hist": "history", "phys": "physics", "eng": "engineering",
    "thermo": "thermodynamics", "diff": "differential", "eq": "equations", "eqs": "equations",
    "org": "organic", "comm": "communication", "mech": "mechanics", "fin": "financial",
    "ds": "data structures", "philo": "philosophy", "soc": "sociology", "adv": "advanced",
    "fi": "fiction", "tv": "television", "movie": "film", "movies": "film",
    "scifi": "science fiction", "prog": "programming",
    "programing": "programming", "dynamics": "dynamics",
    "1st": "1", "one": "1", "two": "2", "three": "3", "101": "introduction",
}  # fmt: skip
# Titles of one word that name a kind of class or work, not a course.
GENERIC = bag(
    "thesis research internship performance seminar practicum dissertation ballet project studio "
    "colloquium capstone lecture lab discussion workshop"
)
# Words for the first course of a subject, one as good as the other.
BASIC = bag("introduction introductory principle fundamental foundation element basic")
LONGEST = 14
MOST = 3


# Endings of other forms of a word, the longest first.
ENDINGS = (
    "ations", "ation", "ating", "ative", "ators", "ator", "ment", "ions", "ated", "ates", "ical",
    "ings", "ists", "ing", "ion", "ate", "ers", "ics", "ist", "ity", "ed", "er", "es", "ic", "al",
    "e", "y", "o",
)  # fmt: skip


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without its plural ending: 'structures' and 'structure' are one."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def root(word: str, least: int) -> str:
    """The word without an ending that makes another form of it, where so many letters are left:
    'negotiate' -> 'negoti'."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: -len(ending)]
    return word


def canonical(words: Sequence[str]) -> tuple[str, ...]:
    """The words by which titles are compared: abbreviations spelled out, numerals as digits."""
    out: list[str] = []
    for at, word in enumerate(words):
        if word in ROMAN and (word != "i" or (at and at == len(words) - 1)):
            out.append(ROMAN[word])
        elif word not in SMALL:
            out.extend(stem(w) for w in ABBREVIATIONS.get(word, word).split())
    return tuple(out)


class Titles:
    """Every title of the catalogue, by its words."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._exact: dict[tuple[str, ...], list[Course]] = defaultdict(list)
        self._short: dict[tuple[str, ...], list[Course]] = defaultdict(list)
        self._holding: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        self.words: set[str] = set()
        for course in catalogue:
            words = _words(course.title)
            self.words.update(words)
            if ":" in words:
                self._short[_numbered(words[: words.index(":")])].append(course)
            title = _numbered(words)
            self._exact[title].append(course)
            for word in title:
                self._holding[word].add(title)
        self._begun = {t[:n] for t in (*self._exact, *self._short) for n in range(1, len(t) + 1)}
        self._spelling = Spelling(self._holding)

    def hold(self, topic: str) -> bool:
        """Whether each word of a topic is one of titles, or begins one: "improv"."""
        words = [w for w in topic.split() if w != "or"]
        return bool(words) and all(
            w in self.words or (len(w) > 4 and any(t.startswith(w) for t in self.words))
            for w in words
        )

    def exact(self, words: Sequence[str]) -> tuple[str, ...]:
        """The codes of the course with just this title ('calc 2'), () where several share it."""
        title = canonical(words)
        return _few(self._exact.get(title, ())) or _few(self._short.get(title, ()))

    def find(self, text: Text, at: int) -> tuple[int, tuple[str, ...]]:
        """The longest exact title of two words or more from word `at`: its end and its codes."""
        if text.words[at] in SMALL:
            return at, ()
        best: tuple[int, tuple[str, ...]] = (at, ())
        for end in range(at + 1, min(len(text.words), at + LONGEST) + 1):
            word = text.words[end - 1]
            if word in STOPS or not (word[0].isalnum() or word in SMALL):
                break
            if word in SMALL and word != "i":
                continue
            title = canonical(text.words[at:end])
            if title not in self._begun:
                break
            if len(title) < 2 or " ".join(text.words[at:end]) in GE_NAMES:
                continue
            codes = self.exact(text.words[at:end])
            if codes:
                best = (end, codes)
        return best

    def near(self, words: Sequence[str], sure: float = 0.65) -> tuple[str, ...]:
        """The one course these words must mean by its title, typos and missing words allowed.

        All words must be in the title (one may be mistyped or, of four, missing), and make up
        `sure` of it or begin it, and no other title may do as well; else ().
        """
        wanted = canonical(words)
        if len(wanted) == 1 and wanted[0] in GENERIC:
            return ()
        codes = self.exact(words)
        if codes:
            return codes
        if len(wanted) < 2 and not (wanted and wanted[0] not in self._holding):
            return ()
        titles = self._candidates(wanted)
        if not titles:
            return ()
        ranked = sorted(((_likeness(wanted, t, self._spelling), t) for t in titles), reverse=True)
        best, title = ranked[0]
        # What is in one title only may be less of it.
        least = min(sure, 0.6) if len(titles) == 1 and len(wanted) > 1 else sure
        if best < least or (len(ranked) > 1 and ranked[1][0] > best - 0.1):
            return ()
        return _few(self._exact[title])

    def begins(self, words: Sequence[str], more: str) -> bool:
        """Whether a title begins with these words and one more: "history of stand" and "up"."""
        return bool(words) and canonical([*words, more]) in self._begun

    def alike(self, word: str, title: Collection[str]) -> bool:
        """Whether a word, one slip allowed, is one of these words of a title."""
        return word in title or any(w in title for w in self._spelling.near(word))

    def _candidates(self, wanted: tuple[str, ...]) -> set[tuple[str, ...]]:
        """The titles that hold every word, or what it may be a slip of."""
        found: set[tuple[str, ...]] | None = None
        for word in wanted:
            near = tuple(BASIC) if word in BASIC else self._spelling.near(word)
            titles = set().union(*(self._holding[w] for w in near)) if near else set()
            found = titles if found is None else found & titles
            if not found:
                return set()
        return found or set()


# Names that are titles too, but are not said of a course.
GE_NAMES = (
    frozenset(("final project", "final exam", "group project"))
    | frozenset(name.lower().removeprefix("the ") for name in GE_CATEGORIES.values())
    | frozenset(name.lower() for name in GE_CATEGORIES.values())
)


def spelled(title: str) -> tuple[str, ...]:
    """The words by which a title of the catalogue is compared."""
    return _numbered(_words(title))


def _words(title: str) -> list[str]:
    """The words as questions have them, where whose something is has a word of its own."""
    plain = re.sub("['\u2019](?:s\\b|(?![a-z]))", " ", title.lower().replace("u.s.", "us"))
    return re.findall(r"[a-z0-9+']+|:", plain)


def _numbered(words: Sequence[str]) -> tuple[str, ...]:
    """`canonical` of a title, in which "I" is a number wherever a numbering can stand."""
    kept = [w for i, w in enumerate(words) if w != ":"]
    ends = {i for i, w in enumerate(words) if w == ":"}
    return canonical(
        [
            "1" if w == "i" and (i + 1 in ends or i + 1 == len(words)) else w
            for i, w in enumerate(words)
            if w != ":"
        ]
        or kept
    )


def _few(courses: Sequence[Course]) -> tuple[str, ...]:
    """The codes, if they are one course or its twins (cross-listed, parts of a sequence)."""
    different = {(c.program, c.number) for c in courses}
    if not courses or len(different) > MOST:
        return ()
    return tuple(c.code for c in courses)


def _likeness(wanted: tuple[str, ...], title: tuple[str, ...], spelling: Spelling) -> float:
    """The share of the title that was named, more where the words begin it in its order."""
    share = len(wanted) / len(title)
    begins = all(t in spelling.near(w) for w, t in zip(wanted, title, strict=False))
    return max(share, 0.65) if begins and len(wanted) > 1 else share * 0.9
