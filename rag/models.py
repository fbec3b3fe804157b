"""Which models there are and how they are found: bundled, on the hub, or in a local folder."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from rag import backend, bundled
from rag.errors import Mistake

if TYPE_CHECKING:
    import numpy as np

# What the loaders raise over files that are missing, damaged or of another model.
DAMAGE = (ValueError, OSError, LookupError, TypeError, AttributeError, RuntimeError)
_FILES = ["*.json", "*.safetensors", "*.txt", "*.model", "*.jinja", "*.tiktoken"]


class Embedder(Protocol):
    """Turns texts into unit vectors, float32, shape (len(texts), dimension)."""

    name: str
    pooling: str
    dimension: int

    def passages(self, texts: Sequence[str]) -> np.ndarray: ...

    def query(self, text: str) -> np.ndarray: ...


@dataclass(frozen=True)
class EmbedderPreset:
    """A hub model with what its authors say: pooling 'mean', 'cls' or 'last', and prefixes."""

    model: str
    pooling: str
    query_prefix: str = ""
    passage_prefix: str = ""
    max_length: int = 512


DEFAULT_EMBEDDER = bundled.MINILM
EMBEDDERS = {
    bundled.MINILM: EmbedderPreset(bundled.MINILM, "mean", max_length=256),
    "bge-small": EmbedderPreset(
        "BAAI/bge-small-en-v1.5",
        "cls",
        "Represent this sentence for searching relevant passages: ",
    ),
    "e5-small": EmbedderPreset("intfloat/e5-small-v2", "mean", "query: ", "passage: "),
    "arctic-s": EmbedderPreset(
        "Snowflake/snowflake-arctic-embed-s",
        "cls",
        "Represent this sentence for searching relevant passages: ",
    ),
    "qwen3-0.6b": EmbedderPreset(
        "mlx-community/Qwen3-Embedding-0.6B-4bit-DWQ",
        "last",
        "Instruct: Given a student's question, retrieve the courses that answer it\nQuery:",
    ),
}
QWEN2 = "qwen2-0.5b"
GENERATORS = {
    QWEN2: "mlx-community/Qwen2-0.5B-Instruct-4bit",
    bundled.SMOLLM2: bundled.SMOLLM2,
}


def embedder_preset(name: str, data: Path) -> tuple[EmbedderPreset, Path]:
    """The preset of that name, or one read off the model's own folder, and where the model lies."""
    preset = EMBEDDERS.get(name)
    if name == bundled.MINILM:
        return EMBEDDERS[name], bundled.minilm_folder()
    folder = find(preset.model if preset else name)
    return preset or _read_preset(name, folder), folder


def generator_folder(name: str, data: Path) -> Path:
    """Where the generator of that name (preset, hub or local) lies as an mlx-lm model folder."""
    if name == bundled.SMOLLM2:
        return bundled.smollm2_folder(data)
    return find(GENERATORS.get(name, name))


def default_generator() -> tuple[str, str]:
    """The generator for this machine, and one line to tell when it is not the first choice."""
    if backend.load() == "cpu":
        return bundled.SMOLLM2, f"Using {bundled.SMOLLM2}, the bundled model for a CPU."
    try:
        find(GENERATORS[QWEN2])
    except Mistake:
        return bundled.SMOLLM2, (
            f"{GENERATORS[QWEN2]} can't be fetched from the hub; using the bundled "
            f"{bundled.SMOLLM2}."
        )
    return QWEN2, ""


def find(model: str) -> Path:
    """A local model folder as it is, or a hub model from the cache or the hub.

    Raises Mistake where there is no such folder, or the hub does not have it or can't be reached.
    """
    folder = Path(model).expanduser()
    if folder.is_dir():
        if not (folder / "config.json").exists():
            raise Mistake(f"{folder} is no model folder: it has no config.json. Name another.")
        return folder
    known = ", ".join([*GENERATORS, *EMBEDDERS])
    if model.count("/") != 1 or model.startswith((".", "/", "~")):
        raise Mistake(
            f"No model {model!r}: neither a folder nor a preset. Presets: {known}. "
            "Or give a hub model as owner/name."
        )
    return _from_hub(model)


def _from_hub(model: str) -> Path:
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, LocalEntryNotFoundError

    try:
        return Path(snapshot_download(model, allow_patterns=_FILES, local_files_only=True))
    except LocalEntryNotFoundError:
        pass
    except ValueError as error:
        raise Mistake(f"{model!r} is no hub model: {error}. Give it as owner/name.") from None
    try:
        return Path(snapshot_download(model, allow_patterns=_FILES))
    except HfHubHTTPError as error:
        status = error.response.status_code if error.response is not None else "no answer"
        raise Mistake(
            f"The hub does not give {model!r} ({status}). Check the name, or log in for a gated "
            "model: hf auth login"
        ) from None
    except (LocalEntryNotFoundError, OSError):
        raise Mistake(
            f"{model!r} is not on this machine and the hub can't be reached. Use a bundled model: "
            f"--model {bundled.SMOLLM2} (--embedder {bundled.MINILM}), or a local folder."
        ) from None


def _read_preset(name: str, folder: Path) -> EmbedderPreset:
    """Pooling and length as a sentence-transformers folder states them; mean where it says none."""
    pooling, length = "mean", 512
    stated = folder / "1_Pooling" / "config.json"
    if stated.exists():
        about = json.loads(stated.read_text(encoding="utf-8"))
        if about.get("pooling_mode_cls_token"):
            pooling = "cls"
        elif about.get("pooling_mode_lasttoken"):
            pooling = "last"
    limits = folder / "sentence_bert_config.json"
    if limits.exists():
        length = json.loads(limits.read_text(encoding="utf-8")).get("max_seq_length") or length
    return EmbedderPreset(name, pooling, max_length=length)
