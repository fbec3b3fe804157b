from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from eval.__main__ import main
from eval.questions.paraphrases import make, paraphrases, row_of
from eval.questions.split import SPLITS, split_of

CODE = re.compile(r"[A-Z]{2,5} \d{3}[A-Za-z]{0,4}")
NAMED = re.compile(r"\b[a-z]{2,5}[ -]?\d{3}[a-z]{0,4}\b", re.IGNORECASE)
EVERY = [row for split in SPLITS for row in make(split)]


def test_there_are_two_hundred_questions_or_more_over_eighty_programs_or_more() -> None:
    assert len(EVERY) == len(paraphrases()) >= 200
    assert len({codes[0].split()[0] for _, codes in paraphrases()}) >= 80


def test_no_two_questions_or_ids_are_alike() -> None:
    plain = {re.sub(r"\W+", " ", row["question"].lower()).strip() for row in EVERY}
    assert len(plain) == len({row["id"] for row in EVERY}) == len(EVERY)


def test_a_question_is_of_five_to_twenty_words_and_names_no_course() -> None:
    for question, _ in paraphrases():
        assert 5 <= len(question.split()) <= 20, question
        assert not NAMED.search(question), question


def test_codes_are_well_formed_and_each_belongs_to_one_question() -> None:
    codes = [code for _, codes in paraphrases() for code in codes]
    assert [code for code in codes if not CODE.fullmatch(code)] == []
    assert len(set(codes)) == len(codes)


def test_a_row_is_labelled_with_all_its_codes_and_split_by_the_first() -> None:
    assert row_of("how do boats float", ["BISC 120Lg", "MATH 125g"]) == {
        "id": "paraphrase-dev-144ebf5a",
        "question": "how do boats float",
        "kind": "paraphrase",
        "split": "dev",
        "gold": {"any_of": ["BISC 120Lg", "MATH 125g"], "refused": False},
    }


def test_every_split_has_its_share() -> None:
    for split in SPLITS:
        rows = make(split)
        assert {split_of(row["gold"]["any_of"][0]) for row in rows} == {split}
        assert len(rows) >= len(EVERY) / 4


def test_they_are_written_without_a_catalogue(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    out = tmp_path / "q.jsonl"
    words = ["questions", "--paraphrases", "--split", "test", "--out", str(out)]
    monkeypatch.setattr(sys, "argv", ["eval", *words])
    main()
    lines = out.read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == make("test")
