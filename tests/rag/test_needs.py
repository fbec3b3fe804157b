"""Prerequisites in words, and whether one course is among another's."""

from __future__ import annotations

from rag.facts import facts
from rag.query import Query
from tests.rag.courses import CATALOGUE, REQUIREMENTS, ask, codes, say


def test_prerequisites_are_named_as_the_catalogue_does() -> None:
    answer = ask("prerequisites", "CSCI 270")
    assert answer.statement == (
        "[CSCI 270] requires CSCI 104 and either MATH 125 or MATH 126. "
        "MATH 126 is not in the Spring 2024 file."
    )
    assert answer.values == ("CSCI 104", "MATH 125", "MATH 126")
    assert codes(answer) == ["CSCI 270"]


def test_no_prerequisites_are_said_to_be_none() -> None:
    answer = ask("prerequisites", "CSCI 103L")
    assert answer.statement == "[CSCI 103L] has no prerequisites in the Spring 2024 file."


def test_text_that_names_no_courses_is_quoted_with_what_the_description_adds() -> None:
    assert ask("prerequisites", "CSCI 585").statement == (
        "[CSCI 585] has a prerequisite that reads “consent of instructor”; "
        "I can't read it as a list of courses. "
        "Recommended preparation: a course in networks. "
        "Corequisite, by its description: CSCI 570."
    )


def test_a_course_that_asks_for_itself_is_said_to() -> None:
    assert "as its own prerequisite" in ask("prerequisites", "CHEM 050x").statement


def test_going_without_turns_yes_and_no_round() -> None:
    assert say("can I take CSCI 104 without CSCI 170").values == ("No",)
    assert say("may I take CSCI 104 if I haven't done CSCI 103").values == ("No",)
    assert say("can I take MATH 125 before CSCI 104").values == ("Yes",)
    assert say("do I need CSCI 103 before CSCI 104").values == ("Yes",)
    other = say("is it possible to take CSCI 270 without MATH 125")
    assert other.statement.startswith("Yes, with another option, as [MATH 125g] is one of the")


def test_requires_says_yes_as_an_option_indirectly_or_no() -> None:
    needed = ask("requires", "CSCI 104L", "CSCI 103L")
    assert needed.statement == (
        "Yes, [CSCI 103L] is a prerequisite of [CSCI 104L], which requires CSCI 103 and CSCI 170."
    )
    option = ask("requires", "CSCI 270", "MATH 125g")
    assert option.statement.startswith("Yes, [MATH 125g] is one of the options: [CSCI 270]")
    indirect = ask("requires", "CSCI 270", "CSCI 103L")
    assert indirect.statement == (
        "Not directly: [CSCI 103L] comes further back. "
        "[CSCI 270] asks for CSCI 104L, and CSCI 104L asks for CSCI 103L."
    )
    no = ask("requires", "CSCI 103L", "CSCI 270")
    assert no.statement == (
        "No, [CSCI 270] is not a prerequisite of [CSCI 103L], which has no prerequisites."
    )
    values = [answer.values for answer in (needed, option, indirect, no)]
    assert values == [("Yes",), ("Yes",), ("Not directly",), ("No",)]


def test_a_prerequisite_outside_the_file_is_still_known() -> None:
    answer = ask("requires", "CHEM 105bL", unknown=("CHEM 115A",))
    assert answer.statement == (
        "Yes, CHEM 115A is one of the options: [CHEM 105bL] requires either CHEM 105A or "
        "CHEM 115A. (CHEM 115A itself is not in the Spring 2024 file.)"
    )
    assert ask("requires", "CHEM 105bL", unknown=("CHEM 999",)).refused


def test_the_parts_of_a_sequence_are_one_course_in_the_question() -> None:
    answer = ask("requires", "CHEM 105aLg", "CHEM 105bL", "CHEM 050x")
    assert answer.values == ("Yes", "Not directly")


def test_unlocks_counts_direct_ones_and_those_behind_them() -> None:
    answer = ask("unlocks", "CSCI 103L")
    assert answer.statement == (
        "2 courses in the Spring 2024 file name [CSCI 103L] as a prerequisite or as one of the "
        "options: [CSCI 104L] Data Structures (4 units) and [CSCI 170] Discrete Methods (4 units). "
        "Through these, 1 more course comes into reach."
    )
    assert (answer.total, answer.values) == (2, ("2",))
    none = ask("unlocks", "CSCI 270")
    assert none.statement == (
        "No course in the Spring 2024 file names [CSCI 270] as a prerequisite."
    )
    assert none.total == 0


def test_a_course_outside_the_file_unlocks_those_that_name_it() -> None:
    answer = ask("unlocks", unknown=("CHEM 115A",))
    assert codes(answer) == ["CHEM 105bL"] and not answer.refused
    assert ask("unlocks", unknown=("CHEM 999",)).refused


def test_an_option_is_no_yes_where_it_is_asked_if_there_is_no_other_way() -> None:
    assert say("is MATH 125 mandatory for CSCI 270 or is there some other way in").statement == (
        "Not strictly: [MATH 125g] is one of the options, as [CSCI 270] requires CSCI 104 and "
        "either MATH 125 or MATH 126."
    )


def test_of_options_not_both_are_needed() -> None:
    query = Query("do i need both 105 and 115", "requires", ("CSCI 270", "MATH 125g"),
                  unknown=("MATH 126",))  # fmt: skip
    assert facts(query, CATALOGUE, REQUIREMENTS).statement == (
        "No, not all of them: [CSCI 270] requires CSCI 104 and either MATH 125 or MATH 126."
    )


def test_skipping_or_needing_a_course_is_answered_as_needing_it() -> None:
    assert say("can i skip MATH 125 and still take CSCI 104 or is it required").values == ("No",)
    assert say("can i skip CSCI 170 and still take CSCI 104 or is it required").values == ("Yes",)
    assert say("can i take CSCI 104 without CSCI 170").values == ("No",)


def test_yes_or_no_asks_for_no_order() -> None:
    assert say("CSCI 104: do I have to do CSCI 170 first, yes or no?").values == ("Yes",)
