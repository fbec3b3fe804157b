"""What a course leads to, told by what is closed without it or by whom it lets in: "which classes
can't I take without X", "what will X make her eligible for", "everything downstream of X"."""

from __future__ import annotations

from rag.query import Query
from rag.understanding.reading import Reading
from rag.understanding.words import pattern

_SET = r"(?:{class}|what|which|anything|everything|all|those|stuff|things|options|doors)"
_WHO = r"(?:i|we|you|one|someone|students?|people|she|he|they)"
_WHOM = r"(?:me|us|you|one|someone|students?|people|her|him|them|i|she|he)"
_TAKE = (
    r"(?:take|get into|enroll in|register for|sign up for|do|join|get in|enroll|register|access)"
)
_LACKING = (
    r"(?:without(?: first)?|unless|until|till|before|if)(?: (?:having|taking|finishing|passing|"
    r"completing|doing|getting|taken|passed|had|done|finished|completed|take|pass|do|finish|"
    r"complete|clear|have|has|not|never|credit|for|in|through|first|i|we|you|she|he|they|am|done|"
    r"with|getting))*"
)
CLOSED = (
    rf"(?:can not|could not|will not be able to|would not be able to|am not able to|"
    rf"am not allowed to|are not allowed to|is not allowed to|may not)(?: {_WHO})?|"
    rf"(?:would|will|am|are|is|could|can) {_WHO} not (?:be )?(?:able to|allowed to)?"
)
LEADS = pattern(
    rf"(?:.* )?{_SET} (?:(?:that|which|{_WHO}|it|is|are|{{class}}|would|to) )*(?:{CLOSED}) "
    rf"(?:(?:even|ever|then|just) )*{_TAKE} {_LACKING} (?P<xs>{{xs}})(?: first)?(?: [?.!])*"
    rf"|(?:.* )?{_SET} (?:\S+ ){{0,3}}?(?:closed|blocked|off limits|locked|out of reach|"
    rf"unavailable|inaccessible|impossible)(?: (?:to|for|off) {_WHOM})? {_LACKING} "
    rf"(?P<shut>{{xs}})(?: [?.!])*"
    rf"|(?:.* )?{_SET} (?:\S+ ){{0,2}}?(?:locked|gated|hidden|held) behind (?P<behind>{{xs}})"
    rf"(?: [?.!])*"
    rf"|(?:.* )?{_SET} (?:\S+ ){{0,2}}?(?:downstream|further down the (?:line|road|chain)|"
    rf"down the (?:line|road|chain))(?: (?:of|from))+ (?P<down>{{xs}})(?: .*)?"
    rf"|(?:.* )?{_SET} (?:{{class}} )?(?:will|does|would|do|can|could|did|has|have|is going to) "
    rf"(?:(?:passing|finishing|taking|completing|having) )*(?P<by>{{xs}}) "
    rf"(?:(?:then|now|also) )*(?:make|render|made|leave|get|set) {_WHOM} "
    rf"(?:eligible|ready|qualified|prepared|up|able|set)(?: (?:for|to take|to|in))*(?: [?.!])*"
)


def downstream(reading: Reading) -> Query | None:
    """What the courses named lead to; None where it is not asked so."""
    match = LEADS.fullmatch(reading.text.line)
    marks = next((m for m in match.groups() if m), "") if match else ""
    codes = reading.codes_in(marks)
    if not codes or set(codes) != set(reading.codes(reading.targets())):
        return None
    if set(reading.taken) - set(codes):
        return None  # what they open together with others is another question
    return reading.done("unlocks", codes=codes)
