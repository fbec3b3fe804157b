"""What comes after a course, in words that name no question for it."""

from __future__ import annotations

import pytest

from tests.rag.shelf import read

ONWARD = (
    "Having CSCI 104 lets me continue with...?",
    "post-CSCI 104, next steps?",
    "after CSCI 104, what?",
    "once CSCI 104 is over, next?",
    "CSCI 104 follow-up?",
    "passing CSCI 104 allows me to go on to",
    "next step past CSCI 104?",
    "CSCI 104 -> ?",
)


@pytest.mark.parametrize("question", ONWARD)
def test_what_comes_after_a_course_is_what_it_unlocks(question: str) -> None:
    query = read(question)
    assert (query.ask, query.codes) == ("unlocks", ("CSCI 104L",))


def test_other_words_on_a_course_are_not_taken_for_it() -> None:
    assert read("what is CSCI 104").ask == "description"
    assert read("when is CSCI 104 next").missing == "other terms"
