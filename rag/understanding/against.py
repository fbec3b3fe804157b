"""A course held against the one just spoken of, in words of its title: "pickleball same time?",
"then archery, is it ok with surfing"."""

from __future__ import annotations

from rag.query import Query
from rag.understanding.departments import names
from rag.understanding.groups import together
from rag.understanding.past import SETS, Past
from rag.understanding.reading import Reading
from rag.understanding.vocabulary import ASKED
from rag.understanding.words import FILLERS, bag, pattern

_LEAD = r"(?:(?:and|so|ok|okay|but|then|also|hmm|what about|how about|,) )*"
_COURSE = r"(?:#\d+|[a-z][a-z0-9]*(?: [a-z0-9]+){0,3}?)"
_IT = rf"(?:#\d+|it|that|this|{_COURSE})"
_END = r"(?: (?:too|also|as well|then|right|or not|or no|maybe))*(?: [?.!])*"
# What says that two meet at once.
_AT_ONCE = (
    r"(?:at |in |on )?(?:the )?same (?:times?|hours?|slot)|clash\S*|conflict\S*|overlap\S*|crash\S*"
)
# That both can be taken, which after times were told is asked of these.
_FINE = r"(?:(?:be|still) )*(?:ok|okay|fine|good|alright|possible|fits?|works?|goes|go)"
CLASHING = pattern(
    rf"{_LEAD}(?:(?:is|does|do|will|would) )?(?:the )?(?P<what>{_COURSE})"
    rf"(?: (?:is|does|will|would) it)?(?: (?:is|are|meets?|not|no|at|have|has))* (?:{_AT_ONCE})"
    rf"(?: (?:with|as|to) (?P<it>{_IT}))?{_END}"
    rf"|{_LEAD}(?:is it |it is )?(?:{_AT_ONCE}) (?:as|with) (?:the )?(?P<other>{_COURSE}){_END}"
)
FITTING = pattern(
    rf"{_LEAD}(?:(?:is|does|will|would) )?(?:the )?(?P<what>{_COURSE})(?: ,)?"
    rf"(?: (?:is|does|will|would|can)(?: it)?)? {_FINE}(?: together)? with (?P<it>{_IT}){_END}"
    rf"|{_LEAD}(?:can|could) i (?:(?:also|still) )*(?:take|do|have|add) (?:the )?"
    rf"(?P<other>{_COURSE}) (?:together |along )?with (?P<beside>{_IT}){_END}"
)
# Whether the two courses spoken of last do, in no more words.
BARE = pattern(
    rf"{_LEAD}(?:(?:is|are|do|does|meet) (?:it|they|that|those)? ?)?(?:at |on )?(?:the )?"
    rf"same (?:times?|hours?){_END}"
)
POINTING = bag("it that this they them those these")


def held_against(reading: Reading) -> Query | None:
    """Whether the course named meets at the same time as the one spoken of; None where no course
    is named, or another thing is asked."""
    past = reading.past
    if past.query is None or not past.one or reading.said or reading.denied:
        return None
    line = reading.text.line
    if BARE.fullmatch(line) and not reading.mentions:
        codes = together(past.record, 2) if past.query.codes else ()
        reading.follows = True
        return reading.done("schedule", codes=codes) if codes else None
    timed = past.query.ask == "schedule" and past.query.codes
    match = CLASHING.fullmatch(line) or (FITTING.fullmatch(line) if timed else None)
    if match is None:
        return None
    said = match.groupdict()
    what = said["what"] or said["other"] or ""
    beside = said["it"] or said.get("beside") or "it"
    beside = "it" if beside == what else beside  # read as the course named just before
    codes = _named(reading, what)
    other = (_one(past),) if beside in POINTING else _named(reading, beside)
    pair = tuple(dict.fromkeys((*codes[:1], *other[:1])))
    if len(pair) != 2 or not all(pair):
        return None
    reading.follows = True
    return reading.done("schedule", codes=pair)


def _one(past: Past) -> str:
    """The course spoken of alone, '' where the last question was of several."""
    last = past.query
    several = last is not None and last.ask in SETS and len(past.codes) > 1
    return "" if several else past.one


def _named(reading: Reading, what: str) -> tuple[str, ...]:
    """The course of a mark, or the one whose title the words are."""
    if what.startswith("#"):
        return reading.codes_in(what)
    words = what.split()
    if tuple(words) in names() or set(words) <= FILLERS | ASKED | POINTING:
        return ()
    return reading.vocabulary.titles.near(words) if words else ()
