"""Cases of two courses, of a student's past, and of a yes or no."""

from __future__ import annotations

from random import Random

from finetune import sets
from finetune.cases import Case, Sampler, about
from finetune.slots import spelled
from finetune.world import World
from rag.catalogue import code_key
from rag.prerequisites import codes
from rag.query import Filter, Query


def requires(world: World, rng: Random) -> Case | None:
    """A course and one that it needs, or one that it does not."""
    target = rng.choice(world.demanding or world.catalogue.courses)
    named = codes(world.requirements.tree(target.code))
    others = [c for c in named if c != target.code]
    if others and rng.random() < 0.65:
        other = rng.choice(others)
    else:
        near = world.catalogue.nearest(target.code, 12)
        other = rng.choice([c for c in near if c != target.code] or [target.code])
    found = world.catalogue.find(other)
    if other == target.code or found == target or other[:8] == target.code[:8]:
        return None  # the parts of one course are asked about as one
    named_as = spelled(world, found, rng, titles=False) if found else other
    if not found and rng.random() < 0.5:
        named_as = other.lower()

    def means(query: Query) -> bool:
        right = query.codes[:1] == (target.code,)
        both = found.code in query.codes if found else bool(query.unknown)
        return query.ask == "requires" and right and both and len(query.codes) <= 3

    slots = {"a": named_as, "b": spelled(world, target, rng, titles=False)}
    return Case("requires", "requires", slots, means)


def eligible(world: World, rng: Random) -> Case | None:
    """Courses passed that are enough, or nearly so, or nothing to the matter."""
    target = rng.choice(world.demanding or world.catalogue.courses)
    if rng.random() < 0.12:
        slots = {"b": spelled(world, target, rng, titles=False)}
        return Case("eligible", "ready", slots, about("eligible", target.code))
    named = [c for c in codes(world.requirements.tree(target.code)) if c != target.code]
    taken = rng.sample(named, min(len(named), rng.choice([1, 1, 2, 3])))
    if rng.random() < 0.3 or not taken:
        near = [c for c in world.catalogue.nearest(target.code, 10) if c != target.code]
        taken = [*taken[:1], *rng.sample(near, min(1, len(near)))]
    if not taken:
        return None
    keys = {code_key(c) for c in taken}

    def means(query: Query) -> bool:
        told = {code_key(c) for c in query.taken}
        asked = query.ask == "eligible" and query.codes == (target.code,)
        return asked and keys <= told and not query.filters

    slots = {"taken": _series(taken, rng), "b": spelled(world, target, rng, titles=False)}
    return Case("eligible", "eligible", slots, means)


def openings(world: World, rng: Random) -> Case | None:
    named = [
        c
        for t in rng.sample(world.demanding, min(2, len(world.demanding)))
        for c in codes(world.requirements.tree(t.code))[:1]
    ]
    taken = [c for c in named if world.catalogue.find(c)]
    if not taken:
        return None
    keys = {code_key(c) for c in taken}

    def means(query: Query) -> bool:
        told = {code_key(c) for c in query.taken}
        return query.ask == "eligible" and not query.codes and keys <= told and not query.filters

    return Case("eligible", "openings", {"taken": _series(taken, rng)}, means)


def pair(ask: str, phrasing: str) -> Sampler:
    """Two courses of one department side by side."""

    def sample(world: World, rng: Random) -> Case | None:
        return _pair(world, rng, ask, phrasing)

    return sample


def _pair(world: World, rng: Random, ask: str, phrasing: str) -> Case | None:
    one = world.pick(rng)
    near = [c for c in world.catalogue.nearest(one.code, 12) if c != one.code]
    if not near:
        return None
    two = world.catalogue.by_code[rng.choice(near)]
    pair = [one, two] if rng.random() < 0.5 else [two, one]
    slots = {k: spelled(world, c, rng, titles=False) for k, c in zip("ab", pair, strict=True)}
    return Case(ask, phrasing, slots, about(ask, *(c.code for c in pair)))


def check(world: World, rng: Random) -> Case | None:
    """Whether a course meets one condition, which half of the time is another course's."""
    course = world.pick(rng)
    source = course if rng.random() < 0.5 else world.pick(rng)
    found = {c.field: c for c in sets.conditions(source, rng)}
    lab = Filter("kind", ("Lab", "Lecture-Lab"))
    found["lab"] = sets.Condition(lab, "lab", "")
    people = source.sections[0].instructors if source.sections else ()
    if people and rng.random() < 0.3:
        name = rng.choice(people)
        found["instructor"] = sets.Condition(Filter("instructor", (name,)), "instructor", name)
    fields = sorted({f"check {field}" for field in found} & world.phrasings.keys())
    if not fields:
        return None
    kind = rng.choice(fields)
    condition = found[kind.removeprefix("check ")]
    slots = {"c": spelled(world, course, rng, titles=False), "v": condition.value}

    def means(query: Query) -> bool:
        same = [f for f in query.filters if f.field == condition.filter.field]
        right = bool(same) and all(
            f.holds(course, s) == condition.filter.holds(course, s)
            for f in same
            for s in course.sections[:1]
        )
        return query.codes == (course.code,) and len(query.filters) == 1 and right

    return Case("check", kind, slots, means)


def _series(taken: list[str], rng: Random) -> str:
    written = list(taken)
    if rng.random() < 0.5:
        written = [code.lower() for code in taken]
    if rng.random() < 0.4:
        written = [code.replace(" ", "") for code in written]
    return ", ".join(written[:-1]) + (" and " if len(written) > 1 else "") + written[-1]
