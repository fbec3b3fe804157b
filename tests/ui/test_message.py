"""Messages: lists and badges are drawn, everything else is shown as it was written."""

from __future__ import annotations

import pytest

from ui.message import LONGEST_QUESTION_SHOWN, answer_text, mistake_text, question_text


def test_an_ordinary_sentence_is_left_as_it_is() -> None:
    text = "CSCI 104L is 4 units; it meets Tue, Thu 2:00-3:20pm (one section), R&D included."
    assert answer_text(text) == text


def test_a_citation_becomes_a_badge() -> None:
    assert answer_text("It is 4 units [CSCI 104L].") == "It is 4 units `CSCI 104L`."


def test_lists_stay_lists() -> None:
    text = "Two:\n- one [CSCI 103L]\n• two\n1. first\n2) second"
    assert answer_text(text) == "Two:\n- one `CSCI 103L`\n- two\n1. first\n2. second"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<img src=x>", r"\<img src=x>"),
        ("![x](http://evil.example/x.png)", r"!\[x\](http\://evil.example/x.png)"),
        ("[x](y)", r"\[x\](y)"),
        ("www.evil.example", r"www\.evil.example"),
        ("me@evil.example", r"me\@evil.example"),
        ("**b** _i_ ~s~ `c` $x$", r"\*\*b\*\* \_i\_ \~s\~ \`c\` \$x\$"),
        ("&lt;script&gt;", r"\&lt;script\&gt;"),
        ("# head", r"\# head"),
        ("> quote", r"\> quote"),
        ("---", r"\-\-\-"),
        ("a\n===", "a\n" + r"\=\=\="),
        (r"\[CSCI 104L](x)", r"\\`CSCI 104L`(x)"),
    ],
)
def test_markup_is_made_literal(written: str, shown: str) -> None:
    assert answer_text(written) == shown


def test_a_question_shows_no_badge_and_no_list_of_ours() -> None:
    assert question_text("what of [CSCI 104L]?") == r"what of \[CSCI 104L\]?"


def test_a_very_long_question_is_cut_and_measured() -> None:
    shown = question_text("y" * 5000)
    assert shown == "y" * LONGEST_QUESTION_SHOWN + "… (5,000 characters)"


def test_a_mistake_is_one_quoted_line() -> None:
    assert mistake_text("Wrong:\n<b>x</b>") == r"> Wrong: \<b>x\</b>"


def test_the_note_is_small_print_under_the_answer() -> None:
    assert answer_text("Yes.", "1.9 s").endswith("Yes.\n\n<small>1.9 s</small>")
