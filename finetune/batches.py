"""Which rows go through the model together: of like length, within a budget, drawn by seed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from finetune.rows import Row

STEP = 32  # lengths are padded to multiples of this, so that few shapes occur
CHUNK = 64  # and so are the trained places, whose logits are made so many at once


@dataclass(frozen=True)
class Batch:
    """`inputs` (rows, length) of token ids; `places` of trained outputs in the flattened inputs,
    `targets` the tokens to be said there, `weights` 1, or 0 for padding, all (places,)."""

    inputs: Any
    places: Any
    targets: Any
    weights: Any

    def arrays(self) -> tuple[Any, Any, Any, Any]:
        return self.inputs, self.places, self.targets, self.weights


def padded(length: int) -> int:
    """The length as an input: without the last token, which nothing follows, rounded up."""
    return max(STEP, -(-(length - 1) // STEP) * STEP)


def plan(lengths: Sequence[int], budget: int, seed: Sequence[int]) -> list[list[int]]:
    """Row numbers in groups of like padded length, each at most `budget` tokens, in random order.

    The sizes of the groups depend on the lengths alone, so every epoch has as many.
    """
    import numpy as np

    rng = np.random.default_rng(list(seed))
    order = rng.permutation(len(lengths))
    sizes = np.array([padded(n) for n in lengths])[order]
    groups: list[list[int]] = []
    longest = 0
    for i in order[np.argsort(-sizes, kind="stable")]:
        size = padded(lengths[i])
        if not groups or (len(groups[-1]) + 1) * longest > budget:
            groups.append([])
            longest = size
        groups[-1].append(int(i))
    return [groups[i] for i in rng.permutation(len(groups))]


@dataclass(frozen=True)
class Order:
    """The forward passes of each step: a function of the step, so a resumed run needs no state."""

    lengths: tuple[int, ...]
    budget: int
    accumulate: int
    seed: int

    def steps(self, done: int) -> Iterator[list[list[int]]]:
        """From the step after `done` on, for ever: groups of row numbers, `accumulate` a step."""
        epoch = -1
        groups: list[list[int]] = []
        each = len(plan(self.lengths, self.budget, (self.seed, 0)))
        at = done * self.accumulate
        while True:
            step = []
            for _ in range(self.accumulate):
                if at // each != epoch:
                    epoch = at // each
                    groups = plan(self.lengths, self.budget, (self.seed, epoch))
                step.append(groups[at % each])
                at += 1
            yield step


def collate(rows: Sequence[Row]) -> Batch:
    """The rows as one batch, padded on the right, where a causal model never looks."""
    import mlx.core as mx
    import numpy as np

    length = padded(max(len(row) for row in rows))
    inputs = np.zeros((len(rows), length), dtype=np.int32)
    told = trained(rows)
    places, targets, weights = np.zeros((3, -(-told // CHUNK) * CHUNK), dtype=np.int32)
    weights[:told] = 1
    at = 0
    for i, row in enumerate(rows):
        inputs[i, : len(row) - 1] = row.tokens[:-1]
        said = np.flatnonzero(row.trained[1:])
        places[at : at + len(said)] = said + i * length
        targets[at : at + len(said)] = row.tokens[1:][said]
        at += len(said)
    arrays = (inputs, places, targets, weights.astype(np.float32))
    return Batch(*(mx.array(array) for array in arrays))


def trained(rows: Sequence[Row]) -> int:
    """Tokens that a batch of these rows trains."""
    return sum(int(row.trained[1:].sum()) for row in rows)
