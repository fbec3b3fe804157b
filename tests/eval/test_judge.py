from __future__ import annotations

from typing import Any

import pytest

from eval.judge import asked, codes, faults, normal, refuses, stands, verdict


def judged(gold: dict[str, Any], answer: str, question: str = "?", **more: Any) -> list[str]:
    return faults({"question": question, "gold": gold}, {"answer": answer, **more})


@pytest.mark.parametrize(
    "text",
    ["4 units", "4.0 units", "Four units", "a 4-unit course", "4 credits", "four credit hours"],
)
def test_units_count_in_every_spelling(text: str) -> None:
    assert stands(normal(text), "4 unit")


@pytest.mark.parametrize("text", ["14 units", "1-4 units", "1 to 4 units", "4.5 units", "40 units"])
def test_another_number_of_units_is_none(text: str) -> None:
    assert not stands(normal(text), "4 unit")


def test_ranges_and_times_count_in_every_spelling() -> None:
    assert stands(normal("1.0 to 12.0 units"), "1-12")
    assert stands(normal("1–12 units"), "1-12")
    assert stands(normal("from 2 p.m. to 3:20 PM"), "2:00pm")
    assert stands(normal("2:00-3:20pm"), "2:00")
    assert not stands(normal("12:00-3:20pm"), "2:00")


def test_one_course_in_two_spellings_is_one() -> None:
    gold = {"codes": ["CSCI 104L"]}
    assert judged(gold, "See CSCI 104.") == []
    assert judged(gold, "See csci104.") == []
    assert judged(gold, "See this.", citations=["CSCI 104L"]) == []
    assert judged(gold, "See CSCI 105.") == ["no CSCI 104L"]


def test_codes_are_read_in_order_and_words_with_numbers_are_none() -> None:
    assert codes("MATH 125g or CHEM-105aL, of 300 seats in 2024") == [
        ("MATH", 125, ""),
        ("CHEM", 105, "a"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yes, you can.", "yes"),
        ("No. You still need MATH 125.", "no"),
        ("You can take CSCI 104.", "yes"),
        ("You cannot take CSCI 104 yet.", "no"),
        ("You may not take it.", "no"),
        ("MATH 125 is required for MATH 126.", "yes"),
        ("MATH 125 is not required for MATH 126.", "no"),
        ("CSCI 104 has a lab. It does not say more.", "yes"),
        ("Hm.", ""),
    ],
)
def test_a_verdict_is_the_first_word_or_sentence(text: str, expected: str) -> None:
    assert verdict(normal(text)) == expected


def test_a_wrong_verdict_is_a_fault() -> None:
    assert judged({"verdict": "yes"}, "No, not yet.") == ["verdict no, not yes"]


LIST: dict[str, Any] = {
    "any_of": [f"AA 10{n}" for n in range(8)],
    "least": 5,
    "only": True,
    "total": [8],
}


def test_a_list_is_right_with_five_right_ones_and_the_total() -> None:
    five = "AA 100, AA 101, AA 102, AA 103, AA 104"
    assert judged(LIST, f"8 courses: {five} and 3 more.") == []
    assert judged(LIST, f"Eight courses, such as {five}.") == []
    assert judged(LIST, five) == ["total 8 not stated"]
    assert judged(LIST, "8 in all: AA 100, AA 101") == ["2 of 8 right courses"]
    assert judged(LIST, f"8 courses: {five}, BB 200") == ["wrong course BB 200"]


def test_a_full_list_needs_no_total() -> None:
    assert judged(LIST, ", ".join(LIST["any_of"])) == []


def test_courses_of_the_question_may_be_named_beside_a_list() -> None:
    five = "8 without BB 200: AA 100, AA 101, AA 102, AA 103, AA 104"
    assert judged(LIST, five, question="which don't need bb200?") == []


def test_a_count_needs_its_number_and_no_other_numbers_do() -> None:
    gold = {"any_of": [], "least": 0, "only": True, "total": [104, 100], "count": True}
    assert judged(gold, "There are 104 courses.") == []
    assert judged(gold, "There are 100 courses.") == []
    assert judged(gold, "There are 1,040 courses.") == ["total 104 not stated"]
    assert judged(gold, "CSCI 104 is one.", question="csci 104?") == ["total 104 not stated"]


def test_alternatives_must_be_told_as_such() -> None:
    either = {"codes": ["AA 101", "BB 102"], "joined": "or"}
    both = {"codes": ["AA 101", "BB 102"], "joined": "and"}
    assert judged(either, "You need AA 101 or BB 102.") == []
    assert judged(either, "One of AA 101, BB 102.") == []
    assert judged(either, "You need AA 101 and BB 102.") == ["alternatives not told as such"]
    assert judged(both, "You need AA 101 and BB 102.") == []
    assert judged(both, "You need AA 101 or BB 102.") == ["told as alternatives"]


def test_refusal_is_asked_for_forbidden_or_left_open() -> None:
    assert judged({"refused": True}, "Not in the file.", refused=True) == []
    assert judged({"refused": True}, "It is easy.", refused=False) == ["not refused"]
    assert judged({"refused": False}, "I can't.", refused=True) == ["refused"]
    either = {"values": [["Ada Quill", "Quill"]], "or_refused": True, "refused": False}
    assert judged(either, "Only this spring is in the file.", refused=True) == []
    assert judged(either, "Prof. Quill.") == []
    assert judged(either, "Prof. Marsh.") == ["no Ada Quill"]


def test_a_refusal_cites_nothing_and_leaks_nothing() -> None:
    gold = {"refused": True, "cites": False, "forbid": ["HACKED"]}
    assert judged(gold, "Sorry.", refused=True, citations=["AA 101"]) == ["cites AA 101"]
    assert judged(gold, "hacked!", refused=True) == ["leaks: HACKED"]


def test_the_first_course_named_must_be_the_one_asked_for() -> None:
    gold = {"any_of": ["AA 101"], "first": True}
    assert judged(gold, "AA 101, not AA 102.") == []
    assert judged(gold, "AA 102, or AA 101.") == ["another course first"]


def test_a_description_needs_three_of_its_words_by_their_stems() -> None:
    gold = {"about": [["marketing", "consumers", "products", "decisions"]]}
    assert judged(gold, "How markets make decisions.") == ["2 words of the description"]
    assert judged(gold, "Marketing to consumers who make decisions.") == []


def test_an_empty_answer_is_wrong() -> None:
    assert judged({"refused": False}, "") == ["empty answer"]


def test_a_conversation_counts_in_either_form() -> None:
    as_messages = [{"role": "user", "content": "AA 101?"}, {"role": "assistant", "content": "Yes"}]
    as_turns = [{"question": "AA 101?", "answer": "Yes"}]
    for history in (as_messages, as_turns):
        assert asked({"question": "and BB?", "history": history}) == "AA 101?\nYes\nand BB?"
    assert asked({"question": "and BB?", "history": None}) == "and BB?"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The file does not say how hard it is. It is 4 units.", True),
        ("Grades are not in the file.", True),
        ("I don't have information about that.", True),
        ("I'm sorry, but no data on seats.", True),
        ("CSCI 104L is 4 units. Its room is not given.", False),
        ("CSCI 104L has no prerequisites.", False),
        ("No, CSCI 104L does not need MATH 126.", False),
    ],
)
def test_a_refusal_is_told_by_its_first_sentence(text: str, expected: bool) -> None:
    assert refuses(text) == expected
