from __future__ import annotations

from itertools import combinations
from random import Random

import pytest

from eval.overlap import longest_common, rouge_l, token_f1


def test_rouge_l_is_the_f1_of_the_longest_common_subsequence() -> None:
    # Lin 2004: "police killed the gunman" against "police kill the gunman" share three of four.
    assert rouge_l("Police kill the gunman.", "police killed the gunman") == pytest.approx(3 / 4)
    assert rouge_l("the gunman kill police", "police killed the gunman") == pytest.approx(2 / 4)
    assert rouge_l("a b", "a x b y") == pytest.approx(2 * 2 / 6)
    assert rouge_l("", "a") == 0.0


def test_token_f1_counts_words_in_any_order_without_articles() -> None:
    assert token_f1("The ropes and a sail", "sail, ropes!") == pytest.approx(2 * 2 / 5)
    assert token_f1("sail sail", "sail") == pytest.approx(2 / 3)
    assert token_f1("kites", "boats") == 0.0


def test_the_longest_common_subsequence_is_that_of_trying_all() -> None:
    def tried(one: str, two: str) -> int:
        ways = (c for n in range(len(one), 0, -1) for c in combinations(one, n))
        return next((len(way) for way in ways if inside(way, two)), 0)

    def inside(way: tuple[str, ...], text: str) -> bool:
        rest = iter(text)
        return all(letter in rest for letter in way)

    rng = Random(2)
    for _ in range(60):
        one, two = ("".join(rng.choices("abc", k=rng.randint(0, 8))) for _ in range(2))
        assert longest_common(one, two) == tried(one, two), (one, two)
