"""GE category, grading and clearance of a course."""

from __future__ import annotations

import pytest

from rag.query import Filter
from tests.rag.courses import ask, say
from tests.rag.shelf import read

ASKED = [
    ("which GE category is CSCI 104", "category"),
    ("what ge does csci 104 satisfy", "category"),
    ("Does CSCI 104 fulfill a general education requirement?", "category"),
    ("does csci 104 count for GE-B", "category"),
    ("is CSCI 104 graded credit no credit", "grading"),
    ("do you get a letter grade in csci 104", "grading"),
    ("is csci 104 a d-clearance class", "clearance"),
    ("Is CSCI 104 D-cleared or can I just add it?", "clearance"),
    ("does csci 104 need approval from the department", "clearance"),
    ("does the department have to clear me for CSCI-104", "clearance"),
    ("average grade in csci 104", "unavailable"),
    ("does it say anywhere if csci 104 is curved", "unavailable"),
]


@pytest.mark.parametrize(("question", "kind"), ASKED, ids=[q for q, _ in ASKED])
def test_what_is_asked_is_told(question: str, kind: str) -> None:
    assert read(question).ask == kind


def test_the_category_is_named_and_denied() -> None:
    assert ask("category", "AHIS 120g").statement == ("[AHIS 120g] counts for GE-A (The Arts).")
    assert ask("category", "CSCI 270").statement == (
        "[CSCI 270] is listed under no GE category in the Spring 2024 file."
    )
    no = ask("category", "AHIS 120g", filters=(Filter("ge", ("B",)),))
    assert no.statement == "No. [AHIS 120g] counts for GE-A (The Arts)."


def test_clearance_is_a_yes_or_a_no() -> None:
    assert ask("clearance", "CSCI 104L").statement.startswith(
        "Yes, the listed section of [CSCI 104L] (10001) needs department clearance."
    )
    assert ask("clearance", "CSCI 103L").values == ("No", "needs no department clearance")


def test_going_without_clearance_is_no_yes_or_no() -> None:
    assert say("can I add CSCI 104 without clearance").statement == (
        "Department clearance is needed: the listed section of [CSCI 104L] (10001) needs "
        "department clearance."
    )
    assert say("could I add CSCI 270 without clearance").statement.startswith(
        "No clearance is needed: "
    )


def test_grading_is_told_only_where_the_description_does() -> None:
    assert "does not say that [CSCI 104L]" in ask("grading", "CSCI 104L").statement
