"""Topics: the words of a title that say what a course is about."""

from __future__ import annotations

import re
from random import Random

from rag.course import Course
from rag.understanding.words import bag

# Words that name the form of a course and not its subject.
FORM = bag(
    """introduction introductory advanced topics seminar special research directed studies study
    principles fundamentals foundations workshop practicum internship thesis dissertation doctoral
    honors survey selected issues readings elementary intermediate beginning basic general applied
    methods i ii iii iv v vi a b c d project projects field laboratory lab master masters course
    capstone contemporary professional individual instruction performance major minor to of the and
    in for with on from an into its through by at as or practice techniques concepts approaches
    perspectives problems theory current"""
)


def topic_of(course: Course, rng: Random) -> str:
    """One to three neighbouring words of the title, lower case; '' where it names no subject."""
    words = re.findall(r"[a-z]+|[^a-z\s]", course.title.lower())
    runs: list[list[str]] = [[]]
    for word in words:
        if word in FORM or not word.isalpha():
            runs.append([])
        else:
            runs[-1].append(word)
    runs = [run for run in runs if any(len(word) > 3 for word in run)]
    if not runs:
        return ""
    run = rng.choice(runs)
    size = min(len(run), rng.choice([1, 2, 2, 3]))
    at = rng.randrange(len(run) - size + 1)
    topic = " ".join(run[at : at + size])
    return topic if len(topic) > 4 else ""
