"""The raw catalogue file read a second time, by code that shares nothing with the product's reader.

Gold answers rest on it, so nothing here may come from the packages that are judged.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from eval.questions.needs import Needs, identity, parse_needs

CATEGORY = {
    "ARTS": "A",
    "HINQ": "B",
    "SANA": "C",
    "LIFE": "D",
    "PSC": "E",
    "QREA": "F",
    "GPG": "G",
    "GPH": "H",
}
WEEK = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_SHORT = re.compile(r"Th|Tu|M|W|F|S|U")
_TIMES = re.compile(r"(\d{1,2}):(\d\d)-(\d{1,2}):(\d\d)(am|pm)")


@dataclass(frozen=True)
class Meeting:
    """One listed section: minutes after midnight, None and () where the file says TBA."""

    section: str
    kind: str
    days: tuple[str, ...]
    start: int | None
    end: int | None
    teachers: tuple[str, ...]

    @property
    def known(self) -> bool:
        """Whether the file gives days and times."""
        return bool(self.days) and self.start is not None


@dataclass(frozen=True)
class Record:
    """One course, all its listings together; `programs` are its letters and where it is listed."""

    code: str
    title: str
    about: str
    low: float
    high: float
    most: float | None
    needs_text: str
    limits: str
    programs: tuple[str, ...]
    meetings: tuple[Meeting, ...]

    @cached_property
    def key(self) -> tuple[str, int, str]:
        """What tells this course from others whatever the spelling."""
        return identity(self.code)

    @property
    def number(self) -> int:
        return self.key[1]

    @property
    def level(self) -> str:
        """'lower' below 300, 'upper' 300-499, 'graduate' from 500."""
        return "lower" if self.number < 300 else "upper" if self.number < 500 else "graduate"

    @cached_property
    def categories(self) -> tuple[str, ...]:
        """General-education letters, known from the umbrella lists only."""
        return tuple(sorted(CATEGORY[p] for p in self.programs if p in CATEGORY))

    @cached_property
    def needs(self) -> Needs:
        return parse_needs(self.needs_text)

    @cached_property
    def teachers(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(t for m in self.meetings for t in m.teachers))

    @cached_property
    def lab(self) -> bool:
        """A section of a kind that names a laboratory."""
        return any("Lab" in m.kind for m in self.meetings)

    @property
    def lab_letter(self) -> bool:
        """An L in the code, which marks a laboratory too; some such courses list lectures only."""
        return "l" in re.sub(r".*\d", "", self.code).lower()


@dataclass(frozen=True)
class File:
    """All records in the file's order, and every code its text names anywhere."""

    records: tuple[Record, ...]
    named: frozenset[tuple[str, int, str]]

    def by_key(self) -> dict[tuple[str, int, str], Record]:
        return {r.key: r for r in self.records}


def read(path: Path) -> File:
    """Read the 13-column CSV; a ValueError says what is wrong with it."""
    with path.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    if not rows or "Class ID" not in rows[0] or "Catalogue" not in rows[0]:
        raise ValueError(f"{path} is not a catalogue of 13 columns with Class ID and Catalogue")
    groups: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        groups[row["Class ID"].strip().rstrip(":").strip()].append(row)
    text = " ".join(f"{row['Catalogue']} {row['Prerequisites']} {row['Class ID']}" for row in rows)
    named = {identity(m[0]) for m in re.finditer(r"\b[A-Z]{2,5}[ -]\d{3}[A-Za-z]{0,4}\b", text)}
    return File(tuple(merge(code, rows) for code, rows in groups.items()), frozenset(named))


def merge(code: str, rows: list[dict[str, str]]) -> Record:
    """One record of all rows that list a course."""
    first = rows[0]
    low, high, most = read_units(first["Units"])
    return Record(
        code=code,
        title=" ".join(first["Class Name"].split()),
        about=" ".join(first["Catalogue"].split()),
        low=low,
        high=high,
        most=most,
        needs_text=after_label(first["Prerequisites"]),
        limits=after_label(first["Restrictions"]),
        programs=tuple(dict.fromkeys([code.split()[0], *(r["Program Code"] for r in rows)])),
        meetings=tuple(dict.fromkeys(meeting(row) for row in rows)),
    )


def meeting(row: dict[str, str]) -> Meeting:
    """The section a row lists."""
    start, end = read_time(row["Time"])
    teachers = (" ".join(name.split()) for name in row["Instructor"].split(","))
    return Meeting(
        section=row["Class Section"].strip(),
        kind=row["Class Type"].strip(),
        days=read_days(row["Days"]),
        start=start,
        end=end,
        teachers=tuple(t for t in teachers if t),
    )


def read_units(text: str) -> tuple[float, float, float | None]:
    """'(1.0-2.0 units, max 8)' -> 1.0, 2.0, 8.0."""
    found = re.fullmatch(r"\(([\d.]+)(?:-([\d.]+))? units?(?:, max ([\d.]+))?\)", text.strip())
    if not found:
        raise ValueError(f"units not understood: {text!r}")
    low, high, most = found.groups()
    # One range of the file runs the wrong way: "(2.0-1.0 units)".
    ends = sorted((float(low), float(high or low)))
    return ends[0], ends[1], float(most) if most else None


def read_time(text: str) -> tuple[int | None, int | None]:
    """'11:00-12:20pm' -> 660, 740: the start is the latest such hour before the end."""
    found = _TIMES.fullmatch(text.strip())
    if not found:
        return None, None
    h1, m1, h2, m2 = (int(x) for x in found.groups()[:4])
    end = (h2 % 12 + (12 if found[5] == "pm" else 0)) * 60 + m2
    start = max(s for s in (h1 % 12 * 60 + m1, (h1 % 12 + 12) * 60 + m1) if s < end)
    return start, end


def read_days(text: str) -> tuple[str, ...]:
    """'MTuWTh', 'Mon, Wed', 'Saturday' or 'Sat, U' -> names of WEEK in its order; TBA -> ()."""
    text = text.strip()
    if not text or text == "TBA":
        return ()
    short = {"M": "Mon", "Tu": "Tue", "W": "Wed", "Th": "Thu", "F": "Fri", "S": "Sat", "U": "Sun"}
    found = set()
    for part in re.split(r",\s*", text):
        if part[:3] in WEEK and part[:3] != part or part in WEEK:
            found.add(part[:3])
        else:
            found |= {short[letter] for letter in _SHORT.findall(part)}
    return tuple(day for day in WEEK if day in found)


def after_label(text: str) -> str:
    """'Prerequisite: MATH 125' -> 'MATH 125'; 'Not available' -> ''."""
    text = " ".join(text.split())
    return "" if text in ("", "Not available") else text.partition(": ")[2]


def unlocked(records: Iterable[Record]) -> dict[tuple[str, int, str], tuple[str, ...]]:
    """Course -> codes of the courses whose prerequisites name it, alone or as one of several."""
    names: dict[tuple[str, int, str], list[str]] = defaultdict(list)
    for record in records:
        for key in record.needs.named:
            names[key].append(record.code)
    return {key: tuple(codes) for key, codes in names.items()}
