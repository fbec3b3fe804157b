"""What a question takes from the conversation: courses, conditions, what was said to be passed."""

from __future__ import annotations

import pytest

from rag.conversation import Turn
from tests.rag.shelf import conditions, converse, read

C104, C170, C270 = "CSCI 104L", "CSCI 170", "CSCI 270"

FOLLOW_UPS = [
    (["what is CSCI 104 about"], "and its prerequisites?", "prerequisites", (C104,)),
    (["what is CSCI 104 about"], "how many units is it?", "units", (C104,)),
    (["who teaches CSCI 104"], "and CSCI 170?", "instructor", (C170,)),
    (["when does CSCI 104 meet"], "170?", "schedule", (C170,)),
    (["when does CSCI 104 meet"], "what about 201?", "schedule", ("CSCI 201",)),
    (["CSCI 104"], "prereqs?", "prerequisites", (C104,)),
    (["CSCI 104"], "who teaches that class", "instructor", (C104,)),
    (["do I need CSCI 170 for CSCI 270?"], "and CSCI 104?", "requires", (C270, C104)),
    (["CSCI 270"], "can i take it without csci 170", "requires", (C270, C170)),
    (["compare CSCI 104 and CSCI 170"], "who teaches them", "instructor", (C104, C170)),
    (["compare CSCI 104 and CSCI 170"], "when does the second one meet", "schedule", (C170,)),
    (["is CSCI 104 hard"], "ok then what are its prereqs", "prerequisites", (C104,)),
    (["CSCI 104", "thanks!"], "units?", "units", (C104,)),
]


@pytest.mark.parametrize(("before", "question", "ask", "codes"), FOLLOW_UPS)
def test_a_follow_up_leans_on_the_conversation(
    before: list[str], question: str, ask: str, codes: tuple[str, ...]
) -> None:
    query = read(question, converse(*before))
    assert (query.ask, query.codes, query.follows) == (ask, codes, True)


SHOWN = ("PSYC 100Lg", "PSYC 274Lg", "PSYC 326")
OF_THOSE = "code any PSYC 100Lg,PSYC 274Lg,PSYC 326"
REFINED = [
    ("which of those are 2 units?", {OF_THOSE, "units any 2.0"}),
    ("are any of them in the evening", {OF_THOSE, "start min 1020"}),
    ("which ones are on Monday", {OF_THOSE, "day any Mon"}),
    ("what about on fridays?", {"program any PSYC", "units any 4.0", "day any Fri"}),
    ("are there any without prereqs?",
     {"program any PSYC", "units any 4.0", "prerequisites any False"}),
    ("only upper division", {"program any PSYC", "units any 4.0", "level any upper"}),
    ("and econ?", {"program any ECON", "units any 4.0"}),
    ("any others?",
     {"program any PSYC", "units any 4.0", "code not PSYC 100Lg,PSYC 274Lg,PSYC 326"}),
]  # fmt: skip


@pytest.mark.parametrize(("question", "filters"), REFINED)
def test_a_list_is_refined(question: str, filters: set[str]) -> None:
    query = read(question, converse("4 unit psych classes", shown=SHOWN))
    assert (query.ask, conditions(query), query.follows) == ("list", filters, True)


def test_the_second_one_is_that_of_the_last_list() -> None:
    turns = converse("4 unit psych classes", shown=SHOWN)
    turns += [Turn("what about the second one?", "", read("what about the second one?", turns))]
    assert turns[-1].query and turns[-1].query.codes == ("PSYC 274Lg",)
    assert read("and the third?", turns).codes == ("PSYC 326",)


@pytest.mark.parametrize(
    "question",
    [
        "who teaches ECON 203",
        "2 unit dance classes",
        "which classes are on Friday",
        "I want to learn about the brain",
        "how many math courses are there",
    ],
)
def test_a_new_question_inherits_nothing(question: str) -> None:
    after = read(question, converse("4 unit psych classes without prereqs", shown=SHOWN))
    assert after == read(question)


def test_taken_courses_are_remembered_and_taken_back() -> None:
    turns = converse("I've taken CSCI 103 and MATH 125", "can I take CSCI 104?")
    assert turns[-1].query and turns[-1].query.taken == ("CSCI 103L", "MATH 125g")
    turns = converse("I've taken CSCI 103 and MATH 125", "I haven't taken MATH 125")
    assert read("what can I take next?", turns).taken == ("CSCI 103L",)
    assert read("what can I take next?", turns).ask == "eligible"


def test_what_is_only_supposed_is_not_remembered() -> None:
    turns = converse("if I take CSCI 103, can I take CSCI 104?")
    assert read("can I take CSCI 170?", turns).taken == ()


def test_a_history_without_queries_is_read_again() -> None:
    plain = [Turn("who teaches CSCI 104?", "Ada Ferncastle [CSCI 104L].", None, (C104,))]
    assert read("and its prereqs?", plain).codes == (C104,)
