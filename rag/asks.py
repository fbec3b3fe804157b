"""What a question asks, told by a small encoder: MiniLM with our LoRA update merged into it, and
one linear head for each situation a question is put in."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rag import backend
from rag.adapters import CONFIG, SHIPPED, WEIGHTS
from rag.bundled import MINILM
from rag.embed import MlxEmbedder
from rag.errors import Mistake, reason
from rag.models import DAMAGE

if TYPE_CHECKING:
    import numpy as np

FOLDER = SHIPPED / "asks-minilm-l6"
# A unit vector is multiplied by so much before a head reads it: its entries are small.
REACH = 8.0


class AskModel:
    """Encoder and heads; every call must be on one thread."""

    def __init__(self, data: Path, folder: Path = FOLDER) -> None:
        """Raises Mistake where the folder holds no such model, or one of another encoder."""
        backend.load()
        import mlx.core as mx

        self._encoder = MlxEmbedder(MINILM, data)
        try:
            self.config: dict[str, Any] = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
            loaded: Any = mx.load(str(folder / WEIGHTS))
            arrays = {name: array.astype(mx.float32) for name, array in loaded.items()}
            merge(self._encoder.model, arrays, float(self.config["scale"]))
            self._heads = {
                situation: (arrays[f"heads.{situation}.weight"], arrays[f"heads.{situation}.bias"])
                for situation in self.config["labels"]
            }
        except DAMAGE as error:
            raise Mistake(
                f"The model in {folder} that tells what is asked can't be loaded: {reason(error)}. "
                "Put it back from the repository, or make it: python -m finetune asks"
            ) from error
        mx.eval(self._encoder.model.parameters(), self._heads)

    def odds(self, words: str, situation: str) -> np.ndarray:
        """How likely each label of the situation is, shape (labels,), summing to 1."""
        return self.several([words], situation)[0]

    def several(self, texts: Sequence[str], situation: str) -> np.ndarray:
        """The odds of several texts, shape (len(texts), labels)."""
        import mlx.core as mx
        import numpy as np

        weight, bias = self._heads[situation]
        unit = self._encoder.unit(*self._encoder.padded(self._encoder.encode(texts)))
        return np.array(mx.softmax(REACH * unit @ weight.T + bias, axis=-1))


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
