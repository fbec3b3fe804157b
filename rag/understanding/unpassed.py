"""Courses begun and not passed: "I failed X", "she withdrew from X", "got an F in X"."""

from __future__ import annotations

from rag.understanding.words import Text

_WHO = r"(?P<who>i|we|he|she|they)"
_MIDDLE = (
    r"(?:(?:have|has|had|am|is|are|was|were|just|already|currently|recently|unfortunately|sadly|"
    r"only|actually|totally|kind|of|probably|likely|to|did|not|then|later|also) )*"
)
_F = r"(?:f|fail|failing grade|w|withdrawal|np|nc|no pass|no credit|incomplete)"
FAILED = (
    rf"(?:{_WHO} )?{_MIDDLE}(?:fail|failed|failing|flunk|flunked|flunking|bombed|bombing|withdrew "
    r"from|withdrawn from|withdraw from|dropped(?: out of)?|drop out of|not pass|"
    rf"(?:got|gotten|get|getting|received|earned|have|had|has) (?:a|an) {_F} (?:in|for|on|from))"
    r"(?: (?:my|the|a|class|course))* (?P<xs>{xs})"
    r"(?: (?:halfway|midway|twice|once|before|last (?:term|semester|year|fall|spring)))*"
)
# What is asked of the failed course itself.
AGAIN = r"again|retak\w+|re take|repeat\w*|second time|redo|over"
# After these, one who is not named tells of himself.
OPENING = frozenset((".", ",", ";", "!", "but", "and", "so"))


def unpassed(text: Text, spoken: bool) -> None:
    """Say of courses that were failed or left that they are not passed, where another is asked
    about: one in the text, or one `spoken` of before."""
    match = text.has(FAILED)
    if not match or text.has(AGAIN):
        return
    before = text.line[: match.start()].split()
    if not match["who"] and before and before[-1] not in OPENING:
        return
    others = {word for word in text.words if word[0] == "#"} - set(match["xs"].split())
    if others or spoken:
        text.take(FAILED, "%failed")
        text.take("%failed", f"{match['who'] or 'i'} have not passed {match['xs']}")
        text.spread()
