"""Whether someone passed a course or is enrolled in it stands in no catalogue."""

from __future__ import annotations

import pytest

from rag.understanding.missing import OWN_RECORDS
from tests.rag.shelf import read


@pytest.mark.parametrize(
    "question",
    [
        "I'd like to know whether my daughter passed CSCI 104 last semester.",
        "can you check if my student is enrolled in CSCI 104",
        "has my advisee completed CSCI 104 yet?",
        "did i pass CSCI 104",
        "is my daughter's registration for CSCI 104 complete",
    ],
)
def test_a_record_is_refused(question: str) -> None:
    query = read(question)
    assert (query.ask, query.missing, query.codes) == ("unavailable", OWN_RECORDS, ("CSCI 104L",))


@pytest.mark.parametrize(
    "question",
    [
        "my daughter passed CSCI 104, may she take CSCI 270?",
        "tell me if i can take CSCI 270 having passed CSCI 104",
        "have I got everything for CSCI 270 if I passed CSCI 104",
        "has Ada Ferncastle ever taught CSCI 104",
    ],
)
def test_what_follows_from_a_course_passed_is_not(question: str) -> None:
    assert read(question).missing != OWN_RECORDS
