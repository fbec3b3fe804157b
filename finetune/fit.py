"""`python -m finetune`: from a recipe to a run with an adapter."""

from __future__ import annotations

import hashlib
import random
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from finetune import base, hosts, lora, quick, rows, run
from finetune.hosts import Hosts
from finetune.options import GROUNDED, Options
from finetune.rows import Row
from finetune.train import Trainer, evaluate
from rag import backend
from rag.adapters import WEIGHTS, adapter_folder
from rag.errors import Mistake, disk_full
from rag.models import default_generator

PARTS = ("train", "valid", "test")


def train(options: Options) -> None:
    """Make the data where there is none, train, evaluate; Ctrl-C says how to go on."""
    quick.keep_freed_memory()
    world = hosts.join()
    if options.resume:
        found = run.find(options.data, options.resume)
        options = run.recorded(found, options)
        found.writes = world.first
    check(options)
    name = options.model or default_generator()[0]
    if not options.resume:
        found = run.begin(options, name, world.first)
    try:
        folder = data(options, name, world.first)
        world.sum(0.0)  # the others wait for the data
        trainer, tests = prepare(options, name, folder, found, world)
        trainer.fit()
        conclude(trainer, tests)
    except KeyboardInterrupt:
        if world.first:
            again = f"Go on: python -m finetune --resume {found.name}"
            told = again if found.record() else "Nothing was saved yet: run the same command again."
            print(f"\nStopped. {told}", file=sys.stderr)
        raise
    except OSError as error:
        mistake = unsaved(error, found)
        if mistake is None:
            raise
        raise mistake from error


def unsaved(error: OSError, found: run.Run) -> Mistake | None:
    """How to go on where a run could not be saved; None for any other error."""
    again = f"go on: python -m finetune --resume {found.name}"
    if not found.folder.exists() and isinstance(error, FileNotFoundError):
        return Mistake(
            f"The run's folder {found.folder} is gone: it was moved or removed meanwhile. "
            f"Put it back and {again}"
        )
    if disk_full(error) and found.record():
        where = f" at {error.filename}" if error.filename else ""
        return Mistake(f"The disk is full{where}. Free some space and {again}")
    return None


def check(options: Options) -> None:
    """Raise Mistake for numbers that make no sense."""
    for name in ("iterations", "accumulate", "report_every", "validate_every", "save_every"):
        value = getattr(options, name)
        if value < 1:
            raise Mistake(f"--{name.replace('_', '-')} {value}: it takes 1 or more")
    if options.batch_tokens < options.max_length:
        raise Mistake(
            f"--batch-tokens {options.batch_tokens} can't hold a row of --max-length "
            f"{options.max_length}. Raise the one or lower the other."
        )
    if options.learning_rate <= 0 or options.clip <= 0:
        raise Mistake("--learning-rate and --clip must be above 0. The defaults are 3e-4 and 1")
    if not 0 <= options.dropout < 1:
        raise Mistake(f"--dropout {options.dropout}: it takes a share from 0 to below 1")


def data(options: Options, model: str, writes: bool = True) -> Path:
    """The folder of the recipe's data, made first where it is missing."""
    folder = options.data / "training" / options.recipe
    if writes and not all((folder / f"{part}.jsonl").exists() for part in PARTS):
        from finetune.dataset import make

        make(options.data, options.recipe, options.size or None, options.seed, model, print)
    return folder


def prepare(
    options: Options, name: str, folder: Path, found: run.Run, world: hosts.Hosts
) -> tuple[Trainer, list[Row]]:
    """Load model and rows, put the run at its beginning or where it was; with the test rows."""
    model, tokenizer = base.load(name, options.data)
    config = lora.attach(model, options) | {"model": name}
    if options.adapter and not options.resume:
        start = adapter_folder(options.adapter, name, options.data)
        if start:  # not "none"
            lora.begin(model, start, config)
    if backend.load() == "cpu":
        quick.quicken(model)
    if options.grad_checkpoint:
        quick.compute_twice(model)
    parts: dict[str, list[Row]] = {}
    dropped: dict[str, int] = {}
    for part in PARTS:
        path = folder / f"{part}.jsonl"
        if part == "test" and not rows.read(path):  # the closed-book recipe has none
            parts[part] = []
            continue
        parts[part], dropped[part] = rows.load(path, tokenizer, options.max_length)
    if any(dropped.values()) and world.first:
        told = ", ".join(f"{n} of {part}" for part, n in dropped.items() if n)
        print(f"Rows over --max-length {options.max_length} left out: {told}", file=sys.stderr)
    valid, tests = (some(parts[part], options.validate_rows) for part in ("valid", "test"))
    trainer = Trainer(
        model, options, found, world, parts["train"], valid, config, _callback(options, found)
    )
    about = _data_about(folder)
    if options.resume:
        if found.record().get("data", {}).get("sha256") != about["sha256"]:
            raise Mistake(
                f"The data in {folder} is not what {found.name} was trained on. "
                "Make that again, or start anew: python -m finetune"
            )
        trainer.resume()
        found.note(options=found.record()["options"] | {"iterations": options.iterations})
    else:
        about |= {"rows": {part: len(rows) for part, rows in parts.items()}, "too_long": dropped}
        found.note(**run.opening(options, name, lora.share(model), data=about))
    return trainer, tests


def some(rows: list[Any], n: int) -> list[Any]:
    """The same n rows each time, drawn from all of them; 0: all."""
    return rows if n == 0 or n >= len(rows) else random.Random(0).sample(rows, n)


def conclude(trainer: Trainer, tests: list[Row]) -> None:
    """Measure the best adapter on the test part, complete the record, and say where all is."""
    found, progress, options = trainer.run, trainer.progress, trainer.options
    if not trainer.hosts.first:
        return
    weights = found.adapter / WEIGHTS
    if not weights.exists():
        raise Mistake(
            f"Nothing was better than what it began with (loss {progress.best:.3f}). "
            "Train longer, or with another --learning-rate"
        )
    print(
        f"{progress.step} steps, best validation loss {progress.best:.4f} at step "
        f"{progress.best_step}, {progress.seconds / 60:.0f} minutes, {progress.peak:.2f} GB"
    )
    trainer.model.load_weights(str(weights), strict=False)
    told: dict[str, Any] = {}
    if tests:
        told["test_loss"] = evaluate(trainer.model, tests, options.batch_tokens, Hosts(0, 1))
    if tests and options.recipe == GROUNDED:
        told |= answered(options, trainer.config["model"], found.adapter)
    if told:
        print(", ".join(f"{name.replace('_', ' ')} {value:.4g}" for name, value in told.items()))
    finished = time.strftime("%Y-%m-%dT%H:%M:%S")
    found.note(finished=finished, progress=asdict(progress), test=told, peak_memory=progress.peak)
    chat = " (the chat takes it by itself)" if options.recipe == GROUNDED else ""
    print(f"Adapter: {found.adapter}{chat}. Curve: {found.folder / 'curve.png'}")


def answered(options: Options, name: str, adapter: Path) -> dict[str, float]:
    """What shares of `--evaluate-rows` test rows the adapter answers and refuses rightly."""
    from finetune.compare import Contender, judged, measure

    found = judged(options.data, options.evaluate_rows) if options.evaluate_rows else []
    if not found:
        return {}
    print(f"Answering {len(found)} test rows", file=sys.stderr)
    line = measure(Contender("adapter", name, adapter), found, options)
    return {key: line[key] for key in ("right", "refused", "shy", "invented")}


def _data_about(folder: Path) -> dict[str, Any]:
    """What the data is: its hash, and what its maker wrote beside it."""
    import json

    digest = hashlib.sha256()
    for part in PARTS:
        digest.update((folder / f"{part}.jsonl").read_bytes())
    stats = folder / "stats.json"
    told = json.loads(stats.read_text(encoding="utf-8")) if stats.exists() else {}
    plain = {k: v for k, v in told.items() if isinstance(v, str | int | float)}
    return {"folder": folder.name, "sha256": digest.hexdigest()} | plain


def _callback(options: Options, found: run.Run) -> Any:
    """mlx-lm's reporters, for the first process."""
    if not options.report_to or not found.writes:
        return None
    from mlx_lm.tuner.callbacks import get_reporting_callbacks

    from rag.config import record

    found.folder.mkdir(parents=True, exist_ok=True)
    try:
        return get_reporting_callbacks(
            options.report_to,
            "courses",
            str(found.folder),
            record(options),  # type: ignore[arg-type]
        )
    except (ValueError, ImportError) as error:
        raise Mistake(f"--report-to {options.report_to}: {error}") from None
