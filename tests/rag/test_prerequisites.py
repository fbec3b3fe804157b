"""Prerequisite text to tree and back, and what courses taken make of it."""

from __future__ import annotations

from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.catalogue import Key, code_key
from rag.prerequisites import (
    NOTHING,
    All,
    One,
    Some,
    Tree,
    Unparsed,
    codes,
    every,
    fewest,
    keys,
    missing,
    parse,
    render,
    satisfied,
    some,
    words,
)

NAMES = ("CSCI 103", "CSCI 104L", "MATH 125", "MATH 126g", "CHEM 105A", "CHEM 105B")
A, B, C, D = (One(name) for name in ("CSCI 103", "CSCI 104L", "MATH 125", "MATH 126g"))


def trees() -> st.SearchStrategy[Tree]:
    def wider(inner: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
        parts = st.lists(inner, min_size=2, max_size=4)
        chosen = parts.flatmap(lambda p: st.integers(1, len(p)).map(lambda count: some(count, p)))
        return parts.map(every) | chosen

    return st.recursive(st.sampled_from(NAMES).map(One), wider, max_leaves=10)


def key(code: str) -> Key:
    found = code_key(code)
    assert found
    return found


def subsets() -> list[frozenset[Key]]:
    all_ = [key(name) for name in NAMES]
    sizes = (combinations(all_, n) for n in range(len(all_) + 1))
    return [frozenset(s) for s in chain.from_iterable(sizes)]


def truth(tree: Tree, taken: frozenset[Key]) -> bool:
    """An independent reading of the tree: as a count over its parts."""
    if isinstance(tree, One):
        return key(tree.code) in taken
    assert isinstance(tree, All | Some)
    met = len([part for part in tree.of if truth(part, taken)])
    return met >= (len(tree.of) if isinstance(tree, All) else tree.count)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", NOTHING),
        ("CSCI 103", A),
        ("CSCI-103.", A),
        ("CSCI 103 and CSCI 104L", All((A, B))),
        ("(CSCI 103 and CSCI 104L)", All((A, B))),
        ("1 from (CSCI 103 or CSCI 104L)", Some(1, (A, B))),
        ("CSCI 103 or CSCI 104L", Some(1, (A, B))),
        ("1 from (CSCI 103)", A),
        ("2 from (CSCI 103 or CSCI 104L or MATH 125)", Some(2, (A, B, C))),
        ("1 from (CSCI 103 or (CSCI 104L and MATH 125))", Some(1, (A, All((B, C))))),
        (
            "1 from ((CSCI 103 and MATH 125) or (CSCI 104L and MATH 125))",
            Some(1, (All((A, C)), All((B, C)))),
        ),
        (
            "1 from (CSCI 103 or CSCI 104L) and MATH 125 and 1 from (MATH 125 or MATH 126g)",
            All((Some(1, (A, B)), C, Some(1, (C, D)))),
        ),
        (
            "(CSCI 103 and MATH 125) and 1 from (CSCI 104L or MATH 126g)",
            All((A, C, Some(1, (B, D)))),
        ),
    ],
)
def test_each_shape_of_the_catalogue_becomes_its_tree(text: str, tree: Tree) -> None:
    assert parse(text) == tree


@pytest.mark.parametrize(
    "text",
    [
        "senior standing",
        "CSCI 103 and consent of the instructor",
        "CSCI 103 and CSCI 104L or MATH 125",
        "1 from (CSCI 103 and CSCI 104L)",
        "3 from (CSCI 103 or CSCI 104L)",
        "0 from (CSCI 103 or CSCI 104L)",
        "(CSCI 103 and CSCI 104L",
        "CSCI 103 and",
        "CSCI 103 CSCI 104L",
        "1 from CSCI 103",
        ")",
    ],
)
def test_other_text_is_kept_whole_and_met_by_nothing(text: str) -> None:
    assert parse(text) == Unparsed(text)
    assert render(parse(text)) == text
    assert not satisfied(parse(text), {key(name) for name in NAMES})


@given(trees())
def test_a_rendered_tree_is_read_back_to_itself(tree: Tree) -> None:
    assert parse(render(tree)) == tree


@given(st.text(alphabet="CSI 103andorfrm1()AB", max_size=40))
def test_no_text_breaks_the_parser(text: str) -> None:
    tree = parse(text)
    assert parse(render(tree)) == tree


@given(trees())
def test_satisfied_agrees_with_brute_force_over_every_set_of_courses(tree: Tree) -> None:
    for taken in subsets():
        assert satisfied(tree, taken) == truth(tree, taken)


@given(trees(), st.sampled_from(subsets()))
def test_what_is_missing_is_exactly_what_completes_the_tree(
    tree: Tree, taken: frozenset[Key]
) -> None:
    left = missing(tree, taken)
    assert (left == NOTHING) == satisfied(tree, taken)
    assert not keys(left) & taken
    for more in subsets():
        if not more & taken:
            assert satisfied(left, more) == truth(tree, taken | more)


def test_a_sequence_taken_without_its_part_counts_for_any_part() -> None:
    tree = parse("CHEM 105B")
    assert satisfied(tree, {key("CHEM 105")})
    assert satisfied(tree, {key("chem105bL")})
    assert not satisfied(tree, {key("CHEM 105aLg")})


def test_codes_are_named_once_in_the_order_of_the_text() -> None:
    assert codes(parse("1 from (MATH 126 or MATH 125) and MATH 126")) == ("MATH 126", "MATH 125")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("CSCI 103", "CSCI 103"),
        ("CSCI 103 and CSCI 170", "CSCI 103 and CSCI 170"),
        ("1 from (MATH 125 or MATH 126)", "either MATH 125 or MATH 126"),
        ("1 from (EE 1 or MATH 126)", "“1 from (EE 1 or MATH 126)”"),
        (
            "CSCI 104 and 1 from (MATH 225 or MATH 226 or MATH 227)",
            "CSCI 104 and one of MATH 225, MATH 226 or MATH 227",
        ),
        (
            "1 from (BISC 120 or BISC 121) and 1 from (CHEM 105 or CHEM 115) and MATH 125",
            "either BISC 120 or BISC 121; either CHEM 105 or CHEM 115; and MATH 125",
        ),
        (
            "1 from (ARCH 304 or (ARCH 214a and ARCH 214b))",
            "either ARCH 304 or (ARCH 214a and ARCH 214b)",
        ),
        ("2 from (PPD 425 or SOCI 314 or SSCI 483)", "two of PPD 425, SOCI 314 and SSCI 483"),
        ("", "nothing"),
    ],
)
def test_words_are_plain_english(text: str, said: str) -> None:
    assert words(parse(text)) == said


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("CSCI 104", 1),
        ("CSCI 104 and CSCI 170", 2),
        ("1 from (MATH 125 or MATH 126) and CSCI 104", 2),
        ("2 from (MATH 125 or MATH 126 or MATH 127)", 2),
        ("consent of instructor", None),
    ],
)
def test_the_fewest_courses_that_meet_a_prerequisite(text: str, count: int | None) -> None:
    assert fewest(parse(text)) == count
