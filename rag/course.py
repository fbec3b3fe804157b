"""Course and Hit: what the catalogue says of one course, and one course found for a question."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from rag.programs import program_name

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LEVELS = ("lower", "upper", "graduate")
GE_CATEGORIES = {
    "A": "The Arts",
    "B": "Humanistic Inquiry",
    "C": "Social Analysis",
    "D": "Life Sciences",
    "E": "Physical Sciences",
    "F": "Quantitative Reasoning",
    "G": "Citizenship in a Diverse World",
    "H": "Traditions and Historical Foundations",
}
# General education is known only from the umbrella lists a course is re-listed under.
GE_PROGRAMS = {
    "ARTS": "A",
    "HINQ": "B",
    "SANA": "C",
    "LIFE": "D",
    "PSC": "E",
    "QREA": "F",
    "GPG": "G",
    "GPH": "H",
}
_CODE = re.compile(r"([A-Z]{2,5}) (\d{3})([A-Za-z]*)")


@dataclass(frozen=True)
class Section:
    """One section of a course: the file holds the first only, so it is an example, never all.

    `start` and `end` are minutes after midnight, None when the time is to be announced;
    `clearance` is True where the department must clear registration (section letter D).
    """

    number: str = ""
    clearance: bool = False
    kind: str = "Lecture"
    days: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None
    instructors: tuple[str, ...] = ()

    def when(self) -> str:
        """'Tue, Thu 2:00-3:20pm', or 'time to be announced'."""
        days = ", ".join(self.days)
        if self.start is None or self.end is None:
            return f"{days}, time to be announced" if days else "time to be announced"
        return f"{days} {clock(self.start, self.end)}".strip()


@dataclass(frozen=True)
class Course:
    """One course of the catalogue, its re-listings merged.

    `suffix` is what follows the number in the code (part letter, L, x, g, m, w, p); `units_total`
    is the most that repeats may add up to; `prerequisites` and `restrictions` are the catalogue's
    own words without their label, "" when it gives none; `listed_under` are program codes.
    """

    code: str
    title: str
    description: str
    units_min: float
    units_max: float
    units_total: float | None = None
    prerequisites: str = ""
    restrictions: str = ""
    sections: tuple[Section, ...] = ()
    listed_under: tuple[str, ...] = ()

    @cached_property
    def program(self) -> str:
        """The letters of the code: 'CSCI'. Kept, as lists of a department ask it of all courses."""
        return self.code.split(" ")[0]

    @cached_property
    def number(self) -> int:
        """The digits of the code: 104. Kept, as every filter on the level asks for it."""
        match = _CODE.fullmatch(self.code)
        return int(match[2]) if match else 0

    @property
    def suffix(self) -> str:
        """The letters after the number: 'Lg'."""
        match = _CODE.fullmatch(self.code)
        return match[3] if match else ""

    @property
    def level(self) -> str:
        """'lower' below 300, 'upper' below 500, else 'graduate'."""
        return "lower" if self.number < 300 else "upper" if self.number < 500 else "graduate"

    @cached_property
    def ge(self) -> tuple[str, ...]:
        """The general-education categories it counts for: ('B', 'G')."""
        return tuple(sorted({GE_PROGRAMS[p] for p in self.listed_under if p in GE_PROGRAMS}))

    @property
    def units(self) -> str:
        """'4 units', '1 unit', '1-12 units, max 12 in all'."""
        low, high = _number(self.units_min), _number(self.units_max)
        words = f"{low} unit{'' if low == '1' else 's'}" if low == high else f"{low}-{high} units"
        return words if self.units_total is None else f"{words}, max {_number(self.units_total)}"

    def text(self) -> str:
        """The course as prose: what is embedded and searched. The one place this is written."""
        program = f"({program_name(self.program)}, {self.code})"
        return " ".join(part for part in (f"{self.title}.", self.description, program) if part)


@dataclass(frozen=True)
class Hit:
    """A course found for a question: `score` is its cosine to the question (1.0 for a code named
    in it), `how` is 'code', 'title', 'filter' or 'search'."""

    course: Course
    score: float
    how: str = "search"


def clock(start: int, end: int) -> str:
    """Minutes after midnight as the catalogue writes a time: 840, 920 -> '2:00-3:20pm'."""
    return f"{_hour(start)}-{_hour(end)}{'am' if end < 12 * 60 else 'pm'}"


def _hour(minutes: int) -> str:
    hour, minute = divmod(minutes, 60)
    return f"{(hour - 1) % 12 + 1}:{minute:02d}"


def _number(value: float) -> str:
    return f"{value:g}"
