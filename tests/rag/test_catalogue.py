"""Courses are found by their code in any spelling."""

from __future__ import annotations

import pytest

from rag.catalogue import Catalogue, code_key
from rag.course import Course
from tests.rag.courses import CATALOGUE, COURSES


@pytest.mark.parametrize("code", ["CSCI 104L", "csci104l", "CSCI-104", "Csci_104Lg", " CSCI104 "])
def test_any_spelling_finds_the_course(code: str) -> None:
    course = CATALOGUE.find(code)
    assert course is not None
    assert course.code == "CSCI 104L"


@pytest.mark.parametrize("code", ["CSCI 105", "CSCI 104b", "104", "CSCI", "", "CSCI 1044", "C 104"])
def test_another_code_finds_none(code: str) -> None:
    assert CATALOGUE.find(code) is None


def test_the_parts_of_a_sequence_are_different_courses() -> None:
    assert code_key("CHEM 105B") == code_key("chem105bL") == ("CHEM", 105, "b")
    assert code_key("CHEM 105a") != code_key("CHEM 105b")
    assert [c.code for c in CATALOGUE.parts("chem 105")] == ["CHEM 105aLg", "CHEM 105bL"]
    assert [c.code for c in CATALOGUE.parts("CHEM 105b")] == ["CHEM 105bL"]
    assert CATALOGUE.parts("CHEM 999") == CATALOGUE.parts("x") == ()


def test_the_nearest_codes_are_real_and_of_the_same_program() -> None:
    assert CATALOGUE.nearest("CSCI 105") == ("CSCI 104L", "CSCI 103L", "CSCI 170")
    assert CATALOGUE.nearest("CSCE 270", 1) == ("CSCI 270",)
    assert CATALOGUE.nearest("nothing") == ()


def test_the_nearest_codes_are_ordinary_courses_and_one_of_a_sequence() -> None:
    def near(code: str, *courses: tuple[str, str]) -> tuple[str, ...]:
        rows = [Course(c, title, "", 4, 4) for c, title in courses]
        return Catalogue(rows).nearest(code)

    own = ("CSCI 594a", "Master's Thesis"), ("CSCI 590", "Directed Research")
    parts = ("CSCI 581a", "Systems"), ("CSCI 581b", "Systems"), ("CSCI 570", "Algorithms")
    assert near("CSCI 595", *own, *parts) == ("CSCI 581a", "CSCI 570", "CSCI 594a")


def test_a_catalogue_counts_and_lists_its_courses() -> None:
    assert len(CATALOGUE) == len(COURSES)
    assert tuple(CATALOGUE) == COURSES
    assert {"CSCI", "ARTS", "AHIS"} <= CATALOGUE.programs
