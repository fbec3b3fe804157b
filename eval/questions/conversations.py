"""Conversations of three turns: two exchanges, then a question that leans on them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from eval.questions import conditions, gold
from eval.questions.cases import taken_for
from eval.questions.deck import Case, Deck, Turn
from eval.questions.gold import Gold
from eval.questions.records import Record


def told(deck: Deck, kind: str, record: Record) -> Turn:
    """A question of the kind about the course, and a right answer."""
    sentence = {
        "units": f"is worth {gold.units_words(record)[0].removesuffix(' unit')} unit(s)",
        "prerequisites": f"needs {record.needs_text or 'no prerequisites'}",
        "instructor": f"is taught by {', '.join(record.teachers) or 'someone not listed yet'}",
        "description": f"({record.title}): {record.about or 'the catalogue gives no description'}",
    }[kind]
    return Turn(kind, deck.slots(record), f"{record.code} {sentence.rstrip('.')}. [{record.code}]")


def about_it(
    first: str, second: str, make: Callable[[Record], Gold]
) -> Callable[[Deck], Iterator[Case]]:
    """Two things asked of a course, then a third that says 'it'."""

    def cases(deck: Deck) -> Iterator[Case]:
        for record in deck.records:
            if record.about and len(record.meetings) == 1:
                history = (told(deck, first, record), told(deck, second, record))
                yield Case((record.code,), {}, make(record), history)

    return cases


def same_of_other(deck: Deck) -> Iterator[Case]:
    """Units of one course, then 'and the other?'."""
    for one, two in zip(deck.records, deck.records[1:], strict=False):
        history = (told(deck, "description", one), told(deck, "units", one))
        yield Case((one.code, two.code), deck.slots(two), gold.units(two), history)


def listed(deck: Deck) -> Iterator[tuple[Turn, list[Record]]]:
    """A list of three to six courses, all of them in the answer."""
    by_code = {r.code: r for r in deck.file.records}
    for _ in range(1500):
        chosen = conditions.draw(deck.rng, deck.programs, deck.names)
        codes, _ = conditions.matching(deck.file.records, chosen)
        if 3 <= len(codes) <= 6:
            slots = {"courses": conditions.phrase(chosen), "terse": conditions.phrase(chosen, True)}
            lines = "\n".join(f"{n}. {c} {by_code[c].title} [{c}]" for n, c in enumerate(codes, 1))
            answer = f"There are {len(codes)}:\n{lines}"
            yield Turn("list", slots, answer), [by_code[c] for c in codes]


def second_listed(deck: Deck) -> Iterator[Case]:
    hello = Turn("smalltalk", {}, "Hello! Ask me about a course of the Spring 2024 catalogue.")
    for turn, records in listed(deck):
        yield Case((turn.slots["courses"],), {}, gold.units(records[1]), (hello, turn))


def narrowed(deck: Deck) -> Iterator[Case]:
    """Those of a list that have so many units; not of a list asked for by its units already, where
    'just the 2-unit ones' may as well change the number."""
    hello = Turn("smalltalk", {}, "Hello! Ask me about a course of the Spring 2024 catalogue.")
    for turn, records in listed(deck):
        for n in (2, 3, 4) if "-unit " not in turn.slots["courses"] else ():
            kept = [r.code for r in records if r.low <= n <= r.high]
            if 0 < len(kept) < len(records):
                answer = gold.listing(kept)
                yield Case((turn.slots["courses"],), {"units": str(n)}, answer, (hello, turn))
                break


def remembered(deck: Deck) -> Iterator[Case]:
    """Courses taken are told two turns before they count."""
    needy = [r for r in deck.records if r.needs_text and not r.limits]
    for one, two in zip(needy, needy[1:], strict=False):
        taken = taken_for(two, deck.rng)
        slots = deck.slots(one) | {"taken": " and ".join(taken)}
        verdict = gold.eligible(one, taken)["verdict"].capitalize()
        first = Turn("eligible", slots, f"{verdict}. {one.code} needs {one.needs_text}.")
        history = (first, told(deck, "units", two))
        yield Case((one.code, two.code), deck.slots(two), gold.eligible(two, taken), history)


CONVERSATIONS: dict[str, Callable[[Deck], Iterator[Case]]] = {
    "follow_units": about_it("description", "prerequisites", gold.units),
    "follow_prerequisites": about_it("description", "units", gold.prerequisites),
    "follow_instructor": about_it("units", "description", gold.instructor),
    "follow_schedule": about_it("description", "instructor", gold.schedule),
    "follow_other": same_of_other,
    "follow_second": second_listed,
    "follow_narrow": narrowed,
    "follow_eligible": remembered,
}
