"""A run's folder: its record, metrics, curve, checkpoints, and the best adapter."""

from __future__ import annotations

import json
import platform
from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from finetune import curve
from finetune.files import replace_text
from finetune.options import GROUNDED, Options
from rag.config import record
from rag.errors import Mistake

PACKAGES = ("mlx", "mlx-lm", "transformers", "numpy")


class Run:
    """DATA/runs/<name>: only the first of several processes writes to it."""

    def __init__(self, folder: Path, writes: bool = True) -> None:
        self.folder = folder
        self.checkpoints = folder / "checkpoints"
        self.metrics = folder / "metrics.jsonl"
        self.writes = writes

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def recipe(self) -> str:
        return str(self.record().get("options", {}).get("recipe", GROUNDED))

    @property
    def adapter(self) -> Path:
        """Where the best adapter lies; the chat, which looks for `adapter`, finds no other kind."""
        return self.folder / ("adapter" if self.recipe == GROUNDED else self.recipe)

    def note(self, **values: Any) -> None:
        """Add values to run.json, the record."""
        if self.writes:
            self.folder.mkdir(parents=True, exist_ok=True)
            text = json.dumps(self.record() | values, indent=2, ensure_ascii=False)
            replace_text(self.folder / "run.json", text)

    def record(self) -> dict[str, Any]:
        path = self.folder / "run.json"
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}

    def log(self, **values: Any) -> None:
        """Append a line to metrics.jsonl."""
        if self.writes:
            with self.metrics.open("a", encoding="utf-8") as file:
                file.write(json.dumps(values) + "\n")

    def lines(self) -> list[dict[str, Any]]:
        """The metrics so far; a last line cut short by a crash is left out."""
        found = []
        if self.metrics.exists():
            for line in self.metrics.read_text(encoding="utf-8").splitlines():
                try:
                    found.append(json.loads(line))
                except ValueError:
                    continue
        return found

    def rewind(self, step: int) -> None:
        """Forget metrics of steps after `step`, which a resumed run will take again."""
        if self.writes:
            kept = [json.dumps(m) for m in self.lines() if m["iteration"] <= step]
            replace_text(self.metrics, "\n".join(kept)) if kept else self.metrics.unlink(True)

    def draw(self) -> None:
        if self.writes:
            curve.draw(self.lines(), self.folder / "curve.png")


def begin(options: Options, model: str, writes: bool) -> Run:
    """A new run, named by `--run` or by time, model and recipe."""
    plain = model.rstrip("/").rsplit("/", 1)[-1]
    name = options.run or f"{datetime.now():%Y%m%d-%H%M%S}-{plain}-{options.recipe}"
    run = Run(options.data / "runs" / name, writes)
    if writes and (run.folder / "run.json").exists():
        raise Mistake(f"There is a run {name} already. Go on with it: --resume {name}")
    return run


def find(data: Path, name: str | None) -> Run:
    """The run of that name; None or 'last': the newest. Raises Mistake where there is none."""
    if name and name != "last":
        run = Run(data / "runs" / name)
        if not (run.folder / "run.json").exists():
            raise Mistake(f"No run {name!r} in {data / 'runs'}. Start one: python -m finetune")
        return run
    runs = sorted(data.glob("runs/*/run.json"), key=lambda p: p.stat().st_mtime)
    if not runs:
        raise Mistake(f"No run in {data / 'runs'}. Start one: python -m finetune")
    return Run(runs[-1].parent)


def recorded(run: Run, options: Options) -> Options:
    """The options a run was started with, but for where its data lies now, and where it ends if
    that is said anew."""
    told = run.record().get("options", {})
    known = {f.name for f in fields(Options)}
    try:
        values: dict[str, Any] = {k: v for k, v in told.items() if k in known}
        if options.iterations != Options.iterations:
            values["iterations"] = options.iterations
        return Options(**values | {"data": options.data, "verb": "train", "resume": run.name})
    except TypeError as error:
        raise Mistake(f"{run.folder / 'run.json'} is damaged: {error}. Start a new run") from None


def opening(options: Options, model: str, parameters: Sequence[int], **more: Any) -> dict[str, Any]:
    """What the record says before the first step."""
    trained, of = parameters
    return {
        "started": datetime.now().isoformat(timespec="seconds"),
        "options": record(options),
        "model": model,
        "trained_parameters": trained,
        "trainable_share": round(trained / of, 6),
        "versions": {"python": platform.python_version()} | {p: version(p) for p in PACKAGES},
        "machine": machine(),
    } | more


def machine() -> dict[str, Any]:
    import os

    from rag import backend

    return {
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "device": backend.load(),
    }
