"""How many units the courses of a kind have: "how many units is a typical law class"."""

from __future__ import annotations

import re
from collections import Counter

from rag.course import Course
from rag.exact import condition
from rag.exact.selection import select
from rag.exact.wording import be, capital, plural, series
from rag.fact import Asked, Facts, state

ASKED = re.compile(
    r"\b(?:how many|what(?:'s| is| are)?(?: the)?(?: number of)?|number of) (?:units?|credits?)\b"
    r"(?!.*\b(?:have|has|is|are) there\b)"
    r"|\b(?:typical|usual|average|normal|most common)\b.*\b(?:units?|credits?)\b",
    re.IGNORECASE,
)
SHOWN = 5


def about_units(asked: Asked) -> bool:
    """Whether the question is how many units a kind of course has."""
    query = asked.query
    kind = query.filters and all(f.field != "units" for f in query.filters)
    plain = not asked.named and not query.unknown and not query.topic and not query.taken
    return bool(kind and plain and query.ask in ("list", "count") and ASKED.search(query.text))


def spread(asked: Asked) -> Facts:
    """How the units are spread over the courses, the commonest number first."""
    found = select(asked.catalogue.courses, asked.query.filters)
    if not found:
        return state("")
    counts = Counter(_units(c) for c in found).most_common()
    rows = [f"{n} {be(n)} {units}" for units, n in counts[:SHOWN]]
    left = sum(n for _, n in counts[SHOWN:])
    rows += [f"{left} {be(left)} something else"] if left else []
    what = condition.courses(asked.query.filters, len(found))
    lead = f"Of the {len(found)} {what} in {asked.file}" if len(found) > 1 else f"The one {what}"
    return state(f"{capital(lead)}, {series(rows)}.", [counts[0][0]], found[:0], total=len(found))


def _units(course: Course) -> str:
    low, high = f"{course.units_min:g}", f"{course.units_max:g}"
    return (
        plural(int(float(low)), "unit")
        if low == high == str(int(float(low)))
        else (f"{low} units" if low == high else f"{low}-{high} units")
    )
