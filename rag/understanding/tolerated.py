"""What a student does not mind: it will do too, and is no dislike."""

from __future__ import annotations

from rag.understanding.daynames import DAY
from rag.understanding.words import Text, pattern

MIND = (
    r"(?:(?:and|but|also) )?(?:(?:i|we|he|she|they) )?(?:(?:really|honestly) )?"
    r"(?:do|does|did|would) not (?:really )?mind"
    r"(?: (?:it |being there |coming in )?(?:on|in|at|if it is|having|taking|doing))*"
    r"(?P<what>(?: [a-z0-9:]+){1,3}?)(?: (?:either|too|as well|though|at all))?"
    r"(?= ?$| ?[.,;!]| (?:and|but|so)(?: |$))"
)


def tolerate(text: Text, talking: bool) -> None:
    """Say of what is not minded that it works too; in a first question, beside another day, that it
    may be either, and else nothing."""
    if not (match := text.take(MIND, "%mind")):
        return
    what = match["what"].strip()
    day = pattern(DAY)
    either = f"or {what}" if day.search(what) and day.search(text.line) else ""
    text.take("(?:, )?%mind", f"{what} works too" if talking else either)
    text.spread()
