"""What a sentence claims about which course is needed for which."""

from __future__ import annotations

import pytest

from rag.catalogue import code_key
from rag.dependence import Claim, claims, contradicts, known
from tests.rag.courses import CATALOGUE


def told(sentence: str) -> set[str]:
    """The claims as 'CSCI 103 < CSCI 104', 'CSCI 103 !< CSCI 104' where denied."""
    return {
        f"{c.first[0]} {c.first[1]} {'!' if c.denied else ''}< {c.then[0]} {c.then[1]}"
        for c in claims(sentence)
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("CSCI 270 requires CSCI 104.", {"CSCI 104 < CSCI 270"}),
        ("[CSCI 104L] is a prerequisite of [CSCI 270].", {"CSCI 104 < CSCI 270"}),
        (
            "For CSCI 270 you need CSCI 104 or MATH 125.",
            {"CSCI 104 < CSCI 270", "MATH 125 < CSCI 270"},
        ),
        ("You need CSCI 104 before CSCI 270.", {"CSCI 104 < CSCI 270"}),
        ("Take CSCI 270 after CSCI 104.", {"CSCI 104 < CSCI 270"}),
        ("CSCI 103 unlocks CSCI 104 and CSCI 170.", {"CSCI 103 < CSCI 104", "CSCI 103 < CSCI 170"}),
        ("CSCI 104 is required by CSCI 270.", {"CSCI 104 < CSCI 270"}),
        (
            "Yes, CSCI 104 is a prerequisite of CSCI 270, which requires MATH 125.",
            {"CSCI 104 < CSCI 270", "MATH 125 < CSCI 270"},
        ),
        ("CSCI 270 does not require MATH 225.", {"MATH 225 !< CSCI 270"}),
        ("No, CSCI 270 isn't a prerequisite of CSCI 104.", {"CSCI 270 !< CSCI 104"}),
        ("No, CSCI 104 is a prerequisite of CSCI 270.", {"CSCI 104 < CSCI 270"}),
        ("CSCI 104 and CSCI 270 are 4 units.", set()),
        ("It requires consent.", set()),
        ("", set()),
    ],
)
def test_a_sentence_claims_an_order(sentence: str, expected: set[str]) -> None:
    assert told(sentence) == expected


TRUTH = known([CATALOGUE.by_code["CSCI 270"]], ["CSCI 104L requires CSCI 103."])


def test_what_is_known_comes_from_records_and_exact_sentences() -> None:
    key = code_key
    pairs = [("CSCI 104", "CSCI 270"), ("MATH 125", "CSCI 270"), ("CSCI 103", "CSCI 104")]
    expected = {Claim(a, b) for one, two in pairs if (a := key(one)) and (b := key(two))}
    assert expected < TRUTH


@pytest.mark.parametrize(
    "sentence",
    [
        "CSCI 104 requires CSCI 270.",
        "CSCI 270 is a prerequisite for CSCI 104L.",
        "CSCI 270 does not require CSCI 104.",
        "CSCI 270 unlocks MATH 125g.",
        "CSCI 104 is needed for CSCI 103.",
    ],
)
def test_the_opposite_of_what_is_known_contradicts(sentence: str) -> None:
    assert contradicts(sentence, TRUTH)


@pytest.mark.parametrize(
    "sentence",
    [
        "CSCI 104L requires CSCI 103.",
        "CSCI 270 does not require CSCI 585.",
        "CSCI 104 does not require CSCI 270.",
        "CSCI 104 is 4 units.",
        "CSCI 585 requires CSCI 104.",  # not known, but not the opposite either
    ],
)
def test_what_is_known_or_unheard_of_does_not(sentence: str) -> None:
    assert not contradicts(sentence, TRUTH)


@pytest.mark.parametrize("verb", ["is one of the options", "is required", "is not required"])
def test_no_course_is_needed_for_itself(verb: str) -> None:
    wrong = f"Yes, [PHYS 152L] {verb}: [PHYS 152L] requires one of PHYS 151 or PHYS 161."
    right = f"Yes, [PHYS 151L] {verb}: [PHYS 152L] requires one of PHYS 151 or PHYS 161."
    assert contradicts(wrong, set())
    assert not contradicts(right, set())
