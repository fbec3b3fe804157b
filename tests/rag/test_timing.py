"""What an answer measures of itself, and that no more is generated than is read."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from tests.rag.test_answer import asked
from tests.stand_ins import FakeGenerator, assistant


def test_the_times_follow_on_each_other_and_the_tokens_are_counted(data: Path) -> None:
    answer, _ = asked(assistant(data, FakeGenerator()), "how many units is csci104")
    timings = answer.timings
    assert answer.as_json()["timings"].keys() == asdict(timings).keys()
    assert 0 < timings.search_s <= timings.first_token_s <= timings.total_s
    assert timings.prompt_tokens > 20
    assert timings.generated_tokens > 0


def test_the_model_is_stopped_once_its_answer_is_replaced(data: Path) -> None:
    generator = FakeGenerator("CSCI 104L is 3 units. " + "And so on. " * 500, pause=0.001)
    speaking = assistant(data, generator)
    answer, _ = asked(speaking, "how many units is csci104")
    assert answer.guard == "replaced"
    assert speaking.thread.call(lambda: generator.closed) == 1
    assert answer.timings.generated_tokens < 100


def test_closing_the_answer_stops_the_model(data: Path) -> None:
    generator = FakeGenerator(
        "[CSCI 104L] is 4 units. " + "More is to be said. " * 500, pause=0.001
    )
    speaking = assistant(data, generator)
    answering = speaking.ask("how many units is csci104")
    assert next(answering) == "[CSCI 104L] is 4 units. "
    answering.close()
    assert speaking.thread.call(lambda: generator.closed) == 1


def test_an_answer_is_cut_off_at_its_longest(data: Path) -> None:
    answer, _ = asked(
        assistant(data, FakeGenerator("word " * 5_000), guarded=False), "how many units is csci104"
    )
    assert answer.timings.generated_tokens == 200
