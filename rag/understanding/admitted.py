"""Whether the course named last may be taken, the others being passed."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.query import Query
from rag.understanding.untitled import MASK

# What may ask something else of two courses: which one, both at once, or the one without the other.
_ELSE = (
    r"without|skip\w*|not|no|never|neither|nor|none|instead|or|vs|same|together|both|fit|clash\w*|conflict\w*|"
    r"overlap\w*|either|each|fail\w*|flunk\w*|bomb\w*|withdr\w+|keep|stop|block|prevent"
)
_BOTH = rf"|{MASK} (?:(?:and|,|plus|with|/|&|\+|also) )+{MASK}(?! ?[.,;!:-] .*{MASK})"
OTHERWISE = re.compile(rf"\b(?:{_ELSE})\b{_BOTH}")
# Also what asks whether the one is needed at all.
NEEDED = re.compile(
    rf"\b(?:{_ELSE}|(?:make|makes|force|forces) (?:you|me|us|one|students|people)|"
    rf"before|need\w*|requir\w*|prereqs|mandatory|must|first)\b{_BOTH}"
)


def admitted(query: Query) -> Query:
    """Whether the course further on may be taken with the others passed, in the file or not."""
    *passed, wanted = sorted((*query.codes, *query.unknown), key=number)
    taken = tuple(dict.fromkeys((*query.taken, *passed)))
    here = wanted in query.codes
    codes, unknown = ((wanted,), ()) if here else ((), (wanted,))
    plain = replace(query, ask="eligible", codes=codes, taken=taken, unknown=unknown)
    return replace(plain, filters=(), topic="", missing="", also=())


def number(code: str) -> int:
    """How far on a course is: 'CSCI 104L' -> 104."""
    return int(re.sub(r"\D", "", code) or 0)
