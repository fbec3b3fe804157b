"""Whether one class is over before another begins: "is X done before Y starts", "does X let out in
time for Y"."""

from __future__ import annotations

import re

from rag.understanding.words import Text

_NO_ONE = r"(?<!to )(?<!i )(?<!must )(?<!we )(?<!should )(?<!you )"
_OVER = r"(?:ends?|over|out|lets? out|gets? out|wraps? up|lets? us out|finish(?:es)?)"
_ENDED = rf"(?:{_OVER}|done|finished|through)"
_BEFORE = r"(?:before|by the time(?: that)?|prior to|in time for|early enough for|when)"
_BEGINS = r"(?:starts?|begins?|kicks off|meets|is to start|starting|beginning)"
_LEAD = r"(?:is|are|does|do|will|would|can)"
_SOON = r"(?:(?:actually|already|fully|usually|even|be|get|class|lecture|early|enough|all) )*"
# The one course and the other, with the verb that tells that hours are meant: of "is X finished
# before Y" the order of the courses may be.
ORDERED = (
    rf"{_LEAD} {{X}} {_SOON}{_ENDED} {_SOON}{_BEFORE} (?P<y>#\d+) {_BEGINS}"
    rf"|{_LEAD} (?P<a>#\d+) {_SOON}{_OVER} {_SOON}{_BEFORE} (?P<b>#\d+)"
)
SAID = re.compile(
    rf"\b{_LEAD} (?:(?!\bi\b|\bwe\b)[^.?!]){{3,80}}? {_SOON}{_NO_ONE}"
    rf"(?:{_ENDED} {_SOON}{_BEFORE} [^.?!]{{3,80}}? {_BEGINS}\b"
    rf"|{_OVER} {_SOON}{_BEFORE} (?:[a-z]{{2,5}}[ -]?\d{{3}}|the course\b))",
    re.IGNORECASE,
)


def in_turn(text: Text) -> None:
    """Say of two such courses that it is asked whether they clash."""
    if match := text.take(ORDERED, "%turn"):
        first, second = (match["x"] or match["a"]), (match["y"] or match["b"])
        text.take("%turn", f"do {first} and {second} clash")
        text.spread()
