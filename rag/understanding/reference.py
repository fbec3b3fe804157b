"""What "it", "those" and "the second one" mean, and whether a question leans on the one before."""

from __future__ import annotations

import re

from rag.understanding.codes import Mention
from rag.understanding.earlier import find_earlier
from rag.understanding.intent import required
from rag.understanding.past import SETS, Past, parts_of_one
from rag.understanding.taken import find_taken
from rag.understanding.words import Text, pattern

ORDINALS = {
    "first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3,
    "fifth": 4, "5th": 4, "last": -1, "latter": -1, "former": 0,
    "1": 0, "2": 1, "3": 2, "4": 3, "5": 4, "final": -1, "bottom": -1, "top": 0,
}  # fmt: skip
NUMBERED = {
    "one": 0,
    "two": 1,
    "three": 2,
    "four": 3,
    "five": 4,
    "a": 0,
    "b": 1,
    "c": 2,
    "d": 3,
    "e": 4,
}
WORDED = (
    "first",
    "1st",
    "second",
    "2nd",
    "third",
    "3rd",
    "fourth",
    "4th",
    "fifth",
    "5th",
    "last",
    "final",
    "bottom",
    "top",
)
PLACES = tuple(o for o in ORDINALS if len(o) > 1 or o.isdigit())
PLACED = (
    r"number|no(?! [1-5] {unit})|no \.|nr|num|item|option|choice|entry|result|course|class|line|"
    r"pick|position"
)
# The mark of a place that no list has.
BEYOND = "%beyond"
NTH = (
    r"(?<!another )(?<!a )(?<!any )(?<!other )(?<!some )(?<!no )"
    r"(?:the )?(?:one|{class}) (?:(?:that is|listed|shown|named|given|in|at|on) )*(?:the )?"
    r"(?P<listed>first|second|third|fourth|fifth|last)(?: (?:place|spot|position))?"
    r"(?= ?$| [?.,]| on| in)|"
    rf"(?:the |your )?(?:{PLACED}) (?P<worded>one|two|three|four|five)"
    r"(?= ?$| [?.,-]| on| of| in| what| who| when| how| does| is)|"
    r"(?:go|going|interested|start) (?:with|for|in) (?P<gone>one|two|three|four|five)(?= ?$|"
    r" [?.,])|"
    r"(?:option|choice|item|letter) (?P<lettered>[a-e])(?= ?$| [?.,'-]| who| what| when| how|"
    r" does| is)|"
    r"the (?:one|class|course) (?:that )?(?:you|u) (?:(?:put|listed|named|gave|mentioned|showed|"
    r"have|had|said|suggested|recommended) )+(?P<put>first|second|third|fourth|fifth|last)|"
    rf"(?<!my )(?:(?:the|your|ur|that|this) )?(?P<placed>{'|'.join(WORDED)}) (?:(?:listed|"
    rf"suggested|recommended|"
    r"mentioned|named|shown|given) )?(?:one|{class}|option|result|pick|suggestion|recommendation|"
    r"recommended|choice|item|entry|thing|listing|line|match|hit)(?: (?:(?:that )?you (?:listed|"
    r"gave|"
    r"mentioned|named|showed|suggested|recommended|said|put)|(?:in|on|of|from) (?:the|your|that|"
    r"this) "
    r"(?:list|results?|answer|suggestions?)|listed|there|down))*|"
    rf"(?:the )?(?P<spot>{'|'.join(WORDED)}) (?:(?:in|on|of|from) (?:the|your|that|this) "
    r"(?:list|results?|answer|suggestions?)|of those|of these|of them|please|down)|"
    r"the (?P<of>first|second|third|fourth|fifth|last)(?: one)? of (?:those|them|these|the list)|"
    rf"(?<!my )(?:the )?(?P<nth>{'|'.join(PLACES)}) (?:one|{{class}}|option|result)|"
    r"the (?P<last>first|second|third|fourth|fifth|last|latter|former|1st|2nd|3rd|[45]th)"
    r"(?= ?$| [?.,]| 's| one|"
    r" (?:sounds?|looks?|seems?|interests?|if|when|with|after|before|is|was|does|do|have|has|"
    r"meets?|needs?|unlocks?|opens?|counts?|"
    r"then|too|instead|and|or|for|worth|requires?))|"
    rf"(?:the |your )?(?:{PLACED}) (?P<number>[1-5])(?= ?$| [?.,-]| [a-z])|"
    r"(?<=when is )(?P<timed>[1-5])(?= ?$| [?.])|"
    r"(?:your|ur) (?P<your>second|third|fourth|fifth|2nd|3rd)(?= ?$| [?.,-])|"
    r"^(?:(?:and|so|ok|then|what about|how about|,) )*(?P<lead>first|second|third|fourth|fifth|"
    r"last|1st|2nd|3rd|[45]th|[1-5](?= (?:(?:[.,] )?(?:how|what|when|who|is|does)|$)))"
    r"(?= (?:[,?.-]|'s|how|what|when|who)|$)"
)
PLURAL = (
    r"(?:(?:all|both|any|each|either|one|some|most|none) (?:of )?)?(?:these|those|"
    r"them|they(?! (?:(?:would|will|might|can|may|could) )*(?:let|allow|accept|admit|take me))|"
    r"their|theirs|"
    r"the ones(?! (?:in|from|about|on|at|by|with|without) )(?! (?:i|that i|which i) (?:have |"
    r"already )*(?:{done}))|(?:the two|"
    r"the three)(?! {unit})|the list)"
    r"(?: (?:two|three|four|five|{class}|ones))?|both(?: of them)?(?= ?$| [?.]| no | without )|"
    r"(?:either|neither|both|each)(?: one)?(?= (?:meets?|have|has|needs?|requires?|counts?|is|are|"
    r"opens?|falls?|runs?|starts?|ends?|offers?))"
)
WHICH = (
    r"which(?: ones?)?(?= (?:is|are|has|have|do|does|meets?|starts?|gives|would|"
    r"can|requires?|needs?)(?! {class}))"
)
# What cuts the last list down: "narrow that down to 4 units".
NARROW = (
    r"(?:(?:can|could|would) you |please |now |ok |and )*(?:narrow|filter|limit|reduce|cut|trim|"
    r"whittle|keep|restrict|make)(?: (?:it(?! \d)|that|this|them|those|these|the|list|results?|"
    r"down|only|"
    r"just|to|by|for|out|of|all|ones))+"
)
SINGULAR = (
    r"it 's|its|it(?! (?:possible|ok|okay|true|hard to|too late|better|matter|takes? to|"
    r"a good idea|allowed|bad|seems|looks|depends|would be))|"
    r"(?:that|this|the|the same|said) (?:class|course|one)|that(?= ?$| [?.])|"
    r"(?<=is )that(?= (?!{class}))|(?<=does )that|(?<=for )that|this(?= ?$| [?.])|"
    r"(?<=would )that|(?<=will )that|(?<=did )that|(?<=into )that|(?<=after )that|(?<=before )that|"
    r"(?<=from )that|(?<=to )that(?= ?$| [?.,]| one)|"
    r"(?<=get )there(?! (?:{class}|a|an|any))|(?<=getting )there|"
    r"(?<=does )this|(?<=is )this(?= (?!{class}))|"
    r"that 's"
)
NEXT = (
    r"(?:the |your )?next (?:one|option|result|item|entry|pick|suggestion|recommendation|"
    r"(?:class|course)(?= (?:on|in|from|down|you)))"
    r"(?: (?:down|over|(?:in|on|from|of) (?:the|your|that|this|those|them)(?: list| results?)?|"
    r"after (?:that|it)|you (?:listed|gave|mentioned|named|showed|put)))*|"
    r"(?:the )?(?:one|class|course|option) (?:(?:right|just|directly|that comes|listed|coming) )*"
    r"(?:after|below|under|underneath|beneath|following) (?:the )?(?:first|1st|top|that|"
    r"it)(?: one)?"
)
BOTH = re.compile(r"both of (?:those|them|these)$")
SHORT = pattern(
    r"^(?:(?:and|ok|okay|so|but|also|then|now|or|hmm|hm|um|uh|ah|oh|k|well|,|"
    r"thanks|great|cool|alright|yes|no|\.) )*"
    r"(?:what about|how about|what of|and|or|same (?:question )?(?:for|with)|also|"
    r"only|just|but|any others?|others|any more|more|"
    r"what else|anything else|something else|which ones?|are any|oh|sorry|oops|actually|my bad|"
    r"no wait|i meant|i mean|meant|typo|then|now|again|ditto|likewise|"
    r"how bout|what abt|wbt|hbu|for|maybe|wait|say|same|"
    r"are there any(?! {class})|any (?:that|with|without|on|in|%|at)|do any|"
    r"is any|show (?:me )?more|the rest|except|not|without|with|instead|on|in|"
    r"%).*|^#\d+(?: [?.,])*$"
)
OTHERS = pattern(
    r".*\b(?:any others?|others|any more|more|what else|anything else|"
    r"something else|the rest|another(?: one)?|"
    r"different ones?)(?: (?:like (?:that|this|it|those)|options?|ones?|{class}|"
    r"of (?:them|those)|please|results?|are there|is there|"
    r"do you have))*(?: [?.!])*$"
)


def refer(text: Text, mentions: list[Mention], past: Past) -> bool:
    """Put marks in the place of "it", "those", "the second one"; whether the past was needed.

    "it" means the course named before it in the same text, if there is one.
    """
    leans = _next(text, mentions, past) or find_earlier(text, mentions, past)
    while (past.many or past.spoken) and (match := text.has(NTH)):
        place = next(filter(None, match.groups()))
        number = ORDINALS[place] if place in ORDINALS else NUMBERED[place]
        many = past.many if number < len(past.many) else past.listed
        if len(past.many) < 2 and not past.listed:
            many = past.spoken or past.many
        if number >= len(many):
            text.take(NTH, BEYOND)
            continue
        text.take(NTH, f"#{len(mentions)}")
        mentions.append(Mention((many[number],), how="reference"))
        leans = True
    if past.query and not (past.many or past.spoken):
        text.take(NTH, BEYOND)  # a place in a list that held nothing
    many = past.many if not mentions else ()
    if not mentions and len(many) < 2 < len(past.spoken) + 1:
        many = past.spoken[-2:]
    if len(many) > 1 and pattern(rf"(?:(?:and|so|ok|,|but) )*{WHICH}").match(text.line):
        text.take(WHICH, f"which of #{len(mentions)}")
        text.spread()
        mentions.append(Mention(many, how="those"))
        return True
    if len(many) > 1 and text.take(NARROW, f"which of #{len(mentions)}"):
        text.spread()
        mentions.append(Mention(many, how="those"))
        return True
    both = text.has(PLURAL)
    if both and mentions and BOTH.match(both[0]) and len(past.spoken) > 1:
        many = past.spoken[-2:]  # "both of those, if I've passed X"
    if both and both[0].startswith("both") and len(many) > 2 and len(past.spoken) > 1:
        many = past.spoken[-2:]
    if many and text.take(PLURAL, f"#{len(mentions)}"):
        mentions.append(Mention(many, how="those" if len(many) > 1 else "reference"))
        leans = True
        while text.take(PLURAL, f"#{len(mentions) - 1}"):
            pass
    return _it(text, mentions, past) or leans


def _next(text: Text, mentions: list[Mention], past: Past) -> bool:
    """Put a mark in the place of "the next one": the one after the first, or after the last one
    spoken of, of the list before."""
    many, last = past.listed or past.many, past.query
    if len(many) < 2 or last is None or not text.has(NEXT):
        return False
    spoken = last.codes[0] if last.codes and last.ask not in SETS else ""
    number = many.index(spoken) + 1 if spoken in many else 1
    if number >= len(many) or (spoken and spoken not in many):
        return False
    text.take(NEXT, f"#{len(mentions)}")
    mentions.append(Mention((many[number],), how="reference"))
    return True


def _it(text: Text, mentions: list[Mention], past: Past) -> bool:
    match = text.has(SINGULAR)
    if not match:
        return False
    before = re.findall(r"#(\d+)", text.line[: match.start()])
    passed, _ = find_taken(text.copy())
    # "I passed X, can I take it" and "is X enough for it": not X.
    if past.one and (all(int(n) in passed for n in before) or _tied(text, before)):
        before = []
    if before:
        text.take(SINGULAR, f"#{before[-1]}")
        return False
    if not past.one:
        return False
    one = past.one
    if one in _named(mentions):
        # "When is that, and does it clash with X": X is the other of the list.
        one = next((c for c in past.codes if c not in _named(mentions)), one)
    codes: tuple[str, ...] = (one,)
    if past.query and past.one in past.query.codes and parts_of_one(past.query.codes):
        codes = past.query.codes
    text.take(SINGULAR, f"#{len(mentions)}")
    mentions.append(Mention(codes, how="reference"))
    while text.take(SINGULAR, f"#{len(mentions) - 1}"):
        pass
    return True


def _named(mentions: list[Mention]) -> set[str]:
    return {code for mention in mentions for code in mention.codes}


def _tied(text: Text, before: list[str]) -> bool:
    """Whether the course named is asked about for "it": a course of its own."""
    twin = text.copy()
    twin.take(SINGULAR, "#999")
    if not before or required(twin):
        return bool(before)
    passed, _ = find_taken(twin)
    return all(int(n) in passed for n in before)
