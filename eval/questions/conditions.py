"""Conditions a list question can set, in words and as a test on the raw records.

Where people read a condition in two ways (does "evening" begin at five or at six?) a condition
has a narrow and a wide test: what passes the wide one may be listed, and either count is right.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from eval.questions.gold import FULL_DAY, GE_NAME, clock
from eval.questions.records import WEEK, Meeting, Record

Test = Callable[[Record, Meeting], bool]


@dataclass(frozen=True)
class Condition:
    """`full` and `terse` are its words; `leads` says they stand before the noun, lowest first."""

    full: str
    terse: str
    wide: Test
    narrow: Test
    leads: int | None = None


def matching(records: Sequence[Record], conditions: Sequence[Condition]) -> tuple[list[str], int]:
    """Codes that pass all wide tests in one section, and how many pass all narrow ones."""
    wide = [r for r in records if any(all(c.wide(r, m) for c in conditions) for m in r.meetings)]
    narrow = (r for r in wide if any(all(c.narrow(r, m) for c in conditions) for m in r.meetings))
    return [r.code for r in wide], sum(1 for _ in narrow)


def phrase(conditions: Sequence[Condition], terse: bool = False) -> str:
    """'4-unit upper-division CSCI courses with no prerequisites that don't meet on Friday'."""
    leading = sorted((c for c in conditions if c.leads is not None), key=lambda c: c.leads or 0)
    trailing = [c for c in conditions if c.leads is None]
    if terse:
        words = [c.terse for c in leading] + ["classes"] + [c.terse for c in trailing]
        return " ".join(words)
    parts = [" ".join([*(c.full for c in leading), "courses"])]
    clauses = [c.full for c in trailing if not c.full.startswith("that ")]
    verbs = [c.full.removeprefix("that ") for c in trailing if c.full.startswith("that ")]
    if clauses:
        parts.append(" and ".join(clauses))
    if verbs:
        parts.append("that " + " and ".join(verbs))
    return " ".join(parts)


def draw(rng: Random, programs: Sequence[str], names: dict[str, list[str]]) -> list[Condition]:
    """One to four conditions of different kinds, as a student would put together."""
    place = program(rng.choice(programs), rng, names)
    if rng.random() < 0.25:
        place = ge(rng.choice("ABCDEFGH"), rng)
    makers = [
        lambda: level(rng.choice(["lower", "upper", "graduate"]), rng),
        lambda: hundred(rng.choice([100, 200, 300, 400, 500])),
        lambda: units(rng.choice([1, 2, 3, 4])),
        lambda: at_most(rng.choice([2, 3])),
        lambda: rng.choice([on_day, off_day])(rng.choice(WEEK[:5])),
        lambda: rng.choice([starts_from, ends_by])(60 * rng.choice([10, 12, 14, 16])),
        lambda: part_of_day(rng.choice(["morning", "afternoon", "evening"])),
        free,
        lambda: cleared(rng.random() < 0.5),
    ]
    groups = ([0, 1], [2, 3], [4], [5, 6], [7], [8])
    weights = (5, 4, 4, 3, 3, 1)
    wanted = rng.choices((1, 2, 3), weights=(3, 4, 2))[0]
    chosen: list[int] = []
    while len(chosen) < wanted:
        group = rng.choices(range(len(groups)), weights=weights)[0]
        chosen += [] if group in chosen else [group]
    return [place, *(makers[rng.choice(groups[group])]() for group in chosen)]


def exact(full: str, terse: str, test: Test, leads: int | None = None) -> Condition:
    """A condition that all read alike."""
    return Condition(full, terse, test, test, leads)


def program(code: str, rng: Random, names: dict[str, list[str]]) -> Condition:
    word = rng.choice([code, *names.get(code, [])])
    return exact(word, word.lower(), lambda r, m: code in r.programs, leads=3)


def ge(letter: str, rng: Random) -> Condition:
    full = rng.choice([f"GE-{letter}", f"GE category {letter}", f"{GE_NAME[letter]} GE"])
    return exact(full, f"ge {letter.lower()}", lambda r, m: letter in r.categories, leads=3)


def level(name: str, rng: Random) -> Condition:
    full = "graduate" if name == "graduate" else f"{name}-division"
    terse = "grad" if name == "graduate" else f"{name} div"
    if name == "graduate":
        return exact(full, terse, lambda r, m: r.level == name, leads=2)
    full = rng.choice([full, f"{name} division", f"{name}-level"])
    return exact(full, terse, lambda r, m: r.level == name, leads=2)


def hundred(base: int) -> Condition:
    words = f"{base}-level", f"{base} level"
    return exact(*words, lambda r, m: base <= r.number < base + 100, leads=2)


def units(n: int) -> Condition:
    return Condition(
        f"{n}-unit",
        f"{n} unit",
        wide=lambda r, m: r.low <= n <= r.high,
        narrow=lambda r, m: r.low == n == r.high,
        leads=1,
    )


def at_most(n: int) -> Condition:
    return Condition(
        f"with at most {n} units",
        f"max {n} units",
        wide=lambda r, m: r.low <= n,
        narrow=lambda r, m: r.high <= n,
    )


def on_day(day: str) -> Condition:
    words = f"that meet on {FULL_DAY[day]}s", f"on {day.lower()}"
    return exact(*words, lambda r, m: day in m.days)


def off_day(day: str) -> Condition:
    words = f"that don't meet on {FULL_DAY[day]}s", f"not on {day.lower()}"
    return exact(*words, lambda r, m: bool(m.days) and day not in m.days)


def starts_from(minutes: int) -> Condition:
    return Condition(
        f"that start after {hour(minutes)}",
        f"after {hour(minutes)}",
        wide=lambda r, m: m.start is not None and m.start >= minutes,
        narrow=lambda r, m: m.start is not None and m.start > minutes,
    )


def ends_by(minutes: int) -> Condition:
    return Condition(
        f"that end by {hour(minutes)}",
        f"done by {hour(minutes)}",
        wide=lambda r, m: m.end is not None and m.end <= minutes,
        narrow=lambda r, m: m.end is not None and m.end < minutes,
    )


def before_noon() -> Condition:
    return Condition(
        "before noon",
        "before noon",
        wide=lambda r, m: m.start is not None and m.start < 720,
        narrow=lambda r, m: m.end is not None and m.end <= 720,
    )


def part_of_day(name: str) -> Condition:
    """Morning to noon, afternoon to five or six, evening from five or six."""
    edges = {"morning": (0, 0, 720, 720), "afternoon": (720, 720, 1080, 1020)}
    first, late, last, early = edges.get(name, (1020, 1080, 1440, 1440))
    return Condition(
        f"in the {name}",
        f"in the {name}",
        wide=lambda r, m: m.start is not None and first <= m.start < last,
        narrow=lambda r, m: m.start is not None and late <= m.start < early,
    )


def free() -> Condition:
    return exact("with no prerequisites", "no prereqs", lambda r, m: not r.needs_text)


def cleared(needed: bool) -> Condition:
    """Section letter D: the department must clear registration."""
    words = ("that need", "with") if needed else ("that don't need", "without")
    return exact(
        f"{words[0]} department clearance",
        f"{words[1]} d clearance",
        lambda r, m: m.section.endswith("D") == needed,
    )


def no_lab() -> Condition:
    return Condition(
        "without a lab",
        "no lab",
        wide=lambda r, m: not r.lab,
        narrow=lambda r, m: not r.lab and not r.lab_letter,
    )


def with_lab() -> Condition:
    return Condition(
        "with a lab", "with lab", wide=lambda r, m: r.lab or r.lab_letter, narrow=lambda r, m: r.lab
    )


def hour(minutes: int) -> str:
    """720 -> 'noon', 840 -> '2pm'."""
    return "noon" if minutes == 720 else clock(minutes).replace(":00", "")
