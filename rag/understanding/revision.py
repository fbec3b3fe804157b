"""What the rules made of a question, revised where its meaning plainly says something else."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from rag.query import Query
from rag.understanding import standing
from rag.understanding.admitted import NEEDED, OTHERWISE, admitted, number
from rag.understanding.classifier import OF_ANY, OF_COURSE, SAME, Opinion
from rag.understanding.continued import continued
from rag.understanding.elided import alone, elided
from rag.understanding.fitting import set_beside
from rag.understanding.intent import required
from rag.understanding.orders import bidden
from rag.understanding.particular import particular
from rag.understanding.past import Past
from rag.understanding.reading import Reading
from rag.understanding.single import about
from rag.understanding.standing import CLEARLY, PAIRS, SETS, lacking
from rag.understanding.terms import LATELY, TEACH, TERM, told_beside
from rag.understanding.titled import find_near_titles
from rag.understanding.untitled import MASK, OFF_TOPIC, titled
from rag.understanding.words import FUNCTION, bag, content

# How likely it must be before the rules give way: refusing takes more than reading otherwise, most
# of all where every word was understood.
SURE, REFUSING, CLEAR, ANSWERING = 0.5, 0.52, 0.95, 0.85
OVERRULING = 0.85  # the same where a course is named and the rules refuse
BRIEF = 3  # words beside the course, fewer of which say little
SOUGHT_FOR, STRAYED = 0.88, 0.75  # where none is; where the words may be about something else
STRAY = frozenset(
    ("what courses do without", "class size", "what can stand in for a course")
    + ("tuition and fees", "contact details", "registration dates and deadlines")
    + ("advice on which courses to combine", "rooms and buildings")
)
PEOPLE = ("instructor", "staffed")
WHEN = re.compile(r"\b(?:when|what (?:time|day)s?|which days?|what hours?)\b")
LOOKUPS = bag(
    "units prerequisites unlocks schedule instructor description restrictions clearance category "
    "grading"
)
OWN = bag("units description restrictions clearance category grading")  # of one course alone
REVIEWS = "popularity and reviews"
ELIGIBLE = 0.6
MILD = bag("description restrictions prerequisites other requires")  # easily read for eligible
# What the rules call missing by mistake now and then; and never.
DOUBTFUL = frozenset((OFF_TOPIC, "other sections", "degree requirements"))
SOUGHT = bag("list count recommend taught_by code smalltalk offtopic")
ELSEWHERE = re.compile(r"\b(?:other|others|another|else|similar|different|more|instead)\b")
# A course that was not found in the talk.
DESCRIBED = re.compile(
    r"\b(?:the|there(?: an?| any| another)?) (?:one|class|course) "
    r"(?:about|on|with|for|called|named)\b"
)
TERMS = "other terms"
CERTAIN = frozenset((TERMS, "your own records"))
DEGREES = frozenset(("degree requirements",))
EASE = "workload and difficulty"
SMALL = 0.5  # how sure it must be that the talk is small: nothing is looked up then
# What can be taken at all is asked.
WHICH = re.compile(r"\b(?:what|which|anything|something|classes|courses|any)\b")


@dataclass(frozen=True)
class Readings:
    """Ways to read the question once more: its marks anew, or as if the data held all it asks."""

    anew: Callable[[], Reading]
    plainly: Callable[[], Query]


def revised(query: Query, words: str, opinion: Opinion, ways: Readings, past: Past) -> Query:
    """The query, or another where `opinion` is sure of it.

    What is refused after one course was spoken of is refused of that course.
    """
    found = particular(_revised(query, words, opinion, ways, past), words, opinion)
    if found.ask == "smalltalk" and bidden(words):
        found = _refused(found, "offtopic")
    if found.ask != "unavailable" or found.codes or found.unknown or found.filters or found.topic:
        return found
    if found.missing == OFF_TOPIC or not past.one or not alone(ways.anew()):
        return _titled(found, ways.anew())
    return replace(found, codes=(past.one,), follows=True)


def _titled(query: Query, reading: Reading) -> Query:
    """What is refused, of the one course whose title is given in part."""
    if not reading.people:
        find_near_titles(reading.text, reading.vocabulary.titles, reading.mentions)
    targets = reading.targets()
    return replace(query, codes=reading.codes(targets)) if len(targets) == 1 else query


def _revised(query: Query, words: str, opinion: Opinion, ways: Readings, past: Past) -> Query:
    if query.follows and query.ask == "taught_by":
        return query  # who is meant is in the talk before it, not in its words
    if standing.idle(query, words, opinion):
        return Query(query.text, "smalltalk", taken=query.taken)
    if set_beside(query, words, past):
        return query
    if more := continued(query, words, opinion, ways.anew, past):
        return more
    named = bool(MASK in words or query.codes or query.unknown)
    if query.follows and not content(words.replace(MASK, "").split(), FUNCTION):
        return query  # "how about X?" asks what was asked before
    if query.follows and (left := elided(ways.anew())) and left.ask == query.ask:
        return query
    if not named and past.one and (reading := ways.anew()) and alone(reading):
        if reading.people and not reading.targets():
            return query  # someone is asked about
        return _left_out(query, words, opinion, reading)
    if not named and (found := titled(query, opinion, ways.anew())):
        return found
    heading, odds = opinion(words, OF_COURSE if named else OF_ANY)
    asked = SAME.get(heading, heading)
    if query.ask == "unavailable" and _mistaken(query, words, asked, odds, named):
        query = ways.plainly()
    bare = not (query.codes or query.unknown) and past.one
    if query.ask == asked == "eligible" and bare and odds >= ANSWERING:
        plain = not query.filters and not WHICH.search(words)
        return replace(query, codes=(past.one,), topic="", follows=True) if plain else query
    several = len(query.codes) + len(query.unknown) > 1 and query.codes
    # Of one title, or "all three".
    parts = len(ways.anew().targets()) == 1 or (not query.follows and words.count(MASK) == 1)
    if asked == "eligible" and several and not parts and odds >= ELIGIBLE:
        needed = NEEDED if odds < CLEARLY else OTHERWISE
        told = query.taken and (odds < ANSWERING or (query.follows and query.ask == asked))
        if told and query.ask == "compare":
            return replace(query, ask="eligible")  # "can I take X or Y" with others passed
        apart = (
            told or needed.search(words) or ways.anew().untaken or standing.skipped(query, words)
        )
        return query if apart else admitted(query)
    asks = (asked, query.ask)
    if asks == ("instructor", "schedule") and odds < ANSWERING and WHEN.search(words):
        return query  # "at what time will she teach it"
    if asked == "instructor" and query.ask == "description" and query.codes and odds >= SURE:
        people = tuple(f for f in query.filters if f.field in PEOPLE)
        if people:
            return replace(query, ask=asked, topic="", filters=people)  # "has she ever taught it"
    if asked == query.ask == "instructor" and odds >= CLEARLY:
        return replace(query, filters=tuple(f for f in query.filters if f.field in PEOPLE))
    stray = query.ask == asked == "unavailable" and heading == "offtopic"
    if stray and odds >= CLEAR and not named and not query.filters:
        return _refused(query, heading)  # "is it raining on campus": no rooms are asked for
    if asked == query.ask or odds < SURE:
        return query
    said = [w for w in words.replace(MASK, "").split() if w[0].isalnum()]
    if len(said) < BRIEF and query.ask in LOOKUPS and odds < ANSWERING:
        return query  # "pull up X", "X start?"
    return _otherwise(query, words, heading, odds, named, ways.anew, past.query is not None)


def _otherwise(
    query: Query,
    words: str,
    heading: str,
    odds: float,
    named: bool,
    anew: Callable[[], Reading],
    talking: bool,
) -> Query:
    """The query as the opinion reads it, where that is another way than the rules do."""
    asked = SAME.get(heading, heading)
    bare = not content(words.replace(MASK, "").split())
    if query.follows and (bare or asked == "unavailable"):
        return query  # what it asks is in the talk before it, not in its words
    if asked == "smalltalk":
        plain = named or query.filters or query.missing not in ("", *DOUBTFUL, REVIEWS)
        least = ANSWERING if query.missing == OFF_TOPIC else SMALL
        least = CLEAR if talking and words.endswith("?") else least  # "last step?"
        return query if plain or odds < least else Query(query.text, asked, taken=query.taken)
    if standing.stands(query, words, asked, odds):
        return query
    if standing.needed(query, words, asked, anew().vocabulary.titles):
        return query
    if asked == "unlocks" and standing.led_on(query, words, odds):
        return replace(query, ask=asked)
    told = query.codes or odds < ANSWERING or (query.filters and asked == "unlocks")
    if query.ask == "eligible" and query.taken and told:
        return query
    if query.ask == "eligible" and len(query.taken) > 1 and asked == "unlocks":
        return query  # what they open together
    if asked == "unavailable" and odds < ANSWERING and standing.offered(query, words):
        return replace(query, ask="list")
    if asked == "unavailable":
        least = CLEAR if query.filters and not query.topic and not query.codes else REFUSING
        if query.ask == "schedule" and TERM.search(words):
            least = CLEAR
        if query.ask in SOUGHT and anew().vocabulary.titles.hold(query.topic):
            least = CLEAR  # "improv classes": what classes are called, they are about
        people = tuple(f for f in query.filters if f.field in PEOPLE)
        if people and query.codes and TEACH.search(words):
            return replace(query, ask="instructor", topic="", filters=people)
        if query.ask != "unavailable" and LATELY.search(words) and TEACH.search(words):
            told = query.ask == "instructor"
            return query if told else _named(query, "instructor", odds, anew()) or query
        return query if odds < least or query.unknown else _refused(query, heading)
    if asked == "code" and not named and query.ask in ("other", "list", "description"):
        plain = query.filters or not query.topic or odds < ANSWERING
        return query if plain else replace(query, ask=asked)
    if asked == "recommend" and query.ask == "other" and query.topic and not named:
        return replace(query, ask=asked)
    gone = lacking(query.missing, words) or not _doubtful(query, asked, odds)
    if not named or (query.ask == "unavailable" and gone):
        return query
    return _named(query, asked, odds, anew()) or query


def _mistaken(query: Query, words: str, asked: str, odds: float, named: bool) -> bool:
    """Whether the rules, which refuse by single words, refuse what can be answered."""
    refused = query.missing in DEGREES or lacking(query.missing, words)
    if asked in ("unavailable", "smalltalk") or refused:
        return False
    dated = asked in ("schedule", "instructor", "eligible", *SETS)
    aside = odds >= CLEARLY and (query.missing != TERMS or told_beside(words))
    if query.missing in CERTAIN and dated and not aside:
        return False
    if query.missing in STRAY:
        known = LOOKUPS | PAIRS | SETS | {"eligible", "code"}
        return asked in known and odds >= STRAYED
    if named:
        return asked in LOOKUPS | PAIRS | {"eligible", "code"} and odds >= OVERRULING
    never = query.missing in (EASE, OFF_TOPIC)
    return asked in SETS | {"code"} and odds >= SOUGHT_FOR and not never


def _left_out(query: Query, words: str, opinion: Opinion, reading: Reading) -> Query:
    """After one course was looked up, the next thing asked of it, where nothing else is sought."""
    listed = query.follows and query.ask == "list"
    if listed or ELSEWHERE.search(words) or DESCRIBED.search(words):
        return query
    sought, strength = opinion(words, OF_ANY)
    small = sought == "smalltalk" and not query.filters
    if small and strength >= (CLEAR if words.endswith("?") else CLEARLY):
        return Query(query.text, sought, taken=query.taken)
    heading, odds = opinion(words, OF_COURSE)
    own = sought in SETS and {"program"} < {f.field for f in query.filters}  # "in REL with GE H"
    if query.filters and (own or odds < max(ANSWERING, strength)):
        return query
    if query.topic and sought in SOUGHT and strength >= max(SURE, odds):
        return query
    asked = SAME.get(heading, heading)
    if query.ask == "unavailable" and (query.missing == TERMS or odds < ANSWERING):
        return query
    if asked == "unavailable":
        return query if odds < CLEAR else _refused(query, heading)
    if asked not in LOOKUPS | {"eligible"} or odds < REFUSING:
        return query
    reading.follows = True
    return reading.done(asked, codes=(reading.past.one,))


def _doubtful(query: Query, asked: str, odds: float) -> bool:
    """Whether what the rules found missing may be there: they name it by single words."""
    if query.missing in DEGREES and asked == "unlocks":
        return False  # "which programs require X" is not which courses do
    loose = query.missing in DOUBTFUL or (asked == "description" and query.missing not in CERTAIN)
    return loose and odds >= ANSWERING


def _refused(query: Query, heading: str) -> Query:
    missing = OFF_TOPIC if heading == "offtopic" else query.missing or "that"
    return replace(query, ask="unavailable", missing=missing, filters=(), topic="", also=())


def _named(query: Query, asked: str, odds: float, reading: Reading) -> Query | None:
    """The question as that look-up of the courses it names; None where it can't be one."""
    if query.codes and not reading.targets():
        find_near_titles(reading.text, reading.vocabulary.titles, reading.mentions)
    targets = reading.targets()
    codes = reading.codes(targets)
    if asked in PAIRS:
        gone = any(reading.mentions[i].unknown for i in targets)
        if asked == "requires" and (reading.said or query.taken) and codes:
            return reading.done("eligible", codes=codes[-1:])
        if asked == "requires" and not required(reading.text):
            # Whichever is said first, the course further on is the one that may need the other.
            codes = tuple(sorted(codes, key=number, reverse=True))
        enough = len(codes) > 1 or (asked == "requires" and codes and gone)
        return reading.done(asked, codes=codes) if enough else None
    if asked == "eligible" and codes and (query.ask in MILD or query.taken):
        return reading.done(asked, codes=codes)
    titled = targets and all(reading.mentions[i].how == "title" for i in targets)
    if asked not in LOOKUPS and not (asked == "code" and titled):
        return None
    if query.ask in SETS and (odds < CLEARLY or len(codes) != 1 or asked not in OWN):
        return None
    if targets:
        return about(reading, asked, targets)
    told = query.codes or reading.said or reading.untaken
    if not told:
        return None
    if reading.said and not query.codes:
        reading.taken = tuple(code for code in reading.taken if code not in reading.said)
    return reading.done(asked, codes=told)
