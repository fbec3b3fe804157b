"""Which course a sentence says is needed for which, and whether the records say the opposite."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rag.catalogue import Key, code_key
from rag.course import Course
from rag.ground import CODE, codes

# [X] needs [Y], or [X] is needed for [Y].
NEEDS = re.compile(
    r"\b(?:requires?|needs?|must (?:first )?(?:take|complete|pass)|prerequisites? (?:is|are|:)|"
    r"depends? on|builds? on|after)\b",
    re.IGNORECASE,
)
SERVES = re.compile(
    r"\b(?:prerequisites? (?:for|to|of)|unlocks?|leads? to|opens?|(?:required|needed) (?:for|by)|"
    r"before|prepares? (?:you )?for)\b",
    re.IGNORECASE,
)
NEGATION = re.compile(
    r"\b(?:no|not|none|never|neither|nor|without|cannot)\b|n['’]t\b", re.IGNORECASE
)


# [Y] is one of the options: [X] requires ...; or it is required, or not.
OPTION = re.compile(r"\bis (?:not )?(?:one of the options|required)\b[^:]*: ", re.IGNORECASE)


@dataclass(frozen=True)
class Claim:
    """That `first` has (or, denied, has not) to be passed before `then`."""

    first: Key
    then: Key
    denied: bool = False


def claims(sentence: str) -> set[Claim]:
    """What a sentence says: the last course before a verb, and those up to the next verb."""
    verbs = sorted(
        [(m.start(), m.end(), kind) for kind in (NEEDS, SERVES) for m in kind.finditer(sentence)],
        key=lambda verb: verb[0],
    )
    found: set[Claim] = set()
    for n, (start, end, kind) in enumerate(verbs):
        stop = verbs[n + 1][0] if n + 1 < len(verbs) else len(sentence)
        before = list(CODE.finditer(sentence, 0, start))
        key = code_key("{} {}{}".format(*before[-1].groups())) if before else None
        if key is None:
            continue
        denied = bool(NEGATION.search(sentence, before[-1].end(), start))
        for other in codes(sentence[end:stop]):
            pair = (other, key) if kind is NEEDS else (key, other)
            found.add(Claim(*pair, denied))
    return found


def known(courses: Iterable[Course], sentences: Iterable[str]) -> set[Claim]:
    """What the records of courses and exact sentences say."""
    found = {claim for sentence in sentences for claim in claims(sentence)}
    for course in courses:
        then = code_key(course.code)
        if then:
            found |= {Claim(first, then) for first in codes(course.prerequisites)}
    return {claim for claim in found if claim.first != claim.then}


def contradicts(sentence: str, truth: set[Claim]) -> bool:
    """Whether a sentence turns what is known around, denies it, or has a course need itself."""
    if _circular(sentence):
        return True
    for claim in claims(sentence):
        if claim.denied and Claim(claim.first, claim.then) in truth:
            return True
        turned = Claim(claim.then, claim.first) in truth
        if not claim.denied and turned and claim not in truth:
            return True
    return False


def _circular(sentence: str) -> bool:
    """Whether a course is called an option, or required, for itself."""
    for match in OPTION.finditer(sentence):
        before = list(CODE.finditer(sentence, 0, match.start()))
        after = CODE.search(sentence, match.end())
        if before and after and before[-1].groups() == after.groups():
            return True
    return False
