"""A talk begun anew ("start over", "never mind, is there a class on X"), and talk before a
question."""

from __future__ import annotations

import re

from rag.understanding.past import Past
from rag.understanding.people import plain
from rag.understanding.words import Text, pattern

_LEAD = r"(?:(?:and|ok|okay|so|but|hmm|hm|no|wait|well|alright|hey|actually|sorry|wow|oh|,|\.|!) )*"
_NOW = r"(?:let us |can we |i want to |i would like to |i have )?"
_ANEW = (
    r"(?:start(?:ing)? (?:over|fresh|afresh|again|from scratch)|(?:a |an )?(?:(?:totally|completely"
    r"|entirely|whole) )*(?:different|new|another|unrelated|separate) (?:thing|topic|question|"
    r"subject|search|request|matter)|change of (?:topic|plans?|subject)|"
    r"(?:(?:changing|switching|change|switch) (?:the )?(?:topics?|subjects?|gears?))|moving on|"
    r"on to something else|(?:clear|reset)(?: (?:all|everything|that|it|the filters|filters))?)"
    r"(?: (?:now|then|please|though|entirely|completely|altogether))*"
)
_NEVER_MIND = (
    r"(?:nvm|nevermind|never ?mind|forget (?:it|that|them|those|all (?:of )?(?:that|it)|everything|"
    r"about (?:it|that|them|those))|scratch (?:that|all that)|screw (?:it|that))"
)
# What leaves all that was asked before; after the second, only where another set is sought.
LEFT = rf"^{_LEAD}(?:{_NOW}{_ANEW}|{_NEVER_MIND})(?: [,.;:!-])+(?= \S)"
_ALL_NEW = pattern(rf"^{_LEAD}{_NOW}{_ANEW}(?: [,.;:!-])+ \S.*")
_MAYBE = pattern(
    rf"^{_LEAD}{_NEVER_MIND}(?: [,.;:!-])+ (?:.* )?(?:{{class}}|anything|something)(?: .*)?"
)
# Where a student comes from, which is no course of that title.
WHENCE = (
    r"(?:from|at|in|to) (?:(?:a|an|my|our|the|local|another) )*(?:community|junior) college"
    r"|(?:community|junior) college(?= (?:\S+ ){0,3}?(?:class|course|credits?|units?)(?: |$))"
)
# What answers the answer, before the question.
_SAID = (
    r"(?:got it|gotcha|fine|wow|ugh|nah|lol|haha|sure|right|nice|perfect|understood|hmm|hm|"
    r"interesting|no thanks|thanks|thank you|sweet|good to know|i see|makes sense|fair enough|fair|"
    r"(?:(?:haha\w*|lol|omg|wow|so|pretty|that is|how|just|oh) )*(?:amazing|incredible|fantastic|"
    r"brilliant|excellent|hilarious|wonderful|lovely|insane|crazy|wild|unreal|beautiful|neat|dope|"
    r"love (?:it|that|this)|no way|so cool|very cool)|haha\w*|omg|"
    r"bummer|darn|damn|oh well|awesome|hold on|ooh|oof|yikes|sounds good|great|cool|ok|okay|k|"
    r"alright|(?:drop|forget|scratch|ignore|skip) (?:that|it|this)(?= [,.;]))"
)
TALK = rf"^{_SAID}(?: [,.!;:-]| {_SAID})*(?<=[,.!;:-])(?= \S+ \S)"
# That what was told does not suit, before the same is asked of another course.
UNSUITED = (
    r"^(?:(?:hm|hmm|ugh|oh|no|ok|,|that is|it is|its|way|a bit|bit|little|so) )*(?:"
    r"too (?:early|late|long|short|far|many (?:units|days))|bad (?:time|day)s?|"
    r"(?:(?:it|that) )?(?:does|will|would) not (?:work|fit)(?: me)?)"
    r"(?: for me)?(?: [.,!;-])+"
    r"(?= (?:(?:and|so|ok|then) )*(?:what about|how about|what of|and) )"
)
# That the last question was meant of another course: "sorry, I meant to ask it for X".
MEANT = (
    r"^(?:(?:sorry|oops|no|wait|ah|oh|actually|my bad|,|\.|!|-) )*(?:i )?(?:meant|"
    r"intended|wanted|was "
    r"trying|was going) to (?:ask|say|know|look up|look|check|type|write|get)"
    r"(?: (?:you|it|that|this|the same|the same thing|all that|them))?(?: (?:about|for|of|on|up))?"
    r"(?= (?:[a-z]{2,4} ?\d|#)\S*(?: \S{1,4})?(?: [.!?])*$)"
)
# A course dropped before another question: "forget the capstone. basic ai class in itp?".
_DROPPED = (
    rf"^{_LEAD}(?:forget|never mind|nevermind|nvm|scratch|skip|screw|drop)(?: about)? #\d+"
    r"(?: (?:class|course|one|then))*(?: [.;!])+(?= \S+ \S)"
)
_SPLIT = re.compile(r"\s*([,.;:!?-])\s+")


def left_behind(question: str, past: Past) -> Past:
    """The past without its lists and courses where the question begins anew."""
    if past.query is None:
        return past
    line = " ".join(_SPLIT.sub(r" \1 ", question.lower().replace("'s", " us")).split())
    if _ALL_NEW.match(line) or _MAYBE.match(line):
        return Past(taken=past.taken, spoken=past.spoken[-1:])
    return past


def without_dropped(text: Text, past: Past) -> Past:
    """The past without its lists and courses where one of them is dropped for another question,
    of which the words are left."""
    if past.query is None or not text.take(_DROPPED, ""):
        return past
    return Past(taken=past.taken)


def leave_name(text: Text, past: Past) -> None:
    """Take out that the teacher told of is the one meant, before a question: "yes ian. when"."""
    told = [f for f in past.query.filters if f.field == "instructor"] if past.query else []
    if len(told) != 1 or len(told[0].values) != 1:
        return
    name = plain(str(told[0].values[0])).split()
    words = "|".join(re.escape(word) for word in name)
    text.take(
        r"^(?:yes|yeah|yep|yup|right|correct|no|ok|sorry|oh|i meant|i mean|meant|,| )+ "
        rf"(?:{words})(?: (?:{words}))*(?: [.,!;-])+(?= \S+ \S)",
        "",
    )
