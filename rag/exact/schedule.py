"""When a course meets: days, time and length of the one section the file holds."""

from __future__ import annotations

import re

from rag.course import Course
from rag.exact.lookup import MOST, each
from rag.exact.wording import cite, given, plural, series
from rag.fact import Asked, Facts
from rag.understanding.terms import DROPPED
from rag.understanding.words import Text

WEEKLY = re.compile(
    r"\b(?:(?:a|per|each|every|in a) week|weekly|how often"
    r"|how many (?:times|days|lectures|meetings|hours|classes|sessions))\b",
    re.IGNORECASE,
)
LAB = re.compile(r"\blab(?:s|oratory|oratories)?\b", re.IGNORECASE)  # told by the kind of section
SECTION = re.compile(r"\bsection\s*(?:number|no\.?|#)?\s*(\d{5})", re.IGNORECASE)
# Ways to ask whether a course is given at all.
OFFERED = re.compile(
    r"^\W*(?:.*, )?(?:so |and |but )?(?:is|are|was|will|would|does|do|can i|has)\b"
    r"(?!.*\b(?:who|whom|what|when|which|how|why)\b)"
    r".*\b(?:offer\w*|availab\w*|running|given|held|taught|happening|exists?|listed|scheduled"
    r"|take place|going to (?:be|have)|this (?:year|semester|term|spring)|right now|currently"
    r"|(?:on|in|part of) (?:the|this|your|usc's) (?:\w+ ){0,3}?"
    r"(?:schedule|timetable|catalogu?e|file))\b"
    # The course and the term alone: "csci 104 this spring?"
    r"|^\W*(?:[a-z&-]+ ){0,3}?[a-z&-]* ?\d{3}[a-z]*,? (?:class |course |offered |available )?"
    r"(?:in |for |during )?(?:this |the )?(?:spring|semester|term)(?: 2024)?\W*$"
    r"|\b(?:will|is) there (?:be|going to be)\b",
    re.IGNORECASE,
)
# The same told anywhere in the question ("any chance it's running"), if nothing asks for a time.
NAMED_OFFERED = re.compile(
    r"\b(?:offer\w*|avail\w*|runs?|running|given|taught|teach\w*|held|happening|exists?|listed"
    r"|listings?|scheduled|spring|semester|term|open|yes or no|a thing|right now|now|currently|up"
    r"|(?:on|in|make|made) (?:to )?(?:the|this|your|usc's) (?:\S+ ){0,3}?"
    r"(?:schedule|timetable|catalogu?e|file|list))\b",
    re.IGNORECASE,
)
TIMING = re.compile(
    r"\b(?:who|whom|what|whats|when|which|how|where|why|times?|timings?|timeslots?|days?|hours?"
    r"|length|duration|long|meet\w*|minutes|starts?|ends?|early|late|conflict\w*|clash\w*"
    r"|overlap\w*|fits?|mornings?|afternoons?|evenings?|nights?|weeks?|weekly"
    r"|(?:lecture|class|course|the|its?|\d+[a-z]*) (?:schedule|timetable)"
    r"(?! (?:for|of|in) (?:classes|spring|this|the)))\b"
    r"|^\W*(?:give|tell|show|send|need|schedule)\b",
    re.IGNORECASE,
)
# The file's own term by other words; and where the question begins.
THIS_TIME = re.compile(
    r"\b(?:this|that) (?:time|period)(?: (?:frame|around|of (?:the )?year))?\b", re.I
)
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=\S)")
ON_SCHEDULE = re.compile(
    r"\b(?:on|in|onto|into|from) (?:the|this|that|your|usc's) (?:\S+ ){0,3}?"
    r"(?:schedule|timetable)\b",
    re.IGNORECASE,
)


def schedule(asked: Asked) -> Facts:
    """Days, time and length of the one section the file holds."""
    term = given(asked.catalogue.term, " in ")
    weekly = bool(WEEKLY.search(asked.query.text))

    def one(course: Course) -> tuple[str, list[str]]:
        if not course.sections:
            return f"The file lists no section for {cite(course)}.", []
        section = course.sections[0]
        which = f"{section.kind.lower()} section {section.number}".strip()
        if section.start is None or section.end is None:
            known = [*section.days]
            on = given(series(known), " on ", " at a time") or " at days and times"
            said = f"{cite(course)} meets{term}{on} still to be announced ({which})."
            return said, ["to be announced", *known]
        length = _length(section.end - section.start)
        values = [*section.days, section.when().split(" ")[-1]]
        if weekly and section.days:
            n = len(section.days)
            often = "once a week" if n == 1 else f"{n} times a week"
            whole = _length(n * (section.end - section.start))
            length += f" each, {whole} a week" if n > 1 else ""
            said = f"{cite(course)} meets {often}{term}: {section.when()} ({length}, {which})."
            return said, [*values, often]
        return f"{cite(course)} meets {section.when()}{term} ({length}, {which}).", values

    several = len(asked.courses[:MOST]) > 1
    these = "These are the sections" if several else "This is the section"
    lead, values = _offered(asked)
    return each(asked, one, f"{these} in the file; there may be others.", lead, values)


def _offered(asked: Asked) -> tuple[str, list[str]]:
    """('Yes. ', ['Yes']) where it is asked whether one course, or a section of it, is offered."""
    courses, text = asked.courses[:MOST], asked.query.text
    if asked.query.filters or not asked.named or asked.query.unknown or LAB.search(text):
        return "", []
    number = SECTION.search(text)
    sections = [s for course in courses for s in course.sections]
    if number and len(courses) == 1 and all(s.number[:5] != number[1] for s in sections):
        return f"The file lists no section {number[1]} of {courses[0].code}. ", []
    codes = "|".join(rf"{c.program}[\s-]*{c.number:03d}[a-z]*" for c in courses)
    text = _untitled(asked)
    dropped = DROPPED.search(Text(re.sub(codes, "the course", text, flags=re.IGNORECASE)).line)
    if len(courses) == 1 and sections and dropped:
        said = f"{cite(courses[0])} is offered{given(asked.catalogue.term, ' in ')}. "
        return said, ["offered"]
    told = asked.query.ask == "offered" or offering(text)
    return ("Yes. ", ["Yes"]) if told else ("", [])


def _untitled(asked: Asked) -> str:
    """The question, with "the course" for the titles of courses."""
    titles = "|".join(re.escape(c.title) for c in asked.named if c.title)
    text = asked.query.text
    return re.sub(titles, "the course", text, flags=re.IGNORECASE) if titles else text


def offering(text: str) -> bool:
    """Whether it is asked if something is offered, and not when: in all that is said, or last."""
    text = THIS_TIME.sub("this term", text)
    last = SENTENCE.split(text.strip())[-1]
    asked = "?" in last or "?" not in text
    return _offering(text) or (asked and _offering(last))


def _offering(text: str) -> bool:
    loose = NAMED_OFFERED.search(text) and not TIMING.search(ON_SCHEDULE.sub("listed", text))
    return bool(loose or OFFERED.search(text))


def _length(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    parts = [plural(hours, "hour") if hours else "", f"{rest} minutes" if rest else ""]
    return " ".join(filter(None, parts)) or "0 minutes"
