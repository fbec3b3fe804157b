"""Lists, counts, people and programs, asked as students ask for them."""

from __future__ import annotations

import pytest

from rag.catalogue import Catalogue
from rag.fact import Facts
from rag.facts import facts
from rag.question import Reader
from rag.requirements import Requirements
from tests.rag.courses import codes, course, section

MORNING = section("Mon Wed", 540, 620, instructors=("Ada Example",))
NOON = section("Tue Thu", 750, 830, instructors=("Bo Sample",))
EVENING = section("Fri", 1080, 1250, instructors=("Ada Example",))
OPEN = section("", None, None)
COURSES = (
    course("HIST 101g", "The Ancient World", 4, sections=(MORNING,), listed_under=("GPH",)),
    course("HIST 300", "Approaches to History", 4, sections=(NOON,)),
    course("HIST 492", "Honors Thesis", 2, sections=(OPEN,)),
    course("HIST 510", "Empires and Oceans", 2, sections=(EVENING,)),
    course("MATH 125g", "Calculus I", 4, sections=(MORNING,)),
    course("MATH 225", "Linear Algebra", 4, prerequisites="MATH 125", sections=(NOON,)),
    course("ECON 203g", "Principles of Microeconomics", 4, sections=(NOON,)),
    course(
        "ECON 303", "Microeconomic Theory", 4, prerequisites="MATH 125 and ECON 203",
        sections=(MORNING,),
    ),
    course("CHEM 102g", "Molecules", 4, sections=(NOON,), listed_under=("PSC",),
           description="How mathematics and matter meet."),
    course("GEOL 105Lg", "Planet Earth", 4, sections=(MORNING,), listed_under=("PSC",),
           description="Volcanoes and oceans."),
    course("FREN 120", "French I", 4, sections=(MORNING,)),
    course("FREN 320", "French Cinema", 4, sections=(EVENING,)),
    course("SPAN 120", "Spanish I", 4, sections=(NOON,)),
    course("DANC 101", "Ballet", 1, units_max=2.0, units_total=8.0, sections=(EVENING,)),
    course("DANC 102", "Tap", 1, sections=(EVENING,), description="Steps. Graded CR/NC."),
    course("BUAD 304", "Leadership", 4, sections=(NOON,)),
    course("MKT 450", "Consumer Behavior", 4, sections=(EVENING,)),
    course("CTIN 190", "Introduction to Interactive Entertainment", 4, sections=(NOON,)),
    course("COMM 350", "Video Games: Content and Policy", 4, sections=(NOON,)),
    course("ENGL 230", "Shakespeare", 4, sections=(section("Tue Thu", 750, 830),)),
)  # fmt: skip
CATALOGUE = Catalogue(COURSES, "Spring 2024")
READER = Reader(CATALOGUE)


def say(question: str) -> Facts:
    return facts(READER.read(question), CATALOGUE, Requirements(CATALOGUE))


def wanted(question: str) -> set[str]:
    """The conditions understood, in short, and the topic left as 'topic X'."""
    query = READER.read(question)
    found = {f"{f.field} {f.op} {','.join(f'{v}' for v in f.values)}" for f in query.filters}
    return found | ({f"topic {query.topic}"} if query.topic else set())


HIST = "program any HIST"
WANTED = [
    ("history classes that meet after 2pm", {HIST, "start min 840"}),
    ("history classes that fit between 10 and 2", {HIST, "start min 600", "end max 840"}),
    ("history classes i can squeeze in on mondays", {HIST, "day any Mon"}),
    ("beginner french classes", {"program any FREN", "level any lower"}),
    (
        "french classes for a complete beginner",
        {"program any FREN", "level any lower", "prerequisites any False"},
    ),
    ("im a freshman, any history classes", {HIST, "level any lower"}),
    ("i hate math, which history classes are there",
     {HIST, "program not MATH", "mentions not math"}),
    ("upper div history but not thesis", {HIST, "level any upper", "mentions not thesis"}),
    ("i work mornings. what history classes can I do", {HIST, "start min 720"}),
    ("i cant do anything before noon, which history electives fit", {HIST, "start min 720"}),
    ("history classes, fridays dont work for me", {HIST, "day not Fri"}),
    ("i only have tuesday and thursday free, history?", {HIST, "day only Tue,Thu"}),
    ("avoid fridays and mornings, history classes", {HIST, "day not Fri", "start min 720"}),
    ("history classes with no meeting time", {HIST, "timed any False"}),
    ("which history classes have no TBA time", {HIST, "timed any True"}),
    ("history courses where the instructor isn't announced", {HIST, "staffed any False"}),
    ("name 3 history classes", {HIST}),
    ("history classes on tuesdays, I don't mind thursdays", {HIST, "day any Tue,Thu"}),
    ("I don't mind mornings, any history class on monday", {HIST, "day any Mon"}),
    ("a good elective for a history major who wants to learn about oceans", {"topic oceans"}),
    ("history classes in the 300s", {HIST, "hundred any 300"}),
    ("history classes that are 3 hours long", {HIST, "length min 165", "length max 185"}),
    ("2 unts history classes", {HIST, "units any 2.0"}),
    ("twiec a week history classes", {HIST, "days any 2"}),
    ("a GE that covers both G and H", {"ge all G,H"}),
    ("which econ classes need calculus", {"program any ECON", "needs any MATH 125"}),
    ("econ classes that do not require calculus", {"program any ECON", "needs not MATH 125"}),
    ("i need econ classes on monday", {"program any ECON", "day any Mon"}),
    ("courses that don't start with HIST about oceans", {"program not HIST", "topic oceans"}),
    ("a GE-H that isn't english or history", {"ge any H", "program not ENGL,HIST"}),
    ("dance classes i can repeat for credit", {"program any DANC", "repeatable any True"}),
    ("dance classes graded cr/nc", {"program any DANC", "mentions any graded cr/nc"}),
    ("classes by Example", {"instructor any Ada Example"}),
    ("history classes asap", {HIST}),
    ("Good morning! any history classes?", {HIST}),
    ("history classes that mention oceans", {HIST, "topic oceans"}),
    ("any video game design classes", {"program any CTIN"}),
    ("history classes mon wed 9am", {HIST, "day all Mon,Wed", "start any 540"}),
    ("history classes that end after 8pm", {HIST, "end min 1200"}),
    ("history classes, any day but friday", {HIST, "day not Fri"}),
    ("im allergic to early mornings. history classes?", {HIST, "start min 720"}),
    ("history or econ, mornings work best for me",
     {"program any HIST,ECON", "start max 719"}),
    ("history classes w/out clearance", {HIST, "clearance any False"}),
    ("history classes with department approval", {HIST, "clearance any True"}),
    ("classes taught by someone named Sample", {"instructor any Bo Sample"}),
    ("classes taught by Example or Sample", {"instructor any Ada Example,Bo Sample"}),
    ("GE-C and GE-G double count options", {"ge all C,G"}),
    ("history classes that are not thesis", {HIST, "mentions not thesis"}),
    ("i have no history background, history classes", {HIST, "prerequisites any False"}),
    ("HIST history classes in this file", {HIST}),
    ("history classes across the entire university", {HIST}),
    ("history classes, planning around my internship", {HIST}),
    ("recommend two history classes without prereqs", {HIST, "prerequisites any False"}),
    ("what history gen eds are on monday", {HIST, "ge any A,B,C,D,E,F,G,H", "day any Mon"}),
    ("my advisor said take history classes", {HIST}),
    ("how many GE classes in category A and B combined", {"ge any A,B"}),
    ("classes about oceans for non engineers", {"topic oceans"}),
    ("any sailing or rowing classes", {"topic sailing or rowing"}),
    ("courses on women in history", {"topic women history"}),
    ("classes on oceans, not the history", {"topic oceans", "mentions not history",
                                          "program not HIST"}),
    ("4 unit, graduate, history", {HIST, "units any 4.0", "level any graduate"}),
]  # fmt: skip


@pytest.mark.parametrize(("question", "conditions"), WANTED)
def test_what_is_sought_is_understood(question: str, conditions: set[str]) -> None:
    assert wanted(question) == conditions


FOUND = [
    ("what languages can i learn", "in 2 programs:\n- French (FREN)"),
    ("who teaches history", "2 instructors"),
    ("how many departments are there", "13 programs"),
    ("how many units is a typical history class", "2 are 4 units and 2 are 2 units"),
    ("which professors teach both HIST and MATH", "2 instructors for courses of both"),
    ("are there more HIST or MATH courses", "HIST has more"),
    ("how many units total if i take HIST 300 and HIST 510", "Together they are 6 units"),
    ("which has more units, HIST 300 or HIST 510", "HIST 300 has the most units."),
    ("which starts earlier, HIST 300 or HIST 101", "HIST 101g starts first in the day."),
    ("which history class meets the most days a week", "meet on the most days"),
    ("courses about volcanoes", "[GEOL 105Lg]"),
    ("GE-E classes with a lab", "1 more carries the L of a laboratory in the code: [GEOL 105Lg]"),
    ("business classes", "The school's other programs"),
    ("classes with 'french' in the title", "have “french” in the title"),
    ("dance classes of 1 unit", "of 1 unit: [DANC 102] Tap"),
    ("how many history courses are in the spring 2024 file", "has 4 HIST courses"),
    ("tally of history classes in your catalogue", "has 4 HIST courses"),
    ("courses on mathematical matter", "[CHEM 102g]"),
    ("courses about volcanos", "[GEOL 105Lg]"),
    ("courses about oceans and molecules", "mention “oceans” or “molecules”"),
    ("courses about kdrama oceans", "mention “oceans” (none mentions “kdrama”)"),
    ("my roommate raved about policy, is there a class on oceans", "mention “oceans”"),
    ("history classes from 300 to 499", "HIST courses from the 300 to the 400 level"),
]


@pytest.mark.parametrize(("question", "part"), FOUND)
def test_what_is_found_is_told(question: str, part: str) -> None:
    assert part in say(question).statement


def test_exact_units_come_before_a_range_and_classes_before_theses() -> None:
    assert codes(say("1 unit dance classes")) == ["DANC 102", "DANC 101"]
    assert codes(say("history classes"))[-1] == "HIST 492"


def test_those_that_meet_on_just_the_days_asked_for_come_first() -> None:
    rows = (
        course("MATH 101", "Numbers", sections=(section("Mon Wed Fri", 540, 600),)),
        course("MATH 102", "Figures", sections=(section("Mon Wed", 540, 600),)),
    )
    shelf = Catalogue(rows, "Spring 2024")
    found = facts(Reader(shelf).read("math classes on mon wed"), shelf, Requirements(shelf))
    assert codes(found) == ["MATH 102", "MATH 101"]


def test_what_is_easy_is_refused_with_the_courses_that_meet_the_rest() -> None:
    answer = say("easiest GE on tuesdays")
    assert answer.refused and not answer.courses
    assert answer.statement == (
        "The Spring 2024 file says nothing about workload and difficulty; it has 1 course in any "
        "GE category whose listed section meets on Tue: CHEM 102g Molecules."
    )


def test_what_a_degree_asks_for_is_refused_with_the_courses_of_its_department() -> None:
    for question in ("the full course list for the B.A. in History", "courses for a BA in history"):
        answer = say(question)
        assert answer.refused, question
        assert "says nothing about degree requirements; it has 4 HIST courses" in answer.statement
