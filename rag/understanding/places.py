"""Places of a list: "the second one", "number 3", "the first two"."""

from __future__ import annotations

from rag.understanding.codes import Mention
from rag.understanding.past import Past
from rag.understanding.words import Text

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
# Places counted from the end, and the one in the middle.
NEAR_LAST = (
    r"(?:(?:the|your) )?(?:(?:second|next|2nd) (?:to|from)(?: the)? (?:last|bottom|end)|"
    r"penultimate|last but one)(?: (?:one|{class}|option|result))?(?= |$)"
)
MIDDLE = (
    r"(?:(?:the|that|your) )?(?:middle|central) (?:one|{class}|option|result|item|entry)(?= |$)|"
    r"the (?:middle|one in (?:the |between|middle)+)(?= ?$| [?.,:])"
)
# The mark of a place that no list has.
BEYOND = "%beyond"
# Several places at once: "the first two", "the last 3 of those", "those top two".
GROUP = (
    r"(?:(?:all|both|each|either|any|some|none|one) of )?(?:(?:the|those|these|your) )?"
    r"(?P<end>first|top|last|final|bottom) "
    r"(?P<size>two|three|four|five|couple|[2-5])(?: (?:ones|{class}|options|results|of them))?"
    r"(?: (?:of|on|in|from) (?:those|these|them|the|that|this|your)(?: (?:list|results?))?)?"
    r"(?! (?:{unit}|years?|weeks?|semesters?|terms?|days?|hours?|minutes|levels?|letters|digits)"
    r"(?: |$))"
)
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
    r"mentioned|named|shown|given) )?(?:one|{class}|level(?! (?:{class}|of))|option|result|pick|"
    r"suggestion|recommendation|recommended|choice|item|entry|thing|listing|line|match|hit)"
    r"(?: (?:(?:that )?you (?:listed|gave|mentioned|named|showed|suggested|recommended|said|put)|"
    r"(?:in|on|of|from) (?:the|your|that|this) (?:list|results?|answer|suggestions?)|"
    r"listed|there|down))*|"
    rf"(?:the )?(?P<spot>{'|'.join(WORDED)}) (?:(?:in|on|of|from) (?:the|your|that|this) "
    r"(?:list|results?|answer|suggestions?)|of those|of these|of them|please|down)|"
    r"the (?P<of>first|second|third|fourth|fifth|last)(?: one)? of (?:those|them|these|the list)|"
    rf"(?<!my )(?:the )?(?P<nth>{'|'.join(PLACES)}) (?:one|{{class}}|option|result)|"
    r"the (?P<last>first|second|third|fourth|fifth|last|latter|former|1st|2nd|3rd|[45]th)"
    r"(?= ?$| [?.,]| 's| one|"
    r" (?:again|sounds?|looks?|seems?|interests?|if|when|with|after|before|is|was|does|do|have|has|"
    r"meets?|needs?|unlocks?|opens?|counts?|deals?|covers?|teaches|involves?|includes?|carries|gives?|"
    r"runs?|starts?|ends?|lasts?|takes|costs?|asks?|wants?|focuses|entails?|talks?|can|would|should|"
    r"then|too|instead|and|or|for|worth|requires?))|"
    rf"(?:the |your )?(?:{PLACED}) (?P<number>[1-5])(?= ?$| [?.,-]| [a-z])|"
    r"(?<=(?: on| of|for) )(?P<after>[1-5])(?= ?$| [?.])|"
    r"(?<=when is )(?P<timed>[1-5])(?= ?$| [?.])|"
    r"(?:your|ur) (?P<your>second|third|fourth|fifth|2nd|3rd)(?= ?$| [?.,-])|"
    r"^(?:(?:and|so|ok|then|what about|how about|,) )*(?P<lead>first|second|third|fourth|fifth|"
    r"last|1st|2nd|3rd|[45]th|[1-5](?= (?:(?:[.,] )?(?:how|what|when|who|is|does)|$)))"
    r"(?= (?:[,?.-]|'s|how|what|when|who)|$)"
)

# The place beside one that is named, and a place that is not meant: "not the first, the one right
# after it".
_ORDER = ("first", "second", "third", "fourth", "fifth")
_NAMED = r"(?P<place>first|second|third|fourth|fifth|1st|2nd|3rd|4th)(?: (?:one|{class}|option))?"
_WHERE = (
    r"(?:(?:right|just|directly|immediately|that (?:is|comes|came)|listed|coming) )*"
    r"(?P<side>after|below|under|underneath|beneath|following|before|above|preceding)"
)
_ONE = r"(?:the )?(?:one|{class}|option|result|entry)"
_BESIDE = rf"{_ONE} {_WHERE} (?:the )?{_NAMED}"
_NOT = rf"(?<!if )(?<!does )(?<!is )(?<!do )not (?:the )?{_NAMED}(?: (?:,|;|-|:|but|rather))+"
_OTHER = rf"{_NOT} {_ONE} {_WHERE} (?:it|that)(?: one)?"
_RATHER = (
    rf"{_NOT} (?=(?:the )?(?:first|second|third|fourth|fifth|last|next|other|1st|2nd|3rd|4th)"
    r"(?: (?:one|{class}|option))?(?= ?$| [?.,;:-]| [a-z]))"
)


def beside_named(text: Text) -> None:
    """Put the place that is meant where it is told by another: "the one below the second"."""
    for words in (_OTHER, _BESIDE):
        if (match := text.has(words)) is None:
            continue
        back = match["side"] in ("before", "above", "preceding")
        place = ORDINALS[match["place"]] + (-1 if back else 1)
        if 0 <= place < len(_ORDER):
            text.take(words, f"the {_ORDER[place]} one")
            text.spread()
            text.take(r"^(?:no|nope|nah|sorry)(?: (?:no|nope|sorry|,))*(?= the \S+ one)", "")
    text.take(_RATHER.replace(" (?=", "(?= "), "")


def from_end(text: Text, mentions: list[Mention], past: Past) -> bool:
    """Put a mark in the place of "the second to last" and "the middle one" of the list before."""
    many = past.many if len(past.many) > 2 else past.listed
    found = False
    for words, place in ((NEAR_LAST, len(many) - 2), (MIDDLE, len(many) // 2)):
        odd = words == NEAR_LAST or len(many) % 2
        if len(many) > 1 and odd and text.take(words, f"#{len(mentions)}"):
            mentions.append(Mention((many[place],), how="reference"))
            found = True
    return found


def group(text: Text, mentions: list[Mention], past: Past) -> bool:
    """Put a mark in the place of "the first two" of the list before."""
    match = text.has(GROUP)
    size = NUMBERED.get(match["size"], 1) + 1 if match else 0
    if match and match["size"].isdigit():
        size = int(match["size"])
    pools = sorted((past.many, past.listed, past.spoken), key=lambda p: len(p) <= size)
    many = next((pool for pool in pools if len(pool) >= size), ())
    if match is None or not many:
        return False
    codes = many[:size] if match["end"] in ("first", "top") else many[-size:]
    text.take(GROUP, f"#{len(mentions)}")
    mentions.append(Mention(codes, how="some"))
    return True


def nth(text: Text, mentions: list[Mention], past: Past) -> bool:
    """Put a mark in the place of "the second one"; of one that the list does not have, BEYOND."""
    leans = False
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
    return leans
