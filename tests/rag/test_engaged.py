"""The student's own hours, which a course is held against."""

from __future__ import annotations

import pytest

from rag.understanding.engaged import engaged
from rag.understanding.words import Text
from tests.rag.courses import say
from tests.rag.shelf import read
from tests.rag.test_shown import after


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("class monday and wednesday from 11 to 12:20", (("Mon", "Wed"), 660, 740)),
        ("I work until 3pm on Tuesdays", (("Tue",), 0, 900)),
        ("band practice 2-4pm", ((), 840, 960)),
        ("I work on Fridays", None),
    ],
)
def test_hours_are_told_in_many_ways(words: str, hours: object) -> None:
    assert engaged(Text(words).line) == hours


def test_a_course_overlaps_with_them_or_not() -> None:
    busy = "I have class Tuesday and Thursday from 10 to 12."
    assert say(f"{busy} Does CSCI 103 overlap with that?").statement.startswith("Yes: [CSCI 103L]")
    later = "I work Tuesdays 1pm to 5pm."
    assert say(f"{later} Does CSCI 103 overlap with that?").statement.startswith("No: [CSCI 103L]")


def test_the_course_spoken_of_before_is_not_meant() -> None:
    talk = ("when is CSCI 170", ("CSCI 170",))
    query = after("I have class monday from 11 to 12. Does CSCI 104 overlap with that?", talk)
    assert (query.ask, query.codes) == ("schedule", ("CSCI 104L",))
    assert read("does CSCI 104 overlap with CSCI 170?").codes == ("CSCI 104L", "CSCI 170")


def test_what_needs_a_course_is_no_prerequisite_of_it() -> None:
    query = after("which courses need it?", ("when is CSCI 104", ("CSCI 104L",)))
    assert (query.ask, query.codes) == ("unlocks", ("CSCI 104L",))
    timed = after("which courses need it and meet on fridays", ("when is CSCI 104", ("CSCI 104L",)))
    assert (timed.ask, [f.label() for f in timed.filters]) == ("unlocks", ["Fri"])
