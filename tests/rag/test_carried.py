"""Conditions and asks that go on through a conversation, and those that end in it."""

from __future__ import annotations

import pytest

from rag.catalogue import Catalogue
from rag.conversation import Turn
from rag.exact.mention import formed
from rag.exact.shut import shut
from rag.query import Query
from rag.question import Reader
from tests.rag.courses import course, section
from tests.rag.shelf import conditions

COURSES = (
    course("CSCI 103L", "Introduction to Programming", sections=(section("Tue Thu", 600, 680),)),
    course("CSCI 104L", "Data Structures", sections=(section("Mon Wed", 840, 920),)),
    course("CSCI 170", "Discrete Methods", 2, sections=(section("Mon Wed", 600, 680),)),
    course("CSCI 201", "Software Development", prerequisites="CSCI 104 and CSCI 170"),
    course(
        "CSCI 270",
        "Algorithms",
        prerequisites="CSCI 104",
        sections=(section("Mon Wed", 600, 680),),
    ),
    course("CSCI 402", "Operating Systems", prerequisites="CSCI 199"),
    course("CSCI 502", "Compilers", 2, prerequisites="CSCI 199"),
    course("MATH 126g", "Calculus II"),
    course("MATH 226g", "Calculus III", prerequisites="MATH 126"),
    course("MATH 229", "Calculus III for Engineers", prerequisites="MATH 126"),
    course("MATH 245", "Mathematics of Physics", prerequisites="MATH 126"),
    course("LAT 120", "Latin I"),
    course("HIST 109", "The Latin American Experience"),
    course("PHED 155a", "Golf", 1),
    course("ITAL 120", "Italian I"),
    course(
        "PSYC 480x",
        "Honors Seminar",
        restrictions="Registration open to the following major(s): Psychology",
    ),
    course("PSYC 432", "History of Disability"),
    course(
        "BUAD 201x",
        "Business for Others",
        restrictions="Registration closed to the following major(s): Business Administration",
    ),
    course("COMM 441", "Podcasting"),
    course("JOUR 409", "Radio and Podcasts"),
    course("CTPR 404", "Podcast Production"),
)
CATALOGUE = Catalogue(COURSES, "Spring 2024")
READER = Reader(CATALOGUE)
CSCI = ("CSCI 103L", "CSCI 104L", "CSCI 170")


def after(question: str, *told: tuple[str, tuple[str, ...]]) -> Query:
    """The question after these questions, each with the courses that its answer showed."""
    turns: list[Turn] = []
    for asked, codes in told:
        answer = ", ".join(f"[{code}]" for code in codes)
        turns.append(Turn(asked, answer, READER.read(asked, turns), codes))
    return READER.read(question, turns)


@pytest.mark.parametrize(
    "question",
    [
        "which csci classes need CSCI 104 and meet mon wed",
        "csci courses requiring CSCI 104 on mondays and wednesdays",
        "any CSCI classes with CSCI 104 as a prereq that are mon wed",
    ],
)
def test_a_list_by_what_is_needed_and_by_another_condition(question: str) -> None:
    query = after(question)
    wanted = {"needs any CSCI 104", "day all Mon,Wed", "program any CSCI"}
    assert (query.ask, conditions(query)) == ("list", wanted)


def test_both_of_two_prerequisites_are_wanted() -> None:
    query = after("4 unit courses that need CSCI 104 and CSCI 170")
    assert conditions(query) == {"needs all CSCI 104,CSCI 170", "units any 4.0"}


def test_either_of_two_prerequisites_will_do() -> None:
    query = after("courses that need CSCI 104 or CSCI 170")
    assert conditions(query) == {"needs any CSCI 104,CSCI 170"}


def test_a_class_that_the_school_has_is_no_hour_of_the_student() -> None:
    assert conditions(after("do you have a latin class on monday")) == {
        "day any Mon",
        "program any LAT",
    }


def test_what_a_course_unlocks_is_asked_by_its_prerequisite_alone() -> None:
    assert after("which classes need CSCI 104").ask == "unlocks"
    assert after("does CSCI 270 need CSCI 104 and meet on monday").ask == "requires"


def test_what_is_not_required_of_me_is_no_condition_to_need_it() -> None:
    asked = (
        "is there any 300-level class that does not require me to take CSCI 104 as a prerequisite?"
    )
    query = READER.read(asked)
    assert conditions(query) == {"needs not CSCI 104", "hundred any 300"}


@pytest.mark.parametrize(
    ("question", "condition"),
    [("only the 2 unit ones", "units any 2.0"), ("just 4 units", "units any 4.0")],
)
def test_what_a_course_out_of_the_file_unlocks_is_narrowed(question: str, condition: str) -> None:
    told = ("what does CSCI 199 unlock", ("CSCI 402", "CSCI 502"))
    assert conditions(after(question, told)) == {"needs any CSCI 199", condition}
    query = after(question, told, ("is it hard", ()))
    assert conditions(query) == {"needs any CSCI 199", condition}


@pytest.mark.parametrize(
    "question", ["not those, the others", "and the rest?", "show me the other ones"]
)
def test_the_others_are_those_that_a_narrowing_left_out(question: str) -> None:
    told = ("lower division csci classes", CSCI), ("which of them are mon wed", CSCI[1:])
    query = after(question, *told)
    assert "code not CSCI 104L,CSCI 170" in conditions(query)
    assert not any(c.startswith("day") for c in conditions(query))


def test_courses_had_are_taken_off_the_list() -> None:
    query = after("i've already had 103 and 170, whats left", ("csci classes", CSCI))
    assert conditions(query) == {"program any CSCI", "code not CSCI 103L,CSCI 170"}
    assert query.taken == ("CSCI 103L", "CSCI 170")


def test_a_list_is_pointed_at_by_its_size() -> None:
    told = ("lower division csci classes", (*CSCI, "CSCI 201", "CSCI 270"))
    query = after("which of the five is not 4 units", told, ("which are 2 units", ("CSCI 170",)))
    assert "units not 4.0" in conditions(query)
    assert any(c.startswith("code any CSCI 103L") for c in conditions(query))


@pytest.mark.parametrize(
    ("question", "out"),
    [
        ("im not a psych major tho, which can i still take", {"code not PSYC 480x"}),
        ("im a psych major, which can i take", set()),
    ],
)
def test_courses_closed_to_the_student_are_left_out(question: str, out: set[str]) -> None:
    query = after(question, ("psyc classes", ("PSYC 480x", "PSYC 432")))
    assert conditions(query) == {"program any PSYC"} | out


def test_a_restriction_shuts_out_those_it_does_not_name() -> None:
    psyc, buad = CATALOGUE.by_code["PSYC 480x"], CATALOGUE.by_code["BUAD 201x"]
    assert shut(psyc, "i'm not a psych major") and not shut(psyc, "i am a psychology major")
    assert shut(buad, "i'm a business major") and not shut(buad, "im a psych major")
    assert not shut(psyc, "im not a history major")


@pytest.mark.parametrize(
    "question",
    ["i've had 104 and CSCI 170, am i ok then?", "i took 104 and 170, would that be enough"],
)
def test_courses_passed_are_held_against_the_course_spoken_of(question: str) -> None:
    query = after(question, ("what do i need before CSCI 201", ("CSCI 201",)))
    taken = ("CSCI 104L", "CSCI 170")
    assert (query.ask, query.codes, query.taken) == ("eligible", ("CSCI 201",), taken)


def test_a_question_on_what_may_be_taken_is_asked_again() -> None:
    told = ("i took CSCI 104 and CSCI 170, what csci classes can i take", ("CSCI 201", "CSCI 270"))
    query = after("and if i only had 104?", told, ("which is 4 units", ("CSCI 270",)))
    assert (query.ask, query.codes, query.taken) == ("eligible", (), ("CSCI 104L",))
    assert conditions(query) == {"program any CSCI"}
    one = ("can i take CSCI 201 with CSCI 104", ("CSCI 201",))
    query = after("and if i also had 170?", one)
    assert (query.codes, query.taken) == (("CSCI 201",), ("CSCI 104L", "CSCI 170"))


def test_a_full_question_drops_the_conditions_of_before() -> None:
    told = ("2 unit csci classes", ("CSCI 170", "CSCI 502")), ("not on friday", ("CSCI 170",))
    query = after("ok forget the units. which MATH classes are on monday", *told)
    assert conditions(query) == {"program any MATH", "day any Mon"}
    query = after("forget the units. which ones are on monday", *told)
    assert "program any CSCI" in conditions(query)


@pytest.mark.parametrize(
    "question", ["hi do u guys have latin", "is there latin?", "any latin?", "is latin offered"]
)
def test_the_name_of_a_program_alone_is_its_courses(question: str) -> None:
    assert (after(question).topic, conditions(after(question))) == ("", {"program any LAT"})


def test_words_that_courses_mention_stay_a_topic() -> None:
    assert after("classes that mention latin").topic == "latin"
    assert (after("is there golf").ask, after("is there golf").topic) == ("list", "golf")


def test_a_faster_class_of_a_language_keeps_the_language() -> None:
    query = after("i already did CSCI 103, is there a faster italian class for me")
    assert (query.ask, conditions(query)) == ("eligible", {"program any ITAL"})


@pytest.mark.parametrize(
    "question",
    ["which calc IIIs could i take after MATH 126", "after MATH 126 which calc 3s can i take"],
)
def test_what_a_course_unlocks_is_narrowed_by_words_of_titles(question: str) -> None:
    query = after(question)
    assert (query.ask, query.codes) == ("unlocks", ("MATH 126g",))
    assert {"MATH 226g"} <= {str(v) for f in query.filters for v in f.values}
    assert "MATH 245" not in {str(v) for f in query.filters for v in f.values}


def test_another_form_of_a_rare_word_is_found_in_titles() -> None:
    found, base = formed(CATALOGUE, COURSES, "podcasting")
    assert base == "podcast"
    assert [c.code for c in found] == ["COMM 441", "JOUR 409", "CTPR 404"]
    assert formed(CATALOGUE, COURSES, "painting") == ([], "")


def test_two_courses_at_the_same_time_are_held_against_each_other() -> None:
    told = ("which calc IIIs could i take after MATH 126", ("MATH 226g", "MATH 229"))
    query = after("are those two at the same time", told)
    assert (query.ask, query.codes) == ("schedule", ("MATH 226g", "MATH 229"))


def test_small_talk_loses_nothing() -> None:
    told = ("csci classes", CSCI), ("hm ok", ()), ("thanks!", ())
    assert conditions(after("only the 2 unit ones", *told)) == {"program any CSCI", "units any 2.0"}


@pytest.mark.parametrize(
    "question",
    [
        "csci classes that only need CSCI 104",
        "csci classes whose only prereq is CSCI 104",
        "which csci courses require nothing but CSCI 104",
        "csci courses that need CSCI 104 and nothing else",
    ],
)
def test_what_a_course_alone_lets_into_is_told_by_its_whole_prerequisites(question: str) -> None:
    query = after(question)
    assert query.ask == "list"
    needs = {"needs any CSCI 104", "needs only CSCI 104"}
    assert conditions(query) == needs | {"program any CSCI"}


@pytest.mark.parametrize(
    "question",
    [
        "i already took 104. how many left",
        "i took 104, how many does that leave",
        "ive had 104. whats left",
    ],
)
def test_what_is_left_of_a_list_is_counted_too(question: str) -> None:
    query = after(question, ("csci classes", CSCI))
    assert conditions(query) == {"program any CSCI", "code not CSCI 104L"}


def test_what_is_left_is_asked_after_what_was_passed() -> None:
    query = after("how many are left", ("csci classes", CSCI), ("i took 104", ()))
    assert conditions(query) == {"program any CSCI", "code not CSCI 104L"}


@pytest.mark.parametrize(
    "question",
    ["what csci could i take then", "any csci classes i can take now"],
)
def test_what_may_be_taken_is_told_by_what_was_passed(question: str) -> None:
    query = after(question, ("i have taken csci 104", ("CSCI 270",)))
    assert (query.ask, conditions(query)) == ("eligible", {"program any CSCI"})
