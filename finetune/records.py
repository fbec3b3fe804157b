"""Answers read off the records alone: no facts are given, and distractors stand around."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from finetune.cases import Case
from finetune.exchange import Count, Dropped, Exchange, ask
from finetune.phrasing import table
from finetune.world import World
from rag.answer import HITS
from rag.course import Course
from rag.exact.wording import opening, plain, series
from rag.facts import Facts
from rag.guard import Ground, Guard
from rag.prerequisites import codes, parse
from rag.prompt import messages
from rag.query import Query

KINDS = ("units", "prerequisites", "schedule", "instructor", "description", "code", "recommend")
BUDGETS = (220, 300, 380)  # tokens: records of different length, and prompts shorter than served
LONGEST = 200  # characters quoted of a description


def read_off(
    world: World, case: Case, rng: Random, count: Count, missing: bool = False
) -> Exchange:
    """A question answered from one record among those the search finds, or that is `missing`.

    A missing record makes a refusal. Raises Dropped where the prompt does not hold the answer.
    """
    course = case.course
    if course is None or (case.kind in ("description", "recommend") and not course.description):
        raise Dropped("empty description" if course else "no record", case.phrasing)
    phrasing, query = ask(world, case, rng)
    shown = among(world, query, course, rng)
    if missing:
        shown = [c for c in shown if c != course]
    given = Facts((), "", (), tuple(shown), refused=missing)
    prompt = messages(query, given, (), (), count, rng.choice(BUDGETS))
    if missing:
        if not shown:
            raise Dropped("no record", case.phrasing)
        answer = rng.choice(table("answers")["record"]["absent"])
        return Exchange(case, phrasing, query, given, tuple(prompt), answer)
    line = _line(prompt[-1]["content"], course)
    answer, values = spoken(case.kind, course, line, rng)
    known = replace(given, values=tuple(values))
    if not holds(world, query, known, line, answer):
        raise Dropped("guarded", case.phrasing, query.text, answer)
    return Exchange(case, phrasing, query, known, tuple(prompt), answer)


def among(world: World, query: Query, course: Course, rng: Random) -> list[Course]:
    """The course among one to three others that the search finds for the question."""
    found = [hit.course for hit in world.hits(query, HITS + 1)]
    title = course.title.casefold()
    others = [c for c in found if c.code != course.code and c.title.casefold() != title]
    shown = [course, *others[: rng.choice([1, 2, 2, 3])]]
    rng.shuffle(shown)
    return shown


def spoken(kind: str, course: Course, line: str, rng: Random) -> tuple[str, Sequence[str]]:
    """An answer from the record `line`, and the values in it. Raises Dropped if it lacks them."""
    section = course.sections[0] if course.sections else None
    shown = line.rpartition(" | ")[2]
    about = opening(course.description, min(LONGEST, len(plain(shown))))
    slots = {"c": course.code, "t": plain(course.title), "u": course.units, "d": about}
    values: Sequence[str] = (course.units.split(",")[0],)
    if kind == "prerequisites":
        slots["r"] = course.prerequisites
        kind = kind if course.prerequisites else "free"
        values = (
            codes(parse(course.prerequisites)) if course.prerequisites else ("no prerequisites",)
        )
    elif kind == "schedule":
        timed = section is not None and section.start is not None
        slots["w"] = section.when() if section else ""
        kind = kind if timed else "open"
        values = (*section.days, slots["w"].split(" ")[-1]) if section and timed else ("announced",)
    elif kind == "instructor":
        people = section.instructors if section else ()
        slots["p"] = series(people)
        kind, values = (kind, people) if people else ("nobody", ("no instructor",))
    elif kind in ("description", "recommend"):
        if about not in plain(shown) or len(about) < 30 or about.endswith("…"):
            raise Dropped("cut record", "record")
        values = (plain(course.title),) if kind == "description" else ()
    elif kind == "code":
        values = (course.code,)
    return rng.choice(table("answers")["record"][kind]).format(**slots), values


def holds(world: World, query: Query, known: Facts, line: str, answer: str) -> bool:
    """Whether the guard keeps the answer, with the true facts of the question to measure it by."""
    true = world.facts(query, world.found(query, HITS))
    measured = replace(known, lines=(line, *true.lines), statement=true.statement)
    ground = Ground.of(known.courses, [query.text, *true.lines])
    guard = Guard(measured, ground, world.catalogue)
    return "".join(guard.read([answer])) == answer and guard.outcome == "kept"


def _line(content: str, course: Course) -> str:
    found = [line for line in content.split("\n") if line.startswith(f"[{course.code}] ")]
    if not found:
        raise Dropped("cut record", "record")
    return found[0]
