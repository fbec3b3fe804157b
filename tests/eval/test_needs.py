from __future__ import annotations

from itertools import chain, combinations

import pytest

from eval.questions.needs import identity, parse_needs


def ways(text: str) -> set[str]:
    return {
        "+".join(sorted(f"{p}{n}{part}" for p, n, part in way)) for way in parse_needs(text).ways
    }


def test_codes_are_one_course_whatever_the_case_suffix_and_joint() -> None:
    assert identity("CHEM 105aLg") == identity("CHEM 105A") == identity("chem-105al")
    assert identity("CSCI 104L") == identity("csci104") == ("CSCI", 104, "")
    assert identity("CHEM 105b") != identity("CHEM 105a")
    with pytest.raises(ValueError, match="no course code"):
        identity("hello")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {""}),
        ("A" * 2 + " 101", {"AA101"}),
        ("AA 101 and BB 102", {"AA101+BB102"}),
        ("(AA 101 and BB 102)", {"AA101+BB102"}),
        ("1 from (AA 101 or BB 102)", {"AA101", "BB102"}),
        ("AA 101 and 1 from (BB 102 or CC 103)", {"AA101+BB102", "AA101+CC103"}),
        ("1 from (AA 101 or (BB 102 and CC 103))", {"AA101", "BB102+CC103"}),
        ("2 from (AA 101 or BB 102 or CC 103)", {"AA101+BB102", "AA101+CC103", "BB102+CC103"}),
    ],
)
def test_prerequisites_are_the_sets_of_courses_that_do(text: str, expected: set[str]) -> None:
    assert ways(text) == expected


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("AA 101", ""),
        ("AA 101 and BB 102", "and"),
        ("1 from (AA 101 or BB 102)", "or"),
        ("AA 101 and 1 from (BB 102 or CC 103)", "both"),
        ("2 from (AA 101 or BB 102 or CC 103)", "both"),
    ],
)
def test_joined_says_how_the_courses_hang_together(text: str, joined: str) -> None:
    assert parse_needs(text).joined == joined


def test_met_agrees_with_reading_the_sentence_for_every_set_of_courses() -> None:
    needs = parse_needs("AA 101 and 1 from (BB 102 or (CC 103 and DD 104))")
    keys = [("AA", 101, ""), ("BB", 102, ""), ("CC", 103, ""), ("DD", 104, "")]
    every = chain.from_iterable(combinations(keys, n) for n in range(5))
    for have in every:
        a, b, c, d = (key in have for key in keys)
        assert needs.met(have) == (a and (b or (c and d)))


def test_missing_holds_the_shortest_ways_only() -> None:
    needs = parse_needs("1 from (AA 101 or (BB 102 and CC 103))")
    assert needs.missing([]) == {("AA", 101, "")}
    assert needs.missing([("BB", 102, "")]) == {("AA", 101, ""), ("CC", 103, "")}


def test_text_left_over_is_an_error() -> None:
    with pytest.raises(ValueError, match="not understood"):
        parse_needs("AA 101 or BB 102")
