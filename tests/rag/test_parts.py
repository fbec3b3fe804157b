"""Whether a course has a lab, in whatever way it is asked."""

from __future__ import annotations

import pytest

from tests.rag.courses import say
from tests.rag.shelf import conditions, read

NO_LAB = "[MATH 125g] has no lab: it is listed as a Lecture and meets Mon"
A_LAB = "[CSCI 103L] has a lab: it is listed as a Lecture (the L in its code stands for a lab"


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("is there a lab attached to MATH 125 or is it just lecture", NO_LAB),
        ("is MATH 125 lecture only or does it have lab as well", NO_LAB),
        ("is MATH 125 lab-free?", NO_LAB),
        ("MATH 125 has no lab, right?", NO_LAB),
        ("does CSCI 103 have a lab or only lectures", A_LAB),
        ("can I do CSCI 103 without ever setting foot in a lab", A_LAB),
        ("is MATH 125 purely lecture", "Yes. [MATH 125g] is listed as a Lecture"),
        ("is CSCI 103 just a lecture", "No. [CSCI 103L] is listed as a Lecture (the L"),
        ("is MATH 125 a discussion or a lecture", "[MATH 125g] is listed as a Lecture"),
        ("I hate labs. Does MATH 125 have one?", "No. [MATH 125g] is listed as a Lecture"),
        (
            "I hate labs. Before I take MATH 125, tell me, has it got one?",
            "No. [MATH 125g] is listed as a Lecture",
        ),
        ("will i be stuck in a lab if i take MATH 125", "No. [MATH 125g] is listed as a Lecture"),
    ],
)
def test_the_answer_is_about_the_lab(question: str, opening: str) -> None:
    assert say(question).statement.startswith(opening), say(question).statement


def test_a_kind_told_before_is_asked_about_by_a_word_for_it() -> None:
    query = read("my kid can't do labs, does CSCI 104 make you do one of those")
    assert (query.ask, conditions(query)) == ("schedule", {"kind any Lab,Lecture-Lab"})


def test_lists_and_those_with_times_stay_as_they_are() -> None:
    assert read("is the lab or the lecture of CSCI 104 on friday").also == ("schedule",)
    assert read("which csci classes have a lab or a lecture").ask == "list"
