"""Courses of the talk meant by what stands beside them, and by how many they are."""

from __future__ import annotations

import pytest

from rag.catalogue import Catalogue
from rag.conversation import Turn, cited
from rag.course import Course, Section
from rag.query import Query
from rag.question import Reader


def _course(code: str, title: str, days: str, start: int, prerequisites: str = "") -> Course:
    section = Section("10001", days=tuple(days.split()), start=start, end=start + 50)
    return Course(
        code=code, title=title, description="They clash, or overlap.", units_min=4, units_max=4,
        prerequisites=prerequisites, sections=(section,)
    )  # fmt: skip


READER = Reader(
    Catalogue(
        (
            _course("GERM 101", "German I", "Mon Wed", 600),
            _course("GERM 102", "German II", "Mon Wed", 540, "GERM 101"),
            _course("GERM 201", "German III", "Tue Thu", 600, "GERM 102"),
            _course("COMM 441", "Podcasting", "Wed", 840),
            _course("JOUR 412", "Podcasting", "Wed", 840),
        )
    )
)
ALL = ("list the GERM courses", "Those are [GERM 101], [GERM 102] and [GERM 201].")
TWO = ("which of them are mon wed", "Of those, 2: [GERM 101] and [GERM 102].")
FIRST = ("who teaches GERM 101", "[GERM 101] is taught by A.")
SECOND = ("who teaches GERM 102", "[GERM 102] is taught by B.")
CLASH = ("does it clash with GERM 201", "No: [GERM 101] and [GERM 201].")


def after(question: str, *turns: tuple[str, str]) -> Query:
    told = [Turn(asked, answer, None, cited(answer)) for asked, answer in turns]
    return READER.read(question, told)


@pytest.mark.parametrize("question", ["who teaches the other one", "and the other, who's that"])
def test_the_other_is_the_one_of_two_that_was_not_spoken_of(question: str) -> None:
    assert after(question, ALL, TWO, SECOND).codes == ("GERM 101",)
    assert after(question, ("when are GERM 101 and GERM 102", ""), FIRST).codes == ("GERM 102",)


def test_no_other_one_is_meant_in_a_list_of_more() -> None:
    query = after("on the other hand, what is it about", ALL, FIRST)
    assert query.codes == ("GERM 101",)
    assert after("is GERM 101 on the other day", ALL, SECOND).codes == ("GERM 101",)


def test_the_earlier_and_the_later_of_two_shown_are_told_by_their_times() -> None:
    for how, code in (("earlier", "GERM 102"), ("later", "GERM 101")):
        query = after(f"what do i need for the {how} one", ALL, TWO)
        assert (query.ask, query.codes) == ("prerequisites", (code,))


def test_that_one_is_the_course_brought_in_and_it_the_one_before() -> None:
    assert after("who teaches that one", FIRST, CLASH).codes == ("GERM 201",)
    assert after("who teaches it", FIRST, CLASH).codes == ("GERM 101",)
    assert after("ok and what's that one about", FIRST, CLASH).ask == "description"


def test_the_one_after_that_follows_in_the_list_or_by_what_it_needs() -> None:
    assert after("and the one after that, who teaches it", ALL, FIRST).codes == ("GERM 102",)
    assert after("who teaches the one after it", SECOND).codes == ("GERM 201",)


def test_the_first_course_is_the_one_the_talk_began_with() -> None:
    for question in ("when's the first course again", "when is the first one i mentioned"):
        query = after(question, SECOND, FIRST)
        assert (query.ask, query.codes) == ("schedule", ("GERM 102",))


def test_a_number_with_itself_asks_the_same_again() -> None:
    query = after("and 102 itself", ("when is GERM 201", "[GERM 201] meets"))
    assert (query.ask, query.codes) == ("schedule", ("GERM 102",))


def test_those_two_are_the_last_two_and_the_three_all_spoken_of() -> None:
    third = ("who teaches GERM 201", "[GERM 201] is taught by C.")
    query = after("do those two clash", ALL, SECOND, third)
    assert (query.ask, query.codes) == ("schedule", ("GERM 102", "GERM 201"))
    query = after("which of the three starts before 10", FIRST, SECOND, third)
    assert query.filters[0].values == ("GERM 101", "GERM 102", "GERM 201")


FIT = ["so can't do both?", "can i fit both in time-wise", "both in the same term?",
       "are the two at the same time"]  # fmt: skip


@pytest.mark.parametrize("question", FIT)
def test_both_are_held_against_each_other(question: str) -> None:
    query = after(question, ALL, TWO)
    assert (query.ask, query.codes) == ("schedule", ("GERM 101", "GERM 102"))


def test_what_both_need_is_no_clash() -> None:
    assert after("can i do both with no prereqs", ALL, TWO).ask != "schedule"


def test_the_others_are_the_rest_of_the_list() -> None:
    query = after("not those, the others", ALL, TWO)
    assert [(f.field, f.op, f.values) for f in query.filters] == [
        ("program", "any", ("GERM",)),
        ("code", "not", ("GERM 101", "GERM 102")),
    ]


def test_the_one_of_a_program_is_held_against_the_one_spoken_of() -> None:
    shown = ("podcasting classes", "There are [COMM 441] and [JOUR 412].")
    spoken = ("who teaches COMM 441", "[COMM 441] is taught by D.")
    query = after("isn't it the same class as the JOUR one", shown, spoken)
    assert query.codes == ("COMM 441", "JOUR 412")
    query = after("isn't that at the same time as the JOUR one?", shown, spoken)
    assert (query.ask, query.codes) == ("schedule", ("COMM 441", "JOUR 412"))


def test_what_needs_a_course_the_file_lacks_can_be_spoken_of() -> None:
    needing = ("which courses need GERM 150", "1 course names it: [GERM 201].")
    assert after("who teaches it", needing).codes == ("GERM 201",)


@pytest.mark.parametrize(
    ("question", "ask"),
    [("what's the other one about?", "description"), ("when is the other one", "schedule")],
)
def test_the_other_of_two_is_the_one_not_picked(question: str, ask: str) -> None:
    picked = ("which of them is in the morning", "Of those, 1 is a course: [GERM 102].")
    query = after(question, TWO, picked)
    assert (query.ask, query.codes) == (ask, ("GERM 101",))


@pytest.mark.parametrize("question", ["no i meant the other", "sorry, I meant the other one"])
def test_the_same_is_asked_of_the_others_where_the_other_was_meant(question: str) -> None:
    query = after(question, ALL, ("prereq of the second one", "[GERM 102] requires GERM 101."))
    assert (query.ask, query.codes) == ("prerequisites", ("GERM 101", "GERM 201"))
    query = after(question, TWO, ("prereq of the second one", "[GERM 102] requires GERM 101."))
    assert (query.ask, query.codes) == ("prerequisites", ("GERM 101",))


@pytest.mark.parametrize("question", ["And as COMM 441?", "and with COMM 441", "or COMM 441?"])
def test_one_more_course_is_held_against_the_one_spoken_of(question: str) -> None:
    asked = ("has it the same time as GERM 201", "No: [GERM 101] and [GERM 201].")
    query = after(question, FIRST, asked)
    assert (query.ask, set(query.codes)) == ("schedule", {"GERM 101", "COMM 441"})
    query = after("and COMM 441?", ("when are GERM 101 and GERM 201", "[GERM 101] [GERM 201]"))
    assert query.codes == ("COMM 441",)


@pytest.mark.parametrize(
    "question",
    ["could a student take both of hers this term?", "can i take both her classes this semester"],
)
def test_both_of_a_teachers_two_are_held_against_each_other(question: str) -> None:
    query = after(question, TWO)
    assert (query.ask, query.codes) == ("schedule", ("GERM 101", "GERM 102"))
    assert after("can i take both?", TWO).ask == "eligible"


@pytest.mark.parametrize(
    "question",
    ["i had GERM 101 so which of them can i do", "I've taken GERM 101. Which of those can I take?"],
)
def test_what_is_passed_is_held_against_each_of_a_list(question: str) -> None:
    shown = ("which german ones", "There are [GERM 102] and [GERM 201].")
    spoken = ("prereq of GERM 201", "[GERM 201] requires GERM 102.")
    query = after(question, shown, spoken)
    assert (query.ask, query.codes) == ("eligible", ("GERM 102", "GERM 201"))
    assert query.taken == ("GERM 101",)
    assert after("i had GERM 102, can i take it", shown, spoken).codes == ("GERM 201",)
