"""Courses a student says are passed, and those said not to be."""

from __future__ import annotations

from rag.words import Text

SAID = (
    r"(?:(?:i|i am|we|student|who|having|have|already|after|with|is|if) )*"
    r"(?:i|having|have|had|already|am) (?:(?:have|had|has|already|just|also|now|"
    r"previously|only|am|did|successfully) )*"
    r"{done}(?: (?:with|a|an|the|both|all|of|in|for))* "
    r"(?P<xs>{xs})(?: (?:already|before|last \S+|too))?"
)

HYPOTHETICAL = (
    r"(?:if|once|when|after|since|now that|assuming) (?:i|we) (?:will )?(?:have |"
    r"had |already |just )*"
    r"(?:take|took|taken|pass|passed|finish|finished|complete|completed|do|did|"
    r"am taking) (?P<xs>{xs})"
)
NOW = r"i am (?:currently |now |also )*(?:taking|enrolled in|in|finishing) (?P<xs>{xs})"
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


def find_taken(text: Text) -> tuple[list[int], list[int]]:
    """The places, in the list of mentions, of the courses said to be taken and said not to be.

    What says so becomes the mark "%taken" or "%untaken". "If I take X" counts too, for the one
    question it stands in.
    """
    untaken, taken = _all(text, NEVER, "%untaken"), []
    for words in (SAID, AFTERWARDS, NOW, HYPOTHETICAL):
        taken += _all(text, words, "%taken")
    return taken, untaken


def _all(text: Text, words: str, mark: str) -> list[int]:
    found: list[int] = []
    while match := text.take(words, mark):
        found += [int(word[1:]) for word in match["xs"].split() if word[0] == "#"]
    return found
