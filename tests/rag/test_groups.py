"""Several courses of a list held against each other, and one of two meant."""

from __future__ import annotations

import pytest

from tests.rag.shelf import after, conditions

PAIR = ("csci and psyc classes", ("CSCI 170", "PSYC 326"))


@pytest.mark.parametrize(
    "question", ["sorry no, I meant the maths one", "not that one, the discrete one"]
)
def test_after_one_of_two_a_correction_means_the_other(question: str) -> None:
    query = after(question, PAIR, ("when is the second", ("PSYC 326",)))
    assert (query.ask, query.codes) == ("schedule", ("CSCI 170",))


def test_two_of_a_list_are_meant_by_a_word_of_their_titles() -> None:
    listed = ("MATH 225", "MATH 235", "MATH 125g")
    query = after("do the two linear algebra ones clash", ("math classes", listed))
    assert (query.ask, query.codes) == ("schedule", listed[:2])


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("could I do both of the introduction ones or do they overlap?",
         ("CSCI 103L", "PSYC 100Lg")),
        ("do all three fit in one week?", ("CSCI 103L", "CSCI 104L", "PSYC 100Lg")),
        ("could i take all three, timewise?", ("CSCI 103L", "CSCI 104L", "PSYC 100Lg")),
        ("do I have to choose between them?", ("CSCI 103L", "CSCI 104L", "PSYC 100Lg")),
    ],
)  # fmt: skip
def test_several_of_a_list_are_held_against_each_other(
    question: str, codes: tuple[str, ...]
) -> None:
    listed = ("CSCI 103L", "CSCI 104L", "PSYC 100Lg")
    query = after(question, ("4 unit classes on fridays", listed))
    assert (query.ask, query.codes) == ("schedule", codes)


def test_the_other_two_of_a_list_are_held_against_each_other() -> None:
    listed = ("CSCI 103L", "CSCI 104L", "PSYC 100Lg")
    talk = (("4 unit classes on fridays", listed), ("what is the psych one about", ("PSYC 100Lg",)))
    query = after("do the other two overlap with each other?", *talk)
    assert (query.ask, query.codes) == ("schedule", ("CSCI 103L", "CSCI 104L"))


def test_of_two_that_fit_the_one_spoken_of_is_meant() -> None:
    listed = ("CSCI 467", "CSCI 567")
    first = ("tell me about the first one", ("CSCI 467",))
    talk = (("csci classes", listed), first, ("when is CSCI 104", ("CSCI 104L",)))
    query = after("would that overlap with the learning one?", *talk)
    assert query.codes == ("CSCI 104L", "CSCI 467")


def test_a_title_elsewhere_goes_before_a_part_of_one_of_the_department() -> None:
    talk = (("math classes", ("MATH 125g", "MATH 225")), ("when is MATH 225", ("MATH 225",)))
    query = after("does it overlap with the statistics course?", *talk)
    assert query.codes == ("MATH 225", "PSYC 274Lg")


def test_other_days_after_a_clash_are_those_of_the_list() -> None:
    listed = ("CSCI 103L", "CSCI 104L", "PSYC 100Lg")
    talk = (("4 unit classes on fridays", listed), ("what is the psych one about", ("PSYC 100Lg",)))
    clash = ("do the other two overlap with each other?", listed[:2])
    query = after("and Tue/Thu?", *talk, clash)
    assert conditions(query) == {"units any 4.0", "day all Tue,Thu"}
