"""What changed between two reports: figures with significance, and item by item."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from eval.lineage import FIXED
from eval.retrieval import TESTED
from eval.score import MEASURES
from eval.statistics import mcnemar, randomisation_test

Row = dict[str, Any]
PARTS = ("exact", "answers")
SURE = 0.05


def compared(old: Row, new: Row, most: int = 50) -> str:
    """Both reports for a terminal; of the items that changed at most `most` of each part."""
    return "\n".join(lines(old, new, most))


def lines(old: Row, new: Row, most: int) -> Iterator[str]:
    other = [name for name in FIXED if old["lineage"].get(name) != new["lineage"].get(name)]
    yield f"differ in: {', '.join(other) or 'none of questions, index, model, adapter, guard'}"
    for part in PARTS:
        if part in old and part in new:
            yield from answers(part, old[part], new[part], most)
    if "retrieval" in old and "retrieval" in new:
        yield from rankings(old["retrieval"], new["retrieval"])


def answers(part: str, old: Row, new: Row, most: int) -> Iterator[str]:
    """The measures that changed on the questions of both, then the answers that did."""
    before, after = ({i["id"]: i for i in side["items"]} for side in (old, new))
    both = [i for i in before if i in after]
    yield f"\n{part}: {len(both)} questions in both, {len(before)} before, {len(after)} after"
    for name in MEASURES:
        told = measure(name, before, after, both)
        if told:
            yield told
    changed = [i for i in both if before[i]["values"]["right"] != after[i]["values"]["right"]]
    for label, right in (("lost", 0.0), ("gained", 1.0)):
        own = [i for i in changed if after[i]["values"]["right"] == right]
        for i in own[:most]:
            faults = (before if right else after)[i]["faults"]
            yield f"  {label}: [{after[i]['kind']}] {after[i]['question']}  ({'; '.join(faults)})"
        if len(own) > most:
            yield f"  {label}: {len(own) - most} more"


def measure(name: str, before: Row, after: Row, both: list[str]) -> str:
    """One measure on the questions where both have it; '' where nothing changed.

    Shares are tested by McNemar's exact test, other values by paired randomisation.
    """
    pairs = {i: (before[i]["values"].get(name), after[i]["values"].get(name)) for i in both}
    there = {i: (a, b) for i, (a, b) in pairs.items() if a is not None and b is not None}
    if all(a == b for a, b in there.values()):
        return ""
    one = {i: a for i, (a, _) in there.items()}
    two = {i: b for i, (_, b) in there.items()}
    if {*one.values(), *two.values()} <= {0.0, 1.0}:
        gained = sum(a < b for a, b in there.values())
        lost = sum(a > b for a, b in there.values())
        p, how = mcnemar(gained, lost), f"up {gained}, down {lost}, McNemar"
    else:
        p, how = randomisation_test(two, one), "randomisation"
    return f"  {figure(name, mean(one), mean(two), p)} {how}"


def rankings(old: Row, new: Row) -> Iterator[str]:
    yield "\nretrieval"
    for system, values in new["values"].items():
        for name in TESTED:
            before, after = old["values"].get(system, {}).get(name, {}), values.get(name, {})
            both = before.keys() & after.keys()
            one, two = ({i: side[i] for i in both} for side in (before, after))
            if one != two:
                p = randomisation_test(two, one)
                yield f"  {figure(f'{system} {name}', mean(one), mean(two), p)} randomisation"


def figure(name: str, before: float, after: float, p: float) -> str:
    sure = "  *" if p < SURE else ""
    return f"{name:20}{before:8.3f} -> {after:.3f} ({after - before:+.3f}), p {p:.4f}{sure:3}"


def mean(values: dict[str, float]) -> float:
    return sum(values.values()) / len(values)
