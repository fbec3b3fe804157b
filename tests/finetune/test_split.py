"""Parts by hash: whole, stable, and never empty."""

from __future__ import annotations

from finetune.split import PARTS, parted

NAMES = {f"P{i}": 1.0 for i in range(100)}


def test_every_name_has_one_part_of_about_its_share() -> None:
    parts = list(parted(NAMES).values())
    assert [parts.count(part) for part in PARTS] == [80, 10, 10]


def test_the_order_the_names_come_in_does_not_matter() -> None:
    assert parted(dict(reversed(NAMES.items()))) == parted(NAMES)


def test_three_names_make_three_parts() -> None:
    assert sorted(parted({"a": 9.0, "b": 1.0, "c": 5.0}).values()) == sorted(PARTS)


def test_weights_are_what_is_shared_out() -> None:
    weights = {name: 1.0 + n % 7 for n, name in enumerate(NAMES)}
    parts = parted(weights)
    held = sum(w for name, w in weights.items() if parts[name] == "test")
    assert 0.1 <= held / sum(weights.values()) < 0.1 + 7 / sum(weights.values())
