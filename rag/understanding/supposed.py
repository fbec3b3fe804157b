"""A course that would be taken, of which something is asked: "will I be in a lab if I take X"."""

from __future__ import annotations

from rag.understanding.words import Text

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
# What it leads to, or who may take it.
BEYOND = (
    r"take|taking|enroll|register|sign|unlock\w*|open\w*|leads?|next|afterwards?|later|eligible|"
    r"allowed|allow|ready|classes|courses|(?:what|any|other|more) {class}|which|need|"
    r"needed|prereqs|still|together|conflict\w*|both"
)


def supposed(text: Text) -> bool:
    """Whether something of the one course that is only supposed to be taken is asked."""
    rest = text.copy()
    if not rest.take(IF, ""):
        return False
    return "#" not in rest.line and bool(rest.has(OWN)) and not rest.has(BEYOND)
