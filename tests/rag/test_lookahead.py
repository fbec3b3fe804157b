"""Guesses at the next tokens: what followed the same words before, and never anything else."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.lookahead import GUESS, Lookahead


def guess(text: Sequence[int], token: int) -> list[int]:
    return Lookahead(text).after(token)


def test_what_followed_the_same_two_tokens_is_guessed() -> None:
    assert guess([1, 2, 3, 4, 5, 1], 2) == [3, 4, 5]


def test_one_token_alone_is_too_little_to_guess_from() -> None:
    assert guess([1, 2, 3, 4, 5, 9], 2) == []


def test_nothing_is_guessed_of_a_text_that_repeats_nothing() -> None:
    assert guess([], 1) == []
    assert guess([1, 2, 3], 4) == []


def test_the_latest_occurrence_is_followed() -> None:
    assert guess([1, 2, 7, 7, 7, 1, 2, 8, 8, 8, 1], 2) == [8, 8, 8]


def test_the_longest_match_decides() -> None:
    text = [5, 1, 2, 7, 7, 7, 6, 1, 2, 8, 8, 8, 5, 1]
    assert guess(text, 2)[0] == 7


@pytest.mark.parametrize(("match", "length"), GUESS.items())
def test_a_longer_match_earns_a_longer_guess(match: int, length: int) -> None:
    same = list(range(100, 100 + match))
    rest = list(range(200, 250))
    assert guess([*same, *rest, *same[:-1]], same[-1]) == rest[:length]


def test_a_run_of_one_token_guesses_more_of_it() -> None:
    assert guess([3, 3, 3, 3], 3)[0] == 3


def test_accepted_tokens_count_as_text() -> None:
    ahead = Lookahead([1, 2, 3, 4, 5, 1])
    assert ahead.after(2) == [3, 4, 5]
    ahead.accept([3, 4])
    assert ahead.after(9) == []
    assert ahead.after(3) == []
    assert ahead.after(4) == [9, 3, 4]


few = st.integers(0, 3)


@given(st.lists(few, max_size=60), st.lists(few, min_size=1, max_size=30))
def test_guesses_are_copied_from_earlier_text(prompt: list[int], answer: list[int]) -> None:
    ahead = Lookahead(prompt)
    for n, token in enumerate(answer):
        found = ahead.after(token)
        text = [*prompt, *answer[: n + 1]]
        assert found == expected(text)


@given(st.lists(few, min_size=2, max_size=60), st.integers(1, 59))
def test_accepting_is_the_same_as_having_had_the_text(text: list[int], cut: int) -> None:
    cut = min(cut, len(text) - 1)
    ahead = Lookahead(text[:cut])
    ahead.accept(text[cut:-1])
    assert ahead.after(text[-1]) == guess(text[:-1], text[-1])


def expected(text: list[int]) -> list[int]:
    """What stood after the latest earlier place of the text's end, by plain search."""
    for match in sorted(GUESS, reverse=True):
        for end in range(len(text) - 1, match - 1, -1):
            if text[end - match : end] == text[-match:] and len(text) >= match:
                return text[end : end + GUESS[match]]
    return []
