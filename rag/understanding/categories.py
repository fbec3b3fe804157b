"""The GE category of the talk, pointed at: "a logic class for the same category", "anything else in
that category"."""

from __future__ import annotations

from rag.course import GE_CATEGORIES
from rag.understanding.past import Past
from rag.understanding.words import Text

SAME = (
    r"(?:for|in|of|from|under|within|towards?|as|fulfil\S*|satisf\S+|meets?|fills?|covers?) "
    r"(?:(?:the|that|this) )?(?:same (?:ge |gen ed )?(?:category|ge|gen ed|requirement)"
    r"|(?<=that )(?:ge |gen ed )?category|(?<=this )(?:ge |gen ed )?category)(?! [a-h](?: |$))"
)


def name_category(text: Text, past: Past) -> bool:
    """Put the category of the latest list that has one in the place of "the same category"; whether
    it was."""
    told = (f for query, _ in past.sets for f in query.filters if f.field == "ge" and f.op != "not")
    letters = next((f.values for f in told if len(f.values) < len(GE_CATEGORIES)), ())
    if not letters or not text.take(SAME, f"for ge {' or '.join(map(str, letters)).lower()}"):
        return False
    text.spread()
    return True
