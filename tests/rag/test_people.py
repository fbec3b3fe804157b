"""Instructors named in a question."""

from __future__ import annotations

import pytest

from rag.catalogue import Catalogue
from rag.course import Course, Section
from rag.understanding.people import People
from rag.understanding.words import Text
from tests.rag.shelf import conditions, read

SMITHS = "instructor any Bo Smith,Cy Smith"

NAMED = [
    ("classes taught by Smith", SMITHS),
    ("prof. Smith's classes", SMITHS),
    ("ferncastle courses on friday", "instructor any Ada Ferncastle"),
    ("what does dr smith teach", SMITHS),
    ("what does Bo Smith teach?", "instructor any Bo Smith"),
    ("courses by professor ferncastle", "instructor any Ada Ferncastle"),
    ("does prof fernastle teach anything", "instructor any Ada Ferncastle"),
    ("what is Mina van der Oort teaching", "instructor any Mina van der Oort"),
    ("csci classes not taught by Smith", "instructor not Bo Smith,Cy Smith"),
    ("what does Prof. Nobodyson teach", "instructor any Nobodyson"),
    ("who is in Kim Smith's class", "instructor any Kim Smith"),
    ("adda ferncastle what he teach", "instructor any Ada Ferncastle"),
    ("ada ferncastel classes", "instructor any Ada Ferncastle"),
    ("ferncastle what she teach", "instructor any Ada Ferncastle"),
    ("has Kim Novak ever taught it", "instructor any Kim Novak"),
    ("classes handled by Dr. Ada Ferncastle", "instructor any Ada Ferncastle"),
]


@pytest.mark.parametrize(("question", "condition"), NAMED)
def test_an_instructor_is_a_condition(question: str, condition: str) -> None:
    assert condition in conditions(read(question))


@pytest.mark.parametrize(
    "question",
    ["which professors teach csci classes", "classes on blacksmith craft", "who is the instructor"],
)
def test_other_words_are_no_names(question: str) -> None:
    assert not any(f.field == "instructor" for f in read(question).filters)


def test_initials_are_a_part_of_the_name() -> None:
    section = Section("10001", instructors=("P.J. Holt", "Ana M. Reyes"))
    people = People(Catalogue([Course("ITP 476", "Ads", "", 2, 2, sections=(section,))], "X"))
    for written in ("does P.J. Holt teach it", "prof P. J. Holt's class", "pj holt"):
        assert people.find(Text(written), {"does"}.__contains__)[0].values == ("P.J. Holt",)
    assert people.find(Text("under Ana M. Reyes?"), str.isdigit)[0].values == ("Ana M. Reyes",)


@pytest.mark.parametrize("question", ["grad courses in csci", "csci grad classes on monday"])
def test_a_level_is_no_name(question: str) -> None:
    query = read(question)
    assert "level any graduate" in conditions(query)
    assert not any(f.field == "instructor" for f in query.filters)
