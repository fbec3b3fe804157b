"""Cases: what to ask of which course, and how to tell that it was understood."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random

from finetune.slots import name_of, spelled
from finetune.world import World
from rag.course import Course
from rag.query import Query

Slots = Mapping[str, str]


@dataclass(frozen=True)
class Case:
    """One thing to ask: `phrasing` names the templates, `means` tells whether a query means it.

    `course` is the one whose record answers the question, where one does.
    """

    kind: str
    phrasing: str
    slots: Slots
    means: Callable[[Query], bool]
    course: Course | None = None
    must: tuple[str, ...] = field(default=())


Sampler = Callable[[World, Random], Case | None]
LOOKUPS = (
    "units",
    "prerequisites",
    "unlocks",
    "schedule",
    "instructor",
    "description",
    "restrictions",
)

# What is asked in one word of another kind: clearance is told with the restrictions.
NEAR = (("restrictions", "clearance"),)


def about(ask: str, *wanted: str) -> Callable[[Query], bool]:
    """Whether a query asks this of these courses, and nothing else is made of it."""

    def means(query: Query) -> bool:
        asked = query.ask == ask or (ask, query.ask) in NEAR
        return asked and query.codes == wanted and not query.unknown

    return means


def look_up(kind: str) -> Sampler:
    """One thing of one course."""

    def sample(world: World, rng: Random) -> Case | None:
        demanding = world.demanding if kind == "prerequisites" and rng.random() < 0.6 else ()
        course = rng.choice(demanding) if demanding else world.pick(rng)
        return Case(
            kind, kind, {"c": spelled(world, course, rng)}, about(kind, course.code), course
        )

    return sample


def length(world: World, rng: Random) -> Case | None:
    course = world.pick(rng)
    section = course.sections[0] if course.sections else None
    if section is None or section.start is None or section.end is None:
        return None
    hours, rest = divmod(section.end - section.start, 60)
    must = tuple([f"{hours} hour"] * bool(hours) + [f"{rest} minutes"] * bool(rest))
    slots = {"c": spelled(world, course, rng)}
    return Case("schedule", "length", slots, about("schedule", course.code), course, must)


def repeat(world: World, rng: Random) -> Case | None:
    course = rng.choice([c for c in world.catalogue if c.units_total] or [None])
    if course is None:
        return None
    slots = {"c": spelled(world, course, rng, titles=False)}
    return Case("units", "repeat", slots, about("units", course.code), course)


def way(world: World, rng: Random) -> Case | None:
    course = rng.choice(world.demanding or world.catalogue.courses)
    slots = {"c": spelled(world, course, rng, titles=False)}
    return Case("eligible", "way", slots, lambda q: q.codes == (course.code,) and not q.filters)


def weekly(world: World, rng: Random) -> Case | None:
    course = world.pick(rng)
    slots = {"c": spelled(world, course, rng)}
    return Case("schedule", "weekly", slots, about("schedule", course.code), course)


def code(world: World, rng: Random) -> Case | None:
    course = world.pick(rng)
    title = name_of(world, course)
    if not title or (not course.description and len(title) < 12):
        return None
    slots = {"title": rng.choice([title, title.lower(), f'"{title}"'])}
    return Case(
        "code", "code", slots, lambda q: q.ask == "code" and q.codes[:1] == (course.code,), course
    )


def bare(world: World, rng: Random) -> Case | None:
    course = world.pick(rng)
    slots = {"c": spelled(world, course, rng, titles=False)}

    def means(query: Query) -> bool:
        return query.ask in ("other", "description") and query.codes == (course.code,)

    return Case("description", "other", slots, means, course)
