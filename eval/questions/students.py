"""Real students' phrasings filled from the catalogue, with gold where the file can answer."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import cycle
from pathlib import Path
from random import Random
from typing import Any

from eval.questions.deck import Deck, Names, Slots
from eval.questions.fills import FILLS
from eval.questions.records import File
from eval.questions.slots import fillers
from eval.questions.split import digest, split_of

Row = dict[str, Any]
_SLOT = re.compile(r"\b(?:[a-z]+)\d\b")


def groups() -> dict[str, str]:
    """Group id (without its 'advising-') -> kind."""
    path = Path(__file__).with_name("student_groups.toml")
    table = tomllib.loads(path.read_text(encoding="utf-8"))["groups"]
    return {group: kind for kind, ids in table.items() for group in ids}


def make(
    file: File,
    phrasings: Iterable[Row],
    names: Names,
    split: str,
    per_group: int = 4,
    seed: int = 0,
) -> list[Row]:
    """Up to `per_group` questions of every mapped group, of templates and courses of the split."""
    kinds = groups()
    templates: dict[str, list[str]] = defaultdict(list)
    for row in phrasings:
        group = str(row["group"]).removeprefix("advising-")
        if group in kinds and split_of(row["template"]) == split:
            templates[group].append(row["template"])
    rows: list[Row] = []
    for group, lines in templates.items():
        deck = Deck(file, names, Random(f"{seed} {group}"))
        lines = deck.rng.sample(lines, len(lines))
        rows += fill_group(group, kinds[group], lines, deck, split, per_group)
    return rows


def fill_group(
    group: str, kind: str, lines: Sequence[str], deck: Deck, split: str, most: int
) -> list[Row]:
    """Rows of one group: each case in the next of its templates that it can fill."""
    rows: dict[str, Row] = {}
    turns = cycle(lines)
    cases = (c for c in FILLS[kind](deck) if all(split_of(key) == split for key in c.keys))
    for case, _ in zip(cases, range(8 * most), strict=False):
        line = next(turns)
        question = filled(line, fillers(deck.rng) | case.slots)
        if question is not None:
            mark = f"real-{group}-{split}-{digest(question):08x}"
            row = {"id": mark, "question": question, "kind": f"real {kind}", "group": group}
            rows.setdefault(question, row | {"split": split, "gold": case.gold})
        if len(rows) == most:
            break
    return list(rows.values())


def filled(template: str, slots: Slots) -> str | None:
    """The template with its slots filled and its tokens joined; None where a slot has no filler."""
    text = re.sub(r"\bdepartment0 (number\d)", r"\1", template)
    if any(name not in slots for name in _SLOT.findall(text)):
        return None
    text = _SLOT.sub(lambda m: slots[m[0]], text)
    text = re.sub(r"`` ?| ?''", '"', text)
    text = re.sub(r"\s+(n't|'s|'re|'ve|'m|'ll|'d|[?.,!:])", r"\1", text)
    return re.sub(r"\s+(-[a-z])", r"\1", text).replace(" / ", "/").strip()
