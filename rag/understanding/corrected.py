"""A slip of the student put right in the same breath: "how many ARTL... sorry, how many GE-A"."""

from __future__ import annotations

import re

from rag.programs import programs
from rag.understanding.daynames import NAMES
from rag.understanding.departments import names
from rag.understanding.words import Text, pattern

CUE = pattern(
    r"(?:(?:[.,!-]|oh|ugh|er|um|hmm) )*(?:wait|sorry|oops|whoops|"
    r"(?<!you )(?<!i )(?<!we )(?<!they )(?<!it )actually|i mean|i meant|make that|"
    r"scratch that|correction|my bad|no wait|oh no|no sorry)"
    r"(?: (?:[.,!-]|wait|sorry|no|oops|i|mean|meant|my|bad|actually|make|that))*"
)
OPENINGS = pattern(
    r"how many|how much|which|what|who|when|list|show|is there|are there|does|do|can|give me|any"
)
MOST = 3


def correct_slip(text: Text) -> None:
    """Leave out what a student takes back: a question begun anew, a subject, day or number."""
    for cue in CUE.finditer(text.line):
        start = text.line.count(" ", 0, cue.start())
        end = start + cue[0].count(" ") + 1
        before, after = text.words[:start], text.words[end:]
        begun = OPENINGS.match(" ".join(after))
        if begun and pattern(re.escape(begun[0])).search(" ".join(before)):
            text.replace(0, end, "")
            return
        for n in range(min(MOST, len(before), len(after)), 0, -1):
            said, meant = [_kind(w) for w in before[-n:]], [_kind(w) for w in after[:n]]
            if said == meant and any(kind[0].isupper() for kind in said):
                text.replace(start - n, end, "")
                return


def _kind(word: str) -> str:
    """What can take its place: "Number", "Day", "Program", or only the word itself."""
    if word.rstrip("s").isdigit():
        return "Number"
    if word in NAMES:
        return "Day"
    return "Program" if word.upper() in programs() or (word,) in names() else word
