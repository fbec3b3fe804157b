"""Slots: a course, a program, a day or an hour in the spellings that students use."""

from __future__ import annotations

import re
from random import Random

from finetune.world import World
from rag.course import Course
from rag.programs import programs

FULL_DAYS = {
    "Mon": "Monday",
    "Tue": "Tuesday",
    "Wed": "Wednesday",
    "Thu": "Thursday",
    "Fri": "Friday",
    "Sat": "Saturday",
}
LEVELS = {
    "lower": ("lower division", "lower-division", "lower-div"),
    "upper": ("upper division", "upper-division", "upper div", "upper level"),
    "graduate": ("graduate", "graduate level"),
}


def spelled(world: World, course: Course, rng: Random, titles: bool = True) -> str:
    """The course as a student may write it: code, bare, glued, dashed, by nickname, by title."""
    bare = re.sub(r"[A-Za-z]+$", "", course.code)
    if len(world.catalogue.parts(bare)) > 1 or world.catalogue.find(bare) not in (None, course):
        bare = course.code
    ways = [course.code, bare, bare, bare, bare.lower(), bare.lower(), bare.replace(" ", "-")]
    ways += [bare.replace(" ", "").lower()] * 2 + [bare.replace(" ", "")]
    known = programs().get(course.program)
    if known and known.nicknames:
        ways.append(f"{rng.choice(known.nicknames)} {bare.split(' ')[1]}")
    if titles and name_of(world, course):
        ways += [name_of(world, course), name_of(world, course).lower()]
    return rng.choice(ways)


def name_of(world: World, course: Course) -> str:
    """The title where it is this course's alone and long enough to be told as one, else ''."""
    alone = world.titled[course.title.casefold()] == 1
    return course.title if alone and len(course.title.split()) > 1 else ""


def department(code: str, rng: Random) -> str:
    """A program by its code, name or nickname."""
    known = programs().get(code)
    ways = [code, code, code.lower()]
    if known:
        ways += [known.name.lower(), *known.nicknames]
    return rng.choice(ways)


def hour(minutes: int, rng: Random) -> str:
    """A time on the clock: '2pm', '2:30 pm', 'noon'."""
    whole, rest = divmod(minutes, 60)
    if minutes == 12 * 60:
        return "noon"
    half = "am" if whole < 12 else "pm"
    clock = f"{(whole - 1) % 12 + 1}" + (f":{rest:02d}" if rest else "")
    return f"{clock}{rng.choice(['', ' '])}{half}"


def days(names: tuple[str, ...], rng: Random) -> str:
    """'Monday', 'Tuesday and Thursday'."""
    return rng.choice([" and ", " or "]).join(FULL_DAYS[name] for name in names)
