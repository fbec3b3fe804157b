from __future__ import annotations

from contextlib import closing

from eval.recording import Here, Recording, alone
from rag.thread import ModelThread
from tests.stand_ins import FakeGenerator

PROMPT = [
    {"role": "system", "content": "Answer."},
    {"role": "user", "content": "Facts:\nIt is 4 units.\nQuestion: how many units?"},
]


def test_what_was_said_to_its_end_is_repeated_without_the_model() -> None:
    model = FakeGenerator("one two three")
    recording = Recording(model, ModelThread())
    first = list(recording.stream(PROMPT, 10))
    assert recording.saved == 0.0
    assert list(recording.stream(PROMPT, 10)) == first
    assert (recording.raw, len(model.prompts)) == ("one two three", 1)
    list(recording.stream(PROMPT, 11))
    assert len(model.prompts) == 2


def test_saved_is_the_time_of_what_has_been_repeated() -> None:
    recording = Recording(FakeGenerator("one two three", pause=0.02), ModelThread())
    list(recording.stream(PROMPT, 10))
    saved = [recording.saved for _ in recording.stream(PROMPT, 10)]
    assert saved == sorted(saved)
    assert 0.02 <= saved[0] <= saved[2] / 2


def test_what_was_given_up_is_not_repeated() -> None:
    model = FakeGenerator("one two three", pause=0.01)
    recording = Recording(model, ModelThread())
    with closing(Here(ModelThread()).stream(lambda: recording.stream(PROMPT, 10))) as pieces:
        next(pieces)
    assert recording.raw == "one "
    assert len(list(recording.stream(PROMPT, 10))) == 3
    assert len(model.prompts) == 2


def test_a_bare_question_has_nothing_beside_it() -> None:
    assert alone(PROMPT) == [{"role": "user", "content": "how many units?"}]


def test_calls_go_to_the_thread_of_the_models_and_streams_do_not() -> None:
    import threading

    here = Here(ModelThread())
    assert here.call(lambda: threading.current_thread().name) == "model"
    assert list(here.stream(lambda: iter([threading.current_thread().name]))) != ["model"]
