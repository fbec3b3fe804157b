"""A whole evaluation: rankings, exact statements and generated answers, into one report folder."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from itertools import chain, zip_longest
from pathlib import Path
from typing import Any, Protocol

from eval import gate, opinion, retrieval, score
from eval.answering import answering, exact, write
from eval.lineage import FIXED, lineage
from eval.questions.records import File
from eval.questions.split import digest
from eval.report.folder import save
from eval.systems import systems
from rag import opening
from rag.answer import Assistant
from rag.errors import Mistake

Row = dict[str, Any]
RUN = "run.json"


class Choices(opening.Choices, Protocol):
    """The options that say what is run and how it is called."""

    @property
    def guard(self) -> bool: ...
    @property
    def limit(self) -> int: ...
    @property
    def name(self) -> str | None: ...
    @property
    def gate(self) -> Path | None: ...
    @property
    def judge(self) -> str | None: ...
    @property
    def judge_model(self) -> str: ...


def run(options: Choices, paths: Sequence[Path], rows: Sequence[Row], file: File | None) -> None:
    """Run it all, write and print the report, and hold it against the gate if there is one."""
    from rag.adapters import adapter_folder

    if options.gate:
        gate.read(options.gate)  # its mistakes are told before the long part
    assistant = opening.open_assistant(options, guarded=options.guard, note=note)
    adapter = None
    if assistant.generator:
        adapter = adapter_folder(options.adapter, assistant.name, options.data)
    folder = place(options.data, options.name)
    origin = lineage(assistant, paths, adapter, limit=options.limit)
    report = {"lineage": begun(folder, origin)}
    report |= evaluate(assistant, rows, file, folder, options.limit)
    if options.judge:
        report["judge"] = judged(options.judge, options.judge_model, rows, report, folder)
    save(report, folder)
    print(told(report))
    print(f"\nreport: {folder / 'report.html'}")
    if options.gate:
        gate.hold(report, options.gate)


def note(line: str) -> None:
    print(line, file=sys.stderr)


def place(data: Path, name: str | None) -> Path:
    """The folder of a report; without a name it is called by the time."""
    folder = data / "reports" / (name or f"{datetime.now():%Y%m%d-%H%M%S}")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def begun(folder: Path, origin: Row) -> Row:
    """Write down what is run there, or check that it is what a killed run began."""
    path = folder / RUN
    if path.exists():
        old = json.loads(path.read_text(encoding="utf-8"))
        other = [name for name in FIXED if old.get(name) != json.loads(json.dumps(origin))[name]]
        if other:
            raise Mistake(
                f"{folder} holds a run of another {', '.join(other)}. Take another --name, or "
                "remove that folder"
            )
    path.write_text(json.dumps(origin, indent=1) + "\n", encoding="utf-8")
    return origin


def evaluate(
    assistant: Assistant, rows: Sequence[Row], file: File | None, folder: Path, limit: int = 0
) -> Row:
    """The parts of a report. All questions are ranked for and answered with the exact statement
    alone; `limit` of them (0: all), the same every time, are answered by the model if there is one.
    """
    report: Row = {}
    labelled = retrieval.labels([row for row in rows if "gold" in row])
    ranked = [row for row in rows if str(row["id"]) in labelled]
    if ranked:
        rankers = systems(assistant)
        found = write(
            ranked,
            lambda row: {name: rank(row) for name, rank in rankers.items()},
            folder / "rankings.jsonl",
            "rankings",
        )
        by_system = {name: {str(f["id"]): f[name] for f in found} for name in rankers}
        report["retrieval"] = retrieval.report(by_system, ranked)
    answers = write(rows, exact(assistant), folder / "exact.jsonl", "exact statements")
    report["exact"] = score.score(rows, answers, file)
    if assistant.generator:
        some = limited(rows, limit)
        answers = write(some, answering(assistant), folder / "answers.jsonl", "answers")
        report["answers"] = score.score(some, answers, file)
    return report


def limited(rows: Sequence[Row], limit: int) -> list[Row]:
    """`limit` rows (0: all), of every kind in turn."""
    kinds: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: digest(str(row["id"]))):
        kinds[str(row.get("kind", ""))].append(row)
    turns = zip_longest(*(kinds[kind] for kind in sorted(kinds, key=digest)))
    picked = [row for row in chain.from_iterable(turns) if row is not None]
    return picked[: limit or None]


def judged(url: str, model: str, rows: Sequence[Row], report: Row, folder: Path) -> Row:
    """The second opinion on the generated answers, or on the exact ones where there are no such."""
    part = "answers" if "answers" in report else "exact"
    answers = {str(a["id"]): a for a in score.read_rows(folder / f"{part}.jsonl")}
    asked = [row for row in rows if str(row["id"]) in answers and "gold" in row]
    ask = opinion.opinion(url, model, answers)
    found = write(asked, ask, folder / "judge.jsonl", "judge")
    return {"model": model, "of": part, **opinion.report(found, report[part]["items"])}


def told(report: Row) -> str:
    """The report for a terminal."""
    parts = []
    if "retrieval" in report:
        parts.append("rankings\n" + retrieval.told(report["retrieval"]))
    for part, title in (("exact", "exact statements alone"), ("answers", "answers of the model")):
        if part in report:
            parts.append(f"{title}\n{score.table(report[part])}")
    if "judge" in report:
        own = report["judge"]
        parts.append(
            f"judge {own['model']}: right {score.cell(own['right'])}, "
            f"agrees {score.cell(own['agreement'])}, unclear {own['unclear']}"
        )
    return "\n\n".join(parts)
