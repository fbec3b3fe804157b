"""A second opinion from a large model, through any OpenAI-compatible endpoint; off by default."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

from eval.judge import asked
from eval.statistics import summary
from rag.errors import Mistake

Row = dict[str, Any]
KEY_VARIABLE = "OPENAI_API_KEY"
PATIENCE = 120.0  # seconds for one answer
ASK = (
    "You grade a course assistant's answer to a student. Gold lists what a right answer must hold "
    "(values, codes, verdict, refused); wording does not matter, a wrong or invented fact does. "
    "Reply with RIGHT or WRONG as the first word, then one short sentence of reasons."
)


def opinion(url: str, model: str, answers: dict[str, Row]) -> Callable[[Row], Row]:
    """What the endpoint says of the answer to a question: {right, why}, right None if unclear."""

    def judge(question: Row) -> Row:
        answer = answers[str(question["id"])]
        gold = json.dumps(question["gold"], ensure_ascii=False)[:4000]
        said = f"{answer.get('answer', '')}\n(refused: {bool(answer.get('refused'))})"
        content = f"Question:\n{asked(question)}\n\nGold:\n{gold}\n\nAnswer:\n{said}"
        reply = ask(url, model, content)
        word = reply.strip().strip("*").upper()
        right = word.startswith("RIGHT") if word.startswith(("RIGHT", "WRONG")) else None
        return {"right": right, "why": reply.strip()[:500]}

    return judge


def ask(url: str, model: str, content: str) -> str:
    """The reply of URL/chat/completions; `$OPENAI_API_KEY` goes with it where it is set."""
    messages = [{"role": "system", "content": ASK}, {"role": "user", "content": content}]
    body = {"model": model, "messages": messages, "temperature": 0}
    headers = {"Content-Type": "application/json"}
    if os.environ.get(KEY_VARIABLE):
        headers["Authorization"] = f"Bearer {os.environ[KEY_VARIABLE]}"
    if not url.startswith(("http://", "https://")):
        raise Mistake(f"--judge {url} is no address. Give one such as http://127.0.0.1:8080/v1")
    request = Request(
        url.rstrip("/") + "/chat/completions", json.dumps(body).encode(), headers, method="POST"
    )
    try:
        with urlopen(request, timeout=PATIENCE) as reply:
            return str(json.load(reply)["choices"][0]["message"]["content"])
    except (URLError, OSError, ValueError, LookupError, TypeError) as error:
        raise Mistake(
            f"The judge at {url} gave no verdict ({error}). Check --judge and --judge-model, and "
            "run the same command again: it goes on where it stopped"
        ) from None


def report(opinions: Sequence[Row], items: Sequence[Row]) -> Row:
    """The share it finds right, how often it agrees with the gold, and where it does not."""
    ours = {item["id"]: item["values"]["right"] for item in items}
    clear = [o for o in opinions if o["right"] is not None and str(o["id"]) in ours]
    agree = [float(o["right"] == bool(ours[str(o["id"])])) for o in clear]
    return {
        "right": summary([float(o["right"]) for o in clear]),
        "agreement": summary(agree),
        "unclear": len(opinions) - len(clear),
        "disputed": {
            str(o["id"]): o["why"] for o, same in zip(clear, agree, strict=True) if not same
        },
    }
