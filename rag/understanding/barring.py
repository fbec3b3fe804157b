"""Which of a list are open to a student who tells of the own major or year: "I'm not a psych
major, which can I still take"."""

from __future__ import annotations

from rag.exact.shut import shut, told
from rag.query import Query
from rag.understanding.changes import CHANGING
from rag.understanding.elliptic import ONLY, restore
from rag.understanding.past import SETS
from rag.understanding.reading import Reading
from rag.understanding.remaining import without
from rag.understanding.words import pattern

# What may be taken is asked of those listed.
WHICH = pattern(
    r"(?:which|what|any|are any|do any)(?: \S+){0,4}? (?:take|left|open|allowed|eligible|register|"
    r"enroll|sign up|do|remain|remaining|get into|in)(?: .*)?"
    r"|(?:which|what|any) (?:of )?(?:these|those|them|#\d+)(?: .*)?"
)
# The student's own major or year, told as one more condition: "and I'm a freshman".
ALONE = pattern(
    rf"^{ONLY}(?:(?:also|btw|and|but|though) )*(?:i|she|he|we) (?:am|is|are) (?:(?:only|just|not|a|"
    r"an|still|actually|no) )*(?:[a-z]+ ){0,3}?(?:majors?|fresh\S+|sophomores?|juniors?|seniors?)"
    r"(?: (?:though|btw|by the way|yet))*(?: [.!])*$"
)
# Courses sought anew.
ANEW = pattern("{class}|recommend|suggest|something|anything|another|other|else")


def barring(reading: Reading) -> Query | None:
    """The last list without the courses closed to this student; None where none are asked for."""
    past, line = reading.past, reading.text.line
    near = past.query is not None and past.query.ask in (*SETS, "eligible")
    if not (near and len(past.codes) > 1 and past.sets and told(reading.question)):
        return None
    if not (ALONE.match(line) or (WHICH.search(line) and not ANEW.search(line))):
        return None
    if any(reading.mentions[i].how != "those" for i in reading.targets()):
        return None
    catalogue = reading.vocabulary.catalogue
    last = past.sets[0][0]
    members = next(past.wider(catalogue))
    listed = [c for code in members if (c := catalogue.find(code))]
    out = tuple(c.code for c in listed if shut(c, reading.question))
    return without(reading, last, out) if out else _all(reading, last)


def _all(reading: Reading, last: Query) -> Query | None:
    """The whole list once more: none of its courses is closed."""
    before = reading.text.copy()
    reading.find_filters()
    left = set(reading.topic().split()) - CHANGING - {"major", "majors", "still", "standing"}
    restore(reading, before)
    if left:
        return None
    reading.follows, reading.filters = True, list(last.filters)
    return reading.done("list", topic=last.topic)
