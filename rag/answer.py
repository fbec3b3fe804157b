"""The assistant: understand, search, look up, prompt, stream, check, cite."""

from __future__ import annotations

import time
from collections.abc import Generator as Steps
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import Any

from rag.catalogue import Catalogue
from rag.conversation import Turn
from rag.course import Course, Hit
from rag.errors import Mistake
from rag.facts import Facts, facts
from rag.generate import Generator, Piece
from rag.guard import BRACKETS, Guard, uncited, watch
from rag.models import Embedder
from rag.prompt import messages
from rag.query import Filter, Query
from rag.question import Reader
from rag.requirements import Requirements
from rag.search import Search, depth
from rag.store import Store
from rag.thread import ModelThread
from rag.timing import Clock, Timings
from rag.understanding.classifier import Opinion

TextPieces = Steps[str, None, None]
LONGEST = 2_000  # characters of a question
MOST_TOKENS = 200  # of an answer
HITS = 5


@dataclass(frozen=True)
class Prepared:
    """What is known before the model speaks.

    `spent` are the seconds that understanding, search and facts took.
    """

    query: Query
    hits: tuple[Hit, ...]
    facts: Facts
    spent: tuple[float, float, float]


@dataclass(frozen=True)
class Answer:
    """What was answered, on what grounds: `citations` are codes in the order cited.

    `guard` is kept, repaired or replaced (the exact statement was said in the model's stead), or
    off.
    """

    question: str
    text: str
    citations: tuple[str, ...]
    hits: tuple[Hit, ...]
    refused: bool
    query: Query
    facts: Facts
    guard: str
    model: str
    adapter: str | None
    timings: Timings
    courses: tuple[Course, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The answer as plain values, as `python -m rag --json` prints it."""
        return {
            "question": self.question,
            "answer": self.text,
            "citations": list(self.citations),
            "hits": [
                {"code": h.course.code, "title": h.course.title, "score": round(h.score, 4)}
                for h in self.hits
            ],
            "refused": self.refused,
            "ask": self.query.ask,
            "filters": [
                {"field": f.field, "op": f.op, "values": list(f.values), "label": f.label()}
                for f in self.query.filters
            ],
            "facts": list(self.facts.lines),
            "guard": self.guard,
            "model": self.model,
            "adapter": self.adapter,
            "timings": {k: round(v, 4) for k, v in vars(self.timings).items()},
        }


@dataclass
class Assistant:
    """Answers questions about one index; `ask` may be called from any thread.

    `opinion` tells what a question asks by its meaning; without it the rules alone read it.
    """

    store: Store
    embedder: Embedder
    generator: Generator | None
    thread: ModelThread = field(default_factory=ModelThread)
    guarded: bool = True
    k: int = HITS
    opinion: Opinion | None = None

    def __post_init__(self) -> None:
        self.catalogue = Catalogue(self.store.courses(), self.store.stamp.term)
        self._reader = Reader(self.catalogue, self.opinion)
        self._requirements = Requirements(self.catalogue)
        self._search = Search(self.store, self.catalogue, self.embedder)

    @property
    def name(self) -> str:
        return self.generator.name if self.generator else ""

    @property
    def adapter(self) -> str | None:
        return self.generator.adapter if self.generator else None

    @property
    def term(self) -> str:
        return self.store.stamp.term

    @property
    def courses(self) -> int:
        return len(self.catalogue)

    def understand(self, question: str, history: Sequence[Turn] = ()) -> Query:
        """The question as data. Raises Mistake where it is empty or far too long."""
        return self._reader.read(_proper(question), history)

    def search(self, query: Query, k: int) -> tuple[Hit, ...]:
        """The `k` best courses for a query, those it names first."""
        return self.thread.call(self._search.hits, query, k)

    def ranked(self, query: Query, k: int) -> tuple[Hit, ...]:
        """`search` without threshold, filled up to `k` with courses that miss the conditions."""
        found = self.thread.call(self._search.hits, query, k, -1.0)
        if len(found) == k or not query.filters:
            return found
        seen = {hit.course.code for hit in found}
        free = self.thread.call(self._search.hits, replace(query, filters=()), 2 * k, -1.0)
        return (*found, *(hit for hit in free if hit.course.code not in seen))[:k]

    def prepare(
        self,
        question: str,
        history: Sequence[Turn] = (),
        without: frozenset[Filter] = frozenset(),
    ) -> Prepared:
        """All that comes before the model: the question understood, the search, the facts."""
        start = time.perf_counter()
        query = self.understand(question, history)
        query = replace(query, filters=tuple(f for f in query.filters if f not in without))
        understood = time.perf_counter()
        hits = self.search(query, depth(query, self.k))
        searched = time.perf_counter()
        known = facts(query, self.catalogue, self._requirements, hits)
        end = time.perf_counter()
        spent = (understood - start, searched - understood, end - searched)
        return Prepared(query, hits[: max(self.k, len(query.codes))], known, spent)

    def ask(
        self,
        question: str,
        history: Sequence[Turn] = (),
        without: frozenset[Filter] = frozenset(),
    ) -> Steps[str | Answer, None, None]:
        """Yield the answer's text in pieces, last of all the `Answer`; closing this cancels.

        `without` are conditions understood of the question that the student took back.
        """
        clock = Clock()
        ready = self.prepare(question, history, without)
        clock.searched()
        said = ""
        guard = watch(ready.query, ready.facts, ready.hits, self.catalogue)
        for text in self._text(ready, history, guard, clock):
            clock.spoken()
            said += text
            yield text
        yield self._answer(ready, said, guard, clock)

    def _text(
        self, ready: Prepared, history: Sequence[Turn], guard: Guard, clock: Clock
    ) -> Iterator[str]:
        query, known, hits = ready.query, ready.facts, ready.hits
        if self.guarded and (known.refused or query.ask == "smalltalk" or query.missing):
            # Nothing is left to phrase: a refusal is one honest sentence, at once.
            guard.outcome = "replaced"
            yield known.statement
            return
        asked, listing = known.parted()
        pieces = self._generate(query, asked, () if listing else hits, history, clock)
        with closing(pieces):
            if self.guarded:
                yield from guard.read(pieces)
            else:
                yield from uncited(pieces, guard.ground, self.catalogue)
                guard.outcome = "off"
        if listing:
            yield listing

    def _generate(
        self,
        query: Query,
        known: Facts,
        hits: Sequence[Hit],
        history: Sequence[Turn],
        clock: Clock,
    ) -> TextPieces:
        generator = self.generator
        if generator is None:
            return

        def start() -> Iterator[Piece]:
            prompt = messages(query, known, hits, history, generator.count)
            return generator.stream(prompt, MOST_TOKENS)

        with closing(self.thread.stream(start)) as pieces:
            for piece in pieces:
                clock.generated(piece)
                yield piece.text

    def _answer(self, ready: Prepared, text: str, guard: Guard, clock: Clock) -> Answer:
        query, known = ready.query, ready.facts
        cited = [c for m in BRACKETS.finditer(text) if (c := self.catalogue.find(m[1]))]
        courses = () if known.refused else tuple(dict.fromkeys(cited))
        return Answer(
            question=query.text,
            text=text,
            citations=tuple(c.code for c in courses),
            hits=ready.hits,
            refused=known.refused,
            query=query,
            facts=known,
            guard=guard.outcome,
            model=self.name,
            adapter=self.adapter,
            timings=clock.timings(),
            courses=courses,
        )


def _proper(question: str) -> str:
    """The question without outer space. Raises Mistake where it is empty or too long.

    What is no character (half of a pair, from bytes that are not UTF-8) could not be printed again.
    """
    text = question.encode("utf-8", "replace").decode().strip()
    if not text:
        raise Mistake("The question is empty. Ask something, for example: what is CSCI 104 about?")
    if len(text) > LONGEST:
        raise Mistake(
            f"The question has {len(text):,} characters; at most {LONGEST:,} can be read. "
            "Ask for one thing at a time."
        )
    return text
