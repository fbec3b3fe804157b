"""On which side of a restriction students are sought: let in, let in alone, or kept out."""

from __future__ import annotations

import re

YEAR = r"(?:fresh\w+|sophomores?|juniors?|seniors?|master'?s?|ph\.?d'?s?|doctoral)(?: students?)?"
# "Freshmen and sophomores": both are let in; "only": and no others.
YEARS = rf"{YEAR}(?:(?:,? and |,? or | & |, | ?/ ?| ?\+ ?){YEAR})*"
BOTH = re.compile(rf"\b{YEAR}(?: and | & |, | ?/ ?| ?\+ ?){YEAR}\b", re.IGNORECASE)
# Those and no others: "senior-only", "only for sophomores", "exclusively to freshmen".
SOLELY = re.compile(
    rf"\b{YEARS} (?:only|exclusively|alone)\b"
    rf"|\b(?:(?P<loose>only|just)|exclusive(?:ly)?|solely|nobody but|no one but|none but)"
    rf"(?: (?:open|available|for|to|by|limited|restricted|reserved|the|let|lets|admits?|accepts?|"
    rf"takes?|allows?|in|are|is))* {YEARS}\b",
    re.IGNORECASE,
)
_WHO = (
    r"(?:(?:any|all|the|most|out|off) )*"
    rf"(?:{YEAR}|first[- ]years?|(?:under)?grads?|(?:under)?graduates?|[\w&/ ]{{2,40}}? majors)"
)
# Kept out, by what a course does: "bar freshmen", "turn juniors away"; or is: "off limits to".
KEPT_OUT = re.compile(
    rf"\b(?:bar|ban|exclud|block|forbid|prohibit|refus|reject)(?:s|es|e|ring|ning|ing|red|ned|ed)? "
    rf"{_WHO}\b"
    rf"|\b(?:shut|keep|lock|leave|turn)(?:s|ing|ting)? "
    rf"(?:(?:out|away|off) {_WHO}\b|{_WHO} (?:out|away|off)\b)"
    rf"|\b(?:off[- ]limits|forbidden|unavailable|no[- ]go) (?:to|for) {_WHO}\b"
    rf"|\b{_WHO} (?:are|is|get) (?:\w+ )?(?:not (?:allowed|permitted|welcome|let in|admitted|"
    r"eligible)|barred|banned|excluded|blocked|shut out|kept out|"
    r"locked out|turned away|forbidden)\b",
    re.IGNORECASE,
)
CLOSED = re.compile(r"\b(?:closed|not open|can(?:no|')t|not)\b", re.IGNORECASE)
# Words of who is let in, which are no topic of the courses.
_OF_WHOM = re.compile(
    rf"\b(?:{YEAR}|undergrad\w*|grad|graduates?|first|second|third|fourth|years?|majors?|minors?|bar|"
    r"bars|barred|ban\w*|exclud\w*|exclusive\w*|block\w*|forbid\w*|prohibit\w*|refus\w*|reject\w*|"
    r"shut\w*|keep\w*|lock\w*|leav\w*|turn\w*|limits?|limited|restrict\w*|clos\w*|open\w*|reserved|"
    r"registr\w*|register\w*|enroll\w*|take|taking|join\w*|admit\w*|accept\w*|allow\w*|let|lets|"
    r"only|left|still|remaining|available|there|anywhere|number|total|standing|level|levels|file|or|and|school|college|students?)\b",
    re.IGNORECASE,
)


def subject(topic: str) -> str:
    """What the courses are to be about, of the words left of a question for whom they let in."""
    return " ".join(_OF_WHOM.sub(" ", topic).split())


def kept_out(text: str) -> bool:
    """Whether those named are sought who may not register."""
    return bool(CLOSED.search(text) or KEPT_OUT.search(text))


def solely(text: str) -> re.Match[str] | None:
    """Where it is asked for those let in and no others: "only-for-juniors classes"."""
    return SOLELY.search(text.replace("-", " "))
