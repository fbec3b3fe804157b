"""The courses, people and departments with the most or the least of something."""

from __future__ import annotations

import pytest

from rag.understanding.superlative import find_superlative
from rag.understanding.words import Text
from tests.rag.courses import codes, say

MEASURES = [
    ("which class is a prerequisite for the most others", "unlocks", True),
    ("what course opens up the most classes", "unlocks", True),
    ("what is the most common prerequisite", "unlocks", True),
    ("the majority of courses require which course first?", "unlocks", True),
    ("most classes have which prerequisite?", "unlocks", True),
    ("which class will help me get into the most other classes", "unlocks", True),
    ("which class has the most prerequisites", "needs", True),
    ("the class with the fewest prereqs", "needs", False),
    ("which course is worth the most units", "units", True),
    ("what carries the least credits", "units", False),
    ("which law course is the cheapest in units", "units", False),
    ("the earliest class on friday", "start", False),
    ("which lecture starts the latest", "start", True),
    ("which course do most other courses need", "unlocks", True),
    ("the class most commonly required by others", "unlocks", True),
    ("what class ends latest", "end", True),
    ("latest-starting econ class", "start", True),
    ("the longest single meeting", "length", True),
    ("latest ending class on fridays", "end", True),
    ("which one gets out the soonest", "end", False),
    ("what is the first math class of the day", "start", False),
    ("the earliest-starting econ class", "start", False),
    ("the max units anything gives", "units", True),
    ("the longest lecture in physics", "length", True),
    ("who teaches the most classes", "teacher", True),
    ("which professor is teaching the most 4 unit classes", "teacher", True),
    ("the lowest level math class", "number", False),
    ("which department has the most courses", "department", True),
]


@pytest.mark.parametrize(("question", "measure", "most"), MEASURES)
def test_superlatives_are_told_by_what_they_rank(question: str, measure: str, most: bool) -> None:
    assert find_superlative(Text(question)) == (measure, most)


@pytest.mark.parametrize("question", ["the most interesting class", "classes on early cinema"])
def test_other_words_ask_for_no_ranking(question: str) -> None:
    assert find_superlative(Text(question)) is None


RANKED = [
    ("which CSCI class is a prereq for most other classes", "CSCI 103L"),
    ("what is the earliest class on Friday", "MATH 125g"),
    ("which class ends the latest", "CSCI 585"),
    ("which CSCI course is worth the fewest units", "CSCI 499"),
    ("which CSCI class has the most prerequisites", "CSCI 270"),
]


@pytest.mark.parametrize(("question", "first"), RANKED)
def test_the_top_of_a_ranking_is_named_first(question: str, first: str) -> None:
    answer = say(question)
    assert codes(answer)[0] == first and answer.values == (first,)


def test_people_and_departments_are_ranked_by_their_courses() -> None:
    assert say("which department has the most courses").statement.startswith(
        "In the Spring 2024 file, CSCI has the most courses: 6 courses."
    )
    assert "Ada Example is listed" in say("which professor teaches the most classes").statement


def test_the_fewest_prerequisites_are_none() -> None:
    answer = say("which MATH class has the fewest prerequisites")
    assert answer.statement.startswith("The Spring 2024 file has 1 MATH course with no")


def test_those_level_at_the_top_are_told_together_and_then_the_next() -> None:
    said = say("what is the earliest class on tuesdays").statement
    assert said == (
        "Of the courses whose listed section meets on Tue in the Spring 2024 file, this starts "
        "earliest: [CSCI 103L] Introduction to Programming (Tue, Thu 10:00-11:20am). Next comes "
        "[CSCI 104L] Data Structures (Tue, Thu 2:00-3:20pm)."
    )
    tied = say("which class starts the earliest")
    assert "these 3 start earliest:\n- [MATH 125g]" in tied.statement and tied.total == 3
    assert "Next come [CSCI 104L]" in tied.statement
