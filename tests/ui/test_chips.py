"""The chips say what was understood, and each can be taken away or put back."""

from __future__ import annotations

from rag.query import Filter
from tests.fakes import NOT_FRIDAY, UPPER
from ui.chips import chips_html


def test_nothing_understood_shows_nothing() -> None:
    assert chips_html(()) == ""


def test_each_filter_is_a_button_that_says_what_it_does() -> None:
    html = chips_html((UPPER, NOT_FRIDAY))
    assert html.count("<button") == 2
    assert 'data-chip="0" aria-label="Remove: upper division"' in html
    assert 'data-chip="1" aria-label="Remove: not Fri"' in html


def test_a_removed_filter_keeps_its_place_and_can_be_put_back() -> None:
    html = chips_html((UPPER, NOT_FRIDAY), without={UPPER})
    assert 'data-chip="0" aria-label="Put back: upper division"' in html
    assert 'data-chip="1" aria-label="Remove: not Fri"' in html


def test_courses_taken_are_shown_but_not_clickable() -> None:
    html = chips_html((), taken=("CSCI 103L",))
    assert "passed CSCI 103L" in html
    assert "<button" not in html


def test_markup_in_a_label_stays_text() -> None:
    html = chips_html((Filter("instructor", ('"><img src=x onerror=alert(1)>',)),))
    assert "<img" not in html
    assert "&lt;img" in html and "&quot;&gt;" in html
