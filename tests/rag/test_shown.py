"""Courses of the talk named by words of their titles, their teachers, or their place in it."""

from __future__ import annotations

import pytest

from rag.conversation import Turn
from rag.query import Query
from tests.rag.courses import READER
from tests.rag.shelf import conditions, converse, read

LISTED = ("CSCI 103L", "CSCI 104L", "CSCI 170", "PSYC 100Lg")


def after(question: str, *turns: tuple[str, tuple[str, ...]]) -> Query:
    return read(question, converse(*turns or (("4 unit csci classes", LISTED),)))


@pytest.mark.parametrize(
    ("question", "ask", "code"),
    [
        ("the programming one, what time", "schedule", "CSCI 103L"),
        ("ooh data structures!! any prereqs for that", "prerequisites", "CSCI 104L"),
        ("discrete methods sounds cool when is that", "schedule", "CSCI 170"),
        ("who teaches the psych one", "instructor", "PSYC 100Lg"),
        ("when is the Quillby one", "schedule", "CSCI 170"),
        ("the psychology class: who teaches it", "instructor", "PSYC 100Lg"),
        ("what does that discrete course require", "prerequisites", "CSCI 170"),
        ("and programming one units", "units", "CSCI 103L"),
    ],
)
def test_one_of_a_list_is_named_by_words_of_its_own(question: str, ask: str, code: str) -> None:
    query = after(question)
    assert (query.ask, query.codes, query.follows) == (ask, (code,), True)


@pytest.mark.parametrize(
    "question", ["only the 4 unit ones", "anything about programming", "the first one, units"]
)
def test_conditions_topics_and_places_are_no_titles(question: str) -> None:
    assert after(question).codes in ((), LISTED[:1])


def test_a_course_of_a_list_before_the_last_is_still_known() -> None:
    query = after(
        "and the discrete one, who",
        ("4 unit csci classes", LISTED),
        ("when is csci 104", ("CSCI 104L",)),
        ("psyc classes", ("PSYC 274Lg", "PSYC 326")),
    )
    assert (query.ask, query.codes) == ("instructor", ("CSCI 170",))


def test_the_one_meant_is_asked_what_was_asked() -> None:
    query = after("no wait I meant the one for engineers", ("when is calc 2", ("MATH 126g",)))
    assert (query.ask, query.codes) == ("schedule", ("MATH 129",))


def test_a_version_of_the_course_named_beside_it_is_meant() -> None:
    query = after("units of calc 2, the engineer version", ("when is math 125", ("MATH 125g",)))
    assert (query.ask, query.codes) == ("units", ("MATH 129",))


def test_a_bare_number_is_that_of_a_course_shown() -> None:
    query = after("590, how many units", ("research", ("MATH 590", "PHYS 590")), ("hi", ()))
    assert query.codes == ("MATH 590",)
    talk = (("units of psyc 100", ("PSYC 100Lg",)), ("math 125 units", ("MATH 125g",)))
    assert after("and 100?", *talk).codes == ("PSYC 100Lg",)


@pytest.mark.parametrize("question", ["skip 104, when is 170", "swap 104", "would 104 hit 170"])
def test_a_verb_before_a_number_is_no_department(question: str) -> None:
    query = after(question, ("units of csci 103", ("CSCI 103L",)))
    assert not query.unknown and query.codes[0].startswith("CSCI")


def test_a_subject_before_a_number_is_told_in_the_title() -> None:
    query = after("stats 274, time?", ("units of psyc 100", ("PSYC 100Lg",)))
    assert (query.ask, query.codes, query.unknown) == ("schedule", ("PSYC 274Lg",), ())


SPOKEN = (("when is csci 103", ("CSCI 103L",)), ("when is csci 270", ("CSCI 270",)))


@pytest.mark.parametrize(
    ("question", "code"),
    [("the other one then, who teaches it", "CSCI 103L"),
     ("back to first. units?", "CSCI 103L"),
     ("go back to the other one, units", "CSCI 104L")],
)  # fmt: skip
def test_the_other_one_is_the_one_spoken_of_before(question: str, code: str) -> None:
    listed = (("csci classes", LISTED),) if "go back" in question else ()
    assert after(question, *listed, *SPOKEN).codes == (code,)


def test_what_opens_up_after_a_course_is_what_it_unlocks() -> None:
    for question in ("assuming I finish 104 what opens up", "and after that"):
        query = after(question, ("units of csci 104", ("CSCI 104L",)))
        assert (query.ask, query.codes) == ("unlocks", ("CSCI 104L",))
    query = after("Last step?", ("what does csci 103 unlock", ("CSCI 103L", "CSCI 104L")))
    assert (query.ask, query.codes) == ("unlocks", ("CSCI 104L",))


@pytest.mark.parametrize(
    ("question", "ask", "code"),
    [
        ("when is the lowest numbered of those", "schedule", "PSYC 100Lg"),
        ("prereqs for the highest numbered CSCI one", "prerequisites", "CSCI 170"),
        ("wasn't there one about discrete methods? who teaches it", "instructor", "CSCI 170"),
        ("who has the quillby discrete one", "instructor", "CSCI 170"),
    ],
)
def test_one_is_told_by_its_rank_or_a_mere_mention(question: str, ask: str, code: str) -> None:
    query = after(question)
    assert (query.ask, query.codes) == (ask, (code,))


def test_a_course_the_list_did_not_show_is_known_by_its_title() -> None:
    talk = ("csci classes", LISTED[:2]), ("when is math 125", ("MATH 125g",))
    query = after("who has the directed research one", *talk)
    assert (query.ask, query.codes) == ("instructor", ("CSCI 590",))


def test_the_ones_on_a_topic_are_an_earlier_list() -> None:
    talk = ("classes about calculus", ("MATH 125g", "MATH 126g")), ("psyc classes", LISTED[3:])
    query = after("which of the calculus ones are on fridays", *talk)
    assert {c.split(" ")[0] for c in conditions(query)} == {"code", "day"}


def test_whether_a_list_has_a_course_is_checked_by_its_conditions() -> None:
    query = after("is the data structures one in there")
    assert query.codes == ("CSCI 104L",)
    assert conditions(query) == {"program any CSCI", "units any 4.0"}


def test_that_one_is_the_course_just_told_as_needed() -> None:
    asked = "what does csci 104 require"
    turn = Turn(asked, "[CSCI 104L] requires CSCI 103.", read(asked), ("CSCI 104L",))
    assert read("when is that one", [turn]).codes == ("CSCI 103L",)
    assert read("when is it", [turn]).codes == ("CSCI 104L",)
    earlier = Turn("what is csci 104", "It is.", read("what is csci 104"), ("CSCI 104L",))
    assert read("when is that one", [earlier, turn]).codes == ("CSCI 104L",)
    both = Turn(asked, "[CSCI 104L] requires CSCI 103 and CSCI 170.", read(asked), ("CSCI 104L",))
    assert read("when is that one", [both]).codes == ("CSCI 104L",)


def test_after_prerequisites_of_several_what_is_passed_is_told_of_all() -> None:
    talk = (("csci classes", LISTED[:2]), ("prereqs for those?", LISTED[:2]))
    query = after("i've only got csci 102. does that work", *talk)
    assert (query.ask, query.codes, query.taken) == ("eligible", LISTED[:2], ("CSCI 102L",))


def test_other_courses_leave_out_the_one_spoken_of() -> None:
    query = after("any other csci class with programming in the name", SPOKEN[0])
    assert query.ask == "list"
    assert conditions(query) == {
        "program any CSCI",
        "titled any programming",
        "code not CSCI 103L",
    }


def test_the_department_is_the_one_last_spoken_of() -> None:
    query = after("any grad classes from the department", SPOKEN[0])
    assert "program any CSCI" in conditions(query)


def test_it_is_the_course_pointed_at_and_not_the_one_it_may_need() -> None:
    query = after("is the discrete one in there? do i need csci 102 for it")
    assert (query.ask, query.codes) == ("requires", ("CSCI 170", "CSCI 102L"))


def test_the_same_is_asked_of_another_course_than_the_one_spoken_of() -> None:
    one = ("when is CSCI 567", ("CSCI 567",))
    query = after(
        "same for the learning one i guess?", ("csci classes", ("CSCI 467", "CSCI 567")), one
    )
    assert (query.ask, query.codes) == ("schedule", ("CSCI 467",))


def test_a_kind_of_work_names_the_one_of_the_list_that_is_called_so() -> None:
    listed = ("CSCI 104L", "ART 105", "CSCI 310")
    query = after("what does the studio require", ("classes on fridays", listed))
    assert (query.ask, query.codes) == ("prerequisites", ("ART 105",))


def test_a_title_in_full_goes_before_a_description_in_the_list() -> None:
    before = (("fun csci classes", LISTED), ("when is csci 104", ("CSCI 104L",)))
    query = after("what about the intro to machine learning class", *before)
    assert (query.ask, query.codes) == ("schedule", ("CSCI 467",))


def test_one_of_a_list_is_no_other_program_s_course_of_that_title() -> None:
    listed = ("CHEM 590", "PHYS 590")
    query = after("the math one, when", ("directed research", listed))
    assert query.codes != ("MATH 590",)


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("the beginner one, when", "CSCI 103L"),
        ("the one with less units, when", "PHED 120"),
        ("the less units one, when", "PHED 120"),
    ],
)
def test_one_of_a_list_is_told_by_being_first_or_least(question: str, code: str) -> None:
    talk = [Turn("csci classes", "", READER.read("csci classes"), FEW)]
    query = READER.read(question, talk)
    assert (query.ask, query.codes) == ("schedule", (code,))


FEW = ("CSCI 103L", "CSCI 104L", "CSCI 170", "PHED 120")


@pytest.mark.parametrize("lead", ["too early.", "doesn't work for me,", "ugh too late."])
def test_the_same_is_asked_of_another_where_one_does_not_suit(lead: str) -> None:
    query = after(f"{lead} what about csci 170", ("when is csci 104", ("CSCI 104L",)))
    assert (query.ask, query.codes) == ("schedule", ("CSCI 170",))


@pytest.mark.parametrize("lead", ["forget the programming one.", "never mind csci 103;"])
def test_a_course_dropped_for_another_question_leaves_its_list(lead: str) -> None:
    query = after(f"{lead} psyc classes on friday")
    assert (query.ask, conditions(query)) == ("list", {"program any PSYC", "day any Fri"})


def test_another_course_is_asked_about_by_its_title_of_one_word() -> None:
    query = after("what about statistics, when is that one?", ("csci classes", LISTED))
    assert (query.ask, query.codes) == ("schedule", ("PSYC 274Lg",))


def test_the_list_is_the_one_shown_and_not_what_was_picked_from_it() -> None:
    talk = (("4 unit csci classes", LISTED), ("does CSCI 103 clash with CSCI 170", ()))
    query = after("how many of the list meet on Monday?", *talk)
    assert (query.ask, conditions(query)) == (
        "count", {f"code any {','.join(LISTED)}", "day any Mon"}
    )  # fmt: skip


def test_after_what_a_course_opens_it_is_still_that_course() -> None:
    talk = (("what does CSCI 103 open up", ("CSCI 103L", "CSCI 104L", "CSCI 170")),)
    query = after("how is that different from 102?", *talk)
    assert (query.ask, query.codes) == ("compare", ("CSCI 103L", "CSCI 102L"))
