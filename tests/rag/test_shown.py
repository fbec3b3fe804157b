"""Courses of the talk named by words of their titles, their teachers, or their place in it."""

from __future__ import annotations

import pytest

from rag.conversation import Turn
from rag.query import Query
from tests.rag.shelf import read

LISTED = ("CSCI 103L", "CSCI 104L", "CSCI 170", "PSYC 100Lg")


def told(*turns: tuple[str, tuple[str, ...]]) -> list[Turn]:
    """The turns of a talk: each question with the courses of its answer."""
    history: list[Turn] = []
    for question, codes in turns:
        history.append(Turn(question, "", read(question, history), codes))
    return history


def after(question: str, *turns: tuple[str, tuple[str, ...]]) -> Query:
    return read(question, told(*turns or (("4 unit csci classes", LISTED),)))


@pytest.mark.parametrize(
    ("question", "ask", "code"),
    [
        ("the programming one, what time", "schedule", "CSCI 103L"),
        ("ooh data structures!! any prereqs for that", "prerequisites", "CSCI 104L"),
        ("discrete methods sounds cool when is that", "schedule", "CSCI 170"),
        ("who teaches the psych one", "instructor", "PSYC 100Lg"),
        ("when is the Quillby one", "schedule", "CSCI 170"),
        ("the psychology class: who teaches it", "instructor", "PSYC 100Lg"),
        ("what does that discrete course require", "prerequisites", "CSCI 170"),
        ("and programming one units", "units", "CSCI 103L"),
    ],
)
def test_one_of_a_list_is_named_by_words_of_its_own(question: str, ask: str, code: str) -> None:
    query = after(question)
    assert (query.ask, query.codes, query.follows) == (ask, (code,), True)


@pytest.mark.parametrize(
    "question", ["only the 4 unit ones", "anything about programming", "the first one, units"]
)
def test_conditions_topics_and_places_are_no_titles(question: str) -> None:
    assert after(question).codes in ((), LISTED[:1])


def test_a_course_of_a_list_before_the_last_is_still_known() -> None:
    query = after(
        "and the discrete one, who",
        ("4 unit csci classes", LISTED),
        ("when is csci 104", ("CSCI 104L",)),
        ("psyc classes", ("PSYC 274Lg", "PSYC 326")),
    )
    assert (query.ask, query.codes) == ("instructor", ("CSCI 170",))


def test_the_one_meant_is_asked_what_was_asked() -> None:
    query = after("no wait I meant the one for engineers", ("when is calc 2", ("MATH 126g",)))
    assert (query.ask, query.codes) == ("schedule", ("MATH 129",))


def test_a_version_of_the_course_named_beside_it_is_meant() -> None:
    query = after("units of calc 2, the engineer version", ("when is math 125", ("MATH 125g",)))
    assert (query.ask, query.codes) == ("units", ("MATH 129",))


def test_a_bare_number_is_that_of_a_course_shown() -> None:
    query = after("590, how many units", ("research", ("MATH 590", "PHYS 590")), ("hi", ()))
    assert query.codes == ("MATH 590",)
    talk = (("units of psyc 100", ("PSYC 100Lg",)), ("math 125 units", ("MATH 125g",)))
    assert after("and 100?", *talk).codes == ("PSYC 100Lg",)


@pytest.mark.parametrize("question", ["skip 104, when is 170", "swap 104", "would 104 hit 170"])
def test_a_verb_before_a_number_is_no_department(question: str) -> None:
    query = after(question, ("units of csci 103", ("CSCI 103L",)))
    assert not query.unknown and query.codes[0].startswith("CSCI")


def test_a_subject_before_a_number_is_told_in_the_title() -> None:
    query = after("stats 274, time?", ("units of psyc 100", ("PSYC 100Lg",)))
    assert (query.ask, query.codes, query.unknown) == ("schedule", ("PSYC 274Lg",), ())


SPOKEN = (("when is csci 103", ("CSCI 103L",)), ("when is csci 270", ("CSCI 270",)))


@pytest.mark.parametrize(
    ("question", "code"),
    [("the other one then, who teaches it", "CSCI 103L"),
     ("back to first. units?", "CSCI 103L"),
     ("go back to the other one, units", "CSCI 104L")],
)  # fmt: skip
def test_the_other_one_is_the_one_spoken_of_before(question: str, code: str) -> None:
    listed = (("csci classes", LISTED),) if "go back" in question else ()
    assert after(question, *listed, *SPOKEN).codes == (code,)


def test_what_opens_up_after_a_course_is_what_it_unlocks() -> None:
    for question in ("assuming I finish 104 what opens up", "and after that"):
        query = after(question, ("units of csci 104", ("CSCI 104L",)))
        assert (query.ask, query.codes) == ("unlocks", ("CSCI 104L",))
    query = after("Last step?", ("what does csci 103 unlock", ("CSCI 103L", "CSCI 104L")))
    assert (query.ask, query.codes) == ("unlocks", ("CSCI 104L",))
