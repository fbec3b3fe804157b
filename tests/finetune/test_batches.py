"""Rows of like length go together, every epoch all of them, in an order fixed by the seed."""

from __future__ import annotations

from itertools import islice

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from finetune.batches import CHUNK, Order, collate, padded, plan
from finetune.rows import Row

LENGTHS = st.lists(st.integers(2, 300), min_size=1, max_size=60)


def row(tokens: list[int], first: int) -> Row:
    return Row(np.array(tokens, dtype=np.int32), np.arange(len(tokens)) >= first)


@given(LENGTHS, st.integers(0, 5))
def test_an_epoch_holds_every_row_once_within_the_budget(lengths: list[int], seed: int) -> None:
    groups = plan(lengths, 320, (seed, 0))
    assert sorted(i for group in groups for i in group) == list(range(len(lengths)))
    assert all(len(g) * max(padded(lengths[i]) for i in g) <= 320 for g in groups)


@given(LENGTHS)
def test_the_sizes_of_the_groups_do_not_depend_on_the_seed(lengths: list[int]) -> None:
    sizes = [sorted(map(len, plan(lengths, 320, (seed, 0)))) for seed in (0, 1)]
    assert sizes[0] == sizes[1]


def test_little_is_padding() -> None:
    lengths = list(np.random.default_rng(0).integers(50, 500, 400))
    groups = plan(lengths, 2048, (0, 0))
    room = sum(len(g) * padded(max(lengths[i] for i in g)) for g in groups)
    assert sum(lengths) / room > 0.9


def test_the_order_differs_by_epoch_and_by_seed_and_is_the_same_again() -> None:
    lengths = tuple(range(10, 200, 3))
    first = plan(lengths, 320, (0, 0))
    assert first == plan(lengths, 320, (0, 0))
    assert first != plan(lengths, 320, (0, 1))
    assert first != plan(lengths, 320, (1, 0))


def test_a_resumed_order_goes_on_where_it_stopped() -> None:
    order = Order(tuple(range(10, 200, 3)), 320, 3, 0)
    whole = list(islice(order.steps(0), 40))
    assert len({str(step) for step in whole}) == 40
    assert list(islice(order.steps(17), 23)) == whole[17:]
    assert all(len(step) == 3 for step in whole)


def test_a_batch_gathers_what_is_said_after_each_place() -> None:
    batch = collate([row([5, 6, 7, 8, 9], 3), row([1, 2, 3], 2)])
    assert batch.inputs.shape == (2, 32)
    assert batch.inputs[:, :5].tolist() == [[5, 6, 7, 8, 0], [1, 2, 0, 0, 0]]
    told = int(batch.weights.sum())
    assert told == 3
    assert batch.places.size == CHUNK
    assert batch.places[:told].tolist() == [2, 3, 32 + 1]
    assert batch.targets[:told].tolist() == [8, 9, 3]
    assert batch.weights.tolist() == [1.0] * told + [0.0] * (CHUNK - told)
