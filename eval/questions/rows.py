"""Questions with their gold answers: a case of the catalogue put into a template of its kind.

Courses, names, topics and templates each belong to one split, so no two splits share any. The
courses a question only mentions (those taken, or named in prerequisites) are not so divided.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from random import Random
from string import Formatter
from typing import Any

from eval.questions.cases import CASES
from eval.questions.conversations import CONVERSATIONS
from eval.questions.deck import Case, Deck, Names, Turn
from eval.questions.records import File
from eval.questions.split import digest, split_of
from eval.questions.topics import retrieval

Row = dict[str, Any]
Templates = dict[str, list[str]]
KINDS: dict[str, Callable[[Deck], Iterator[Case]]] = CASES | CONVERSATIONS
SEARCHES: dict[str, Callable[[Deck], Iterator[Case]]] = {"retrieval": retrieval}


@dataclass(frozen=True)
class Phrasings:
    """Our templates by kind, nicknames by program, and topics, from phrasings.toml."""

    templates: Templates
    names: Names
    topics: tuple[str, ...]


def phrasings() -> Phrasings:
    path = Path(__file__).parent.with_name("phrasings.toml")
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    templates = {kind: lines for kind, lines in data.items() if isinstance(lines, list)}
    return Phrasings(templates, data["names"], tuple(data["words"]["topics"]))


def make(
    file: File,
    split: str,
    per_kind: int = 16,
    seed: int = 0,
    kinds: dict[str, Callable[[Deck], Iterator[Case]]] = KINDS,
) -> list[Row]:
    """Up to `per_kind` questions of every kind, all of one split."""
    ours = phrasings()
    rows: list[Row] = []
    for kind, cases in kinds.items():
        deck = Deck(file, ours.names, Random(f"{seed} {kind}"), ours.topics)
        inside = (case for case in cases(deck) if all(split_of(k) == split for k in case.keys))
        rows += phrased(kind, inside, ours.templates, split, per_kind, deck.rng)
    return rows


def phrased(
    kind: str, cases: Iterable[Case], templates: Templates, split: str, most: int, rng: Random
) -> list[Row]:
    """Rows of the kind: every case in the next template of the split that its slots can fill."""
    own = {k: [t for t in lines if split_of(t) == split] for k, lines in templates.items()}
    order = rng.sample(own[kind], len(own[kind]))
    turns = cycle(order)
    rows: dict[str, Row] = {}
    tries = 0
    for case in cases:
        template = fitting(turns, len(order), case.slots)
        if template is None:
            continue
        row = row_of(kind, split, template.format(**case.slots), case, own, rng)
        rows.setdefault(row["question"] + json.dumps(row.get("history")), row)
        tries += 1
        if len(rows) >= most or tries >= 4 * most:
            break
    return list(rows.values())


def fitting(turns: Iterable[str], n: int, slots: dict[str, str]) -> str | None:
    """The next of the templates whose slots are all there; None where no template's are."""
    for _, template in zip(range(n), turns, strict=False):
        if slots_of(template) <= slots.keys():
            return template
    return None


def slots_of(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def row_of(kind: str, split: str, question: str, case: Case, own: Templates, rng: Random) -> Row:
    """One line of a questions file: {id, question, history?, kind, split, gold}."""
    history = [message for turn in case.history for message in exchange(turn, own, rng)]
    mark = digest(question + json.dumps(history))
    row: Row = {"id": f"{kind}-{split}-{mark:08x}", "question": question}
    if history:
        row["history"] = history
    return row | {"kind": kind, "split": split, "gold": case.gold}


def exchange(turn: Turn, own: Templates, rng: Random) -> list[dict[str, str]]:
    """A turn as two chat messages, asked in a template of the same split."""
    lines = [t for t in own[turn.kind] if slots_of(t) <= turn.slots.keys()]
    asked = rng.choice(lines).format(**turn.slots)
    return [{"role": "user", "content": asked}, {"role": "assistant", "content": turn.answer}]


def write(rows: Iterable[Row], path: Path) -> None:
    """One JSON object a line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text("".join(lines), encoding="utf-8")
