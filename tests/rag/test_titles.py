"""Titles mean a course only where they can mean no other."""

from __future__ import annotations

import pytest

from rag.catalogue import Catalogue
from rag.course import Course
from rag.question import Reader
from rag.understanding.titles import Titles, canonical
from rag.understanding.words import Text
from tests.rag.shelf import CATALOGUE, read

TITLES = Titles(CATALOGUE)

NEAR = [
    ("intro to psych", ("PSYC 100Lg",)),
    ("calc 2", ("MATH 126g",)),
    ("calculus ii", ("MATH 126g",)),
    ("data structurs", ("CSCI 104L",)),
    ("data structures", ("CSCI 104L",)),
    ("orgo", ("CHEM 322aL", "CHEM 322bL")),
    ("gen chem", ("CHEM 105aLg", "CHEM 105bL")),
    ("machine learning", ("CSCI 567",)),
    ("intro to machine learning", ("CSCI 467",)),
    ("fundamentals of physics 1", ("PHYS 151Lg",)),
    ("intro to algorithms", ("CSCI 270",)),
    ("behavoral neuroscience", ("PSYC 326",)),
    ("statistics", ("PSYC 274Lg",)),
    ("linear algebra", ()),
    ("directed research", ()),
    ("introduction", ()),
    ("history of science", ()),
    ("communication in film", ()),
]


@pytest.mark.parametrize(("words", "codes"), NEAR)
def test_a_title_is_recognised_or_left_alone(words: str, codes: tuple[str, ...]) -> None:
    assert TITLES.near(words.split()) == codes


def test_titles_are_compared_without_small_words_and_numerals() -> None:
    assert canonical(["history", "of", "the", "international", "cinema", "i"]) == (
        "history", "international", "cinema", "1",
    )  # fmt: skip


def test_a_class_sought_on_what_is_a_title_too_is_no_course_of_that_title() -> None:
    query = read("recommend me a machine learning course")
    assert (query.ask, query.codes, query.topic) == ("recommend", (), "machine learning")
    assert read("I took a machine learning course").taken == ("CSCI 567",)
    assert read("who teaches data structures and object oriented design").codes == ("CSCI 104L",)


def test_r_is_a_letter_where_a_title_may_hold_it() -> None:
    assert Text("data analysis using R").words[-1] == Text("coding in r").words[-1] == "r"
    assert Text("how r u").words == ["how", "are", "you"]


def test_whose_a_thing_is_has_a_word_of_its_own_in_titles_as_in_questions() -> None:
    titles = Titles(Catalogue([Course("BAEP 455", "Founder's Dilemmas", "", 4, 4)], ""))
    assert titles.find(Text("who teaches Founder's Dilemmas"), 2) == (5, ("BAEP 455",))


def test_a_longer_title_that_begins_within_another_is_meant() -> None:
    courses = [
        Course("PPD 700", "Teaching Seminar", "", 4, 4),
        Course("CHE 550", "Seminars in Chemical Engineering", "", 1, 1),
    ]
    reader = Reader(Catalogue(courses, "Spring 2024"))
    assert reader.read("Who is teaching Seminars in Chemical Engineering?").codes == ("CHE 550",)
    assert reader.read("Who runs the Teaching Seminar?").codes == ("PPD 700",)
