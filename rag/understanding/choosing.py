"""Which of two courses the student may take, and whether one that is dreamed of may be: said as the
question it is, "can I take X or Y"."""

from __future__ import annotations

from rag.understanding.words import Text

_BETWEEN = (
    r"(?:(?:(?:i|we|she|he|they) (?:am|is|are) |(?:i |we )?(?:can not|cannot) )?(?:(?:so|really|"
    r"still|totally|kind of|kinda) )*"
    r"(?:torn|stuck|split|undecided|deciding|decide|choosing|choose|debating|caught|wavering|"
    r"hesitating|going back and forth)) between (?:the )?(?P<a>#\d+) (?:(?:and|or|vs|,|/) )+"
    r"(?:the )?(?P<b>#\d+)(?: (?:{class}))?"
)
_EITHER = r"(?P<a>#\d+) (?:or|vs) (?P<b>#\d+)(?= [,;:-] which)"
_WHICH_MAY = (
    r"(?:so )?(?:which|what)(?: (?:one|ones|of|them|these|those|the|two|both))*"
    r"(?: (?:can|could|may|might|will|would|am|is|are))(?: (?:i|she|he|they|we|one))"
    r"(?: (?:even|actually|still|be|already|now|then|realistically|legally|able|allowed|eligible|"
    r"to|let|ready|for))*"
    r"(?: (?:take|do|get into|enroll in|register for|sign up for|be in|start|join))?"
    r"(?= ?(?:$|[?.!,])| with| having| given| if| now| already)"
)
# A course said to be a goal, after those that are there: "have X + Y, Z dream. realistic?".
_GOAL = (
    r"(?P<before>(?:have|has|had|got|did|done|took|taken|passed|with|finished|completed)"
    r"(?: (?!#)\S+){0,3} #\d+(?: (?:(?:and|,|\+|plus|both) )*#\d+)*?) [,;:-] (?P<z>#\d+)"
    r"(?: (?:is|as|a|an|my|the|realistic|big|real|ultimate|next|end|possible|would|be))*"
    r" (?:dream|goal|target|aim|plan|wish|hope|next|realistic|doable|feasible|reachable)"
    r"(?: (?:class|course|for me|goal|target|now|then|or not))*"
)


def choose(text: Text) -> None:
    """Put "am I eligible for both" for a choice between two that asks what may be taken, and
    "can I take Z" for a goal."""
    if text.has(_WHICH_MAY):
        for words in (_BETWEEN, _EITHER):
            match = text.has(words)
            if match:
                text.take(words, "")
                text.take(_WHICH_MAY, f"am i eligible for both {match['a']} and {match['b']}")
                text.spread()
                return
    if match := text.take(_GOAL, "%goal"):
        text.take("%goal", f"{match['before']} ; can i take {match['z']}")
        text.spread()
