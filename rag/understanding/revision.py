"""What the rules made of a question, revised where its meaning plainly says something else."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from rag.query import Query
from rag.understanding.classifier import SAME
from rag.understanding.intent import required
from rag.understanding.reading import Reading
from rag.understanding.single import about
from rag.understanding.titled import find_near_titles
from rag.understanding.words import FUNCTION, bag, content

# (words, the rules' ask, whether a course is meant) -> what is asked, and how likely.
Opinion = Callable[[str, str, bool], tuple[str, float]]

MASK = "the course"
# How likely it must be before the rules give way: refusing takes more than reading otherwise, most
# of all where every word was understood; what the rules refuse, they name, and are mostly right.
SURE, REFUSING, CLEAR, ANSWERING = 0.5, 0.65, 0.97, 0.85
LOOKUPS = bag(
    "units prerequisites unlocks schedule instructor description restrictions clearance category "
    "grading"
)
PAIRS = bag("requires compare")
SETS = bag("list count recommend taught_by other")
ASIDE = re.compile(r"\b(?:besides|other than|apart from|aside from|in addition to)\b")
OFF_TOPIC = "anything but the course catalogue"
# What the rules call missing by mistake now and then; and never.
DOUBTFUL = frozenset((OFF_TOPIC, "other sections", "degree requirements"))
CERTAIN = frozenset(("other terms", "your own records"))


def mask(line: str) -> str:
    """The words with each course as "the course" and each program as a subject."""
    return re.sub(r"#\d+", MASK, line)


def revised(
    query: Query,
    words: str,
    opinion: Opinion,
    again: Callable[[], Reading],
) -> Query:
    """The query, or another where `opinion` is sure of it; `again` reads the question anew."""
    named = bool(MASK in words or query.codes or query.unknown)
    if query.follows and not content(words.replace(MASK, "").split(), FUNCTION):
        return query  # "how about X?" asks what was asked before
    heading, odds = opinion(words, query.ask, named)
    asked = SAME.get(heading, heading)
    if asked == query.ask or odds < SURE:
        return query
    bare = not content(words.replace(MASK, "").split())
    if query.follows and (bare or asked == "unavailable"):
        return query  # what it asks is in the talk before it, not in its words
    if asked in PAIRS and ASIDE.search(words):
        return query  # "what else than X does Y need" is asked of Y alone
    if query.ask == "eligible" and query.taken and (query.codes or asked != "unlocks"):
        return query
    if asked == "unavailable":
        least = CLEAR if query.filters and not query.topic and not query.codes else REFUSING
        return query if odds < least or query.unknown else _refused(query, heading)
    if not named or (query.ask == "unavailable" and not _doubtful(query, asked, odds)):
        return query
    return _named(query, asked, again()) or query


def _doubtful(query: Query, asked: str, odds: float) -> bool:
    """Whether what the rules found missing may be there: they name it by single words."""
    loose = query.missing in DOUBTFUL or (asked == "description" and query.missing not in CERTAIN)
    return loose and odds >= ANSWERING


def _number(code: str) -> int:
    return int(re.sub(r"\D", "", code))


def _refused(query: Query, heading: str) -> Query:
    missing = OFF_TOPIC if heading == "offtopic" else "that"
    return replace(query, ask="unavailable", missing=missing, filters=(), topic="", also=())


def _named(query: Query, asked: str, reading: Reading) -> Query | None:
    """The question as that look-up of the courses it names; None where it can't be one."""
    if query.codes and not reading.targets():
        find_near_titles(reading.text, reading.vocabulary.titles, reading.mentions)
    targets = reading.targets()
    if asked in PAIRS:
        codes = reading.codes(targets)
        if asked == "requires" and not required(reading.text):
            # Whichever is said first, the course further on is the one that may need the other.
            codes = tuple(sorted(codes, key=_number, reverse=True))
        return reading.done(asked, codes=codes) if len(codes) > 1 else None
    if asked not in LOOKUPS or query.ask in SETS:
        return None
    if targets:
        return about(reading, asked, targets)
    codes = query.codes or reading.said
    return reading.done(asked, codes=codes) if codes else None
