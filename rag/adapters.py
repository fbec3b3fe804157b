"""Which LoRA adapter a generator gets: the one named, the newest trained here, the one shipped."""

from __future__ import annotations

import json
from pathlib import Path

from rag.errors import Mistake

SHIPPED = Path(__file__).resolve().parent.parent / "adapters"
CONFIG = "adapter_config.json"
WEIGHTS = "adapters.safetensors"


def adapter_folder(wanted: str | None, model: str, data: Path) -> Path | None:
    """The adapter for `model`: None for 'none', the folder named, or the newest one.

    Trained ones lie in DATA/runs/<run>/adapter, shipped ones in adapters/<model>; each says in its
    adapter_config.json which `model` it is for. Raises Mistake where the folder is no adapter.
    """
    if wanted == "none":
        return None
    if wanted is not None:
        folder = Path(wanted).expanduser()
        if not (folder / CONFIG).exists() or not (folder / WEIGHTS).exists():
            raise Mistake(
                f"No adapter in {folder}: it takes {CONFIG} and {WEIGHTS}. "
                "Train one: python -m finetune, or use --adapter none."
            )
        return folder
    trained = sorted(data.glob(f"runs/*/adapter/{CONFIG}"), key=lambda p: -p.stat().st_mtime)
    for config in [*trained, SHIPPED / model / CONFIG]:
        if config.exists() and _model(config) == model and (config.parent / WEIGHTS).exists():
            return config.parent
    return None


def adapter_name(folder: Path) -> str:
    """What it is called: its run, where it lies in one, else its folder."""
    return folder.parent.name if folder.name == "adapter" else folder.name


def _model(config: Path) -> str:
    try:
        return str(json.loads(config.read_text(encoding="utf-8"))["model"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""
