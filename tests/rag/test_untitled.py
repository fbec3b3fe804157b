"""A title in part or mistyped is a course where only with it the question makes sense."""

from __future__ import annotations

from rag.understanding.untitled import mask
from tests.rag.shelf import read
from tests.rag.test_revision import reader


def test_a_mistyped_title_is_looked_up_where_the_opinion_is_sure() -> None:
    query = reader("prerequisites", 0.95)[0].read("databse systms - what do I gotta pass b4")
    assert (query.ask, query.codes) == ("prerequisites", ("CSCI 585",))


def test_a_topic_of_a_set_of_courses_stays_one() -> None:
    query = reader("prerequisites", 0.95)[0].read("something on databse systms please")
    assert query.codes == ()


def test_one_class_described_and_then_asked_about_is_looked_up() -> None:
    query = read("looking for that behavioral neuroscience thing. days?")
    assert (query.ask, query.codes) == ("schedule", ("PSYC 326",))
    assert read("looking for classes on neuroscience. mondays?").ask == "list"


def test_what_is_refused_is_refused_of_the_course_whose_title_is_given_in_part() -> None:
    query = reader("unavailable", 0.99)[0].read("do you cry in databse systms")
    assert (query.ask, query.codes) == ("unavailable", ("CSCI 585",))


def test_a_program_s_code_is_read_as_its_name() -> None:
    assert mask("what spring hrm classes are offered") == (
        "what spring human resource management classes are offered"
    )
    assert mask("is #0 in the core or iran program") == (
        "is the course in the core or iranian studies program"
    )
