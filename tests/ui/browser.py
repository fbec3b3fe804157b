"""A browser without a screen: it speaks to the page as Gradio's own scripts do."""

from __future__ import annotations

import asyncio
import json
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import uvicorn

from ui.app import Page
from ui.server import address, bind, web_app


@contextmanager
def served(assistant: Any, data: Path) -> Iterator[str]:
    """The page of `assistant` at a free port, as its address."""
    listener = bind("127.0.0.1", 0)
    servers: list[uvicorn.Server] = []

    async def run() -> None:
        # Built inside the loop: outside one, Gradio makes loops of its own and leaves them open.
        app = web_app(Page(assistant, data).build())
        servers.append(
            uvicorn.Server(uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1))
        )
        await servers[0].serve(sockets=[listener])

    thread = threading.Thread(target=lambda: asyncio.run(run()), daemon=True)
    thread.start()
    try:
        yield address(listener)
    finally:
        wait_for(lambda: servers and servers[0].started)
        servers[0].should_exit = True
        thread.join(10)
        listener.close()


class Browser:
    """One visitor: `send` starts an event of the page, `messages` reads what comes back."""

    def __init__(self, url: str) -> None:
        self.http = httpx.Client(base_url=url, timeout=10, trust_env=False)
        self.session = uuid.uuid4().hex
        self.config = self.http.get("/config").json()
        self.names = {
            c["id"]: c["props"].get("elem_id") or c["type"] for c in self.config["components"]
        }

    def __enter__(self) -> Browser:
        return self

    def __exit__(self, *_: object) -> None:
        self.http.close()

    def event(self, element: str, kind: str) -> dict[str, Any]:
        """What the page does when `kind` happens to the element of this id."""
        for dependency in self.config["dependencies"]:
            if any(
                self.names.get(i) == element and k == kind for i, k in dependency["targets"]
            ) and (dependency["inputs"] or dependency["outputs"]):
                return dict(dependency)
        raise LookupError(f"{kind} of {element}")

    def send(self, element: str, kind: str, question: str = "", data: Any = None) -> str:
        """Start an event and give its id."""
        event = self.event(element, kind)
        values = [question if self.names[i] == "question" else None for i in event["inputs"]]
        body = {
            "data": values,
            "fn_index": event["id"],
            "session_hash": self.session,
            "event_data": data,
            "trigger_id": None,
        }
        answer = self.http.post("/gradio_api/queue/join", json=body)
        answer.raise_for_status()
        return str(answer.json()["event_id"])

    @contextmanager
    def stream(self) -> Iterator[Iterator[dict[str, Any]]]:
        """The messages of the server as they come; leaving the block closes the browser."""
        url, params = "/gradio_api/queue/data", {"session_hash": self.session}
        with self.http.stream("GET", url, params=params) as response:
            lines = (line for line in response.iter_lines() if line.startswith("data:"))
            yield (json.loads(line[5:]) for line in lines)

    def do(self, element: str, kind: str, question: str = "", data: Any = None) -> dict[str, Any]:
        """Run an event to its end: what it left in each component, by element id."""
        event = self.event(element, kind)
        self.send(element, kind, question, data)
        with self.stream() as messages:
            for message in messages:
                if message["msg"] == "process_completed":
                    assert message["success"], message["output"]
                    names = [self.names[i] for i in event["outputs"]]
                    return dict(zip(names, message["output"]["data"], strict=False))
        raise AssertionError("the stream ended before the event did")

    def ask(self, question: str) -> list[str]:
        """Ask, wait, and give the texts of the chat."""
        return texts(self.do("question", "submit", question)["chat"])


def texts(chat: list[dict[str, Any]]) -> list[str]:
    """The text of each message of the chat."""
    return ["".join(part["text"] for part in message["content"]) for message in chat]


def wait_for(what: Any, seconds: float = 5.0) -> bool:
    """Whether `what()` comes true in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if what():
            return True
        time.sleep(0.02)
    return False
