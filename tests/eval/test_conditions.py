from __future__ import annotations

from random import Random

import pytest

from eval.questions import conditions as c
from eval.questions.records import File

RNG = Random(0)


@pytest.mark.parametrize(
    ("wanted", "codes", "narrow"),
    [
        ([c.units(4)], ["ZOO 101g", "ZOO 301", "MAT 125", "MAT 410", "MAT 510", "MAT 590"], 4),
        ([c.at_most(1)], ["ZOO 301", "MAT 590"], 0),
        ([c.level("upper", RNG)], ["ZOO 301", "ZOO 302", "MAT 410"], 3),
        ([c.hundred(500)], ["MAT 510", "MAT 590"], 2),
        ([c.program("HINQ", RNG, {})], ["ZOO 101g"], 1),
        ([c.ge("B", RNG)], ["ZOO 101g"], 1),
        ([c.on_day("Thu")], ["ZOO 201L", "ZOO 105b", "MAT 125", "MAT 410"], 4),
        ([c.starts_from(1020)], ["ZOO 201L", "MAT 410"], 1),
        ([c.ends_by(590)], ["ZOO 302", "MAT 125"], 1),
        ([c.part_of_day("evening")], ["ZOO 201L", "MAT 410"], 1),
        ([c.with_lab()], ["ZOO 201L"], 1),
        ([c.cleared(True)], ["ZOO 201L", "ZOO 301", "MAT 510", "MAT 590"], 4),
        ([c.free(), c.off_day("Mon")], ["ZOO 105a", "MAT 125"], 2),
    ],
)
def test_conditions_find_their_courses(
    file: File, wanted: list[c.Condition], codes: list[str], narrow: int
) -> None:
    assert c.matching(file.records, wanted) == (codes, narrow)


def test_a_section_to_be_announced_meets_no_condition_on_days(file: File) -> None:
    storms = file.by_key()["ZOO", 301, ""]
    assert not any(c.off_day(day).wide(storms, storms.meetings[0]) for day in ("Mon", "Fri"))


def test_conditions_are_put_into_words_in_their_order() -> None:
    chosen = [c.off_day("Fri"), c.free(), c.program("ZOO", RNG, {}), c.units(4)]
    full = "4-unit ZOO courses with no prerequisites that don't meet on Fridays"
    assert c.phrase(chosen) == full
    assert c.phrase(chosen, terse=True) == "4 unit zoo classes not on fri no prereqs"
