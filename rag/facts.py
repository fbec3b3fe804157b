"""The exact answer to a question, read off the records: one function for each kind of question."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from rag.catalogue import Catalogue
from rag.course import Hit
from rag.exact import lookup, needs, particulars, refusal
from rag.exact.admission import admission, admitting
from rag.exact.arrangement import arranged
from rag.exact.check import check
from rag.exact.clash import clash, together
from rag.exact.comparison import compare
from rag.exact.credit import about_credit, duplicated
from rag.exact.days import about_days, shared_days
from rag.exact.eligibility import eligible
from rag.exact.extent import ordered
from rag.exact.headings import about_headings, headings
from rag.exact.instructors import common, people, shares_teacher
from rag.exact.largest import about_largest, largest_set
from rag.exact.listing import count, listing, mentioned, taught_by
from rag.exact.mention import mentioning
from rag.exact.programs import about_programs, programs_of
from rag.exact.ranking import ranking
from rag.exact.recommendation import recommend
from rag.exact.schedule import schedule
from rag.exact.shut import shut_out
from rag.exact.spread import about_units, spread
from rag.exact.stated import BESIDE, about_statement, stated
from rag.exact.universal import all_of, universal
from rag.exact.unlocking import unlocks
from rag.exact.way import WAY, about_way, way
from rag.exact.wording import be, cite, named, opening, plain, series
from rag.fact import Asked, Facts, coded, state
from rag.query import Query
from rag.requirements import Requirements
from rag.understanding.arranged import find_arranged
from rag.understanding.past import SETS
from rag.understanding.superlative import Superlative, find_superlative
from rag.understanding.words import Text

__all__ = ["WAY", "Facts", "facts"]


def facts(
    query: Query, catalogue: Catalogue, requirements: Requirements, hits: Sequence[Hit] = ()
) -> Facts:
    """What is exactly true for the question; `hits` serve what is asked by topic."""
    asked = Asked(coded(query, catalogue), catalogue, requirements, tuple(hits))
    if _unknown(asked):
        return refusal.unknown(asked)
    answer = _route(asked)(asked)
    if not answer.statement:
        sought = query.filters or (query.ask == "code" and query.topic)
        answer = listing(asked) if sought else refusal.unclear(asked)
    if answer.refused:
        return answer
    return _with_notes(asked, _with_more(asked, _with_title(asked, answer)))


def other(asked: Asked) -> Facts:
    """Nothing particular was asked: the course named, the conditions, or the best hit."""
    if asked.named:
        return lookup.description(asked)
    brief = 0 < len(asked.query.topic.split()) <= BRIEF
    if asked.query.filters or (brief and len(mentioned(asked)) > 1):
        return listing(asked)
    if not asked.hits or asked.hits[0].score < SURE:
        return refusal.offtopic(asked)
    best = asked.hits[0].course
    about = opening(best.description, lookup.QUOTE // 2)
    said = f"{named(best)} ({best.units}): {about}" if about else f"{named(best)} ({best.units})."
    return state(f"The closest course I find is {said}", [], [best])


ASKS: dict[str, Callable[[Asked], Facts]] = {
    "units": lookup.units,
    "prerequisites": needs.prerequisites,
    "requires": needs.requires,
    "unlocks": unlocks,
    "eligible": eligible,
    "schedule": schedule,
    "offered": schedule,
    "instructor": lookup.instructor,
    "taught_by": taught_by,
    "description": lookup.description,
    "restrictions": lookup.restrictions,
    "clearance": particulars.clearance,
    "category": particulars.category,
    "grading": particulars.grading,
    "code": lookup.code,
    "list": listing,
    "count": count,
    "compare": compare,
    "recommend": recommend,
    "unavailable": refusal.unavailable,
    "smalltalk": refusal.smalltalk,
    "other": other,
}
# About no course in particular but with conditions, these ask for a list.
LOOKUPS = ("units", "prerequisites", "schedule", "instructor", "restrictions", "description")
# About one course and with conditions on other fields than these, a question asks for a yes or no.
OWN_FIELDS: dict[str, tuple[str, ...]] = {
    "units": ("units",),
    "prerequisites": ("prerequisites",),
    "schedule": ("day", "days", "start", "end", "length"),
    "offered": ("day", "days", "start", "end", "length"),
    "instructor": ("instructor",),
    "restrictions": ("restricted", "clearance"),
    "category": ("ge",),
    "description": (),
    "list": (),
    "count": (),
    "recommend": (),
    "other": (),
}
# These are what they say, whatever else the question holds.
FIXED = ("unavailable", "smalltalk", "requires", "compare")
# So few words by themselves are a topic: "photography?".
BRIEF = 2
# The cosine below which a course found for the words of a look-up is not what they mean.
SURE = 0.35
# Of more courses than these something is said of all of them.
MOST = 1


def _route(asked: Asked) -> Callable[[Asked], Facts]:
    """The function for the question: what is asked, and of how many courses."""
    ask, named, filters = asked.query.ask, asked.named, asked.query.filters
    if about_headings(asked):
        return headings
    if about_credit(asked):
        return duplicated
    if about_statement(asked):
        return _stated
    if len(named) > 1 and ordered(asked.query.text, named)[0]:
        return compare
    if shares_teacher(asked):
        return common
    if ask in FIXED:
        return ASKS[ask]
    wanted = _ranked(asked)
    if wanted:
        return partial(ranking, wanted=wanted)
    put = find_arranged(Text(asked.query.text)) if ask in SETS and not named else None
    if put:
        return partial(arranged, how=put)
    if ask == "units" and len(named) > 1 and lookup.TOTAL.search(asked.query.text):
        return lookup.total
    if about_largest(asked):
        return largest_set
    if about_days(asked):
        return shared_days
    if together(asked):
        return clash
    if admission(asked) and not shut_out(asked):
        return admitting
    about_people = people(asked)
    if about_people:
        return about_people
    if about_programs(asked):
        return programs_of
    if about_units(asked):
        return spread
    if universal(asked) and (not named or len(named) > MOST):
        return all_of
    if ask in LOOKUPS and not named:
        if filters:
            return listing
        if not _sure(asked):
            return refusal.unclear
    if about_way(asked):
        return way
    if len(named) == 1 and any(f.field not in OWN_FIELDS.get(ask, (f.field,)) for f in filters):
        return check
    if ask in ("list", "count") and named and not filters and not asked.query.topic:
        return other
    return ASKS.get(ask, other)


def _stated(asked: Asked) -> Facts:
    """What the description says, and what is on record where that was asked."""
    said = stated(asked)
    if asked.query.ask not in BESIDE:
        return said
    more = ASKS[asked.query.ask](asked)
    quote = said.statement.partition("“")[2]
    if quote and quote in more.statement:
        return more if more.statement[:2] == said.statement[:2] else said
    courses = [*said.courses, *more.courses]
    if asked.query.ask == "clearance":
        remark = f"Its description{said.statement.partition(']')[2]}"
        return state(f"{more.statement} {remark}", [*more.values], courses)
    return state(f"{said.statement} {more.statement}", [*said.values, *more.values], courses)


def _ranked(asked: Asked) -> Superlative | None:
    """What courses are to be ranked by, where none is named."""
    if asked.named or asked.query.unknown:
        return None
    return find_superlative(Text(asked.query.text))


def _unknown(asked: Asked) -> bool:
    """Whether the question is only about codes that the file does not hold."""
    query, graph = asked.query, asked.requirements
    if not query.unknown or query.ask in ("smalltalk", "unavailable"):
        return False
    if query.ask == "unlocks":
        return not asked.named and not any(graph.unlocks(code) for code in query.unknown)
    if query.ask == "requires":
        # Courses outside the file are known where a prerequisite names them.
        pairs = [(gone, code) for gone in query.unknown for code in query.codes]
        return all(graph.requires(code, gone).kind == "none" for gone, code in pairs)
    return not asked.named


def _sure(asked: Asked) -> bool:
    """Whether the course found for the words of a look-up may be meant by them."""
    if not asked.query.topic or not asked.hits:
        return False
    best = asked.hits[0]
    return best.score >= SURE or bool(mentioning(asked.catalogue, [best.course], asked.query.topic))


def _with_title(asked: Asked, answer: Facts) -> Facts:
    """The answer with the title of a course that the student did not name by its code."""
    if asked.query.ask not in LOOKUPS or len(answer.courses) != 1 or _called(asked):
        return answer
    course, topic = answer.courses[0], asked.query.topic
    if not asked.named and not mentioning(asked.catalogue, [course], topic):
        lead = f"The closest course I find to “{plain(topic)}” is {named(course)}."
        return state(f"{lead} {answer.statement}", answer.values, answer.courses)
    if plain(course.title) in answer.statement:
        return answer
    return replace(
        answer,
        lines=tuple(
            line.replace(course.code, f"{course.code} {plain(course.title)}", 1)
            for line in answer.lines[:1]
        ),
        statement=answer.statement.replace(cite(course), named(course), 1),
    )


def _called(asked: Asked) -> bool:
    """Whether the student names the course by its number or its whole title, or points at it."""
    text, named = asked.query.text.casefold(), asked.named
    if not named:
        return False
    told = any(f"{c.number:03d}" in text or c.title.casefold() in text for c in named)
    return told or not text or asked.query.follows


def _with_more(asked: Asked, answer: Facts) -> Facts:
    """The answer, with those to the further asks of the same courses."""
    told = [answer]
    for ask in asked.query.also:
        query = replace(asked.query, ask=ask, also=(), filters=())
        more = ASKS[ask](replace(asked, query=query))
        if more.statement and not more.refused:
            told.append(more)
    if len(told) == 1:
        return answer
    text = " ".join(facts.statement for facts in told)
    values = [value for facts in told for value in facts.values]
    return state(text, values, [course for facts in told for course in facts.courses])


def _with_notes(asked: Asked, answer: Facts) -> Facts:
    """The answer, with a word on codes named beside it that the file does not hold, and on what
    was asked beside it that the file lacks."""
    query, notes = asked.query, []
    if query.unknown and query.ask not in ("requires", "unlocks", "smalltalk", "unavailable"):
        notes.append(f"{series(query.unknown)} {be(len(query.unknown))} not in {asked.file}.")
    if query.missing and query.ask != "unavailable":
        notes.append(refusal.lacking(asked))
    between = "\n" if "\n" in answer.statement else " "
    told = between.join((answer.statement, *notes))
    return replace(answer, lines=(*answer.lines, *notes), statement=told)
