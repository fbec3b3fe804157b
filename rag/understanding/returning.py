"""Going back to a list of before: "back to that filtered list", "what is left of the original"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.conversation import Turn
from rag.understanding.past import SETS, Past, recall

LIST = r"(?:lists?|results?|sets?|options|ones|courses|classes|selection|bunch|batch|group|lot)"
# Which list: the first of all, the one before the last, or the last.
FIRST = r"(?:original|first|initial|full|whole|unfiltered|very first|starting|longer|long)"
BEFORE = r"(?:previous|prior|earlier|preceding|other|old|last but one)"
LAST = r"(?:filtered|narrowed|narrower|shorter|short|last|latest|current|that|same|final)"
KINDS = rf"(?P<first>{FIRST})|(?P<before>{BEFORE})|{LAST}"
GO = (
    r"(?:(?:ok|okay|nah|no|nope|so|now|and|hmm|well|actually|please|let'?s|let us|lemme|let me|can|"
    r"could|we|i|you|want to|wanna|just) )*(?:(?:go|going|get|getting|jump|return|returning|switch|"
    r"circle|circling) )?"
)
BACK = re.compile(
    rf"\b{GO}back to (?:the|that|this|those|these|my|your|our) (?:(?:{KINDS}) )*{LIST}"
    rf"(?: (?:you (?:gave|showed)|before|from before|above))?\b[,.:;!-]*"
    rf"|\b(?P<undo>{GO}(?:go|going) back)(?= ?[.,;:!-]| and\b)[,.:;!-]*(?: and\b)?",
    re.IGNORECASE,
)
# A list named in passing: "which of the original list are on mondays".
NAMED = re.compile(
    rf"\b(?:the|that|this|those|these|your|my) (?:very )?"
    rf"(?:(?P<first>{FIRST})|(?P<before>{BEFORE})) "
    r"(?:lists?|results?|bunch|batch|group|lot|sets?|answer|"
    r"(?<=(?:r|s)t )(?:ones|courses|classes)|(?<=(?:us|er|al) )(?<!other )"
    r"(?:ones|courses|classes))\b",
    re.IGNORECASE,
)


def recalled(question: str, turns: Sequence[Turn]) -> tuple[str, Past]:
    """The question and the talk before it; where it goes back to a list, as after that list,
    which the question then need not name."""
    past = recall(turns)
    match = BACK.search(question) or NAMED.search(question)
    sets = [n for n, turn in enumerate(turns) if _listing(turn)]
    if match is None or not sets:
        return question, past
    said = match.groupdict()
    if said["first"]:
        place = sets[0]
    elif said["before"] or (said.get("undo") and sets[-1] == len(turns) - 1):
        place = sets[-2:][0]
    else:
        place = sets[-1]
    then = recall(turns[: place + 1])
    words = "the list" if match.re is NAMED else " "
    rest = f"{question[: match.start()]}{words}{question[match.end() :]}".strip(" ,.;:!-")
    kept = replace(then, taken=past.taken, spoken=past.spoken, shown=past.shown)
    return rest or "list them", kept


def _listing(turn: Turn) -> bool:
    """Whether the turn listed courses under conditions."""
    query = turn.query
    return bool(query and query.ask in (*SETS, "eligible") and len(turn.codes) > 1)
