"""Lists and counts that students' phrasings ask for, over conditions drawn from a few."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from random import Random

from eval.questions import conditions, gold
from eval.questions.conditions import Condition
from eval.questions.deck import Case, Deck, Slots
from eval.questions.gold import Gold
from eval.questions.slots import course_slots

Fill = Callable[[Deck], Iterator[Case]]
UPPER = conditions.exact("upper-division", "upper div", lambda r, m: r.level == "upper", leads=2)
MORNING = conditions.part_of_day("morning")
WEEKEND = conditions.exact(
    "at the weekend", "weekend", lambda r, m: bool({"Sat", "Sun"} & set(m.days))
)


def lists(
    make: Callable[..., Gold], draw: Callable[[Random], tuple[Slots, list[Condition]]]
) -> Fill:
    """A list or a count over conditions drawn from a few."""

    def cases(deck: Deck) -> Iterator[Case]:
        for _ in range(40):
            slots, chosen = draw(deck.rng)
            found, narrow = conditions.matching(deck.file.records, chosen)
            if found:
                yield Case((), slots, make(found, [narrow]))

    return cases


def of_units(rng: Random, *more: Condition) -> tuple[Slots, list[Condition]]:
    n = rng.choice([1, 2, 3, 4])
    return {"credit0": str(n)}, [conditions.units(n), *more]


def at_level(rng: Random, *more: Condition) -> tuple[Slots, list[Condition]]:
    n = rng.choice([100, 200, 300, 400, 500])
    return {"level0": str(n)}, [conditions.hundred(n), *more]


def of_category(rng: Random) -> tuple[Slots, list[Condition]]:
    wanted = conditions.ge(rng.choice("ABCDEFGH"), rng)
    return {"requirement0": wanted.full}, [wanted]


def some(codes: Sequence[str], totals: Iterable[int] = ()) -> Gold:
    """Some of a list will do: the question is whether there are any."""
    return {"any_of": list(codes), "only": True, "refused": False}


def two_categories(deck: Deck) -> Iterator[Case]:
    for _ in range(40):
        one, two = (conditions.ge(letter, deck.rng) for letter in deck.rng.sample("ABCDEFGH", 2))
        found = [conditions.matching(deck.file.records, [c])[0] for c in (one, two)]
        slots = {"requirement0": one.full, "requirement1": two.full}
        yield Case((), slots | {"semester0": "Spring"}, some([*found[0], *found[1]]))


def not_requiring(fixed: str = "") -> Fill:
    """Courses of a level whose prerequisites don't name one course."""

    def cases(deck: Deck) -> Iterator[Case]:
        for record in deck.records:
            base = deck.rng.choice([300, 400])
            level = [
                r
                for r in deck.file.records
                if (r.level == fixed if fixed else base <= r.number < base + 100)
            ]
            found = [r.code for r in level if record.key not in r.needs.named]
            if record.key in deck.unlocked and record.number < 300:
                slots = course_slots(deck, record)
                if not fixed:
                    slots |= {"number0": slots["number0"], "number1": str(base)}
                yield Case((record.code,), slots, gold.listing(found))

    return cases


def most_required(deck: Deck) -> Iterator[Case]:
    """Any of the ten courses that most others name."""
    sizes = Counter({key: len(codes) for key, codes in deck.unlocked.items()})
    top = [deck.by_key[key].code for key, _ in sizes.most_common(40) if key in deck.by_key][:10]
    for _ in range(20):
        yield Case((), {}, {"any_of": top, "refused": False})


def departments(only_upper: bool) -> Fill:
    """Courses of a program, this spring."""

    def cases(deck: Deck) -> Iterator[Case]:
        for code in deck.rng.sample(deck.programs, len(deck.programs)):
            chosen = [conditions.program(code, deck.rng, deck.names)]
            slots = {"department0": chosen[0].full, "semester0": "Spring"}
            chosen += [UPPER] if only_upper else []
            found, _ = conditions.matching(deck.file.records, chosen)
            if found:
                yield Case((slots["department0"],), slots, gold.listing(found))

    return cases


def everything(deck: Deck) -> Iterator[Case]:
    codes = [r.code for r in deck.file.records]
    for _ in range(20):
        yield Case((), {"semester0": "Spring"}, gold.listing(codes))


def upper_in_term(deck: Deck) -> Iterator[Case]:
    for _ in range(40):
        slots, chosen = of_units(deck.rng, UPPER)
        found, _ = conditions.matching(deck.file.records, chosen)
        here = deck.rng.random() < 0.5
        slots |= {"semester0": "Spring" if here else "Fall", "year0": "2024"}
        yield Case((), slots, some(found) if here else gold.refusal())


def fixed(*chosen: Condition) -> Callable[[Random], tuple[Slots, list[Condition]]]:
    """The same conditions every time."""
    return lambda rng: ({}, list(chosen))
