"""The page, served for real, with a fake assistant behind it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from rag.errors import Mistake
from tests.fakes import DATA_STRUCTURES, NOT_FRIDAY, UPPER, FakeAssistant
from tests.ui.browser import Browser, served, texts, wait_for
from ui.server import bind


@pytest.fixture(scope="module")
def assistant() -> FakeAssistant:
    return FakeAssistant()


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("page") / "data"


@pytest.fixture(scope="module")
def url(assistant: FakeAssistant, data: Path) -> Iterator[str]:
    with served(assistant, data) as address:
        yield address


@pytest.fixture(scope="module")
def slow() -> FakeAssistant:
    """An assistant whose answers take 20 seconds unless they are cancelled."""
    return FakeAssistant(text=" ".join(["word"] * 200), pause=0.1)


@pytest.fixture(scope="module")
def slow_url(slow: FakeAssistant, data: Path) -> Iterator[str]:
    with served(slow, data) as address:
        yield address


@pytest.fixture
def visitor(url: str) -> Iterator[Browser]:
    with Browser(url) as browser:
        yield browser


@pytest.fixture
def slow_visitor(slow_url: str) -> Iterator[Browser]:
    with Browser(slow_url) as browser:
        yield browser


def test_an_answer_is_streamed_in_pieces_and_ends_with_cards_and_chips(
    slow_visitor: Browser,
) -> None:
    slow_visitor.send("question", "submit", "How many units is CSCI 104?")
    with slow_visitor.stream() as messages:
        pieces = [m for m, _ in zip(_generated(messages), range(5), strict=False)]
    assert "Looking in the catalogue" in json.dumps(pieces[0], ensure_ascii=False)
    assert "word" in json.dumps(pieces[1:])


def test_a_finished_answer_shows_its_course_its_filters_and_its_time(visitor: Browser) -> None:
    end = visitor.do("question", "submit", "How many units is CSCI 104?")
    question, answer = texts(end["chat"])
    assert question == "How many units is CSCI 104?"
    assert answer.startswith("CSCI 104L is 4 units `CSCI 104L`.")
    assert "0.4 s to the first word, 1.9 s in all" in answer
    assert DATA_STRUCTURES.title in end["cards"]
    assert UPPER.label() in end["understood"] and NOT_FRIDAY.label() in end["understood"]


def test_the_second_question_is_asked_with_the_first_as_history(
    visitor: Browser, assistant: FakeAssistant
) -> None:
    visitor.ask("How many units is CSCI 104?")
    assert len(visitor.ask("and its prerequisites?")) == 4
    question, history, _ = assistant.asked[-1]
    assert question == "and its prerequisites?"
    assert [turn.question for turn in history] == ["How many units is CSCI 104?"]
    assert history[0].codes == ("CSCI 104L",)


def test_two_visitors_are_answered_at_once_and_do_not_see_each_other(data: Path) -> None:
    def ask(question: str) -> list[str]:
        with Browser(address) as browser:
            return browser.ask(question)

    pause = FakeAssistant(text="one two three four five", pause=0.2)
    with served(pause, data) as address, ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(ask, ("first", "second")))
    assert pause.most_at_once == 2
    assert [chat[0] for chat in answers] == ["first", "second"]
    assert all(len(chat) == 2 for chat in answers)


def test_stop_keeps_what_was_written_and_cancels_the_generation(
    slow_visitor: Browser, slow: FakeAssistant
) -> None:
    cancelled = slow.cancelled
    slow_visitor.send("question", "submit", "Tell me everything")
    with slow_visitor.stream() as messages:
        for message in messages:
            if "word" in json.dumps(message.get("output", {})):
                break
        end = None
        slow_visitor.send("halt", "click")
        for message in messages:
            if message["msg"] == "process_completed" and message["output"].get("data"):
                end = message["output"]["data"]
                break
    assert end is not None and "stopped" in json.dumps(end)
    assert wait_for(lambda: slow.cancelled > cancelled)


def test_a_question_asked_during_an_answer_takes_its_place(
    slow_visitor: Browser, slow: FakeAssistant
) -> None:
    cancelled = slow.cancelled
    slow_visitor.send("question", "submit", "first")
    with slow_visitor.stream() as messages:
        next(_generated(messages))
        second = slow_visitor.send("question", "submit", "second")
        first_end = next(m for m in messages if m["msg"] == "process_completed")
        assert first_end["event_id"] != second
    assert wait_for(lambda: slow.cancelled == cancelled + 2)  # the second by leaving the block


def test_a_closed_browser_cancels_its_generation(
    slow_visitor: Browser, slow: FakeAssistant
) -> None:
    cancelled = slow.cancelled
    slow_visitor.send("question", "submit", "Tell me everything")
    with slow_visitor.stream() as messages:
        next(_generated(messages))
    assert wait_for(lambda: slow.cancelled > cancelled)


def test_an_empty_question_is_answered_with_what_to_do(visitor: Browser) -> None:
    assert "> The question is empty." in visitor.ask("   ")[1]


def test_a_question_of_100_000_characters_is_refused_and_shown_cut(visitor: Browser) -> None:
    question, answer = visitor.ask("x" * 100_000)
    assert answer.startswith("> The question has 100,000 characters.")
    assert question.endswith("… (100,000 characters)") and len(question) < 700


def test_a_failed_question_is_not_remembered(visitor: Browser, assistant: FakeAssistant) -> None:
    visitor.ask("")
    visitor.ask("What is CSCI 104?")
    assert assistant.asked[-1][1] == ()


def test_a_chip_taken_away_asks_again_without_it_and_can_be_put_back(
    visitor: Browser, assistant: FakeAssistant
) -> None:
    visitor.ask("upper division, not Friday")
    end = visitor.do("understood", "click", data={"index": 1})
    assert assistant.asked[-1][2] == frozenset({NOT_FRIDAY})
    assert "Put back: not Fri" in end["understood"]
    assert len(end["chat"]) == 2
    visitor.do("understood", "click", data={"index": 1})
    assert assistant.asked[-1][2] == frozenset()


@pytest.mark.parametrize("index", [7, -1, "1", None])
def test_a_chip_that_is_not_there_changes_nothing(
    visitor: Browser, assistant: FakeAssistant, index: object
) -> None:
    visitor.ask("upper division, not Friday")
    asked = len(assistant.asked)
    visitor.do("understood", "click", data={"index": index})
    assert len(assistant.asked) == asked


def test_retry_asks_the_same_question_in_the_place_of_the_old_answer(
    visitor: Browser, assistant: FakeAssistant
) -> None:
    visitor.ask("first")
    visitor.ask("second")
    end = visitor.do("chat", "retry", data={"index": 2, "value": "second"})
    assert [t for t in texts(end["chat"])[::2]] == ["first", "second"]
    question, history, _ = assistant.asked[-1]
    assert (question, len(history)) == ("second", 1)


def test_an_example_is_asked_when_it_is_picked(visitor: Browser, assistant: FakeAssistant) -> None:
    visitor.do("chat", "example_select", data={"index": 0, "value": {"text": "What is it?"}})
    assert assistant.asked[-1][0] == "What is it?"


def test_a_new_chat_forgets_the_old_one(visitor: Browser, assistant: FakeAssistant) -> None:
    visitor.ask("first")
    assert visitor.do("fresh", "click")["chat"] == []
    assert len(visitor.ask("second")) == 2
    assert assistant.asked[-1][1] == ()


def test_a_vote_is_one_line_of_the_feedback_file(visitor: Browser, data: Path) -> None:
    visitor.ask("How many units is CSCI 104?")
    visitor.do("chat", "like", data={"index": 1, "value": "ignored", "liked": True})
    visitor.do("chat", "like", data={"index": 1, "value": "ignored", "liked": False})
    visitor.do("chat", "like", data={"index": 99, "value": "ignored", "liked": True})
    lines = (data / "feedback.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert [row["vote"] for row in rows] == ["up", "down"]
    assert {k: rows[0][k] for k in ("question", "answer", "codes", "model", "adapter")} == {
        "question": "How many units is CSCI 104?",
        "answer": "CSCI 104L is 4 units [CSCI 104L].",
        "codes": ["CSCI 104L"],
        "model": "fake-model",
        "adapter": "fake-adapter",
    }


def test_other_programs_ask_over_http(visitor: Browser) -> None:
    event = visitor.http.post("/gradio_api/call/ask", json={"data": ["How many units?"]}).json()
    lines = visitor.http.get(f"/gradio_api/call/ask/{event['event_id']}").text.splitlines()
    assert lines[0] == "event: complete"
    (answer,) = json.loads(lines[1].removeprefix("data: "))
    assert answer["answer"] == "CSCI 104L is 4 units [CSCI 104L]."
    assert answer["citations"] == ["CSCI 104L"]


def test_the_page_names_its_data_its_model_and_where_votes_go(visitor: Browser) -> None:
    page = json.dumps(visitor.config)
    assert "Spring 2024 schedule of classes, 5,008 courses (schedule.csv)" in page
    assert "fake-model" in page and "fake-adapter" in page
    assert "feedback.jsonl" in page


def test_the_browser_is_told_to_ask_no_other_address(url: str, visitor: Browser) -> None:
    response = httpx.get(url, trust_env=False)
    assert "default-src 'self'" in response.headers["content-security-policy"]
    config = visitor.config
    assert config["analytics_enabled"] is False
    assert all("fonts.googleapis" not in sheet for sheet in config["stylesheets"])


def test_a_port_in_use_is_a_mistake_that_names_the_next_one() -> None:
    listener = bind("127.0.0.1", 0)
    port = listener.getsockname()[1]
    with pytest.raises(Mistake, match=rf"Port {port} is in use.*--port {port + 1}"):
        bind("127.0.0.1", port)
    listener.close()


def test_an_impossible_port_is_a_mistake() -> None:
    with pytest.raises(Mistake, match="port 99999"):
        bind("127.0.0.1", 99999)


def _generated(messages: Iterator[dict]) -> Iterator[dict]:
    return (m for m in messages if m["msg"] == "process_generating")
