"""Questions that change the last list, or ask the next thing of the last course."""

from __future__ import annotations

import pytest

from rag.conversation import Turn
from tests.rag.shelf import conditions, read

LISTED = ("CSCI 103L", "CSCI 104L", "CSCI 170")
CS = {"program any CSCI", "units any 4.0"}


def after(question: str, answer: str = "", codes: tuple[str, ...] = LISTED) -> list[Turn]:
    return [Turn(question, answer, read(question), codes)]


CHANGED = [
    ("drop the ones w enrolment restrictions", CS | {"restricted any False"}, ""),
    ("take out everything that also meets wednesday", CS | {"day not Wed"}, ""),
    (
        "my maths is bad, so which of them have no prereqs",
        {f"code any {','.join(LISTED)}", "prerequisites any False"},
        "",
    ),
    ("no prereqs please", CS | {"prerequisites any False"}, ""),
    ("undergrad only", CS | {"level any lower,upper"}, ""),
    ("2 units", {"program any CSCI", "units any 2.0"}, ""),
    ("great, now please just the 2-uniters", {"program any CSCI", "units any 2.0"}, ""),
    ("what about math instead", {"program any MATH", "units any 4.0"}, ""),
    ("how about robotics", {"units any 4.0"}, "robotics"),
    ("beginner ones", {*CS, "level any lower"}, ""),
    ("any 2 unit ones on friday", {"program any CSCI", "units any 2.0", "day any Fri"}, ""),
    ("robotics or vision", CS, "robotics or vision"),
    ("that have no prereqs", CS | {"prerequisites any False"}, ""),
    ("that count as GE-A", CS | {"ge any A"}, ""),
    ("that deal with robotics", CS, "robotics"),
    ("i don't have any prereqs done", CS | {"prerequisites any False"}, ""),
]


@pytest.mark.parametrize(("question", "filters", "topic"), CHANGED)
def test_the_last_list_is_changed(question: str, filters: set[str], topic: str) -> None:
    query = read(question, after("4 unit csci classes"))
    assert (query.ask, conditions(query), query.topic) == ("list", filters, topic)
    assert query.follows


@pytest.mark.parametrize(
    ("question", "ask"), [("how many", "count"), ("how many are there?", "count"),
                          ("list them", "list"), ("show me all of those", "list")],
)  # fmt: skip
def test_the_last_list_is_counted_or_shown_again(question: str, ask: str) -> None:
    query = read(question, after("4 unit csci classes"))
    assert (query.ask, conditions(query), query.codes) == (ask, CS, ())


@pytest.mark.parametrize(
    "question",
    ["Of these, which ones carry 2 units?", "any of those 2 units?", "are those 2 units",
     "Narrow that down to 2 units.", "filter those by 2 units"],
)  # fmt: skip
def test_those_are_narrowed(question: str) -> None:
    query = read(question, after("4 unit csci classes"))
    assert conditions(query) == {"code any CSCI 103L,CSCI 104L,CSCI 170", "units any 2.0"}
    whole = read(question, after("4 unit csci classes", "... and 20 more."))
    assert "program any CSCI" in conditions(whole), "more courses are meant than were shown"


@pytest.mark.parametrize(
    ("question", "code"),
    [("second, units?", LISTED[1]), ("units of the 2nd?", LISTED[1]), ("#2 how many units?",
     LISTED[1]), ("number 3 units", LISTED[2]), ("and the last one, units?", LISTED[2])],
)  # fmt: skip
def test_a_place_in_the_list_is_a_course(question: str, code: str) -> None:
    query = read(question, after("4 unit csci classes"))
    assert (query.ask, query.codes) == ("units", (code,))


def test_a_place_beyond_the_list_is_no_topic() -> None:
    query = read("who teaches the fifth one", after("4 unit csci classes"))
    assert (query.codes, query.topic) == ((), "")


@pytest.mark.parametrize(
    ("question", "ask"), [("ge?", "category"), ("lab?", "schedule"), ("professor", "instructor")]
)
def test_a_field_alone_is_asked_of_the_course_spoken_of(question: str, ask: str) -> None:
    query = read(question, after("csci 104 prereqs", codes=("CSCI 104L",)))
    assert (query.ask, query.codes) == (ask, ("CSCI 104L",))


def test_it_is_not_the_course_just_said_to_be_passed() -> None:
    query = read("i've passed math 125, can i take it?", after("what is csci 104 about"))
    assert (query.codes, query.taken) == (("CSCI 104L",), ("MATH 125g",))


def test_what_its_teacher_teaches_besides() -> None:
    query = read("do they teach anything else", after("who teaches csci 104"))
    assert query.ask == "taught_by"
    assert conditions(query) == {"instructor any Ada Ferncastle", "code not CSCI 104L"}


def test_what_is_missing_is_asked_of_the_course_tried() -> None:
    turns = after("can i take csci 270", codes=("CSCI 270",))
    assert read("what's missing", turns).codes == ("CSCI 270",)
    query = read("and if i take csci 104?", turns)
    assert (query.ask, query.codes, query.taken) == ("eligible", ("CSCI 270",), ("CSCI 104L",))


def test_values_that_will_do_too_are_added() -> None:
    first = after("4 unit csci classes on fridays")
    query = read("thursday works too", first)
    assert conditions(query) == CS | {"day any Fri,Thu"}
    assert conditions(read("or 2 units", first)) == {
        "program any CSCI",
        "units any 4.0,2.0",
        "day any Fri",
    }


def test_bounds_and_days_that_go_together_are_both_kept() -> None:
    first = after("csci classes starting after 2pm, not on fridays")
    query = read("mondays, before 5pm", first)
    assert {"day not Fri", "start min 840"} <= conditions(query)
    assert {"day any Mon"} <= conditions(query)


def test_a_level_gives_way_to_another() -> None:
    query = read("at graduate level then", after("400-level csci classes"))
    assert conditions(query) == {"program any CSCI", "level any graduate"}


def test_titles_alone_are_searched_still() -> None:
    first = after("csci classes with learning in the title")
    query = read("undergrad only", first)
    assert "titled any learning" in conditions(query) and not query.topic
    assert conditions(read("math classes on trees", first)) == {"program any MATH"}


def test_the_same_of_another_subject_leaves_the_courses_shown() -> None:
    first = after("4 unit csci classes")
    counted = "how many of them meet on mondays"
    history = [*first, Turn(counted, "2.", read(counted, first), LISTED[:2])]
    query = read("and the same question for math?", history)
    assert (query.ask, conditions(query)) == (
        "count",
        {"program any MATH", "units any 4.0", "day any Mon"},
    )


def test_more_of_a_condition_asked_of_one_course_is_a_list() -> None:
    one = "does CSCI 104 count for GE-F"
    history = [Turn(one, "No.", read(one), ("CSCI 104L",))]
    query = read("is that the only csci one", history)
    assert (query.ask, conditions(query)) == ("list", {"ge any F", "program any CSCI"})


def test_what_leaves_one_course_is_chosen_from_no_more() -> None:
    first = after("4 unit csci classes", "3.")
    which = "which of those is a GE"
    history = [*first, Turn(which, "1.", read(which, first), LISTED[:1])]
    query = read("anything with trees", history)
    assert (conditions(query), query.topic) == (CS, "trees")


def test_other_courses_are_others_than_those_spoken_of() -> None:
    one = "who teaches CSCI 567"
    history = [Turn(one, "Bo Smith.", read(one), ("CSCI 567",))]
    query = read("any other 400 level csci with machine learning in the name?", history)
    assert conditions(query) == {
        "hundred any 400",
        "program any CSCI",
        "titled any machine learning",
        "code not CSCI 567",
    }


def test_no_follow_up_asks_for_every_course() -> None:
    one = "who teaches CSCI 567"
    history = [Turn(one, "Bo Smith.", read(one), ("CSCI 567",))]
    query = read("does another department list that too", history)
    assert (query.ask, query.codes) == ("description", ("CSCI 567",))


def test_more_and_all_are_told_apart() -> None:
    first = after("4 unit csci classes", "3.")
    history = [*first, Turn("more", "1.", read("more", first), ("CSCI 270",))]
    assert conditions(read("is that all of them?", history)) == CS


@pytest.mark.parametrize(
    ("question", "ask", "also"),
    [
        ("prof + units", "instructor", ("units",)),
        ("units, prof?", "units", ("instructor",)),
    ],
)
def test_two_fields_are_both_told(question: str, ask: str, also: tuple[str, ...]) -> None:
    query = read(question, after("when is csci 104", "", ("CSCI 104L",)))
    assert (query.ask, query.also, query.codes) == (ask, also, ("CSCI 104L",))


def test_what_is_asked_after_the_course_pointed_at_is_meant() -> None:
    history = [*after("4 unit csci classes"), *after("when is csci 104", "", ("CSCI 104L",))]
    assert read("and the discrete one, who", history).ask == "instructor"


def test_that_course_is_the_one_needed_also_where_the_file_lacks_it() -> None:
    told = "[CSCI 270] requires ABC 302A. ABC 302A is not in the Spring 2024 file."
    query = read("is that course on offer too", after("prereqs for csci 270", told, ("CSCI 270",)))
    assert (query.codes, query.unknown) == ((), ("ABC 302A",))


def test_that_is_the_course_of_the_clause_before() -> None:
    history = after("when is csci 170", "", ("CSCI 170",))
    query = read("i already took csci 104, what does that unlock", history)
    assert (query.ask, query.codes) == ("unlocks", ("CSCI 104L",))


def test_a_course_the_file_lacks_is_still_the_one_meant() -> None:
    history = after("prereqs for csci 999", "CSCI 999 is not in the Spring 2024 file.", ())
    assert read("and is that course offered", history).unknown == ("CSCI 999",)


def test_a_list_is_shown_after_a_count_where_it_is_asked_for() -> None:
    counted = after("how many csci classes are 4 units")
    assert read("list the upper division ones", counted).ask == "list"
    assert read("only the upper division ones", counted).ask == "count"


def test_what_is_not_minded_will_do_too() -> None:
    query = read("I don't mind thursdays", after("csci classes on tuesdays"))
    assert conditions(query) == {"program any CSCI", "day any Tue,Thu"}
    query = read("I don't mind thursdays, just the 2 unit ones", after("csci classes"))
    assert conditions(query) == {"program any CSCI", "units any 2.0"}


@pytest.mark.parametrize("question", ("any overlaps?", "any conflicts", "do any overlap?"))
def test_whether_those_just_spoken_of_clash(question: str) -> None:
    told = Turn("compare CSCI 104 and CSCI 170", "", read("compare CSCI 104 and CSCI 170"))
    query = read(question, [told])
    assert (query.ask, query.codes) == ("schedule", ("CSCI 104L", "CSCI 170"))


@pytest.mark.parametrize("question", ("and next?", "and after that?", "what's next then"))
def test_what_comes_next_is_asked_of_what_came_last(question: str) -> None:
    told = [
        Turn("what comes after CSCI 103", "", read("what comes after CSCI 103"), ("CSCI 104L",))
    ]
    query = read(question, told)
    assert (query.ask, query.codes) == ("unlocks", ("CSCI 104L",))
