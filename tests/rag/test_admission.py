"""Whom a restriction lets in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.catalogue import Catalogue
from rag.exact.admission import admits, excluded, wanted
from rag.exact.sides import kept_out
from rag.facts import facts
from rag.query import Query
from rag.requirements import Requirements
from tests.rag.courses import CATALOGUE, READER, REQUIREMENTS, ask, course, say

WANTED = [
    ("can freshmen take it", ("class level", ("Freshmen",))),
    ("for freshmen and sophomores", ("class level", ("Freshmen", "Sophomore"))),
    ("is it open to juniors", ("class level", ("Junior",))),
    ("for PhD students", ("class level", ("Doctoral Student",))),
    ("can accounting majors take it", ("major", ("Accounting", "accounting"))),
    ("may non-majors take it", ("", ())),
    ("senior-only courses", ("class level", ("Senior",))),
    ("limited to gould students", ("school", ("Gould",))),
    ("reserved for accounting students", ("major", ("Accounting", "accounting"))),
    ("who can take it", ("", ())),
]


@pytest.mark.parametrize(("question", "who"), WANTED)
def test_levels_and_majors_are_read_from_the_words(
    question: str, who: tuple[str, tuple[str, ...]]
) -> None:
    assert wanted(question) == who


RESTRICTED = [
    ("Registration open to the following class level(s): Junior, Senior", "class level", True),
    ("Registration closed to the following class level(s): Junior", "class level", False),
    ("Registration open to the following class level(s): Senior", "class level", False),
    ("Registration open to the following major(s): Accounting", "class level", None),
    ("", "class level", True),
]


@pytest.mark.parametrize(("restriction", "noun", "let_in"), RESTRICTED)
def test_a_restriction_lets_in_whom_it_names_or_does_not_rule_out(
    restriction: str, noun: str, let_in: bool | None
) -> None:
    made = course("ACCT 400", "Accounts", restrictions=restriction)
    assert admits(made, noun, ("Junior",)) is let_in


KEPT_OUT = [
    "which courses bar juniors",
    "classes that exclude juniors from registering",
    "what shuts out juniors",
    "classes off limits to juniors",
    "courses that turn juniors away",
]


@pytest.mark.parametrize("question", KEPT_OUT)
def test_courses_that_keep_students_out_are_those_closed_to_them(question: str) -> None:
    assert kept_out(question)


@pytest.mark.parametrize("question", ["courses open to juniors", "law about the bar exam"])
def test_others_are_let_in(question: str) -> None:
    assert not kept_out(question)


def test_a_topic_stays_where_it_is_asked_who_may_take_it() -> None:
    told = say("classes about database systems juniors can take")
    assert "that mentions “database systems” and does not keep out “Junior”" in told.statement
    assert told.total == 1


def test_a_question_for_one_course_is_answered_with_yes_or_no() -> None:
    assert say("is CSCI 585 open to juniors").values[0] == "Yes"
    assert say("can freshmen take CSCI 585").values[0] == "No"
    assert say("who can take CSCI 585").values[0] == "Junior"


def test_whether_a_course_is_for_none_but_those_is_told_by_its_restriction() -> None:
    assert say("is CSCI 585 only for juniors and seniors").values[0] == "Yes"
    assert say("Is CSCI 104 only for seniors? I'm a junior").values[0] == "No"
    assert say("is CSCI 104 restricted to juniors").values[0] == "No"


def test_where_no_restriction_names_them_those_without_are_listed() -> None:
    answer = say("which MATH courses can juniors take")
    assert answer.statement.startswith(
        "The Spring 2024 file has 1 MATH course without registration restrictions, and none with a "
        "restriction that names the class level “Junior”: [MATH 125g]"
    ), answer.statement


def test_courses_are_listed_by_whom_they_are_open_to() -> None:
    answer = say("which classes are only open to seniors")
    assert answer.total == 1 and "[CSCI 585]" in answer.statement
    assert answer.statement.endswith("11 more such courses have no restriction.")


def test_whom_a_description_gives_no_credit_is_told() -> None:
    out = "Not available for credit to computer sciencemajors, graduate or undergraduate"
    assert excluded("can CS majors get credit for it", out)
    assert not excluded("can history majors get credit for it", out)
    assert not excluded("can CS majors take it", "Open only to computer science majors")


def test_several_levels_named_together_are_all_let_in() -> None:
    answer = say("which classes are reserved for juniors and seniors only")
    assert "open to the class levels “Junior” and “Senior”: [CSCI 585]" in answer.statement
    assert say("which classes are reserved for sophomores and seniors only").total == 0


@pytest.mark.parametrize(
    "question",
    ["I'm a freshman, CSCI 585 allowed?", "CSCI 585 ok for freshmen?",
     "freshman, can i get into CSCI 585", "im a sophomore will they let me into CSCI 585"],
)  # fmt: skip
def test_yes_or_no_comes_first_however_it_is_asked(question: str) -> None:
    assert say(question).values[0] == "No"
    assert say("as a first year am i locked out of CSCI 585?").statement.startswith("Yes, reg")


def test_a_class_level_that_is_kept_out_is_told_whatever_is_passed() -> None:
    answer = ask("eligible", "CSCI 585")
    assert not answer.statement.startswith("No")
    said = replace(READER.read("junior here"), text="sophomore, can't tell if it lets me in")
    query = replace(said, ask="eligible", codes=("CSCI 585",))
    answer = facts(query, CATALOGUE, REQUIREMENTS)
    assert answer.statement.startswith("No: registration for [CSCI 585] is not open to your class")


def test_a_level_alone_is_let_in_and_no_other() -> None:
    for text in ("which undergrad class is for juniors only", "courses exclusively for juniors"):
        assert say(text).total == 0
    assert say("courses open exclusively to juniors + seniors").total == 1


DANCERS = course(
    "DANC 470",
    "Leading",
    restrictions="Registration open to the following major(s): Dance",
)
MAY = [
    ("could a senior who isn't a dance major do it", "No"),
    ("can non dance majors take it", "No"),
    ("is it open to non-majors", "No"),
    ("somebody outside the dance major wants it, possible?", "No"),
    ("I'm an English major, can I take it", "No"),
    ("can a sophomore who is a dance major take it", "Yes"),
]


@pytest.mark.parametrize(("question", "word"), MAY)
def test_majors_are_answered_with_a_yes_or_no(question: str, word: str) -> None:
    catalogue = Catalogue((DANCERS,), "Spring 2024")
    query = Query(question, "restrictions", ("DANC 470",))
    told = facts(query, catalogue, Requirements(catalogue)).statement
    assert told.startswith(f"{word}, as far as restrictions go.")


@pytest.mark.parametrize(
    ("question", "word"),
    [("i'm a freshman, any problem?", "Yes"), ("is it an issue that i am a junior", "No")],
)
def test_what_stands_in_the_way_turns_yes_and_no_round(question: str, word: str) -> None:
    query = Query(question, "restrictions", ("CSCI 585",))
    assert facts(query, CATALOGUE, REQUIREMENTS).values[0] == word


def test_the_verdict_is_given_of_another_course_for_the_same_student() -> None:
    made = course("ACCT 400", "Accounts", restrictions="")
    shut = course(
        "ACCT 410",
        "Ledgers",
        restrictions="Registration closed to the following class level(s): Junior",
    )
    catalogue = Catalogue((made, shut), "Spring 2024")
    asked = "I'm a junior, may I take ACCT 400"
    for code, word in (("ACCT 400", "Yes"), ("ACCT 410", "No")):
        query = Query("and it?", "restrictions", codes=(code,), follows=True, who=asked)
        answer = facts(query, catalogue, Requirements(catalogue)).statement
        assert answer.startswith(f"{word}, as far as restrictions go.")
        plain = facts(replace(query, who=""), catalogue, Requirements(catalogue)).statement
        assert plain.startswith(f"[{code}]")
