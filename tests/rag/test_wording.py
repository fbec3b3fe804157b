"""English for answers: series, quoted text, notes from descriptions, conditions."""

from __future__ import annotations

import pytest

from rag.exact import condition, notes
from rag.exact.wording import opening, plain, plural, sentences, series, shorten
from rag.query import Filter
from tests.rag.courses import course


def test_series_and_plurals_read_well() -> None:
    assert [series(list("abc")[:n], "or") for n in range(4)] == ["", "a", "a or b", "a, b or c"]
    assert [plural(n, "course") for n in (0, 1, 2)] == ["0 courses", "1 course", "2 courses"]


def test_quoted_text_carries_no_markup_links_or_citations() -> None:
    text = "<img src=x>See [CSCI 999](http://bad.example) ![p](y) `x` **b** [MATH 1] www.x.y"
    assert plain(text) == "See CSCI 999 p 'x' b (MATH 1)"


def test_sentences_end_at_full_stops_not_at_initials_or_abbreviations() -> None:
    text = "The art of J. S. Bach, e.g. Fugues. Takes CHEM 322bL. Two units"
    assert sentences(text) == [
        "The art of J. S. Bach, e.g. Fugues.",
        "Takes CHEM 322bL.",
        "Two units.",
    ]
    assert sentences("Continues Italian I.") == ["Continues Italian I."]


def test_an_opening_is_whole_sentences_or_a_cut_first_one() -> None:
    assert opening("One two. Three four. Five.", 21) == "One two. Three four."
    assert opening("One two three four five.", 12) == "One two…"
    assert opening("", 10) == ""
    assert shorten("one, two", 6) == "one…"


def test_notes_are_read_from_a_description() -> None:
    noted = course(
        "AB 101",
        "Noted",
        description="Study. Recommended preparation: AB 100 or algebra. "
        "Duplicates credit in AB 99. "
        "Corequisite: AB 102L. Graded CR/NC. Prerequisite: AB 001.",
    )
    assert notes.preparation(noted) == "AB 100 or algebra"
    assert notes.duplicates(noted) == "AB 99"
    assert notes.corequisite(noted) == "AB 102L"
    assert notes.stated_prerequisite(noted) == "AB 001"
    assert notes.grading(noted) == "It is graded credit/no credit. It duplicates credit in AB 99."
    bare = course("AB 100", "Bare", description="Corequisites are discussed nowhere.")
    assert notes.stated_prerequisite(bare) == notes.preparation(bare) == notes.grading(bare) == ""


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        ((), "courses"),
        ((Filter("units", (4.0,)), Filter("program", ("CSCI",))), "CSCI courses of 4 units"),
        ((Filter("units", (1.0,)),), "courses of 1 unit"),
        (
            (Filter("units", (2.0,), "min"), Filter("units", (4.0,), "max")),
            "courses of at least 2 units and at most 4 units",
        ),
        ((Filter("units", (4.0,), "not"),), "courses of any number but 4 units"),
        ((Filter("hundred", (300,)),), "courses at the 300 level"),
        ((Filter("hundred", (400,), "min"),), "courses at 400 or above"),
        ((Filter("level", ("lower", "upper")),), "undergraduate courses"),
        ((Filter("level", ("graduate",), "not"),), "courses that are not graduate"),
        ((Filter("program", ("MATH",), "not"),), "courses outside MATH"),
        ((Filter("ge", ("B",)),), "courses in GE-B (Humanistic Inquiry)"),
        (
            (Filter("day", ("Mon", "Wed"), "all"), Filter("start", (840,), "min")),
            "courses whose listed section meets on Mon and Wed and starts at 2:00pm or later",
        ),
        ((Filter("day", ("Fri",), "not"),), "courses whose listed section does not meet on Fri"),
        (
            (Filter("day", ("Tue",), "only"),),
            "courses whose listed section meets on no day but Tue",
        ),
        (
            (Filter("end", (720,), "max"),),
            "courses whose listed section ends at 12:00pm or earlier",
        ),
        ((Filter("kind", ("Lab",)),), "courses whose listed section is a Lab"),
        ((Filter("instructor", ("A B",), "not"),), "courses not taught by A B"),
        ((Filter("prerequisites", (False,)),), "courses with no prerequisites"),
        ((Filter("restricted", (True,)),), "courses with registration restrictions"),
        (
            (Filter("clearance", (False,)),),
            "courses whose listed section needs no department clearance",
        ),
    ],
)
def test_conditions_are_said_in_plain_english(filters: tuple[Filter, ...], words: str) -> None:
    assert condition.courses(filters, 2) == words
    one = words.replace("courses", "course", 1).replace("that are", "that is")
    assert condition.courses(filters, 1) == one
