"""Whether courses fit together in a week: their listed sections, and which needs which."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations, permutations

from rag.course import Course, Section
from rag.exact.check import TIMES
from rag.exact.listing import table
from rag.exact.selection import select
from rag.exact.wording import cite, given, plural, series
from rag.fact import Asked, Facts, state
from rag.prerequisites import Unparsed, missing, words
from rag.understanding.engaged import engaged
from rag.understanding.feasible import choice_asked, fit_asked
from rag.understanding.fitting import clashing
from rag.understanding.inturn import SAID
from rag.understanding.words import Text

WITH = re.compile(r"\b(?:clash|conflict|overlap|collide|interfere)\w* with\b", re.IGNORECASE)
TOGETHER = re.compile(
    r"\b(?:together|simultaneously|concurrently|alongside|compatible|at once|back to back"
    r"|(?:at|in|during) the same (?:time|semester|term)|same (?:semester|term|time)"
    r"|schedule (?:where|that|with|in which)|fit|squeez\w+)\b",
    re.IGNORECASE,
)
# What is asked of the times of each.
OWN_TIMES = re.compile(
    r"\b(?:when|times?|days?|hours?|meets?|starts?|ends?|late|early|schedules?|those|these|them|"
    r"they|both|two|each|it|long|often)\b",
    re.IGNORECASE,
)


# Other courses are sought, which overlap with one.
OTHERS = re.compile(
    r"\b(?:which|what|any|how many)\b.*\b(?:class\w*|courses?|ones?)\b", re.IGNORECASE
)


# One more course held against those before: "and PSYC 100?", "does it still go with them".
ONE_MORE = re.compile(
    r"^\W*(?:(?:and|ok|okay|so|what about|how about|or|with|also|hmm|then|now)\b\W*)*"
    r"[a-z]{2,4} ?\d{3}[a-z]*(?:\W|$)(?!.*\b(?:when|what|who|which)\b)"
    r"|\b(?:go|goes|fit|fits|work|works) (?:\w+ )?(?:with|alongside|beside|next to) ",
    re.IGNORECASE,
)
# Whether one may be taken beside the other, which is no where they clash: "is it ok with X".
BESIDE = re.compile(
    r"\b(?:(?:ok|okay|fine|good|possible|alright) (?:together )?|"
    r"(?:take|do|have|add) (?:\w+ ){1,4}(?:together |along )?)with\b"
    r"(?! (?:me|us|you|her|him|my|a|an|friends?)\b)",
    re.IGNORECASE,
)


def together(asked: Asked) -> bool:
    """Whether the question is how the courses named fit together."""
    text = asked.query.text
    if clashing(text):
        return bool(asked.named) and not (asked.query.unknown and len(asked.named) < 2)
    if any(f.field in TIMES for f in asked.query.filters):
        return False  # "do both meet on fridays": whether each does
    more = ONE_MORE.search(text) or BESIDE.search(text)
    held = fit_asked(text) or (asked.query.follows and more)
    fits = TOGETHER.search(text) or (asked.query.ask == "schedule" and held)
    return bool(len(different(asked.named)) > 1 and (fits or _again(asked)))


def _again(asked: Asked) -> bool:
    """Whether one more course is held against one of before: "and behavioral?", after a clash."""
    query = asked.query
    one_more = query.follows and query.ask == "schedule" and len(query.codes) == 2
    return bool(one_more and not query.also and not OWN_TIMES.search(query.text))


def clash(asked: Asked) -> Facts:
    """Yes or no for several courses; for one, the courses whose listed sections overlap with it."""
    courses = different(asked.named)
    if len(courses) < 2:
        return _against(asked, courses[0]) or _overlapping(asked, courses[0])
    meets = [f"{cite(c)} meets {_when(c)}" for c in courses]
    these = f"{series(meets)}. These are the sections in the file; there may be others."
    these += _still(asked, courses)
    if len(courses) == 2 and SAID.search(asked.query.text) and all(map(_known, courses)):
        return _in_turn(courses[0], courses[1], these)
    against = _named_beside(asked, courses) or _held(asked, courses)
    both = [pair for pair in combinations(courses, 2) if not against or against in pair]
    pairs = [pair for pair in both if overlap(*map(_section, pair))]
    text = asked.query.text
    fits = TOGETHER.search(text) or fit_asked(text) or BESIDE.search(text)
    asks_clash = clashing(text) or choice_asked(text) or not fits
    needs = [] if asks_clash else _needed(asked, courses)
    if pairs:
        said = series([f"the listed sections of {a.code} and {b.code} overlap" for a, b in pairs])
        word = "Yes" if asks_clash else "No"
        return state(f"{word}, {said}: {these}", [word], courses)
    if needs:
        return state(f"No: {series(needs)}. {these}", ["No"], courses)
    if any(not _known(c) for c in courses):
        return state(f"The file does not say whether they overlap: {these}", [], courses)
    word = "No" if asks_clash else "Yes"
    if against:
        others = series([c.code for c in courses if c != against])
        apart = f"the listed section of {against.code} does not overlap with those of {others}"
        return state(f"{word}, {apart}: {these}", [word], courses)
    return state(f"{word}, their listed sections do not overlap: {these}", [word], courses)


def _held(asked: Asked, courses: Sequence[Course]) -> Course | None:
    """The one course that several are held against: "does X clash with Y or Z"."""
    parts = WITH.split(asked.query.text, maxsplit=1)
    if len(parts) < 2:
        return None
    before, after = ([c for c in courses if str(c.number) in part] for part in parts)
    alone = next((side for side in (before, after) if len(side) == 1), [])
    return alone[0] if alone and len(before) + len(after) == len(courses) > 2 else None


def _named_beside(asked: Asked, courses: Sequence[Course]) -> Course | None:
    """The course that several of the talk are held against: of three or more the only one named."""
    text = asked.query.text.lower()
    named = [c for c in courses if str(c.number) in text or c.title.lower() in text]
    alone = asked.query.follows and len(courses) > len(named) + 1 == 2
    return named[0] if alone else None


def _in_turn(first: Course, second: Course, these: str) -> Facts:
    """Whether the one is over before the other begins, on the days that both meet."""
    a, b = _section(first), _section(second)
    courses = [first, second]
    if not set(a.days) & set(b.days):
        return state(f"They meet on different days: {these}", [], courses)
    word = "Yes" if (a.end or 0) <= (b.start or 0) else "No"
    how = "ends before" if word == "Yes" else "does not end before"
    said = f"the listed section of {first.code} {how} that of {second.code} starts"
    return state(f"{word}, {said}: {these}", [word], courses)


def overlap(a: Section, b: Section) -> bool:
    """Whether two sections meet at the same time on some day; False where either is unknown."""
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return False
    return bool(set(a.days) & set(b.days)) and a.start < b.end and b.start < a.end


def _against(asked: Asked, course: Course) -> Facts | None:
    """Yes or no for one course and the hours at which the student says to be engaged."""
    told = engaged(Text(asked.query.text).line)
    section = _section(course)
    if told is None or not _known(course) or OTHERS.search(asked.query.text):
        return None
    days, start, end = told
    own = Section(days=days or section.days, start=start, end=end)
    word = "Yes" if overlap(own, section) else "No"
    verb = "overlaps" if word == "Yes" else "does not overlap"
    text = f"{word}: {cite(course)} meets {_when(course)}, which {verb} with the time you give"
    return state(f"{text}. This is the section in the file; there may be others.", [word], [course])


def _overlapping(asked: Asked, course: Course) -> Facts:
    if not _known(course):
        return state(f"{cite(course)} meets {_when(course)}.", [], [course])
    found = [
        c
        for c in select(asked.catalogue.courses, asked.query.filters)
        if c != course and overlap(_section(c), _section(course))
    ]
    found.sort(key=lambda c: c.program != course.program)
    lead = f"{cite(course)} meets {_when(course)}; {plural(len(found), 'course')} in {asked.file}"
    verb = "has a listed section" if len(found) == 1 else "have listed sections"
    return table(asked, found, f"{lead} {verb} that overlap with it", "", [course])


def different(courses: Sequence[Course]) -> list[Course]:
    """The courses, of the parts of one sequence the first."""
    return list({(c.program, c.number): c for c in courses[::-1]}.values())[::-1]


def _needed(asked: Asked, courses: Sequence[Course]) -> list[str]:
    """That one of them has to be passed before another."""
    return [
        f"{other.code} is a prerequisite of {course.code}"
        for course, other in permutations(courses, 2)
        if asked.requirements.requires(course.code, other.code).kind == "needed"
    ]


def _still(asked: Asked, courses: Sequence[Course]) -> str:
    """What the student, with the courses said to be passed, still needs for each of them."""
    if not asked.query.taken:
        return ""
    trees = {c.code: asked.requirements.tree(c.code) for c in courses}
    lacked = [
        f"for {code} you still need {words(missing(tree, asked.taken))}"
        for code, tree in trees.items()
        if not (isinstance(tree, Unparsed) or asked.requirements.eligible(code, asked.taken))
    ]
    return given(series(lacked), " As to prerequisites, ", ".")


def _section(course: Course) -> Section:
    return course.sections[0] if course.sections else Section()


def _known(course: Course) -> bool:
    section = _section(course)
    return bool(section.days) and section.start is not None


def _when(course: Course) -> str:
    when = _section(course).when()
    return "at times still to be announced" if "announced" in when else when
