"""What the command line sets, once for all verbs; a run keeps it as its record."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rag.config import data_option, option

VERBS = ("train", "data", "fuse", "compare", "bench", "asks")
GROUNDED, CLOSED_BOOK = "grounded", "closed-book"


@dataclass(frozen=True)
class Options:
    verb: str = option("train", "what to do", choices=VERBS, positional=True)
    data: Path = data_option()
    model: str | None = option(None, "preset, hub or local model (default: by the machine)")
    recipe: str = option(GROUNDED, "training data to use", choices=(GROUNDED, CLOSED_BOOK))
    size: int = option(0, "data: examples of all parts together; 0: the recipe's own number")
    limit: int = option(200, "compare: test rows answered; 0: all")
    show: int = option(0, "print so many examples, trained tokens marked, and stop")
    seed: int = option(0, "draws the data, the first weights and the order of batches")
    rank: int = option(16, "LoRA: rank of the update")
    scale: float = option(20.0, "LoRA: factor on the update")
    dropout: float = option(0.0, "LoRA: share of inputs dropped")
    layers: int = option(-1, "LoRA: how many layers from the top; -1: all")
    keys: str = option("all", "LoRA: modules by name, as q_proj,v_proj")
    dora: bool = option(False, "LoRA: also learn magnitudes (DoRA)")
    iterations: int = option(3000, "optimizer steps at most")
    batch_tokens: int = option(2048, "tokens in one forward pass, padding included")
    accumulate: int = option(2, "forward passes in one step, over all processes")
    max_length: int = option(1024, "longer rows are left out")
    learning_rate: float = option(3e-4, "AdamW: rate after the warm-up, falling as a cosine")
    warmup: int = option(50, "AdamW: steps of linear warm-up")
    weight_decay: float = option(0.01, "AdamW: weight decay")
    clip: float = option(1.0, "largest norm of the gradient")
    grad_checkpoint: bool = option(False, "compute layers twice, to save memory")
    report_every: int = option(10, "steps between lines of metrics")
    validate_every: int = option(100, "steps between validations")
    validate_rows: int = option(128, "rows of the validation part used; 0: all")
    save_every: int = option(200, "steps between checkpoints")
    patience: int = option(10, "validations without a better loss before it stops")
    evaluate_rows: int = option(40, "test rows answered at the end; 0: none")
    report_to: str | None = option(None, "also report to wandb or swanlab, where installed")
    run: str | None = option(None, "train: name of the run; fuse, compare: which (default: newest)")
    resume: str | None = option(
        None, "go on with this run (or: last), with the options it had, but for --iterations"
    )
    adapter: str | None = option(
        None, "LoRA adapter folder; train: to begin with; fuse, compare: which (default: newest)"
    )
    fused: Path | None = option(None, "fuse: where it is written; compare: a fused model")
    closed_book: Path | None = option(None, "compare: an adapter trained with that recipe")
    bits: int = option(0, "fuse: quantize to so many bits; 0: leave 16-bit floats")
    batches: int = option(2, "bench: batches of 4 rows, trained on twice; more: steadier figures")
    shape: str | None = option(None, "bench: random weights of this shape", choices=("qwen2-0.5b",))
