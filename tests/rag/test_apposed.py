"""A course named by its title and its code is one course."""

from __future__ import annotations

import pytest

from rag.catalogue import Catalogue
from rag.course import Course
from rag.question import Reader
from tests.rag.shelf import CATALOGUE, read

NAMED = [
    ("who teaches calculus 2 math 126", "instructor", ("MATH 126g",)),
    ("prereqs of the machine learning course csci 567", "prerequisites", ("CSCI 567",)),
    ("gen chem, CHEM 105a, how many units", "units", ("CHEM 105aLg",)),
    ("units of PSYC 326 behavioral neuroscience", "units", ("PSYC 326",)),
    ("when is intro to ml (CSCI 467)", "schedule", ("CSCI 467",)),
    ("how many units is the databases class csci 585", "units", ("CSCI 585",)),
    ("is calculus 1 MATH 125 needed for calculus 2 MATH 126", "requires",
     ("MATH 126g", "MATH 125g")),
    ("orgo prereqs? the 322b one", "prerequisites", ("CHEM 322bL",)),
    ("linear algebra and applications 235: units", "units", ("MATH 235",)),
]  # fmt: skip


@pytest.mark.parametrize(("question", "ask", "codes"), NAMED, ids=[q for q, *_ in NAMED])
def test_a_title_beside_a_code_is_no_second_course(
    question: str, ask: str, codes: tuple[str, ...]
) -> None:
    query = read(question)
    assert (query.ask, query.codes, query.unknown, query.topic) == (ask, codes, (), "")


def test_another_title_beside_a_code_stays_a_course() -> None:
    assert read("compare calculus 2 and MATH 125").codes == ("MATH 126g", "MATH 125g")


def test_a_title_that_begins_with_a_department_and_a_number_is_that_course() -> None:
    practice = Course("SPAN 012x", "Spanish 120 Language Practicum", "", 1, 1)
    reader = Reader(Catalogue([practice, *CATALOGUE], "Spring 2024"))
    assert reader.read("how many units is Spanish 120 Language Practicum").codes == ("SPAN 012x",)
    assert reader.read("how many units is Spanish 120").codes == ("SPAN 120",)
