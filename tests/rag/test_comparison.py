"""Courses side by side."""

from __future__ import annotations

from tests.rag.courses import ask, say


def test_two_courses_are_compared_by_what_differs() -> None:
    answer = ask("compare", "CSCI 103L", "CSCI 104L")
    assert answer.statement.split("\n") == [
        "They differ in prerequisites and times; units and level are the same:",
        "- [CSCI 103L] Introduction to Programming: 4 units, lower division, no prerequisites, "
        "Tue, Thu 10:00-11:20am. About introduction to programming.",
        "- [CSCI 104L] Data Structures: 4 units, lower division, requires CSCI 103 and CSCI 170, "
        "Tue, Thu 2:00-3:20pm. Lists, trees and graphs. Duplicates credit in ITP 365.",
        "CSCI 103L is a prerequisite of CSCI 104L.",
    ]
    assert answer.values == ("CSCI 103L", "CSCI 104L", "4 units")


def test_an_alternative_and_a_clash_of_times_are_named() -> None:
    assert (
        "MATH 125g is one way into CSCI 270." in ask("compare", "CSCI 270", "MATH 125g").statement
    )
    clash = ask("compare", "MATH 125g", "CSCI 270").statement
    assert clash.endswith("The listed sections of MATH 125g and CSCI 270 overlap in time.")
    assert "overlap" not in ask("compare", "CSCI 104L", "CSCI 270").statement


def test_what_is_alike_throughout_is_said_to_be() -> None:
    alike = ask("compare", "AHIS 120g", "AHIS 120g")
    assert alike.statement.startswith("In units, level, prerequisites and times both are alike:")


def test_what_is_named_is_compared_too_and_first() -> None:
    text = say("CSCI 104 vs CSCI 270: which needs d clearance, and who teaches").statement
    assert text.startswith(
        "CSCI 104L needs department clearance, CSCI 270 does not. They differ in"
    )
    row = "- [CSCI 104L] Data Structures: department clearance, taught by Ada Example and Bo Sample"
    assert row in text


def test_which_has_more_is_a_yes_or_a_no_where_it_is_asked_of_the_first() -> None:
    assert say("does CSCI 104 start later than CSCI 270").statement.startswith("Yes, CSCI 104L")
    assert say("does CSCI 104 meet earlier than CSCI 270").statement.startswith("No, CSCI 270")


def test_one_course_alone_is_described() -> None:
    assert ask("compare", "AHIS 120g").statement.startswith("[AHIS 120g] Painting (4 units):")


def test_courses_are_put_in_the_order_asked_for() -> None:
    named = ("AHIS 120g", "PHED 120", "CSCI 499")
    text = say("Rank these by units: CSCI 499, PHED 120, AHIS 120").statement
    assert text.startswith(
        "By units: AHIS 120g (4 units), CSCI 499 (2-4 units), PHED 120 (1 unit). They differ in"
    )
    text = say("sort CSCI 104, CSCI 103 and CSCI 585 by start time").statement
    assert text.startswith(
        "By start of the meeting: CSCI 103L (Tue, Thu 10:00-11:20am), CSCI 104L (Tue, Thu "
        "2:00-3:20pm), CSCI 585 (Fri 6:00-8:00pm). "
    )
    least = say("order AHIS 120, PHED 120, CSCI 499 by units, smallest first").statement
    assert least.startswith("By units: PHED 120 (1 unit), CSCI 499 (2-4 units), AHIS 120g (4 ")
    assert not ask("compare", *named).statement.startswith("By")


def test_the_course_that_needs_fewer_before_it_is_told_first() -> None:
    start = say("CSCI 104 vs CSCI 170, which has fewer prereqs").statement
    assert start.startswith("CSCI 170 needs the fewest courses before it."), start
