"""The prompt stays within its budget, shows the courses the answer rests on, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.conversation import Turn
from rag.course import Course, Hit, Section
from rag.fact import Facts
from rag.prompt import BUDGET, SYSTEM, Message, courses, messages, record
from rag.query import Query
from tests.rag.courses import CATALOGUE, COURSES, ask

NONE = Facts((), "", (), ())
LONG = tuple(replace(c, description="word " * 400) for c in COURSES[:6])
HITS = tuple(Hit(c, 0.5) for c in LONG)


def count(built: Sequence[Message]) -> int:
    """Tokens as a model would have them, about: four letters each, and some for the template."""
    return sum(5 + len(message["content"]) // 4 for message in built)


def build(
    question: str = "something about lists",
    facts: Facts = NONE,
    hits: Sequence[Hit] = (),
    history: Sequence[Turn] = (),
    budget: int = BUDGET,
    **more: object,
) -> list[Message]:
    query = Query(question, **{"ask": "recommend", **more})  # type: ignore[arg-type]
    return messages(query, facts, hits, history, count, budget)


def test_the_system_part_is_first_and_always_the_same() -> None:
    for built in (build(), build(hits=HITS), build(facts=ask("units", "CSCI 104L"))):
        assert built[0] == {"role": "system", "content": SYSTEM}
        assert [m["role"] for m in built] == ["system", "user"]


def test_the_question_comes_last() -> None:
    built = build("how many units?", ask("units", "CSCI 104L"), ask="units")
    assert built[-1]["content"].splitlines()[-1] == "Question: how many units?"


def test_facts_are_given_line_by_line() -> None:
    facts = ask("units", "CSCI 104L")
    content = build("how many units?", facts, ask="units")[-1]["content"].splitlines()
    assert content[:3] == ["Facts:", "CSCI 104L is 4 units.", "Courses:"]
    assert content[3].startswith(
        "[CSCI 104L] Data Structures | 4 units | needs CSCI 103 and CSCI 170"
    )


def test_a_record_is_one_line_of_what_is_known() -> None:
    assert record(CATALOGUE.by_code["CSCI 104L"], 3) == (
        "[CSCI 104L] Data Structures | 4 units | needs CSCI 103 and CSCI 170 | "
        "Tue, Thu 2:00-3:20pm | taught by Ada Example, Bo Sample | Lists, trees and"
    )
    assert record(CATALOGUE.by_code["CHEM 050x"], 60) == (
        "[CHEM 050x] Fundamentals of Chemistry | 4 units | needs CHEM 050"
    )
    unknown = Course("CSCI 499", "Special Topics", "One\ntwo", 2, 4, 8, sections=(Section(),))
    assert record(unknown, 60) == (
        "[CSCI 499] Special Topics | 2-4 units, max 8 | time to be announced | One two"
    )


def test_courses_are_those_the_facts_rest_on() -> None:
    facts = ask("units", "CSCI 104L")
    assert [c.code for c in courses(Query("", "units"), facts, HITS)] == ["CSCI 104L"]


@pytest.mark.parametrize(
    ("asked", "shown"), [("recommend", 6), ("other", 6), ("units", 0), ("count", 0)]
)
def test_without_facts_courses_are_shown_where_descriptions_answer(asked: str, shown: int) -> None:
    assert len(courses(Query("", asked), NONE, HITS)) == shown


@pytest.mark.parametrize("budget", [600, 400, 250, 150, 100])
def test_long_descriptions_are_cut_to_the_budget(budget: int) -> None:
    built = build(hits=HITS, budget=budget)
    assert count(built) <= budget
    assert built[-1]["content"].endswith("Question: something about lists")


def test_a_larger_budget_shows_more() -> None:
    sizes = [count(build(hits=HITS, budget=budget)) for budget in range(80, 900, 20)]
    assert sizes == sorted(sizes)
    assert len(set(sizes)) > 4
    assert build(hits=HITS)[-1]["content"].count("| 4 units |") == 5


def test_many_long_facts_are_cut_from_their_end() -> None:
    lines = tuple(f"fact {n} " + "word " * 30 for n in range(60))
    built = build(facts=Facts(lines, "x", (), LONG), hits=HITS)
    assert count(built) <= BUDGET
    content = built[-1]["content"]
    assert "fact 0 " in content
    assert "fact 59 " not in content
    assert "Question: something about lists" in content


@pytest.mark.parametrize(
    "question", ["word " * 400, "w" * 2000, "日本 " * 660, "start" + "-" * 1990 + "end"]
)
def test_a_question_as_long_as_may_be_keeps_to_the_budget(question: str) -> None:
    facts = ask("description", "CSCI 104L")
    assert count(build(question, facts, HITS)) <= BUDGET
    built = build(question, facts, HITS, budget=200)
    assert count(built) <= 200
    said = built[-1]["content"].removeprefix("Question: ")
    assert said[:2] == question[:2]
    assert said[-2:] == question[-2:]


TURN = Turn("what is CSCI 104?", "[CSCI 104L] is Data Structures.")


def test_the_turn_before_is_there_where_the_question_leans_on_it() -> None:
    built = build("and its units?", history=(Turn("hi", "hello"), TURN), follows=True)
    assert [m["role"] for m in built] == ["system", "user", "assistant", "user"]
    assert built[1]["content"] == TURN.question
    assert built[2]["content"] == TURN.answer


def test_the_conversation_is_left_out_where_it_does_not() -> None:
    assert build(history=(TURN,), follows=False) == build()
    assert build(history=(), follows=True) == build()


def test_a_long_conversation_keeps_to_the_budget() -> None:
    turns = tuple(Turn("question " * 200, "answer " * 800) for _ in range(50))
    for budget in (600, 300, 150):
        assert count(build(hits=HITS, history=turns, follows=True, budget=budget)) <= budget


@given(
    st.text(max_size=300),
    st.lists(st.text(max_size=300), max_size=8),
    st.integers(0, 6),
    st.integers(90, 700),
    st.booleans(),
)
def test_no_input_exceeds_the_budget(
    question: str, lines: list[str], n: int, budget: int, follows: bool
) -> None:
    facts = Facts(tuple(lines), "x", (), ())
    built = build(question, facts, HITS[:n], (TURN,), budget=budget, follows=follows)
    assert count(built) <= budget
    assert built[-1]["content"].rpartition("Question: ")[1]
