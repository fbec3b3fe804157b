"""The last look-up asked of a course that is only brought up."""

from __future__ import annotations

import pytest

from rag.conversation import Turn
from tests.rag.shelf import read

PAST = [Turn("how many units is CSCI 104", "It is 4 units.", None, ("CSCI 104L",))]


@pytest.mark.parametrize(
    "question",
    [
        "alright, CSCI 170 next",
        "next up: CSCI 170",
        "now check CSCI 170 for me",
        "can you look up CSCI 170 too",
        "k and what abt CSCI-170",
        "My other kid is eyeing CSCI 170. And there?",
        "I'm also thinking about CSCI 170. What about that one?",
        "my roommate has CSCI 170 in mind; same question",
        "switch to CSCI 170",
        "Alright, next one on my list: CSCI 170",
        "I have a second advisee who is looking at CSCI 170; what is the answer there?",
        "No wait, the course I actually need is CSCI 170.",
        "And if I went with CSCI 170 instead?",
        "hmm and what if i took CSCI 170 instead",
        "suppose i went with CSCI 170 instead?",
        "and if i took CSCI 170 instead?",
        "I meant to type CSCI 170, not that one, sorry",
    ],
)
def test_the_same_is_asked_of_a_course_brought_up(question: str) -> None:
    query = read(question, PAST)
    assert (query.ask, query.codes, query.taken, query.follows) == (
        "units", ("CSCI 170",), (), True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("question", "ask"),
    [
        ("what next after CSCI 170", "unlocks"),
        ("what is CSCI 170 about", "description"),
        ("I like CSCI 170. When does it meet?", "schedule"),
        ("my sister is eyeing CSCI 170. who teaches it", "instructor"),
    ],
)
def test_what_asks_of_its_own_is_no_repetition(question: str, ask: str) -> None:
    assert read(question, PAST).ask == ask


def test_without_a_look_up_before_it_nothing_is_repeated() -> None:
    assert read("My other kid is eyeing CSCI 170. And there?").ask != "units"
