"""Which of two courses is wanted, and which is behind, left out or only asked about."""

from __future__ import annotations

import pytest

from tests.rag.shelf import read

C103, C104, C170, C201, C270 = "CSCI 103L", "CSCI 104L", "CSCI 170", "CSCI 201", "CSCI 270"
MAY = [
    ("am i ok to sign up for CSCI 104 if csci 103 is behind me", C104, (C103,)),
    ("whats blocking me from taking CSCI 270 when i have 104 only", C270, (C104,)),
    ("Suppose I finish CSCI 104 this term. Does CSCI 270 become possible?", C270, (C104,)),
    ("Can someone who passed just CSCI 103 register for CSCI 104?", C104, (C103,)),
    ("all I have is CSCI 103, what's keeping me from CSCI 104", C104, (C103,)),
    ("My daughter is done with CSCI 103, may she register for CSCI 104?", C104, (C103,)),
    ("done w/ csci 103 + 170. is 104 fair game yet", C104, (C103, C170)),
    ("CSCI 270 after taking CSCI 104 and CSCI 170, would I be able to?", C270, (C104, C170)),
    ("would CSCI 103 satisfy the CSCI 104 prereq, can I take it?", C104, (C103,)),
    ("I finished CSCI 103 am I eligible for CSCI 104", C104, (C103,)),
    ("taking CSCI 103 rn, could i do CSCI 104 next", C104, (C103,)),
    ("passed calc 1 and 2, ready for MATH 225?", "MATH 225", ("MATH 125g", "MATH 126g")),
]


@pytest.mark.parametrize(("question", "wanted", "behind"), MAY, ids=[q for q, _, _ in MAY])
def test_a_course_behind_one_counts_for_the_one_wanted(
    question: str, wanted: str, behind: tuple[str, ...]
) -> None:
    query = read(question)
    assert (query.ask, query.codes, query.taken) == ("eligible", (wanted,), behind)


NEEDS = [
    ("Could I do CSCI 270 without having taken CSCI 104?", (C270, C104)),
    ("is there a way into CSCI 270 without CSCI 104", (C270, C104)),
    ("if i bomb CSCI 103 and skip it can i still do csci 104", (C104, C103)),
    ("I flunked CSCI 103. am I still allowed in CSCI 104", (C104, C103)),
    ("Does passing CSCI 103 unlock CSCI 104", (C104, C103)),
    ("is CSCI 103 any use for getting into CSCI 104", (C104, C103)),
    ("do u have to do csci 103 first or can i go straight to csci 104", (C104, C103)),
    ("my advisor says I need CSCI 103 for CSCI 104, true?", (C104, C103)),
    ("csci 103 => csci 104 ok?", (C104, C103)),
    ("I dont have CSCI 201 yet. CSCI 310 off limits?", ("CSCI 310", C201)),
]


@pytest.mark.parametrize(("question", "codes"), NEEDS, ids=[q for q, _ in NEEDS])
def test_a_course_left_out_is_asked_about(question: str, codes: tuple[str, ...]) -> None:
    query = read(question)
    assert (query.ask, query.codes) == ("requires", codes)


WORDED = [
    ("Does CSCI 170 open anything up?", "unlocks"),
    ("what opens up through CSCI 170", "unlocks"),
    ("is CSCI 170 required before any other class", "unlocks"),
    ("Is CSCI 170 accepted as a prereq for anything?", "unlocks"),
    ("im missing csci 170, what cant i take because of that", "unlocks"),
    ("what else besides csci 103 would let me into csci 170", "prerequisites"),
    ("are there any corequisites for CSCI 170", "prerequisites"),
    ("How many classes stand between me and CSCI 170", "prerequisites"),
    ("whats the chain of courses leading up to CSCI 170", "prerequisites"),
    ("name every course I'd have to pass to reach CSCI 170", "prerequisites"),
    ("CSCI 170 requires what again?", "prerequisites"),
    ("can I take CSCI 170 again if i didn't like my first go", "units"),
]


@pytest.mark.parametrize(("question", "ask"), WORDED, ids=[q for q, _ in WORDED])
def test_what_is_asked_of_one_course(question: str, ask: str) -> None:
    query = read(question)
    assert (query.ask, query.codes) == (ask, (C170,))
