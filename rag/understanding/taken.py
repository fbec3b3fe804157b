"""Courses a student says are passed, and those said not to be."""

from __future__ import annotations

from rag.understanding.words import Text

# A grade or a credit says the same as "passed".
EARNED = (
    r"(?:got through|(?:(?:got|earned|have|had|received) )?(?:an? )?[a-d](?: [+-])?"
    r"(?= (?:in|for) )|(?:got|earned|have|had|received) (?:ap |transfer |the )?credits?"
    r"(?= (?:in|for) ))"
)
EARLIER = (
    r"(?: (?:already|before|too|(?:last|this|a|one|two) \S+(?: ago)?|"
    r"in (?:the )?(?:fall|spring|summer|past|high school)))*"
)
# The start of a clause, where the subject may be left out: "took X".
CLAUSE = (
    "(?:^|(?<=[.,;!?/+-] ))(?:(?:hey|hi|hello|so|ok|okay|well|just|already|currently|and|but) )*"
)
SAID = (
    r"(?:(?:i|i am|we|student|who|having|have|already|after|with|is|if) )*"
    r"(?:i|who|having|have|had|already|am) (?:(?:have|had|has|already|just|also|now|"
    r"previously|only|am|did|successfully) )*"
    rf"(?:{{done}}|{EARNED})(?: (?:with|a|an|the|both|all|of|in|for|my))* "
    rf"(?P<xs>{{xs}}){EARLIER}"
)

HYPOTHETICAL = (
    r"(?:if|once|when|after|since|now that|assuming) (?:i|we) (?:will )?(?:have |"
    r"had |already |just )*"
    r"(?:take|took|taken|pass|passed|finish|finished|complete|completed|do|did|"
    r"am taking) (?P<xs>{xs})"
)
NOW = r"i am (?:currently |now |also )*(?:taking|enrolled in|in|finishing) (?P<xs>{xs})"
ALREADY = r"(?:{class}|what|which|anything)(?: \S+){0,3} i (?:can|could|may) take with (?P<xs>{xs})"
ONLY = r"(?:with|having) (?:only|just|nothing but|no more than)(?: {done})? (?P<xs>{xs})"
BRIEFLY = (
    rf"{CLAUSE}(?:taken|took|passed|completed|finished|done with|cleared|{EARNED})"
    rf"(?: (?:with|the|both|all|my|in|for))* (?P<xs>{{xs}}){EARLIER}"
)
AFTERWARDS = (
    r"(?P<xs>{xs}) (?:is |are )?(?:already )?(?:done|passed|completed|finished|"
    r"under my belt|out of the way)"
)
NEVER = (
    r"(?:i|have|having|if i|but) (?:(?:have|did|do|had|has|still|if|i) )*(?:not|"
    r"never)(?: (?:yet|ever|already|even))* "
    r"(?:take|pass|finish|complete|have|{done})(?: (?:with|a|the|yet|for|"
    r"credit))* (?P<xs>{xs})(?: yet)?"
)


# Said in passing where the question is whether another course may be taken: "done with X - ok for
# Y", "would having X let me into Y", "can I do Y with X".
LINKS = "(?:with|a|an|the|both|all|of|in|for|credit|just|only|already|my|also|through)"
IN_PASSING = (
    rf"{CLAUSE}(?:have|had|got|having|finishing|done|did)(?: {LINKS})* (?P<xs>{{xs}}){EARLIER}",
    r"(?:(?:would|will|does|do|is|are|if|should) )?(?:(?:having|taking|passing|finishing|"
    r"completing|with|a|credit|pass|in|for|just) )*(?P<xs>{xs})(?= (?:(?:be|is|alone|good|"
    r"really|by itself|actually) )*(?:enough|sufficient\w*|lets?|allows?|gets?|qualif\w+|"
    r"permits?|enables?|suffices?|satisf\w+|meets?|makes?|counts?) )",
    rf"(?:with|after|having|given|based on|holding|from)(?: {LINKS})* (?P<xs>{{xs}})"
    r"(?: (?:done|passed|completed|finished|already|credit|under my belt))*",
    r"my(?: \S+){0,2} (?:courses?|classes|transcript|credits?|record)(?: \S+){0,5}? "
    r"(?P<xs>{xs})",
)
MAY = (
    r"(?:can|could|may|might|am|would|will|should) i\b|let|lets|allows?|gets?|eligible|qualif\w+|"
    r"allowed|ready|permitted|able|enough|sufficient|possible|ok|okay|suffices?|prereqs"
)
TOGETHER = r"simultaneously|concurrently|together|at once|(?:at )?(?:the )?same .*|conflict|overlap"


def find_taken(text: Text) -> tuple[list[int], list[int]]:
    """The places, in the list of mentions, of the courses said to be taken and said not to be.

    What says so becomes the mark "%taken" or "%untaken". "If I take X" counts too, for the one
    question it stands in.
    """
    untaken, taken = _all(text, NEVER, "%untaken"), []
    for words in (SAID, AFTERWARDS, NOW, HYPOTHETICAL, BRIEFLY, ONLY, ALREADY):
        taken += _all(text, words, "%taken")
    if text.has(MAY) and not text.has(TOGETHER):
        for words in IN_PASSING:
            if _leaves_one(text, words):
                taken += _all(text, words, "%taken")
    return taken, untaken


def _leaves_one(text: Text, words: str) -> bool:
    """Whether the pattern, if it matches, leaves another course to ask about."""
    match = text.has(words)
    asked = {word for word in text.words if word[0] == "#"}
    return match is not None and bool(asked - set(match["xs"].split()))


def _all(text: Text, words: str, mark: str) -> list[int]:
    found: list[int] = []
    while match := text.take(words, mark):
        found += [int(word[1:]) for word in match["xs"].split() if word[0] == "#"]
    return found
