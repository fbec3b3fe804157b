"""One wrong answer as a part of the page to unfold: question, hits, prompt and output."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from typing import Any

Row = dict[str, Any]


def unfolded(failure: Row) -> str:
    """Closed it shows the question and what is wrong, open everything that led there."""
    faults = "; ".join(failure["faults"])
    head = (
        f"<summary>{escape(failure['question']) or '(empty)'}"
        f'<span class="fault">{escape(faults)}</span></summary>'
    )
    parts = "".join(f"<dt>{name}</dt><dd>{content}</dd>" for name, content in fields(failure))
    return f"<details>{head}<dl>{parts}</dl></details>"


def fields(failure: Row) -> Iterator[tuple[str, str]]:
    """(name, HTML) of each thing that is known."""
    if failure.get("history"):
        yield "before", messages(failure["history"])
    yield "answer", block(str(failure.get("answer") or ""))
    cited = ", ".join(failure.get("citations") or ()) or "nothing"
    flags = f"cites {cited}; refused: {bool(failure.get('refused'))}; guard: {failure.get('guard')}"
    yield "", f'<span class="soft">{escape(flags)}</span>'
    yield "gold", block(json.dumps(failure["gold"], ensure_ascii=False)[:3000])
    if failure.get("facts"):
        yield "facts", block("\n".join(failure["facts"]))
    if failure.get("hits"):
        hits = (f"{h['score']:.3f}  {h['code']}  {h['title']}" for h in failure["hits"])
        yield "hits", block("\n".join(hits))
    if failure.get("prompt"):
        yield "prompt", f"<details><summary>show</summary>{messages(failure['prompt'])}</details>"
    if failure.get("raw"):
        yield "output", block(failure["raw"])
    yield "id", f'<span class="soft">{escape(str(failure["id"]))}</span>'


def messages(talk: list[Row]) -> str:
    """Chat messages, or earlier questions and answers in any other form."""
    parts = []
    for message in talk:
        content = message.get("content")
        words = content if isinstance(content, str) else json.dumps(message, ensure_ascii=False)
        parts.append(f'<span class="role">{escape(str(message.get("role", "")))}</span>')
        parts.append(block(words))
    return "".join(parts)


def block(words: str) -> str:
    return f"<pre>{escape(words)}</pre>"
