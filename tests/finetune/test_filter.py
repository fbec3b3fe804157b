"""The filter keeps an example once, and none that is too long or contradicts itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from finetune.examples import Example
from finetune.exchange import Dropped
from finetune.filter import LONGEST, Filter
from rag.prompt import BUDGET
from tests.stand_ins import FakeGenerator

COUNT = FakeGenerator().count


def example(question: str, answer: str, **more: object) -> Example:
    messages = (
        {"role": "system", "content": "Answer."},
        {"role": "user", "content": question},
        {"role": "assistant", "content": answer},
    )
    plain = Example(messages, (2,), "units", "single", (), (), (), False, ("units:1",), True)
    return replace(plain, **more)  # type: ignore[arg-type]


def reason(*examples: Example) -> str:
    """Why the last of the examples is dropped, the others being kept."""
    sieve = Filter(COUNT)
    *first, last = examples
    for one in first:
        sieve.check(one)
    with pytest.raises(Dropped) as dropped:
        sieve.check(last)
    return str(dropped.value.args[0])


GOOD = example("Units of CSCI 104L?", "[CSCI 104L] is 4 units.", values=("4 units",))


def test_a_good_example_is_kept_but_once() -> None:
    assert reason(GOOD, GOOD) == "duplicate"


def test_one_prompt_has_one_answer() -> None:
    other = example("Units of CSCI 104L?", "[CSCI 104L] has 4 units.")
    assert reason(GOOD, other) == "two answers to one prompt"


def test_a_prompt_over_the_budget_and_an_answer_over_the_limit_are_dropped() -> None:
    assert reason(example("word " * (BUDGET + 1), "Yes.")) == "over-long prompt"
    assert reason(example("Why?", "word " * (LONGEST + 1))) == "over-long answer"


def test_a_value_left_out_is_no_answer() -> None:
    assert reason(example("Units?", "[CSCI 104L] is a course.", values=("4 units",))) == (
        "value left out"
    )


@pytest.mark.parametrize(
    ("answer", "more"),
    [
        ("The courses I was given don't say that of [CSCI 104L].", {"refused": True}),
        ("No, [CSCI 104L] is 4 units.", {"values": ("Yes",)}),
        ("Yes and No.", {"values": ("Yes", "No")}),
    ],
)
def test_an_answer_that_contradicts_its_marks_is_dropped(
    answer: str, more: dict[str, object]
) -> None:
    assert reason(example("Is it?", answer, **more)) == "self-contradicting"
