"""Cases of many courses, of a subject, and of what the file does not hold."""

from __future__ import annotations

from random import Random

from finetune import sets
from finetune.cases import Case, Sampler
from finetune.slots import spelled
from finetune.topics import topic_of
from finetune.world import World
from rag.exact.selection import select
from rag.query import Query


def of_set(kind: str, phrasing: str = "") -> Sampler:
    """Many courses by their conditions."""

    def sample(world: World, rng: Random) -> Case | None:
        drawn = sets.draw(world, rng)
        wanted = select(world.catalogue.courses, drawn.filters)

        def means(query: Query) -> bool:
            asked = query.ask == kind or (kind == "list" and query.ask in ("recommend", "other"))
            same = select(world.catalogue.courses, query.filters) == wanted
            return asked and same and not query.topic and not query.codes

        return Case(kind, phrasing or kind, {"set": drawn.words}, means)

    return sample


def taught_by(world: World, rng: Random) -> Case | None:
    if not world.instructors:
        return None
    name = rng.choice(world.instructors)
    alone = [n for n in world.instructors if n.split()[-1] == name.split()[-1]] == [name]
    written = rng.choice([name, name, name.lower(), name.split()[-1] if alone else name])

    def means(query: Query) -> bool:
        people = [f.values for f in query.filters if f.field == "instructor"]
        alone = len(query.filters) == 1 and not query.topic
        return people == [(name,)] and alone and not query.codes

    return Case("taught_by", "taught_by", {"name": written}, means)


def by_topic(kind: str) -> Sampler:
    """A subject taken from a title: to recommend, to list, or by itself."""

    def sample(world: World, rng: Random) -> Case | None:
        course = world.pick(rng)
        topic = topic_of(course, rng)
        if not topic or not course.description:
            return None
        words = set(topic.lower().split())

        def means(query: Query) -> bool:
            kept = len(words & set(query.topic.split())) >= max(1, len(words) - 1)
            return kept and not query.codes and not query.filters and query.ask != "unavailable"

        name = {"recommend": "recommend", "mention": "list", "topic": "other"}[kind]
        return Case(name, kind, {"topic": topic}, means, course if kind == "recommend" else None)

    return sample


def unavailable(world: World, rng: Random) -> Case | None:
    course = world.pick(rng)
    slots = {"c": spelled(world, course, rng, titles=False)}
    return Case("unavailable", "unavailable", slots, lambda q: q.ask == "unavailable")


def unknown(world: World, rng: Random) -> Case | None:
    """A code that is not in the file: a real program's, or one made up."""
    program = world.pick(rng).program
    if rng.random() < 0.2:
        program = "".join(rng.choice("ABCDEFGHIJKLMNOPRSTUVXYZ") for _ in range(4))
    number = rng.randrange(100, 700)
    written = rng.choice([f"{program} {number}", f"{program.lower()}{number}"])
    if world.catalogue.parts(f"{program} {number}"):
        return None
    slots = {"gone": written}
    return Case("unknown", "unknown", slots, lambda q: bool(q.unknown) and not q.codes)


def offtopic(world: World, rng: Random) -> Case | None:
    return Case("offtopic", "offtopic", {}, lambda q: q.ask in ("unavailable", "other"))
