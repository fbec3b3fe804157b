"""Under which programs a course is listed, and under what other codes."""

from __future__ import annotations

from rag.catalogue import Catalogue
from rag.course import Section
from rag.exact.headings import twin
from rag.facts import facts
from rag.query import Query
from rag.requirements import Requirements
from tests.rag.courses import course, say

TWINS = tuple(
    course(code, "Podcasting", sections=(Section("21257"),)) for code in ("JOUR 412", "COMM 441")
)


def test_the_programs_of_a_course_are_named() -> None:
    assert say("under which programs does AHIS 120 appear").statement == (
        "[AHIS 120g] is listed under AHIS (Art History) and ARTS (GE-A, The Arts)."
    )


def test_codes_of_one_section_are_told() -> None:
    catalogue = Catalogue(TWINS, "Spring 2024")
    query = Query("is JOUR 412 cross-listed?", "schedule", ("JOUR 412",))
    assert facts(query, catalogue, Requirements(catalogue)).statement == (
        "[JOUR 412] is listed under JOUR (Journalism); the same section is listed as [COMM 441]."
    )
    for text in ("does another dept list that too", "is it listed under other departments"):
        other = Query(text, "description", ("JOUR 412",), follows=True)
        assert "listed as [COMM 441]" in facts(other, catalogue, Requirements(catalogue)).statement
    both = Query("are they the same class", "compare", ("JOUR 412", "COMM 441"))
    told = facts(both, catalogue, Requirements(catalogue)).statement
    assert told.startswith("Yes: both codes stand for the same listed section (21257). In ")
    hat = Query("is JOUR 412 just COMM 441 renamed?", "compare", ("JOUR 412", "COMM 441"))
    told = facts(hat, catalogue, Requirements(catalogue)).statement
    assert told.startswith("Yes: both codes stand for the same listed section (21257).")
    assert say("is CSCI 104 just CSCI 170 under another name?").statement.startswith(
        "No: the file has them as two different courses. They differ in"
    )


def test_courses_without_a_section_number_are_no_twins() -> None:
    one = course("JOUR 412", "Podcasting", sections=(Section(),))
    other = course("COMM 441", "Podcasting", sections=(Section(),))
    assert not twin(one, other)


def test_which_programs_require_a_course_is_not_in_the_file() -> None:
    assert say("AHIS 120 is a requirement in which programs").refused


def test_plain_words_for_headings_hold_whatever_else_is_read() -> None:
    catalogue = Catalogue(TWINS, "Spring 2024")
    for text in ("JOUR 412 lives under which departments", "which dept is JOUR 412 filed under"):
        query = Query(text, "clearance", ("JOUR 412",))
        assert "listed as [COMM 441]" in facts(query, catalogue, Requirements(catalogue)).statement
