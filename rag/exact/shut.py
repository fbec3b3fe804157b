"""Who of a list is kept out by a restriction: students of another major, of a class level."""

from __future__ import annotations

import re

from rag.course import Course
from rag.exact.admission import admits, wanted
from rag.exact.restriction import parted
from rag.fact import Asked

# What students say of their own major or year.
OWN = re.compile(
    r"\b(?P<who>i'?m|i am|she'?s|she is|he'?s|he is|we'?re|we are|as)"
    r"(?P<no>(?: actually| really| just)* (?:not|no|never))?"
    r"(?: (?:even|really|actually|just|only))*"
    r" (?:an? )?(?P<what>(?:(?!and |but |which |what |can |so )[\w&-]+ ){0,4}?"
    r"(?:majors?|majoring in [\w ]+?|freshm[ae]n|sophomores?|juniors?|seniors?|"
    r"(?:grad(?:uate)?|masters?|doctoral|phd|undergrad(?:uate)?) students?|undergrads?|grads?))\b",
    re.IGNORECASE,
)
# Which courses are open to the student who asks.
FOR_ME = re.compile(r"\b(?:which|what|any)\b.*(?:\b(?:can|could|may) i\b|\bto me\b)", re.IGNORECASE)
OTHERS = re.compile(r"\bnon[- ]?majors?\b|\bnot (?:a |an )?majors?\b", re.IGNORECASE)


def told(text: str) -> bool:
    """Whether the text says of what major or year the student is, or is not."""
    return bool(OWN.search(text) or OTHERS.search(text))


def shut(course: Course, text: str) -> bool:
    """Whether the course's restriction keeps out who says this of major or year."""
    own = OWN.search(text)
    how, about, listed = parted(course)
    if not how:
        return False
    if own is None or own["what"].lower() in ("major", "majors"):
        return bool(OTHERS.search(text) or own) and (how, about) == ("open", "major")
    said = re.sub(r"majoring in ([\w ]+)", r"\1 major", own["what"])
    noun, names = wanted(said)
    if not noun:
        return False
    let_in = admits(course, noun, names)
    if not own["no"]:
        return let_in is False
    alike = sum(any(_words(want) <= _words(name) for want in names) for name in listed)
    return (how, about) == ("open", noun) and alike > 0 and 2 * alike >= len(listed)


def shut_out(asked: Asked) -> bool:
    """Whether the query is the list without the courses that the student is kept out of."""
    left_out = any((f.field, f.op) == ("code", "not") for f in asked.query.filters)
    text = asked.query.text
    return asked.query.follows and told(text) and (left_out or bool(FOR_ME.search(text)))


def _words(name: str) -> set[str]:
    return set(re.findall("[a-z]+", name.lower()))
