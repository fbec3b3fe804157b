"""Cross-entropy of the answers' tokens; the vocabulary is only looked at where there is a loss."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from finetune.base import head
from finetune.batches import CHUNK, Batch
from finetune.kernels import exp


def total(model: Any, batch: Batch) -> Any:
    """The sum, not the mean, of the loss over the batch's trained tokens: sums add up over batches
    and hosts to that of one big batch."""
    hidden = model.model(batch.inputs)
    picked = hidden.reshape(-1, hidden.shape[-1])[batch.places]
    return cross_entropy(head(model), picked, batch.targets, batch.weights)


def gradient(model: Any) -> Callable[[Batch, int], tuple[Any, Any]]:
    """A function of a batch and a number of tokens: `total` over that number, and its gradient for
    the model's trained weights. Compiled for each shape of batch; call it in training mode."""
    import mlx.core as mx
    import mlx.nn as nn

    both = nn.value_and_grad(model, lambda m, batch, told: total(m, batch) / told)

    def pure(weights: Any, told: Any, *arrays: Any) -> Any:
        model.update(weights)
        return both(model, Batch(*arrays), told)

    compiled = mx.compile(pure, inputs=mx.random.state, outputs=mx.random.state)

    def call(batch: Batch, told: int) -> tuple[Any, Any]:
        weights = model.trainable_parameters()
        try:
            return compiled(weights, mx.array(float(told)), *batch.arrays())
        finally:
            model.update(weights)  # tracing leaves placeholders behind

    return call


def cross_entropy(layer: Any, hidden: Any, targets: Any, weights: Any) -> Any:
    """The weighted sum over positions of the loss of `layer`, the frozen head: hidden of shape
    (positions, width), targets and weights (positions,).

    The gradient is taken along with the loss, chunk by chunk, as in Liger Kernel (Hsu et al.,
    2024), so that no more than a chunk of logits ever exists.
    """
    import mlx.core as mx

    @mx.custom_function
    def fused(hidden: Any) -> tuple[Any, Any]:
        losses, gradients = [], []
        for start in range(0, hidden.shape[0], CHUNK):
            part = slice(start, start + CHUNK)
            loss, gradient = _chunk(layer, hidden[part], targets[part], weights[part])
            losses.append(loss)
            gradients.append(gradient)
        return mx.stack(losses).sum(), mx.concatenate(gradients)

    @fused.vjp
    def _(primals: Any, cotangents: Any, outputs: Any) -> Any:
        return cotangents[0].astype(outputs[1].dtype) * outputs[1]

    made: Any = fused(hidden)
    return made[0]


def _chunk(layer: Any, hidden: Any, targets: Any, weights: Any) -> tuple[Any, Any]:
    """The loss's sum and its gradient, which is softmax(logits) W - W[target] for each position."""
    import mlx.core as mx

    logits = _logits(layer, hidden).astype(mx.float32)
    largest = logits.max(axis=-1, keepdims=True)
    powers = exp(logits - largest)
    sums = powers.sum(axis=-1, keepdims=True)
    right = mx.take_along_axis(logits, targets[:, None], axis=-1)
    weights = weights[:, None]
    loss = ((mx.log(sums) + largest - right) * weights).sum()
    _, (expected,) = mx.vjp(lambda h: _logits(layer, h), [hidden], [powers.astype(hidden.dtype)])
    gradient = expected * (weights / sums).astype(hidden.dtype)
    return loss, gradient - _rows(layer, targets) * weights.astype(hidden.dtype)


def _logits(layer: Any, hidden: Any) -> Any:
    return layer.as_linear(hidden) if hasattr(layer, "as_linear") else layer(hidden)


def _rows(layer: Any, which: Any) -> Any:
    """The rows of the head's weight matrix, dequantized where it is quantized."""
    import mlx.core as mx

    if "scales" not in layer:
        return layer.weight[which]
    biases = layer.biases[which] if "biases" in layer else None
    return mx.dequantize(
        layer.weight[which],
        layer.scales[which],
        biases,
        group_size=layer.group_size,
        bits=layer.bits,
        mode=layer.mode,
    )
