"""Conditions taken back: "any day", "the time doesn't matter", "it doesn't have to be a GE"."""

from __future__ import annotations

import re

from rag.query import Filter
from rag.understanding.reading import Reading

# The fields a condition taken back may be called by.
FIELDS = (
    ("units", r"units?|credits?"),
    ("day", r"days?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekdays?|weekends?|mwf|tth"),
    ("start", r"times?|hours?|mornings?|afternoons?|evenings?|nights?|early|late|noon|am|pm"),
    ("level", r"levels?|divisions?|upper|lower|graduate|undergrads?|grads?|seniors?|advanced"),
    ("prerequisites", r"prereqs|requirements?"),
    ("kind", r"labs?|lectures?|discussions?|types?|kinds?|formats?"),
    ("program", r"departments?|majors?|programs?|subjects?|fields?"),
    ("restricted", r"restrict\w*|open"),
    ("clearance", r"clearances?|dclearance|permission"),
    ("ge", r"ges?|gen|category|categories"),
    ("instructor", r"professors?|instructors?|teachers?"),
)
ALIKE = {"end": "start", "hundred": "level", "days": "day", "length": "start"}
# Of these, those of which every course has one: "any lab" asks for a lab, "any day" for no day.
OPEN = (
    r"(?:times?(?: of (?:the )?day)?|start(?:ing)? times?|hours?|days?(?: of the week)?|weekdays?|"
    r"levels?|divisions?|departments?|majors?|programs?|subjects?|fields?|"
    r"(?:number|amount) of (?:units|credits)|professors?|instructors?|teachers?)"
)
NAMED = f"(?:{'|'.join(seen for _, seen in FIELDS)})"
END = (
    r"(?= ?$| (?:[?.,;!]|is|are|works?|will|would|then|now|instead|please|actually|though|anyway|"
    r"and|but|either|too|after all|altogether|completely)(?: |$))"
)
FINE = r"(?: (?:is|are|works?|will|would|do|be|fine|ok|okay|good|great|for me|goes|possible))*"
FORGET = (
    r"(?:forget|drop|ignore|remove|lift|lose|scratch|disregard|never mind|get rid of|take off|undo|"
    r"ditch|skip|leave out|relax|loosen)"
)
MATTERS = r"(?:matter|important|relevant|an issue|a problem|a concern|a must|fixed|required|needed)"
WAYS = (
    rf"(?:(?:at|on|in|from|with|of|for) )?(?:any|whatever|whichever|no matter (?:the|which|what)|"
    rf"regardless of(?: the)?) {OPEN}{END}{FINE}",
    rf"(?:i |we )?(?:do not|no longer|not) (?:(?:really|even|actually) )*(?:care|mind|bother|worry|"
    rf"fussed)(?: (?:about|what|which|for|anymore))*(?: (?:the|its|their))? {NAMED}"
    rf"(?: (?:of|anymore|it|is|they|are|the|day|week))*",
    rf"(?:the |its |their )?{NAMED}(?: (?:part|thing|bit))? (?:(?:do|does|is|are|really|so|would|"
    rf"will|be) )*not (?:(?:really|that|so|be) )*{MATTERS}"
    r"(?: (?:to me|anymore|for me|much|at all|after all))*",
    rf"(?:the |its |their )?{NAMED} (?:is|are) (?:(?:totally|completely) )?(?:irrelevant|flexible|"
    r"negotiable|optional|open)",
    rf"(?:with or without|regardless of|no matter)(?: (?:the|any|a))* {NAMED}",
    rf"{FORGET}(?: about)? (?:the|that|my|your|all the) {NAMED}(?: (?:thing|part|condition|filter|"
    rf"requirement|restriction|limit|bit|constraint|rule|business|stuff|preference)s?)?{END}",
)
# What courses need not be, in words for a condition.
NEED_NOT = (
    r"(?:(?:it|they|that|this|which|(?:the )?{class}) )?(?:(?:really|actually) )?"
    r"(?:(?:does|do|need|did) not|no longer) (?:(?:really|actually|even|necessarily) )*"
    r"(?:(?:have|need|needs|has) to )?be (?P<what>\S+(?: \S+){0,5}?)"
    r"(?= ?$| [.,;?!]| (?:though|anymore|either|necessarily|now|actually|and|but)(?: |$))"
)
EITHER = r"(?P<what>\S+(?: \S+)?) or not(?= ?$| [.,;?!])"


def lifted(reading: Reading) -> set[str]:
    """The fields whose conditions the text takes back; what says so is taken out of it."""
    found: set[str] = set()
    for words in WAYS:
        while (match := reading.text.has(words)) and not _course(reading, match):
            reading.text.take(words, "")
            found |= fields_named(match[0])
    for words in (NEED_NOT, EITHER):
        match = reading.text.has(words)
        if match and (out := conditions(reading, match["what"])):
            reading.text.take(words, "")
            found |= {field_of(f) for f in out}
    return found


def _course(reading: Reading, match: re.Match[str]) -> bool:
    """Whether a course is dropped beside another, where no list had such a condition: "drop the lab
    and the directed research"."""
    past = reading.past
    lists = (past.query, past.basis, past.sought)
    had = {field_of(f) for query in lists if query for f in query.filters}
    beside = re.match(r" (?:and|,) the ", match.string[match.end() :])
    return bool(beside) and not fields_named(match[0]) & had


def fields_named(words: str) -> set[str]:
    """The fields that these words name."""
    words = re.sub(r"(times?) of (?:the )?day\b", r"\1", words)
    return {field for field, seen in FIELDS if re.search(rf"\b(?:{seen})\b", words)}


def field_of(f: Filter) -> str:
    """The field a condition is spoken of by: a start and an end are both a time."""
    return ALIKE.get(f.field, f.field)


def conditions(reading: Reading, words: str) -> list[Filter]:
    """The conditions that these words of the text would be by themselves."""
    whole, field, text = reading.text, reading.field, reading.text.copy()
    text.words = [*words.split(), "classes"]
    text.written = list(text.words)
    reading.text = text
    found = reading.find_filters()
    reading.text, reading.field = whole, field
    return found
