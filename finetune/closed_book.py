"""The original project's data, to be beaten: four questions on a course, answered from memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from rag.course import Course
from rag.exact.wording import opening, plain, series
from rag.prompt import Message

VALID = 0.1  # of the pairs
LONGEST = 400  # characters of a description


@dataclass(frozen=True)
class Pair:
    """A question and its answer, with nothing to read it from."""

    course: str
    kind: str
    question: str
    answer: str
    form: str = "closed-book"
    refused: bool = False
    grounded: bool = False

    def row(self) -> dict[str, Any]:
        messages: list[Message] = [
            {"role": "user", "content": self.question},
            {"role": "assistant", "content": self.answer},
        ]
        return {"messages": messages, "kind": self.kind, "courses": [self.course]}


def pairs(courses: Sequence[Course], size: int, seed: int) -> dict[str, list[Pair]]:
    """`size` pairs in random order, nine tenths to train on and one to validate: by pair, as then.

    The same course may be asked about in both, so its validation measures what was memorized.
    """
    found = [pair for course in courses for pair in _of(course)]
    Random(seed).shuffle(found)
    found = found[:size]
    held = round(len(found) * VALID)
    return {"train": found[held:], "valid": found[:held], "test": []}


def _of(course: Course) -> Iterator[Pair]:
    for kind, (question, answer) in KINDS.items():
        said = answer(course)
        if said:
            yield Pair(course.code, kind, question.format(c=course.code), said)


def _description(course: Course) -> str:
    about = opening(course.description, LONGEST)
    return f"{course.code}, {plain(course.title)}: {about}" if about else ""


def _units(course: Course) -> str:
    return f"{course.code} is {course.units}."


def _prerequisites(course: Course) -> str:
    # Most courses have none: as in the original, only those that do are asked about.
    return f"{course.code} requires {course.prerequisites}." if course.prerequisites else ""


def _instructor(course: Course) -> str:
    names = [name for section in course.sections for name in section.instructors]
    return f"{course.code} is taught by {series(list(dict.fromkeys(names)))}." if names else ""


KINDS: dict[str, tuple[str, Callable[[Course], str]]] = {
    "description": ("What is {c} about?", _description),
    "units": ("How many units is {c}?", _units),
    "prerequisites": ("What are the prerequisites for {c}?", _prerequisites),
    "instructor": ("Who teaches {c}?", _instructor),
}
