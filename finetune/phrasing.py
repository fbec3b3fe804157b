"""Phrasings: our templates of students' questions, kept as data, by kind and part."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from finetune.split import digest, parted

FOLDER = Path(__file__).with_name("phrasings")
QUESTIONS = ("course", "pairs", "sets", "missing")
PREFIXED = {"checks": "check", "followups": "next"}


@dataclass(frozen=True)
class Phrasing:
    """One template; its slots stand in braces: 'How many units is {c}?'."""

    kind: str
    text: str

    @property
    def id(self) -> str:
        """A name that stays the same as long as the words do."""
        return f"{self.kind}:{digest(self.text) % 0xFFFFFF:06x}"


@cache
def table(name: str) -> dict[str, Any]:
    """A file of phrasings as it is written."""
    with (FOLDER / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def phrasings(part: str) -> dict[str, list[Phrasing]]:
    """Kind -> the phrasings of one part of the data; yes-or-no questions are 'check units'."""
    found: dict[str, list[Phrasing]] = defaultdict(list)
    for name in (*QUESTIONS, *PREFIXED):
        for kind, lines in table(name).items():
            kind = f"{PREFIXED[name]} {kind}" if name in PREFIXED else kind
            parts = parted(dict.fromkeys(lines, 1.0))
            own = [Phrasing(kind, text) for text in lines if parts[text] == part]
            if own:
                found[kind] += own
    return dict(found)
