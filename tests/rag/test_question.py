"""What is asked, of which courses, and what is left for the vectors."""

from __future__ import annotations

import pytest

from rag.question import understand
from tests.rag.shelf import CATALOGUE, conditions, read

C104, C170, C270 = "CSCI 104L", "CSCI 170", "CSCI 270"

ASKS = [
    ("units", "how many units is CSCI 104", (C104,)),
    ("units", "csci 104 credits?", (C104,)),
    ("units", "CS-104 units", (C104,)),
    ("units", "what is the unit value of calc 2", ("MATH 126g",)),
    ("units", "can CSCI 590 be repeated for credit", ("CSCI 590",)),
    ("units", "is it allowed to take CSCI 590 several times", ("CSCI 590",)),
    ("prerequisites", "what do i need before CSCI 270", (C270,)),
    ("prerequisites", "prereqs 4 csci270", (C270,)),
    ("prerequisites", "Does CSCI 270 have prerequisites?", (C270,)),
    ("prerequisites", "what requirements does CSCI 270 have", (C270,)),
    ("prerequisites", "any pre-requisites for data structurs?", (C104,)),
    ("prerequisites", "what should I have taken before I take CSCI 270", (C270,)),
    ("prerequisites", "I'd like CSCI 270 soon, which classes do I need to finish first?", (C270,)),
    ("prerequisites", "tell me the requirements to get into csci 270", (C270,)),
    ("prerequisites", "does csci 270 need calculus", (C270,)),
    ("prerequisites", "which classes would help me prepare for CSCI 270", (C270,)),
    ("requires", "do I need calc 1 for physics 151", ("PHYS 151Lg", "MATH 125g")),
    ("requires", "is CSCI 170 required for CSCI 270", (C270, C170)),
    ("requires", "can i take CSCI 270 without CSCI 170", (C270, C170)),
    ("requires", "can I do CSCI 270 if i haven't taken CSCI 170?", (C270, C170)),
    ("requires", "does CSCI 270 require CSCI 104", (C270, C104)),
    ("requires", "must I finish CSCI 104 before taking CSCI 270", (C270, C104)),
    ("requires", "is CSCI 104 a prereq of 270", (C270, C104)),
    ("requires", "to take CSCI 270 do i have to have taken CSCI 170", (C270, C170)),
    ("requires", "will I need CSCI 170 in order to enroll in CSCI 270", (C270, C170)),
    ("requires", "can you check whether CSCI 270 has CSCI 170 as a prerequisite", (C270, C170)),
    ("requires", "is CSCI 170 rly required to take csci270", (C270, C170)),
    ("requires", "does CHEM 105b need CHEM 105a first", ("CHEM 105bL", "CHEM 105aLg")),
    ("requires", "can I take machine learning before intro to AI", ("CSCI 567", "CSCI 360")),
    ("unlocks", "what can I take after CSCI 104", (C104,)),
    ("unlocks", "what does CSCI 104 unlock", (C104,)),
    ("unlocks", "which courses require CSCI 104", (C104,)),
    ("unlocks", "what is CSCI 104 a prerequisite for?", (C104,)),
    ("unlocks", "which classes have CSCI 104 as a prereq", (C104,)),
    ("unlocks", "what comes after csci104", (C104,)),
    ("unlocks", "csci 104 opens up what classes?", (C104,)),
    ("unlocks", "After passing CSCI 104 which courses open up for me?", (C104,)),
    ("eligible", "can I take CSCI 104?", (C104,)),
    ("eligible", "would i be allowed to take CSCI 104", (C104,)),
    ("eligible", "ok so csci104, can i?", (C104,)),
    ("eligible", "am i eligible for csci 270", (C270,)),
    ("eligible", "do I meet the prerequisites of CSCI 270", (C270,)),
    ("eligible", "am I ready to take CSCI 270", (C270,)),
    ("schedule", "when does CSCI 104 meet", (C104,)),
    ("schedule", "what time is csci 104", (C104,)),
    ("schedule", "what days is 104 if it's the CSCI one", (C104,)),
    ("schedule", "how long is the CSCI 104 lecture", (C104,)),
    ("schedule", "Is CSCI 104 on Friday?", (C104,)),
    ("schedule", "is CSCI 104 in the morning", (C104,)),
    ("schedule", "csci104 this spring?", (C104,)),
    ("schedule", "is CSCI 104 on the spring schedule", (C104,)),
    ("schedule", "csci 104 class length", (C104,)),
    ("schedule", "how many minutes is a session of CSCI 104", (C104,)),
    ("schedule", "is there a lab component to csci 104", (C104,)),
    ("schedule", "is CSCI 104 offered in Spring 2024", (C104,)),
    ("schedule", "does csci 104 have a lab", (C104,)),
    ("schedule", "do CSCI 104 and CSCI 170 overlap", (C104, C170)),
    ("schedule", "can i take CSCI 104 and CSCI 170 at the same time", (C104, C170)),
    ("schedule", "when can I take CSCI 104", (C104,)),
    ("schedule", "can I take CSCI 104 when", (C104,)),
    ("schedule", "what is the section number of CSCI 104", (C104,)),
    ("category", "what requirement is fulfilled by CSCI 104", (C104,)),
    ("category", "does CSCI 104 count for any requirements", (C104,)),
    ("instructor", "who has taught, teaches or will teach CSCI 104", (C104,)),
    ("instructor", "who teaches CSCI 104", (C104,)),
    ("instructor", "whos the prof for csci 104", (C104,)),
    ("instructor", "CSCI 104 instructor", (C104,)),
    ("instructor", "is Professor Ferncastle teaching CSCI 104", (C104,)),
    ("instructor", "who teaches intro to psych", ("PSYC 100Lg",)),
    ("instructor", "who teaches statistics", ("PSYC 274Lg",)),
    ("description", "what is CSCI 104 about", (C104,)),
    ("description", "tell me about CSCI 104", (C104,)),
    ("description", "CSCI 104", (C104,)),
    ("description", "does CSCI 104 involve programming", (C104,)),
    ("description", "what will I learn in software engineering", ("CSCI 310",)),
    ("category", "does csci 104 count as a ge", (C104,)),
    ("category", "what does csci 104 cover for ge", (C104,)),
    ("description", "what does csci 104 cover", (C104,)),
    ("restrictions", "can non-majors take CSCI 104", (C104,)),
    ("restrictions", "who can register for CSCI 104", (C104,)),
    ("clearance", "do I need d-clearance for CSCI 104", (C104,)),
    ("restrictions", "is CSCI 104 open to freshmen", (C104,)),
    ("restrictions", "can CS majors take MATH 225", ("MATH 225",)),
    ("restrictions", "which students is CSCI 104 open to?", (C104,)),
    (
        "restrictions",
        "can I sign up for CSCI 104: is it limited to certain majors or levels?",
        (C104,),
    ),
    ("restrictions", "do you have to be a CS major for csci 104", (C104,)),
    ("code", "what's the course number for software engineering", ("CSCI 310",)),
    ("code", "which course is Database Systems?", ("CSCI 585",)),
    ("compare", "difference between CSCI 104 and CSCI 170", (C104, C170)),
    ("compare", "CSCI 104 vs 170", (C104, C170)),
    ("compare", "which has more units, CSCI 104 or CSCI 102?", (C104, "CSCI 102L")),
    ("compare", "math 126 or math 129", ("MATH 126g", "MATH 129")),
    ("taught_by", "what does Prof. Ferncastle teach", ()),
    ("list", "show me 4-unit CSCI courses", ()),
    ("list", "csci classes", ()),
    ("list", "machine learning courses", ()),
    ("count", "how many CSCI courses are there", ()),
    ("count", "what is the number of upper division math classes", ()),
    ("recommend", "I want to learn about the brain", ()),
    ("recommend", "something fun about film", ()),
    ("recommend", "i like cooking, what should i take", ()),
    ("recommend", "can you suggest a good elective about ethics", ()),
    ("recommend", "courses like CSCI 104", ()),
    ("smalltalk", "hi", ()),
    ("smalltalk", "hello there!", ()),
    ("smalltalk", "thank you so much", ()),
    ("smalltalk", "who are you?", ()),
    ("smalltalk", "what can you do", ()),
    ("other", "quantum basket weaving", ()),
]


@pytest.mark.parametrize(("ask", "question", "codes"), ASKS, ids=[q for _, q, _ in ASKS])
def test_the_question_is_understood(ask: str, question: str, codes: tuple[str, ...]) -> None:
    query = read(question)
    assert (query.ask, query.codes) == (ask, codes)


TOPICS = [
    ("machine learning courses", "machine learning"),
    ("something about film history", "film history"),
    ("I want to learn about the brain", "brain"),
    ("4 unit csci classes on friday", ""),
    ("courses about love", "love"),
    ("which psych classes talk about time and number", "time number"),
    ("are there any philosophy courses about ethics on tuesdays?", "ethics"),
    ("what's the class on linear algebra called", "linear algebra"),
    ("prereqs for linear algebra", "linear algebra"),
    ("organic chemistry classes", "organic chemistry"),
    ("courses on french history or culture", "french history or french culture"),
    ("My mother has Alzheimer's and I work; what courses deal with dementia?", "dementia"),
    ("my little brother is autistic and I'd like to understand him better, any class?", "autistic"),
    ("courses like CSCI 170", "Discrete Methods in Computer Science"),
]


@pytest.mark.parametrize(("question", "topic"), TOPICS)
def test_what_is_not_understood_stays_the_topic(question: str, topic: str) -> None:
    query = read(question)
    assert query.topic == topic
    assert query.codes == ()


def test_a_code_the_file_does_not_hold_is_named() -> None:
    assert read("tell me about CSCI 999").unknown == ("CSCI 999",)
    assert read("is EECS 281 offered").unknown == ("EECS 281",)
    assert read("who teaches 370").unknown == ("370",)


def test_a_yes_or_no_question_puts_its_conditions_to_the_course() -> None:
    assert conditions(read("Is CSCI 104 on Friday?")) == {"day any Fri"}
    assert conditions(read("is CSCI 104 upper division")) == {"level any upper"}
    assert conditions(read("Does CSCI 104 have prerequisites?")) == set()
    assert conditions(read("when does CSCI 104 meet")) == set()


TAKEN = [
    ("I've taken CSCI 103 and MATH 125, can I take CSCI 104?", (C104,), ("CSCI 103L", "MATH 125g")),
    ("what CS classes can I take if I've done CSCI 103", (), ("CSCI 103L",)),
    ("i already took calc 1. am i ready for physics 151?", ("PHYS 151Lg",), ("MATH 125g",)),
    ("if I pass CSCI 103 can I take CSCI 104", (C104,), ("CSCI 103L",)),
    ("I finished csci 103 but I haven't taken CSCI 170, can I take CSCI 270", (C270,),
     ("CSCI 103L",)),
    ("having completed CSCI 103, what can I take?", (), ("CSCI 103L",)),
]  # fmt: skip


@pytest.mark.parametrize(("question", "codes", "taken"), TAKEN)
def test_courses_said_to_be_taken(
    question: str, codes: tuple[str, ...], taken: tuple[str, ...]
) -> None:
    query = read(question)
    assert (query.ask, query.codes, query.taken) == ("eligible", codes, taken)


@pytest.mark.parametrize("question", ["", "   ", "???", "#0 @1 ~ %taken", "\x00", "'s", "🤷"])
def test_odd_input_is_read_without_harm(question: str) -> None:
    query = read(question)
    assert (query.codes, query.filters) == ((), ())


def test_understand_reads_one_question() -> None:
    assert understand("csci104 units", CATALOGUE) == read("csci104 units")


def test_what_can_be_taken_is_all_there_is() -> None:
    query = read("which upper-level math classes can I take this spring")
    assert (query.ask, query.topic) == ("list", "")


def test_a_mistyped_topic_is_that_of_a_title() -> None:
    assert read("anything on neurosciense").topic == "neuroscience"
    assert read("anything on ballooning").topic == "ballooning"


def test_the_one_passed_is_the_only_one_needed() -> None:
    query = read("I've had CSCI 103. Which csci classes need only that one?")
    assert "needs only CSCI 103" in conditions(query)


def test_what_is_needed_for_the_next_term_are_prerequisites() -> None:
    asked = "What classes are needed this semester so that I can take CSCI 104 next semester?"
    assert (read(asked).ask, read(asked).codes) == ("prerequisites", ("CSCI 104L",))


def test_the_past_of_a_course_is_no_student_s() -> None:
    query = read("tell me who taught CSCI 104 in the past")
    assert (query.ask, query.codes, query.taken) == ("instructor", ("CSCI 104L",), ())


def test_the_last_to_teach_is_whoever_is_listed() -> None:
    for asked in (
        "who was the last person to teach CSCI 104",
        "past and current teachers of CSCI 104",
    ):
        assert (read(asked).ask, read(asked).codes) == ("instructor", ("CSCI 104L",))


def test_what_else_besides_one_is_asked_of_a_teacher() -> None:
    query = read("Not including CSCI 104, what does Prof. Ferncastle teach?")
    assert conditions(query) == {"instructor any Ada Ferncastle", "code not CSCI 104L"}


@pytest.mark.parametrize(
    "question",
    ["Prof. Ferncastle teaches CSCI 104. What else does she teach?",
     "which other classes than CSCI 104 does Prof. Ferncastle teach"],
)  # fmt: skip
def test_the_course_told_of_is_left_out_of_a_teacher_s(question: str) -> None:
    assert conditions(read(question)) == {"instructor any Ada Ferncastle", "code not CSCI 104L"}


@pytest.mark.parametrize(
    "question",
    ["I have to leave for work at 5:00. Is it possible to take CSCI 104 and CSCI 170?",
     "If I need to go to work at 5:00 every day, am I able to take CSCI 104 and CSCI 170?"],
)  # fmt: skip
def test_an_hour_to_leave_at_is_a_condition(question: str) -> None:
    query = read(question)
    assert (query.ask, query.codes) == ("schedule", ("CSCI 104L", "CSCI 170"))
    assert "end max 1020" in conditions(query)


def test_a_course_used_for_a_category_needs_no_other() -> None:
    query = read("Is it possible to use CSCI 104 for Humanistic Inquiry GE?")
    assert (query.ask, conditions(query)) == ("category", {"ge any B"})
