"""What real students' questions are filled with: a case for each of their kinds, and its gold."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from eval.questions import conditions, gold
from eval.questions.deck import Case, Deck
from eval.questions.gold import Gold
from eval.questions.records import Record
from eval.questions.selections import (
    MORNING,
    UPPER,
    WEEKEND,
    Fill,
    at_level,
    departments,
    everything,
    fixed,
    lists,
    most_required,
    not_requiring,
    of_category,
    of_units,
    some,
    two_categories,
    upper_in_term,
)
from eval.questions.slots import course_slots
from eval.questions.split import digest


def course(
    make: Callable[[Record], Gold | None],
    fits: Callable[[Record], bool] = lambda r: True,
    if_any: bool = False,
) -> Fill:
    """One thing asked of one course; with `if_any` a refusal is right as well."""

    def cases(deck: Deck) -> Iterator[Case]:
        for record in filter(fits, deck.records):
            answer = make(record)
            if answer is not None:
                more = {"or_refused": True} if if_any else {}
                yield Case((record.code,), course_slots(deck, record), answer | more)

    return cases


def counts_as(deck: Deck) -> Iterator[Case]:
    for record in deck.records:
        letter = deck.rng.choice("ABCDEFGH")
        if record.categories:
            letter = deck.rng.choice([*record.categories, letter])
            wanted = conditions.ge(letter, deck.rng)
            right = "yes" if letter in record.categories else "no"
            slots = course_slots(deck, record) | {"requirement0": wanted.full}
            yield Case((record.code,), slots, {"verdict": right, "refused": False})


def teachers(besides: bool = False, if_any: bool = False) -> Fill:
    """What an instructor teaches, or teaches besides one course."""

    def cases(deck: Deck) -> Iterator[Case]:
        by_code = {r.code: r for r in deck.file.records}
        for name in deck.rng.sample(sorted(deck.teaching), len(deck.teaching)):
            codes = deck.teaching[name]
            slots = {"instructor0": name}
            if besides:
                slots |= course_slots(deck, by_code[codes[0]]) | slots
                codes = codes[1:]
                if not codes:
                    continue
            more = {"or_refused": True} if if_any else {}
            yield Case((name,), slots, gold.listing(codes) | more)

    return cases


def always_on_friday(deck: Deck) -> Iterator[Case]:
    """Instructors all of whose sections have days in the file."""
    by_code = {r.code: r for r in deck.file.records}
    for name in deck.rng.sample(sorted(deck.teaching), len(deck.teaching)):
        own = [m for code in deck.teaching[name] for m in by_code[code].meetings]
        own = [m for m in own if name in m.teachers]
        if all(m.known for m in own):
            right = "yes" if all("Fri" in m.days for m in own) else "no"
            yield Case((name,), {"instructor0": name}, {"verdict": right, "refused": False})


def on_friday(record: Record) -> Gold:
    return {"verdict": "yes" if "Fri" in record.meetings[0].days else "no", "refused": False}


def lectures_a_week(record: Record) -> Gold:
    days = record.meetings[0].days
    words = [str(len(days)), *(["once"] if len(days) == 1 else [])]
    together = [" and ".join(gold.FULL_DAY[d] for d in days), ", ".join(days)]
    return {"values": [[*words, *together]], "refused": False}


def two_courses(make: Callable[[Record, Record], Gold]) -> Fill:
    """Two courses that meet at known times."""

    def cases(deck: Deck) -> Iterator[Case]:
        known = [r for r in deck.records if len(r.meetings) == 1 and r.meetings[0].known]
        for one, two in zip(known, known[1:], strict=False):
            slots = course_slots(deck, one) | course_slots(deck, two, 1)
            yield Case((one.code, two.code), slots, make(one, two))

    return cases


def times_end(one: Record, two: Record) -> Gold:
    ends = [[gold.clock(r.meetings[0].end or 0)] for r in (one, two)]
    return {"values": ends, "refused": False}


def leave_by_five(one: Record, two: Record) -> Gold:
    fits = all((r.meetings[0].end or 0) <= 17 * 60 for r in (one, two))
    return {"verdict": "yes" if fits else "no", "refused": False}


def section_between(deck: Deck) -> Iterator[Case]:
    """An hour's margin around the listed section: there is one."""
    for record in deck.records:
        at = record.meetings[0]
        if at.known and at.start is not None and at.end is not None:
            window = at.start // 60 * 60, -(-at.end // 60) * 60
            slots = {"time1": conditions.hour(window[0]), "time0": conditions.hour(window[1])}
            answer = {"verdict": "yes", "refused": False}
            yield Case((record.code,), course_slots(deck, record) | slots, answer)


def without_it(deck: Deck) -> Iterator[Case]:
    """A course that is needed on every way cannot be left out."""
    for record in deck.records:
        needed = [c for c in record.needs.codes if len(record.needs.ways) == 1]
        if needed:
            slots = course_slots(deck, record) | {"number1": needed[0]}
            yield Case((record.code,), slots, {"verdict": "no", "refused": False})


def refused(deck: Deck) -> Iterator[Case]:
    for one, two in zip(deck.records, deck.records[1:], strict=False):
        slots = course_slots(deck, two, 1) | course_slots(deck, one)
        yield Case((one.code,), slots, gold.refusal())


def needs_named(record: Record) -> Gold:
    """At least one of the prerequisites: what was met is not known."""
    return {"any_of": list(record.needs.codes), "refused": False}


def timed(record: Record) -> bool:
    return len(record.meetings) == 1 and record.meetings[0].known


def taught(record: Record) -> bool:
    return len(record.meetings) == 1 and bool(record.teachers)


def evenly_lab(record: Record) -> bool:
    """As many with a lab as plainly without."""
    return taught(record) and (record.lab or not (record.lab_letter or digest(record.code) % 12))


def evenly_friday(record: Record) -> bool:
    """As many on Friday as not."""
    return titled(record) and ("Fri" in record.meetings[0].days or not digest(record.code) % 6)


def titled(record: Record) -> bool:
    return taught(record) and timed(record)


def in_term(
    right: Callable[[Record], Gold], fits: Callable[[Record], bool] = lambda r: True
) -> Fill:
    """Spring 2024 is in the file, every other term is not."""

    def cases(deck: Deck) -> Iterator[Case]:
        terms = [("Spring", "2024"), ("Fall", "2024"), ("Spring", "2023"), ("Spring", "2024")]
        for record in filter(fits, deck.records):
            semester, year = deck.rng.choice(terms)
            here = (semester, year) == terms[0]
            section = record.meetings[0].section.rstrip("DR")
            slots = course_slots(deck, record) | {"number1": section}
            slots |= {"semester0": semester, "year0": year}
            yield Case((record.code,), slots, right(record) if here else gold.refusal())

    return cases


def spring(fill: Fill) -> Fill:
    """The same, with the term the file holds."""

    def cases(deck: Deck) -> Iterator[Case]:
        for case in fill(deck):
            yield Case(case.keys, case.slots | {"semester0": "Spring"}, case.gold)

    return cases


def yes(record: Record) -> Gold:
    return {"verdict": "yes", "refused": False}


def all_upper(deck: Deck) -> Iterator[Case]:
    """Upper-division courses come in many units: never all of one."""
    for n in "1234":
        yield Case((), {"credit0": n}, {"verdict": "no", "refused": False})


FILLS: dict[str, Fill] = {
    "refused": refused,
    "of_units": lists(gold.listing, of_units),
    "upper_of_units": lists(gold.listing, lambda rng: of_units(rng, UPPER)),
    "count_upper_of_units": lists(gold.count, lambda rng: of_units(rng, UPPER)),
    "all_upper_of_units": all_upper,
    "upper_of_units_in_term": upper_in_term,
    "without_lab": lists(gold.listing, fixed(conditions.no_lab())),
    "level_without_lab": lists(gold.listing, lambda rng: at_level(rng, conditions.no_lab())),
    "count_upper_with_lab": lists(gold.count, fixed(UPPER, conditions.with_lab())),
    "at_level": lists(some, at_level),
    "count_at_level": lists(gold.count, at_level),
    "of_category": lists(gold.listing, of_category),
    "of_two_categories": two_categories,
    "counts_as": counts_as,
    "category": course(gold.category, lambda r: bool(r.categories)),
    "instructor": course(gold.instructor, taught),
    "instructor_if_any": course(gold.instructor, taught, if_any=True),
    "instructor_by_title": course(gold.instructor, titled),
    "taught_by": teachers(),
    "taught_by_if_any": teachers(if_any=True),
    "taught_besides": teachers(besides=True),
    "teaches": course(yes, taught),
    "taught_in_term": in_term(yes, taught),
    "schedule": spring(course(gold.schedule, timed)),
    "schedule_by_title": course(gold.schedule, titled),
    "schedule_if_any": course(gold.schedule, titled, if_any=True),
    "times_end": two_courses(times_end),
    "leave_by_five": two_courses(leave_by_five),
    "on_friday": course(on_friday, evenly_friday),
    "always_on_friday": always_on_friday,
    "lectures_a_week": course(lectures_a_week, timed),
    "length": course(gold.length, timed),
    "section_between": section_between,
    "section_in_term": in_term(yes, timed),
    "prerequisites": course(gold.prerequisites, lambda r: bool(r.needs_text)),
    "prerequisites_if_any": course(needs_named, lambda r: bool(r.needs_text), if_any=True),
    "without_it": without_it,
    "not_requiring": not_requiring("upper"),
    "level_not_requiring": not_requiring(),
    "most_required": most_required,
    "offered_in_term": in_term(yes),
    "in_department": departments(only_upper=False),
    "upper_in_department": departments(only_upper=True),
    "upper_before_noon": lists(gold.listing, fixed(UPPER, conditions.before_noon())),
    "count_upper_mornings": lists(gold.count, fixed(UPPER, MORNING)),
    "on_weekend": lists(gold.listing, fixed(WEEKEND)),
    "fewer_units": lists(gold.listing, fixed(conditions.at_most(2))),
    "everything": everything,
    "lab": course(gold.lab, evenly_lab),
    "repeatable": course(gold.repeatable, lambda r: r.most is not None),
    "restrictions": course(gold.restrictions, lambda r: "major" in r.limits),
}
