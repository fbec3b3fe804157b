"""Whether two courses spoken of fit in one week: "so I can't do both?", "can I fit both in"."""

from __future__ import annotations

import re

from rag.query import Query
from rag.understanding.groups import together
from rag.understanding.past import parts_of_one
from rag.understanding.reading import Reading
from rag.understanding.words import pattern

# What is done with courses in one week.
DO = r"(?:do|doing|fit|fitting|squeeze|manage|juggle|attend|make|have|pull off|schedule|swing)"
TAKE = r"(?:take|taking|enroll in|register for|sign up for|get|be in)"
PAIR = r"(?:(?:in )?(?:{xs}|both(?: of {x})?)|{xs} both|both {xs})"
MODAL = r"(?:can|could|may|might|possible|possibly|able|would|will|cannot|ok|okay|doable|feasible)"
SAME_WEEK = (
    r"(?:in|at|during|on) (?:(?:the|one|a) )*(?:same|single|one) (?:term|semester|time|week|day)|"
    r"together|"
    r"simultaneously|at once|(?:in (?:one|a single) (?:term|semester))|"
    r"(?:time|schedule|timing|times|hours|day)s?(?: |-)?wise|timewise|schedulewise"
)
FITTING = pattern(
    rf"(?:.* )?{MODAL}(?: \S+){{0,3}}? {DO} {PAIR}(?: .*)?|"
    rf"(?:.* )?{MODAL}(?: \S+){{0,3}}? {TAKE} {PAIR}(?: .*)? (?:{SAME_WEEK})(?: .*)?|"
    rf"(?:.* )?(?:{MODAL}|do|does|are|is) {PAIR}(?: \S+)? (?:work|fit|doable|possible|compatible|"
    r"feasible)(?: .*)?|"
    rf"(?:(?:so|and|ok|but|then|,|wait) )*(?:are|is|do|does) {PAIR}(?: \S+){{0,2}}? at the same "
    r"time(?: .*)?|"
    rf"(?:(?:so|and|ok|but|then|,) )*{PAIR}(?: \S+)? (?:{SAME_WEEK})(?: .*)?"
)
# The same of two just told of, which are not said again: "but not at the same time right".
UNSAID = pattern(
    r"(?:(?:so|and|but|ok|okay|then|just|only|,|well) )*(?:not )?(?:meeting |meet )?"
    r"(?:at|during|on) the same (?:time|hours?)(?: (?:too|though|tho|then|right|or|no|yes|correct|"
    r"i hope|hopefully|,))*(?: [?.!])*"
)
# What else may be asked of both.
ELSE = pattern(
    r"{unit}|prereqs|who|what|when|where|why|{teacher}|clearance|dclearance|count|ge|instead|if i|"
    r"with|without|having|after|only|%taken|restrict\S*"
)
TALKED = re.compile(
    r"\b(?:do|doing|take|taking|fit|have|juggle|manage|attend|squeeze|make|get|schedule|swing)"
    r"(?: in)? (?:them |those |these )?(?:both|(?:the|those|these) two)\b"
    r"|\b(?:both|(?:the|those|these) two|they)(?: of them)? (?:\w+ )?(?:work|fit|doable|possible|"
    r"compatible|feasible)\b|\bboth in (?:the same|one)\b"
    r"|\b(?:both|two|those|these|they)\b.* at the same time\b",
    re.IGNORECASE,
)


def fit_together(reading: Reading) -> Query | None:
    """Whether two courses of the talk fit in one week: "so I can't do both?"."""
    last = reading.past.query
    if (
        last
        and last.ask == "schedule"
        and len(last.codes) > 1
        and UNSAID.fullmatch(reading.text.line)
    ):
        reading.follows = True
        return reading.done("schedule", codes=last.codes)
    if not FITTING.fullmatch(reading.text.line) or ELSE.search(reading.text.line):
        return None
    codes = reading.codes(reading.targets()) or together(reading.past.record, 2)
    if reading.said or reading.denied or len(codes) != 2 or parts_of_one(codes):
        return None
    if not TALKED.search(reading.question):
        return None
    reading.follows = reading.follows or not reading.targets()
    return reading.done("schedule", codes=codes)


def fit_asked(text: str) -> bool:
    """Whether it is asked if several courses spoken of fit in one week."""
    return bool(TALKED.search(text))
