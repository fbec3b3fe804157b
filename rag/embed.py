"""The MLX embedder: texts to unit vectors with the pooling the model was trained for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rag import backend
from rag.errors import Mistake, reason
from rag.models import DAMAGE, embedder_preset

if TYPE_CHECKING:
    import numpy as np

# Small batches keep their arrays in a CPU's cache; a GPU wants more work at once.
BATCH = {"cpu": 16, "metal": 64, "cuda": 64}


class MlxEmbedder:
    """A sentence-embedding model run by mlx-embeddings; every call must be on one thread."""

    def __init__(self, name: str, data: Path) -> None:
        self.device = backend.load()
        preset, folder = embedder_preset(name, data)
        self.name = name
        self.pooling = preset.pooling
        self._preset = preset
        self.model, self._tokenizer = _load(folder, self.device)
        self.dimension = len(self.passages(["dimension"])[0])

    def passages(self, texts: Sequence[str]) -> np.ndarray:
        """Vectors of documents, shape (len(texts), dimension), float32, each of length 1."""
        import numpy as np

        vectors: list[Any] = [None] * len(texts)
        for places, batch in self.batches([self._preset.passage_prefix + t for t in texts]):
            for place, vector in zip(places, batch, strict=True):
                vectors[place] = vector
        return np.stack(vectors) if vectors else np.zeros((0, self.dimension), np.float32)

    def query(self, text: str) -> np.ndarray:
        """The vector of a question, shape (dimension,), with the model's query prefix."""
        return self._embed([self.encode([self._preset.query_prefix + text])[0]])[0]

    def batches(self, texts: Sequence[str]) -> Iterator[tuple[list[int], np.ndarray]]:
        """Length-sorted batches, longest first, as (places in `texts`, vectors)."""
        tokens = self.encode(texts)
        order = sorted(range(len(texts)), key=lambda i: -len(tokens[i]))
        size = BATCH[self.device]
        for start in range(0, len(order), size):
            places = order[start : start + size]
            yield places, self._embed([tokens[i] for i in places])

    def encode(self, texts: Sequence[str]) -> list[list[int]]:
        """The token ids of each text, cut to the model's length."""
        if not texts:  # which the tokenizer can't take
            return []
        found = self._tokenizer(
            list(texts), truncation=True, max_length=self._preset.max_length, padding=False
        )
        return found["input_ids"]

    def _embed(self, rows: list[list[int]]) -> np.ndarray:
        import mlx.core as mx
        import numpy as np

        return np.array(self.unit(*self.padded(rows)).astype(mx.float32))

    def padded(self, rows: Sequence[list[int]]) -> tuple[Any, Any]:
        """Token ids and their mask as MLX arrays, shape (len(rows), longest)."""
        import mlx.core as mx

        longest = max(map(len, rows))
        pad = self._tokenizer.pad_token_id or 0
        ids = mx.array([row + [pad] * (longest - len(row)) for row in rows])
        mask = mx.array([[1] * len(row) + [0] * (longest - len(row)) for row in rows])
        return ids, mask

    def unit(self, ids: Any, mask: Any) -> Any:
        """Unit vectors as an MLX array, shape (rows, dimension)."""
        import mlx.core as mx

        states = self.model(ids, attention_mask=mask).last_hidden_state
        pooled = _pool(states, mask, self.pooling)
        return pooled / mx.linalg.norm(pooled, axis=-1, keepdims=True)


def _pool(states: Any, mask: Any, pooling: str) -> Any:
    """(batch, tokens, width) -> (batch, width): mean of the tokens, first or last."""
    import mlx.core as mx

    if pooling == "cls":
        return states[:, 0]
    if pooling == "last":
        last = mask.sum(axis=1) - 1
        return states[mx.arange(states.shape[0]), last]
    weights = mask[:, :, None].astype(states.dtype)
    return (states * weights).sum(axis=1) / weights.sum(axis=1)


def _load(folder: Path, device: str) -> tuple[Any, Any]:
    import mlx.core as mx
    from mlx_embeddings import utils
    from transformers import AutoTokenizer

    from rag.kernels import quicken

    try:
        model = utils.load_model(folder, path_to_repo=str(folder))
        tokenizer = AutoTokenizer.from_pretrained(folder)
    except DAMAGE as error:
        raise Mistake(
            f"The embedder in {folder} can't be loaded: {reason(error)}. "
            "Choose another with --embedder."
        ) from error
    if device == "cpu":
        model.set_dtype(mx.float32)
        quicken(model)
    mx.eval(model.parameters())
    return model, tokenizer
