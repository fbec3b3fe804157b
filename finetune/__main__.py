"""Tune the small model on the catalogue, so that it answers from the courses it is given.

python -m finetune
    make the training data where there is none, train, evaluate, and leave an adapter for the chat
    (--resume last: go on with a run that was stopped; --recipe closed-book: the baseline)
python -m finetune data --show 5
    make the training data; print examples, what is trained between guillemets
python -m finetune fuse --fused FOLDER
    a stand-alone model of base and adapter, proven equal to them (--bits 4: quantized)
python -m finetune compare
    base, adapter, fused and closed-book model side by side on the test part
python -m finetune bench
    speed and memory of training against mlx_lm.lora (--shape qwen2-0.5b: at that model's size)
python -m finetune asks
    learn from the examples in rag/understanding what a question asks

Several hosts, each with the same DATA: mlx.launch --hosts A,B -- -m finetune
"""

from __future__ import annotations

import sys
from importlib import import_module

from finetune.options import Options
from rag import backend
from rag.config import parse
from rag.errors import run

HOMES = {"train": "fit"}  # else the module is named like the verb


def main() -> None:
    options = parse(Options, "finetune", __doc__ or "")
    backend.load()  # before anything else imports MLX: its own BLAS is 80 times slower
    try:
        if options.verb == "data" or options.show:
            import_module("finetune.show").make(options)
        else:
            home = import_module(f"finetune.{HOMES.get(options.verb, options.verb)}")
            getattr(home, options.verb)(options)
    except KeyboardInterrupt:
        if options.verb != "train":  # which has a run to go on with
            print("\nStopped; nothing was changed. Run the same command again.", file=sys.stderr)
        raise


if __name__ == "__main__":
    run(main)
