"""What is asked of all courses just shown at once, in few words: "same prof tho?", "do u get a
letter grade"."""

from __future__ import annotations

from rag.query import Query
from rag.understanding.groups import together
from rag.understanding.past import SETS
from rag.understanding.reading import Reading
from rag.understanding.reference import SOMEONE
from rag.understanding.words import pattern

_LEAD = r"(?:(?:and|so|ok|okay|but|then|also|oh|cool|k|wait|hm|hmm|,|\.|!) )*"
_END = (
    r"(?: (?:for (?:both|each|all|them|#\d+)|tho|though|too|then|right|or not|i guess|at least))*"
)
SAME_TEACHER = pattern(
    rf"{_LEAD}(?:(?:is|are|do|does|has|have|got|with|by|it|they|that|there|#\d+) )*(?:the )?same "
    rf"{SOMEONE}{_END}(?: [?.!])*"
)
LETTERED = pattern(
    rf"{_LEAD}(?:do|does|will|would|can) (?:(?:you|u|we|they|i|people|students|#\d+) )+"
    rf"(?:(?:all|both|even|just|actually|still) )*(?:get|give|have|earn|receive|come with|carry)"
    rf"(?: (?:you|a|an|the|real|actual|normal|proper))* (?:letter grades?|grade letters?){_END}"
    r"(?: [?.!])*"
)
MOST = 6  # courses of which the grading is told one by one


def of_all(reading: Reading) -> Query | None:
    """One thing asked of the courses just shown, which are not named again; None if it is not."""
    past, line = reading.past, reading.text.line
    if past.query is None or any(m.how in ("code", "title") for m in reading.mentions):
        return None
    if SAME_TEACHER.fullmatch(line):
        codes = reading.codes(reading.targets())
        codes = codes if len(codes) > 1 else together(past.record, 2)
        return _asked(reading, "instructor", codes) if len(codes) > 1 else None
    if LETTERED.fullmatch(line):
        listed = past.query.ask in SETS and not reading.targets()
        codes = past.many if listed else reading.codes(reading.targets()) or (past.one,)
        return _asked(reading, "grading", codes) if codes[0] and len(codes) <= MOST else None
    return None


def _asked(reading: Reading, ask: str, codes: tuple[str, ...]) -> Query:
    reading.follows = True
    return reading.done(ask, codes=codes)
