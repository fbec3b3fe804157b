"""The report as Markdown: the tables, and the first of the wrong answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from eval.report.cells import heading, line
from eval.report.page import PARTS, RANKED, flat
from eval.score import MEASURES

Row = dict[str, Any]
WRONG = 20  # of each part


def markdown(report: Row, name: str) -> str:
    return "\n".join(lines(report, name)) + "\n"


def lines(report: Row, name: str) -> Iterator[str]:
    yield f"# Evaluation {plain(name)}"
    if "matrix" in report:
        yield "\n## Models, retrieval, guard\n"
        yield from table(heading(), [line(one) for one in report["matrix"]])
    for part, title in PARTS.items():
        if part in report:
            yield from answers(report[part], title)
    if "retrieval" in report:
        yield from retrieval(report["retrieval"])
    yield "\n## Lineage\n"
    yield from (
        f"- {name.strip('.')}: {plain(str(value))}" for name, value in flat(report["lineage"])
    )


def answers(part: Row, title: str) -> Iterator[str]:
    yield f"\n## {title}\n"
    yield from table(
        ["measure", "mean", "95 %", "n", "what"],
        [
            [name, *cells(part["all"][name]), what]
            for name, what in MEASURES.items()
            if part["all"][name]["n"]
        ],
    )
    yield "\n### By kind\n"
    yield from table(
        ["kind", "right", "95 %", "n"],
        [[plain(kind), *cells(own["right"])] for kind, own in part["kinds"].items()],
    )
    for name, own in {**part["timings"], **part["tokens"]}.items():
        yield f"\n{name}: p50 {own['p50']:.3g}, p95 {own['p95']:.3g}"
    found = part["failures"]
    if found:
        yield f"\n### Wrong: {len(found)}, the first {min(WRONG, len(found))}\n"
    for failure in found[:WRONG]:
        yield f"- {plain(failure['question'])} ({plain('; '.join(failure['faults']))})"
        yield f"  - said: {plain(str(failure.get('answer'))[:300])}"


def retrieval(found: Row) -> Iterator[str]:
    yield "\n## Retrieval\n"
    yield from table(
        ["system", *RANKED],
        [[name, *(short(own[m]) for m in RANKED)] for name, own in found["systems"].items()],
    )
    yield "\nDifferences (paired randomisation test):\n"
    yield from table(
        ["one", "two", "measure", "difference", "p"],
        [
            [d["one"], d["two"], d["measure"], f"{d['difference']:+.3f}", f"{d['p']:.4f}"]
            for d in found["differences"]
        ],
    )


def cells(one: Row) -> list[str]:
    if one["mean"] is None:
        return ["-", "-", "0"]
    return [f"{one['mean']:.3f}", f"{one['low']:.3f} to {one['high']:.3f}", str(one["n"])]


def short(one: Row) -> str:
    if one["mean"] is None:
        return "-"
    return f"{one['mean']:.3f} ({one['low']:.3f} to {one['high']:.3f})"


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    found = [heads, ["---"] * len(heads), *rows]
    return ["| " + " | ".join(row) + " |" for row in found]


def plain(text: str) -> str:
    """A text as it is read, on one line: what Markdown or HTML would take for a sign is escaped."""
    text = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;")
    return "".join(f"\\{c}" if c in "\\`*_[]|#" else c for c in text)
