"""What several courses open together, and which need them all."""

from __future__ import annotations

import pytest

from tests.rag.courses import READER, codes, say
from tests.rag.shelf import conditions

BOTH = ("CSCI 104L", "MATH 125g")


@pytest.mark.parametrize(
    "question",
    (
        "what can I take after CSCI 104 and MATH 125",
        "what do CSCI 104 and MATH 125 unlock",
        "what does having both CSCI 104 and MATH 125 open up?",
        "after CSCI 104 and MATH 125 what's next",
        "which courses become available once I finish CSCI 104 and MATH 125",
    ),
)
def test_courses_named_together_are_counted_together(question: str) -> None:
    query = READER.read(question)
    assert (query.ask, query.codes, query.taken) == ("eligible", (), BOTH)
    answer = say(question)
    assert codes(answer)[0] == "CSCI 270" and answer.total == 1


@pytest.mark.parametrize(
    ("question", "ask", "named"),
    [
        ("when do CSCI 104 and MATH 125 meet", "schedule", BOTH),
        ("can I take CSCI 270 after CSCI 104 and MATH 125", "eligible", ("CSCI 270",)),
        ("compare CSCI 104 and MATH 125", "compare", BOTH),
    ],
)
def test_what_else_is_asked_of_several_stays(
    question: str, ask: str, named: tuple[str, ...]
) -> None:
    query = READER.read(question)
    assert (query.ask, query.codes) == (ask, named)


@pytest.mark.parametrize(
    "question",
    ("what needs both CSCI 104 and MATH 125", "courses that require both CSCI 104 and MATH 125"),
)
def test_a_course_that_needs_both_is_sought(question: str) -> None:
    query = READER.read(question)
    assert (query.ask, conditions(query)) == ("list", {"needs all CSCI 104,MATH 125"})
