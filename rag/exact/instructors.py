"""Questions whose answer is people: which instructors teach, or do not teach, courses of a kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from rag.course import Course
from rag.exact import condition
from rag.exact.listing import table
from rag.exact.mention import mentioning
from rag.exact.selection import select
from rag.exact.wording import be, bullets, capital, cite, plain, plural, series
from rag.fact import Asked, Facts, state
from rag.query import Filter

PEOPLE = r"(?:professors?|profs?|instructors?|teachers?|faculty|lecturers?)"
# "Which professors don't teach classes with labs".
WITHOUT = re.compile(
    rf"\b{PEOPLE}\b.*\b(?:don['’]?t|do not|doesn['’]?t|never|without|not)\b"
    rf"|\b(?:not|never|n['’]t)\b.*\btaught by\b.*\b{PEOPLE}\b",
    re.IGNORECASE,
)
NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
_N = rf"(?P<more>more than |over |at least |)(?P<n>\d+|{'|'.join(NUMBERS)})(?P<plus> or more|\+|)"
# "Which professors teach more than three classes".
BUSY = re.compile(
    rf"\b(?:{PEOPLE}|who)\b.*\b(?:teach\w*|ha(?:s|ve)|offers?)\b.*?\b{_N} (?:different )?"
    r"(?:class(?:es)?|courses?)\b",
    re.IGNORECASE,
)
# "Courses taught by two or more professors".
SHARED = re.compile(rf"\b{_N} (?:different )?(?:{PEOPLE}|persons?|people)\b", re.IGNORECASE)
# "Who teaches in the classics department", which no course answers.
WHO_TEACH = re.compile(
    r"^\W*(?:(?:hi|hey|so|and|ok|please|can you|tell me|show me|give me|list|name)\W+)*"
    r"(?:(?:who(?: all| else)?|how many people) (?:are|teach(?:es)?|is teaching|teach there)\b"
    r"|(?:(?:which|what|how many|number|different|all|the|of|are|list|name|every|who|me|show|a) )*"
    r"(?:professors|profs|instructors|teachers|faculty|lecturers)\b)",
    re.IGNORECASE,
)
# Conditions on what is taught; the others say which courses are meant.
SAID = ("kind", "day", "days", "start", "end", "units", "prerequisites", "clearance")
IN_COMMON = ("compare", "instructor", "list", "taught_by", "description", "other")
SHOWN = 6
BOTH = re.compile(r"\bboth\b", re.IGNORECASE)
# Whether courses have an instructor in common.
ANYONE = rf"(?:{PEOPLE}|person|people|guy|woman|man|lady|someone|anyone|anybody)"
COMMON = re.compile(
    rf"\bwho\b.*\b(?:in common|shared?)\b|\bcommon {PEOPLE}\b|\b{ANYONE}\b.*\bin common\b"
    r"|\b(?:shares?|shared|sharing|same|identical|one and the same)\b"
    rf".{{0,20}}\b{ANYONE}\b",
    re.IGNORECASE,
)
# Of the people of a department so many are told, with so many of their courses.
TOLD, EACH = 8, 1


def people(asked: Asked) -> Callable[[Asked], Facts] | None:
    """The function for a question about people, None where it is about something else."""
    text = asked.query.text
    if asked.named or asked.query.ask not in ("list", "count", "instructor", "taught_by", "other"):
        return None
    if BUSY.search(text):
        return busy
    if SHARED.search(text) and re.search(r"\bt(?:aught|each)", text, re.IGNORECASE):
        return shared
    said = [f for f in asked.query.filters if f.field in SAID]
    if said and WITHOUT.search(text):
        return without
    other = all(f.field not in ("instructor", "staffed") for f in asked.query.filters)
    return teachers if asked.query.filters and other and WHO_TEACH.search(text) else None


def shares_teacher(asked: Asked) -> bool:
    """Whether it is asked if the courses named have an instructor in common."""
    several = len(asked.named) > 1 and asked.query.ask in IN_COMMON
    return several and bool(COMMON.search(asked.query.text))


def common(asked: Asked) -> Facts:
    """Whom the courses named have in common."""
    courses = asked.named
    names = [n for n in _teachers(courses[0]) if all(n in _teachers(c) for c in courses)]
    some = all(_teachers(c) for c in courses)
    whole = "both" if len(courses) == 2 else f"all {len(courses)}"
    each = series([f"{cite(c)} by {series(_teachers(c)) or 'no one named'}" for c in courses])
    lists = f"The listed sections are taught: {each}."
    if names:
        who = f"{series(names)} {be(len(names))} listed for {whole}"
        same = all(set(_teachers(c)) == set(names) for c in courses)
        return state(
            f"Yes, {who}{'' if same else ', with others'}. {lists}", ["Yes", *names], courses
        )
    if not some:
        return state(f"{capital(asked.file)} does not say. {lists}", [], courses)
    return state(f"No, no instructor is listed for {whole}. {lists}", ["No"], courses)


def teachers(asked: Asked) -> Facts:
    """The instructors listed for courses of a kind, those with the most first."""
    found: Sequence[Course] = select(asked.catalogue.courses, asked.query.filters)
    if asked.query.topic:
        found = mentioning(asked.catalogue, found, asked.query.topic)
    every = {str(v) for f in asked.query.filters if f.field == "program" for v in f.values}
    both = bool(BOTH.search(asked.query.text)) and len(every) > 1
    taught: dict[str, list[Course]] = {}
    for course in found:
        for name in _teachers(course):
            taught.setdefault(name, []).append(course)
    if both:
        taught = {n: cs for n, cs in taught.items() if every <= {c.program for c in cs}}
    if both and not taught:
        return state(f"No instructor in {asked.file} is listed for both.", ["No"])
    if not taught:
        return state("")
    names = sorted(taught, key=lambda name: -len(taught[name]))
    shown = [c for name in names[:TOLD] for c in taught[name][:EACH]]
    rows = [f"{name}: {_some(taught[name])}" for name in names[:TOLD]]
    left = len(names) - len(rows)
    about = f" that mention “{plain(asked.query.topic)}”" if asked.query.topic else ""
    lead = (
        f"{capital(asked.file)} lists {plural(len(names), 'instructor')} for its {len(found)} "
        f"{condition.courses(asked.query.filters, len(found))}{about}"
    )
    if both:
        lead = (
            f"{capital(asked.file)} lists {plural(len(names), 'instructor')} for courses of both "
            f"{series(sorted(every))}"
        )
    lead += f"; here are {len(rows)}" if left else ""
    end = f"\nand {left} more." if left else ""
    return state(f"{lead}:\n{bullets(rows)}{end}", [str(len(names))], shown, total=len(names))


def _some(courses: Sequence[Course]) -> str:
    """'[CLAS 151gp] and 2 more'."""
    first = [cite(c) for c in courses[:EACH]]
    left = len(courses) - len(first)
    return f"{', '.join(first)} and {left} more" if left else series(first)


def busy(asked: Asked) -> Facts:
    """The instructors listed for so many of the courses."""
    match = BUSY.search(asked.query.text)
    least, words = _bound(match)
    found = select(asked.catalogue.courses, asked.query.filters)
    counts = Counter(name for course in found for name in _teachers(course))
    names = [(name, n) for name, n in counts.most_common() if n >= least]
    what = condition.courses(asked.query.filters, 1 if words.endswith(" 1") else 2)
    if not names:
        return state(f"No instructor in {asked.file} is listed for {words} {what}.", ["No"])
    shown = series([f"{name} ({n})" for name, n in names[:SHOWN]])
    lead = f"{capital(asked.file)} lists {plural(len(names), 'instructor')} for {words} {what}"
    return state(f"{lead}{_shown(len(names))}: {shown}.", [str(len(names))], total=len(names))


def shared(asked: Asked) -> Facts:
    """The courses whose listed section has so many instructors."""
    least, words = _bound(SHARED.search(asked.query.text))
    found = [
        c
        for c in select(asked.catalogue.courses, asked.query.filters)
        if len(_teachers(c)) >= least
    ]
    what = condition.courses(asked.query.filters, len(found))
    lead = f"{capital(asked.file)} has {len(found)} {what} with {words} instructors listed"
    if not found:
        return state(f"{lead}.", ["0"], total=0)
    return table(asked, found, lead)


def without(asked: Asked) -> Facts:
    """The instructors of courses of a kind none of whose listed sections is as said."""
    filters = asked.query.filters
    said = [_plain(f) for f in filters if f.field in SAID]
    rest = [f for f in filters if f.field not in SAID]
    courses = select(asked.catalogue.courses, rest)
    such = {name for course in select(courses, said) for name in _teachers(course)}
    counts = Counter(name for course in courses for name in _teachers(course))
    names = [name for name, _ in counts.most_common() if name not in such]
    what = condition.courses(said, 1)
    lead = (
        f"Of the {plural(len(counts), 'instructor')} of {condition.courses(rest, 2)} in "
        f"{asked.file}, {len(names)} teach no {what}"
    )
    shown = series(names[:SHOWN])
    text = f"{lead}{_shown(len(names))}: {shown}." if names else f"{lead}."
    return state(text, [str(len(names))], total=len(names))


def _bound(match: re.Match[str] | None) -> tuple[int, str]:
    """The least number meant, and in words: (3, 'more than 2')."""
    assert match is not None
    n = int(NUMBERS.get(match["n"].lower(), match["n"]))
    if match["more"].strip().lower() in ("more than", "over"):
        return n + 1, f"more than {n}"
    return n, f"{n} or more"


def _teachers(course: Course) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for s in course.sections for name in s.instructors))


def _plain(f: Filter) -> Filter:
    """The condition itself where the question denies it: not a laboratory -> a laboratory."""
    return Filter(f.field, f.values) if f.op == "not" else f


def _shown(total: int) -> str:
    return "" if total <= SHOWN else ", for example"
