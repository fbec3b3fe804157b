"""What a student does not mind: it will do too, and is no dislike."""

from __future__ import annotations

from rag.query import Query
from rag.understanding.daynames import DAY
from rag.understanding.words import Text, pattern

MIND = (
    r"(?:(?:and|but|also) )?(?:(?:i|we|he|she|they) )?(?:(?:really|honestly) )?"
    r"(?:do|does|did|would) not (?:really )?mind"
    r"(?: (?:it |being there |coming in )?(?:on|in|at|if it is|having|taking|doing))*"
    r"(?P<what>(?: [a-z0-9:]+){1,3}?)(?: (?:either|too|as well|though|at all))?"
    r"(?= ?$| ?[.,;!]| (?:and|but|so)(?: |$))"
)


def tolerate(text: Text, last: Query | None) -> None:
    """Say of what is not minded that it works too, where the list before has days or hours that it
    adds to; beside another day in one question, that it may be either; and else nothing."""
    if not (match := text.take(MIND, "%mind")):
        return
    what = match["what"].strip()
    day = pattern(DAY)
    either = f"or {what}" if day.search(what) and day.search(text.line) else ""
    timed = last is not None and any(f.field in ("day", "start", "end") for f in last.filters)
    text.take("(?:, )?%mind", f"{what} works too" if timed else either)
    text.spread()
