"""Where the rules stand, however sure it is that the question's meaning says something else."""

from __future__ import annotations

import re

from rag.query import Query
from rag.understanding.classifier import OF_ANY, Opinion
from rag.understanding.conducted import checked
from rag.understanding.intent import OFFERS
from rag.understanding.superlative import find_superlative
from rag.understanding.terms import DROPPED, OTHER_TERM
from rag.understanding.titles import Titles, canonical
from rag.understanding.untitled import MASK
from rag.understanding.words import Text, bag, pattern

PAIRS = bag("requires compare")
SETS = bag("list count recommend taught_by other")
ASIDE = re.compile(r"\b(?:besides|other than|else than|apart from|aside from|in addition to)\b")
THEIRS = re.compile(
    rf"\bprereqs? (?:for|of|to) {MASK}|\b{MASK} 's (?:own )?prereqs?|\bits prereqs?"
)
# How likely it must be before words that say otherwise are passed over.
CLEARLY = 0.9
UNITS = re.compile(r"\b(?:units?|credits?)\b")
# What holds the units of two courses against each other; without it they are summed or listed.
AGAINST = re.compile(
    r"\b(?:more|fewer|less|most|fewest|least|bigger|larger|smaller|higher|lower|heavier|lighter|"
    r"which|differ\w*|same|equal|versus|vs|compar\w*|ahead|beats?)\b"
)
# What asks for the description by a word of its own, and no word of what comes after.
TELLING = re.compile(
    r"\b(?:about|lowdown|low down|scoop|rundown|gist|deals? with|covers?|topics?|is like|"
    r"do (?:they|you|we) do|learn)\b(?!.*\b(?:after|unlock\w*|opens?|leads?|next|prereqs?)\b)"
)
# How long one meeting lasts.
A_MEETING = re.compile(
    r"^(?=.*\b(?:how (?:long|many (?:minutes|mins?|hours))|in (?:hours|minutes)|"
    r"hours and minutes)\b)"
    r"(?!.*\b(?:homework|stud\w+|outside|weeks)\b)"
    r".*\b(?:(?:per|each|every|one|a|an|single|typical|usual|normal|average|"
    r"regular) (?:class|session|meeting|lecture|sitting|time|day)|"
    r"at a (?:time|stretch)|in one go)\b"
)


# To whom it is open.
WHOM = re.compile(r"\b(?:for|to) (?:whom|(?:what|which) (?:\S+ ){0,2}?(?:students?|majors?))\b")
# Who it is, asked after whom to write to.
WHO_IT_IS = re.compile(
    r"\bwhich (?:professor|instructor|teacher|lecturer) (?:is|has) (?:it|the course)\b"
    r"|\blast (?:person|one|time)\b.*\b(?:teach|taught)\b"
)


PAST = frozenset(
    ("past or future instructors", "grades", "exams, projects and homework", "teaching assistants")
)
# Which of two people to choose, and how often something has been: whatever else the words may ask.
CHOICE = re.compile(r"\b(?:should|shall|recommend|choos\w+|pick|better|rather)\b.*\bor\b")
LED = re.compile(r"\b(?:what|which)\b.*\b(?:i|me|we|us|her|him|she|he|they|them|one)\b")
TIMES = re.compile(
    r"\b(?:how many|number of) times\b(?!.*\b(?:week|month|day)\b)"
    r"|\b(?:exist\w*|around|choice|been (?:offered|taught|given)) (?:\S+ ){0,3}(?:for )?how long\b"
)
PREPARES = re.compile(
    rf"\b(?:so that|so) i can take {MASK}|\beligible for (?:taking )?{MASK}|\bable to take {MASK}"
    rf"|\bprepar(?:es?|ing) (?:me|us|you|one|students?) (?:for|to)\b.*{MASK}"
)
# More sections than the one there is on record.
MANY = re.compile(r"\b(?:multiple|several|more than one|how many) (?:\w+ )?sections?\b")
# A subject, which no "a" goes before, that may be needed for the course.
_FOR = rf"(?:for|before|prior to|to take) (?:i (?:can )?)?(?:taking |take |start |starting )?{MASK}"
_WHAT = r"(?!(?:an?|the|my|any|to|some) )[a-z]+(?: [a-z]+){0,2}?"
SUBJECT = re.compile(
    rf"\b(?:do|does|would|will|should|must) (?:i|you|we|one|they|students) (?:\w+ ){{0,2}}?"
    rf"(?:need|have|require|know|take|done|had) (?P<before>{_WHAT}) {_FOR}"
    rf"|\b(?:is|are) (?P<is>{_WHAT}) (?:\w+ )?(?:required|needed|necessary|mandatory|"
    rf"a (?:prereq\w*|must|requirement)) {_FOR}"
)
# Work with one person, and no class.
STUDY = re.compile(r"\b(?:independent|directed) (?:study|research)\b")


# That a course was not passed: whether it is required is asked, whatever else.
WITHOUT = re.compile(r"\b(?:without|skip\w*|not|never|lack\w*|missing)\b")


def skipped(query: Query, words: str) -> bool:
    """Whether it is asked if a course is required that is said not to be passed."""
    return query.ask == "requires" and bool(WITHOUT.search(words))


def lacking(missing: str, words: str) -> bool:
    """Whether what the rules found missing is missing for certain."""
    if missing in PAST:
        return True
    if missing == "other sections":
        return bool(MANY.search(words))
    if missing == "contact details":
        return bool(STUDY.search(words))
    if missing == "instructor ratings":
        return bool(CHOICE.search(words))
    return missing == "other terms" and bool(TIMES.search(words))


def telling(words: str, odds: float) -> bool:
    """Whether the words ask what a course holds, where it may seem that they ask what follows."""
    return odds < CLEARLY and bool(TELLING.search(words))


def stands(query: Query, words: str, asked: str, odds: float) -> bool:
    """Whether the query stays as the rules read it, where `asked` is what the meaning says."""
    if query.ask == "prerequisites":
        if asked == "unlocks" and ("before" in words.split() or PREPARES.search(words)):
            return True
        # Whether its prerequisites are offered, and not the course itself.
        return asked == "schedule" and bool(THEIRS.search(words))
    if query.ask == "unlocks" and asked == "prerequisites":
        return odds < CLEARLY  # where "what does it lead to" is said
    if query.ask == "description" and asked == "unlocks":
        return telling(words, odds)
    if asked == "eligible" and skipped(query, words):
        return True
    if query.ask == "requires" and asked == "prerequisites":
        # A course the file lacks may still be named by the prerequisites.
        return bool(query.codes and query.unknown)
    if query.ask == "units" and asked == "compare" and not AGAINST.search(words):
        return True
    if query.ask == "compare" and asked == "requires" and UNITS.search(words):
        return True
    if query.ask == "restrictions" and asked == "unlocks":
        return bool(WHOM.search(words))
    if query.ask == "schedule" and asked == "unavailable":
        gone = DROPPED.search(words) and not OTHER_TERM.search(words)
        return bool(gone or A_MEETING.search(words))
    if query.ask in ("list", "other") and asked == "unavailable" and not query.topic:
        return bool(find_superlative(Text(query.text)))  # "the latest class in the day"
    if asked == "instructor" and checked(query):
        return True
    if query.ask == "instructor" and asked == "unavailable":
        return bool(WHO_IT_IS.search(words))
    # "What else than X does Y need" is asked of Y alone.
    return asked in PAIRS and bool(ASIDE.search(words))


def needed(query: Query, words: str, asked: str, titles: Titles) -> bool:
    """Whether it is asked if a course needs a subject, which its prerequisites tell, and no more
    than that: "do I need calc for X"."""
    if (query.ask, asked) != ("prerequisites", "unavailable"):
        return False
    match = SUBJECT.search(words)
    subject = (match["before"] or match["is"]) if match else ""
    return bool(subject) and titles.hold(" ".join(canonical(subject.split())))


def led_on(query: Query, words: str, odds: float) -> bool:
    """Whether what a course just passed leads to is asked, and not whether it may be taken."""
    one = query.ask == "eligible" and len(query.codes) == 1 and words.count(MASK) == 1
    return one and bool(LED.search(words)) and (odds >= CLEARLY or {*query.codes} <= {*query.taken})


def idle(query: Query, words: str, opinion: Opinion) -> bool:
    """Whether nothing is asked, where the rules found nothing but the course before: "no idea"."""
    if query.ask != "other" or not query.follows or query.filters or query.topic:
        return False
    asked, odds = opinion(words, OF_ANY)
    return asked == "smalltalk" and odds >= CLEARLY


def offered(query: Query, words: str) -> bool:
    """Whether it is asked if there is a class on the topic: "do you offer swahili"."""
    if query.ask not in (*SETS, "units") or query.codes or not query.topic:
        return False
    one = r"(?: (?:is|as|a|real|actual))* (?:class|course|taught|offered)"
    named = re.search(rf"\b{re.escape(query.topic)}{one}", words)
    return bool(named or pattern(OFFERS).search(words))
