"""What is told of things the file lacks, beside a question that it answers."""

from __future__ import annotations

import pytest

from tests.rag.shelf import read

C104 = "CSCI 104L"


@pytest.mark.parametrize(
    ("question", "ask"),
    [
        ("i work nights and my gpa is bad so when does CSCI 104 meet", "schedule"),
        ("my friend said the prof is great, who teaches CSCI 104", "instructor"),
        ("dont care if its hard. how many units is CSCI 104", "units"),
        ("how many units is CSCI 104, my scholarship needs me at twelve", "units"),
    ],
)
def test_a_lament_asks_for_nothing(question: str, ask: str) -> None:
    query = read(question)
    assert (query.ask, query.codes, query.missing) == (ask, (C104,), "")


def test_a_course_told_of_is_the_one_asked_about() -> None:
    query = read("everyone says CSCI 104 is a nightmare, how many units is it")
    assert (query.ask, query.codes) == ("units", (C104,))


def test_a_lament_leaves_the_conditions_of_a_list() -> None:
    query = read("my workload is insane this term so which math courses are 4 units")
    assert query.ask == "list"
    assert {f.field for f in query.filters} == {"program", "units"}


@pytest.mark.parametrize(
    "question",
    [
        "I heard CSCI 104 is hard, is it?",
        "my gpa is bad, what is the average grade in CSCI 104",
        "people say the workload of CSCI 104 is insane, true?",
    ],
)
def test_what_is_asked_of_the_lament_itself_is_refused(question: str) -> None:
    assert read(question).ask == "unavailable"
