"""How sure a figure is: intervals of one, and whether two differ by more than chance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import comb
from statistics import fmean, quantiles
from typing import Any

ROUNDS = 10_000
STEP = 500  # rounds at once
Value = float | None


def summary(values: Sequence[Value]) -> dict[str, Any]:
    """{n, mean, low, high} of the values that are there, at 95 %; mean None where none is.

    The interval is Wilson's where all values are 0 or 1, else the bootstrap's.
    """
    there = [float(v) for v in values if v is not None]
    if not there:
        return {"n": 0, "mean": None, "low": None, "high": None}
    shares = all(v in (0.0, 1.0) for v in there)
    low, high = wilson(int(sum(there)), len(there)) if shares else bootstrap(there)
    return {"n": len(there), "mean": fmean(there), "low": low, "high": high}


def wilson(right: int, n: int, z: float = 1.959964) -> tuple[float, float]:
    """The score interval (centre -+ half) / (1 + z^2/n) of a share (Wilson 1927); of none 0, 1."""
    if n == 0:
        return 0.0, 1.0
    p = right / n
    centre = p + z * z / (2 * n)
    half = z * (p * (1 - p) / n + z * z / (4 * n * n)) ** 0.5
    scale = 1 + z * z / n
    return max(0.0, (centre - half) / scale), min(1.0, (centre + half) / scale)


def bootstrap(values: Sequence[float], rounds: int = 2000, seed: int = 0) -> tuple[float, float]:
    """The 2.5th and 97.5th percentile of the means of samples drawn with replacement (Efron)."""
    import numpy as np

    own = np.asarray(values, float)
    rng = np.random.default_rng(seed)
    picks = rng.integers(0, len(own), (rounds, len(own)))
    low, high = np.percentile(own[picks].mean(axis=1), [2.5, 97.5])
    return float(low), float(high)


def randomisation_test(
    one: Mapping[str, float], two: Mapping[str, float], rounds: int = ROUNDS, seed: int = 0
) -> float:
    """Two-sided p of the paired randomisation test on the mean difference (Smucker et al. 2007).

    Each round swaps the two systems' values of a query with probability a half; p is the share of
    rounds, the observed one counted, whose difference is at least as large.
    """
    assert one.keys() == two.keys(), "both systems must be measured on the same queries"
    import numpy as np

    differences = np.array([d for query in sorted(one) if (d := one[query] - two[query])])
    observed = abs(differences.sum()) - 1e-12
    rng = np.random.default_rng(seed)
    extreme = 0
    for start in range(0, rounds, STEP):
        shape = (min(STEP, rounds - start), len(differences))
        swapped = rng.integers(0, 2, shape, dtype=np.int8) * 2 - 1
        extreme += int((abs(swapped @ differences) >= observed).sum())
    return (extreme + 1) / (rounds + 1)


def mcnemar(gained: int, lost: int) -> float:
    """Two-sided p of McNemar's exact test: of the answers that changed, how many each way."""
    n = gained + lost
    tail = sum(comb(n, k) for k in range(min(gained, lost) + 1))
    return min(1.0, 2 * tail / 2**n) if n else 1.0


def spread(values: Sequence[float]) -> dict[str, float]:
    """The median and the 95th percentile."""
    if len(values) == 1:
        return {"p50": values[0], "p95": values[0]}
    cuts = quantiles(values, n=20, method="inclusive")
    return {"p50": cuts[9], "p95": cuts[18]}
