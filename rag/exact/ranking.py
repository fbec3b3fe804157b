"""Rankings over the whole table: the courses, people or departments with the most of something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from rag.course import Course
from rag.exact import condition
from rag.exact.listing import ALL, listing, mentioned
from rag.exact.selection import select
from rag.exact.wording import bullets, capital, named, plural, series
from rag.fact import Asked, Facts, state
from rag.prerequisites import codes
from rag.query import Filter, matches
from rag.understanding.superlative import Superlative

SHOWN = 5
NEXT = 3
EARLY = {"start": "starts", "end": "ends"}


def ranking(asked: Asked, wanted: Superlative) -> Facts:
    """The first few by the measure, among the courses that meet the question's conditions."""
    if wanted == Superlative("needs", False):
        free = (*asked.query.filters, Filter("prerequisites", (False,)))
        return listing(replace(asked, query=replace(asked.query, filters=free, topic="")))
    found = select(asked.catalogue.courses, asked.query.filters)
    about = ""
    if asked.query.topic:
        on_it = tuple(mentioned(asked, found))
        found = on_it or found
        told = "that mention “{}”" if on_it else "(“{}” left aside: none mentions it)"
        about = f" {told.format(asked.query.topic)}"
    if wanted.measure == "teacher":
        return _people(asked, found)
    if wanted.measure == "department":
        return _departments(asked, found, wanted.most)
    scored = [(score, c) for c in found if (score := _score(asked, c, wanted)) is not None]
    if not scored:
        return state("")
    scored.sort(key=lambda pair: -pair[0] if wanted.most else pair[0])
    best = [course for score, course in scored if score == scored[0][0]]
    rest = [course for score, course in scored if score != scored[0][0]][:NEXT]
    rows = [f"{named(c)} ({_told(asked, c, wanted)})" for c in best[:ALL]]
    after = series([f"{named(c)} ({_told(asked, c, wanted)})" for c in rest])
    after = f"Next {'comes' if len(rest) == 1 else 'come'} {after}." if after else ""
    what = condition.courses(asked.query.filters, 2)
    chosen = any(f.field == "code" and f.op == "any" for f in asked.query.filters)
    those = "those courses" if chosen else f"the {what} in {asked.file}{about}"
    lead = f"Of {those}, {_lead(wanted, len(best))}"
    shown = [*best[:ALL], *rest]
    if len(best) == 1:
        return state(f"{lead}: {rows[0]}. {after}".strip(), [best[0].code], shown)
    left = f"and {len(best) - len(rows)} more. " if len(best) > len(rows) else ""
    text = f"{lead}:\n{bullets(rows)}\n{left}{after}".rstrip()
    return state(text, [best[0].code], shown, total=len(best))


def _lead(wanted: Superlative, ties: int) -> str:
    """'this starts earliest', 'these 3 start earliest'."""
    verb = _verb(wanted)
    if ties > 1:
        return f"these {ties} {verb}"
    first, _, rest = verb.partition(" ")
    one = {"are": "is", "have": "has", "carry": "carries"}.get(first, f"{first}s")
    return f"this {one} {rest}"


def _score(asked: Asked, course: Course, wanted: Superlative) -> float | None:
    """How much of the measure the course has; None where the file does not say."""
    if wanted.measure == "unlocks":
        return float(len(asked.requirements.unlocks(course.code)))
    if wanted.measure == "needs":
        return float(len(codes(asked.requirements.tree(course.code))))
    if wanted.measure == "units":
        return course.units_max if wanted.most else course.units_min
    if wanted.measure == "number":
        return float(course.number)
    if wanted.measure == "days":
        days = course.sections[0].days if course.sections else ()
        return float(len(days)) if days else None
    section = next((s for s in course.sections if matches(course, asked.query.filters)), None)
    if section is None or section.start is None or section.end is None or not section.days:
        return None
    times = {"start": section.start, "end": section.end, "length": section.end - section.start}
    return float(times[wanted.measure])


def _told(asked: Asked, course: Course, wanted: Superlative) -> str:
    if wanted.measure == "unlocks":
        return f"named by {plural(len(asked.requirements.unlocks(course.code)), 'course')}"
    if wanted.measure == "needs":
        named_ = codes(asked.requirements.tree(course.code))
        return f"names {plural(len(named_), 'course')}"
    if wanted.measure in ("units", "number"):
        return course.units.split(",")[0]
    return course.sections[0].when()


def _verb(wanted: Superlative) -> str:
    most = "most" if wanted.most else "fewest"
    if wanted.measure == "unlocks":
        return "are named as a prerequisite by the most others"
    if wanted.measure == "needs":
        return f"name the {most} prerequisites"
    if wanted.measure == "units":
        return f"carry the {most} units"
    if wanted.measure == "number":
        return f"have the {'highest' if wanted.most else 'lowest'} number"
    if wanted.measure == "days":
        return f"meet on the {most} days"
    if wanted.measure == "length":
        return f"have the {'longest' if wanted.most else 'shortest'} listed meeting"
    return f"{EARLY[wanted.measure].rstrip('s')} {'latest' if wanted.most else 'earliest'}"


def _people(asked: Asked, found: Sequence[Course]) -> Facts:
    """The instructors listed for most of the courses."""
    counts = Counter(
        n for c in found for n in dict.fromkeys(n for s in c.sections for n in s.instructors)
    )
    return _counted(asked, counts.most_common(SHOWN), "is listed as instructor of the most courses")


def _departments(asked: Asked, found: Sequence[Course], most: bool) -> Facts:
    """The programs, by the letters of their codes, with the most or the fewest of the courses."""
    counts = Counter(c.program for c in found).most_common()
    chosen = counts[:SHOWN] if most else counts[::-1][:SHOWN]
    return _counted(asked, chosen, f"has the {'most' if most else 'fewest'} courses")


def _counted(asked: Asked, rows: Sequence[tuple[str, int]], how: str) -> Facts:
    if not rows:
        return state("")
    (first, n), rest = rows[0], rows[1:]
    what = condition.courses(asked.query.filters, n)
    after = series([f"{name} ({count})" for name, count in rest])
    text = f"In {asked.file}, {first} {how}: {n} {what}."
    return state(f"{capital(text)} Next come {after}." if after else text, [first, str(n)])
