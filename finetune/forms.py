"""Forms: the shapes an example may have, and how often each is drawn."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from finetune.conversations import follow, several, shared
from finetune.examples import Example, absent, record, single
from finetune.exchange import Count
from finetune.world import World

Draw = Callable[[World, Random, Count], Example]
FORMS: dict[str, Draw] = {
    "single": single,
    "record": record,
    "absent": absent,
    "follow": follow,
    "several": several,
    "shared": shared,
}
# How often each is drawn. To learn from: more of what is hard, which is reading bare records.
LEARNT = {"single": 20, "record": 46, "absent": 18, "follow": 10, "several": 5, "shared": 8}
# To measure on valid and test: those of one trained answer.
MEASURED = {"single": 40, "record": 18, "absent": 8, "follow": 14}


def draw(world: World, rng: Random, count: Count) -> Example:
    """One example of a form its part holds. Raises Dropped where the draw comes to nothing."""
    shares = LEARNT if world.part == "train" else MEASURED
    return FORMS[rng.choices(list(shares), list(shares.values()))[0]](world, rng, count)
