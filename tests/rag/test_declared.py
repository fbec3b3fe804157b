"""Conditions on what descriptions declare, on the letters of a code, on further prerequisites."""

from __future__ import annotations

import pytest

from rag.conversation import Turn
from rag.query import Filter, matches
from rag.understanding.declared import find_declared
from rag.understanding.lettered import find_lettered
from rag.understanding.subjects import find_more
from rag.understanding.words import Text
from tests.rag.courses import course
from tests.rag.shelf import conditions, read


@pytest.mark.parametrize(
    ("question", "value", "op"),
    [
        ("which say you have to audition", "audition", "any"),
        ("which of them require an audition", "audition", "any"),
        ("of the non audition ones", "audition", "not"),
        ("the ones without auditions", "audition", "not"),
        ("which don't require an audition", "audition", "not"),
        ("which mention a field trip", "field trip", "any"),
        ("any that have no field trips", "field trip", "not"),
        ("the audition only ones", "audition", "any"),
        ("which need a portfolio", "portfolio", "any"),
    ],
)
def test_what_descriptions_declare(question: str, value: str, op: str) -> None:
    assert find_declared(Text(question)) == [Filter("mentions", (value,), op)]


@pytest.mark.parametrize(
    ("question", "letter", "op"),
    [
        ("which have an L in the code", "L", "any"),
        ("no lab letter in the code", "L", "not"),
        ("without a letter g in the number", "g", "not"),
        ("with the letter x at the end of the code", "x", "any"),
    ],
)
def test_letters_of_a_code(question: str, letter: str, op: str) -> None:
    assert find_lettered(Text(question)) == [Filter("suffix", (letter,), op)]


def test_another_class_of_a_subject() -> None:
    found = find_more(Text("which of them wants another math class as well"), ("MATH 125",))
    assert found == [Filter("needs", ("MATH", "MATH 125"), "more")]
    assert found[0].label() == "needing a MATH course besides MATH 125"

    def needing(prerequisites: str) -> bool:
        return matches(course("CSCI 301", "Sums", prerequisites=prerequisites), found)

    assert needing("MATH 125 and MATH 126")
    assert not needing("MATH 125")
    assert not needing("MATH 125 and PHYS 151")
    assert not needing("1 from (MATH 125 or MATH 126)")


LISTED = ("CSCI 103L", "CSCI 104L", "CSCI 170")


def test_ruling_out_goes_on() -> None:
    first = Turn("4 unit csci classes", "3.", read("4 unit csci classes"), LISTED)
    second = "remove the ones with prereqs"
    out = Turn(second, "2.", read(second, [first]), LISTED[:2])
    query = read("and the ones with registration restrictions", [first, out])
    assert conditions(query) == {
        "program any CSCI",
        "units any 4.0",
        "prerequisites any False",
        "restricted any False",
    }


def test_conditions_after_a_look_up_are_put_on_the_list() -> None:
    first = Turn("csci classes on mondays", "3.", read("csci classes on mondays"), LISTED)
    asked = "who teaches CSCI 104"
    second = Turn(asked, "Bo.", read(asked, [first]), ("CSCI 104L",))
    query = read("and the ones that are exactly two units?", [first, second])
    assert conditions(query) == {"program any CSCI", "day any Mon", "units any 2.0"}
    query = read("how about wednesdays instead", [first, second])
    assert conditions(query) == {"program any CSCI", "day any Wed"}


def test_a_level_after_a_look_up_is_of_its_department() -> None:
    asked = "who teaches CSCI 104"
    history = [Turn(asked, "Bo.", read(asked), ("CSCI 104L",))]
    query = read("what about the graduate level", history)
    assert (query.ask, conditions(query)) == ("list", {"program any CSCI", "level any graduate"})


def test_what_more_courses_open_keeps_the_conditions() -> None:
    asked = "I've taken MATH 125. Which 100-level CSCI courses does that cover?"
    first = read(asked)
    assert (first.ask, conditions(first)) == ("eligible", {"program any CSCI", "hundred any 100"})
    query = read("if I also had CSCI 103 what else", [Turn(asked, "2.", first, LISTED[:2])])
    assert (query.ask, query.taken) == ("eligible", ("MATH 125g", "CSCI 103L"))
    assert conditions(query) == {"program any CSCI", "hundred any 100", "needs any CSCI 103"}
