"""Look-ups state what the record says, in one sentence a course."""

from __future__ import annotations

from rag.query import Filter
from tests.rag.courses import ask, codes, say


def test_units_are_stated_with_what_repeats_may_add_up_to() -> None:
    assert ask("units", "CSCI 104L").statement == "[CSCI 104L] is 4 units."
    assert ask("units", "PHED 120").statement == "[PHED 120] is 1 unit."
    ranged = ask("units", "CSCI 499")
    assert ranged.statement == (
        "[CSCI 499] is 2-4 units; it may be repeated for up to 8 units in all."
    )
    assert ranged.values == ("2-4 units", "8")


def test_several_courses_get_a_sentence_each() -> None:
    answer = ask("units", "CSCI 104L", "PHED 120")
    assert answer.statement == "[CSCI 104L] is 4 units. [PHED 120] is 1 unit."
    assert answer.lines == ("CSCI 104L is 4 units. PHED 120 is 1 unit.",)
    assert codes(answer) == ["CSCI 104L", "PHED 120"]


def test_a_unit_count_asked_about_is_confirmed_or_denied() -> None:
    three = ask("units", "CSCI 104L", filters=(Filter("units", (3,)),))
    assert three.statement == "No. [CSCI 104L] is 4 units."
    assert three.values == ("No", "4 units")


def test_times_are_those_of_the_section_in_the_file() -> None:
    answer = ask("schedule", "CSCI 104L")
    assert answer.statement == (
        "[CSCI 104L] meets Tue, Thu 2:00-3:20pm in Spring 2024 "
        "(1 hour 20 minutes, lecture section 10001). "
        "This is the section in the file; there may be others."
    )
    assert answer.values == ("Tue", "Thu", "2:00-3:20pm")


def test_times_to_be_announced_are_said_to_be_so() -> None:
    answer = ask("schedule", "CSCI 499")
    assert "days and times still to be announced" in answer.statement
    assert answer.values == ("to be announced",)


def test_a_day_asked_about_is_confirmed_or_denied() -> None:
    assert ask("schedule", "CSCI 104L", filters=(Filter("day", ("Fri",)),)).values[0] == "No"
    assert ask("schedule", "MATH 125g", filters=(Filter("day", ("Fri",)),)).values[0] == "Yes"


def test_instructors_are_those_of_the_section_in_the_file() -> None:
    answer = ask("instructor", "CSCI 104L")
    assert answer.statement == (
        "The section of [CSCI 104L] in the Spring 2024 file (10001) is taught by Ada Example and "
        "Bo Sample. Other sections may have other instructors."
    )
    none = ask("instructor", "MATH 125g")
    assert none.statement == "The Spring 2024 file lists no instructor for [MATH 125g]."


def test_a_description_is_quoted_or_said_to_be_absent() -> None:
    answer = ask("description", "CSCI 104L")
    assert answer.statement.startswith("[CSCI 104L] Data Structures (4 units): Lists, trees and")
    none = ask("description", "CHEM 050x")
    assert none.statement.endswith("(4 units) has no description in the file.")


def test_restrictions_name_who_may_register_and_the_clearance() -> None:
    assert ask("restrictions", "CSCI 585").statement == (
        "[CSCI 585]: registration is open only to these class levels: Junior, Senior, "
        "and its listed section needs no department clearance."
    )
    assert ask("restrictions", "CSCI 104L").statement == (
        "[CSCI 104L] has no registration restrictions, "
        "and its listed section needs department clearance."
    )


def test_whether_some_are_kept_out_is_answered_as_asked() -> None:
    assert say("is CSCI 585 closed to freshmen").statement.startswith(
        "Yes, registration is closed to them. [CSCI 585]: registration is open only to"
    )
    assert say("is CSCI 585 closed to seniors").statement.startswith("No, registration is open")
    assert say("can freshmen take CSCI 585").statement.startswith("No, as far as restrictions go.")


def test_all_of_a_record_is_told_where_everything_is_asked_for() -> None:
    text = say("tell me everything about CSCI 104").statement
    for told in ("(4 units)", "requires CSCI 103", "2:00-3:20pm", "Ada Example", "no GE category"):
        assert told in text


def test_a_title_gives_its_code_and_a_shared_one_all_of_them() -> None:
    assert ask("code", "CSCI 104L").statement == "That is [CSCI 104L] Data Structures (4 units)."
    shared = ask("code", "CHEM 105bL")
    assert shared.statement == (
        "2 courses in the Spring 2024 file are called “General Chemistry”: "
        "[CHEM 105bL] (4 units) and [CHEM 105aLg] (4 units)."
    )
    assert shared.total == 2


def test_one_section_does_not_say_that_nobody_else_teaches_it() -> None:
    assert say("does Ada Example teach CSCI 104").statement.startswith("Yes")
    assert say("is CSCI 104 taught by Ada Example only?").statement.startswith("The section of")
    assert say("does only Ada Example teach MATH 125").values[:1] != ["Yes"]
