"""What a student says is passed, however it is said."""

from __future__ import annotations

import pytest

from tests.rag.shelf import read

C103, C104, C170, C270 = "CSCI 103L", "CSCI 104L", "CSCI 170", "CSCI 270"
SAID = [
    ("done with CSCI 103 and MATH 125 - ok for csci 104?", C104, (C103, "MATH 125g")),
    ("Would having CSCI 104 let me take CSCI 270?", C270, (C104,)),
    ("is CSCI 104 enough for CSCI 270", C270, (C104,)),
    ("is math 125 good enough to get into math 126", "MATH 126g", ("MATH 125g",)),
    ("So far I have completed CSCI 103. May I enroll in csci 104?", C104, (C103,)),
    ("have csci 104. csci270 possible?", C270, (C104,)),
    ("Is CSCI 270 possible for me? My courses so far: CSCI 104, MATH 125", C270,
     (C104, "MATH 125g")),
    ("can I take CSCI 270 after csci 104", C270, (C104,)),
    ("i got through csci 103 last year, csci 104 ok?", C104, (C103,)),
    ("passed csci103. csci104 next?", C104, (C103,)),
    ("I have a B in CSCI 103, am i good for 104", C104, (C103,)),
    ("i got a b+ in csci 103, can i take csci 104", C104, (C103,)),
    ("have ap credit for math 125, can i take math 126", "MATH 126g", ("MATH 125g",)),
    ("I am a sophomore who took CSCI 103. What about CSCI 104?", C104, (C103,)),
    ("if i've done CSCI 103 and 170 is csci 104 open to me?", C104, (C103, C170)),
    ("csci 103 + csci 170 all done, data structures csci 104?", C104, (C103, C170)),
    ("Checking a file: CSCI 103 and CSCI 170 complete. Eligible for CSCI 104?", C104,
     (C103, C170)),
    ("csci 103 but zero math... csci 104 possible?", C104, (C103,)),
    ("CSCI 103 yes, CSCI 170 not yet. CSCI 104?", C104, (C103,)),
    ("csci 104 w/ 103, math 125 but not 126 yet. allowed?", C104, (C103, "MATH 125g")),
    ("I took CSCI 103 instead of python, plus CSCI 170. Would CSCI 104 let me in?", C104,
     (C103, C170)),
    ("has CSCI 103 on file but is missing CSCI 170. cleared for CSCI 104?", C104, (C103,)),
    ("CSCI 103 done, CSCI 170 too. CSCI 104 good?", C104, (C103, C170)),
    ("I'm missing MATH 125 but have CSCI 103 and CSCI 170. csci 104?", C104, (C103, C170)),
    ("am i cleared for CSCI 270 with CSCI 104", C270, (C104,)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "code", "taken"),
    [
        ("my background is MATH 125 and MATH 126, nothing else. Can CSCI 104 be my next class?",
         "CSCI 104L", ("MATH 125g", "MATH 126g")),
        ("I loved CSCI 103 and want to keep going. Do I have what I need to take CSCI 104?",
         "CSCI 104L", ("CSCI 103L",)),
    ],
)  # fmt: skip
def test_what_one_has_behind_is_passed(question: str, code: str, taken: tuple[str, ...]) -> None:
    query = read(question)
    assert (query.ask, query.codes, query.taken) == ("eligible", (code,), taken)


@pytest.mark.parametrize(("question", "asked", "taken"), SAID, ids=[q for q, _, _ in SAID])
def test_what_is_passed_is_told_from_what_is_asked(
    question: str, asked: str, taken: tuple[str, ...]
) -> None:
    query = read(question)
    assert (query.ask, query.codes, query.taken) == ("eligible", (asked,), taken)


@pytest.mark.parametrize(
    "question",
    [
        "for CSCI 270 is it necessary to have taken CSCI 104",
        "is it required to have completed CSCI 104 before CSCI 270",
        "is it a must to have finished CSCI 104 for CSCI 270",
    ],
)
def test_what_one_must_have_taken_is_not_taken(question: str) -> None:
    query = read(question)
    assert (query.ask, query.codes, query.taken) == ("requires", (C270, C104), ())


def test_a_course_outside_the_file_counts_as_taken() -> None:
    query = read("I've taken CSCI 999 and ARCH 888a, can I take CSCI 104?")
    assert (query.taken, query.unknown) == (("CSCI 999", "ARCH 888a"), ())


@pytest.mark.parametrize(
    "question",
    ["what can i take with just math 125", "which classes can i take with only MATH 125",
     "took math 125 what now", "is there any class i can take with math 125"],
)  # fmt: skip
def test_what_the_courses_passed_open_is_asked_of_no_course(question: str) -> None:
    query = read(question)
    assert (query.ask, query.codes, query.taken) == ("eligible", (), ("MATH 125g",))


@pytest.mark.parametrize(
    ("question", "ask"),
    [
        ("can I take csci 104 and math 126 at the same time", "schedule"),
        ("what can i take after csci 104", "unlocks"),
        ("Has anyone taken CSCI 104", "description"),
    ],
)
def test_what_only_sounds_so_is_not_taken(question: str, ask: str) -> None:
    query = read(question)
    assert (query.ask, query.taken) == (ask, ())


@pytest.mark.parametrize(
    "question",
    ["i haven't taken csci 103, can i take csci 104", "can I skip csci 103 and go to csci 104"],
)
def test_doing_without_a_course_asks_whether_it_is_required(question: str) -> None:
    query = read(question)
    assert (query.ask, query.codes) == ("requires", (C104, C103))


@pytest.mark.parametrize(
    "question",
    [
        "CSCI 103 in the bag, can i take CSCI 104",
        "currently in CSCI 103, can I take CSCI 104 next",
        "prereqs for CSCI 104 met if i have CSCI 103?",
        "my only class so far is CSCI 103, am i ok for CSCI 104",
        "CSCI 103 is all i have, can i take CSCI 104",
        "My son is a freshman. He has passed CSCI 103. Could he take CSCI 104?",
        "courses passed so far: CSCI 103. eligible for CSCI 104?",
        "my history is CSCI 103, am I ready for CSCI 104",
    ],
)
def test_a_course_behind_one_is_taken(question: str) -> None:
    query = read(question)
    assert (query.ask, query.codes, query.taken) == ("eligible", (C104,), (C103,))


@pytest.mark.parametrize(
    ("question", "asked", "taken"),
    [
        ("I passed csci 103 last fall and 170 over the summer, am I good for 104", C104,
         (C103, C170)),
        ("CSCI 104 w/ CSCI 103 and csci 170, yes or no", C104, (C103, C170)),
        ("finished csci 270 and math 225, am i set for intro to ML 467?", "CSCI 467",
         (C270, "MATH 225")),
        ("Having cleared CSCI 104, what would stop me from enrolling in Database Systems?",
         "CSCI 585", (C104,)),
    ],
)  # fmt: skip
def test_times_short_titles_and_titles_beside_what_is_passed(
    question: str, asked: str, taken: tuple[str, ...]
) -> None:
    query = read(question)
    assert (query.ask, query.codes, query.taken) == ("eligible", (asked,), taken)


@pytest.mark.parametrize(
    ("question", "asked", "taken"),
    [
        ("CSCI 103 and CSCI 170 in my pocket, 104 possible?", C104, (C103, C170)),
        ("with CSCI 103 in the bank, is CSCI 104 doable", C104, (C103,)),
        ("would someone holding credit in CSCI 103, CSCI 170 plus MATH 125 satisfy CSCI 104?",
         C104, (C103, C170, "MATH 125g")),
        ("is CSCI 270 open to a student with CSCI 104 only?", C270, (C104,)),
        ("is CSCI 104 in reach for somebody who has CSCI 103 and CSCI 170", C104, (C103, C170)),
        ("Advising: transcript shows CSCI 104 - can they register for CSCI 270?", C270, (C104,)),
        ("between CSCI 103 and CSCI 170 i'm covered for CSCI 104 right", C104, (C103, C170)),
        ("does a student with CSCI 104 meet the requirements of CSCI 270", C270, (C104,)),
    ],
)  # fmt: skip
def test_who_holds_a_course_has_passed_it(
    question: str, asked: str, taken: tuple[str, ...]
) -> None:
    query = read(question)
    assert (query.ask, query.codes, query.taken) == ("eligible", (asked,), taken)


def test_a_hard_class_is_no_question_of_prerequisites() -> None:
    assert read("is CSCI 104 doable with a job").missing == "workload and difficulty"


def test_where_a_way_begins_is_passed() -> None:
    query = read("how many courses stand between CSCI 103 and CSCI 270")
    assert (query.codes, query.taken) == ((C270,), (C103,))
    assert read("is CSCI 270 open to me if i have CSCI 104 only").taken == (C104,)
