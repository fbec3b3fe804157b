"""Forms: the shapes an example may have, and how often each is drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from finetune.conversations import follow, several, shared
from finetune.examples import Example, absent, record, single
from finetune.exchange import Count
from finetune.world import World

Draw = Callable[[World, Random, Count], Example]
FORMS: dict[str, tuple[float, Draw]] = {
    "single": (40, single),
    "record": (18, record),
    "absent": (8, absent),
    "follow": (14, follow),
    "several": (9, several),
    "shared": (14, shared),
}
# Those of one trained answer: what is measured on valid and test is one answer a row.
ALONE = ("single", "record", "absent", "follow")


def draw(world: World, forms: Sequence[str], rng: Random, count: Count) -> Example:
    """One example of one of these forms. Raises Dropped where the draw comes to nothing."""
    form = rng.choices(forms, [FORMS[name][0] for name in forms])[0]
    return FORMS[form][1](world, rng, count)
