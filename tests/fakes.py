"""Stand-ins for the models: small classes of the same protocols, without weights."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from threading import Lock

from rag.answer import Answer, Timings
from rag.conversation import Turn
from rag.course import Course, Hit, Section
from rag.errors import Mistake
from rag.facts import Facts
from rag.query import Filter, Query

DATA_STRUCTURES = Course(
    code="CSCI 104L",
    title="Data Structures and Object Oriented Design",
    description="Lists, trees and graphs, and how to choose among them.",
    units_min=4,
    units_max=4,
    prerequisites="CSCI 103L",
    restrictions="Registration open to majors only",
    sections=(
        Section(
            number="29905",
            clearance=True,
            days=("Tue", "Thu"),
            start=14 * 60,
            end=15 * 60 + 20,
            instructors=("Ada Example",),
        ),
    ),
    listed_under=("CSCI", "QREA"),
)
PROGRAMMING = Course(
    code="CSCI 103L",
    title="Introduction to Programming",
    description="",
    units_min=4,
    units_max=4,
    sections=(Section(days=("Mon", "Wed"), start=600, end=710),),
    listed_under=("CSCI",),
)
UPPER = Filter("level", ("upper",))
NOT_FRIDAY = Filter("day", ("Fri",), "not")


@dataclass(frozen=True)
class FakeStamp:
    """What the page says of its data."""

    source: str = "schedule.csv"
    term: str = "Spring 2024"


@dataclass(frozen=True)
class FakeStore:
    """An index that holds nothing but its stamp."""

    stamp: FakeStamp = FakeStamp()


class FakeAssistant:
    """Answers every question with `text`, a word at a time, and notes what became of each ask."""

    name = "fake-model"
    adapter: str | None = "fake-adapter"
    courses = 5008
    store = FakeStore()

    def __init__(
        self,
        text: str = "CSCI 104L is 4 units [CSCI 104L].",
        pause: float = 0.0,
        filters: tuple[Filter, ...] = (UPPER, NOT_FRIDAY),
        cited: tuple[Course, ...] = (DATA_STRUCTURES,),
    ) -> None:
        self.text = text
        self.pause = pause
        self.filters = filters
        self.cited = cited
        self.asked: list[tuple[str, tuple[Turn, ...], frozenset[Filter]]] = []
        self.finished = 0
        self.cancelled = 0
        self.running = 0
        self.most_at_once = 0
        self._lock = Lock()

    def ask(
        self,
        question: str,
        history: Sequence[Turn] = (),
        without: frozenset[Filter] = frozenset(),
    ) -> Iterator[str | Answer]:
        if not question.strip():
            raise Mistake("The question is empty. Type a question about a course.")
        if len(question) > 4000:
            raise Mistake(f"The question has {len(question):,} characters. Ask in under 4,000.")
        with self._lock:
            self.asked.append((question, tuple(history), without))
            self.running += 1
            self.most_at_once = max(self.most_at_once, self.running)
        try:
            for word in self.text.split(" "):
                time.sleep(self.pause)
                yield word + " "
            filters = tuple(f for f in self.filters if f not in without)
            query = Query(question, filters=filters, taken=("CSCI 103L",))
            yield self._answer(query)
            with self._lock:
                self.finished += 1
        except GeneratorExit:
            with self._lock:
                self.cancelled += 1
            raise
        finally:
            with self._lock:
                self.running -= 1

    def _answer(self, query: Query) -> Answer:
        return Answer(
            question=query.text,
            text=self.text,
            citations=tuple(course.code for course in self.cited),
            hits=tuple(Hit(course, 0.5) for course in self.cited),
            refused=False,
            query=query,
            facts=Facts((), self.text, (), self.cited),
            guard="kept",
            model=self.name,
            adapter=self.adapter,
            timings=Timings(0.01, 0.4, 1.9, 340, 40),
            courses=self.cited,
        )
