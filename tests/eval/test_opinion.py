from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from eval.opinion import KEY_VARIABLE, opinion, report
from rag.errors import Mistake

QUESTIONS = [{"id": n, "question": f"units of {n}?", "gold": {"values": [["4"]]}} for n in "abc"]
ANSWERS = {n: {"answer": f"{n} is 4 units"} for n in "abc"}


@pytest.fixture
def judge() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The address of an endpoint that finds right what is said of 'a', and what it was asked."""
    seen: list[dict[str, Any]] = []

    class Judge(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            seen.append({"path": self.path, "key": self.headers["Authorization"], **body})
            asked = body["messages"][-1]["content"]
            word = "**RIGHT**" if "a is" in asked else "Wrong." if "b is" in asked else "Well"
            reply = {"choices": [{"message": {"content": f"{word} because"}}]}
            data = json.dumps(reply if "c is" not in asked else {"error": "no"}).encode()
            self.send_response(200)
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: Any) -> None:
            return

    server = HTTPServer(("127.0.0.1", 0), Judge)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/v1/", seen
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_judge_sees_question_gold_and_answer(
    judge: tuple[str, list[dict[str, Any]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    url, seen = judge
    monkeypatch.setenv(KEY_VARIABLE, "secret")
    ask = opinion(url, "large", ANSWERS)
    assert ask(QUESTIONS[0]) == {"right": True, "why": "**RIGHT** because"}
    assert ask(QUESTIONS[1])["right"] is False
    first = seen[0]
    assert (first["path"], first["model"], first["key"]) == (
        "/v1/chat/completions",
        "large",
        "Bearer secret",
    )
    content = first["messages"][-1]["content"]
    assert "units of a?" in content and '{"values": [["4"]]}' in content
    assert "a is 4 units" in content


def test_a_judge_that_fails_or_is_not_there_is_told(
    judge: tuple[str, list[dict[str, Any]]],
) -> None:
    with pytest.raises(Mistake, match="gave no verdict.*goes on where it stopped"):
        opinion(judge[0], "large", ANSWERS)(QUESTIONS[2])
    with pytest.raises(Mistake, match="gave no verdict"):
        opinion("http://127.0.0.1:9/v1", "large", ANSWERS)(QUESTIONS[0])
    with pytest.raises(Mistake, match="is no address"):
        opinion("localhost", "large", ANSWERS)(QUESTIONS[0])


def test_agreement_is_with_our_own_verdict() -> None:
    opinions: list[dict[str, Any]] = [
        {"id": "a", "right": True, "why": "fine"},
        {"id": "b", "right": False, "why": "no units"},
        {"id": "c", "right": None, "why": "?"},
    ]
    items: list[dict[str, Any]] = [{"id": n, "values": {"right": 1.0}} for n in "abc"]
    found = report(opinions, items)
    assert (found["right"]["mean"], found["agreement"]["mean"]) == (0.5, 0.5)
    assert found["unclear"] == 1
    assert found["disputed"] == {"b": "no units"}
