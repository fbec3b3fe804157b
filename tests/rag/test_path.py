"""Which of two courses comes first, what goes along with one, and the way to it."""

from __future__ import annotations

import pytest

from rag.catalogue import Catalogue
from rag.exact.needs import prerequisites, requires
from rag.fact import Asked, Facts
from rag.facts import WAY, facts
from rag.query import Query
from rag.requirements import Requirements
from tests.rag.courses import CATALOGUE, course

GRAPH = Requirements(CATALOGUE)


def asked(question: str, *codes: str) -> Asked:
    return Asked(Query(question, codes=codes), CATALOGUE, GRAPH)


def told(question: str, *codes: str) -> Facts:
    return requires(asked(question, *codes))


@pytest.mark.parametrize("codes", [("CSCI 270", "CSCI 104L"), ("CSCI 104L", "CSCI 270")])
def test_the_course_the_other_asks_for_comes_first(codes: tuple[str, str]) -> None:
    answer = told("should I take CSCI 270 or CSCI 104 first", *codes)
    assert answer.statement == "[CSCI 104L] comes first: [CSCI 270] asks for it."


def test_courses_without_a_tie_have_no_order() -> None:
    answer = told("which first, MATH 125 or CSCI 103", "MATH 125g", "CSCI 103L")
    assert answer.statement.startswith("Neither [MATH 125g] nor [CSCI 103L] is a prerequisite")


def test_in_order_to_asks_for_no_order() -> None:
    answer = told("need CSCI 104 in order to take CSCI 270?", "CSCI 270", "CSCI 104L")
    assert answer.values == ("Yes",)


def test_the_other_way_round_is_said() -> None:
    answer = told("is CSCI 270 needed for CSCI 104", "CSCI 104L", "CSCI 270")
    assert answer.values == ("No",)
    assert "other way round: CSCI 270 asks for CSCI 104L" in answer.statement


@pytest.mark.parametrize(
    "question",
    ["is there a way into CSCI 270 without CSCI 104", "CSCI 270 w/o CSCI 104, possible?",
     "if i bomb CSCI 104 can i still do CSCI 270"],
)  # fmt: skip
def test_without_it_turns_yes_and_no_round(question: str) -> None:
    assert told(question, "CSCI 270", "CSCI 104L").values == ("No",)


def test_what_is_known_of_corequisites_is_said() -> None:
    answer = prerequisites(asked("any coreqs for CSCI 270", "CSCI 270"))
    assert answer.statement.startswith(
        "The description of [CSCI 270] names no corequisite, and the file has no field for them. "
    )


@pytest.mark.parametrize(
    "question",
    ["fastest way to CSCI 270", "how many classes stand between me and CSCI 270",
     "shortest sequence to CSCI 270", "chain of courses up to CSCI 270", "now how far am i",
     "what are the steps to get to CSCI 270"],
)  # fmt: skip
def test_the_way_is_asked_for(question: str) -> None:
    assert WAY.search(question)
    assert not WAY.search("how long is CSCI 270")


@pytest.mark.parametrize(
    "question",
    ["lay out the sequence to CSCI 270", "what all do i gotta take before CSCI 270",
     "everything needed before CSCI 270, step by step", "map out the road to CSCI 270",
     "whole prerequisite list of CSCI 270", "CSCI 270 and the prereqs of its prereqs"],
)  # fmt: skip
def test_all_that_comes_before_is_asked_for(question: str) -> None:
    assert WAY.search(question)


def test_the_way_with_the_fewest_units_may_not_be_the_shortest() -> None:
    rows = (
        course("ACCT 470", "Last", prerequisites="1 from (ACCT 370 or ACCT 371)"),
        course("ACCT 370", "Middle", 8),
        course("ACCT 371", "Other", 3, prerequisites="BUAD 280"),
        course("BUAD 280", "First", 3),
    )
    catalogue = Catalogue(rows, "Spring 2024")
    graph = Requirements(catalogue)
    assert graph.path("ACCT 470") == ("ACCT 370", "ACCT 470")
    query = Query("to reach ACCT 470 w/ least units, where start?", "units", ("ACCT 470",))
    assert facts(query, catalogue, graph).statement == (
        "The way with the fewest units to [ACCT 470] is 3 courses: [BUAD 280], then [ACCT 371], "
        "then ACCT 470. Those before it are 6 units."
    )


def test_the_fewest_units_of_the_course_itself_are_no_way() -> None:
    query = Query("is CSCI 270 the minimum of 4 units", "units", ("CSCI 270",))
    assert facts(query, CATALOGUE, GRAPH).statement == "[CSCI 270] is 4 units."


@pytest.mark.parametrize(
    ("question", "kind"),
    [("how many units is the way to CSCI 270", "units"),
     ("how long is the road from zero to CSCI 270", "schedule")],
)  # fmt: skip
def test_units_of_the_way_are_no_units_of_the_course(question: str, kind: str) -> None:
    query = Query(question, kind, ("CSCI 270",))
    text = facts(query, CATALOGUE, GRAPH).statement
    assert text.startswith("The shortest way to [CSCI 270] is 5 courses:")


def test_all_that_is_done_first_is_no_way() -> None:
    assert not WAY.search("list everything that has to be done first to get into CSCI 270")
    assert not WAY.search("tell me everything I need to have passed before CSCI 270")
