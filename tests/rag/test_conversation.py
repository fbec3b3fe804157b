"""History in any of its shapes becomes turns."""

from __future__ import annotations

from typing import Any

import pytest

from rag.conversation import Turn, turns
from rag.errors import Mistake

ANSWER = "Two courses: [CSCI 104L] and [CSCI 170], then [CSCI 104L] again."
TURN = Turn("which ones?", ANSWER, None, ("CSCI 104L", "CSCI 170"))


@pytest.mark.parametrize(
    "history",
    [
        [{"question": "which ones?", "answer": ANSWER}],
        [{"role": "user", "content": "which ones?"}, {"role": "assistant", "content": ANSWER}],
        [
            {"role": "system", "content": "Be brief."},
            {"role": "user", "content": [{"type": "text", "text": "which ones?"}]},
            {"role": "assistant", "content": [{"type": "text", "text": ANSWER}]},
        ],
        [TURN],
    ],
)
def test_a_history_becomes_turns_with_the_courses_cited(history: Any) -> None:
    assert turns(history) == (TURN,)


def test_no_history_is_no_turns() -> None:
    assert turns(None) == turns([]) == ()


def test_questions_without_an_answer_are_turns_too() -> None:
    history = [{"role": "user", "content": "hi"}, {"role": "user", "content": "CSCI 104?"}]
    assert turns(history) == (Turn("hi"), Turn("CSCI 104?"))


@pytest.mark.parametrize(
    "history",
    [
        "hello",
        {"question": "a"},
        [1, 2],
        [{"q": "a"}],
        [{"question": 3}],
        [{"role": "robot", "content": "a"}],
        [{"role": "user", "content": 5}],
        [{"role": "user", "content": [{"type": "text", "text": 5}]}],
    ],
)
def test_anything_else_is_a_mistake(history: Any) -> None:
    with pytest.raises(Mistake, match="History can't be read: .* Give a list of"):
        turns(history)


def test_courses_told_beside_a_list_are_no_members_of_it() -> None:
    (turn,) = turns([{"question": "comedy?", "answer": "2: [THTR 474] A. Close in meaning: "
                      "[THTR 202] B."}])  # fmt: skip
    assert turn.codes == ("THTR 474", "THTR 202")
    assert turn.members == ("THTR 474",)
