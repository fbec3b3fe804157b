"""Which of several courses a student wants to take, and which are behind or left out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.catalogue import Catalogue
from rag.query import Filter, Query
from rag.understanding.past import needing
from rag.understanding.reading import Reading
from rag.understanding.words import pattern

# Words that say one course has to do with taking another.
DEPENDS = pattern(
    r"take|taking|taken|took|register|enroll|enrolling|sign|signing|allowed|allow|allows|let|lets|"
    r"ready|possible|ok|okay|able|jump|straight|skip|skipping|first|before|after|prior|then|need|"
    r"needs|needed|require[sd]?|necessary|optional|flip|swap|order|block|blocks|blocking|blocked|"
    r"keeping|stopping|without|flunk\w*|fail\w*|bomb\w*|until|eligible|qualif\w+|enough|done|"
    r"behind|credit|passed|passing|finish\w*|complet\w+|prereqs|must|should|may|move on|get into|"
    r"depend\w*|build\w*|comes?|follows?|prepare\w*|accept\w*"
)
# Questions about two courses that are not about taking one for the other.
ELSE = pattern(
    r"compare\w*|contrast\w*|distinguish\w*|difference\w*|differ|vs|better|conflict\w*|overlap\w*|clash\w*|same|together|"
    r"simultaneously|concurrently|at once|both|{unit}|{teacher}|teach\w*|taught|similar|graded|"
    r"when (?:is|does|do)|what time|who (?:is|are|else)|alongside"
)
ORDERED = pattern(r"flip|swap|order|either way|first|which|come|comes|before|prior|earlier")
BEHIND = re.compile(
    r"\b(?:have|has|had|having|done|did|took|taken|pass(?:ed|ing)?|finish\w*|complet\w+|with|after|"
    r"only|credit(?:s)? (?:for|in)|got|once|through|cleared|survived|just|know)"
    r"(?: (?:just|only|in|with|for|the|my|a|both|through|credit|right|taking|taken|done|passing))*$"
)
BEHIND_AFTER = re.compile(
    r"^(?:is |are |was |were )?(?:already |all |both )?(?:behind|under my|done|passed|complete|"
    r"finished|only|alone|so far|already|out of the way|in the bag|credit)"
)
LEFT_OUT = re.compile(
    r"\b(?:flunk\w*|fail\w*|bomb\w*|skip\w*|without|never|drop\w*|miss\w*|avoid\w*|bypass\w*|"
    r"instead of|not (?:have |yet |ever )*(?:taken|taking|done|passed|finished|have|had|take))"
    r"(?: (?:just|in|with|for|the|my|a|taking|taken|done|doing|having|passing|took))*$"
)


@dataclass(frozen=True)
class Roles:
    """`wanted` is to be taken; `others` are, as `how` says, 'behind', 'left out' or 'asked', and
    `places` are theirs in the list of mentions."""

    wanted: tuple[str, ...]
    others: tuple[str, ...]
    how: str
    places: tuple[int, ...]


def depend(reading: Reading) -> Query | None:
    """A question that ties one course to another, read by what each is in it."""
    text = reading.text
    if not DEPENDS.search(text.line) or ELSE.search(text.line):
        return None
    found = roles(reading)
    if found is None:
        return None
    if found.how == "behind" and not ORDERED.search(text.line):
        reading.add_taken(found.places)
        return reading.done("eligible", codes=found.wanted)
    return reading.done("requires", codes=(*found.wanted[:1], *found.others))


def roles(reading: Reading) -> Roles | None:
    """What each of the courses named is, None where fewer than two are."""
    places = reading.targets()
    if len(places) < 2:
        return None
    told = {n: _cue(reading.text.words, n) for n in places}
    free = [n for n in places if not told[n]]
    if not free:
        return None
    catalogue = reading.vocabulary.catalogue
    wanted = _further(free or places, reading, catalogue)
    rest = [n for n in places if n != wanted]
    cues = {told[n] for n in rest if told[n]}
    how = cues.pop() if len(cues) == 1 else "asked"
    if how == "behind":
        rest = [n for n in rest if told[n]]
    if not reading.names(rest) or not reading.codes([wanted]):
        return None
    return Roles(reading.codes([wanted]), reading.codes(rest), how, tuple(rest))


def _cue(words: list[str], place: int) -> str:
    """What is said of a course right before and after its mark."""
    at = words.index(f"#{place}")
    start = max((i + 1 for i in range(at) if words[i] in ".?!;"), default=0)
    before = " ".join(w for w in words[start:at])
    # "Had X and Y": what is said of the first holds for the next.
    before = re.sub(r"(?: ?#\d+(?: (?:and|or|,|/|\+|plus))*)+$", "", before)
    after = " ".join(words[at + 1 : at + 4])
    if LEFT_OUT.search(before):
        return "left out"
    return "behind" if BEHIND.search(before) or BEHIND_AFTER.match(after) else ""


def _further(places: list[int], reading: Reading, catalogue: Catalogue) -> int:
    """The course that asks for another of them, else the one with the highest number."""
    for n in places:
        mine = [c for code in reading.codes([n]) if (c := catalogue.find(code))]
        others = [
            code for code in reading.codes(reading.targets()) if code not in {c.code for c in mine}
        ]
        named: Filter = needing(others) if others else Filter("code", ())
        if others and any(named.holds(course, None) for course in mine):
            return n
    numbers = {n: max((_number(c) for c in reading.codes([n])), default=0) for n in places}
    return max(places, key=lambda n: numbers[n])


def _number(code: str) -> int:
    digits = re.sub(r"\D", "", code)
    return int(digits) if digits else 0
