"""Patterns kept as text beside the code: sections of one pattern a line."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from rag.understanding.words import pattern


@cache
def sections(name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(heading, its patterns) for each section of rag/<name>.txt, in order.

    A section opens with its heading in brackets; lines that start with "# " are comments.
    """
    found: list[tuple[str, list[str]]] = []
    text = Path(__file__).with_name(f"{name}.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("[") and line.endswith("]"):
            found.append((line[1:-1], []))
        elif line and not line.startswith("# "):
            found[-1][1].append(line)
    return tuple((heading, tuple(lines)) for heading, lines in found)


@cache
def rules(name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """(heading, one pattern that matches where any of its section does), in order."""
    return tuple((heading, pattern("|".join(lines))) for heading, lines in sections(name))
