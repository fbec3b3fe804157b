"""What is told of each course of a list: its units, and what the question is about."""

from __future__ import annotations

import re

from rag.course import Course
from rag.exact.wording import plain, series, shorten
from rag.fact import Asked
from rag.prerequisites import NOTHING, words

WHEN = re.compile(
    r"\b(?:when|(?:what|which|their|its|each(?: one)?(?:['’]s)?) (?:meeting )?"
    r"(?:times?|days?|hours?|schedules?))\b"
    # In a few words, at the end of a clause: "code + time", "class times?", "with days".
    r"|(?:[,;:.?!+&(-] ?|\b(?:and|plus|with|w|classe?s?|courses|meeting|lecture|code|title|name) )"
    r"(?:the )?(?:class |meeting )?(?:times?|days?|hours?|schedules?|timetable|timeslots?)"
    r"(?= ?(?:[,;:.?!+&)-]|$|and\b|or\b|please|plus|for\b|of\b))"
    r"|^\W*(?:times?|days?|hours|schedules?) (?:for|of)\b|\btimetable\b",
    re.I,
)
# "With their prerequisites", "and what each needs first": told beside each course.
_EACH = r"\b(?:their|its|respective|each(?: one)?(?:['’]s)?|what|which|and the)\s+"
BEFORE = re.compile(
    rf"{_EACH}(?:\w+,? (?:and )?){{0,2}}pre-?req|"
    r"\bwhat (?:each|they)(?: one)? (?:needs?|requires?)",
    re.I,
)
CATEGORY = re.compile(rf"{_EACH}(?:\w+ and )?(?:ge[ -])?categor", re.I)
WHO = re.compile(
    r"\bwhom?\b.*\bt(?:each|aught)|\bt(?:each|aught)\b.*\bwhom?\b|\b(?:instructor|professor|prof|teacher)s?\b",
    re.I,
)


def remark(asked: Asked, course: Course) -> str:
    """The one or two facts of a course that the question is about: '4 units, Tue 2:00-3:20pm'."""
    filters, ask = asked.query.filters, asked.query.ask
    fields = {f.field for f in filters}
    section = course.sections[0] if course.sections else None
    timed = WHEN.search(asked.query.text) or fields & {"day", "days", "start", "end", "length"}
    people = _people(asked)
    # The one who is asked about is not named beside each course.
    taught = people > 1 or (not people and (ask == "instructor" or WHO.search(asked.query.text)))
    needing = any(f.field == "prerequisites" and f.values[0] for f in filters)
    told = [course.units.split(",")[0]]
    if section and (timed or ask == "schedule"):
        told.append(section.when())
    elif section and "kind" in fields:
        told.append(section.kind.lower())
    if section and taught:
        told.append(series(section.instructors) or "no instructor listed")
    wanted = ask == "prerequisites" or needing or BEFORE.search(asked.query.text)
    if wanted and ask != "unlocks" and "needs" not in fields:  # these were found by what they need
        tree = asked.requirements.tree(course.code)
        needs = shorten(f"requires {plain(words(tree))}", 60)
        told.append("no prerequisites" if tree == NOTHING else needs)
    if CATEGORY.search(asked.query.text):
        told.append(series([f"GE-{letter}" for letter in course.ge]) or "no GE category")
    return ", ".join(told)


def _people(asked: Asked) -> int:
    """How many instructors one name may mean."""
    return max((len(f.values) for f in asked.query.filters if f.field == "instructor"), default=0)
