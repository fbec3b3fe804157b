"""Whether a course may be taken, asked once more with courses told of: "I've had 201, am I ok
then?", "and if I only had 260?"."""

from __future__ import annotations

from dataclasses import replace

from rag.query import Query
from rag.understanding.elliptic import ONLY
from rag.understanding.followup import MORE_OPEN
from rag.understanding.past import SETS
from rag.understanding.reading import Reading
from rag.understanding.words import Text, bag, content, pattern

# Whether one is let in, in words that name no course.
LET_IN = pattern(
    r"(?:am i|i am|would i be|will i be|is she|is he|are we|would she be|would he be)"
    r"(?: (?:all|now|then|still|good|already))* (?:ok|okay|good|fine|set|clear|cleared|eligible|"
    r"allowed|ready|qualified|covered|in|able|prepared|safe|there)(?: .*)?"
    r"|(?:is|would|will) (?:that|it|this|#\d+)(?: (?:be|then|alone|all))* (?:ok|okay|enough|"
    r"sufficient|fine|good|alright)(?: .*)?"
    r"|(?:does|do|would|will) (?:that|it|this|those|they|these|#\d+) (?:do|work|count|suffice|"
    r"qualify|cover it|be enough|get me in|let me in)(?: .*)?"
    r"|(?:can|could|may) (?:i|she|he|we)(?: (?:then|now|still))* (?:take|get in|get into|enroll|"
    r"register|join|do|sign up)(?: (?:it|that|this|then|now|for|in|into|#\d+|one|class|course))*"
    r"|do (?:i|we) (?:qualify|meet|have)(?: .*)?|(?:so )?(?:good to go|all set|ok|okay|eligible|"
    r"allowed|enough)(?: (?:then|now|right))*"
)
# The supposition alone, and what it says of the courses told of before.
ALONE = pattern(
    rf"^{ONLY}(?:(?:and|but|so|what|ok|hm|hmm|then|how about|about|, |even) )*(?:if )?%taken"
    r"(?: (?:instead|alone|only|too|also|as well|then|now|though|tho|on top|rather|by itself|,))*"
    r"(?: [?.!])*$"
)
# Courses told after "with" alone: "what about with 305 too".
WITH = pattern(
    rf"^{ONLY}(?:(?:and|but|so|what|or|then|how) )*(?:about )?(?:if i (?:have|had|did|took|do) |"
    r"(?:with|having)(?: (?:only|just|also))? )(?P<xs>{xs})"
    r"(?: (?:too|also|as well|instead|only|alone|then|though|done|on top))*(?: [?.!])*$"
)
INSTEAD = pattern(r"only|just|instead|alone|rather|nothing but|merely|by itself")
TOO = pattern(r"too|also|as well|on top|in addition|besides|plus")
SUPPOSED = pattern(r"if|suppose|supposing|say|assuming|imagine|what about|how about|with|having")
WHICH = pattern(r"which(?: ones?)?(?! of)")
# How courses are told that the question is about by themselves.
NAMED = ("code", "title", "some")
# Words that say nothing of what is sought.
SPARE = bag(
    "ok okay good fine set clear cleared eligible allowed ready qualified covered in able prepared "
    "safe enough sufficient alright work count suffice qualify cover get let take enroll register "
    "join sign class course one meet prereqs requirements though now still instead alone only too "
    "also rather go then right yes no only"
)


def supposing(reading: Reading) -> Query | None:
    """The question whether one may take what was spoken of, asked of these courses passed."""
    last = reading.past.query
    if last is None:
        return None
    if not reading.said:
        told = WITH.match(reading.text.line) if last.ask in ("eligible", "prerequisites") else None
        return _once_more(reading, last, reading.codes_in(told["xs"])) if told else None
    targets = [i for i in reading.targets() if reading.mentions[i].how in NAMED]
    if targets:
        return None
    line = reading.text.line
    if ALONE.match(line) and SUPPOSED.search(Text(reading.question).line):
        return _once_more(reading, last, reading.said)
    if of_several(reading) or set(content(reading.text.words)) - SPARE:
        return None
    return _of_one(reading, last) if LET_IN.search(line) else None


def of_several(reading: Reading) -> bool:
    """Whether several of the talk are pointed at, not the one spoken of: "which can I take"."""
    pointed = any(len(reading.mentions[i].codes) > 1 for i in reading.targets())
    line, listed = reading.text.line, len(reading.past.listed) > 1
    return pointed or bool(MORE_OPEN.search(line) or (listed and WHICH.search(line)))


def _of_one(reading: Reading, last: Query) -> Query | None:
    """Whether the one course spoken of, or shown, is open to who has passed these."""
    wanted = last.codes if last.ask not in SETS else reading.past.codes
    wanted = tuple(code for code in wanted if code not in reading.said)
    gone = last.unknown if len(last.unknown) == 1 and not (last.codes or wanted) else ()
    if len(wanted) != 1 and not gone:
        return None
    if INSTEAD.search(Text(reading.question).line):
        reading.taken = reading.said
    reading.follows = True
    return replace(reading.done("eligible", codes=wanted), unknown=gone)


def _once_more(reading: Reading, last: Query, said: tuple[str, ...]) -> Query | None:
    """The last question on what may be taken, with these courses passed."""
    asked = reading.past.qualified
    if last.ask in ("prerequisites", "restrictions") and len(last.codes) == 1:
        asked = last
    before = reading.past.taken
    if last.ask == "unlocks":
        asked, before = replace(last, codes=()), (*before, *last.codes)
    if asked is None or not said:
        return None
    line = Text(reading.question).line
    known = set(said) <= set(before)
    alone = INSTEAD.search(line) or (known and not TOO.search(line))
    reading.taken = said if alone else tuple(dict.fromkeys((*before, *said)))
    reading.follows, reading.filters = True, list(asked.filters)
    return reading.done("eligible", codes=asked.codes, topic=asked.topic)
