"""Courses told of as had: "I've already had 105 and 107", "if I only had 260"."""

from __future__ import annotations

from rag.understanding.words import Text

# Of whom it is said, and what may stand between.
_WHO = r"(?P<who>i|she|he|we|they)"
_WHILE = r"(?:already |just |only |also |both |now |previously )*"
_WHAT = r"had(?: (?:both|already|all of|all|only|just))* (?P<xs>{xs})(?! in mind)"
# Courses had: also in a supposition where it is said so, since "if I had X" is read as one.
PERFECT = rf"{_WHO} {_WHILE}(?:have|has) {_WHILE}{_WHAT}"
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
# No more than the courses named next, in a supposition.
ONLY = rf"(?<=if ){_WHO} (?:only|just|merely) (?P<verb>had|have|took|did|passed)(?= #\d)"


def had(text: Text) -> None:
    """Say of courses had that they are taken."""
    if match := text.take(ONLY, "%only"):
        text.take("%only", f"{match['who']} {match['verb']}")
    for words in (PERFECT, PAST, BRIEF, GOT):
        if match := text.take(words, "%had"):
            who = match["who"] if words in (PERFECT, PAST) else "i"
            text.take("%had", f"{who} have taken {match['xs']}")
    text.spread()
