"""Short questions that lean on the talk before them."""

from __future__ import annotations

import pytest

from rag.conversation import Turn
from rag.query import Query
from tests.rag.shelf import after, conditions, read

C103, C104, C170, C201, C270 = "CSCI 103L", "CSCI 104L", "CSCI 170", "CSCI 201", "CSCI 270"


def talk(*questions: str) -> Query:
    """The last question, after the others: each answer cites the courses asked about."""
    return after(questions[-1], *questions[:-1])


SAME = ["same for CSCI 270?", "then csci 270?", "ok and 270", "what about 270, same deal?",
        "oh sorry i meant CSCI 270", "CSCI 270?"]  # fmt: skip


@pytest.mark.parametrize("question", SAME)
def test_the_same_is_asked_of_another_course(question: str) -> None:
    query = talk("what are the prereqs of CSCI 201", question)
    assert (query.ask, query.codes) == ("prerequisites", (C270,))


BACK = [
    ("what about the one before", C201),
    ("who teaches the previous one", C201),
    ("who teaches the other one", C201),
    ("who teaches the class we started with", "PSYC 100Lg"),
    ("go back to psych, who teaches it", "PSYC 100Lg"),
]


@pytest.mark.parametrize(("question", "code"), BACK)
def test_an_earlier_course_is_meant(question: str, code: str) -> None:
    query = talk("who teaches PSYC 100", "who teaches CSCI 201", "and 270?", question)
    assert (query.ask, query.codes) == ("instructor", (code,))


def test_the_two_are_the_last_spoken_of() -> None:
    query = talk("units of CSCI 201", "and CSCI 270?", "which of the two is worth more units")
    assert (query.ask, query.codes) == ("compare", (C201, C270))


@pytest.mark.parametrize("question", ["and CSCI 170", "plus csci 170", "CSCI 170 too"])
def test_one_more_course_is_taken(question: str) -> None:
    query = talk("can I take CSCI 270", "I've done CSCI 103", question)
    assert (query.ask, query.codes, query.taken) == ("eligible", (C270,), (C103, C170))


@pytest.mark.parametrize("question", ["why not?", "y not", "so yes?", "what do i lack"])
def test_a_verdict_is_asked_for_again(question: str) -> None:
    query = talk("I've taken CSCI 103, can I take CSCI 270", question)
    assert (query.ask, query.codes) == ("eligible", (C270,))


@pytest.mark.parametrize(
    "question", ["what is the path", "now how far am i", "how many more classes", "shortest route?"]
)
def test_the_way_to_the_course_spoken_of(question: str) -> None:
    query = talk("can I take CSCI 270", question)
    assert (query.ask, query.codes) == ("prerequisites", (C270,))


@pytest.mark.parametrize(
    "question",
    ["so CSCI 104 isn't needed?", "is csci 104 really required", "do i need CSCI 104 first"],
)
def test_whether_another_course_is_needed_for_it(question: str) -> None:
    query = talk("what do i need for CSCI 270", question)
    assert (query.ask, query.codes) == ("requires", (C270, C104))


def test_what_is_needed_then() -> None:
    query = talk("is CSCI 103 needed for CSCI 270", "then what is")
    assert (query.ask, query.codes) == ("prerequisites", (C270,))


def test_a_yes_or_no_is_of_the_course_spoken_of() -> None:
    query = talk("tell me about CSCI 270", "is the lab included")
    assert (query.codes, conditions(query)) == ((C270,), {"kind any Lab,Lecture-Lab"})


def test_a_condition_is_taken_back() -> None:
    query = talk("csci classes on thursday with no prereqs", "drop the thursday thing")
    assert conditions(query) == {"program any CSCI", "prerequisites any False"}


def test_anything_on_a_day_narrows_the_list() -> None:
    query = talk("4 unit csci classes", "anything on thursdays")
    assert conditions(query) == {"program any CSCI", "units any 4.0", "day any Thu"}


def test_she_may_take_it_too() -> None:
    query = talk("my friend took CSCI 103", "can she take CSCI 104")
    assert (query.ask, query.codes, query.taken) == ("eligible", (C104,), (C103,))


@pytest.mark.parametrize(
    ("question", "condition"),
    [
        ("so no friday right", "day not Fri"),
        ("it's only tuesday then, right?", "day only Tue"),
        ("so only on mondays", "day only Mon"),
    ],
)
def test_what_is_surmised_is_asked_of_the_course_spoken_of(question: str, condition: str) -> None:
    first = read("how many units is csci 104")
    query = read(question, [Turn("how many units is csci 104", "", first, ("CSCI 104L",))])
    assert query.codes == ("CSCI 104L",)
    assert condition in conditions(query)


@pytest.mark.parametrize(
    "question",
    [
        "What would come after that one?",
        "what should I take after it",
        "what follows that one?",
        "so what could i do next after that",
        "is there anything after it?",
    ],
)
def test_what_comes_after_a_course_is_what_it_leads_to(question: str) -> None:
    query = talk("who teaches CSCI 104", question)
    assert (query.ask, query.codes) == ("unlocks", (C104,))


def test_what_a_teacher_has_after_a_course_is_not_what_it_leads_to() -> None:
    assert talk("who teaches CSCI 104", "what would she teach after that one?").ask != "unlocks"


@pytest.mark.parametrize(
    "question",
    [
        "And if my calculus comes in as MATH 125, which more?",
        "and if my AP credit is counted as MATH 125, what more could I take",
        "if i also had MATH 125, what else?",
    ],
)
def test_what_counts_as_a_course_is_passed_beside_the_one_that_opens_others(question: str) -> None:
    query = talk("which ECON courses does ECON 203 open", question)
    assert (query.ask, query.taken) == ("eligible", ("ECON 203g", "MATH 125g"))
    assert "needs any MATH 125" in conditions(query)


def test_whether_it_counts_as_a_course_is_no_course_passed() -> None:
    assert read("does my calculus count as MATH 125?").taken == ()


@pytest.mark.parametrize("question", ["What about CSCI 270?", "and for CSCI 270", "CSCI 270?"])
def test_who_would_register_is_told_once(question: str) -> None:
    first = "My son is a freshman. May he enroll in CSCI 201?"
    query = talk(first, question)
    assert (query.ask, query.codes, query.who) == ("restrictions", (C270,), first)
    assert talk(first, question, "and CSCI 104?").who == first
    assert talk(first, "who teaches CSCI 270?").who == ""
