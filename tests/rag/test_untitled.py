"""A title in part or mistyped is a course where only with it the question makes sense."""

from __future__ import annotations

from tests.rag.test_revision import reader


def test_a_mistyped_title_is_looked_up_where_the_opinion_is_sure() -> None:
    query = reader("prerequisites", 0.95)[0].read("databse systms - what do I gotta pass b4")
    assert (query.ask, query.codes) == ("prerequisites", ("CSCI 585",))


def test_a_topic_of_a_set_of_courses_stays_one() -> None:
    query = reader("prerequisites", 0.95)[0].read("something on databse systms please")
    assert query.codes == ()
