"""Subjects a student does not want: "I hate math", "not into history", "anything but chemistry"."""

from __future__ import annotations

import re

from rag.query import Filter
from rag.understanding.departments import names
from rag.understanding.titles import ABBREVIATIONS, stem
from rag.understanding.words import FILLERS, FUNCTION, Text, bag

WHO = (
    r"(?:(?:for )?(?:people|someone|somebody|students|those|anyone|person) (?:who|that) )?"
    r"(?:(?:i|we|me|and|but|since|because|as|really|absolutely|just|also|am|personally|so|not) )*"
)
AVERSE = (
    r"hate|hated|hating|dislike|disliking|despise|loathe|detest|can not (?:stand|do|handle|take)|"
    r"(?:do|did|does) not (?:(?:really|particularly|even) )*(?:like|love|enjoy|care (?:for|about)|"
    r"want(?: to (?:do|take|see|touch|deal with))?|do)|"
    r"not (?:(?:really|very|too|that|a|big|huge|much of a) )*(?:fan of|into|interested in|"
    r"(?:good|great|strong|comfortable) (?:at|in|with)|keen on)|"
    r"(?:(?:really|so|pretty|very) )*(?:bad|terrible|awful|horrible|hopeless|weak|no good) "
    r"(?:at|in|with)|suck at|struggle with|(?:tired|sick|scared|afraid|terrified|bored) of|"
    r"allergic to|(?:stay|keep|get) away from|trying to avoid|avoid(?:ing)?|anything but|"
    r"nothing (?:to do )?(?:with|about|on|involving|related to)"
)
LEAD = (
    r"(?: (?:any|anything|everything|all|kind of|to do with|related to|with|in|doing|taking|the))*"
)
# Where what is disliked ends.
END = (
    r"(?= (?:[,.;!?%+-]|so|but|what|which|and (?:i|need|want|would|am|do|can|what|which)|because|"
    r"though|at all|please|is|are|can|could|recommend|suggest|give|show|{class}|need|looking|who|"
    r"stuff|or anything|right now|lol)(?: |$)|$)"
)
# "..., not research": a single word, ruled out in passing.
BRIEFLY = (
    r"(?:(?:(?<=[,;] )|(?<=but )|(?<=just )|(?<=that are )|(?<=which are )|"
    r"(?<=that is )|(?<=which is ))"
    r"(?:not|no|nothing with)|(?<=[a-z] )not(?= the )|excluding|minus|leaving out) "
    rf"(?:the )?(?P<what>[a-z]{{4,}}){END}"
)
# "No directed research please": a wish of its own.
WISHED = (
    r"(?:^|(?<=[.?!;,] )|(?<=but )|(?<=and ))(?:(?:and|but|just|also|please) )*no (?:more )?"
    r"(?P<what>[a-z]{3,}(?: [a-z]{3,}){0,2}?)(?: (?:stuff|{class}))?"
    r"(?:(?: (?:please|though|thanks|thank you|for me|lol|if possible|at all))+(?= [.!?,;]|$)|"
    r"(?= ?[.!]?$))"
)
AFTER = r"(?: (?:{class}|stuff|at all|lol|or anything(?: like that)?))*"
JOINS = re.compile(r" (?:and|or|,|/|nor|,? and|,? or) ")
MOST = 3
# What is told of times, work and people is told elsewhere.
OTHER = bag(
    "class classes course courses it them those these that this people exams exam tests homework "
    "early late waking group me mine labs lectures discussions conflict conflicts overlap overlaps "
    "clash clashes collision collisions"
)


def find_dislikes(text: Text) -> list[Filter]:
    """Programs and words ruled out; each becomes a mark "%"."""
    found: list[Filter] = []
    while (match := text.has(BRIEFLY)) and (ruled := _ruled_out([match["what"]])):
        text.take(BRIEFLY)
        found += ruled
    while (match := text.has(WISHED)) and (ruled := _ruled_out(match["what"].split())):
        text.take(WISHED)
        found += ruled
    words = rf"{WHO}(?:{AVERSE}){LEAD} (?P<what>[a-z]\S*(?: \S+){{0,4}}?){END}{AFTER}"
    while match := text.has(words):
        ruled = [f for part in JOINS.split(match["what"]) for f in _ruled_out(part.split())]
        if not ruled:
            break
        text.take(words)
        found += ruled
    return found


def _ruled_out(words: list[str]) -> list[Filter]:
    """The program of that name, and the courses that mention it."""
    words = [w for w in words if w not in FUNCTION]
    if (
        not words
        or len(words) > MOST
        or any(not w.isalpha() or w in OTHER | FILLERS for w in words)
    ):
        return []
    codes = names().get(tuple(words), ())
    full = " ".join(stem(ABBREVIATIONS.get(w, w)) for w in words)
    spoken = Filter("mentions", ("math" if full.startswith("math") else full,), "not")
    return [*([Filter("program", codes, "not")] if codes else []), spoken]
