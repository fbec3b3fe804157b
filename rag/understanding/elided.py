"""Questions about the course last spoken of that leave it out: "anything to do first?"."""

from __future__ import annotations

import re
from functools import cache

from rag.query import Query
from rag.understanding.past import SETS
from rag.understanding.reading import Reading
from rag.understanding.rules import sections
from rag.understanding.single import about
from rag.understanding.words import pattern

# What leads up to a question, and what trails it.
LEAD = (
    r"(?:(?:and|ok|okay|so|but|hmm|hm|um|uh|ah|oh|k|well|,|\.|!|-|no|yes|yeah|thanks|great|cool|"
    r"nice|alright|"
    r"please|then|now|wait|hey|also|just|perfect|good|sweet|got it|do you know|any idea|tell me|"
    r"(?:can|could) you (?:tell me|say)|i wonder|i was wondering|wondering|remind me|"
    r"i (?:guess|think|assume|suppose|hope|believe|bet|wonder|take it)|if|whether|that means|"
    r"does (?:it|that|this) mean(?: that)?|do you think|would you say|you think|so you are saying|"
    r"(?:given|based on|with|considering|going by|from|after) (?:all )?(?:what|the|my|everything|"
    r"those|these|that)(?: (?:i|have|had|taken|took|done|did|passed|told|you|about|said|background|"
    r"history|courses|classes|record|already|before|so|far|earlier|mentioned|just|completed|"
    r"previous|past|prior|coursework|finished|ones|to|that|transcript|all|of))*) )*"
)
TRAIL = (
    r"(?: (?:then|now|next|please|thanks|thank you|though|lol|or not|or no|right|no|too|,|-|\.|yes|"
    r"already|yet|huh|for (?:it|that|this|me)|in it|as well|at all|(?:this|next) (?:term|semester|"
    r"year|fall|spring|time)|with (?:what|that|those|my|the)(?: \S+){0,6}|given (?:what|that|my)"
    r"(?: \S+){0,6}|having \S+(?: \S+){0,5}|or (?:do|am|is|are|should|would|"
    r"does) \S+(?: \S+){0,5}|haha|actually|exactly|anyway|do you know|or what|or something|first))*"
    r"(?: [?.!])*$"
)
GET_IN = (
    r"(?:(?:take|taking|sign up|enroll|register|get|getting|do|join|jump|hop|start|go|add|pick|"
    r"be (?:in|taking)|get in|have)(?: (?:in|into|for|with|it|one|up|to|on|straight|class|course|"
    r"that|this|as|and|my|next|the))*)"
)
# Longer questions say what they are about.
LONGEST = 22


def elided(reading: Reading) -> Query | None:
    """The look-up of the course last spoken of that the question asks for; None for others."""
    last, one = reading.past.query, reading.past.one
    if last is None or reading.people or not (alone(reading) or _only_one(reading)):
        return None
    targets = reading.targets()
    many = any(m.how == "those" for m in reading.mentions)
    line = re.sub(r"#\d+", "it", reading.text.line)
    if len(line.split()) > LONGEST:
        return None
    for ask, words in _ways():
        if many and ask != "eligible":
            return None  # "those" are the courses passed, or others than the one spoken of
        if (ask != "eligible" or reading.taken) and words.match(line):
            reading.follows = True
            if targets and ask not in ("eligible", "prerequisites"):
                return about(reading, ask, targets)
            codes = (one,) if many else reading.codes(targets) or (one,)
            return reading.done(ask, codes=codes)
    return None


def alone(reading: Reading) -> bool:
    """Whether one course was just looked up, and the question names no other."""
    last, one = reading.past.query, reading.past.one
    if last is None or not one or last.ask in SETS or not last.codes:
        return False
    if reading.said or reading.denied:
        return False
    return all(
        m.how == "those"
        if reading.taken and len(m.codes) > 1
        else one in m.codes and m.how == "reference"
        for m in reading.mentions
    )


def _only_one(reading: Reading) -> bool:
    """Whether the last list held one course alone, and the question names no course."""
    past = reading.past
    listed = past.query is not None and past.query.ask in SETS and not past.query.codes
    other = any(m.how != "reference" or m.codes != past.codes for m in reading.mentions)
    return listed and len(past.codes) == 1 and not (other or reading.said)


@cache
def _ways() -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = []
    for ask, lines in sections("elided"):
        words = "|".join(lines).replace("{get_in}", GET_IN)
        found.append((ask, pattern(rf"^{LEAD}(?:{words}){TRAIL}")))
    return tuple(found)
