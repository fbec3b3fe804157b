"""What several courses open together: "what can I take after X and Y", "what do X and Y unlock"."""

from __future__ import annotations

from rag.query import Query
from rag.understanding.reading import Reading
from rag.understanding.words import pattern

BOTH = r"(?:both )?{x}(?: (?:(?:and|plus|both|with|,|\+|as|well) ?)+{x})+"
_PASSED = (
    r"(?:(?:both|having|passing|taking|completing|finishing|doing|clearing|i|we|she|he|they|am|is|"
    r"have|has|had|get|gets|got|done|with|through|finish|finishes|pass|passes|complete|completes|"
    r"taken|passed|finished|completed|the|both) )*"
)
OPENS = (
    r"(?:opens?|opened|unlocks?|unlocked|leads?|qualif(?:y|ies)|enables?|allows?|lets?|prepares?|"
    r"becomes? (?:available|possible|open)|makes? (?:available|possible))"
)
NEXT = rf"(?:{OPENS}|take|taking|do|next|comes?|follows?|enroll|register|available|possible|open)"
JOINTLY = pattern(
    rf"(?:what|which|anything)(?: \S+){{0,6}}? {NEXT}(?: \S+){{0,5}}? (?:after|once|with|by|from) "
    rf"{_PASSED}(?P<both>{BOTH})"
    rf"|(?:what|which)(?: \S+){{0,3}}? (?:do|does|would|will|can|could) {_PASSED}(?P<two>{BOTH})"
    rf"(?: (?:both|together|jointly|then|combined|allow|let|me|us))*(?: {OPENS})"
    rf"|(?:after|once|with) {_PASSED}(?P<first>{BOTH})(?: \S+){{0,3}}? (?:what|which|where)"
    rf"(?: (?!when|who|days?)\S+)*"
)
# What stays open to ask of the courses themselves.
ASIDE = pattern("when|who|units?|meets?|time|days?|differ|difference|compare|vs")


def jointly(reading: Reading) -> Query | None:
    """The courses that those named, once all are passed, let into; None where it is not asked."""
    text, targets = reading.text, reading.targets()
    if len(targets) < 2 or reading.said or reading.denied or ASIDE.search(text.line):
        return None
    match = JOINTLY.search(text.line)
    if match is None:
        return None
    both = match["both"] or match["two"] or match["first"]
    if set(reading.codes_in(both)) != set(reading.codes(targets)):
        return None
    reading.add_taken(targets)
    text.take("{xs}", "%")
    reading.filters += reading.find_filters()
    return reading.done("eligible")
