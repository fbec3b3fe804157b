"""Which list a question changes: the last, one before it, or all of the department's courses."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.query import Filter, Query
from rag.understanding.elliptic import ONLY
from rag.understanding.intent import LOOKUPS
from rag.understanding.lifted import field_of
from rag.understanding.past import SETS
from rag.understanding.reading import Reading
from rag.understanding.words import pattern

ONES = pattern(r"ones?(?! (?:day|unit|credit|class|course|hour|time))")
# Another condition on the list: "anything on thursdays".
ANYTHING = pattern(rf"^{ONLY}(?:any|anything|something|some)(?! (?:like|else|other|similar)) .*")
# A list goes on as if its sentence had: "that count as GE".
CLAUSE = pattern(
    r"^that (?:(?:also|do|can|would|really|actually) )*(?:count|fulfil\S*|satisf\S*|have|"
    r"meet|need|require|start|end|carry|fit|fall|deal|cover|involve|are|is (?:about|on|only)) .*"
)
# Nothing but a subject or two, which narrow a list that had none: "dance or sports".
SUBJECT = pattern(
    r"^(?!(?:.* )?(?:would|will|is|are|was|do|does|did|can|could|should|have|has|how|what|who|why|"
    r"when|where|which|i|you|we|my|me|it|that|this|not|no)(?: |$))"
    r"(?:(?:about|on|like|maybe|something|say) )*[a-z@]\S*(?: (?:(?:and|or|,|/) )?[a-z@]\S*){0,3}"
    r"(?: [?.!])*$"
)
# The list counted, or shown again.
COUNTED = pattern(
    rf"^{ONLY}(?:how many|count)(?: (?:are|is|of|there|them|those|these|it|that|in|total|all|"
    r"altogether|exist|results?|#\d+))*(?: [?.!])*$"
)
AGAIN = pattern(
    rf"^{ONLY}(?:(?:can|could) you )?(?:list|show|name|give)(?: (?:me|few|some|a|couple|"
    r"examples?|of|them|those|these|it|all|the|list|full|whole|again|out|please|#\d+))*(?: [?.!])*$"
)
# Courses are to be shown, where they were counted before.
SHOW = pattern(rf"^{ONLY}(?:(?:can|could) you )?(?:list|show|name|give|which|what are)(?: .*)?")
OTHER = re.compile(r"\b(?:else|other|others)\b")
# Conditions that say what courses are about: they ask for a set, not for one course's field.
SUBJECTS = ("program", "ge", "instructor")
# Several are meant, where one course was looked up; their level says so too.
SEVERAL = pattern(r"(?<!which )ones")
WIDE = ("level", "hundred")


def list_meant(reading: Reading, last: Query, new: list[Filter], topic: str) -> Query:
    """The list that is changed: the last one, one before it, or what was asked of a course by a
    condition ("does X count for GE-F", then "the only ECON ones")."""
    line, past = reading.text.line, reading.past
    subject = any(f.field in SUBJECTS for f in new)
    another = bool(new) and subject and last.ask not in SETS
    if last.codes and last.ask in LOOKUPS:
        if another and last.filters and ONES.search(line):
            return replace(last, ask="list", codes=())
        if past.sought and (another or (ANYTHING.match(line) and (new or topic))):
            return past.broad or past.sought
        return (_set_meant(reading, new) if last.ask not in SETS else None) or last
    asked = {f.field for f in new}
    shared = asked & {f.field for f in last.filters}
    if subject and past.basis and any(f.field == "code" and f.op == "any" for f in last.filters):
        return past.basis  # the same of another subject
    wide = past.broad or past.sought
    few = (len(past.codes) < 2 and last.follows) or (past.sought and past.sought is not last)
    spelled = past.basis.filters if past.basis else last.filters
    if wide and few and not shared and set(wide.filters) <= set(spelled):
        return wide  # the last one left nothing more to choose from
    return last


def _set_meant(reading: Reading, new: list[Filter]) -> Query | None:
    """The set that conditions are put on after a course was looked up: the last list, or the
    department's courses; None where they are asked of the course."""
    line, past = reading.text.line, reading.past
    fields, sought = {field_of(f) for f in new}, past.broad or past.sought
    had = sought and fields & {field_of(f) for f in sought.filters}
    if sought and had and "instead" in line.split():
        return sought
    if (
        OTHER.search(line)
        or not new
        or not (SEVERAL.search(line) or any(f.field in WIDE for f in new))
    ):
        return None
    if sought is None and past.department:
        return Query("", "list", filters=(Filter("program", (past.department,)),))
    return sought


def counted_of(reading: Reading) -> Query | None:
    """The list that courses were counted of by a further condition, which goes with the count."""
    sets = reading.past.sets
    count = next((q for q, _ in sets if q.ask == "count"), Query(""))
    those = {v for f in count.filters if f.field == "code" and f.op == "any" for v in f.values}
    return next((q for q, shown in sets if those and those == {*shown}), None)


def has(query: Query, field: str) -> bool:
    """Whether the query has a condition on this field."""
    return any(f.field == field for f in query.filters)
