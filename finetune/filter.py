"""Filter: which examples are kept, and why others are dropped."""

from __future__ import annotations

import re
from collections.abc import Sequence

from finetune.examples import Example
from finetune.exchange import Count, Dropped
from rag.conversation import cited
from rag.prompt import BUDGET, Message

LONGEST = 130  # tokens of one answer
_VERDICT = re.compile(r"^(yes|no|not yet)\b", re.IGNORECASE)


class Filter:
    """Lets an example through once, if it is short and agrees with itself and the others."""

    def __init__(self, count: Count) -> None:
        self._count = count
        self._answers: dict[str, str] = {}

    def check(self, example: Example) -> None:
        """Remember the example. Raises Dropped, with the reason, where it is not to be kept."""
        answer = example.messages[-1]["content"]
        known = self._answers.get(example.key)
        reason = self._long(example) or contradiction(example)
        if known is not None:
            reason = "duplicate" if known == answer else "two answers to one prompt"
        if reason:
            raise Dropped(reason, example.kind, example.messages[-2]["content"], answer)
        self._answers[example.key] = answer

    def _long(self, example: Example) -> str:
        if self._count(example.messages[:-1]) > BUDGET:
            return "over-long prompt"
        answers = [example.messages[n] for n in example.trained]
        empty: list[Message] = [{"role": "assistant", "content": ""}]
        bare = self._count(empty)
        longest = max(self._count([answer]) - bare for answer in answers)
        return "over-long answer" if longest > LONGEST else ""


def contradiction(example: Example) -> str:
    """'self-contradicting' where the answer's parts or its marks can't all be true; else ''."""
    answer = example.messages[-1]["content"]
    if example.refused and cited(answer):
        return "self-contradicting"
    verdicts = {v.lower() for v in example.values if v in ("Yes", "No", "Not yet")}
    said = _VERDICT.match(answer)
    if len(verdicts) > 1 or (verdicts and said and said[1].lower() not in verdicts):
        return "self-contradicting"
    if not example.refused and not _says(answer, example.values):
        return "value left out"
    return ""


def _says(answer: str, values: Sequence[str]) -> bool:
    bare = re.sub(r"[\[\]]", "", answer).lower()
    return all(re.sub(r"[\[\]]", "", value).lower() in bare for value in values)
