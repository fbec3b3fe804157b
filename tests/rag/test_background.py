"""Statements before a question, of which nothing is asked."""

from __future__ import annotations

import pytest

from tests.rag.shelf import read

C104 = "CSCI 104L"


@pytest.mark.parametrize(
    ("question", "ask"),
    [
        ("the description is fun, the time works. last thing, unit count for CSCI 104?", "units"),
        ("The time is perfect and it's only 4 units. so what do u need before CSCI 104",
         "prerequisites"),
        ("With my grades I can't rely on goodwill. Does CSCI 104 need d-clearance?", "clearance"),
        ("My degree check is a mess, but they say CSCI 104 counts. When does it meet?",
         "schedule"),
        ("i get bored super easily so how long do you sit there in CSCI 104", "schedule"),
        ("parking here is a nightmare, but who teaches CSCI 104", "instructor"),
        ("the rent on my dorm is due anyway who teaches csci 104", "instructor"),
    ],
)  # fmt: skip
def test_only_the_last_sentence_asks(question: str, ask: str) -> None:
    query = read(question)
    assert (query.ask, query.codes, query.also, query.filters) == (ask, (C104,), (), ())


def test_what_is_passed_is_no_background() -> None:
    query = read("I passed CSCI 103 with a friend. Can I take CSCI 104?")
    assert (query.ask, query.codes, query.taken) == ("eligible", (C104,), ("CSCI 103L",))


@pytest.mark.parametrize(
    ("question", "ask"),
    [
        ("My daughter wishes to use CSCI 104 toward general education. Is it on that list?",
         "category"),
        ("i work until 5pm, so does CSCI 104 fit", "schedule"),
    ],
)  # fmt: skip
def test_what_the_question_points_at_is_no_background(question: str, ask: str) -> None:
    query = read(question)
    assert (query.ask, query.codes) == (ask, (C104,)) and query.filters


def test_a_reason_does_not_hide_a_refusal() -> None:
    assert read("i am a slow reader so is CSCI 104 hard").ask == "unavailable"


def test_an_earlier_question_is_answered_too() -> None:
    query = read("How many units is CSCI 104? Who teaches CSCI 104?")
    assert (query.ask, query.also) == ("units", ("instructor",))


@pytest.mark.parametrize(
    ("question", "ask"),
    [
        ("I still have one GE left. Would CSCI 104 fulfil any of them?", "category"),
        ("My daughter hopes CSCI 104 will go toward her general education. Does it?", "category"),
        ("The form wants a department and number. What do I put for Discrete Methods in Computer "
         "Science?", "code"),
        ("My son says CSCI 104 meets on Fridays. Is that right?", "schedule"),
    ],
)  # fmt: skip
def test_what_is_pointed_at_is_no_background(question: str, ask: str) -> None:
    assert read(question).ask == ask
