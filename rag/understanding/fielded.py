"""A subject told of the student, which the question then only points at: "I studied neuroscience;
what courses are there in this field"."""

from __future__ import annotations

import re

from rag.understanding.words import Text, pattern

_POINTER = (
    r"(?:in|about|on|for|with|from|around|of|within|related to|concerning|regarding|covering) "
    r"(?:(?:exactly|just|all|only) )?(?:this|that|the same|such an?|said|my|her|his|their) "
    r"(?:(?:very|whole|same|general|particular|academic) )?(?:themes?|topics?|fields?|areas?|"
    r"subjects?|domains?|disciplines?|branch|direction|speciali[sz]ation|specialty|line of study)"
    r"(?! of)"
)
_TOLD = (
    r"(?:(?:am|is|are|was|been) (?:(?:really|very|so) )?(?:into|interested in|passionate about|"
    r"curious about|fascinated by)|(?:stud(?:y|ied|ies|ying)|majored|majoring|speciali[sz]ed|"
    r"graduated|love|loves|like|likes|enjoy|did|do|doing|background|degree|bachelors?|masters?|"
    r"bsc|research|thesis|work|worked|field|major|specialty|interest|passion|come|comes)"
    r"(?: (?:in|on|of|is|was|from|with|the|a|an|background|field|degree|my|some|at home|"
    r"back home|mostly|mainly))*)"
)
# The subject, and where it ends.
_WHAT = (
    r"(?P<what>(?!(?:that|this|it|to|here|not)\b)[a-z]{3,}(?: (?!(?:back|at|in|from|abroad|before|"
    r"for|here|now|with|so|but|as|last|over|during|when|while|i)\b)[a-z]{2,}){0,3})"
)
FIELD = re.compile(
    rf"^(?P<told>.*\b{_TOLD} {_WHAT}(?: [^.,;!?]*?)?) (?:[.,;!-]|and|so)"
    rf"(?: (?:and|so|but))* (?P<ask>.*\S) (?P<at>{_POINTER})(?= |$)(?P<rest>.*)$"
)
SOUGHT = pattern(r"{class}|anything|something|options|offer")


def name_field(text: Text) -> None:
    """Put the subject told of in the place of "this field", and leave out what told it."""
    match = FIELD.match(text.line)
    if match is None or not SOUGHT.search(match["ask"]) or SOUGHT.search(match["told"]):
        return
    start = len(match["told"].split())
    at = len(text.line[: match.start("at")].split())
    text.replace(at, at + len(match["at"].split()), f"in {match['what']}")
    text.replace(0, start + 1, "")
    text.spread()
