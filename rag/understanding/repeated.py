"""Whether a course can be taken more than once, asked without a word for repeating it: "is CSCI 104
a one-shot deal, or could I come back every year?"."""

from __future__ import annotations

from rag.understanding.words import Text

_TERM = r"(?:single |other )?(?:semesters?|terms?|years?|spring|fall|time)"
_TAKE = (
    r"(?:(?:take|taking|do|doing|enroll|enrolling|register|registering|sign up|signing up|join|"
    r"joining|come back|coming back|return|returning)(?: (?:in|for|to|into))?)"
)
_IT = r"(?:{x}|it|that|this)"
_EVERY = rf"(?:every|each) {_TERM}|year after year|term after term|semester after semester"
ONCE = (
    rf"(?:an? )?(?:one|single) (?:shot|time|off)(?: (?:only|deal|thing|class|course|event|affair|"
    rf"opportunity))*(?: ,)?(?: or (?:.*\b(?:{_EVERY}|again|back|more|repeatedly|over)\b)(?: .*)?)?"
    rf"(?= ?$| [?.,!])"
)
OFTEN = (
    rf"(?:keep|go on|continue|keep on) {_TAKE} (?P<one>{_IT})(?: (?:{_EVERY}|over and over|again|"
    rf"forever))?(?= ?$| [?.,!])",
    rf"{_TAKE} (?P<one>{_IT}) (?:{_EVERY})(?= ?$| [?.,!])",
)


def say_repeated(text: Text) -> None:
    """Say by the one word for it that a course is taken again and again, where one is named."""
    if not text.has(r"{x}") or text.has(r"offer\w*|taught|given|held|runs?|available"):
        return
    text.take(ONCE, "repeatable")
    for words in OFTEN:
        if match := text.take(words, "repeat it"):
            text.take("repeat it", f"repeat {match['one']}")
            text.spread()
