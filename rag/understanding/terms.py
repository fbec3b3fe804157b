"""Terms of the year in a question: the file's own, and others it says nothing of."""

from __future__ import annotations

import re

GONE_BY = re.compile(
    r"\b(?:all |just |only )?(?:last|a|two|three|some) (?:year|years|fall|spring|summer|semester|"
    r"term)(?: (?:ago|back))?\b|\bfirst (?:semester|year|term)\b"
)
OTHER_TERM = re.compile(
    r"\b(?:next|fall|summer|winter|20\d\d|every|again|future|upcoming|later|each|usually|past|"
    r"previous|before|last)\b"
)
# A question for what the term offers names it.
TERM = re.compile(
    r"\b(?:this (?:term|semester|spring)|right now|currently)\b"
    r"|^(?:\S+ ){0,2}the course (?:\S+ ){0,2}(?:offered|available|running|taught)\b(?! in | again)"
)
# Whether what was to be offered no longer is; whoever else drops a class is no such question.
DROPPED = re.compile(
    r"(?:^|[,.;!?] |(?:so|and|but|yo|hey|if|whether|know|wait) )"
    r"(?:(?:did|have|has|had|will|do|are|were) (?:they|usc|the (?:school|department|university)) "
    r"(?:\S+ )?(?:drop\w*|cancel\w*|axe\w*|scrap\w*|remov\w*|cut|discontinu\w*|pull\w*|stop\w*|"
    r"g[eo]t\w* rid of)|they (?:\S+ )?(?:dropped|cancell?ed|axed|scrapped|removed|discontinued|"
    r"got rid of|stopped (?:offering|teaching|running))(?= .*\?)|"
    r"(?:is|was|has|did|got) (?:the course|it|#\d+) (?:(?:been|get|got|gotten|being) )*(?:dropped|"
    r"cancell?ed|axed|scrapped|removed|discontinued|pulled)|"
    r"(?:is|are) (?:the course|it|#\d+) still (?:a thing|around|on(?= ?$| [?.,]| this)|going|alive|"
    r"happening))\b"
)
# Who teaches lately, or ever did, the file tells of its term.
TEACH = re.compile(r"\b(?:teach\w*|taught|instructors?|professors?|lecturers?)\b")
LATELY = re.compile(r"\b(?:recent|recently|latest|ever|this term|is teaching|currently|now)\b")

# The last clause alone tells of the term, after other terms were told as what the student meant to
# do: "I was going to wait until next year, but is it taught now".
_CLAUSES = re.compile(r" (?:but|so|,|\.|;|!|-|although|though|however|and yet) ")
NOW = re.compile(
    r"\b(?:now|right now|currently|this (?:term|semester|spring)|(?:in|for) (?:the )?spring"
    r"(?: 2024)?(?! of| 20(?!24))|at the moment|presently)\b"
)


def _asked_of_now(words: str) -> bool:
    """Whether the clause that asks names the file's own term and no other."""
    *before, last = _CLAUSES.split(words)
    return bool(before and "the course" in last and NOW.search(last)) and not (
        OTHER_TERM.search(last)
    )


def told_beside(words: str) -> bool:
    """Whether other terms are named beside what is asked, of the file's own or of none."""
    return _only_past(words) or _asked_of_now(words)


def _only_past(words: str) -> bool:
    """Whether the only other term in the words is one gone by, which tells who asks."""
    return bool(GONE_BY.search(words)) and not OTHER_TERM.search(GONE_BY.sub("", words))
