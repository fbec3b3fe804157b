"""Questions whose answer is programs: which departments have such courses, and how many."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rag.course import Course
from rag.exact import condition
from rag.exact.mention import mentioning
from rag.exact.selection import select
from rag.exact.wording import be, bullets, capital, given, plain, plural, series
from rag.fact import Asked, Facts, state
from rag.programs import program_name

UNIT = r"(?:departments?|programs?|fields?|disciplines?)"
ASKED = re.compile(
    rf"\b(?:which|what|list|how many|number of|name|all|show(?: me)?|any other)\b"
    rf"(?: (?:of|the|all|every|each|other|different|academic|usc|are|me|is|your)){{0,4}} {UNIT}\b"
    r"(?! (?:of study )?(?:requires?|requirements?|code|director|chair))"
    r"|\b(?:which|what) subjects (?:have|has|offer|teach|are|do|does)\b"
    r"|\b(?:which|what|how many)(?: (?:foreign|other|different|new|world|modern)){0,2} languages\b",
    re.IGNORECASE,
)
# "Are there more CSCI or EE courses": of the programs named one has the most.
MORE = re.compile(
    r"\b(?:more|most|fewer|fewest|bigger|larger)\b(?! (?:than )?\d)(?=.*\b(?:or|than|vs|and)\b)"
    r"(?!.*\b(?:units?|credits?|prereq\w*)\b)",
    re.IGNORECASE,
)
ASKS = ("list", "count", "recommend", "other", "description")
# How many programs are told.
SHOWN = 10


def about_programs(asked: Asked) -> bool:
    """Whether the question is which programs have such courses."""
    if asked.named or asked.query.unknown or asked.query.ask not in ASKS:
        return False
    rivals = len(_rivals(asked)) > 1 and MORE.search(asked.query.text)
    return bool(rivals or ASKED.search(asked.query.text))


def programs_of(asked: Asked) -> Facts:
    """The programs with courses that meet the conditions, those with the most first."""
    topic = _topic(asked)
    found: Sequence[Course] = select(asked.catalogue.courses, asked.query.filters)
    if topic:
        found = mentioning(asked.catalogue, found, topic)
    if not found:
        return state("")
    rivals = _rivals(asked)
    if len(rivals) > 1 and MORE.search(asked.query.text):
        return _compared(asked, found, rivals)
    counts = Counter(c.program for c in found).most_common()
    total, n = len(counts), len(found)
    what = f"{condition.courses(asked.query.filters, n)}{_about(topic, n)}"
    if topic or asked.query.filters:
        lead = f"{capital(asked.file)} has {n} {what}, in {plural(total, 'program')}"
    else:
        lead = f"{capital(asked.file)} has courses of {plural(total, 'program')}"
    rows = [_row(code, count, found) for code, count in counts[:SHOWN]]
    left = total - len(rows)
    shown = f"; the {len(rows)} with the most {be(len(rows))}" if left else ""
    text = f"{lead}{shown}:\n{bullets(rows)}{given(f'and {left} more.' if left else '', chr(10))}"
    return state(text, [str(total)], _firsts(found, counts[:SHOWN]), total=total)


def _rivals(asked: Asked) -> tuple[str, ...]:
    """The programs named, of which one may have more courses than another."""
    named = [f for f in asked.query.filters if f.field == "program" and f.op == "any"]
    return tuple(str(v) for f in named for v in f.values)


def _compared(asked: Asked, found: Sequence[Course], rivals: Sequence[str]) -> Facts:
    """'CSCI has more: 87 courses, EE 86.'"""
    counts = {code: sum(code in (c.program, *c.listed_under) for c in found) for code in rivals}
    ranked = sorted(counts.items(), key=lambda pair: -pair[1])
    rest = [f for f in asked.query.filters if f.field != "program"]
    rows = series([f"{code} has {n}" for code, n in ranked])
    level = ranked[0][1] == ranked[1][1]
    lead = "They are level" if level else f"{ranked[0][0]} has more"
    text = f"{lead}: of {condition.courses(rest, 2)} in {asked.file}, {rows}."
    return state(text, [str(n) for _, n in ranked])


def _about(topic: str, n: int) -> str:
    return f" that mention{'s' if n == 1 else ''} “{topic}”" if topic else ""


def _row(code: str, count: int, found: Sequence[Course]) -> str:
    """'French (FREN): 25 courses, for example [FREN 120]'."""
    first = next(c for c in found if c.program == code)
    some = f"[{first.code}]" if count == 1 else f"{count} courses, for example [{first.code}]"
    return f"{program_name(code)} ({code}): {some}"


def _firsts(found: Sequence[Course], counts: Sequence[tuple[str, int]]) -> list[Course]:
    return [next(c for c in found if c.program == code) for code, _ in counts]


def _topic(asked: Asked) -> str:
    """The topic, without the words that ask for programs."""
    words = plain(asked.query.topic).split()
    return " ".join(w for w in words if not re.fullmatch(f"{UNIT}|subjects|usc", w))
