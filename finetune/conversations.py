"""Conversations: a question that leans on the one before, and several questions on one context."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from finetune.cases import LOOKUPS, Case, about
from finetune.examples import Example, drawn, example, said
from finetune.exchange import Count, Dropped, Exchange, ask, exchange
from finetune.phrasing import table
from finetune.records import KINDS, holds, read_off, spoken
from finetune.sets import conditions
from finetune.slots import spelled
from finetune.world import World
from rag.course import Course
from rag.facts import Facts
from rag.prompt import messages
from rag.query import Query

QUESTIONS = (2, 3)  # in a conversation on one context
NARROWED = 0.2  # of questions that lean on a list rather than on a course
MISSING = 0.3  # of questions on shared records are on a course that is not among them


def follow(world: World, rng: Random, count: Count) -> Example:
    """A question that leans on the one before: that one stands bare in the prompt, untrained."""
    narrow = rng.random() < NARROWED
    first = exchange(world, drawn(world, ["list"] if narrow else LOOKUPS, rng), rng, count)
    case = _narrowed(world, first, rng) if narrow else _next(world, first, rng)
    made = exchange(world, case, rng, count, [first.turn])
    if not made.query.follows:
        raise Dropped("misread", case.phrasing, made.query.text, made.query)
    return example([made], "follow", made.prompt, (len(made.prompt),), [first])


def _next(world: World, first: Exchange, rng: Random) -> Case:
    """Another thing of the course just spoken of, or the same of another course."""
    course = first.case.course
    if course is None or first.facts.refused:
        raise Dropped("no subject", "follow")
    if rng.random() < 0.3:
        near = [c for c in world.catalogue.nearest(course.code, 20) if c != course.code]
        other = world.catalogue.by_code[rng.choice(near)] if near else course
        slots = {"c": spelled(world, other, rng, titles=False)}
        kind = first.case.kind
        return Case(kind, "next another", slots, about(kind, other.code), other)
    kind = rng.choice([k for k in LOOKUPS if k != first.case.kind])
    return Case(kind, f"next {kind}", {}, about(kind, course.code), course)


def _narrowed(world: World, first: Exchange, rng: Random) -> Case:
    """Which of those just listed meet one more condition."""
    fields = table("conditions")["narrow"]
    if not first.turn.codes:
        raise Dropped("no subject", "follow")
    course = world.catalogue.by_code[rng.choice(first.turn.codes)]
    options = [c for c in conditions(course, rng) if c.field in fields]
    if not options:
        raise Dropped("no subject", "follow")
    condition = rng.choice(options)

    def means(query: Query) -> bool:
        fields = {f.field for f in query.filters}
        return query.follows and condition.filter.field in fields and query.ask != "unavailable"

    words = rng.choice(fields[condition.field]).format(v=condition.value)
    return Case("list", "next narrow", {"v": words}, means)


def several(world: World, rng: Random, count: Count) -> Example:
    """Several things of one course in one conversation, the facts given for each; all trained."""
    made = [exchange(world, drawn(world, LOOKUPS, rng), rng, count)]
    course = made[0].case.course
    kinds = [k for k in LOOKUPS if k != made[0].case.kind]
    whole = list(made[0].prompt)
    for kind in rng.sample(kinds, rng.choice(QUESTIONS) - 1):
        case = Case(kind, f"next {kind}", {}, about(kind, course.code if course else ""), course)
        more = exchange(world, case, rng, count, [made[-1].turn])
        shorter = replace(more.facts, courses=())
        whole += [said(made[-1]), messages(more.query, shorter, (), (), count)[-1]]
        made.append(more)
    return example(made, "several", whole)


def shared(world: World, rng: Random, count: Count) -> Example:
    """Several questions on the same few records, one of them perhaps on a course not among them."""
    first = read_off(world, drawn(world, KINDS, rng), rng, count)
    made, whole = [first], list(first.prompt)
    content = first.prompt[-1]["content"]
    shown = [c for c in first.facts.courses if f"[{c.code}] " in content]
    nothing = Facts((), "", (), ())
    asked = {(first.case.kind, first.case.course.code if first.case.course else "")}
    for _ in range(rng.choice(QUESTIONS)):
        kind = rng.choice(KINDS[:4])
        missing = rng.random() < MISSING
        course = rng.choice(world.catalogue.courses if missing else shown)
        if missing == (course in shown) or (kind, course.code) in asked:
            continue
        asked.add((kind, course.code))
        slots = {"c": spelled(world, course, rng, titles=False)}
        case = Case(kind, kind, slots, about(kind, course.code), course)
        more = _from_record(world, case, content, shown, missing, rng)
        whole += [said(made[-1]), messages(more.query, nothing, (), (), count)[-1]]
        made.append(more)
    return example(made, "shared", whole)


def _from_record(
    world: World, case: Case, content: str, shown: Sequence[Course], missing: bool, rng: Random
) -> Exchange:
    phrasing, query = ask(world, case, rng)
    known = Facts((), "", (), tuple(shown), refused=missing)
    if missing or case.course is None:
        answer = rng.choice(table("answers")["record"]["absent"])
        return Exchange(case, phrasing, query, known, (), answer)
    line = next(t for t in content.split("\n") if t.startswith(f"[{case.course.code}] "))
    answer, values = spoken(case.kind, case.course, line, rng)
    known = replace(known, values=tuple(values))
    if not holds(world, query, known, line, answer):
        raise Dropped("guarded", case.phrasing, query.text, answer)
    return Exchange(case, phrasing, query, known, (), answer)
