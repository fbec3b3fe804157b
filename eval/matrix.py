"""The matrix: every model with and without retrieval, with and without the guard."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from eval import run, score
from eval.answering import settings, write
from eval.lineage import described, lineage, size
from eval.questions.records import File
from eval.report.cells import heading, line
from eval.report.folder import save
from eval.report.markdown import table
from rag import backend
from rag.answer import Assistant

Row = dict[str, Any]


class Choices(run.Choices, Protocol):
    """The run's options, and the models beside the base and its adapter."""

    @property
    def fused(self) -> str | None: ...
    @property
    def closed_book(self) -> str | None: ...


@dataclass(frozen=True)
class Contender:
    """A model, perhaps with an adapter; `recalls` one that was tuned to answer from memory."""

    label: str
    model: str
    adapter: Path | None = None
    recalls: bool = False


@dataclass(frozen=True)
class Opened:
    """What `open_assistant` asks for."""

    data: Path
    model: str
    adapter: str
    embedder: str | None


def matrix(options: Choices, paths: Sequence[Path], rows: Sequence[Row], file: File | None) -> None:
    """Measure every cell, print the table, write the report."""
    backend.load()  # before anything imports MLX: its own BLAS is 80 times slower
    rows = run.limited([row for row in rows if "gold" in row], options.limit)
    folder = run.place(options.data, options.name)
    report: Row = {"matrix": []}
    for contender in contenders(options):
        assistant = opened(contender, options)
        if "lineage" not in report:
            report["lineage"] = origin(assistant, paths, options, folder)
        report["matrix"] += measured(contender, assistant, rows, file, folder, options.data)
        del assistant
        gc.collect()
    save(report, folder)
    print("\n".join(table(heading(), [line(cell) for cell in report["matrix"]])))
    print(f"\nreport: {folder / 'report.html'}")


def contenders(options: Choices) -> Iterator[Contender]:
    """The base, and of the others those that there are."""
    from rag.adapters import adapter_folder
    from rag.models import default_generator

    name = options.model or default_generator()[0]
    yield Contender("base", name)
    adapter = adapter_folder(options.adapter, name, options.data)
    if adapter:
        yield Contender("adapter", name, adapter)
    fused = options.fused or str(options.data / "models" / f"{Path(name).name}-tuned")
    if options.fused or Path(fused).exists():
        yield Contender("fused", fused)
    if options.closed_book:
        recalling = adapter_folder(options.closed_book, name, options.data)
        yield Contender("closed-book", name, recalling, recalls=True)


def opened(contender: Contender, options: Choices) -> Assistant:
    import mlx.core as mx

    from rag.opening import open_assistant

    mx.clear_cache()
    mx.reset_peak_memory()
    adapter = str(contender.adapter) if contender.adapter else "none"
    wanted = Opened(options.data, contender.model, adapter, options.embedder)
    return open_assistant(wanted, note=run.note)


def origin(assistant: Assistant, paths: Sequence[Path], options: Choices, folder: Path) -> Row:
    """The lineage; of all contenders, as the options name them."""
    found = [
        {"label": c.label, "model": c.model, "adapter": described(c.adapter)}
        for c in contenders(options)
    ]
    return run.begun(folder, lineage(assistant, paths, None, limit=options.limit, contenders=found))


def measured(
    contender: Contender,
    assistant: Assistant,
    rows: Sequence[Row],
    file: File | None,
    folder: Path,
    data: Path,
) -> Iterator[Row]:
    """A cell for each setting; a model that answers from memory is only asked without retrieval."""
    import mlx.core as mx

    for retrieval in (False,) if contender.recalls else (True, False):
        for guard, answer in settings(assistant, retrieval):
            sides = f"{'retrieval' if retrieval else 'bare'}-{'guard' if guard else 'free'}"
            path = folder / f"{contender.label}-{sides}.jsonl"
            answers = write(rows, answer, path, path.stem)
            yield {
                "model": contender.label,
                "retrieval": retrieval,
                "guard": guard,
                "score": kept(score.score(rows, answers, file)),
                "memory_gb": mx.get_peak_memory() / 1e9,
                "size_mb": size(contender.model, contender.adapter, data),
            }


def kept(found: Row) -> Row:
    """What the table needs of a score."""
    return {name: found[name] for name in ("all", "timings", "tokens")} | {
        "kinds": {kind: {"right": own["right"]} for kind, own in found["kinds"].items()}
    }
