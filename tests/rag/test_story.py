"""What a student tells of life before the question."""

from __future__ import annotations

import pytest

from tests.rag.shelf import conditions, read

TOLD = [
    ("I went to Rome last spring break, what math classes are 4 units", {"units any 4.0"}),
    ("been watching chess videos all summer, which math classes have no prereqs",
     {"prerequisites any False"}),
    ("I volunteer at the shelter on fridays, which math classes meet monday", {"day any Mon"}),
    ("I coach soccer on tuesdays, which math classes are there", {"day not Tue"}),
    ("I work at a cafe from 2, which math classes are there", {"end max 840"}),
    ("my son naps until 1, any math classes with 4 units", {"units any 4.0", "start min 780"}),
    ("my shift starts at 4 so which math classes end before then", {"end max 960"}),
    ("english nerd here, which math classes have no prereqs", {"prerequisites any False"}),
]  # fmt: skip


@pytest.mark.parametrize(("question", "filters"), TOLD)
def test_it_is_no_topic_and_no_term(question: str, filters: set[str]) -> None:
    query = read(question)
    assert (query.ask, query.topic) == ("list", "")
    assert conditions(query) == {"program any MATH", *filters}


@pytest.mark.parametrize(
    "question",
    [
        "I dropped econ last week and now I want history, what do they offer on fridays",
        "my sister raves about the history folks, what do they run on fridays",
        "changed my mind again, thinking history now. which classes do they have on fridays",
    ],
)
def test_they_are_the_department_last_named(question: str) -> None:
    query = read(question)
    assert (conditions(query), query.topic) == ({"program any HIST", "day any Fri"}, "")


def test_a_subject_by_day_is_no_subject_sought() -> None:
    query = read("econ major by day, my buddies keep telling me to take a history class")
    assert conditions(query) == {"program any HIST"}


def test_wishes_likes_and_free_days_are_kept() -> None:
    assert read("I love jazz, what history classes are there on friday").topic == "jazz"
    free = read("I'm free on tuesdays, which math classes are there")
    assert conditions(free) == {"program any MATH", "day only Tue"}


def test_what_is_told_after_the_question_is_left_out() -> None:
    query = read("when is CSCI 104? my friend begs me to join")
    assert (query.ask, query.codes) == ("schedule", ("CSCI 104L",))
