"""The last look-up asked of another course that is only brought up: "alright, ARCH 470b next",
"my sister is eyeing PHRD 751. And there?"."""

from __future__ import annotations

from rag.query import Query
from rag.understanding.background import ASKING
from rag.understanding.followup import same_ask
from rag.understanding.intent import LOOKUPS
from rag.understanding.past import parts_of_one
from rag.understanding.reading import Reading
from rag.understanding.words import pattern

# The course whose turn it is: with a word for its being next.
TURN = pattern(
    r"(?:(?:alright|right|great|cool|thanks|ok|okay|so|and|now|then|good|perfect|got it|,|\.|!|-|"
    r"let is|let us|do|go|please) )*"
    r"(?:{x} (?:is )?(?:(?:up|now|please) )*(?:next|now)(?: (?:up|please|then))*"
    r"|(?:next(?: (?:up|one|is))*|moving on to|on to|now on to|onto)(?: (?:,|-|is|to))* {x}"
    r"(?: (?:please|then))*)(?: [?.!])*"
)
# What points at the course told of in the sentence before, and asks nothing else.
POINTING = pattern(
    r"(?:(?:and|so|ok|then|what|how|about|is|it|the|same|question|for|in|with|over|as for|as|well|"
    r"too|there|case|here|again|thing|case|one|course|class|,|{x}) )*"
    r"(?:there|here|too|{x}|question|thing|one|same|likewise|ditto|case|course|class|again|well)"
    r"(?: \?)*"
)
STOP = pattern(r"[.;!-]|\.{2,}")


def likewise(reading: Reading) -> Query | None:
    """The same look-up of the one course named; None where the question asks anything of its own,
    or nothing was looked up before."""
    last, targets = reading.past.query, reading.targets()
    if last is None or last.ask not in LOOKUPS - {"compare", "requires"} or not last.codes:
        return None
    if len(targets) != 1 or reading.said or reading.denied or reading.people:
        return None
    codes, spelt = reading.codes(targets), reading.mentions[targets[0]].how in ("code", "title")
    if not (spelt and codes and parts_of_one(last.codes)) or set(codes) & set(last.codes):
        return None
    line = reading.text.line
    if TURN.fullmatch(line) or _brought_up(line):
        return same_ask(reading, last, targets)
    return None


def _brought_up(line: str) -> bool:
    """Whether a sentence tells of a course and the next, of a few words, only points at it."""
    stops = list(STOP.finditer(line))
    if not stops:
        return False
    told, asked = line[: stops[-1].start()].strip(), line[stops[-1].end() :].strip()
    return "#" in told and not ASKING.search(told) and bool(POINTING.fullmatch(asked))
