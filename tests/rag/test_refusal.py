"""One honest sentence where the file has no answer, without citations."""

from __future__ import annotations

from rag.catalogue import Catalogue
from rag.facts import facts
from rag.query import Query
from rag.requirements import Requirements
from tests.rag.courses import ask, say


def test_what_the_file_lacks_is_said_with_what_it_holds() -> None:
    answer = ask("unavailable", missing="grades")
    assert answer.statement == (
        "The Spring 2024 file says nothing about grades; it has units, prerequisites, "
        "restrictions, a description and one section with days, time and instructor for each "
        "course."
    )
    assert answer.refused and answer.courses == ()


def test_for_a_course_named_what_is_known_of_it_is_offered() -> None:
    answer = ask("unavailable", "CSCI 104L", missing="workload")
    assert answer.statement == (
        "The Spring 2024 file says nothing about workload; what it does say is that CSCI 104L is "
        "4 units and meets Tue, Thu 2:00-3:20pm."
    )
    assert answer.refused and answer.courses == ()


def test_a_code_far_from_all_others_is_refused_without_an_offer() -> None:
    answer = ask("units", unknown=("ZZZ 101",))
    assert answer.statement == "ZZZ 101 is not in the Spring 2024 file."


def test_a_number_without_letters_asks_for_the_department() -> None:
    answer = ask("units", unknown=("104",))
    assert answer.statement == (
        "Which department's 104 do you mean? Give me the letters too, for example CSCI 104L."
    )
    assert answer.refused
    nowhere = ask("units", unknown=("371",))
    assert "no department in the Spring 2024 file has that number" in nowhere.statement


def test_a_greeting_is_answered_with_what_can_be_asked() -> None:
    empty = Catalogue((), "Spring 2024")

    def said(text: str) -> str:
        answer = facts(Query(text, "smalltalk"), empty, Requirements(empty))
        assert not answer.refused
        return answer.statement

    assert said("hey!").startswith("Hello! I can tell you about USC's Spring 2024 courses")
    assert said("ok thx").startswith("You're welcome!")
    assert said("bye").startswith("Goodbye")


def test_the_term_of_the_file_is_told() -> None:
    answer = say("what term is this data from")
    assert not answer.refused and answer.statement.startswith("All I have is the Spring 2024 file")
    assert say("what term will CSCI 104 be offered again").refused
