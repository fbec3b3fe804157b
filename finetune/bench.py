"""Training's speed and memory against mlx-lm's own trainer, on the same rows and weights."""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import sys
import tempfile
import time
from contextlib import redirect_stdout
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from finetune import base, lora, quick, rows
from finetune.hosts import Hosts
from finetune.options import GROUNDED, Options
from finetune.run import Run
from finetune.train import Trainer, optimizer
from rag import backend, bundled
from rag.errors import Mistake
from rag.models import default_generator, generator_folder

ROWS = 4  # in a batch, one batch an iteration
SHAPES: dict[str, dict[str, Any]] = {
    "qwen2-0.5b": {
        "model_type": "qwen2",
        "hidden_size": 896,
        "num_hidden_layers": 24,
        "num_attention_heads": 14,
        "num_key_value_heads": 2,
        "intermediate_size": 4864,
        "vocab_size": 151_936,
        "rope_theta": 1e6,
        "rms_norm_eps": 1e-6,
        "tie_word_embeddings": True,
    }
}


@dataclass(frozen=True)
class Measured:
    """Iterations and tokens (padding left out) a second; the highest memory of MLX's arrays and of
    the whole process in GB; the mean loss."""

    iterations: float
    tokens: float
    peak: float
    process: float
    loss: float


def bench(options: Options) -> None:
    """Train with both, one after the other, each in a process of its own, and print the ratio."""
    name = options.model or default_generator()[0]
    chosen(options)  # a mistake is told here, not by a process
    if not options.shape:
        generator_folder(name, options.data)
    context = multiprocessing.get_context("spawn")
    sides = {}
    for label, call in (("mlx_lm.lora", theirs), ("finetune", ours)):
        print(f"{label}: {2 * options.batches} iterations of {ROWS} rows", file=sys.stderr)
        # Ctrl-C is ours to take: it would print the process's traceback.
        with context.Pool(1, signal.signal, (signal.SIGINT, signal.SIG_IGN)) as pool:
            sides[label] = pool.apply(call, (options, name))
    print(table(sides, options.shape or name))


def table(sides: dict[str, Measured], name: str) -> str:
    """Both and their ratio, as Markdown."""
    first, second = (asdict(side) for side in sides.values())
    lines = [f"| {name}, {backend.load()} | {' | '.join(sides)} | ratio |", "|---|---|---|---|"]
    labels = {
        "iterations": "iterations/s",
        "tokens": "tokens/s",
        "peak": "peak memory, GB",
        "process": "peak of the process, GB",
        "loss": "mean loss",
    }
    for key, label in labels.items():
        ratio = second[key] / first[key]
        lines.append(f"| {label} | {first[key]:.3f} | {second[key]:.3f} | {ratio:.2f} |")
    return "\n".join(lines)


def theirs(options: Options, name: str) -> Measured:
    """mlx-lm's trainer as it comes: its data set, batches, loss and step."""
    model, tokenizer, found = prepare(options, name)
    import mlx.core as mx
    from mlx_lm.tuner.callbacks import TrainingCallback
    from mlx_lm.tuner.datasets import CacheDataset, ChatDataset
    from mlx_lm.tuner.trainer import TrainingArgs, train

    told: list[dict[str, Any]] = []

    class Keep(TrainingCallback):
        def on_train_loss_report(self, train_info: dict[str, Any]) -> None:
            told.append(train_info)

    data = CacheDataset(ChatDataset(found, tokenizer, mask_prompt=True))
    mx.reset_peak_memory()
    with (
        tempfile.TemporaryDirectory() as folder,
        open(os.devnull, "w", encoding="utf-8") as nowhere,
        redirect_stdout(nowhere),
    ):
        arguments = TrainingArgs(
            batch_size=ROWS,
            iters=2 * options.batches,  # the first round compiles
            steps_per_report=options.batches,
            steps_per_save=10**9,
            adapter_file=str(Path(folder) / "adapters.safetensors"),
        )
        train(model, optimizer(options), data, args=arguments, training_callback=Keep())
    last = told[-1]
    return _measured(last["iterations_per_second"], tokenizer, found, last["train_loss"])


def ours(options: Options, name: str) -> Measured:
    """This package's trainer, rows of like length together."""
    quick.keep_freed_memory()
    model, tokenizer, found = prepare(options, name)
    import mlx.core as mx

    if backend.load() == "cpu":
        quick.quicken(model)
    if options.grad_checkpoint:
        quick.compute_twice(model)
    some = list(rows.encode(tokenizer, found))
    order = sorted(range(len(some)), key=lambda i: len(some[i]))
    groups = [order[i : i + ROWS] for i in range(0, len(order), ROWS)]
    with tempfile.TemporaryDirectory() as folder:
        trainer = Trainer(model, options, Run(Path(folder)), Hosts(0, 1), some, some, {})
        mx.reset_peak_memory()
        for group in groups:
            trainer.step([group])
        started = time.perf_counter()
        for group in groups:
            trainer.step([group])
        seconds = time.perf_counter() - started
        loss = sum(trainer.losses[-len(groups) :]) / len(groups)
    return _measured(len(groups) / seconds, tokenizer, found, loss)


def prepare(options: Options, name: str) -> tuple[Any, Any, list[dict[str, Any]]]:
    """The model with fresh adapters, its tokenizer, and the rows of all batches."""
    if options.shape:
        model, tokenizer = shaped(options.shape, options.data)
    else:
        model, tokenizer = base.load(name, options.data)
    lora.attach(model, options)
    return model, tokenizer, [last_only(row) for row in chosen(options)]


def chosen(options: Options) -> list[dict[str, Any]]:
    """The rows to train on. Raises Mistake where there are too few."""
    if options.batches < 1:
        raise Mistake(f"--batches {options.batches}: it takes 1 or more")
    wanted = ROWS * options.batches
    found = rows.read(options.data / "training" / GROUNDED / "train.jsonl")[:wanted]
    if len(found) < wanted:
        raise Mistake(
            f"It takes {wanted} rows to measure, the data has {len(found)}. "
            "Make more (python -m finetune data), or take fewer --batches"
        )
    return found


def last_only(row: dict[str, Any]) -> dict[str, Any]:
    """The row with its last answer trained alone, all that mlx-lm can do."""
    return row | {"trained": [len(row["messages"]) - 1]}


def shaped(shape: str, data: Path) -> tuple[Any, Any]:
    """Random weights of that shape, float32, with the bundled model's tokenizer."""
    backend.load()
    from importlib import import_module

    import mlx.core as mx
    from mlx_lm.utils import load_tokenizer

    config = SHAPES[shape]
    module = import_module(f"mlx_lm.models.{config['model_type']}")
    mx.random.seed(0)
    model = module.Model(module.ModelArgs.from_dict(config))
    model.freeze()
    mx.eval(model.parameters())
    return model, load_tokenizer(bundled.smollm2_folder(data))


def _measured(rate: float, tokenizer: Any, found: list[dict[str, Any]], loss: float) -> Measured:
    import mlx.core as mx

    tokens = sum(len(row) for row in rows.encode(tokenizer, found)) / len(found) * ROWS
    process = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    scale = 1e9 if sys.platform == "darwin" else 1e6  # bytes there, kilobytes on Linux
    peak = mx.get_peak_memory() / 1e9
    return Measured(rate, rate * tokens, peak, process / scale, loss)
