"""What the course spoken of has in it, which is no search for courses."""

from __future__ import annotations

import pytest

from rag.catalogue import Catalogue
from rag.conversation import Turn
from rag.query import Query
from rag.question import Reader
from tests.rag.courses import course

OCEANS = "The oceans and their currents. One all-day field trip required."
READER = Reader(
    Catalogue(
        (
            course("GEOL 107Lg", "Oceanography", description=OCEANS),
            course("GEOL 105Lg", "Planet Earth", description="Volcanoes; a field trip."),
            course("PHED 115", "Surfing", 1, description="Waves and boards."),
            course("PHED 120", "Yoga", 1, description="Breath."),
        ),
        "Spring 2024",
    )
)


def after(question: str) -> Query:
    """The question after one on a single course."""
    asked = "when does GEOL 107 meet"
    told = Turn(asked, "[GEOL 107Lg] meets.", READER.read(asked), ("GEOL 107Lg",))
    return READER.read(question, [told])


@pytest.mark.parametrize(
    "question",
    [
        "Is there a field trip?",
        "are there any field trips in it",
        "ok, any field trips involved?",
        "will there be guest speakers?",
        "is there any group work in that class?",
        "are there currents in it?",
    ],
)
def test_what_a_course_has_in_it_is_asked_of_that_course(question: str) -> None:
    query = after(question)
    assert (query.ask, query.codes) == ("description", ("GEOL 107Lg",))
    assert query.topic and query.follows


@pytest.mark.parametrize(
    "question",
    [
        "is there a class on volcanoes?",
        "is there one about volcanoes",
        "is there surfing?",
        "is there anything on mondays",
        "are there others with a field trip?",
    ],
)
def test_courses_that_are_sought_are_not_in_it(question: str) -> None:
    assert after(question).codes != ("GEOL 107Lg",)


def test_a_field_of_the_file_is_no_part_of_a_description() -> None:
    assert after("is there a prerequisite?").ask == "prerequisites"
    assert after("is there a lab?").ask != "description"
    assert after("is there a final exam").ask == "unavailable"


def test_nothing_is_in_a_course_before_one_was_spoken_of() -> None:
    assert READER.read("is there a field trip?").codes == ()
