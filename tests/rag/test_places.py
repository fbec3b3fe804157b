"""Several courses of a list meant together, and lists that a question goes back to."""

from __future__ import annotations

import pytest

from tests.rag.shelf import conditions, converse, read
from tests.rag.test_shown import LISTED, after

LIST = ("4 unit csci classes", LISTED)


@pytest.mark.parametrize(
    ("question", "ask", "codes"),
    [
        ("who teaches the first two", "instructor", LISTED[:2]),
        ("when do the last three meet", "schedule", LISTED[-3:]),
        ("how many units is each of the first 2", "units", LISTED[:2]),
        ("prereqs for the top three?", "prerequisites", LISTED[:3]),
        ("do the first two overlap", "schedule", LISTED[:2]),
    ],
)
def test_the_first_few_are_meant_together(question: str, ask: str, codes: tuple[str, ...]) -> None:
    query = after(question, LIST)
    assert (query.ask, query.codes, query.follows) == (ask, codes, True)


def test_places_stay_those_of_the_list_after_some_of_it_were_looked_up() -> None:
    query = after("and the last two?", LIST, ("who teaches the first two", LISTED[:2]))
    assert (query.ask, query.codes) == ("instructor", LISTED[-2:])


def test_a_condition_on_the_first_two_narrows_them() -> None:
    query = after("which of the first two are on mondays", LIST)
    assert conditions(query) == {f"code any {','.join(LISTED[:2])}", "day any Mon"}


@pytest.mark.parametrize("question", ["the first two weeks", "in my first two years"])
def test_times_are_no_places(question: str) -> None:
    assert LISTED[1] not in after(question, LIST).codes


def test_each_is_asked_of_all_after_one_of_them() -> None:
    pair = ("csci 103 and csci 170 classes", ("CSCI 103L", "CSCI 170"))
    query = after("how many units is each", pair, ("when is the second", ("CSCI 170",)))
    assert (query.ask, query.codes) == ("units", ("CSCI 103L", "CSCI 170"))


NARROWED = (LIST, ("only on fridays", LISTED[:2]), ("when is csci 270", ("CSCI 270",)))


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("back to that filtered list, compare the first two", LISTED[:2]),
        ("back to the original list. compare the last two", LISTED[-2:]),
    ],
)
def test_a_question_goes_back_to_a_list(question: str, codes: tuple[str, ...]) -> None:
    query = after(question, *NARROWED)
    assert (query.ask, query.codes, query.text) == ("compare", codes, question)


def test_going_back_alone_shows_the_list_before_the_last() -> None:
    query = after("go back to the first list", *NARROWED)
    assert (query.ask, conditions(query)) == ("list", {"program any CSCI", "units any 4.0"})
    query = read("nah go back. only on mondays", converse(*NARROWED[:2]))
    assert conditions(query) == {"program any CSCI", "units any 4.0", "day only Mon"}


def test_what_they_have_in_common_is_asked_of_all() -> None:
    pair = ("compare csci 104 and csci 270", ("CSCI 104L", "CSCI 270"))
    for question in ("who do they have in common", "same prof?", "do they share an instructor"):
        query = after(question, pair)
        assert (query.ask, query.codes) == ("instructor", ("CSCI 104L", "CSCI 270"))


def test_the_others_are_the_list_less_the_one_spoken_of() -> None:
    talk = (LIST, ("prereqs for csci 103", ("CSCI 103L",)))
    query = after("I've done that one. which of the others is open to me", *talk)
    assert (query.ask, query.taken) == ("eligible", ("CSCI 103L",))
    assert conditions(query) == {f"code any {','.join(LISTED[1:])}"}


@pytest.mark.parametrize(
    ("question", "ask", "code"),
    [
        ("the second to last, who runs it", "instructor", LISTED[-2]),
        ("penultimate one, units", "units", LISTED[-2]),
        ("when is the next to last one", "schedule", LISTED[-2]),
    ],
)
def test_places_are_counted_from_the_end(question: str, ask: str, code: str) -> None:
    query = after(question, LIST)
    assert (query.ask, query.codes) == (ask, (code,))


def test_the_middle_one_is_meant_of_an_odd_list() -> None:
    three = ("4 unit csci classes", LISTED[:3])
    assert after("whats the middle one about", three).codes == (LISTED[1],)
    assert after("who teaches the middle one", LIST).codes != (LISTED[1],)


def test_the_first_bunch_is_the_first_list() -> None:
    query = after("so which of that first bunch have no prereqs", *NARROWED)
    assert conditions(query) == {f"code any {','.join(LISTED)}", "prerequisites any False"}


def test_short_forms_mean_the_list() -> None:
    for question in ("compare em", "compare 'em", "compare tehm"):
        query = after(question, LIST)
        assert (query.ask, query.codes) == ("compare", LISTED)
    assert after("which of those are done by 12:30", LIST).taken == ()


@pytest.mark.parametrize(
    "question",
    [
        "of the ones you've shown, i'd like to know what the second deals with",
        "okay the one after the first one, like what is that about",
        "give me the lowdown on that second class",
    ],
)
def test_what_the_second_is_about(question: str) -> None:
    query = after(question, LIST)
    assert (query.ask, query.codes) == ("description", LISTED[1:2])


@pytest.mark.parametrize(
    ("question", "ask", "code"),
    [
        ("Not the first, the one right after it: what is that course about?", "description", 1),
        ("what about the one after the second", "description", 2),
        ("who teaches the one just above the third?", "instructor", 1),
        ("not the first one but the third, how many units", "units", 2),
        ("can you say more about the second one you listed", "description", 1),
    ],
)
def test_a_place_is_told_by_another(question: str, ask: str, code: int) -> None:
    query = after(question, LIST)
    assert (query.ask, query.codes) == (ask, (LISTED[code],))


def test_a_number_after_what_is_asked_is_a_place() -> None:
    query = after("Can you pull up the units on 2?", LIST)
    assert (query.ask, query.codes) == ("units", (LISTED[1],))
