"""A course that would be taken, of which something is asked: "will I be in a lab if I take X"."""

from __future__ import annotations

from rag.query import Query
from rag.understanding.words import Text, bag

# What is asked for, and not passed: "might I also have its meeting times", "who do I have for X".
REQUEST = (
    r"(?:may|might|could|can) i (?:(?:also|please|then|just|maybe|perhaps) )*(?:have|get) {x} "
    r"(?:\S+ ){0,2}?(?:times?|days?|hours?|schedule|timetable|slot|dates?|{unit}|{teacher}|prereqs|"
    r"description|summary|title|code|name|details|information|section|clearance|restrictions|"
    r"category)(?: \S+){0,3}(?: [?.!])*$"
    r"|(?:who|whom|when|what time|which days?|how long) (?:do|will|would) i (?:have|get) .*{x}"
    r"(?: [?.!])*$"
)
# What others who passed it are asked to tell of it.
HEARSAY = (
    r"(?:what|how) (?:do|did|would|will|have|does) (?:\S+ ){0,2}?(?:students?|people|others|those|"
    r"folks|anyone|everyone|friends|kids|majors|alumni) (?:who |that |already |had |"
    r"has )*(?:have )?"
    r"(?:{done}|taking|had) .*{x} (?:usually |generally )?(?:say|says|said|think|feel|like|find|"
    r"found|rate|rated|thought|liked|felt|describe|recommend|regard)(?: .*)?"
    r"|(?:percent(?:age)?|share|fraction|proportion|portion|rate|majority|number|how many)"
    r"(?: of)?(?: (?:the|all|those|my))* (?:students?|people|folks|kids|classmates|freshm[ae]n|"
    r"majors) (?:who |that |(?:have|had) )+.*{x}(?: .*)?"
)
# What is supposed, and no more.
IF = (
    r"(?:if|when|once|by|suppose|supposing|say) (?:(?:i|we|he|she|they) (?:(?:will|were|am|to|"
    r"do|ever|actually|go|ahead|and|decide|end|up|going|choose) )*)?"
    r"(?:takes?|taking|do|doing|enroll in|enrolling in|sign up for|signing up for|register for|"
    r"registering for|join|joining|pick|picking|get into) {x}"
)
# What a course has by itself.
OWN = (
    r"labs?|laborator(?:y|ies)|discussions?|quiz|lectures?|how (?:long|many (?:{unit}|days|hours|"
    r"times|minutes))|{unit}|when|what (?:time|day)s?|which days?|who|{teacher}|mornings?|"
    r"evenings?|nights?|weekends?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|clearance|graded?|minutes"
)
# Both are to fit in one week, and the one after "with" is not passed: "fit X with Y".
FITTED = (
    r"(?:fit|fitting|squeeze|squeezing|slot|slotting|combine|combining|balance|balancing|juggle|"
    r"juggling|pair|pairing|schedule|scheduling)(?: (?:in|up|together))? {x} (?:(?:in|up) )?"
    r"(?:with|around|alongside|next to|beside) (?:my |the )?{x}"
)
# What it leads to, or who may take it.
BEYOND = (
    r"take|taking|enroll|register|sign|unlock\w*|open\w*|leads?|next|afterwards?|later|eligible|"
    r"allowed|allow|ready|classes|courses|(?:what|any|other|more) {class}|which|need|"
    r"needed|prereqs|still|together|conflict\w*|both"
)


# Another course in the place of the one looked up: "what if I took X instead".
SWAPPED = (
    r"(?:(?:hmm?|ok|okay|well|so|and|but|,) )*"
    r"(?:(?:what|how about|say|suppose)(?: (?:if|about))?|if) "
    r"(?:i|we|she|he)(?: (?:decide to|decided to|were to|just))* (?:took|take|did|do|picked|pick|"
    r"chose|choose|went (?:with|for)|go (?:with|for)) (?P<x>{x}) instead"
    r"(?: (?:of (?:that|it|this)|then))?(?= ?$| [?.])"
)
PASSING = bag("eligible requires prerequisites")  # after these, courses passed are told of


def swapped(text: Text, last: Query | None) -> None:
    """Put such a course in the place of the last, so that it is not told of as passed."""
    match = text.has(SWAPPED) if last and last.ask not in PASSING else None
    if match:
        text.take(SWAPPED, f"what about {match['x']} instead")
        text.spread()


def supposed(text: Text) -> bool:
    """Whether something of the one course that is only supposed to be taken is asked, or if two
    fit together."""
    if text.has(FITTED):
        return True
    rest = text.copy()
    if not rest.take(IF, ""):
        return False
    return "#" not in rest.line and bool(rest.has(OWN)) and not rest.has(BEYOND)
