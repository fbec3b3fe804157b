"""Whether a course named lets one into the one spoken of, or those told of into the one named."""

from __future__ import annotations

import pytest

from rag.catalogue import Catalogue
from rag.conversation import Turn
from rag.query import Query
from rag.question import Reader
from tests.rag.courses import course

READER = Reader(
    Catalogue(
        (
            course("CSCI 103L", "Introduction to Programming"),
            course("CSCI 104L", "Data Structures", prerequisites="CSCI 103"),
            course("CSCI 201", "Software Development", prerequisites="CSCI 104"),
            course("CSCI 270", "Algorithms", prerequisites="CSCI 104"),
        ),
        "Spring 2024",
    )
)


def after(question: str, *told: str) -> Query:
    return READER.read(question, [Turn(asked, "") for asked in told])


@pytest.mark.parametrize(
    "question",
    (
        "so with csci104 im good?",
        "does csci 104 work for that?",
        "is having csci 104 sufficient for it or do i still need something",
        "would CSCI 104 get me in",
        "um okay so i did take csci 104 does that mean i can go ahead and take that class",
        "what if I've taken CSCI 104",
    ),
)
def test_enough(question: str) -> None:
    query = after(question, "what are the prerequisites of CSCI 201")

    assert (query.ask, query.codes, query.taken) == ("eligible", ("CSCI 201",), ("CSCI 104L",))


@pytest.mark.parametrize("question", ("is CSCI 104 offered?", "who teaches CSCI 104"))
def test_another_course(question: str) -> None:
    query = after(question, "what are the prerequisites of CSCI 201")

    assert (query.codes, query.taken) == (("CSCI 104L",), ())


@pytest.mark.parametrize(
    "question",
    ("same background, would csci 270 work?", "csci 270 with those?", "and could I do csci 270?"),
)
def test_the_same_record(question: str) -> None:
    told = "I have taken CSCI 104, can I take CSCI 201", "how many units is CSCI 270"

    query = after(question, *told)

    assert (query.ask, query.codes, query.taken) == ("eligible", ("CSCI 270",), ("CSCI 104L",))


def test_meant_of_another() -> None:
    query = after("sorry i meant to ask it for csci270", "how many units is CSCI 201")

    assert (query.ask, query.codes) == ("units", ("CSCI 270",))
