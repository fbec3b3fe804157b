"""A list ranked in few words, and asked for again with a condition kept or in another's place."""

from __future__ import annotations

import pytest

from rag.conversation import Turn
from tests.rag.shelf import conditions, read

FIRST = "math classes on mondays"
LISTED = ("MATH 125g", "MATH 126g", "MATH 129")


def after() -> list[Turn]:
    return [Turn(FIRST, "3.", read(FIRST), LISTED)]


@pytest.mark.parametrize(
    "question",
    ["earliest out of them", "which is earliest", "which later", "latest one?", "the later one"],
)
def test_the_list_shown_is_ranked(question: str) -> None:
    query = read(question, after())
    assert (query.ask, query.topic) == ("list", "")
    assert conditions(query) == {"code any " + ",".join(LISTED)}


def test_a_condition_in_the_place_of_one_they_met_lets_others_in() -> None:
    asked = "which of those are 4 units"
    history = [*after(), Turn(asked, "2.", read(asked, after()), LISTED[:2])]
    query = read("and tuesday instead", history)
    assert conditions(query) == {"program any MATH", "units any 4.0", "day any Tue"}
    query = read("now same for wednesday not monday", history)
    assert {"program any MATH", "units any 4.0", "day any Wed"} <= conditions(query)


def test_the_same_condition_is_asked_of_another_subject() -> None:
    one = Turn("who teaches math 125", "Nobody.", read("who teaches math 125"), LISTED[:1])
    query = read("same monday thing but history", [*after(), one])
    assert conditions(query) == {"program any HIST", "day any Mon"}


def test_what_is_dropped_and_what_is_new_are_told_apart() -> None:
    query = read("drop the monday, after 3pm", after())
    assert conditions(query) == {"program any MATH", "start min 900"}


def test_what_a_course_unlocks_is_narrowed_in_few_words() -> None:
    asked = "what does CSCI 104 unlock"
    history = [Turn(asked, "3.", read(asked), ("CSCI 201", "CSCI 270", "CSCI 310"))]
    assert conditions(read("before noon", history)) == {"needs any CSCI 104", "start max 719"}
    alone = read("only ones needing just 104", history)
    assert conditions(alone) == {"needs any CSCI 104", "needs only CSCI 104"}
