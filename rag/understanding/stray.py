"""Words left over that are the student's way of talking, and no topic: "right??", "dead", "quick".

What students say of a course, whatever they ask of it, is known from the examples the question
model was tuned on: a word often used there, and in no title, is talk, unless it stands where topics
do. Examples of lists do not count: they name subjects.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from rag.understanding.asides import adverb
from rag.understanding.classifier import OF_COURSE
from rag.understanding.departments import TOPICAL, names
from rag.understanding.rules import sections
from rag.understanding.titles import Titles, stem
from rag.understanding.words import FUNCTION, bag, pattern

# In so many examples a word occurs, under so many headings, that it is talk.
OFTEN, SPREAD = 5, 4
_CLASSES = pattern("{class}|ge|gen|stuff|things?|topics?|themed|related|focused")
_LEADS = TOPICAL | bag("learn study studying teach teaches cover covers explore like love into")
_WORD = re.compile("[a-z]+")


def without_talk(kept: Sequence[str], words: Sequence[str], titles: Titles) -> list[str]:
    """The words of a topic without mere talk that no title has; `words` are the whole text's.

    What stands right beside a word that is kept may make one topic with it: "sign language".
    """
    sure = {w for w in kept if w == "or" or titles.hold(w) or not talk(w, words)}
    beside = {w for pair in zip(words, words[1:], strict=False) if sure & {*pair} for w in pair}
    return [w for w in kept if w in sure | beside]


def talk(word: str, words: Sequence[str]) -> bool:
    """Whether a word is often said of courses, names no subject and stands where no topic does."""
    if adverb(word) and (word,) not in names():
        return True
    if not {word, stem(word)} & spoken() or (word,) in names():
        return False
    at = words.index(word) if word in words else 0
    before = [w for w in words[:at] if w not in FUNCTION or w in _LEADS]
    after = words[at + 1 : at + 2]
    led = bool(before) and before[-1] in _LEADS
    return not led and not (after and _CLASSES.fullmatch(after[0]))


@cache
def spoken() -> frozenset[str]:
    """The words that questions about a course have in common, whatever they ask."""
    found: Counter[str] = Counter()
    spread: Counter[str] = Counter()
    for _, lines in sections(OF_COURSE):
        words = Counter(word for line in lines for word in set(_WORD.findall(line.lower())))
        found.update(words)
        spread.update(set(words))
    return frozenset(w for w in found if found[w] >= OFTEN and spread[w] >= SPREAD)
