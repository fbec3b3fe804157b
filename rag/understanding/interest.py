"""What a student says he likes, told beside the question: "my thesis touches on cancer biology"."""

from __future__ import annotations

import re

from rag.understanding.vocabulary import ASKED
from rag.understanding.words import FILLERS, FUNCTION, GROUPS, STOPS, Text, bag, content, pattern

# "I would love to know more of X": about it.
OF = (
    r"(?P<verb>know|learn|hear|read|understand|find out|discover)(?P<much>(?: (?:a|much|lot|bit|"
    r"little|some))*) (?P<how>more|something|everything|things|stuff) of(?= (?!it|this|that|them))"
)
_HOW = (
    r"(?:(?:really|kind of|sort of|totally|always|so|just|very|super|quite|pretty|deeply|always|"
    r"long|been|also|rather|absolutely) )*"
)
_WHAT = r"(?P<what>(?!to |it |that |this |them )[^\s.,;!?%@#~]+(?: [^\s.,;!?%@#~]+){0,5}?)"
_END = (
    r"(?= ?$| [.,;!?%@#~]| (?:since|because|so|but|ever|when|while|lately|recently|now|here|"
    r"these days|this|right now|too|as well|as (?:a|he|she|we|well)|for (?:years|a|as|ages|my)|"
    r"and (?:i|he|she|we|they|would|want|should|need|could|what|which|am|is|that|it|so|also)|"
    r"at (?:usc|the|home|work|school)|from|who|which|that|are there|is there)(?: |$))"
)
_WORK = (
    r"(?:my|our|his|her|their|the) (?:\S+ ){0,2}?(?:thesis|dissertation|research|project|paper|"
    r"work|job|capstone|internship|studies|proposal|hobby|startup|company|band|club)"
    r"(?: (?!is |are )\S+){0,3}?"
)
_WHO = r"(?:i|we|he|she|they|(?:my|our) \S+(?: \S+)?)"
# What is said to be liked; the words of it kept but for those that are no topic anywhere.
LIKED = (
    rf"(?:my|our|his|her|their) (?:knowledge|understanding|grasp|skills?) (?:of|in|on|about) "
    rf"{_WHAT}{_END}",
    rf"(?:fascinated|intrigued|captivated|obsessed|hooked|passionate|crazy|nuts|curious|excited|"
    rf"enthusiastic|thrilled|interested|fond|keen) (?:by|with|about|on|in|for|of) {_WHAT}{_END}",
    rf"(?:am|is|are|was|were|been|got|get|getting) {_HOW}into {_WHAT}{_END}",
    rf"{_WORK} (?:(?:all|mostly|partly|mainly|also) )*(?:touches on|deals with|revolves around|"
    rf"cent(?:er|re)s (?:on|around)|focus(?:es|ed) on|is (?:on|about|around|in)|looks at|concerns|"
    rf"involves|covers) {_WHAT}{_END}",
    rf"{_WHO} {_HOW}(?:loves?|loved|enjoys?|enjoyed|adores?|adored) {_WHAT}{_END}",
    rf"(?:(?<=^)|(?<=[.,;!?] )|(?<=if )|(?<=because )|(?<=since )|(?<=that )|(?<=so )|(?<=and ))"
    rf"{_WHAT} (?:is|are|has been|have been|was) {_HOW}(?:my|his|her|our|their) (?:\S+ )?(?:thing|"
    r"passion|jam|hobby|interest|obsession|calling|cup of tea|bag|dream|favou?rite"
    r"(?: (?:topic|subject|thing|field))?)",
    rf"(?:(?<=^)|(?<=[.,;!?] )){_WHAT} (?:has|have) {_HOW}(?:interested|fascinated|intrigued|"
    r"captivated) (?:me|us|him|her|them)",
)
# What led to it: "fell down a rabbit hole about nutrition", "saw a documentary on bees".
LED_BY = (
    rf"(?:(?:rabbit|worm) ?holes?|rabbithole|deep dive|documentar(?:y|ies)|podcasts?|videos?|"
    rf"binge|threads?|articles?|tiktoks?|youtube|marathon|spiral) (?:about|on|of|into|with) "
    rf"{_WHAT}{_END}"
)
LEARNT = (
    rf"(?:know|learn|learning|hear|read|find out|understand|discover) (?:(?:a|the|lot|bit|little|"
    rf"more|some|something|everything|much|all|things) )*(?:about|on) {_WHAT}{_END}"
)
# What someone teaches, asked in a clause of its own.
TAUGHT = pattern(
    r".*(?<!\S)(?:what|which)(?P<kind>(?: \S+){0,2}?)(?: (?:{class}|stuff|ones))?"
    r" (?:do|does|did|is|are|will|would) (?:he|she|they|~|(?:this|that) {teacher})"
    r" (?:(?:also|currently|actually|even) )*(?:teach|teaching|give|giving|offer|offering|run|"
    r"running|lead|leading|have|do|doing)(?P<rest>(?: .*)?)"
)
# Where a topic stands that is asked for by itself.
_LED = bag("about on involving regarding covering concerning around in like especially or plus")
_JOINS = bag(", and or also maybe especially particularly specifically plus")
_HEAD = re.compile(rf"(?:{GROUPS['class']}|stuff|ones|things?|topics?|lectures?)")


# What a class is to be about, in a clause of its own.
ASKED_ON = pattern(
    r"(?:what|which|any|some)(?: \S+){0,3}? (?:{class}) (?:(?:that|which) )?"
    r"(?:deals? with|dealing with|about|on|covers?|covering|focus\S* on|related to|involving|"
    r"regarding) (?P<what>.*)"
    r"|(?:what|which|any) (?:(?:is|are|of|the|there|your) )*(?P<kind>(?:\S+ ){1,4}?)"
    r"(?:stuff|things?|{class})(?: (?:in|at|from|are|is|do) .*)?$"
)
BRIEF = 4
# After a comma these begin another clause.
_TURN = bag(
    "what which who when where how does do is are can could would should i we please show list "
    "give any tell recommend suggest"
)


def about_more(text: Text) -> None:
    """Write what is to be known "more of" as what it is to be known about."""
    if match := text.has(OF):
        text.take(OF, f"{match['verb']}{match['much']} {match['how']} about")
        text.spread()


def ends(words: list[str], at: int) -> bool:
    """Whether what a class is to be about ends at this word."""
    return words[at] in STOPS or (words[at] == "," and bool(_TURN & {*words[at + 1 : at + 2]}))


def liked(line: str) -> list[str]:
    """The words for what is liked, where nothing else is asked for by its topic; [] elsewhere."""
    found: list[str] = []
    rest = line
    for words, noise in (
        *((way, FILLERS) for way in LIKED),
        (LED_BY, FUNCTION),
        (LEARNT, FUNCTION),
    ):
        while match := pattern(words).search(rest):
            said = match["what"].split()
            if not content(said, noise) or any(_HEAD.fullmatch(word) for word in said):
                return []
            found += [w for w in said if w == "or" or content([w], noise)]
            rest = f"{rest[: match.start()]} ; {rest[match.end() :]}".strip()
    return [] if _asked_for(rest.split()) else found


def _asked_for(words: list[str]) -> bool:
    """Whether a topic stands where what is asked for does: "about jazz", "jazz classes"."""
    for at, word in enumerate(words):
        if not content([word]) or not word.isalpha():
            continue
        before, after = words[at - 1 : at], words[at + 1 : at + 2]
        if before and (before[0] in _LED or (before[0] in _JOINS and not _goes_on(after))):
            return True
        if after and _HEAD.fullmatch(after[0]):
            return True
    return False


def _goes_on(after: list[str]) -> bool:
    """Whether more follows than the end of a topic."""
    return bool(after) and after[0][0].isalnum() and after[0] not in ("too", "or", "and", "as")


def _told(clause: list[str]) -> bool:
    """Whether the words only say what is to be told of what is found: "code + time"."""
    said = content(clause)
    return bool(said) and len(said) < BRIEF and ASKED.issuperset(said)


def asking(text: Text) -> list[str]:
    """What classes are asked for on, where other clauses tell why; else all the words."""
    if found := liked(text.line):
        return ["about", *found]
    words = text.words
    if taught := TAUGHT.match(text.line):
        return f"{taught['kind'] or ''} {taught['rest']}".split()
    clauses = re.split(r" [.;!?](?= |$)", " ".join(words))
    told = [c for c in clauses if not _told(c.split())]
    if told and len(told) < len(clauses):
        clauses, words = told, " . ".join(told).split()
    for n, clause in enumerate(clauses):
        rest = " ".join(clauses[:n] + clauses[n + 1 :]).split()
        match = ASKED_ON.search(clause)
        what = (match["what"] or match["kind"]).split() if match else []
        if content(what) and {"i", "my", "we"} & set(rest):
            return what
    return words
