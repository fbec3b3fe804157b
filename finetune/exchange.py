"""An exchange: one question as the product understands and prompts it, with the answer to learn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random

from finetune.cases import Case
from finetune.noise import roughen
from finetune.phrasing import Phrasing
from finetune.wording import reword
from finetune.world import World
from rag.answer import HITS, watch
from rag.conversation import Turn, cited
from rag.course import Hit
from rag.facts import Facts
from rag.guard import complete, covers, split
from rag.prompt import Message, messages
from rag.query import Query

Count = Callable[[Sequence[Message]], int]
BRIEF = 220  # characters of most answers that quote a description
TRIES = 6


class Dropped(Exception):
    """Why an example was not made: the reason, the kind of question, and what shows it."""


@dataclass(frozen=True)
class Exchange:
    """A question, what was understood and known, its prompt, and the answer to it.

    `answer` is what the model is to say; `listing` what the code puts under it.
    """

    case: Case
    phrasing: Phrasing
    query: Query
    facts: Facts
    prompt: tuple[Message, ...]
    answer: str
    listing: str = ""

    @property
    def turn(self) -> Turn:
        """The exchange as a later question remembers it."""
        said = self.answer + self.listing
        return Turn(self.query.text, said, self.query, cited(said))

    @property
    def values(self) -> tuple[str, ...]:
        return (*self.facts.values, *self.case.must)


def ask(
    world: World, case: Case, rng: Random, history: Sequence[Turn] = ()
) -> tuple[Phrasing, Query]:
    """A phrasing of the case, with noise, and as what it is read. Raises Dropped if misread."""
    phrasing = rng.choice(world.phrasings[case.phrasing])
    question = roughen(phrasing.text, rng).format(**case.slots)
    query = world.read(question, history)
    if not case.means(query):
        raise Dropped("misread", case.phrasing, question, query)
    return phrasing, query


def exchange(
    world: World, case: Case, rng: Random, count: Count, history: Sequence[Turn] = ()
) -> Exchange:
    """The whole way of a question up to the model, and a right answer in varied words."""
    phrasing, query = ask(world, case, rng, history)
    hits = world.found(query, HITS)
    known = world.facts(query, hits)
    if case.kind not in ("unavailable", "unknown", "offtopic") and known.refused:
        raise Dropped("refused", case.phrasing, query.text, query)
    if case.phrasing == "description" and case.course and not case.course.description:
        raise Dropped("empty description", case.phrasing)
    asked, listing = known.parted()
    answer = _answer(world, case, query, known, hits, rng)
    prompt = messages(query, asked, () if listing else hits, history, count)
    return Exchange(case, phrasing, query, asked, tuple(prompt), answer, listing)


def sound(world: World, query: Query, known: Facts, hits: Sequence[Hit], answer: str) -> bool:
    """Whether the guard lets the answer pass as it is; a refusal is only to say what is known."""
    if known.refused:
        return covers(known.statement, answer)
    guard = watch(query, known, hits, world.catalogue)
    return "".join(guard.read([answer])) == answer and guard.outcome == "kept"


def _answer(
    world: World, case: Case, query: Query, known: Facts, hits: Sequence[Hit], rng: Random
) -> str:
    """A wording the guard keeps, the statement's own if no other is found."""
    exact = known.parted()[0].statement
    if case.kind in ("description", "other") and rng.random() < 0.7:
        exact = _brief(exact)
    for _ in range(TRIES):
        answer = reword(exact, rng)
        said = complete(answer, replace(known, values=case.must))
        if said and sound(world, query, known, hits, answer):
            return answer
    if not sound(world, query, known, hits, exact):
        raise Dropped("guarded", case.phrasing, query.text, exact)
    return exact


def _brief(statement: str) -> str:
    """The first sentences, up to `BRIEF` characters; at least one."""
    first, *rest = split(statement)
    for sentence in rest:
        if len(first) + len(sentence) > BRIEF:
            break
        first += sentence
    return first.strip()
