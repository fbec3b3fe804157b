"""Lists and counts are filtered from the whole table and give the true number."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rag.catalogue import Catalogue
from rag.course import DAYS, GE_CATEGORIES, LEVELS, Hit, Section
from rag.exact.selection import culprit, select
from rag.facts import facts
from rag.query import Filter, Query, matches
from rag.question import Reader
from rag.requirements import Requirements
from tests.rag.courses import CATALOGUE, COURSES, ask, codes, course, say, section

CSCI = Filter("program", ("CSCI",))
FILTERS = st.one_of(
    st.sampled_from(["CSCI", "MATH", "ARTS"]).map(lambda p: Filter("program", (p,))),
    st.builds(Filter, st.just("units"), st.sampled_from([(1.0,), (2.0,), (4.0,)]),
              st.sampled_from(["any", "not", "min", "max"])),
    st.sampled_from(LEVELS).map(lambda v: Filter("level", (v,))),
    st.sampled_from(list(GE_CATEGORIES)).map(lambda v: Filter("ge", (v,))),
    st.builds(Filter, st.just("day"), st.sampled_from(DAYS).map(lambda d: (d,)),
              st.sampled_from(["any", "not", "only", "all"])),
    st.builds(Filter, st.just("start"), st.just((700,)), st.sampled_from(["min", "max"])),
    st.booleans().map(lambda v: Filter("clearance", (v,))),
    st.booleans().map(lambda v: Filter("prerequisites", (v,))),
)  # fmt: skip


@given(st.lists(FILTERS, max_size=4))
def test_a_selection_is_every_course_that_matches_in_file_order(filters: list[Filter]) -> None:
    assert list(select(COURSES, filters)) == [c for c in COURSES if matches(c, filters)]


@given(st.lists(FILTERS, min_size=2, max_size=4, unique=True))
def test_the_condition_blamed_is_one_whose_removal_leaves_that_many(filters: list[Filter]) -> None:
    found = culprit(COURSES, filters)
    if not select(COURSES, filters):
        without = [select(COURSES, [f for f in filters if f != one]) for one in filters]
        assert (found is None) == (not any(without))
        if found:
            assert len(select(COURSES, [f for f in filters if f != found[0]])) == found[1]


@given(st.lists(FILTERS, max_size=3, unique=True))
def test_the_total_of_a_list_and_of_a_count_is_the_true_number(filters: list[Filter]) -> None:
    true = len([c for c in COURSES if matches(c, filters)])
    assert ask("list", filters=tuple(filters)).total == true
    assert ask("count", filters=tuple(filters)).total == true


def test_a_short_list_is_one_sentence() -> None:
    answer = ask("list", filters=(CSCI, Filter("level", ("upper",)), Filter("units", (3,))))
    assert answer.statement == (
        "The Spring 2024 file has 1 upper-division CSCI course of 3 units: "
        "[CSCI 499] Special Topics (2-4 units)."
    )


def test_a_longer_list_is_in_rows_with_the_fact_asked_about() -> None:
    answer = ask("list", filters=(CSCI, Filter("day", ("Fri",), "not")))
    assert answer.statement == (
        "The Spring 2024 file has 3 CSCI courses whose listed section does not meet on Fri: "
        "[CSCI 103L] Introduction to Programming (4 units, Tue, Thu 10:00-11:20am), "
        "[CSCI 104L] Data Structures (4 units, Tue, Thu 2:00-3:20pm) and "
        "[CSCI 270] Algorithms (4 units, Mon, Wed 10:00-11:20am)."
    )
    rows = ask("prerequisites", filters=(CSCI,)).statement.split("\n")
    assert rows[0] == "The Spring 2024 file has 6 CSCI courses:"
    assert rows[2] == "- [CSCI 170] Discrete Methods (4 units, requires CSCI 103)"
    assert len(rows) == 7


def test_a_long_list_shows_some_and_says_how_many_more() -> None:
    many = Catalogue([course(f"AB {n}", f"Course {n}") for n in range(100, 130)], "Spring 2024")
    query = Query("", "list", filters=(Filter("program", ("AB",)),))
    answer = facts(query, many, Requirements(many))
    rows = answer.statement.split("\n")
    assert rows[0] == "The Spring 2024 file has 30 AB courses; here are 6:"
    assert (len(rows), rows[-1]) == (8, "and 24 more.")
    assert (answer.total, len(answer.courses), answer.values) == (30, 6, ("30",))


def test_a_count_gives_the_number_and_a_few_examples() -> None:
    answer = ask("count", filters=(CSCI,))
    assert answer.statement == (
        "The Spring 2024 file has 6 CSCI courses, "
        "for example [CSCI 103L], [CSCI 170] and [CSCI 104L]."
    )


def test_no_match_says_so_and_names_the_condition_in_the_way() -> None:
    answer = ask("list", filters=(CSCI, Filter("ge", ("A",))))
    assert answer.statement == (
        "The Spring 2024 file has no CSCI course in GE-A (The Arts). "
        "Without the condition “GE-A The Arts” there would be 6."
    )
    assert (answer.total, answer.courses, answer.refused) == (0, (), False)


def test_a_topic_counts_the_courses_that_mention_it() -> None:
    answer = ask("count", topic="trees and graphs")
    assert answer.statement == (
        "The Spring 2024 file has 1 course that mentions “trees and graphs”: "
        "[CSCI 104L] Data Structures (4 units)."
    )


def test_a_topic_nobody_mentions_gives_the_closest_or_says_so() -> None:
    near = ask("list", topic="pigments", hits=("AHIS 120g",))
    assert near.statement == (
        "No course in the Spring 2024 file mentions “pigments” word for word; "
        "the closest in meaning is [AHIS 120g] Painting (4 units)."
    )
    assert near.total is None
    assert ask("list", topic="pigments").refused


def test_where_others_are_asked_for_the_rest_of_the_catalogue_is_no_answer() -> None:
    answer = ask("list", filters=(Filter("code", ("CSCI 104L",), "not"),), topic="pigments")
    assert answer.statement == (
        "No course other than CSCI 104L in the Spring 2024 file mentions “pigments” word for word; "
        "no other comes close in meaning."
    )


def test_a_follow_up_stays_among_the_courses_named() -> None:
    named = ("CSCI 104L", "CSCI 170", "PHED 120")
    four = ask("list", *named, filters=(Filter("units", (4,)),), follows=True)
    assert four.statement.startswith("Of those, 2 are courses of 4 units: [CSCI 104L]")
    none = ask("list", *named, filters=(Filter("units", (9,)),), follows=True)
    assert none.statement == "Of those courses, none is a course of 9 units."


def test_a_topic_with_an_or_is_met_by_either_word() -> None:
    answer = ask("count", topic="swim or colour")
    assert answer.total == 2
    assert answer.statement.startswith("The Spring 2024 file has 2 courses that mention")


def test_courses_listed_before_are_told_apart_from_the_whole_file() -> None:
    listed = Filter("code", ("CSCI 104L", "CSCI 170", "PHED 120"))
    one = ask("list", filters=(listed, Filter("units", (1,))), follows=True)
    assert one.statement == "Of those, 1 is a course of 1 unit: [PHED 120] Swimming (1 unit)."
    none = ask("list", filters=(listed, Filter("units", (9,))), follows=True)
    assert none.statement == "Of those courses, none is a course of 9 units."


def test_an_instructor_gives_the_courses_listed_for_them() -> None:
    by = Filter("instructor", ("Ada Example",))
    answer = ask("taught_by", filters=(by,))
    assert answer.statement == (
        "Ada Example is listed for 1 course in the Spring 2024 file: "
        "[CSCI 104L] Data Structures (4 units)."
    )
    assert ask("taught_by", topic="nobody").refused


def test_a_recommendation_has_reasons_and_leaves_out_what_is_taken_or_out_of_reach() -> None:
    hits = ("CSCI 103L", "CSCI 270", "AHIS 120g", "CSCI 104L")
    plain = ask("recommend", hits=hits, topic="art")
    assert codes(plain) == ["CSCI 103L", "CSCI 270", "AHIS 120g", "CSCI 104L"]
    assert "- [AHIS 120g] Painting (4 units): Colour on wood." in plain.statement
    assert codes(ask("recommend", hits=hits, taken=("CSCI 103L",))) == ["AHIS 120g"]
    assert codes(ask("recommend", hits=hits, filters=(Filter("ge", ("A",)),))) == ["AHIS 120g"]
    assert ask("recommend", topic="art").refused


def test_one_section_must_meet_all_conditions_on_sections() -> None:
    two = course(
        "AB 101",
        "Two",
        sections=(Section(days=("Mon",), start=600, end=650), Section(days=("Fri",), start=900)),
    )
    monday_late = [Filter("day", ("Mon",)), Filter("start", (800,), "min")]
    assert select([two], monday_late) == ()
    assert CATALOGUE.find("AB 101") is None


def test_just_the_days_asked_for_are_told_as_one() -> None:
    answer = ask(
        "list",
        filters=(
            Filter("day", ("Mon", "Wed", "Fri"), "all"),
            Filter("day", ("Mon", "Wed", "Fri"), "only"),
        ),
    )
    assert "whose listed section meets on just Mon, Wed and Fri" in answer.statement
    assert answer.total == 1


def test_courses_of_variable_units_are_told_apart_from_those_of_just_so_many() -> None:
    fit = Filter("units", (4.0,))
    answer = ask("list", filters=(CSCI, fit))
    assert answer.total == 6
    assert answer.statement.startswith("The Spring 2024 file has 5 CSCI courses of 4 units:")
    assert answer.statement.endswith(
        "1 more can be taken for that many units: [CSCI 499] (2-4 units)."
    )
    only = ask("list", filters=(CSCI, Filter("units", (3.0,))))
    assert (only.total, codes(only)) == (1, ["CSCI 499"])


def test_what_is_asked_beside_each_course_is_shown() -> None:
    def shown(question: str) -> str:
        return say(question).statement

    assert "(4 units, Mon, Wed 10:00-11:20am, requires CSCI 104 and either" in shown(
        "list the CSCI classes on mondays with their days and prereqs"
    )
    assert "(4 units, Tue, Thu 2:00-3:20pm, Ada Example and Bo Sample)" in shown(
        "which CSCI classes need clearance, who teaches them and when"
    )
    assert "[AHIS 120g] Painting (4 units, GE-A)" in shown("arts GEs and which category each is in")


def test_courses_of_variable_units_are_told_though_a_word_was_left_aside() -> None:
    some = (
        course("DSO 462", "Business", 2, sections=(section("Mon", 600, 650),)),
        course("DSO 498", "Special Topics", 1, units_max=4.0, sections=(section("Mon", 600, 650),)),
        course("DSO 555", "Data", 4, sections=(section("Mon", 600, 650),)),
    )
    held = Catalogue(some, "Spring 2024")
    query = Reader(held).read("2 unit DSO courses on monday zzyx")
    answer = facts(query, held, Requirements(held))
    assert (query.topic, codes(answer), answer.total) == ("zzyx", ["DSO 462", "DSO 498"], 2)


def test_where_none_mentions_the_topic_the_nearest_come_first() -> None:
    hits = [Hit(CATALOGUE.by_code[code], 0.2) for code in ("CSCI 499", "CSCI 585", "CSCI 270")]
    query = Query("", "list", filters=(CSCI,), topic="cryptography")
    told = facts(query, CATALOGUE, Requirements(CATALOGUE), hits).statement.splitlines()
    assert told[1:3] == [
        "- [CSCI 585] Database Systems (4 units)",
        "- [CSCI 270] Algorithms (4 units)",
    ], told


def test_a_word_left_over_beside_a_teacher_is_left_aside() -> None:
    answer = say("find me sections led by ada example")
    assert answer.statement.startswith("The Spring 2024 file has 1 course taught by Ada Example")
    assert codes(answer) == ["CSCI 104L"]
