"""The conversation so far: what was asked and answered, and what a later question may refer to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rag.errors import Mistake
from rag.query import Query

CITED = re.compile(r"\[([A-Z]{2,5} \d{3}[A-Za-z]{0,4})\]")
LONGEST = 20_000
# What an answer tells beside the courses asked for, at its end.
BESIDE = re.compile(
    r"(?:^|(?<=[.\n] ))(?:Close in meaning: |Next come |\d+ more can be taken for that many units)",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Turn:
    """One question and its answer: `codes` are the courses cited or shown in the answer, in order;
    `query` is what was understood of the question, None where that was not kept."""

    question: str
    answer: str = ""
    query: Query | None = None
    codes: tuple[str, ...] = ()

    @property
    def members(self) -> tuple[str, ...]:
        """The courses of the answer without those it only tells beside them: no members of its
        list."""
        beside = BESIDE.search(self.answer[:LONGEST])
        listed = cited(self.answer[: beside.start()]) if beside else ()
        return tuple(code for code in self.codes if code in listed) or self.codes


def turns(history: Any) -> tuple[Turn, ...]:
    """Turns from plain data: [{question, answer}], or [{role, content}] as chat programs keep it.

    `content` is a string or a list of {type, text}. Raises Mistake on anything else.
    """
    if history is None:
        return ()
    if isinstance(history, (str, bytes, Mapping)) or not isinstance(history, Sequence):
        raise _wrong(history)
    if history and all(isinstance(t, Turn) for t in history):
        return tuple(history)
    if not all(isinstance(t, Mapping) for t in history):
        raise _wrong(next(t for t in history if not isinstance(t, Mapping)))
    if history and all("role" in t for t in history):
        return _from_messages(history)
    return tuple(_from_pair(t) for t in history)


def cited(answer: str) -> tuple[str, ...]:
    """The courses an answer cites as [CSCI 104L], each once, in order."""
    return tuple(dict.fromkeys(CITED.findall(answer[:LONGEST])))


def _from_pair(pair: Mapping[str, Any]) -> Turn:
    question, answer = pair.get("question"), pair.get("answer", "")
    if not isinstance(question, str) or not isinstance(answer, (str, type(None))):
        raise _wrong(pair)
    return Turn(question, answer or "", None, cited(answer or ""))


def _from_messages(messages: Sequence[Mapping[str, Any]]) -> tuple[Turn, ...]:
    """User and assistant messages paired up; system and tool messages are no turns."""
    found: list[Turn] = []
    question: str | None = None
    for message in messages:
        text = _content(message)
        if message["role"] == "user":
            if question is not None:
                found.append(Turn(question))
            question = text
        elif message["role"] == "assistant":
            if question is None and not found:
                continue
            last = Turn(question) if question is not None else found.pop()
            answer = f"{last.answer}\n{text}".strip()
            found.append(Turn(last.question, answer, None, cited(answer)))
            question = None
        elif message["role"] not in ("system", "tool", "developer"):
            raise _wrong(message)
    if question is not None:
        found.append(Turn(question))
    return tuple(found)


def _content(message: Mapping[str, Any]) -> str:
    content = message.get("content")
    if content is None or isinstance(content, str):
        return content or ""
    if isinstance(content, Sequence) and all(isinstance(part, (Mapping, str)) for part in content):
        parts = [part if isinstance(part, str) else part.get("text", "") for part in content]
        if all(isinstance(part, str) for part in parts):
            return "\n".join(parts)
    raise _wrong(message)


def _wrong(value: Any) -> Mistake:
    shown = repr(value)
    return Mistake(
        f"History can't be read: {shown[:60]}{'...' if len(shown) > 60 else ''}. Give a list of "
        '{"question", "answer"} or of {"role", "content"} objects.'
    )
