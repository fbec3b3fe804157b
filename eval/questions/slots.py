"""How a course and the rest of a question stand in the slots of students' phrasings."""

from __future__ import annotations

from random import Random

from eval.questions import conditions
from eval.questions.deck import Deck, Slots
from eval.questions.records import Record
from eval.questions.split import digest


def fillers(rng: Random) -> Slots:
    """Slots of questions that no record answers: other terms, grades, requirements, people."""
    requirement = conditions.ge(rng.choice("ABCDEFGH"), rng).full
    return {
        "semester0": rng.choice(["Fall", "Summer"]),
        "year0": rng.choice(["2022", "2023", "2025"]),
        "requirement0": requirement,
        "area0": rng.choice(["robotics", "marketing", "film history", "statistics"]),
        "level0": rng.choice(["100", "300", "400"]),
        "level1": "500",
        "grade0": rng.choice(["A", "B+"]),
        "firstname0": "Robin",
        "lastname0": "Vance",
        "time0": "10:00",
    }


def course_slots(deck: Deck, record: Record, n: int = 0) -> Slots:
    """How a course stands in their templates: number0 is a whole code, department0 its program."""
    program, number, part = record.key
    own = deck.slots(record)
    code = own[("code", "bare", "bare", "glued", "lower")[digest(record.code) % 5]]
    slots = {f"number{n}": code, f"department{n}": program}
    if "title" in own:
        slots[f"topic{n}"] = record.title
    if record.teachers:
        slots[f"instructor{n}"] = record.teachers[0]
    return slots
