from __future__ import annotations

from pathlib import Path

import pytest

from eval.speed import Ratio, asked, generating, prompted, searching, told
from rag.answer import Assistant
from rag.store import Store
from tests.stand_ins import FakeEmbedder, FakeGenerator


@pytest.fixture
def own(indexed: Path) -> Assistant:
    return Assistant(Store.open(indexed), FakeEmbedder(), FakeGenerator("a b c d", pause=0.01))


def test_a_ratio_above_one_is_good_whichever_way_the_figure_runs() -> None:
    assert Ratio("decoded tokens/s", 30.0, "plain", 15.0).line().endswith("plain 15.00: x 2.00")
    first = Ratio("first token, s", 0.5, "plain", 1.0, more=False)
    assert first.line().endswith("plain 1.00: x 2.00")
    assert "not installed" in Ratio("embedded/s", 80.0, "other", None).line()


def test_questions_of_all_kinds_are_asked_about_the_index(own: Assistant) -> None:
    questions = asked(own.catalogue.courses, 20)
    assert len(questions) == 20
    assert len({question.split()[0] for question in questions}) > 4
    assert not [question for question in questions if "{" in question]


def test_generation_is_timed_apart_from_the_rest(own: Assistant) -> None:
    prompts = prompted(own, asked(own.catalogue.courses, 3))
    found = generating(own, prompts)
    assert found.generated_tokens == 3 * 4
    assert isinstance(own.generator, FakeGenerator)
    assert found.prompt_tokens == sum(own.generator.count(prompt) for prompt in prompts)
    assert found.first_s >= 3 * 0.01 and found.rest_s >= 3 * 0.03 * 0.5
    assert told(found, 3)["decoded_per_s"] == 12 / found.rest_s


def test_without_a_model_there_is_nothing_to_time(indexed: Path) -> None:
    bare = Assistant(Store.open(indexed), FakeEmbedder(), None)
    assert prompted(bare, ["units of csci 101?"]) == []
    assert told(generating(bare, []), 0) == {}
    times = searching(bare, asked(bare.catalogue.courses, 30))
    assert 0 < times["before_the_model_ms_p50"] <= times["before_the_model_ms_p95"]
