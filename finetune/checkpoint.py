"""All that a run needs to go on as if it had not been stopped, in one file."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from finetune.files import flat, save_arrays, whole
from rag.errors import Mistake

KEPT = 2  # the newest; one more than needed, in case it is damaged


@dataclass(frozen=True)
class Progress:
    """How far a run has come: steps done, the best validation loss and its step, validations since,
    tokens trained, seconds spent, the highest peak of memory in GB."""

    step: int = 0
    best: float = float("inf")
    best_step: int = 0
    stale: int = 0
    tokens: int = 0
    seconds: float = 0.0
    peak: float = 0.0
    data: str = ""


def save(folder: Path, model: Any, optimizer: Any, progress: Progress) -> None:
    """Write the trained weights and the optimizer's state, and drop old checkpoints.

    Raises FileNotFoundError where the run's folder is gone: a new one would lack the run's record.
    """
    folder.mkdir(exist_ok=True)
    arrays = {f"weights.{k}": v for k, v in flat(model.trainable_parameters()).items()}
    arrays |= {f"optimizer.{k}": v for k, v in flat(optimizer.state).items()}
    about = {"progress": json.dumps(asdict(progress))}
    save_arrays(folder / f"{progress.step:07d}.safetensors", arrays, about)
    for old in saved(folder)[:-KEPT]:
        old.unlink()


def restore(folder: Path, model: Any, optimizer: Any) -> Progress:
    """Put the newest whole checkpoint into model and optimizer. Raises Mistake where none is."""
    import mlx.core as mx
    from mlx.utils import tree_unflatten

    path = _newest(folder)
    loaded: Any = mx.load(str(path), return_metadata=True)
    arrays, about = loaded
    parts: dict[str, dict[str, Any]] = {"weights": {}, "optimizer": {}}
    for name, array in arrays.items():
        kind, _, rest = name.partition(".")
        if kind in parts:
            parts[kind][rest] = array
    wanted = {k: v.shape for k, v in flat(model.trainable_parameters()).items()}
    if wanted != {k: v.shape for k, v in parts["weights"].items()}:
        raise Mistake(f"{path} is of another model or options. Start anew: python -m finetune")
    model.load_weights(list(parts["weights"].items()), strict=False)
    optimizer.state = tree_unflatten(list(parts["optimizer"].items()))
    mx.eval(model.trainable_parameters(), optimizer.state)
    return Progress(**json.loads(about["progress"]))


def saved(folder: Path) -> list[Path]:
    """All checkpoints, the oldest first."""
    return sorted(p for p in folder.glob("*.safetensors") if re.fullmatch(r"\d{7}", p.stem))


def _newest(folder: Path) -> Path:
    for path in reversed(saved(folder)):
        if whole(path):
            return path
        print(f"{path} is damaged; going on from the one before.", file=sys.stderr)
    raise Mistake(f"No whole checkpoint in {folder}. Start anew: python -m finetune")
