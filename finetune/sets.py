"""Sets: conditions on courses, drawn so that some course meets them, with their words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from finetune.phrasing import table
from finetune.slots import FULL_DAYS, LEVELS, department, hour
from finetune.world import World
from rag.course import Course
from rag.query import Filter

MOST = 3  # conditions beside the program


@dataclass(frozen=True)
class Condition:
    """A filter, the field it is phrased under, and the words for its value."""

    filter: Filter
    field: str
    value: str


@dataclass(frozen=True)
class Selection:
    """What a question about many courses asks for: in words, and as filters."""

    words: str
    filters: tuple[Filter, ...]


def draw(world: World, rng: Random) -> Selection:
    """A set that at least one course is in, described with its program or without."""
    course = rng.choice(world.catalogue.courses)
    options = list(conditions(course, rng))
    with_program = rng.random() < 0.65
    count = rng.choice([0, 1, 1, 2]) if with_program else rng.choice([1, 2, 2, MOST])
    chosen = _distinct(rng.sample(options, min(count, len(options))))
    filters = [c.filter for c in chosen]
    program = department(course.program, rng) if with_program else ""
    if with_program:
        filters.append(Filter("program", (course.program,)))
    return Selection(_phrase(chosen, program, rng), tuple(filters))


def conditions(course: Course, rng: Random) -> Iterator[Condition]:
    """Conditions that the course meets."""
    low = course.units_min
    if low == course.units_max:
        yield Condition(Filter("units", (low,)), "units", f"{low:g}")
        yield Condition(Filter("units", (low,), "max"), "most", f"{low:g}")
        yield Condition(Filter("units", (low,), "min"), "least", f"{low:g}")
    yield Condition(Filter("level", (course.level,)), "level", rng.choice(LEVELS[course.level]))
    hundred = course.number // 100 * 100
    if hundred:
        yield Condition(Filter("hundred", (hundred,)), "hundred", str(hundred))
    if not course.prerequisites:
        yield Condition(Filter("prerequisites", (False,)), "noprereq", "")
    if not course.restrictions:
        yield Condition(Filter("restricted", (False,)), "open", "")
    if course.ge:
        letter = rng.choice(course.ge)
        yield Condition(Filter("ge", (letter,)), "ge", letter)
    yield from _of_section(course, rng)


def _of_section(course: Course, rng: Random) -> Iterator[Condition]:
    section = course.sections[0] if course.sections else None
    if section is None:
        return
    if "Lab" in section.kind:
        yield Condition(Filter("kind", ("Lab", "Lecture-Lab")), "lab", "")
    elif rng.random() < 0.3:
        yield Condition(Filter("kind", ("Lab", "Lecture-Lab"), "not"), "nolab", "")
    if not section.clearance:
        yield Condition(Filter("clearance", (False,)), "clear", "")
    known = [day for day in section.days if day in FULL_DAYS]
    if known:
        day = rng.choice(known)
        yield Condition(Filter("day", (day,)), "day", FULL_DAYS[day])
        free = rng.choice([d for d in FULL_DAYS if d not in section.days])
        yield Condition(Filter("day", (free,), "not"), "notday", FULL_DAYS[free])
    if section.start is not None and section.end is not None:
        after, before = section.start // 60 * 60, -(-section.end // 60) * 60
        yield Condition(Filter("start", (after,), "min"), "start", hour(after, rng))
        yield Condition(Filter("end", (before,), "max"), "end", hour(before, rng))


def _distinct(chosen: list[Condition]) -> list[Condition]:
    """At most one condition on each thing: a 300-level course says its level already."""
    same = {"hundred": "level", "most": "units", "least": "units", "notday": "day", "end": "start"}
    kept: dict[str, Condition] = {}
    for condition in chosen:
        kept.setdefault(same.get(condition.field, condition.field), condition)
    return list(kept.values())


def _phrase(chosen: list[Condition], program: str, rng: Random) -> str:
    words = table("conditions")
    before: list[str] = []
    after: list[str] = []
    for condition in chosen:
        field, value = condition.field, condition.value
        early, late = words["before"].get(field), words["after"].get(field)
        if early and (not late or rng.random() < 0.5):
            before.append(rng.choice(early).format(v=value))
        else:
            more = f"{float(value) + 1:g}" if field == "most" else ""
            after.append(rng.choice(late).format(v=value, v1=more))
    rng.shuffle(after)
    noun = rng.choice(words["nouns"])
    return " ".join(filter(None, [*before, program, noun, *after]))
