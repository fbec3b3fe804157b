"""Questions that leave out the course just looked up, whatever they ask of it."""

from __future__ import annotations

import pytest

from rag.conversation import Turn
from tests.rag.shelf import conditions, read

LISTED = ("CSCI 103L", "CSCI 104L", "CSCI 170")


def looked_up(*before: Turn) -> list[Turn]:
    question = "who teaches CSCI 270"
    return [*before, Turn(question, "", read(question, before), ("CSCI 270",))]


def having_passed() -> list[Turn]:
    question = "i've passed CSCI 104 and CSCI 170"
    return looked_up(Turn(question, "", read(question), ("CSCI 201", "CSCI 270")))


@pytest.mark.parametrize(
    ("question", "ask"),
    [("anything I should do first?", "prerequisites"), ("what comes before", "prerequisites"),
     ("does it build on anything", "prerequisites"), ("need anything?", "prerequisites"),
     ("can i jump straight in", "prerequisites"), ("who would i be stuck with lol", "instructor"),
     ("name of the lecturer pls", "instructor"), ("what's the timetable", "schedule"),
     ("when do i have to be there", "schedule"), ("how heavy unit wise", "units"),
     ("what would it add to my load", "units")],
)  # fmt: skip
def test_a_field_is_asked_of_the_course_looked_up(question: str, ask: str) -> None:
    query = read(question, looked_up())
    assert (query.ask, query.codes, query.follows) == (ask, ("CSCI 270",), True)


@pytest.mark.parametrize(
    "question",
    ["so i can take that next?", "do i qualify", "is that enough to get in?", "am i good to enroll",
     "have i done enough to register", "can i jump into it next semester", "eligible?",
     "do the ones i passed count for getting in", "got all the prereqs for it?",
     "would they let me in with what ive done", "so is it ok if i take it"],
)  # fmt: skip
def test_what_was_passed_is_held_against_the_course_looked_up(question: str) -> None:
    query = read(question, having_passed())
    assert (query.ask, query.codes) == ("eligible", ("CSCI 270",))
    assert query.taken == ("CSCI 104L", "CSCI 170")


@pytest.mark.parametrize("question", ["any film classes on mondays", "4 unit math classes"])
def test_another_set_is_no_question_about_the_course(question: str) -> None:
    assert read(question, looked_up()).codes == ()


@pytest.mark.parametrize(
    ("question", "ask", "code"),
    [("option 2, who teaches it", "instructor", 1), ("#2, who teaches it", "instructor", 1),
     ("who has the next one on your list", "instructor", 1),
     ("choice two, prereqs?", "prerequisites", 1), ("when is no. 3", "schedule", 2),
     ("what about the second, when does it meet", "schedule", 1),
     ("the one right below the first, who teaches that", "instructor", 1),
     ("units for the one you put second", "units", 1),
     ("what does it take to get into the second one", "prerequisites", 1),
     ("second on the list - any prereqs?", "prerequisites", 1)],
)  # fmt: skip
def test_a_place_in_the_list_however_told(question: str, ask: str, code: int) -> None:
    before = "4 unit csci classes"
    query = read(question, [Turn(before, "", read(before), LISTED)])
    assert (query.ask, query.codes) == (ask, (LISTED[code],))


@pytest.mark.parametrize(
    ("question", "condition"),
    [("drop the 2-unit ones", "units not 2.0"), ("exclude 2 units", "units not 2.0"),
     ("take out the ones that meet friday", "day not Fri"),
     ("remove those that need prerequisites", "prerequisites any False"),
     ("skip the friday ones", "day not Fri"), ("drop the ones before 10am", "start min 600")],
)  # fmt: skip
def test_courses_ruled_out_leave_the_rest_of_the_list(question: str, condition: str) -> None:
    before = "csci classes on mondays"
    query = read(question, [Turn(before, "", read(before), LISTED)])
    assert conditions(query) >= {"program any CSCI", "day any Mon"}
    assert condition in conditions(query)


@pytest.mark.parametrize(
    ("question", "ask"),
    [
        ("does that one want clearance", "clearance"),
        ("does it ask for permission from the department", "clearance"),
        ("does it want a certain major", "restrictions"),
        ("does it want another class first", "prerequisites"),
        ("And does this course need some other course first?", "prerequisites"),
        ("And by whom is it taught?", "instructor"),
    ],
)
def test_what_it_wants_is_told_by_its_noun(question: str, ask: str) -> None:
    query = read(question, looked_up())
    assert (query.ask, query.codes) == (ask, ("CSCI 270",))


@pytest.mark.parametrize(
    "question",
    ["is there a max on how many times", "whats the max number of times", "any cap on retakes?",
     "is there a limit on how often"],
)  # fmt: skip
def test_how_often_a_course_counts_is_told_by_its_units(question: str) -> None:
    query = read(question, looked_up())
    assert (query.ask, query.codes) == ("units", ("CSCI 270",))


def test_how_often_it_meets_is_no_limit() -> None:
    assert read("how many times a week", looked_up()).ask == "schedule"


@pytest.mark.parametrize(
    ("question", "ask"),
    [
        ("needs what", "prerequisites"),
        ("it need what first", "prerequisites"),
        ("need calculus?", "prerequisites"),
        ("taught by who", "instructor"),
        ("meets when", "schedule"),
        ("name of it", "code"),
        ("what's it called", "code"),
    ],
)
def test_what_is_asked_may_come_last(question: str, ask: str) -> None:
    query = read(question, looked_up())
    assert (query.ask, query.codes, query.follows) == (ask, ("CSCI 270",), True)
