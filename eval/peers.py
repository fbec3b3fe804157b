"""What others take for the same work on this machine: the peers our speed is a ratio to."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rag import backend
from rag.models import embedder_preset, generator_folder


@dataclass(frozen=True)
class Generated:
    """Seconds and tokens over a set of prompts: until the first token, and after it."""

    first_s: float
    rest_s: float
    prompt_tokens: int
    generated_tokens: int


def sentence_transformers(embedder: str, data: Path, texts: Sequence[str]) -> float | None:
    """Texts embedded a second by sentence-transformers; None where it is not installed."""
    if importlib.util.find_spec("sentence_transformers") is None:
        return None
    library = importlib.import_module("sentence_transformers")
    _, folder = embedder_preset(embedder, data)
    model = library.SentenceTransformer(str(folder))
    model.encode(list(texts[:8]))
    start = time.perf_counter()
    model.encode(list(texts), batch_size=32)
    return len(texts) / (time.perf_counter() - start)


def stream_generate(model: str, data: Path, prompts: Sequence[list[int]], most: int) -> Generated:
    """Plain mlx_lm.stream_generate on the model without adapter, after the last prompt to warm up.

    On a CPU it gets the same float32 weights and fast BLAS as ours: as mlx_lm loads it, 4-bit, it
    is some ten times slower there.
    """
    import mlx.core as mx
    from mlx_lm import load, stream_generate
    from mlx_lm.utils import dequantize_model

    own, tokenizer = load(str(generator_folder(model, data)))[:2]
    if backend.load() == "cpu":
        dequantize_model(own)
        own.set_dtype(mx.float32)
    first = rest = 0.0
    read = written = 0
    for n, prompt in enumerate([prompts[-1], *prompts]):
        start = time.perf_counter()
        pieces = stream_generate(own, tokenizer, prompt, max_tokens=most)
        head = next(pieces)
        begun = time.perf_counter()
        last = [head, *pieces][-1]
        if n:
            first, rest = first + begun - start, rest + time.perf_counter() - begun
            read, written = read + len(prompt), written + last.generation_tokens
    return Generated(first, rest, read, written)


def training(data: Path) -> dict[str, tuple[float, float]]:
    """Figure -> (mlx_lm.lora's, ours), by `python -m finetune bench` in a process of its own.

    Empty where there is no training data, or the benchmark fails; it tells why on stderr.
    """
    if not (data / "training").is_dir():
        return {}
    words = [sys.executable, "-m", "finetune", "bench", "--data", str(data)]
    root = Path(__file__).resolve().parent.parent
    done = subprocess.run(words, cwd=root, stdout=subprocess.PIPE, text=True)
    return table(done.stdout) if done.returncode == 0 else {}


def table(text: str) -> dict[str, tuple[float, float]]:
    """The rows | figure | theirs | ours | ratio | of a Markdown table."""
    rows = re.findall(r"^\| ([^|]+) \| ([\d.]+) \| ([\d.]+) \| [\d.]+ \|$", text, re.MULTILINE)
    return {name: (float(theirs), float(ours)) for name, theirs, ours in rows}
