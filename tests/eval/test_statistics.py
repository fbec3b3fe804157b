from __future__ import annotations

from random import Random

import pytest

from eval.statistics import bootstrap, mcnemar, randomisation_test, spread, summary, wilson


def test_the_wilson_interval_is_the_textbook_one() -> None:
    assert wilson(8, 10) == pytest.approx((0.4901625, 0.9433178), abs=1e-6)
    assert wilson(0, 10) == pytest.approx((0.0, 0.2775328), abs=1e-6)
    assert wilson(0, 0) == (0.0, 1.0)


def test_the_bootstrap_interval_is_near_that_of_the_normal_distribution() -> None:
    rng = Random(0)
    values = [rng.gauss(5, 1) for _ in range(400)]
    mean = sum(values) / 400
    assert bootstrap(values) == pytest.approx((mean - 0.098, mean + 0.098), abs=0.012)
    assert bootstrap([0.25, 0.25]) == (0.25, 0.25)


def test_a_summary_leaves_out_what_is_not_there() -> None:
    assert summary([1.0, None, 0.0])["n"] == 2
    assert summary([1.0, None, 0.0])["mean"] == 0.5
    assert summary([True, False])["low"] == pytest.approx(wilson(1, 2)[0])
    assert summary([None]) == {"n": 0, "mean": None, "low": None, "high": None}
    halves = summary([0.5, 0.5, 0.5])
    assert (halves["low"], halves["high"]) == (0.5, 0.5)


def test_the_randomisation_test_counts_every_swap_of_a_small_case() -> None:
    one = {str(n): 1.0 for n in range(4)}
    two = {str(n): 0.0 for n in range(4)}
    # Only the 2 of 16 sign patterns that are all alike reach the observed difference.
    assert randomisation_test(one, two) == pytest.approx(2 / 16, abs=0.01)
    assert randomisation_test(one, one) == 1.0


def test_a_clear_difference_over_many_queries_is_significant() -> None:
    one = {str(n): 1.0 for n in range(30)}
    two = {str(n): 0.5 for n in range(30)}
    assert randomisation_test(one, two, rounds=2000) < 0.001


def test_mcnemar_is_the_binomial_test_of_the_changes() -> None:
    assert mcnemar(0, 0) == 1.0
    assert mcnemar(3, 3) == 1.0
    assert mcnemar(5, 0) == pytest.approx(2 / 32)
    assert mcnemar(1, 8) == pytest.approx(2 * (1 + 9) / 2**9)


def test_one_timing_is_its_own_median() -> None:
    assert spread([2.0]) == {"p50": 2.0, "p95": 2.0}
    assert spread([1.0, 2.0, 3.0])["p50"] == 2.0
