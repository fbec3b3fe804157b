"""What an answer leaves to be spoken of: the courses told, a topic found, a list asked of."""

from __future__ import annotations

from rag.conversation import Turn, cited
from rag.understanding.past import recall
from tests.rag.shelf import conditions, read

THREE = ("CSCI 103L", "CSCI 104L", "CSCI 170")


def told(question: str, answer: str) -> Turn:
    return Turn(question, answer, read(question), cited(answer))


def test_runners_up_are_not_those_told() -> None:
    turn = told(
        "which csci courses have the most units",
        "These carry the most:\n- [CSCI 103L]\n- [CSCI 104L]\nNext come [CSCI 170] (2 units).",
    )
    assert recall([turn]).many == THREE[:2]
    assert recall([turn]).shown == THREE


def test_what_is_only_close_in_meaning_is_not_told() -> None:
    turn = told("csci classes on mazes", "1 does: [CSCI 104L]. Close in meaning: [CSCI 103L].")
    assert recall([turn]).codes == ("CSCI 104L",)


def test_a_topic_that_nothing_mentions_is_left() -> None:
    first = told(
        "csci classes on pottery",
        "No CSCI course mentions “pottery”; without that topic there are 2 courses: [CSCI 103L] "
        "and [CSCI 170].",
    )
    query = read("which are 4 units", [first])
    assert query.topic == ""


def test_whether_all_are_so_makes_the_list_no_shorter() -> None:
    first = told("4 unit csci classes", "3: [CSCI 103L], [CSCI 104L] and [CSCI 170].")
    asked = "are they all on friday"
    second = Turn(asked, "No. 1 is: [CSCI 170].", read(asked, [first]), ("CSCI 170",))
    query = read("which of those have no prereqs", [first, second])
    assert "day any Fri" not in conditions(query)
    assert {f.values for f in query.filters if f.field == "code"} <= {THREE}


def test_a_topic_that_was_left_aside_is_left() -> None:
    first = told(
        "2 unit csci classes without an audition",
        "2 do (“audition” left aside: none mentions it): [CSCI 103L] and [CSCI 170].",
    )
    assert read("which are on friday", [first]).topic == ""
