"""Whether courses spoken of fit in one week: "so I can't do both?", "can I fit both in"."""

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
    rf"(?:(?:so|and|ok|but|then|,) )*{PAIR}(?: \S+)? (?:{SAME_WEEK})(?: .*)?|"
    rf"(?:.* )?(?:do|must|would|will) (?:i|we) (?:(?:have|need) to )?(?:choose|pick|decide) "
    r"(?:(?:one|just|only) )*(?:between|of|from|among) {xs}(?: .*)?"
)
# To take both in a term is to fit them in one week: "could a student take both of them this term".
TAKING = pattern(rf"(?:.* )?{MODAL}(?: \S+){{0,3}}? {TAKE} {PAIR}(?: .*)?")
TERM = re.compile(r"\b(?:this|next|the (?:coming|upcoming)) (?:term|semester|spring|fall)\b", re.I)
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
ALL = r"all (?:of (?:them|those|these)|(?:of (?:the|those|these) )?(?:three|four|five|3|4|5))"
CHOICE = re.compile(r"\b(?:choose|pick|decide)\b.*\b(?:between|of|from|among)\b", re.IGNORECASE)
TALKED = re.compile(
    r"\b(?:do|doing|take|taking|fit|have|juggle|manage|attend|squeeze|make|get|schedule|swing)"
    rf"(?: in)? (?:them |those |these )?(?:both|(?:the|those|these) two|{ALL})\b"
    rf"|{CHOICE.pattern}"
    rf"|\b{ALL}\b.*\b(?:work|fit|doable|possible|compatible|feasible)\b"
    r"|\b(?:both|(?:the|those|these) two|they)(?: of them)? (?:\w+ )?(?:work|fit|doable|possible|"
    r"compatible|feasible)\b|\bboth in (?:the same|one)\b"
    r"|\b(?:both|two|those|these|they)\b.* at the same time\b",
    re.IGNORECASE,
)
MOST = 6  # courses that are held against each other


def fit_together(reading: Reading) -> Query | None:
    """Whether courses of the talk fit in one week: "so I can't do both?", "could I take all three,
    timewise"."""
    last = reading.past.query
    if (
        last
        and last.ask == "schedule"
        and len(last.codes) > 1
        and UNSAID.fullmatch(reading.text.line)
    ):
        reading.follows = True
        return reading.done("schedule", codes=last.codes)
    line = reading.text.line
    in_term = TAKING.fullmatch(line) and TERM.search(reading.question)
    if not (in_term or FITTING.fullmatch(line)) or ELSE.search(line):
        return None
    codes = reading.codes(reading.targets()) or together(reading.past.record, 2)
    if reading.said or reading.denied or not 1 < len(codes) <= MOST or parts_of_one(codes):
        return None
    if not TALKED.search(reading.question):
        return None
    reading.follows = reading.follows or not reading.targets()
    return reading.done("schedule", codes=codes)


def fit_asked(text: str) -> bool:
    """Whether it is asked if several courses spoken of fit in one week."""
    return bool(TALKED.search(text))


def choice_asked(text: str) -> bool:
    """Whether it is asked if one of them has to be chosen, which is whether they clash."""
    return bool(CHOICE.search(text))
