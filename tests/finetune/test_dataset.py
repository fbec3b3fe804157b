"""Training data: nothing in two parts, prompts as they are served, answers that the guard keeps."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from finetune.dataset import SHARES, make
from finetune.examples import Example
from rag.answer import HITS, watch
from rag.catalogue import Catalogue
from rag.errors import Mistake
from rag.facts import facts
from rag.prompt import SYSTEM, messages
from rag.requirements import Requirements
from tests.finetune.sample import COUNT, SIZE, everything, made, parts
from tests.rag.courses import COURSES
from tests.stand_ins import index

PAIRS = (("train", "valid"), ("train", "test"), ("valid", "test"))


def names(part: str, field: str) -> set[str]:
    return {name for example in made()[0][part] for name in getattr(example, field)}


@pytest.mark.parametrize(("one", "two"), PAIRS)
def test_no_course_is_in_two_parts(one: str, two: str) -> None:
    assert names(one, "courses") and names(two, "courses")
    assert not names(one, "courses") & names(two, "courses")


@pytest.mark.parametrize(("one", "two"), PAIRS)
def test_no_phrasing_is_in_two_parts(one: str, two: str) -> None:
    assert names(one, "phrasing") and names(two, "phrasing")
    assert not names(one, "phrasing") & names(two, "phrasing")


def test_a_small_catalogue_gives_every_part_its_share() -> None:
    for part, share in SHARES.items():
        assert len(made()[0][part]) == round(SIZE * share)


def test_no_two_examples_are_the_same() -> None:
    keys = [example.key for example in everything()]
    assert len(set(keys)) == len(keys)


def single(example: Example) -> bool:
    return example.form == "single"


def test_a_prompt_is_to_the_letter_what_is_served() -> None:
    """Each single question asked anew, the way `rag.answer` goes about it."""
    checked = 0
    for part, world in parts().items():
        for example in filter(single, made()[0][part]):
            question = example.messages[-2]["content"].rpartition("Question: ")[2]
            query = world.read(question)
            hits = world.hits(query, HITS)
            asked, listing = facts(query, world.catalogue, world.requirements, hits).parted()
            served = messages(query, asked, () if listing else hits, (), COUNT)
            assert list(example.messages[:-1]) == served
            checked += 1
    assert checked > 50


def test_the_guard_keeps_every_answer_that_was_given_facts() -> None:
    checked = 0
    for part, world in parts().items():
        for example in filter(single, made()[0][part]):
            if example.refused:
                continue
            question = example.messages[-2]["content"].rpartition("Question: ")[2]
            query = world.read(question)
            hits = world.hits(query, HITS)
            known = facts(query, world.catalogue, world.requirements, hits)
            guard = watch(query, known, hits, world.catalogue)
            answer = example.messages[-1]["content"]
            assert "".join(guard.read([answer])) == answer
            assert guard.outcome == "kept"
            checked += 1
    assert checked > 50


def test_an_answer_says_all_its_values_and_a_refusal_cites_nothing() -> None:
    for example in everything():
        answer = example.messages[-1]["content"].replace("[", "").replace("]", "").lower()
        assert all(value.lower() in answer for value in example.values)
        if example.refused:
            assert not example.codes and "[" not in example.messages[-1]["content"]


def test_only_train_holds_several_answers_to_learn_and_all_begin_alike() -> None:
    for part, examples in made()[0].items():
        several = [e for e in examples if len(e.trained) > 1]
        assert bool(several) == (part == "train")
    for example in everything():
        assert example.messages[0] == {"role": "system", "content": SYSTEM}
        roles = {example.messages[n]["role"] for n in example.trained}
        assert roles == {"assistant"}
        assert example.trained[-1] == len(example.messages) - 1


def test_what_only_stands_in_the_history_is_not_trained() -> None:
    follow = [e for e in everything() if e.form == "follow"]
    assert follow
    for example in follow:
        assert [m["role"] for m in example.messages] == ["system", *["user", "assistant"] * 2]
        assert example.trained == (4,)


def test_records_alone_answer_a_part_and_the_missing_are_refused() -> None:
    record = [e for e in everything() if e.form == "record"]
    absent = [e for e in everything() if e.form == "absent"]
    assert record and absent
    for example in (*record, *absent):
        prompt = example.messages[-2]["content"]
        assert prompt.startswith("Courses:\n") and "Facts:" not in prompt
    assert all(f"[{e.courses[0]}] " in e.messages[-2]["content"] for e in record)
    assert not any(f"[{e.courses[0]}] " in e.messages[-2]["content"] for e in absent)
    assert all(e.refused for e in absent)


def test_the_statistics_count_what_was_kept_and_dropped() -> None:
    rows, stats = made()
    summary = stats.summary(rows)
    assert summary["rows"] == {part: len(examples) for part, examples in rows.items()}
    assert sum(summary["kinds"]["train"].values()) == len(rows["train"])
    assert summary["dropped"]["misread"]
    assert len(summary["kinds"]["train"]) >= 14


def test_the_same_seed_makes_the_same_examples() -> None:
    from finetune.dataset import grounded
    from finetune.statistics import Statistics
    from tests.finetune.sample import store
    from tests.stand_ins import FakeEmbedder

    def again(seed: int) -> list[Example]:
        stats = Statistics("grounded", seed, 40, "", "sample")
        return grounded(store(), FakeEmbedder(), COUNT, 40, seed, stats)["train"]

    assert again(3) == again(3)
    assert again(3) != again(4)


def test_closed_book_is_four_questions_without_context_and_nine_to_one(tmp_path: Path) -> None:
    courses = [c for world in parts().values() for c in world.catalogue]
    index(courses, tmp_path)
    folder = make(tmp_path, "closed-book", size=100)
    rows = [json.loads(line) for line in (folder / "train.jsonl").read_text().splitlines()]
    held = (folder / "valid.jsonl").read_text().splitlines()
    assert (len(rows), len(held)) == (90, 10)
    assert {row["kind"] for row in rows} <= {"description", "units", "prerequisites", "instructor"}
    assert all([m["role"] for m in row["messages"]] == ["user", "assistant"] for row in rows)
    assert json.loads((folder / "stats.json").read_text())["rows"]["train"] == 90


def test_too_few_courses_are_a_mistake_that_says_what_to_do(tmp_path: Path) -> None:
    index(COURSES, tmp_path)
    with pytest.raises(Mistake, match=f"holds {len(COURSES)} courses.*python -m ingest"):
        make(tmp_path)


def test_an_unknown_recipe_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(Mistake, match="'open-book'.*grounded, closed-book"):
        make(tmp_path, "open-book")


def test_no_index_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(Mistake, match="python -m ingest"):
        make(tmp_path)


def test_catalogue_of_a_part_holds_no_course_of_another() -> None:
    worlds = parts()
    codes = [set(world.catalogue.by_code) for world in worlds.values()]
    assert sum(map(len, codes)) == len(set().union(*codes))
    assert all(isinstance(world.catalogue, Catalogue) for world in worlds.values())
    assert all(isinstance(world.requirements, Requirements) for world in worlds.values())
