"""The last look-up asked of another course that is only brought up: "alright, ARCH 470b next",
"my sister is eyeing PHRD 751. And there?"."""

from __future__ import annotations

import re

from rag.query import Query
from rag.understanding.background import ASKING
from rag.understanding.followup import same_ask
from rag.understanding.intent import LOOKUPS
from rag.understanding.past import parts_of_one
from rag.understanding.reading import Reading
from rag.understanding.words import FUNCTION, Text, bag, content, pattern

# The course whose turn it is: "now check X for me", "X next".
_LEAD = (
    r"(?:(?:alright|right|great|cool|thanks|ok|okay|k|so|and|now|then|good|perfect|got it|also|"
    r"please|,|\.|!|-) )*"
)
_BEFORE = (
    r"(?:(?:what|how) about|what of|(?:(?:can|could) you (?:(?:also|please|now) )*)?(?:check|"
    r"look up|do|try|run)|(?:let is|let us|lets) (?:do|check|try|look at)|"
    r"same (?:(?:question|thing) )?(?:for|with)|next(?: (?:up|one|is))*|moving on to|on to|now for|"
    r"onto)(?: (?:,|-|the))*"
)
_AFTER = r"(?:is|up|please|next|now|then|too|also|as well|for me|though|tho)"
TURN = pattern(
    rf"{_LEAD}(?:{_BEFORE} {{x}}(?: {_AFTER})*|{{x}}(?: (?:is|up|please|then))* (?:next|now)"
    rf"(?: {_AFTER})*)(?: [?.!])*"
)
# What points at the course told of in the sentence before, and asks nothing else.
POINTING = pattern(
    r"(?:(?:and|so|ok|then|what|how|about|is|it|the|same|question|for|in|with|over|as for|as|well|"
    r"too|there|case|here|again|thing|case|one|course|class|,|{x}) )*"
    r"(?:there|here|too|{x}|question|thing|one|same|likewise|ditto|case|course|class|again|well)"
    r"(?: \?)*"
)
# Words that bring a course up and ask nothing of it: "next one on my list: X", "I meant X, sorry".
BRINGING = FUNCTION | bag(
    "switch switching change swap move moving next list alright ok okay right well now then great "
    "cool thank thanks second third advisee advisees student students friend sister brother "
    "roommate kid son daughter wife husband looking look eyeing considering consider answer case "
    "actually want wanted wait sorry oops meant mean intended type typed typing wrong mistake "
    "went going go instead same question thing please too also hmm hm um uh oh hold say let see "
    "tell maybe mine one need needed backup option plan choice alternative course class"
)
# What asks something of its own, in however few words: "should I take X", "X or that one".
_SUBJECT = r"(?:i|we|he|she|they|it|there|that|this|{class}|{teacher}|unit)"
OF_ONE = pattern(
    r".*(?:do|does|did|can|could|should|must|will|may|might|why|which|who|when|where|"
    rf"how (?:many|much|long|hard)) (?:{_SUBJECT}|#\d+)(?: .*)?|"
    rf".*(?:when|where|who) (?:is|are|was) (?:{_SUBJECT}|#\d+)(?: .*)?|"
    rf".*(?:am|is|are|was) (?:{_SUBJECT}|#\d+ [a-z])(?: ?.*)?|"
    r".*(?:before|after|against|between|than|from|without|versus|vs|or) {x}(?: .*)?|"
    r".*{x} (?:or|vs|with|for|to|from|before|after|is|are|was|would|will|has|have)(?: .*)?"
)
# The course before, set aside: "not that one".
NOT_THAT = pattern(r"(?:, |and )?not #\d+")
ASKS = (LOOKUPS | {"offered"}) - {"compare", "requires"}
STOP = pattern(r"[.;!-]|\.{2,}")


def likewise(reading: Reading) -> Query | None:
    """The same look-up of the one course named; None where the question asks anything of its own,
    or nothing was looked up before."""
    last, targets = reading.past.query, reading.targets()
    if last is None or last.ask not in ASKS or not last.codes:
        return None
    left = set(re.findall(r"#(\d+)", NOT_THAT.sub("", reading.text.line)))
    spoken = {n for n in targets if reading.mentions[n].how == "reference"}
    targets = [n for n in targets if str(n) in left and n not in spoken]
    if len(targets) != 1 or reading.said or reading.denied or reading.people:
        return None
    codes, spelt = reading.codes(targets), reading.mentions[targets[0]].how in ("code", "title")
    if not (spelt and codes and parts_of_one(last.codes)) or set(codes) & set(last.codes):
        return None
    line = NOT_THAT.sub("", reading.text.line)
    turn = TURN.fullmatch(line) or (not OF_ONE.fullmatch(line) and _only_brings(reading.text))
    if (turn and last.ask != "eligible") or _brought_up(line):
        return same_ask(reading, last, targets)
    return None


def _only_brings(text: Text) -> bool:
    """Whether nothing but the course is new in the text."""
    return not set(content(text.words, frozenset())) - BRINGING


def _brought_up(line: str) -> bool:
    """Whether a sentence tells of a course and the next, of a few words, only points at it."""
    stops = list(STOP.finditer(line))
    if not stops:
        return False
    told, asked = line[: stops[-1].start()].strip(), line[stops[-1].end() :].strip()
    return "#" in told and not ASKING.search(told) and bool(POINTING.fullmatch(asked))
