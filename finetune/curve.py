"""The loss curve of a run as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any


def draw(metrics: Sequence[dict[str, Any]], path: Path) -> None:
    """Draw training and validation loss over the steps, on a log scale, into a PNG."""
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(figsize=(8, 4.5), layout="constrained")
    for name, label, style in (("train_loss", "training", "-"), ("val_loss", "validation", "o-")):
        points = [(m["iteration"], m[name]) for m in metrics if m.get(name, 0) > 0]
        if points:
            axes.plot(*zip(*points, strict=True), style, markersize=3, label=label)
    axes.set(xlabel="iteration", ylabel="loss per answer token", yscale="log")
    axes.grid(True, which="both", alpha=0.3)
    if axes.has_data():
        axes.legend()
    work = path.with_name("part-" + path.name)
    figure.savefig(work, dpi=120)
    plt.close(figure)
    work.replace(path)
