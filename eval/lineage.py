"""Where a report's figures come from: catalogue, index, models, versions, machine, date."""

from __future__ import annotations

import hashlib
import os
import platform
import subprocess
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from rag.adapters import WEIGHTS
from rag.answer import Assistant
from rag.models import generator_folder

PACKAGES = ("mlx", "mlx-lm", "mlx-embeddings", "lancedb", "transformers", "numpy")
# What has to be the same for a killed run to go on.
FIXED = ("questions", "index", "model", "adapter", "guard", "limit")


def lineage(
    assistant: Assistant, questions: Iterable[Path], adapter: Path | None, **more: Any
) -> dict[str, Any]:
    """All of it as plain values; `more` is kept with it. `questions` become name -> sha256."""
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "questions": {path.name: digest(path) for path in questions},
        "index": asdict(assistant.store.stamp),
        "model": assistant.name or "none",
        "adapter": described(adapter),
        "embedder": assistant.embedder.name,
        "guard": assistant.guarded,
        **more,
        "commit": commit(),
        "versions": {"python": platform.python_version(), **versions()},
        "machine": machine(),
    }


def described(adapter: Path | None) -> dict[str, str] | None:
    """An adapter's name and the hash of its weights."""
    return {"name": adapter.name, "sha256": digest(adapter / WEIGHTS)} if adapter else None


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def versions() -> dict[str, str]:
    found = {}
    for name in PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def machine() -> dict[str, Any]:
    """System, processor, cores and memory (GB)."""
    names = Path("/proc/cpuinfo")
    lines = names.read_text(encoding="utf-8").splitlines() if names.exists() else []
    cpu = next((line.split(": ")[1] for line in lines if line.startswith("model name")), "")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "processor": cpu or platform.processor(),
        "cores": os.cpu_count(),
        "memory_gb": round(memory, 1),
    }


def commit() -> str:
    """The checkout's commit, with + where files differ from it; '' outside a checkout."""
    here = Path(__file__).parent

    def git(*words: str) -> str:
        done = subprocess.run(["git", *words], cwd=here, capture_output=True, text=True)
        return done.stdout.strip() if done.returncode == 0 else ""

    try:
        found = git("rev-parse", "--short=12", "HEAD")
        return found + ("+" if found and git("status", "--porcelain") else "")
    except OSError:
        return ""


def size(model: str, adapter: Path | None, data: Path) -> float:
    """Megabytes of weights on the disk, the adapter's included."""
    files = list(generator_folder(model, data).glob("*.safetensors"))
    files += [adapter / WEIGHTS] if adapter else []
    return sum(path.stat().st_size for path in files) / 1e6
