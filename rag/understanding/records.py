"""What is on a student's own record and in no catalogue: whether someone passed a course, is
enrolled in it or was let in."""

from __future__ import annotations

from rag.understanding.words import Text

_KIN = (
    r"(?:daughter|son|child|kid|students?|advisees?|friend|sister|brother|roommate|husband|wife|"
    r"niece|"
    r"nephew|boy|girl|cousin|mentee)"
)
_WHO = (
    rf"(?:i|we|she|he|they|(?:my|our|a|an|the|this|that|your) (?:\S+ ){{0,2}}?{_KIN}(?: of mine)?)"
)
_LINK = (
    r"(?:(?:has|have|had|is|was|were|did|does|already|actually|ever|even|successfully|been|yet) )*"
)
_DEED = (
    r"(?:pass|passed|complete|completed|finish|finished|fail|failed|take|taken|took|enrolled|"
    r"enroll|"
    r"registered|register|admitted|accepted|signed up|sign up|get (?:in|into|off)|got (?:in|into|"
    r"off)|"
    r"gotten (?:in|into|off)|waitlisted|drop|dropped|withdraw|withdrawn|withdrew|on the roster)"
)
_IN = r"(?:(?:in|into|for|to|on|from|of|with|her|his|their|my|our|the|class|course|a) )*"
_IT = r"(?:{x}|it|(?:that|this|the) (?:class|course))"
# When it was, and nothing more: what follows a comma may be the question.
_WHEN = (
    r"(?:(?: ,)? (?:last|this|in|during|back|the|a|yet|already|successfully|semester|term|year|"
    r"fall|"
    r"spring|summer|winter|or|not|time|first|on|ago|please|thanks|thank|you|class|course|waitlist|"
    r"then))*"
    r"(?= ?$| [.?!])"
)
_TOLD = (
    r"(?:know|tell (?:me|us|him|her)|check|see|confirm|verify|find out|look up|say|wonder(?:ing)?|"
    r"sure|ask|"
    r"remember|recall|forgot(?:ten)?|inform (?:me|us))"
)
_ASKED = r"(?:^|(?:[.,;!?:]|please|hello|hi|hey|sir|madam|and|so|but|ok|okay) )"
WHETHER = (
    rf"(?:is|was|has|did) (?:(?:my|our|the|a) (?:\S+ )?{_KIN} 's) (?:registration|enrol?lment|"
    rf"application|"
    r"record|credit|transfer)(?: .*)?",
    rf"{_TOLD}(?: \S+){{0,2}}? (?:whether|if) {_WHO} {_LINK}{_DEED} {_IN}{_IT}{_WHEN}",
    rf"{_ASKED}(?:did|has|have|had|was|were) {_WHO} {_LINK}{_DEED} {_IN}{_IT}{_WHEN}",
    rf"{_ASKED}(?:is|are|am) {_WHO} (?:already |currently |still |officially )*"
    rf"(?:enrolled|registered|signed up|waitlisted|on the roster) {_IN}{_IT}{_WHEN}",
)


def recorded(text: Text) -> bool:
    """Whether the text asks only for what a student's own record says of a course."""
    return any(text.has(words) for words in WHETHER)
