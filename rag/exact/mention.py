"""Which courses name a topic in their title or description, word for word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rag.catalogue import Catalogue
from rag.course import Course
from rag.understanding.titles import ABBREVIATIONS, root
from rag.understanding.words import Text, bag, pattern

_WORD = re.compile(r"[a-z0-9+#]+")
# Letters of a word whose other forms are looked for.
SHORTEST = 5
LEAST = 4
# An ending that other forms of a word lack, and how many courses may mention a rare word.
FORM = re.compile(r"(?<=[a-z]{4})(?:ing|er|ers)$")
RARE = 12
CLASSES = pattern(
    "(?:{class}|something|anything)(?: [@%]\\S*)* (?:about|on|in|covering|involving) (?P<topic>.*)"
)
_FILLERS = bag(
    "a about all also an and any are at available be by class course do for from good have in is "
    "it me my of offered on one or related some something stuff take that the there this to topic "
    "usc what which with"
)


def mentioning(catalogue: Catalogue, courses: Sequence[Course], topic: str) -> list[Course]:
    """The courses whose text holds every word of the topic; those with it in the title first.

    Of "film or music" either will do.
    """
    ways = [
        [_spelled(word) for word in _stems(part) if word not in _FILLERS]
        for part in topic.lower().split(" or ")
    ]
    ways = [way for way in ways if way]
    if not ways:
        return list(courses)
    texts = _texts(catalogue)
    by_title, by_text = [], []
    for course in courses:
        title, text = texts[course.code]
        if any(all(_holds(title, word) for word in way) for way in ways):
            by_title.append(course)
        elif any(all(_holds(text, word) for word in way) for way in ways):
            by_text.append(course)
    return by_title + by_text


def loosely(
    catalogue: Catalogue, courses: Sequence[Course], topic: str, question: str
) -> tuple[list[Course], str, str]:
    """Where no course holds a topic word for word: those that hold its words in another form.

    With them come the words they hold, and those left out, which no course of the catalogue holds.
    Of words that the question joins by "and", one will do where no course holds all.
    """
    left: list[str] = []
    ways: list[list[str]] = []
    for part in topic.lower().split(" or "):
        words = [word for word in part.split() if word not in _FILLERS]
        known = [word for word in words if _anywhere(catalogue, word)]
        if 2 * len(known) < len(words) or all(word.isdigit() for word in known):
            known = []  # what is left says too little: "swahili 1"
        left += [word for word in words if word not in known]
        ways += [known] if known else []
    found = _holding(catalogue, courses, ways)
    asked = _of_classes(question)
    if not found and len(ways) == 1 and asked and not set(ways[0]) <= asked:
        ways = [[word for word in ways[0] if word in asked]]
        found = _holding(catalogue, courses, ways) if ways[0] else []
    if not found and len(ways) == 1 and _joined(ways[0], question):
        ways = [[word] for word in ways[0]]
        found = _holding(catalogue, courses, ways)
    return found, " or ".join(" ".join(way) for way in ways), " ".join(left)


def begun(catalogue: Catalogue, courses: Sequence[Course], topic: str) -> list[Course]:
    """The courses whose title has words that begin with those of the topic: "improv"."""
    texts = _texts(catalogue)
    begins = [_beginning(catalogue, word) for word in topic.lower().split()]
    if " or " in topic or not any(begins):
        return []
    words = [_spelled(_stem(word)) for word in topic.lower().split()]
    pairs = list(zip(words, begins, strict=True))

    def fits(title: str) -> bool:
        return all(_holds(title, word) or (way and way.search(title)) for word, way in pairs)

    return [c for c in courses if fits(texts[c.code][0])]


def formed(catalogue: Catalogue, courses: Sequence[Course], topic: str) -> tuple[list[Course], str]:
    """The courses whose title has a rare word of the topic in another form, and the root they
    share: of "podcasting", "Podcast" and "Podcasts"; [] where the word is common."""
    word = topic.lower().strip()
    base = FORM.sub("", _stem(word))
    if " " in word or len(base) < SHORTEST or not FORM.search(_stem(word)):
        return [], ""
    texts = _texts(catalogue)
    known = any(f" {base} " in title for title, _ in texts.values())
    if not known or sum(f" {_stem(word)} " in text for _, text in texts.values()) > RARE:
        return [], ""
    forms = re.compile(rf" {re.escape(base)}(?:ing|er|or|ed)? ")
    return [c for c in courses if forms.search(texts[c.code][0])], base


@lru_cache(maxsize=1_000)
def _beginning(catalogue: Catalogue, word: str) -> re.Pattern[str] | None:
    """What words that begin with this one look like; None for one too short."""
    if len(word) < SHORTEST:
        return None
    # Of "improv" and "improve", the words that begin with the second belong to it.
    other = "(?!e)" if any(f" {word}e " in text for _, text in _texts(catalogue).values()) else ""
    return re.compile(f" {re.escape(word)}{other}")


def _holding(
    catalogue: Catalogue, courses: Sequence[Course], ways: Sequence[Sequence[str]]
) -> list[Course]:
    """The courses that hold all words of one of the ways, in whatever form; titles first."""
    texts = _texts(catalogue)
    titled = [c for c in courses if _fits(texts[c.code][0], ways)]
    named = {c.code for c in titled}
    return titled + [c for c in courses if c.code not in named and _fits(texts[c.code][1], ways)]


def _fits(text: str, ways: Sequence[Sequence[str]]) -> bool:
    return any(all(_has_form(text, word) for word in way) for way in ways)


def _has_form(text: str, word: str) -> bool:
    """Whether a word of the text is this one, begins with its root, or is what it stands for."""
    one = _stem(word)
    begins = f" {root(one, SHORTEST)}"
    return _holds(text, _spelled(one)) or (len(one) >= LEAST and begins in text)


@lru_cache(maxsize=5_000)
def _anywhere(catalogue: Catalogue, word: str) -> bool:
    return any(_has_form(text, word) for _, text in _texts(catalogue).values())


def _of_classes(question: str) -> set[str]:
    """What classes are asked for on; other clauses tell why."""
    clauses = re.split(r" [.,;!?-](?= |$)", Text(question).line)
    asked = (match for part in clauses if (match := CLASSES.search(part)))
    return {word for match in asked for word in match["topic"].split()}


def _joined(words: Sequence[str], question: str) -> bool:
    """Whether the question joins each of the words to the next by "and" or a comma."""
    line = Text(question).line
    pairs = zip(words, words[1:], strict=False)
    return len(words) > 1 and all(f"{a} and {b}" in line or f"{a} , {b}" in line for a, b in pairs)


@lru_cache(maxsize=5_000)
def _spelled(word: str) -> tuple[str, ...]:
    """The word between spaces, and what it is short for: "ai", "artificial intelligence"."""
    full = ABBREVIATIONS.get(word, word)
    return tuple(dict.fromkeys((f" {word} ", f" {' '.join(_stems(full))} ")))


def _holds(text: str, word: tuple[str, ...]) -> bool:
    return any(spelled in text for spelled in word)


@lru_cache(maxsize=2)
def _texts(catalogue: Catalogue) -> dict[str, tuple[str, str]]:
    """Code -> the stems of the title, and of title and description, each between spaces."""
    return {
        c.code: (
            f" {' '.join(_stems(c.title))} ",
            f" {' '.join(_stems(f'{c.title} {c.description}'))} ",
        )
        for c in catalogue
    }


def _stems(text: str) -> list[str]:
    """Words in lower case without a plural's s."""
    words = _WORD.findall(text.lower())
    return [_stem(w) for w in words]


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    if len(word) < 4 or not word.endswith("s") or word.endswith("ss"):
        return word
    if word[:-1] in ABBREVIATIONS:
        return word[:-1]
    if word.endswith(("oes", "sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-3] + "y" if word.endswith("ies") and len(word) > 4 else word[:-1]
