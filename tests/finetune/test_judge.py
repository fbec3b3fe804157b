"""Answers are right when they say the values and cite the course, and no other."""

from __future__ import annotations

from typing import Any

import pytest

from finetune.judge import Verdict, judge, rates, refuses, says

PROMPT = "Courses:\n[CSCI 104L] Data Structures | 4 units\n[MATH 225] Linear Algebra | 4 units"


def row(gold: str, **more: Any) -> dict[str, Any]:
    messages = [
        {"role": "user", "content": PROMPT + "\nQuestion: how many units is CSCI 104?"},
        {"role": "assistant", "content": gold},
    ]
    return {"messages": messages, "values": [], "codes": [], "refused": False, **more}


UNITS = row("[CSCI 104L] is 4 units.", values=["4 units"], codes=["CSCI 104L", "MATH 225"])
REFUSAL = row("The courses I was given don't say that.", refused=True)


@pytest.mark.parametrize(
    ("one", "answer", "expected"),
    [
        (UNITS, "[CSCI 104L] carries 4  Units.", Verdict(True, False, False)),
        (UNITS, "[MATH 225] is 4 units.", Verdict(False, False, False)),
        (UNITS, "[CSCI 104L] is 14 units.", Verdict(False, False, False)),
        (UNITS, "[CSCI 104L] is 4 units, so is [CSCI 999].", Verdict(False, False, True)),
        (UNITS, "The courses I was given don't say that.", Verdict(False, True, False)),
        (REFUSAL, "The courses I was given don't say that.", Verdict(True, True, False)),
        (REFUSAL, "[CSCI 104L] is 4 units.", Verdict(False, False, False)),
        (REFUSAL, "That is not in the file; see [BUAD 111].", Verdict(False, True, True)),
        (
            row("[MATH 225] fits.", codes=["MATH 225"]),
            "Try [MATH 225].",
            Verdict(True, False, False),
        ),
        (row("[MATH 225] fits.", codes=["MATH 225"]), "Try it.", Verdict(False, False, False)),
    ],
)
def test_an_answer_is_judged(one: dict[str, Any], answer: str, expected: Verdict) -> None:
    assert judge(one, answer) == expected


def test_a_refusal_is_told_by_its_first_sentence() -> None:
    assert refuses("CSCI 999 is not in the Spring 2024 file; the nearest code there: CSCI 104L.")
    assert not refuses("[CSCI 270] requires CSCI 104. CSCI 104 is not in the Spring 2024 file.")


def test_a_value_stands_as_words_of_its_own() -> None:
    assert says("I count 75 courses.", "75")
    assert not says("I count 175 courses.", "75")
    assert not says("It is 4.5 units", "5 units")
    assert not says("It is 2.5.", "2")


def test_rates_are_shares_of_what_they_are_about() -> None:
    right, wrong, shy = (
        Verdict(True, False, False),
        Verdict(False, False, True),
        Verdict(False, True, False),
    )
    record = UNITS | {"grounded": False}
    rows = [UNITS, UNITS, record, REFUSAL]
    found = rates(rows, [right, wrong, shy, Verdict(True, True, False)])
    shares = {"right": 1 / 3, "from facts": 1 / 2, "shy": 1 / 3, "invented": 1 / 4}
    assert found == shares | {"refused": 1.0}


def test_a_value_may_stand_in_the_plural() -> None:
    assert says("It lasts 2 hours.", "2 hour")
    assert not says("It lasts 2 hourly slots.", "2 hour")
