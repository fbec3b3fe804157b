"""The training loop: steps of several forward passes, validated, saved, and stopped in time."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from typing import Any

from finetune import checkpoint, lora
from finetune.batches import Order, collate, plan, trained
from finetune.checkpoint import Progress
from finetune.hosts import Hosts
from finetune.loss import gradient, total
from finetune.options import Options
from finetune.rows import Row
from finetune.run import Run


@dataclass
class Trainer:
    """A model with adapters, what trains it, and the rows of the two parts."""

    model: Any
    options: Options
    run: Run
    hosts: Hosts
    train: Sequence[Row]
    valid: Sequence[Row]
    config: dict[str, Any]
    callback: Any = None

    def __post_init__(self) -> None:
        lengths = tuple(len(row) for row in self.train)
        each = self.options
        self.order = Order(lengths, each.batch_tokens, each.accumulate, each.seed)
        self.optimizer = optimizer(each)
        self.optimizer.init(self.model.trainable_parameters())
        self.progress = Progress()
        self._gradient = gradient(self.model)
        self.losses: list[float] = []
        self.rates: list[tuple[int, float]] = []

    def resume(self) -> None:
        """Go back to the newest checkpoint of the run; to its beginning where it saved none."""
        if not checkpoint.saved(self.run.checkpoints):
            self.run.rewind(-1)
            return
        self.progress = checkpoint.restore(self.run.checkpoints, self.model, self.optimizer)
        self.run.rewind(self.progress.step)

    def fit(self) -> Progress:
        """Train until the last step, or until validation no longer finds a better loss.

        Ctrl-C finishes the step, saves, and raises KeyboardInterrupt.
        """
        from tqdm import tqdm

        last = self.options.iterations
        bar = tqdm(
            total=last,
            initial=self.progress.step,
            disable=not self.hosts.first,
            unit="it",
            dynamic_ncols=True,
        )
        with bar, _interruptible() as interrupted:
            if self.progress.step == 0:
                self._validate(bar)
            for groups in self.order.steps(self.progress.step):
                if self.progress.step >= last or self._exhausted():
                    break
                self.step(groups)
                bar.update()
                self._after(bar)
                if self.hosts.sum(float(bool(interrupted)))[0]:
                    self._save()
                    raise KeyboardInterrupt
        self._save()
        return self.progress

    def step(self, groups: list[list[int]]) -> None:
        """One update from all groups of rows, the mean over all their trained tokens."""
        import mlx.core as mx
        import mlx.optimizers as optim
        from mlx.utils import tree_map

        started = time.perf_counter()
        self.model.train()
        told = sum(trained([self.train[i] for i in group]) for group in groups)
        gradients, losses = None, []
        for place, group in self.hosts.share(list(enumerate(groups))):
            mx.random.seed(hash((self.options.seed, self.progress.step, place)) % 2**32)
            batch = collate([self.train[i] for i in group])
            loss, more = self._gradient(batch, told)
            gradients = more if gradients is None else tree_map(mx.add, gradients, more)
            mx.eval(loss, gradients)
            losses.append(loss.item())
        if gradients is None:  # more processes than passes
            gradients = tree_map(mx.zeros_like, self.model.trainable_parameters())
        gradients = self.hosts.sum_gradients(gradients)
        gradients, _ = optim.clip_grad_norm(gradients, self.options.clip)
        self.optimizer.update(self.model, gradients)
        mx.eval(self.model.trainable_parameters(), self.optimizer.state)
        seconds = time.perf_counter() - started
        self.losses.append(self.hosts.sum(sum(losses))[0])
        tokens = sum(len(self.train[i]) for group in groups for i in group)
        self.rates.append((tokens, seconds))
        self.progress = replace(
            self.progress,
            step=self.progress.step + 1,
            tokens=self.progress.tokens + tokens,
            seconds=self.progress.seconds + seconds,
            peak=max(self.progress.peak, mx.get_peak_memory() / 1e9),
        )

    def _after(self, bar: Any) -> None:
        """Report, validate and save where it is time to."""
        step, o = self.progress.step, self.options
        final = step == o.iterations
        if step % o.report_every == 0 or final:
            self._report(bar)
        if step % o.validate_every == 0 or final:
            self._validate(bar)
        if step % o.save_every == 0:
            self._save()

    def _report(self, bar: Any) -> None:
        tokens, seconds = (sum(x) for x in zip(*self.rates, strict=True))
        info = {
            "iteration": self.progress.step,
            "train_loss": sum(self.losses) / len(self.losses),
            "learning_rate": float(self.optimizer.learning_rate.item()),
            "iterations_per_second": len(self.rates) / seconds,
            "tokens_per_second": tokens / seconds,
            "trained_tokens": self.progress.tokens,
            "peak_memory": self.progress.peak,
        }
        self.losses, self.rates = [], []
        self.run.log(**info)
        if self.callback:
            self.callback.on_train_loss_report(info)
        bar.set_postfix_str(
            f"loss {info['train_loss']:.3f}, best {self.progress.best:.3f}, "
            f"{info['tokens_per_second']:.0f} tok/s, {info['peak_memory']:.1f} GB"
        )

    def _validate(self, bar: Any) -> None:
        """Take the validation loss; keep the adapter where it is the best so far."""
        started = time.perf_counter()
        loss = evaluate(self.model, self.valid, self.options.batch_tokens, self.hosts)
        step = self.progress.step
        info = {"iteration": step, "val_loss": loss, "val_time": time.perf_counter() - started}
        self.run.log(**info)
        if self.callback:
            self.callback.on_val_loss_report(info)
        better = loss < self.progress.best
        if better and self.hosts.first and step:
            lora.save(self.run.adapter, self.model, self.config | {"val_loss": loss, "step": step})
        best = {"best": loss, "best_step": step, "stale": 0}
        stale = {"stale": self.progress.stale + 1}
        self.progress = replace(self.progress, **(best if better else stale))
        self.run.draw()
        if self.hosts.first:
            bar.write(
                f"step {step}: validation loss {loss:.4f}{' *' if better else ''}", sys.stderr
            )

    def _exhausted(self) -> bool:
        return self.progress.stale >= self.options.patience

    def _save(self) -> None:
        if self.hosts.first:
            checkpoint.save(self.run.checkpoints, self.model, self.optimizer, self.progress)


def evaluate(model: Any, rows: Sequence[Row], budget: int, hosts: Hosts) -> float:
    """The mean loss per trained token over all rows."""
    import mlx.core as mx

    model.eval()
    losses, tokens = 0.0, 0
    for group in hosts.share(plan([len(row) for row in rows], budget, (0,))):
        some = [rows[i] for i in group]
        loss = total(model, collate(some))
        mx.eval(loss)
        losses += loss.item()
        tokens += trained(some)
    loss_sum, told = hosts.sum(losses, float(tokens))
    return loss_sum / told


def optimizer(options: Options) -> Any:
    """AdamW, its rate rising over the warm-up and then falling as half a cosine to a tenth."""
    import mlx.optimizers as optim

    top, warmup = options.learning_rate, max(1, options.warmup)
    rise = optim.linear_schedule(top / warmup, top, warmup)
    fall = optim.cosine_decay(top, max(1, options.iterations - warmup), top / 10)
    schedule = optim.join_schedules([rise, fall], [warmup])
    return optim.AdamW(learning_rate=schedule, weight_decay=options.weight_decay)


@contextmanager
def _interruptible() -> Iterator[list[int]]:
    """Note the first Ctrl-C or SIGTERM in a list instead of breaking off; the second breaks off."""
    noted: list[int] = []

    def note(number: int, frame: Any) -> None:
        if noted:
            raise KeyboardInterrupt
        noted.append(number)
        print("\nFinishing the step and saving. Again to stop at once.", file=sys.stderr)

    before = {}
    with suppress(ValueError):  # not on the main thread: nothing to catch
        before = {n: signal.signal(n, note) for n in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield noted
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
