from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from eval.questions.deck import misspell
from eval.questions.records import File, read
from eval.questions.rows import KINDS, SEARCHES, make, phrasings, slots_of, write
from eval.questions.split import SPLITS, split_of

ROOT = Path(__file__).parent.parent.parent


def test_a_split_is_a_third_and_never_moves() -> None:
    assert [split_of(t) for t in ("CSCI 104L", "MATH 125g", "BISC 120Lg")] == SPLIT_OF_THREE
    sizes = [sum(split_of(f"course {n}") == split for n in range(3000)) for split in SPLITS]
    assert all(900 < size < 1100 for size in sizes)


SPLIT_OF_THREE = ["test", "train", "dev"]


def test_every_kind_has_eight_templates_and_two_in_each_split() -> None:
    templates = phrasings().templates
    assert templates.keys() == KINDS.keys() | SEARCHES.keys()
    for kind, lines in templates.items():
        assert len(set(lines)) >= 8, kind
        for split in SPLITS:
            assert sum(split_of(line) == split for line in lines) >= 2, (kind, split)


def test_questions_of_two_splits_share_neither_template_nor_course(file: File) -> None:
    rows = {split: make(file, split) for split in SPLITS}
    cited = {
        split: {code for row in own if row["kind"] == "units" for code in row["gold"]["codes"]}
        for split, own in rows.items()
    }
    for split, codes in cited.items():
        assert {split_of(code) for code in codes} <= {split}
    asked = [row["question"] for own in rows.values() for row in own if row["kind"] == "offtopic"]
    assert len(asked) == len(set(asked)) > 0


def test_the_same_seed_makes_the_same_questions(file: File) -> None:
    assert make(file, "dev", seed=3) == make(file, "dev", seed=3)
    assert make(file, "dev", seed=3) != make(file, "dev", seed=4)


def test_no_slot_is_left_and_ids_differ(file: File) -> None:
    rows = [row for split in SPLITS for row in make(file, split)]
    assert not [row["question"] for row in rows if slots_of(row["question"])]
    assert len({row["id"] for row in rows}) == len(rows)
    assert all(row["gold"] for row in rows)


def test_a_conversation_has_two_exchanges_before_the_question(file: File) -> None:
    rows = [r for split in SPLITS for r in make(file, split) if r["kind"].startswith("follow")]
    assert rows
    for row in rows:
        roles = [message["role"] for message in row["history"]]
        assert roles == ["user", "assistant"] * 2


def test_a_list_asked_for_by_its_units_is_not_narrowed_by_units() -> None:
    kinds = {"follow_narrow": KINDS["follow_narrow"]}
    rows = make(read(ROOT / "ingest" / "sample.csv"), "train", 12, kinds=kinds)
    asked = [row["history"][-2]["content"].lower() for row in rows]
    assert len(asked) == 12
    assert not [text for text in asked if re.search(r"(?<!most )(?<!max )\d.unit", text)]


def test_a_misspelt_title_has_two_letters_swapped() -> None:
    wrong = misspell("rowing boats")
    assert wrong != "rowing boats"
    assert sorted(wrong) == sorted("rowing boats")


def test_questions_are_written_one_a_line(tmp_path: Path) -> None:
    write([{"id": "a"}, {"id": "é"}], tmp_path / "deep" / "q.jsonl")
    lines = (tmp_path / "deep" / "q.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["a", "é"]


@pytest.mark.parametrize("split", SPLITS)
def test_searches_are_labelled_with_every_course_of_the_description(file: File, split: str) -> None:
    same = {r.code for r in file.records if r.about == file.records[0].about}
    for row in make(file, split, 5, 0, SEARCHES):
        found = set(row["gold"]["any_of"])
        assert found <= same or not found & same


@pytest.mark.parametrize("split", ["dev", "test"])
def test_the_questions_on_the_sample_are_what_the_command_makes(split: str) -> None:
    sample = read(ROOT / "ingest" / "sample.csv")
    kept = (ROOT / "eval" / "questions" / f"sample.{split}.jsonl").read_text(encoding="utf-8")
    made = [json.dumps(row, ensure_ascii=False) for row in make(sample, split)]
    assert made == kept.splitlines(), (
        f"make them anew: python -m eval questions --source ingest/sample.csv --split {split} "
        f"--out eval/questions/sample.{split}.jsonl"
    )


def test_the_questions_on_the_sample_are_many_and_of_every_sort() -> None:
    folder = ROOT / "eval" / "questions"
    lines = [
        json.loads(line)
        for split in ("dev", "test")
        for line in (folder / f"sample.{split}.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert len(lines) >= 400
    assert sum(bool(row["gold"].get("refused")) for row in lines) >= 100
    assert sum("history" in row for row in lines) >= 100
    assert len({row["kind"] for row in lines}) >= 30
    assert len({row["id"] for row in lines}) == len(lines)
