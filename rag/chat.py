"""Questions in the terminal: one, or a conversation."""

from __future__ import annotations

import io
import json
import sys

from rag.answer import Answer, Assistant
from rag.conversation import Turn
from rag.errors import Mistake


def once(
    assistant: Assistant, question: str, as_json: bool, history: tuple[Turn, ...] = ()
) -> Turn:
    """Answer one question on standard output, as text while it grows or as one JSON object."""
    for piece in assistant.ask(question, history):
        if isinstance(piece, Answer):
            if as_json:
                print(json.dumps(piece.as_json(), ensure_ascii=False), flush=True)
            else:
                print(flush=True)
            return Turn(question, piece.text, piece.query, piece.citations)
        if not as_json:
            print(piece, end="", flush=True)
    raise AssertionError("an assistant's last piece is its Answer")


def chat(assistant: Assistant, as_json: bool) -> None:
    """Read questions until an empty line or the end of input; each sees those before it."""
    print(
        f"{assistant.term} courses, {assistant.courses:,} of them. Ask; an empty line ends.",
        file=sys.stderr,
    )
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    history: tuple[Turn, ...] = ()
    while question := _next():
        try:
            history = (*history, once(assistant, question, as_json, history))
        except Mistake as mistake:
            print(mistake, file=sys.stderr)


def _next() -> str:
    print("> ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip()
