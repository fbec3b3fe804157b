"""What a question asks, told by a small encoder: MiniLM with our LoRA update merged into it, and
one linear head for each situation a question is put in."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rag import backend
from rag.adapters import CONFIG, SHIPPED, WEIGHTS
from rag.bundled import MINILM
from rag.embed import MlxEmbedder
from rag.errors import Mistake, reason
from rag.models import DAMAGE
from rag.thread import ModelThread
from rag.understanding.classifier import Odds

if TYPE_CHECKING:
    import numpy as np

FOLDER = SHIPPED / "asks-minilm-l6"
# A unit vector is multiplied by so much before a head reads it: its entries are small.
REACH = 8.0
REMEMBERED = 8  # texts


class AskModel:
    """Encoder and heads; every call must be on one thread."""

    def __init__(self, data: Path, folder: Path = FOLDER) -> None:
        """Raises Mistake where the folder holds no such model, or one of another encoder."""
        backend.load()
        import mlx.core as mx
        import numpy as np

        self._encoder = MlxEmbedder(MINILM, data)
        try:
            self.config: dict[str, Any] = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
            loaded: Any = mx.load(str(folder / WEIGHTS))
            arrays = {name: array.astype(mx.float32) for name, array in loaded.items()}
            merge(self._encoder.model, arrays, float(self.config["scale"]))
            self._heads = {
                situation: tuple(
                    np.array(arrays[f"heads.{situation}.{part}"]) for part in ("weight", "bias")
                )
                for situation in self.config["labels"]
            }
        except DAMAGE as error:
            raise Mistake(
                f"The model in {folder} that tells what is asked can't be loaded: {reason(error)}. "
                "Put it back from the repository, or make it: python -m finetune asks"
            ) from error
        mx.eval(self._encoder.model.parameters())

    def vector(self, words: str) -> np.ndarray:
        """The unit vector of a text, shape (dimension,), which every head reads."""
        return self._vectors([words])[0]

    def heard(self, vectors: np.ndarray, situation: str) -> np.ndarray:
        """The odds of these vectors, shape (rows, labels). Needs no MLX, so any thread may call."""
        import numpy as np

        weight, bias = self._heads[situation]
        scores = REACH * vectors @ weight.T + bias
        powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
        return powers / powers.sum(axis=-1, keepdims=True)

    def several(self, texts: Sequence[str], situation: str) -> np.ndarray:
        """The odds of several texts, shape (len(texts), labels), each row summing to 1."""
        return self.heard(self._vectors(texts), situation)

    def _vectors(self, texts: Sequence[str]) -> np.ndarray:
        import numpy as np

        return np.array(self._encoder.unit(*self._encoder.padded(self._encoder.encode(texts))))


def remembering(model: AskModel, thread: ModelThread) -> Odds:
    """The odds of words in a situation, by a model on that thread; the vectors of the last few
    texts are kept, since a question is read more than once, and the turns before it with it."""
    vector = lru_cache(REMEMBERED)(partial(thread.call, model.vector))

    def odds(words: str, situation: str) -> np.ndarray:
        return model.heard(vector(words)[None], situation)[0]

    return odds


def merge(model: Any, arrays: dict[str, Any], scale: float) -> None:
    """Add the LoRA updates to the weights of the modules they are named for.

    Raises KeyError for a module the model does not have, ValueError for one of another shape.
    """
    modules = dict(model.named_modules())
    for name, down in arrays.items():
        if name.endswith(".lora_a"):
            path = name.removesuffix(".lora_a")
            update = scale * (arrays[f"{path}.lora_b"].T @ down.T)
            modules[path].weight = modules[path].weight + update
