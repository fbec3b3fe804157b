"""Names and nicknames of programs, which the catalogue file gives by code only, and of schools."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Program:
    """A program code, its full name, and what students call it ('cs', 'comp sci'), lower case."""

    code: str
    name: str
    nicknames: tuple[str, ...] = ()


@dataclass(frozen=True)
class School:
    """A word by which the file's restrictions name a school; `major` that a major is called as
    students call the school too."""

    restriction: str
    major: bool


@cache
def programs() -> dict[str, Program]:
    """Code -> Program, from programs.csv beside this module (code, name, nicknames split by |)."""
    path = Path(__file__).with_name("programs.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return {
            row["code"]: Program(
                row["code"], row["name"], tuple(filter(None, row["nicknames"].split("|")))
            )
            for row in csv.DictReader(file)
        }


@cache
def schools() -> dict[str, School]:
    """What students call a school, lower case -> School, from schools.csv beside this module
    (name, restriction, major: yes or nothing)."""
    path = Path(__file__).with_name("schools.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return {
            row["name"]: School(row["restriction"], row["major"] == "yes")
            for row in csv.DictReader(file)
        }


def program_name(code: str) -> str:
    """The program's name, or its code where none is known."""
    known = programs().get(code)
    return known.name if known else code
