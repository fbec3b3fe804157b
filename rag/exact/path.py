"""The fewest courses, or units, that lead to one, by branch and bound over prerequisite trees."""

from __future__ import annotations

from collections.abc import Callable, Collection
from itertools import combinations

from rag.catalogue import Key
from rag.prerequisites import All, One, Some, Tree, satisfied

# The deepest course of the real file needs some hundreds of steps: a bound against a made-up file.
STEPS = 20_000


def shortest(
    target: Key,
    tree_of: Callable[[Key], Tree],
    taken: Collection[Key],
    avoid: Callable[[Key], bool] = lambda key: False,
    weight: Callable[[Key], float] = lambda key: 1,
) -> tuple[Key, ...] | None:
    """The smallest set of courses that leads from those taken to the target, in a valid order.

    Courses to `avoid` are taken only where nothing else leads there: one outside the file has no
    prerequisites known and would look like a short cut. The smallest has the least sum of
    `weight`. None where no order exists (courses that need one another). Minimal unless `STEPS`
    ran out.
    """
    search = _Search(tree_of, frozenset(taken), avoid, weight)
    search.go((target,), (tree_of(target),))
    return search.best


class _Search:
    def __init__(
        self,
        tree_of: Callable[[Key], Tree],
        taken: frozenset[Key],
        avoid: Callable[[Key], bool],
        weight: Callable[[Key], float],
    ) -> None:
        self.tree_of, self.taken, self.avoid, self.weight = tree_of, taken, avoid, weight
        self.best: tuple[Key, ...] | None = None
        self.steps = 0

    def go(self, planned: tuple[Key, ...], agenda: tuple[Tree, ...]) -> None:
        """Settle the trees of the agenda one by one, each choice in its own branch."""
        self.steps += 1
        if self.steps > STEPS or (self.best and self.cost(planned) >= self.cost(self.best)):
            return
        if not agenda:
            self.best = self.ordered(planned) or self.best
            return
        # What leaves no choice comes first, so that choices are made knowing it.
        tree = next((t for t in agenda if not isinstance(t, Some)), agenda[0])
        rest = tuple(t for t in agenda if t is not tree)
        if satisfied(tree, self.taken):
            self.go(planned, rest)
        elif isinstance(tree, All):
            self.go(planned, (*tree.of, *rest))
        elif isinstance(tree, One):
            fresh = tree.key not in planned
            after = (*rest, self.tree_of(tree.key)) if fresh else rest
            self.go((*planned, tree.key) if fresh else planned, after)
        elif isinstance(tree, Some):
            known = {*planned, *self.taken}
            options = sorted(tree.of, key=lambda option: not satisfied(option, known))
            for choice in combinations(options, tree.count):
                self.go(planned, (*choice, *rest))

    def cost(self, planned: tuple[Key, ...]) -> tuple[int, float, int]:
        return sum(map(self.avoid, planned)), sum(map(self.weight, planned)), len(planned)

    def ordered(self, planned: tuple[Key, ...]) -> tuple[Key, ...] | None:
        """The planned courses so that each comes after its prerequisites, None if none can."""
        done, order, left = set(self.taken), [], list(planned[::-1])
        while left:
            ready = next((k for k in left if satisfied(self.tree_of(k), done)), None)
            if ready is None:
                return None
            left.remove(ready)
            done.add(ready)
            order.append(ready)
        return tuple(order)
