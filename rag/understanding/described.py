"""Which of some courses a description fits: their conditions, their words, or being the first or
last of them in some measure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rag.course import Course, Section
from rag.query import Filter, matches
from rag.understanding.departments import find_programs, names
from rag.understanding.entitled import titled
from rag.understanding.past import needing
from rag.understanding.phrases import find_conditions
from rag.understanding.times import find_times
from rag.understanding.vocabulary import Vocabulary
from rag.understanding.words import Text, content, pattern

OF_LIST = (
    r" (?:of|from|in|on|out of|among) (?:(?:all|any) of )?(?:those|these|them|"
    r"(?:that|the|your|this) (?:list|results?|bunch|lot))"
)
# "The lowest numbered of those", "the earliest ART one from that list".
EXTREME = (
    r"the (?P<how>lowest|smallest|highest|biggest|largest|earliest|latest|shortest|longest)"
    r"(?: (?P<measure>numbered|number|units?|credits?|days?|starting|ending|level))?"
    r"(?P<what>(?: (?!one |class |course |of |in |from )[a-z]\S*){0,3}?)"
    rf"(?: (?:one|class|course)(?:{OF_LIST})?|{OF_LIST})(?= |$)"
)
# The same told by more or less of it: "the one with less units", "the less days one".
LESSER = (
    r"(?:the )?(?P<how>less|lesser|fewer|fewest|least|more|most) (?P<what>units?|credits?|days?) "
    r"(?:one|class|course)|"
    r"(?<!which )(?<!which of )(?:the )?(?:one|class|course) "
    r"(?:(?:that|which|with|has|have|is|the) )+"
    r"(?P<how2>less|lesser|fewer|fewest|least|more|most) (?P<what2>units?|credits?|days?)"
)
# Whether what is asked is which one it is.
ASKED_WHICH = pattern(r".*(?:which|what)(?: (?!time|units?|days?)\S+){0,4} (?:is|are|has|have|'s)")
BASIC = frozenset(("beginner", "beginners", "beginning", "basic", "intro", "starter", "easiest"))
MOST = ("highest", "biggest", "largest", "latest", "longest")
TIMED = {"earliest": "start", "latest": "start", "shortest": "length", "longest": "length"}


def described(
    what: Sequence[str], pool: Sequence[Course], negated: bool, words: Vocabulary
) -> list[Course]:
    """The courses of the pool with that teacher, day, time, units, kind or program, and the rest of
    the words in their titles."""
    if not negated and set(what) <= BASIC and (first := _first(pool)):
        return first
    people = words.people.find(Text(f"taught by {' '.join(what).title()}"), words.known)
    taught = [c for c in pool if people and matches(c, people) != negated]
    if taught:
        return taught
    text = Text(f"{' '.join(what)} class")
    found: list[Filter] = [*find_conditions(text), *find_times(text)]
    programs = find_programs(text, words.titles.words)
    left = [w for w in content(text.words) if w != "class"]
    if left and (codes := names().get(tuple(left))):
        programs, left = [*programs, codes], []
    found += [Filter("program", codes) for codes in programs]
    if len(pool) > 1 and left in (["advanced"], ["harder"]) and not (found or negated):
        return _further(pool)
    if not found or (left and negated):
        return []
    fitting = [c for c in pool if matches(c, found) != negated]
    fitting = titled(left, fitting) if left else fitting
    sized = any(f.field == "units" and f.op == "any" for f in found)
    fixed = [c for c in fitting if c.units_min == c.units_max]
    return fixed if sized and fixed else fitting  # rather "1 unit" than "1-8 units"


def _further(pool: Sequence[Course]) -> list[Course]:
    """The one course of the pool that asks for another of it, "the advanced one"; [] for none."""
    found = [c for c in pool if any(needing([o.code]).holds(c, None) for o in pool if o != c)]
    return found if len(found) == 1 else []


def _first(pool: Sequence[Course]) -> list[Course]:
    """The one course of the pool that others of it ask for and that asks for none of them, "the
    beginner one"; [] for none."""
    asks = {c.code: [o for o in pool if o != c and needing([o.code]).holds(c, None)] for c in pool}
    asked = {o.code for others in asks.values() for o in others}
    found = [c for c in pool if c.code in asked and not asks[c.code]]
    return found if len(found) == 1 else []


def worded(said: Sequence[str], pool: Sequence[Course]) -> list[Course]:
    """The courses whose titles and descriptions have all the words."""
    on = [Filter("mentions", (word,)) for word in said]
    return [c for c in pool if matches(c, on)]


def spell_out(text: Text) -> None:
    """Write what is told by more or less as its extreme: "the one with less units"."""
    if match := text.has(LESSER):
        how, what = match["how"] or match["how2"], match["what"] or match["what2"]
        text.take(LESSER, f"the {'highest' if how in ('more', 'most') else 'lowest'} {what} one")
        text.spread()


def extreme(text: Text, pool: Sequence[Course], words: Vocabulary) -> tuple[str, ...]:
    """The code of the course of the pool that is "the lowest numbered"; () for none."""
    match = text.has(EXTREME)
    if match is None or ASKED_WHICH.fullmatch(text.line[: match.start()].strip()):
        return ()
    said, measure = match["what"].split(), match["measure"] or ""
    among = list(pool)
    if said:
        codes = names().get(tuple(said), ())
        among = [c for c in pool if c.program in codes] or titled(said, pool)
    key = _key(match["how"], measure)
    scored = [(score, c) for c in among if key and (score := key(c)) is not None]
    if not scored:
        return ()
    pick = max if match["how"] in MOST else min
    best = pick(score for score, _ in scored)
    return next((c.code,) for score, c in scored if score == best)


def _key(how: str, measure: str) -> Callable[[Course], float | None] | None:
    """What "the earliest", "the lowest numbered" compare courses by; None where it is not said."""
    if how in TIMED:
        by_end = measure == "ending"
        return lambda course: _timed(course, "end" if by_end else TIMED[how])
    if measure.startswith(("unit", "credit")):
        return lambda course: course.units_max
    if measure.startswith("day"):
        return lambda course: len(course.sections[0].days) or None if course.sections else None
    return (lambda course: course.number) if measure.startswith(("number", "level")) else None


def _timed(course: Course, what: str) -> float | None:
    section = course.sections[0] if course.sections else Section()
    if section.start is None or section.end is None:
        return None
    return {"start": section.start, "end": section.end}.get(what, section.end - section.start)
