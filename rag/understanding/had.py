"""Courses told of as had: "I've already had 105 and 107", "if I only had 260"."""

from __future__ import annotations

from rag.understanding.words import Text

# Of whom it is said, and what may stand between.
_WHO = r"(?P<who>i|she|he|we|they)"
_WHILE = r"(?:already |just |only |also |both |now |previously )*"
_WHAT = r"had(?: (?:both|already|all of|all|only|just))* (?P<xs>{xs})(?! in mind)"
# Courses had: also in a supposition where it is said so, since "if I had X" is read as one.
PERFECT = rf"{_WHO} {_WHILE}(?:have|has|had) {_WHILE}{_WHAT}"
# "I'd also had X", which is written as "I would".
HAD = rf"(?<=i )would(?= {_WHILE}(?:had|taken|passed|done|completed|finished) )"
PAST = rf"(?<!if ){_WHO} {_WHILE}{_WHAT}"
# Without the one it is said of, where a clause begins.
BRIEF = (
    r"(?:^|(?<=[.,;!] ))(?:(?:ok|okay|well|so|but|and|lol|,) )*"
    rf"(?P<who>already|previously|only|just) {_WHAT}"
)
# What was got, and whether that will do: "got 270, 225. enough?", "had 226 so ok?".
GOT = (
    r"(?:^|(?<=[.,;!] ))(?:(?:ok|okay|well|so|but|and|,) )*(?P<who>had|got|have)"
    r"(?: (?:both|already|only|just|credit for))* (?P<xs>{xs})"
    r"(?= (?:(?:[.,;-]|so|is|that|it|am|i) )+(?:enough|good|ok|okay|fine|ready|set|covered|clear)"
    r"(?: (?:then|now|for (?:it|that)|to go|right|or not|yeah))*(?: [?.!])*$)"
)
# What is there from an earlier time, and where it was passed.
FROM = (
    rf"(?:(?P<who>i|she|he|we|they) {_WHILE})?(?:have|has|had|got)(?: (?:got|both|credit for))* "
    r"(?P<xs>{xs}) from (?:(?:the|my|a|one|two|last|this past|past|previous|an earlier|high) )+"
    r"(?:years?|semesters?|terms?|fall|spring|summer|winter|school|schools?|college|university)"
    r"(?: (?:year|ago|before))*"
)
WHERE = (
    r"(?<=#\d )(?:here |back )?at (?:usc|(?:(?:my|a|the|another|old|previous|former|local) )+"
    r"(?:(?:community|junior) )?(?:college|school|university|cc))"
)
# No more than the courses named next, in a supposition.
ONLY = rf"(?<=if ){_WHO} (?:only|just|merely) (?P<verb>had|have|took|did|passed)(?= #\d)"
# What credits from elsewhere stand for, and not for: "my credits gave me X instead of Y".
CREDITED = (
    r"(?:(?:my|the|her|his|our|some|old|ap|ib|transfer|exam|test) )*(?:credits?|scores?|exams?|"
    r"college|school|university|ap|ib|articulation|evaluation|registrar)(?: (?!#)[a-z]+){0,3}? "
    r"(?:gave|give|gives|got|gets|granted|awarded|earned|left|counted) (?:me|us|her|him|i)"
    r"(?: (?:with|for|credit|credits|as|the|a))* (?P<xs>{xs})"
    r"(?: (?:instead of|rather than|in place of|in lieu of|and not|but not|not) {xs})?"
)
# What was learned elsewhere, and the course it stands for: "if my calculus comes in as X".
COUNTED_AS = (
    r"(?:^|(?<=[.,;!] )|(?<=if )|(?<=since )|(?<=because )|(?<=and )|(?<=so ))"
    r"(?:(?:my|her|his|our|their|the) |(?<=if ))(?:(?!#)[a-z]+ ){1,5}?"
    r"(?:(?:will|would|should|may|might) )?"
    r"(?:(?:comes?|came|goes|go|went|transfers?|transferred|counts?|counted|carries|brought)"
    r"(?: (?:in|over|across))?|(?:is|are|was|were|be|been|gets?|got) (?:accepted|credited|counted|"
    r"taken|recognized|transferred|treated)) (?:as|for) (?P<xs>{xs})"
)
# Whether it will do for another, asked of "that".
WILL_DO = (
    r"(?:does|do|will|would|can|is|are) (?:that|it|this|they|those|these)(?: (?:be|also|still|"
    r"then))*"
    r" (?:unlock|open(?: up)?|cover|satisfy|meet|work for|count for|enough for|good for|suffice "
    r"for|"
    r"get (?:me|her|him|us) into|let (?:me|her|him|us) (?:into|take|do))"
    r"(?: the prereqs (?:of|for))? (?P<y>{x})(?= ?$| [?.,;])"
)


def had(text: Text) -> None:
    """Say of courses had that they are taken."""
    if match := text.take(ONLY, "%only"):
        text.take("%only", f"{match['who']} {match['verb']}")
    text.take(HAD, "had")
    text.take(WHERE, "")
    if match := text.take(CREDITED, "%had"):
        text.take("%had", f"i have taken {match['xs']}")
        text.spread()
        if asked := text.take(WILL_DO, "%do"):
            text.take("%do", f"am i eligible for {asked['y']}")
    if match := text.take(COUNTED_AS, "%had"):
        text.take("%had", f"i have taken {match['xs']}")
    for words in (PERFECT, PAST, BRIEF, GOT, FROM):
        if match := text.take(words, "%had"):
            who = (match["who"] or "i") if words in (PERFECT, PAST, FROM) else "i"
            text.take("%had", f"{who} have taken {match['xs']}")
    text.spread()
