"""Who brings nothing along, told of a list: "I've never sailed, which one", "which can I take with
no background"."""

from __future__ import annotations

from rag.query import Filter, Query
from rag.understanding.changes import CHANGING, put
from rag.understanding.continued import base
from rag.understanding.elliptic import restore
from rag.understanding.reading import Reading
from rag.understanding.words import bag, pattern

_PRIOR = r"(?:(?:a|any|prior|previous|real|relevant|such|much|bit of|kind of|sort of) )*"
_WHO = r"(?:i|we|she|he|they|someone|somebody|who|(?:my|our) \S+)"
_LEARNED = r"(?:experience|background|knowledge|training|exposure|clue|idea how)"
NOTHING = (
    rf"(?:with|having|have|has|had|got) (?:no|zero|little|0|not) {_PRIOR}{_LEARNED}"
    r"(?: (?:at all|whatsoever|in|with|of|it|this|that|yet|so far))*"
)
WITHOUT = rf"(?:without|no|zero) {_PRIOR}{_LEARNED}(?: (?:at all|whatsoever|needed|required))*"
# What someone has never done: "sailed", "done it", "done yoga before".
NEVER = (
    rf"(?:(?:{_WHO} )?(?:have |has |had )?(?:never|not ever)|{_WHO} (?:have|has) not)"
    r"(?: (?:ever|even|really|actually))* "
    r"(?P<did>done|tried|\S+ed|did|taken|played|danced|swum|written|drawn|seen|held|been)"
    r"(?: (?:it|this|that|one|any|anything|#\d+|any of (?:it|this|that|these|those|them)))*"
    r"(?P<what>(?: (?!before|which|what|is|are|so|and|in)[a-z]+){0,2}?)"
    r"(?: (?:before|yet|in (?:my|her|his|their) life|at all|either))*(?= ?$| [.,;!?-]| (?:which|"
    r"what|so|is|are)(?: |$))"
)
DENIED = r"%untaken(?: (?:before|yet|at all|ever))*"
UNABLE = (
    rf"(?:{_WHO} )?(?:do|does) not know (?:how to (?P<how>\S+)|anything|a thing|the first thing)"
    r"(?: (?:about|of) (?:it|this|that|any of (?:it|this)|(?P<what>\S+)))?(?: (?:yet|at all))*"
)
# What is asked of them then.
WHICH = pattern(
    r"(?:(?:and|so|but|ok|then|lol|,|\.|;|-) )*(?:which|what|any|is there|are there|something|one|"
    r"(?:what|which) (?:one )?(?:of )?#\d+)(?: .*)?"
)
SPARE = CHANGING | bag(
    "take start begin join do pick choose best good suitable right fit suits beginner beginners "
    "should would anyone works okay someone suit son daughter friend him her them me it"
)


def unversed(reading: Reading) -> Query | None:
    """The last list, of which only those without prerequisites are for who brings nothing along."""
    last = base(reading.past)
    if last is None or reading.said or not reading.past.codes:
        return None
    if reading.past.query is not last and reading.past.query and reading.past.query.codes:
        return None  # one course was spoken of since
    if any(m.how in ("code", "title", "shown") for m in reading.mentions):
        return None
    before = reading.text.copy()
    told = [_told(reading, words) for words in (NOTHING, WITHOUT, DENIED, NEVER, UNABLE)]
    if not any(told) or not WHICH.match(reading.text.line.strip()):
        restore(reading, before)
        return None
    found = [*reading.people, *reading.find_filters()]
    if set(reading.topic().split()) - SPARE:
        restore(reading, before)
        return None
    reading.follows = True
    reading.filters = put(last, [*found, Filter("prerequisites", (False,))])
    return reading.done("list", topic=last.topic)


def _told(reading: Reading, words: str) -> bool:
    """Whether these words say so; they are taken out of the text."""
    found = reading.text.take(words, "") is not None
    reading.text.spread()
    return found
