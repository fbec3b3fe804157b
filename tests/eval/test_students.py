from __future__ import annotations

from eval.questions.fills import FILLS
from eval.questions.records import File
from eval.questions.split import SPLITS
from eval.questions.students import filled, groups, make

TEMPLATES = [
    {"group": "advising-sql-035", "template": f"Who {verb} department0 number0 ?"}
    for verb in ("teaches", "will teach", "is teaching", "lectures in", "gives", "holds")
]


def test_every_mapped_kind_can_be_filled_and_sixty_groups_are_mapped() -> None:
    assert set(groups().values()) == FILLS.keys()
    assert len(groups()) >= 60


def test_tokens_are_joined_as_people_write() -> None:
    slots = {"number0": "ZOO 101", "department0": "ZOO", "level0": "300"}
    template = "What 's department0 number0 , and do n't level0 -level classes count ?"
    assert filled(template, slots) == "What's ZOO 101, and don't 300-level classes count?"
    assert filled("Which department0 classes ?", slots) == "Which ZOO classes?"
    assert filled("Is topic0 hard ?", slots) is None


def test_filled_questions_carry_gold_of_their_course(file: File) -> None:
    rows = [row for split in SPLITS for row in make(file, TEMPLATES, {}, split)]
    assert rows
    for row in rows:
        assert row["kind"] == "real instructor"
        assert row["gold"]["values"] and row["gold"]["codes"]
        assert row["group"] == "sql-035"


def test_groups_without_a_kind_are_left_out(file: File) -> None:
    assert make(file, [{"group": "advising-sql-022", "template": "Who ?"}], {}, "dev") == []
