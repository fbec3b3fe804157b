"""Cleaning: the rows of a source become courses, and every row is accounted for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from ingest.fields import (
    is_given,
    parse_code,
    parse_days,
    parse_people,
    parse_rule,
    parse_section,
    parse_time,
    parse_units,
)
from ingest.merge import merge
from ingest.repair import repair
from ingest.report import Report
from ingest.rows import COLUMNS, Remark, Row
from ingest.source import Source
from rag.course import Course, Section
from rag.errors import Mistake

KINDS = ("Lecture", "Lecture-Lab", "Lecture-Discussion", "Discussion", "Quiz", "Lab")
TERMS = {"1": "Spring", "2": "Summer", "3": "Fall"}

T = TypeVar("T")


@dataclass(frozen=True)
class Cleaned:
    """The courses, in the order they are first listed, and what was done to get them."""

    courses: tuple[Course, ...]
    report: Report


@dataclass
class _Remarks:
    repaired: list[Remark] = field(default_factory=list)
    rejected: list[Remark] = field(default_factory=list)
    conflicts: list[Remark] = field(default_factory=list)
    warnings: list[Remark] = field(default_factory=list)


class _Unusable(Exception):
    """A row without a fact that no course can be without."""


def clean(source: Source) -> Cleaned:
    """Parse, repair and merge the rows; a `Mistake` where not one of them is a course."""
    remarks = _Remarks(rejected=list(source.rejected))
    courses: dict[str, Course] = {}
    first: dict[str, int] = {}
    for row in source.rows:
        try:
            course = _course(row, remarks)
        except _Unusable as error:
            remarks.rejected.append(Remark(row.line, str(error)))
            continue
        key = course.code.casefold()
        if key not in courses:
            courses[key], first[key] = course, row.line
            continue
        courses[key], differences = merge(courses[key], course)
        where = f"{course.code}, first in {source.unit} {first[key]}, differs in its "
        remarks.conflicts += [Remark(row.line, where + text) for text in differences]
    return Cleaned(tuple(courses.values()), _report(source, courses, remarks))


def term(rows: Iterable[Row]) -> str:
    """The term most rows are of, read off 'term-20241' in their URL: 'Spring 2024', or ''."""
    found = (re.search(r"term-(\d{4})([123])(?!\d)", row.values["Program URL"]) for row in rows)
    terms = Counter(f"{TERMS[match[2]]} {match[1]}" for match in found if match)
    return terms.most_common(1)[0][0] if terms else ""


def _report(source: Source, courses: dict[str, Course], remarks: _Remarks) -> Report:
    read = len(source.rows) + len(source.rejected)
    rejected = tuple(sorted(remarks.rejected, key=lambda remark: remark.line))
    if not courses:
        raise Mistake(
            f"{source.name}: none of its {read:,} rows is a course; {source.unit} "
            f"{rejected[0].line}: {rejected[0].text}. Compare it with ingest/sample.csv."
        )
    return Report(
        read=read,
        courses=len(courses),
        merged=read - len(rejected) - len(courses),
        repaired=tuple(remarks.repaired),
        rejected=rejected,
        conflicts=tuple(remarks.conflicts),
        warnings=tuple(remarks.warnings),
        unit=source.unit,
    )


def _course(row: Row, remarks: _Remarks) -> Course:
    """One row as a course of one section, listed under one program."""
    code = parse_code(repair(row.values["Class ID"])[0])
    if code is None:
        raise _Unusable(f"'{_short(row.values['Class ID'])}' in 'Class ID' is no course code")
    values = _mended(row, code, remarks)
    if not values["Class Name"]:
        raise _Unusable(f"{code} has no title in 'Class Name'")
    low, high, total = _units(row.line, code, values["Units"], remarks)
    return Course(
        code=code,
        title=values["Class Name"],
        description=values["Catalogue"] if is_given(values["Catalogue"]) else "",
        units_min=low,
        units_max=high,
        units_total=total,
        prerequisites=parse_rule(values["Prerequisites"]),
        restrictions=parse_rule(values["Restrictions"]),
        sections=(_section(row.line, code, values, remarks),),
        listed_under=(values["Program Code"].upper() or code.split(" ")[0],),
    )


def _mended(row: Row, code: str, remarks: _Remarks) -> dict[str, str]:
    """The row's texts repaired, each repair remarked on."""
    values = {}
    for name in COLUMNS:
        values[name], changes = repair(row.values[name])
        if changes:
            text = f"{code}, '{name}': {', '.join(changes)}"
            remarks.repaired.append(Remark(row.line, text))
        if "\ufffd" in values[name]:
            lost = f"{code}, '{name}': a character was lost before the file was written (U+FFFD)"
            remarks.warnings.append(Remark(row.line, lost))
    return values


def _units(line: int, code: str, text: str, remarks: _Remarks) -> tuple[float, float, float | None]:
    units = parse_units(text)
    if units is None:
        raise _Unusable(f"{code}: '{_short(text)}' in 'Units' is no number of units")
    low, high, total = units
    if low > high:
        remarks.repaired.append(Remark(line, f"{code}, 'Units': '{text}' is written backwards"))
        low, high = high, low
    return low, high, total


def _section(line: int, code: str, values: dict[str, str], remarks: _Remarks) -> Section:
    def parse(name: str, parser: Callable[[str], T | None], nothing: T) -> T:
        text = values[name]
        found = parser(text) if is_given(text) else nothing
        if found is None:
            remarks.warnings.append(Remark(line, f"{code}, '{name}': '{_short(text)}'"))
        return nothing if found is None else found

    number, clearance = parse("Class Section", parse_section, ("", False))
    unknown: tuple[int | None, int | None] = (None, None)
    start, end = parse("Time", parse_time, unknown)
    kinds = {kind.casefold(): kind for kind in KINDS}
    return Section(
        number=number,
        clearance=clearance,
        kind=kinds.get(values["Class Type"].casefold(), values["Class Type"]),
        days=parse("Days", parse_days, ()),
        start=start,
        end=end,
        instructors=parse_people(values["Instructor"]),
    )


def _short(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= 40 else shown[:37] + "..."
