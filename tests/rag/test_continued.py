"""What is put after a list, in words the rules have no pattern for: told by its meaning."""

from __future__ import annotations

import pytest

from rag.conversation import Turn
from rag.query import Query
from rag.question import Reader
from rag.understanding.classifier import OF_ANY, OF_LIST
from tests.rag.courses import CATALOGUE
from tests.rag.shelf import conditions

LISTED = ("CSCI 103L", "CSCI 104L", "CSCI 170")
CS = {"program any CSCI", "units any 4.0"}


def opinion(done: str, odds: float = 0.95, asked: str = "units") -> Reader:
    """A reader with an opinion on what is done with a list, and on what is asked of a course."""
    made = Reader(CATALOGUE)
    made.opinion = lambda words, situation: (done, odds) if situation == OF_LIST else (asked, 0.95)
    return made


def after_list(reader: Reader, question: str, first: str = "4 unit csci classes") -> Query:
    plain = Reader(CATALOGUE)
    turn = Turn(first, "There are 3.", plain.read(first), LISTED)
    return reader.read(question, [turn])


@pytest.mark.parametrize(("done", "ask"), [("count", "count"), ("again", "list")])
def test_the_list_is_counted_or_shown_again(done: str, ask: str) -> None:
    query = after_list(opinion(done), "so all told we are at what")
    assert (query.ask, conditions(query), query.follows) == (ask, CS, True)


def test_more_of_the_list_leaves_out_what_was_shown() -> None:
    query = after_list(opinion("others"), "keep going")
    assert query.ask == "list"
    assert conditions(query) == CS | {f"code not {','.join(LISTED)}"}


@pytest.mark.parametrize(("likely", "ask"), [(0.97, "smalltalk"), (0.9, "list")])
def test_mere_talk_after_a_list_is_no_wish_for_more(likely: float, ask: str) -> None:
    read = Reader(CATALOGUE)
    told = {OF_LIST: ("others", 0.93), OF_ANY: ("smalltalk", likely)}
    read.opinion = lambda words, situation: told.get(situation, ("unlocks", 0.2))
    assert after_list(read, "that is really lovely of you").ask == ask


def test_a_new_topic_narrows_the_list_and_is_not_asked_of_each() -> None:
    query = after_list(opinion("each", 0.6, asked="description"), "which are about graphs")
    assert (query.ask, query.topic) == ("list", "graphs")
    assert conditions(query) == {f"code any {','.join(LISTED)}"}


def test_a_condition_is_taken_back_by_the_name_of_its_field() -> None:
    query = after_list(opinion("drop"), "honestly the number of units is no concern")
    assert conditions(query) == {"program any CSCI"}


def test_taking_back_what_was_never_asked_changes_nothing() -> None:
    query = after_list(opinion("drop"), "honestly the lab is no concern")
    assert conditions(query) == CS


def test_courses_are_ruled_out_by_a_condition_or_by_what_they_mention() -> None:
    query = after_list(opinion("without"), "anything that falls on fridays can go")
    assert conditions(query) == CS | {"day not Fri"}
    query = after_list(opinion("without"), "the ones to do with trees can go")
    assert "mentions not trees" in conditions(query)


@pytest.mark.parametrize(
    ("said", "condition"),
    [
        ("not before 12 tho", "start min 720"),
        ("not at night", "start max 1019"),
        ("no morning ones", "start min 720"),
        ("i'd rather not wake up before 10", "start min 600"),
    ],
)
def test_a_no_read_with_its_condition_is_not_turned_twice(said: str, condition: str) -> None:
    assert conditions(after_list(opinion("without"), said)) == CS | {condition}


def test_a_wish_beside_what_is_ruled_out_is_left_as_it_is() -> None:
    read = Reader(CATALOGUE)
    for asked in (read, opinion("without")):
        query = after_list(asked, "drop the friday ones, i also want no prereqs")
        assert conditions(query) == CS | {"day not Fri", "prerequisites any False"}


def test_what_is_left_out_for_having_none_has_some() -> None:
    query = after_list(opinion("without"), "leave out ones that have no prereq at all")
    assert conditions(query) == CS | {"prerequisites any True"}


def test_one_of_the_list_is_pointed_at_by_its_title() -> None:
    query = after_list(opinion("pick", asked="instructor"), "the discrete one, who has it")
    assert (query.ask, query.codes, query.follows) == ("instructor", ("CSCI 170",), True)


def test_one_thing_is_asked_of_them_all() -> None:
    query = after_list(opinion("each", asked="schedule"), "give me the hours on all")
    assert (query.ask, query.codes) == ("schedule", LISTED)


def test_the_first_two_are_put_side_by_side() -> None:
    query = after_list(opinion("compare"), "first two side by side")
    assert (query.ask, query.codes) == ("compare", LISTED[:2])


def test_what_the_data_lacks_is_refused_of_the_list_too() -> None:
    query = after_list(opinion("unavailable"), "would my brain melt")
    assert (query.ask, query.missing) == ("unavailable", "that")


def test_a_new_question_is_left_to_itself() -> None:
    query = after_list(opinion("new", 0.99), "how many units is CSCI 270")
    assert (query.ask, query.codes, query.follows) == ("units", ("CSCI 270",), False)


def test_an_unsure_opinion_changes_nothing() -> None:
    assert after_list(opinion("count", 0.3), "show me painting").ask != "count"


def test_without_a_list_before_it_nothing_is_continued() -> None:
    made = opinion("count")
    assert made.read("show me painting").ask != "count"


@pytest.mark.parametrize(
    ("question", "units"),
    [
        ("cut it to those that are 2 units", "units any 2.0"),
        ("cut those that are 2 units", "units not 2.0"),
    ],
)
def test_to_cut_down_to_some_is_not_to_cut_them(question: str, units: str) -> None:
    query = after_list(opinion("without", 0.6), question, "csci classes")
    assert units in conditions(query)
