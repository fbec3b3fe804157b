"""The gate: figures of a report held against floors and ceilings written in a TOML file."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from rag.errors import Mistake

Row = dict[str, Any]
SIDES = {"least": "below its floor", "most": "above its ceiling"}


def figures(report: Row) -> dict[str, float | None]:
    """Every figure of a report by name: 'answers.right', 'answers.units.right',
    'answers.total_s.p95', 'retrieval.full.nDCG@10'. None where there was nothing to measure."""
    found: dict[str, float | None] = {}
    for part in ("exact", "answers"):
        own = report.get(part)
        if own:
            found |= {f"{part}.{name}": one["mean"] for name, one in own["all"].items()}
            for kind, measures in own["kinds"].items():
                found |= {f"{part}.{kind}.{name}": one["mean"] for name, one in measures.items()}
            for name, one in {**own["timings"], **own["tokens"]}.items():
                found |= {f"{part}.{name}.{cut}": value for cut, value in one.items()}
    for system, measures in report.get("retrieval", {}).get("systems", {}).items():
        found |= {f"retrieval.{system}.{name}": one["mean"] for name, one in measures.items()}
    return found


def read(path: Path) -> dict[str, dict[str, float]]:
    """The tables `least` and `most`, figure -> bound. Raises Mistake where the file has others."""
    try:
        bounds = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Mistake(f"No gate in {path}: {error}. Give a TOML file with --gate") from None
    wrong = sorted(set(bounds) - set(SIDES))
    if wrong or not bounds:
        raise Mistake(
            f"{path} has the tables {wrong}; a gate has [least] and [most], each with lines such "
            'as "answers.right" = 0.95'
        )
    return bounds


def beyond(report: Row, bounds: dict[str, dict[str, float]]) -> list[str]:
    """A line for every figure that is beyond its bound, or was not measured."""
    found = figures(report)
    lines = []
    for side, what in SIDES.items():
        for name, bound in bounds.get(side, {}).items():
            value = found.get(name)
            if value is None:
                lines.append(f"{name}: not measured, though the gate asks for it")
            elif (value < bound) if side == "least" else (value > bound):
                lines.append(f"{name}: {value:.4g} is {what} {bound:.4g}")
    return lines


def hold(report: Row, path: Path) -> None:
    """Raise Mistake with the list of figures beyond their bounds."""
    wrong = beyond(report, read(path))
    if wrong:
        raise Mistake(
            f"{len(wrong)} figures are beyond the gate {path.name}:\n  "
            + "\n  ".join(wrong)
            + "\nRead the report's wrong answers, and mend what they show."
        )
