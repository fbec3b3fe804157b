"""The graph of prerequisites: unlocks, relations, eligibility and paths."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from rag.catalogue import Catalogue, Key, code_key
from rag.course import Course
from rag.prerequisites import NOTHING, Unparsed, satisfied
from rag.requirements import Relation, Requirements
from tests.rag.courses import REQUIREMENTS

NODES = [f"AB {n}" for n in range(101, 106)]
ABSENT = "ZZ 999"


def key(code: str) -> Key:
    found = code_key(code)
    assert found
    return found


def graph(texts: dict[str, str]) -> Requirements:
    courses = [Course(code, code, "", 4, 4, prerequisites=text) for code, text in texts.items()]
    return Requirements(Catalogue(courses))


@st.composite
def graphs(draw: st.DrawFn) -> Requirements:
    """Five courses whose prerequisites are any of each other, cycles included, or absent."""
    names = st.sampled_from([*NODES, ABSENT])
    pair = st.tuples(names, names)
    text = (
        st.just("")
        | names
        | pair.map(lambda p: f"{p[0]} and {p[1]}")
        | pair.map(lambda p: f"1 from ({p[0]} or {p[1]})")
        | st.tuples(names, names, names).map(lambda p: f"{p[0]} and 1 from ({p[1]} or {p[2]})")
        | st.tuples(names, names, names).map(lambda p: f"2 from ({p[0]} or {p[1]} or {p[2]})")
    )
    return graph({node: draw(text) for node in NODES})


def valid(requirements: Requirements, order: tuple[str, ...], taken: set[Key]) -> bool:
    """Whether each course of the order is open when its turn comes; naming itself is no bar."""
    done = set(taken)
    for code in order:
        if not satisfied(requirements.tree(code), done | {key(code)}):
            return False
        done.add(key(code))
    return True


def cost(order: tuple[str, ...]) -> tuple[int, int]:
    """Few courses the file lacks, then few courses."""
    return order.count(ABSENT), len(order)


@settings(max_examples=60, deadline=None)
@given(graphs(), st.sets(st.sampled_from(NODES[1:]), max_size=2))
def test_a_path_is_valid_and_no_better_one_exists(graph: Requirements, taken: set[str]) -> None:
    have = {key(code) for code in taken}
    path = graph.path(NODES[0], have)
    others = [n for n in [*NODES[1:], ABSENT] if n not in taken]
    orders = (
        (*order, NODES[0])
        for size in range(len(others) + 1)
        for order in permutations(others, size)
    )
    best = min((o for o in orders if valid(graph, o, have)), key=cost, default=None)
    if best is None:
        assert path is None
    else:
        assert path is not None and path[-1] == NODES[0]
        assert valid(graph, path, have) and cost(path) == cost(best)


def test_a_path_prefers_courses_the_file_holds() -> None:
    graph_ = graph({"AB 101": "", "AB 102": "1 from (ZZ 999 or AB 101)"})
    assert graph_.path("AB 102") == ("AB 101", "AB 102")


def test_a_path_names_what_the_file_lacks_as_the_catalogue_spells_it() -> None:
    assert REQUIREMENTS.path("CHEM 105b", {key("CHEM 050")}) == ("CHEM 105aLg", "CHEM 105bL")
    assert graph({"AB 101": "CHEM 115A"}).path("AB 101") == ("CHEM 115A", "AB 101")


def test_the_path_from_what_is_taken_is_shorter() -> None:
    full = ("CSCI 103L", "CSCI 170", "CSCI 104L", "MATH 125g", "CSCI 270")
    path = REQUIREMENTS.path("CSCI 270")
    assert path is not None and sorted(path) == sorted(full) and path[-1] == "CSCI 270"
    taken = {key("CSCI 104"), key("MATH 126")}
    assert REQUIREMENTS.path("CSCI 270", taken) == ("CSCI 270",)


def test_a_tree_is_found_in_any_spelling_and_is_empty_for_the_unknown() -> None:
    assert REQUIREMENTS.tree("csci-104") == REQUIREMENTS.tree("CSCI 104L") != NOTHING
    assert REQUIREMENTS.tree("CSCI 103L") == REQUIREMENTS.tree("CSCI 999") == NOTHING
    assert REQUIREMENTS.tree("CSCI 585") == Unparsed("consent of instructor")


def test_unlocks_are_direct_and_further_ones_come_through_them() -> None:
    assert [c.code for c in REQUIREMENTS.unlocks("CSCI 103")] == ["CSCI 170", "CSCI 104L"]
    assert [c.code for c in REQUIREMENTS.further("CSCI 103")] == ["CSCI 270"]
    assert REQUIREMENTS.further("CSCI 270") == REQUIREMENTS.unlocks("CSCI 270") == ()


def test_a_sequence_named_without_its_part_unlocks_what_its_parts_do() -> None:
    assert [c.code for c in REQUIREMENTS.unlocks("CHEM 115")] == ["CHEM 105bL"]
    assert [c.code for c in REQUIREMENTS.unlocks("CHEM 115b")] == []


def test_relations_tell_needed_from_options_from_indirect() -> None:
    requires = REQUIREMENTS.requires
    assert requires("CSCI 104", "CSCI 103") == Relation("needed", ("CSCI 104L", "CSCI 103L"))
    assert requires("CSCI 270", "MATH 125").kind == "option"
    assert requires("CHEM 105b", "CHEM 115A") == Relation("option", ("CHEM 105bL", "CHEM 115A"))
    chain = ("CSCI 270", "CSCI 104L", "CSCI 103L")
    assert requires("CSCI 270", "CSCI 103") == Relation("indirect", chain)
    assert requires("CSCI 103", "CSCI 270") == Relation("none")
    assert requires("CSCI 104", "CSCI 999") == Relation("none")


def test_eligible_courses_are_those_whose_prerequisites_are_met_and_not_taken() -> None:
    taken = {key("CSCI 103"), key("CSCI 170")}
    assert REQUIREMENTS.eligible("CSCI 104", taken)
    assert not REQUIREMENTS.eligible("CSCI 270", taken)
    assert [c.code for c in REQUIREMENTS.opened(taken)] == ["CSCI 104L"]
