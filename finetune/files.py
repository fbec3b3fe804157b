"""Files that are whole or absent: written beside, then moved into place."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any


def replace_text(path: Path, text: str) -> None:
    """Write a text file; the old one stays until the new one is complete."""
    work = path.with_name(path.name + ".part")
    try:
        work.write_text(text + "\n", encoding="utf-8")
        os.replace(work, path)
    finally:
        work.unlink(missing_ok=True)


def save_arrays(path: Path, arrays: dict[str, Any], about: dict[str, str] | None = None) -> None:
    """Write arrays as safetensors, `about` in the header; the old file stays until then.

    Raises the system's own OSError, with the path, where it can't be written: a full disk, a folder
    that is gone.
    """
    import mlx.core as mx

    work = path.with_name("part-" + path.name)
    try:
        with work.open("wb") as file:  # given a path, MLX hides why it can't write
            mx.save_safetensors(file, arrays, metadata={"format": "mlx"} | (about or {}))
        os.replace(work, path)
    except OSError as error:
        error.filename = error.filename or str(path)
        raise
    finally:
        work.unlink(missing_ok=True)


def whole(path: Path) -> bool:
    """Whether a safetensors file is as long as its header says."""
    try:
        with path.open("rb") as file:
            size = int.from_bytes(file.read(8), "little")
            header = json.loads(file.read(size))
    except (OSError, ValueError, MemoryError, OverflowError):
        return False
    ends = [entry["data_offsets"][1] for name, entry in header.items() if name != "__metadata__"]
    return path.stat().st_size == 8 + size + max(ends, default=0)


def flat(tree: Any) -> dict[str, Any]:
    """Nested parameters as names with dots."""
    from mlx.utils import tree_flatten

    return dict(tree_flatten(tree))
