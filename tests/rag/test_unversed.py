"""Who brings nothing along, told of a list."""

from __future__ import annotations

import pytest

from tests.rag.shelf import conditions
from tests.rag.test_shown import after

FREE = {"program any CSCI", "units any 4.0", "prerequisites any False"}


@pytest.mark.parametrize(
    "question",
    [
        "which can i take with no background",
        "ive never programmed, which one",
        "i have never done it before. which should i take",
        "never tried any of this, what would be good",
        "which one could i start without any experience",
        "i don't know how to code, which one is for me",
        "my son has never programmed. which would suit him",
    ],
)
def test_of_the_list_those_without_prerequisites_are_meant(question: str) -> None:
    query = after(question)
    assert (query.ask, conditions(query), query.topic) == ("list", FREE, "")


@pytest.mark.parametrize(
    "question",
    [
        "i have never seen a film class, is there one on mondays",
        "i've never taken csci 104, which can i take",
        "i never liked math. when is the discrete one",
    ],
)
def test_what_is_no_lack_of_skill_leaves_the_list_as_it_is(question: str) -> None:
    assert "prerequisites any False" not in conditions(after(question))
