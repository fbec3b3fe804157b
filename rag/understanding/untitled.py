"""Look-ups of a course whose title was mistyped or given in part, and asked for in words that the
rules do not know: only with the course in their place it is plain what they ask."""

from __future__ import annotations

import re

from rag.query import Query
from rag.understanding.classifier import OF_COURSE, SAME, Opinion
from rag.understanding.departments import subject
from rag.understanding.intent import LOOKUPS, looked_up
from rag.understanding.missing import OFF_TOPIC
from rag.understanding.reading import Reading
from rag.understanding.single import about, narrow
from rag.understanding.titled import find_near_titles
from rag.understanding.worded import unmarked
from rag.understanding.words import bag, pattern

MASK = "the course"
# How likely it must be; less where the rules agree once the course stands there.
LIKELY, FAIRLY = 0.85, 0.45
# What the rules make of such questions.
ASKS = bag("list count recommend other unavailable units prerequisites schedule instructor")
# Words for a set of courses, whatever a title beside them is.
SOUGHT = pattern(
    r"(?:any|some|another) (?!prereqs |other |required )(?:[a-z]+ ){1,4}?(?:{class})|"
    r"classes|courses|electives|seminars|offerings|ges?|something|ones|options|recommend\S*|"
    r"suggest\S*|looking for|interested in|curious about|(?:i )?(?:like|love|enjoy)"
)


def mask(line: str) -> str:
    """The words with each course as "the course", and the code of a program as its name."""
    words = (subject(unmarked(word)) for word in line.split())
    return re.sub(r"#\d+", MASK, " ".join(words))


def titled(query: Query, opinion: Opinion, reading: Reading) -> Query | None:
    """The question as such a look-up, None where it is none."""
    if query.follows or query.ask not in ASKS or SOUGHT.search(reading.text.line):
        return None
    if query.ask == "unavailable" and query.missing != OFF_TOPIC:
        return None
    if any(f.field != "program" for f in query.filters):
        return None
    find_near_titles(reading.text, reading.vocabulary.titles, reading.mentions)
    narrow(reading)
    targets = reading.targets()
    if len(targets) != 1:
        return None
    heading, odds = opinion(mask(reading.text.line), OF_COURSE)
    asked = SAME.get(heading, heading)
    told = asked in LOOKUPS and asked != "description"
    least = FAIRLY if looked_up(reading.text) == asked else LIKELY
    return about(reading, asked, targets) if told and odds >= least else None
