"""Merging: a course listed again is the same course, listed under one program more."""

from __future__ import annotations

from dataclasses import replace

from rag.course import Course

FACTS = ("title", "description", "units", "prerequisites", "restrictions")


def merge(first: Course, again: Course) -> tuple[Course, tuple[str, ...]]:
    """The course with what the re-listing adds: its program, and its section where that differs.

    Where the two disagree on the course itself the first is kept, and each disagreement is told:
    "title: 'A', here 'B'".
    """
    merged = replace(
        first,
        sections=tuple(dict.fromkeys(first.sections + again.sections)),
        listed_under=tuple(dict.fromkeys(first.listed_under + again.listed_under)),
    )
    return merged, tuple(
        f"{name}: '{_short(getattr(first, name))}', here '{_short(getattr(again, name))}'"
        for name in FACTS
        if getattr(first, name) != getattr(again, name)
    )


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "..."
