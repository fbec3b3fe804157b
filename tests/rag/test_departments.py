"""Programs by code, name and nickname, and words that only look like one."""

from __future__ import annotations

import pytest

from tests.rag.shelf import conditions, read

PROGRAMS = [
    ("cs classes", "program any CSCI"),
    ("computer science electives", "program any CSCI"),
    ("psych courses", "program any PSYC"),
    ("classes in the history department", "program any HIST"),
    ("ART courses", "program any ART"),
    ("art history classes", "program any AHIS"),
    ("show me econ", "program any ECON"),
    ("spanish classes", "program any SPAN"),
    ("non-CSCI classes with 4 units", "program not CSCI"),
    ("lower div ir classes on thu", "program any IR"),
    ("how many classes does history have", "program any HIST"),
    ("grad psych classes", "level any graduate"),
    ("4 unit 200 level hp classes", "program any HP"),
    ("rel classes on thu done by 2pm", "program any REL"),
    ("any 300 level rel with no prereqs?", "program any REL"),
    ("list 300 level red electives", "program any RED"),
    ("4 unit 400 level ir", "program any IR"),
    ("hay clases de español", "program any SPAN"),
]


@pytest.mark.parametrize(("question", "program"), PROGRAMS)
def test_a_program_is_a_condition(question: str, program: str) -> None:
    assert program in conditions(read(question))


@pytest.mark.parametrize(
    "question",
    [
        "something about film history",
        "a GE-B class about film or music",
        "core classes",
        "print classes",
        "red wine classes",
        "4 unit core classes",
        "history of science classes",
        "organic chemistry classes",
        "red pain and core plus life courses",
        "i am in pain, any courses?",
        "courses at USC",
        "sports psychology class",
        "em waves courses",
        "classes about law and order",
    ],
)
def test_a_topic_is_no_program(question: str) -> None:
    assert not any(f.field == "program" for f in read(question).filters)


@pytest.mark.parametrize(
    "question",
    ["my daughter wants math. what do you offer", "i need some psych, any", "he wants econ"],
)
def test_what_someone_wants_is_a_program(question: str) -> None:
    assert any(f.field == "program" for f in read(question).filters)


@pytest.mark.parametrize("question", ["do i need history?", "why would anyone want history"])
def test_what_is_asked_to_be_wanted_is_none(question: str) -> None:
    assert not any(f.field == "program" for f in read(question).filters)
