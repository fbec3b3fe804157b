"""The words of a topic as they are looked for."""

from __future__ import annotations

import pytest

from tests.rag.shelf import read

TOPICS = [
    ("ocean/marine classes", "ocean or marine"),
    ("anything on gender and/or sexuality", "gender or sexuality"),
    ("classes on magic, like actual magic tricks", "magic tricks"),
    ("do you have pottery, or if not, glassblowing", "pottery or glassblowing"),
    ("is swahili or zulu taught?", "swahili or zulu"),
    ("classes on jazz, all schools", "jazz"),
    ("classes on jazz that undergrads may join", "jazz"),
    ("classes on jazz in global perspectives (G or H)", "jazz"),
]


@pytest.mark.parametrize(("question", "topic"), TOPICS)
def test_a_topic_has_each_word_once_and_its_choices_apart(question: str, topic: str) -> None:
    assert read(question).topic == topic


def test_what_is_taught_is_listed() -> None:
    assert read("is swahili or zulu taught?").ask == "list"
    assert read("is CSCI 104 offered?").codes == ("CSCI 104L",)
