"""Examples: rows of training data, each a conversation in the very prompt that is served."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from random import Random
from typing import Any

from finetune.cases import Case
from finetune.exchange import Count, Dropped, Exchange, exchange
from finetune.kinds import CASES
from finetune.records import KINDS, read_off
from finetune.world import World
from rag.conversation import cited
from rag.prompt import Message


@dataclass(frozen=True)
class Example:
    """One row. `trained` are the places of the answers that carry the loss: one that only stands
    in the history was given from facts that the row does not show.

    `values` are strings a right last answer contains, `codes` the courses it may cite, `courses`
    those the question is about or the prompt shows, `phrasing` the ids of the templates used;
    `grounded` says that facts were given, and not the records alone.
    """

    messages: tuple[Message, ...]
    trained: tuple[int, ...]
    kind: str
    form: str
    courses: tuple[str, ...]
    codes: tuple[str, ...]
    values: tuple[str, ...]
    refused: bool
    phrasing: tuple[str, ...]
    grounded: bool

    def row(self) -> dict[str, Any]:
        """The example as plain values, a line of the file."""
        return asdict(self)

    @property
    def key(self) -> str:
        """What makes two examples the same: all that precedes the last answer."""
        return "\n".join(m["content"] for m in self.messages[1:-1])


def drawn(world: World, names: Sequence[str], rng: Random) -> Case:
    """A case of one of these kinds, by their weights."""
    name = rng.choices(names, [CASES[n][0] for n in names])[0]
    case = CASES[name][1](world, rng)
    if case is None:
        raise Dropped("no subject", name)
    return case


def single(world: World, rng: Random, count: Count) -> Example:
    """A question with its facts, as it is served."""
    made = exchange(world, drawn(world, list(CASES), rng), rng, count)
    return example([made], "single", made.prompt, (len(made.prompt),))


def record(world: World, rng: Random, count: Count) -> Example:
    """A question without facts, answered by one of the records found."""
    made = read_off(world, drawn(world, KINDS, rng), rng, count)
    return example([made], "record", made.prompt, (len(made.prompt),))


def absent(world: World, rng: Random, count: Count) -> Example:
    """A question without facts, the record that answers it left out."""
    made = read_off(world, drawn(world, KINDS[:-1], rng), rng, count, missing=True)
    return example([made], "absent", made.prompt, (len(made.prompt),))


def example(
    made: Sequence[Exchange],
    form: str,
    prompt: Sequence[Message],
    trained: tuple[int, ...] = (),
    before: Sequence[Exchange] = (),
) -> Example:
    """The row of a conversation: `made` are the exchanges, `before` those only remembered."""
    last = made[-1]
    whole = (*prompt, said(last))
    answers = tuple(n for n, m in enumerate(whole) if m["role"] == "assistant")
    subjects = [e.case.course.code for e in (*made, *before) if e.case.course]
    shown = [c for m in whole[1:] for c in cited(m["content"])]
    return Example(
        messages=whole,
        trained=trained or answers,
        kind=last.case.kind,
        form=form,
        courses=tuple(dict.fromkeys((*subjects, *shown))),
        codes=() if last.facts.refused else _allowed(last),
        values=last.values,
        refused=last.facts.refused,
        phrasing=tuple(dict.fromkeys(e.phrasing.id for e in (*before, *made))),
        grounded=form not in ("record", "absent", "shared"),
    )


def _allowed(made: Exchange) -> tuple[str, ...]:
    return tuple(c.code for c in made.facts.courses) or cited(made.answer)


def said(made: Exchange) -> Message:
    """The answer as a message."""
    return {"role": "assistant", "content": made.answer}
