"""Course codes in any spelling."""

from __future__ import annotations

import pytest

from rag.catalogue import Catalogue
from rag.course import Course
from rag.question import Reader
from rag.understanding.codes import find_codes
from rag.understanding.words import Text
from tests.rag.shelf import CATALOGUE, conditions, read

C104 = "CSCI 104L"

SPELLINGS = [
    ("csci104", (C104,)),
    ("CSCI104L", (C104,)),
    ("CS-104", (C104,)),
    ("cs 104", (C104,)),
    ("Comp Sci 104", (C104,)),
    ("computer science 104", (C104,)),
    ("CSCI-104", (C104,)),
    ("CSCI 104 and 170", (C104, "CSCI 170")),
    ("CSCI 104/170", (C104, "CSCI 170")),
    ("csci 104, 170 or 201", (C104, "CSCI 170", "CSCI 201")),
    ("math 125 and csci 104", ("MATH 125g", C104)),
    ("chem 105a", ("CHEM 105aLg",)),
    ("CSCI 104 - 50 min or 80 min or what?", (C104,)),
    ("can I take CSCI 104 year after year", (C104,)),
    ("chem105bL", ("CHEM 105bL",)),
    ("chem 105 b", ("CHEM 105bL",)),
    ("CHEM 105", ("CHEM 105aLg", "CHEM 105bL")),
    ("is chem 105 a good class", ("CHEM 105aLg", "CHEM 105bL")),
    ("physics 151", ("PHYS 151Lg",)),
    ("math 40", ("MATH 040x",)),
    ("art 105", ("ART 105",)),
    ("red 512", ("RED 512",)),
    ("writing 150", ("WRIT 150",)),
    ("CSIC 104", (C104,)),
    ("csci 104 units", (C104,)),
]


@pytest.mark.parametrize(("question", "codes"), SPELLINGS)
def test_a_code_is_found_in_any_spelling(question: str, codes: tuple[str, ...]) -> None:
    found = find_codes(Text(question), CATALOGUE, lambda word: word in ("is", "good"))
    assert tuple(code for mention in found for code in mention.codes) == codes
    assert not any(mention.unknown for mention in found)


@pytest.mark.parametrize(
    "question",
    [
        "300-level classes",
        "csci 300 level",
        "400 level or above",
        "more than 100 students",
        "in room 104",
        "fall 2024",
        "classes after 5",
        "300 or 400 level history",
    ],
)
def test_other_numbers_are_no_courses(question: str) -> None:
    assert find_codes(Text(question), CATALOGUE, lambda word: True) == []


def test_a_bare_number_belongs_to_the_department_of_the_conversation() -> None:
    mentions = find_codes(Text("what about 170?"), CATALOGUE, lambda word: True, ["CSCI"])
    assert [m.codes for m in mentions] == [("CSCI 170",)]


def test_what_the_file_lacks_is_kept_as_named() -> None:
    mentions = find_codes(Text("CSCI 104, math 127 and EECS 281"), CATALOGUE, lambda word: False)
    assert [m.unknown for m in mentions] == ["", "MATH 127", "EECS 281"]


def test_a_part_the_file_lacks_is_not_another_part() -> None:
    assert find_codes(Text("chem 105c"), CATALOGUE, bool)[0].unknown == "CHEM 105c"


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("csci one oh four", "CSCI 104L"),
        ("math one twenty five", "MATH 125g"),
        ("csci two seventy", "CSCI 270"),
        ("csci one seventy", "CSCI 170"),
        ("csci five eighty five", "CSCI 585"),
        ("csci five eight five", "CSCI 585"),
        ("csci one seven zero", "CSCI 170"),
        ("chem three twenty two a el", "CHEM 322aL"),
    ],
)
def test_numbers_are_understood_as_they_are_said(question: str, codes: str) -> None:
    mentions = find_codes(Text(question), CATALOGUE, lambda word: True)
    assert [m.codes for m in mentions] == [(codes,)]


def test_a_bare_number_goes_to_the_department_that_has_it() -> None:
    mentions = find_codes(Text("and 125?"), CATALOGUE, lambda word: True, ["CSCI", "MATH"])
    assert [m.codes for m in mentions] == [("MATH 125g",)]


def test_a_word_before_a_number_is_no_department() -> None:
    mentions = find_codes(Text("no, I meant 170"), CATALOGUE, lambda word: False, ["CSCI"])
    assert [m.codes for m in mentions] == [("CSCI 170",)]


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("PHYS 151 + 590", ["PHYS 151Lg", "PHYS 590"]),
        ("taken CTCS 200 + 190", ["CTCS 200", "CTCS 190"]),
        ("CSCI 270 & 104, which first", ["CSCI 270", "CSCI 104L"]),
    ],
)
def test_a_plus_joins_numbers_but_bounds_levels(question: str, codes: list[str]) -> None:
    assert list(read(question).codes or read(question).taken) == codes
    assert conditions(read("HIST 300+ classes")) >= {"hundred min 300"}


def test_a_bare_number_is_of_the_course_that_asks_for_those_named() -> None:
    rows = [
        Course("CSCI 270", "Algorithms", "", 4, 4),
        Course("MATH 407", "Probability", "", 4, 4),
        Course("MATH 467", "Optimization", "", 4, 4, prerequisites="MATH 226"),
        Course("CSCI 467", "Learning", "", 4, 4, prerequisites="CSCI 270 and MATH 407"),
    ]
    reader = Reader(Catalogue(rows, "Spring 2024"))
    assert reader.read("finished csci 270 and math 407. good for 467?").codes == ("CSCI 467",)


def test_an_ordinary_word_before_a_number_is_no_department() -> None:
    query = read("MATH 126: I have math 125 plus 225, enough?")
    assert (query.codes, query.taken) == (("MATH 126g",), ("MATH 125g", "MATH 225"))
    assert not query.unknown
    assert read("csci 103 plus 104, how many units?").codes == ("CSCI 103L", "CSCI 104L")


def test_a_word_that_joins_numbers_may_be_a_department_that_has_the_course() -> None:
    titled = Course("PLUS 694d", "Dissertation", "Graded CR/NC.", 2, 2)
    reader = Reader(Catalogue([titled, *CATALOGUE], "Spring 2024"))
    assert reader.read("do you get a letter grade in plus 694d").codes == ("PLUS 694d",)
    assert reader.read("units of CSCI 103 plus 104").codes == ("CSCI 103L", C104)
