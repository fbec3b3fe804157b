"""A stand-alone model of base and adapter, and the proof that it is one."""

from __future__ import annotations

import json
import math
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from finetune import base, rows
from finetune.compare import tuned
from finetune.files import flat, replace_text
from finetune.hosts import Hosts
from finetune.options import GROUNDED, Options
from finetune.quick import keep_freed_memory
from finetune.rows import Row
from finetune.train import evaluate
from rag.errors import Mistake
from rag.models import default_generator, generator_folder

SHOWN = 24  # test rows whose logits and losses are compared
ASKED = 4  # whose answers are
LONGEST = 60  # tokens of an answer
ALLOWED = 0.25  # of what tuning gained may be lost in quantization
SLACK = 0.01  # what rounding to 16 bits may add to a loss
BUDGET = 2048


@dataclass(frozen=True)
class Proof:
    """Losses of base, adapter and fused model on the same test rows; of the logits of the last two
    where an answer is said, the largest and mean difference and how often they choose the same
    token; how many answers are the same; megabytes of the base and of the fused model."""

    base_loss: float
    adapter_loss: float
    fused_loss: float
    largest: float
    mean: float
    same_token: float
    same_answers: str
    base_mb: float
    fused_mb: float

    @property
    def lost(self) -> float:
        """The share of what tuning gained in loss that the fused model has lost again.

        1, all of it, where its loss is no number, or nothing was gained and it is worse still.
        """
        worse, gained = self.fused_loss - self.adapter_loss, self.base_loss - self.adapter_loss
        if not math.isfinite(worse):
            return 1.0
        return max(0.0, worse) / gained if gained > 0 else float(worse > SLACK)


def fuse(options: Options) -> None:
    """Write the fused model, compare it with base and adapter, and say how near it is.

    Raises Mistake, and leaves nothing behind, where the tuning was lost.
    """
    keep_freed_memory()
    name = options.model or default_generator()[0]
    if options.bits not in (0, 2, 3, 4, 6, 8):
        raise Mistake(f"--bits {options.bits}: take 8, 6, 4, 3 or 2, or 0 for 16-bit floats")
    generator_folder(name, options.data)
    adapter = tuned(options, name)
    if adapter is None:
        raise Mistake(f"No adapter for {name}. Train one: python -m finetune")
    target = options.fused or options.data / "models" / f"{Path(name).name}-tuned"
    if target.exists() and any(target.iterdir()):
        raise Mistake(f"{target} exists already. Remove it, or write elsewhere: --fused FOLDER")
    chats = rows.read(options.data / "training" / GROUNDED / "test.jsonl")[:SHOWN]
    if not chats:
        raise Mistake("The test part holds no row to compare on. Make it: python -m finetune data")
    target.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=target.name, dir=target.parent))
    try:
        write(name, options.data, adapter, work, options.bits)
        proof = prove(name, options.data, adapter, work, chats)
        print(told(proof))
        if proof.lost > ALLOWED:
            raise Mistake(
                f"The tuning was lost: fusing took {proof.lost:.0%} of its gain in loss back. "
                f"Keep more bits (--bits 8, or 0), or chat with --adapter {adapter}"
            )
        about = asdict(proof) | {"base": name, "adapter": str(adapter), "bits": options.bits}
        replace_text(work / "fused.json", json.dumps(about, indent=2))
        work.chmod(0o755)
        if target.exists():
            target.rmdir()
        work.rename(target)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    print(f"Fused model: {target}. Chat with it: python -m rag --model {target} --adapter none")


def write(name: str, data: Path, adapter: Path, folder: Path, bits: int) -> None:
    """Merge the adapter into dequantized weights, round once, and save as an mlx-lm model."""
    import mlx.core as mx
    from mlx.utils import tree_unflatten
    from mlx_lm.utils import (
        dequantize_model,
        load_config,
        quantize_model,
        save_config,
        save_model,
    )

    config = load_config(generator_folder(name, data))
    old = config.pop("quantization", None) or {}
    config.pop("quantization_config", None)
    model, tokenizer = base.load(name, data, adapter)
    dequantize_model(model)
    model.set_dtype(mx.float32)
    merged = [
        (n, m.fuse(dequantize=True)) for n, m in model.named_modules() if hasattr(m, "lora_b")
    ]
    model.update_modules(tree_unflatten(merged))
    model.set_dtype(mx.float16 if _fits(model) else mx.bfloat16)
    if bits:
        group = old.get("group_size", 64)
        model, config = quantize_model(model, config, group_size=group, bits=bits)
    mx.eval(model.parameters())
    save_model(folder, model, donate_model=True)
    save_config(config, folder / "config.json")
    tokenizer.save_pretrained(str(folder))


def _fits(model: Any) -> bool:
    """Whether every weight is within a half float's range with much room."""
    import mlx.core as mx

    return all(float(mx.abs(w).max()) < 1e4 for w in flat(model.parameters()).values())


def prove(
    name: str, data: Path, adapter: Path, folder: Path, chats: Sequence[dict[str, Any]]
) -> Proof:
    """Run base, adapter and the model in `folder` on these conversations."""
    shown: list[Row] = []
    losses, logits, answers = [], [], []
    for model_name, some in ((name, None), (name, adapter), (str(folder), None)):
        model, tokenizer = base.load(model_name, data, some)
        shown = shown or list(rows.encode(tokenizer, chats))
        losses.append(evaluate(model, shown, BUDGET, Hosts(0, 1)))
        if model_name != name or some:
            logits.append([said(model, row) for row in shown])
            answers.append(replies(model, tokenizer, chats[:ASKED]))
    largest, mean, same = differences(*logits)
    agreed = sum(a == b for a, b in zip(*answers, strict=True))
    return Proof(
        base_loss=losses[0],
        adapter_loss=losses[1],
        fused_loss=losses[2],
        largest=largest,
        mean=mean,
        same_token=same,
        same_answers=f"{agreed} of {len(answers[0])}",
        base_mb=_megabytes(generator_folder(name, data)),
        fused_mb=_megabytes(folder),
    )


def said(model: Any, row: Row) -> Any:
    """Logits where an answer's tokens are to be said, float32, (trained tokens, vocabulary)."""
    import mlx.core as mx
    import numpy as np

    hidden = model.model(mx.array(row.tokens[:-1])[None])[0]
    layer = base.head(model)
    picked = hidden[mx.array(np.flatnonzero(row.trained[1:]))]
    logits = layer.as_linear(picked) if hasattr(layer, "as_linear") else layer(picked)
    return np.array(logits.astype(mx.float32))


def differences(first: Sequence[Any], second: Sequence[Any]) -> tuple[float, float, float]:
    """Largest and mean absolute difference, and the share of places with the same best token."""
    import numpy as np

    a, b = np.concatenate(first), np.concatenate(second)
    gap = np.abs(a - b)
    return float(gap.max()), float(gap.mean()), float((a.argmax(-1) == b.argmax(-1)).mean())


def replies(model: Any, tokenizer: Any, chats: Sequence[dict[str, Any]]) -> list[str]:
    """Greedy answers to the rows' last questions."""
    from mlx_lm import generate

    prompts = [
        tokenizer.apply_chat_template(
            row["messages"][:-1], add_generation_prompt=True, tokenize=True, return_dict=False
        )
        for row in chats
    ]
    return [generate(model, tokenizer, prompt, max_tokens=LONGEST) for prompt in prompts]


def told(proof: Proof) -> str:
    return (
        f"loss on up to {SHOWN} test rows: base {proof.base_loss:.4f}, "
        f"adapter {proof.adapter_loss:.4f}, fused {proof.fused_loss:.4f}\n"
        f"logits, base + adapter against fused: largest difference {proof.largest:.4f}, mean "
        f"{proof.mean:.5f}, same token {proof.same_token:.1%}\n"
        f"same answers: {proof.same_answers}\n"
        f"size: base {proof.base_mb:.0f} MB, fused {proof.fused_mb:.0f} MB"
    )


def _megabytes(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.glob("*.safetensors")) / 1e6
