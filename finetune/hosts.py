"""The processes that train together, started by `mlx.launch`; usually just one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Hosts:
    """This process's number among `size`."""

    rank: int
    size: int

    @property
    def first(self) -> bool:
        return self.rank == 0

    def share(self, passes: list[Any]) -> list[Any]:
        """This process's part of the forward passes of a step."""
        return passes[self.rank :: self.size]

    def sum(self, *numbers: float) -> list[float]:
        """Each number added up over all processes; returns when all have come this far."""
        import mlx.core as mx

        if self.size == 1:
            return list(numbers)
        added: Any = mx.distributed.all_sum(mx.array(numbers), stream=mx.cpu)
        return [float(n) for n in added.tolist()]

    def sum_gradients(self, gradients: Any) -> Any:
        """The gradients' sum over all processes (mlx takes their mean)."""
        from mlx.nn.utils import average_gradients
        from mlx.utils import tree_map

        if self.size == 1:
            return gradients
        return tree_map(lambda g: g * self.size, average_gradients(gradients))


def join() -> Hosts:
    """Find the other processes, if `mlx.launch` started any."""
    from rag import backend

    backend.load()
    import mlx.core as mx

    world = mx.distributed.init()
    return Hosts(world.rank(), world.size())
