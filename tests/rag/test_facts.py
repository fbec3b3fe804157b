"""Every kind of question reaches its exact answer."""

from __future__ import annotations

import re

import pytest

from rag.catalogue import Catalogue
from rag.facts import ASKS, facts
from rag.query import ASKS as ALL_ASKS
from rag.query import Filter, Query
from rag.requirements import Requirements
from tests.rag.courses import CATALOGUE, COURSES, READER, REQUIREMENTS, ask, codes, say

CITED = re.compile(r"\[([^\]]+)\]")
UPPER = Filter("level", ("upper",))


def test_there_is_a_function_for_each_kind_of_question() -> None:
    assert set(ASKS) == set(ALL_ASKS)


@pytest.mark.parametrize("kind", ALL_ASKS)
@pytest.mark.parametrize("named", [(), ("CSCI 104L",), ("CSCI 103L", "CSCI 104L", "CSCI 585")])
@pytest.mark.parametrize("filters", [(), (UPPER,), (Filter("day", ("Fri",), "not"),)])
@pytest.mark.parametrize("taken", [(), ("CSCI 103", "CSCI 170")])
@pytest.mark.parametrize("unknown", [(), ("CSCI 999",)])
def test_every_answer_cites_its_courses_once_and_holds_its_values(
    kind: str, named: tuple[str, ...], filters: tuple[Filter, ...], taken: tuple[str, ...],
    unknown: tuple[str, ...],
) -> None:  # fmt: skip
    answer = ask(
        kind,
        *named,
        filters=filters,
        taken=taken,
        unknown=unknown,
        hits=("AHIS 120g",),
        missing="x",
    )
    cited = CITED.findall(answer.statement)
    assert cited == list(dict.fromkeys(cited)), answer.statement
    assert answer.statement and answer.lines
    assert cited == codes(answer)
    assert all(value in answer.statement for value in answer.values)
    assert not any("[" in line or "\n" in line for line in answer.lines)
    assert not answer.refused or (answer.courses, answer.values) == ((), ())
    assert "only offered" not in answer.statement and "  " not in answer.statement


def test_a_code_outside_the_file_is_refused_with_the_nearest_real_ones() -> None:
    answer = ask("units", unknown=("CSCI 105",))
    assert answer.refused and answer.courses == ()
    assert answer.statement == (
        "CSCI 105 is not in the Spring 2024 file; "
        "the nearest codes there: CSCI 104L, CSCI 103L and CSCI 170."
    )


def test_another_part_of_the_same_course_is_offered_first() -> None:
    answer = ask("units", unknown=("CHEM 105C",))
    assert answer.statement.endswith("the nearest codes there: CHEM 105aLg and CHEM 105bL.")


def test_an_unknown_code_beside_a_known_one_is_named_and_the_known_one_answered() -> None:
    answer = ask("units", "CSCI 104L", unknown=("CSCI 999",))
    assert answer.statement == "[CSCI 104L] is 4 units. CSCI 999 is not in the Spring 2024 file."
    assert not answer.refused


def test_a_look_up_of_many_courses_is_a_list() -> None:
    answer = ask("units", filters=(Filter("program", ("MATH",)),))
    assert answer.total == 1 and codes(answer) == ["MATH 125g"]


def test_conditions_on_one_course_are_answered_with_yes_or_no() -> None:
    assert (
        ask("other", "CSCI 104L", filters=(UPPER,)).statement
        == "No. [CSCI 104L] is lower division."
    )
    yes = ask("list", "CSCI 270", filters=(Filter("units", (4,)), Filter("day", ("Mon",))))
    assert yes.statement == (
        "Yes. [CSCI 270] is 4 units and meets Mon, Wed 10:00-11:20am. "
        "That is the section in the file; there may be others."
    )
    unknown = ask("other", "CSCI 499", filters=(Filter("day", ("Fri",), "not"),))
    assert unknown.statement.startswith("The file does not say. ") and unknown.values == ()


def test_nothing_recognised_gives_the_best_hit_or_a_refusal() -> None:
    found = ask("other", hits=("AHIS 120g",), topic="colours")
    assert found.statement == (
        "The closest course I find is [AHIS 120g] Painting (4 units): Colour on wood."
    )
    lost = ask("other", topic="weather")
    assert lost.refused and "Spring 2024 file" in lost.statement


def test_a_look_up_without_a_course_asks_which_one() -> None:
    answer = ask("schedule")
    assert answer.refused and "which course you mean" in answer.statement


def test_text_of_records_is_quoted_without_markup() -> None:
    answer = ask("description", "PHED 120")
    assert answer.statement == "[PHED 120] Swimming (1 unit): Swim here daily."


def test_a_list_from_five_thousand_courses_has_the_true_total() -> None:
    import dataclasses

    many = [
        dataclasses.replace(c, code=f"{c.program} {n % 900 + 100}{chr(97 + n // 900)}")
        for n, c in enumerate(c for _ in range(418) for c in COURSES)
    ]
    catalogue = Catalogue(many)
    requirements = Requirements(catalogue)
    query = Query("", "list", filters=(Filter("program", ("CSCI",)), UPPER))
    answer = facts(query, catalogue, requirements)
    assert answer.total == sum(c.program == "CSCI" and c.level == "upper" for c in many)


def test_the_file_is_named_by_its_term_where_it_has_one() -> None:
    untitled = Catalogue(COURSES)
    answer = facts(Query("", "prerequisites", ("CSCI 103L",)), untitled, Requirements(untitled))
    assert answer.statement == "[CSCI 103L] has no prerequisites in this course file."
    assert CATALOGUE.term in ask("prerequisites", "CSCI 103L").statement
    assert REQUIREMENTS.catalogue is CATALOGUE


def test_a_course_found_by_its_words_is_given_with_its_title() -> None:
    answer = ask("units", hits=("AHIS 120g",), topic="painting")
    assert answer.statement == "[AHIS 120g] Painting is 4 units."
    assert answer.lines == ("AHIS 120g Painting is 4 units.",)


def test_a_laboratory_is_not_denied_where_the_code_tells_of_one() -> None:
    lab = Filter("kind", ("Lab", "Lecture-Lab"))
    with_letter = ask("schedule", "CSCI 104L", filters=(lab,))
    assert with_letter.values == ("Yes",)
    assert "the L in its code stands for a laboratory" in with_letter.statement
    without = Filter("kind", ("Lab", "Lecture-Lab"), "not")
    assert ask("schedule", "CSCI 104L", filters=(without,)).values == ("No",)
    assert ask("schedule", "MATH 125g", filters=(lab,)).values == ("No",)


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("does CSCI 104 cover trees", "Its description mentions “trees”. [CSCI 104L]"),
        ("does CSCI 104 use lisp", "Its description does not mention “lisp”. [CSCI 104L]"),
        ("what is CSCI 104 about", "[CSCI 104L] Data Structures (4 units): Lists"),
        ("can CSCI 104 be repeated", "No: [CSCI 104L] is 4 units, and the file lists no repeats"),
        ("can CSCI 499 be repeated", "Yes: [CSCI 499] is 2-4 units; it may be repeated"),
        ("does CSCI 104 meet 2 days a week", "Yes. [CSCI 104L] meets 2 times a week"),
        ("which MATH classes meet three days a week", "The Spring 2024 file has 1 MATH course"),
        ("what else does the instructor of CSCI 104 teach", "The Spring 2024 file has no course"),
        ("I haven't taken CSCI 103, which CSCI classes can I take", "The Spring 2024 file has 4"),
        ("was Bo Sample ever the teacher of CSCI 104", "Yes. The section of [CSCI 104L]"),
        ("is 370 required before it", "Which department's 370 do you mean?"),
    ],
)
def test_what_students_ask_in_their_own_words_is_answered(question: str, opening: str) -> None:
    said = say(question).statement
    assert said.startswith(opening), said


def test_the_shortest_path_is_told_where_it_is_asked_for() -> None:
    query = Query("what's the shortest path to csci 270?", "description", ("CSCI 270",))
    answer = facts(query, CATALOGUE, REQUIREMENTS)
    assert answer.statement.startswith("The shortest way to [CSCI 270] is 5 courses: ")
    assert answer.statement.endswith(", then CSCI 270. Those before it are 16 units.")
    assert len(answer.courses) == 5


@pytest.mark.parametrize(
    "question",
    ["what can i unlock once CHEM 115a is out of the way", "I took CHEM 115a, what opens up?",
     "what does CHEM 115a unlock"],
)  # fmt: skip
def test_a_course_outside_the_file_still_opens_those_that_name_it(question: str) -> None:
    query = READER.read(question)
    assert (query.codes, query.unknown) == ((), ("CHEM 115a",))
    answer = facts(query, CATALOGUE, REQUIREMENTS)
    assert codes(answer) == ["CHEM 105bL"]
    assert answer.statement.endswith("CHEM 115a is not in the Spring 2024 file.")


def test_two_yes_no_questions_of_unlike_answers_have_no_common_verdict() -> None:
    told = "[AHIS 120g] counts for GE-A (The Arts) and has no prerequisites."
    assert say("Does AHIS 120 have any prereqs, and is it a GE?").statement == told
    both = say("Is AHIS 120 4 units, and is it a GE?").statement
    assert both.startswith("Yes. [AHIS 120g] is 4 units")
