"""The cards show every field of a record, and nothing in a record comes to life."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from rag.course import Course, Section
from tests.fakes import DATA_STRUCTURES, PROGRAMMING
from ui.cards import EMPTY, MOST_CARDS, card_html, cards_html

HOSTILE = '"><script>alert(1)</script><img src="http://evil.example/x.png" onerror="x"><a href="y">'
OURS = {
    *("article", "header", "span", "h3", "div", "dl", "dt", "dd"),
    *("details", "summary", "p"),
}


class Reader(HTMLParser):
    """The tags of a page, their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@pytest.mark.parametrize(
    "text",
    [
        "CSCI 104L",
        "Data Structures and Object Oriented Design",
        "4 units",
        "CSCI 103L",
        "Registration open to majors only",
        "Lecture, Tue, Thu 2:00-3:20pm",
        "Ada Example",
        "needs department clearance",
        "GE-F Quantitative Reasoning",
        "Computer Science",
        "Lists, trees and graphs, and how to choose among them.",
    ],
)
def test_a_card_shows_each_field(text: str) -> None:
    assert text in Reader(card_html(DATA_STRUCTURES)).text


def test_a_course_without_prerequisites_says_so_and_shows_no_empty_field() -> None:
    text = Reader(card_html(PROGRAMMING)).text
    assert "none in the file" in text
    assert not {"Restrictions", "Its instructor", "Registration", "Description"} & set(text)


def test_a_time_to_be_announced_is_told() -> None:
    course = replace(PROGRAMMING, sections=(Section(),))
    assert "Lecture, time to be announced" in Reader(card_html(course)).text


@pytest.mark.parametrize("field", ["code", "title", "description", "prerequisites", "restrictions"])
def test_markup_in_a_field_stays_text(field: str) -> None:
    change: dict[str, Any] = {field: HOSTILE}
    html = Reader(card_html(replace(DATA_STRUCTURES, **change)))
    assert html.tags <= OURS
    assert html.attributes == {"class", "aria-label"}
    assert HOSTILE in html.text


def test_markup_in_a_section_or_program_stays_text() -> None:
    section = Section(kind=HOSTILE, days=(HOSTILE,), instructors=(HOSTILE,))
    course = Course("ABCD 100", "T", "", 1, 1, sections=(section,), listed_under=(HOSTILE,))
    html = Reader(card_html(course))
    assert html.tags <= OURS
    assert html.attributes == {"class", "aria-label"}


def test_no_course_shows_what_the_panel_is_for() -> None:
    assert cards_html([]) == EMPTY


def test_a_long_list_is_cut_and_the_rest_counted() -> None:
    html = cards_html([PROGRAMMING] * (MOST_CARDS + 3))
    assert html.count("<article") == MOST_CARDS
    assert "and 3 more cited in the answer" in html
