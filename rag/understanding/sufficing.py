"""Whether courses are enough for the one last spoken of: "with 375 am I good?", "would EALC 320
get me in", "does WRIT 150 work for that?"; and whether another may be taken with those told of
before: "same background, would PSYC 316 work?"."""

from __future__ import annotations

import re

from rag.query import Query
from rag.understanding.intent import LOOKUPS
from rag.understanding.past import needing
from rag.understanding.reading import Reading
from rag.understanding.supposing import ALONE, LET_IN, of_several
from rag.understanding.words import pattern

IF = re.compile(r"\b(?:if|suppose|supposing|say)\b", re.IGNORECASE)
# After these, what is enough is enough to be let in.
OPEN = ("prerequisites", "eligible", "requires")
_LEAD = (
    r"(?:(?:so|and|ok|okay|but|well|then|hm|hmm|um|uh|lol|if|like|hey|wait|also|now|alright|thanks|"
    r"cool|just|only|would|will|does|do|is|are|can|could|did|whether|,|\.) )*"
)
_HAVING = r"(?:(?:having|taking|passing|finishing|with|my|just|only|already|completed|taken) )*"
_IT = r"(?:#\d+|(?:it|that|this|the|that one|this one|there)(?: (?:class|course|one))?)"
_ME = r"(?:me|us|her|him|them|my son|my daughter|i|she|he)"
_SO = (
    r"(?:(?:alone|already|then|really|actually|even|all|also|now|be|by itself|going to|still|"
    r"considered) )*"
)
_END = (
    r"(?: (?:then|though|too|alone|right|or not|now|already|at all|first|please|,|"
    r"or (?:do|am|is|are|would|does|will) .*))*(?: [?.!])*"
)
_ENOUGH = (
    rf"(?:enough|sufficient|sufficent|sufficiant|good enough|ok|okay|fine|adequate|all i need|"
    rf"good|works?|do|count|counts|suffices?|qualify|qualif(?:y|ies) {_ME}|covers?(?: {_IT})?|"
    rf"satisf(?:y|ies)(?: {_IT})?|meets? (?:{_IT}|the prereqs?)|fulfill?s?(?: {_IT})?|"
    rf"(?:gets?|lets?|puts?) {_ME} (?:in|into|through|take)(?: {_IT})?|"
    rf"makes? {_ME} (?:eligible|ready|ok|good)|cuts? it|do the (?:trick|job)|accepted|"
    rf"clears? {_ME}|allows? {_ME}(?: (?:in|to))*)"
)
# The courses first, or "with" them and then whether one is let in.
DOES = pattern(
    rf"{_LEAD}{_HAVING}(?P<xs>{{xs}}) {_SO}{_ENOUGH}"
    rf"(?: (?:for|to|as|in|into|get|take|toward|towards|there|the prereqs?|a|prereqs|"
    rf"background|{_IT}))*{_END}"
)
WITH = pattern(
    rf"{_LEAD}(?:with|having|given|once i have|after) (?:(?:just|only|taken|passed|my) )*"
    rf"(?P<xs>{{xs}}) (?:, )?(?:(?:so|then|now) )*"
    rf"(?:(?:am|would|will|is|are|can|could|may|do|should) )?{_ME} (?:am |is |are )?{_SO}"
    rf"(?:good|ok|okay|fine|set|in|clear|cleared|eligible|allowed|ready|qualified|qualify|covered|"
    rf"take|do|enroll|register|get|sign)"
    rf"(?: (?:to go|to|for|in|into|up|take|enroll|register|get|go|with|on|{_IT}))*{_END}"
)
# The same record as before, which another course is held against.
RECORD = (
    r"(?:same|with|given|and with|based on|on)(?: (?:that|the|my|this|those|these|same|all|of))* "
    r"(?:background|record|history|courses|classes|transcript|coursework|credits|stuff|situation|"
    r"prereqs|ones)|(?:with|given|having|from) (?:those|these|them|that|all that|the same)"
)
SAME = pattern(
    rf"{_LEAD}(?:{RECORD})(?: (?:done|taken|passed|still|then|,|-))* "
    rf"(?:(?:would|will|is|could|can|does|how about|what about|and) )*(?P<x>{{x}})"
    rf"(?: (?:work|do|ok|okay|possible|open|be|an option|fine|alright|too|good|allowed|"
    rf"for|to|{_ME}|"
    rf"then|instead))*{_END}"
    rf"|{_LEAD}(?:(?:how about|what about) )?(?P<y>{{x}}) (?:too )?(?:{RECORD}){_END}"
    rf"|{_LEAD}(?:(?:can|could|may|might|would|should) )?(?:i|she|he|we) "
    rf"(?:(?:then|now|also|still|even|be able to|be allowed to|just) )*"
    rf"(?:take|do|enroll in|register for|get into|sign up for|go for|join) (?P<z>{{x}})"
    rf"(?: (?:then|now|too|instead|as well|with (?:that|those|these|this)|already|either|,))*"
    rf"(?: [?.!])*"
)


def sufficing(reading: Reading) -> Query | None:
    """Whether the courses named let one into the one spoken of, or those told of into the one
    named."""
    last, line = reading.past.query, reading.text.line
    if last is None or reading.denied:
        return None
    if reading.said:
        return _told(reading)
    if reading.taken and (match := SAME.fullmatch(line)):
        codes = reading.codes_in(match["x"] or match["y"] or match["z"])
        if codes and not set(codes) & set(reading.taken):
            return reading.done("eligible", codes=codes)
    match = DOES.fullmatch(line) or WITH.fullmatch(line)
    one = reading.past.one
    if not match or not one:
        return None
    enough = reading.codes_in(match["xs"])
    others = set(reading.codes(reading.targets())) - {*enough, one}
    if not enough or one in enough or others or not _asked_for(reading, one, enough):
        return None
    reading.add_taken(int(word[1:]) for word in match["xs"].split() if word[0] == "#")
    reading.follows = True
    return reading.done("eligible", codes=(one,))


def _told(reading: Reading) -> Query | None:
    """The course spoken of, where one passed is told and then whether it may be taken."""
    one, targets = reading.past.one, reading.targets()
    fresh = [n for n in targets if not set(reading.mentions[n].codes) <= {one, *reading.said}]
    if not one or one in reading.said or fresh:
        return None
    line, last = reading.text.line, reading.past.query
    if ALONE.match(line) and IF.search(reading.question) and last and last.ask in LOOKUPS:
        reading.follows = True
        return reading.done("eligible", codes=(one,))
    if of_several(reading) or not LET_IN.search(line) or not _asked_for(reading, one, reading.said):
        return None
    reading.follows = True
    return reading.done("eligible", codes=(one,))


def _asked_for(reading: Reading, one: str, passed: tuple[str, ...]) -> bool:
    """Whether the course was asked about by what it needs, or needs one of those passed."""
    last = reading.past.query
    course = reading.vocabulary.catalogue.find(one)
    if last and last.ask in OPEN and one in last.codes[:1]:
        return True
    return bool(course and needing(passed).holds(course, None))
