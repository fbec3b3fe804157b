"""Conditions in students' words become filters."""

from __future__ import annotations

import pytest

from tests.rag.shelf import conditions, read

FILTERS = [
    ("4-unit CSCI classes", {"units any 4.0", "program any CSCI"}),
    ("classes worth four units", {"units any 4.0"}),
    ("courses with 2 units or less", {"units max 2.0"}),
    ("classes under 3 units", {"units max 2.5"}),
    ("at least 3 credits in econ", {"units min 3.0", "program any ECON"}),
    ("3+ unit courses", {"units min 3.0"}),
    ("more than 2 unit classes", {"units min 2.5"}),
    ("classes between 2 and 4 units", {"units min 2.0", "units max 4.0"}),
    ("2-4 unit classes", {"units min 2.0", "units max 4.0"}),
    ("any one unit electives", {"units any 1.0"}),
    ("1 or 2 unit classes", {"units any 1.0,2.0"}),
    ("lower division math classes", {"level any lower", "program any MATH"}),
    ("upper-div psych electives", {"level any upper", "program any PSYC"}),
    ("graduate level CS courses", {"level any graduate", "program any CSCI"}),
    ("master's classes in econ", {"level any graduate", "program any ECON"}),
    ("phd courses", {"level any graduate"}),
    ("undergrad econ classes", {"level any lower,upper", "program any ECON"}),
    ("csci classes that are not graduate level", {"level not graduate", "program any CSCI"}),
    ("300-level history courses", {"hundred any 300", "program any HIST"}),
    ("400 level or above CS classes", {"hundred min 400", "program any CSCI"}),
    ("300 or 400 level math courses", {"hundred any 300,400", "program any MATH"}),
    ("GE-B classes", {"ge any B"}),
    ("ge b courses", {"ge any B"}),
    ("category C courses", {"ge any C"}),
    ("which classes satisfy Social Analysis", {"ge any C"}),
    ("GE-B and GE-C classes", {"ge any B,C"}),
    ("arts GE with no prereqs", {"ge any A", "prerequisites any False"}),
    ("quantitative reasoning courses", {"ge any F"}),
    ("a gen ed class", {"ge any A,B,C,D,E,F,G,H"}),
    ("something for my ge requirement", {"ge any A,B,C,D,E,F,G,H"}),
    ("csci classes without prerequisites", {"prerequisites any False", "program any CSCI"}),
    ("courses that don't require any prereqs", {"prerequisites any False"}),
    ("classes open to anyone", {"prerequisites any False"}),
    ("math classes with prereqs", {"prerequisites any True", "program any MATH"}),
    ("cs classes with no d-clearance", {"clearance any False", "program any CSCI"}),
    ("which courses need department clearance", {"clearance any True"}),
    ("courses open to everyone", {"restricted any False"}),
    ("psych classes without restrictions", {"restricted any False", "program any PSYC"}),
    ("classes for non-majors", {"restricted any False"}),
    ("labs in chemistry", {"kind any Lab,Lecture-Lab", "program any CHEM"}),
    ("chem courses without labs", {"kind not Lab,Lecture-Lab", "program any CHEM"}),
    ("math classes with a discussion", {"kind any Discussion,Lecture-Discussion",
                                        "program any MATH"}),
    ("lecture only classes", {"kind any Lecture"}),
    ("besides MATH, which courses are 4 units", {"program not MATH", "units any 4.0"}),
    ("csci courses other than CSCI 104", {"code not CSCI 104L", "program any CSCI"}),
    ("which upper division classes don't require CSCI 170",
     {"needs not CSCI 170", "level any upper"}),
]  # fmt: skip


@pytest.mark.parametrize(("question", "filters"), FILTERS)
def test_conditions_are_understood(question: str, filters: set[str]) -> None:
    query = read(question)
    assert conditions(query) == filters
    assert (query.topic, query.codes) == ("", ())
    assert query.ask in ("list", "recommend")
