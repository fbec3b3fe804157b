"""Whether an answer to a row of the test part is right, refuses, or invents a course."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rag.conversation import cited
from rag.guard import split

_REFUSES = re.compile(
    r"\b(?:(?:do|does|did|is|could|can)n[’']t (?:say|tell|find|list|mention|state|show|know|give|in"
    r"|have|include|answer|cover|among)|not (?:in|among|given|stated|said|mentioned|found)"
    r"|says? nothing|cannot|can only|nothing (?:about|on)|which department|none of the courses)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Verdict:
    """`invented`: it cites a course that was neither given nor asked about."""

    right: bool
    refused: bool
    invented: bool


def judge(row: dict[str, Any], answer: str) -> Verdict:
    """Compare with the row's values, its right citations, and what its prompt holds.

    Right is an answer with all values that cites the course the gold answer names first (any one
    allowed, where there are no values); or, where a refusal is right, one.
    """
    *before, gold = row["messages"]
    codes = cited(answer)
    shown = "\n".join(message["content"] for message in before)
    invented = any(code not in shown and code not in row["codes"] for code in codes)
    refused = refuses(answer)
    if row["refused"]:
        return Verdict(refused and not invented, refused, invented)
    wanted = cited(gold["content"])[:1] if row["values"] else row["codes"]
    named = not wanted or any(code in codes for code in wanted)
    right = named and not invented and all(says(answer, value) for value in row["values"])
    if not row["values"]:
        right = right and not refused
    return Verdict(right, refused and not right, invented)


def refuses(answer: str) -> bool:
    """Whether its first sentence says that something is not known."""
    return bool(_REFUSES.search("".join(split(answer)[:1])))


def says(answer: str, value: str) -> bool:
    """Whether the value stands in the answer as words of its own, whatever its case."""
    wanted = re.escape(" ".join(value.split())).replace(r"\ ", r"\s+")
    return bool(re.search(rf"(?<![\w.]){wanted}s?(?!\w|\.\d)", answer, re.IGNORECASE))


def rates(rows: Sequence[dict[str, Any]], verdicts: Sequence[Verdict]) -> dict[str, float]:
    """Shares: answers right, those from given facts, due refusals made, refusals not due, answers
    that invent a code."""
    pairs = list(zip(rows, verdicts, strict=True))
    due = [v for row, v in pairs if row["refused"]]
    rest = [v for row, v in pairs if not row["refused"]]
    return {
        "right": _share([v.right for v in rest]),
        "from facts": _share(
            [v.right for row, v in pairs if row.get("grounded", True) and not row["refused"]]
        ),
        "refused": _share([v.right for v in due]),
        "shy": _share([v.refused for v in rest]),
        "invented": _share([v.invented for v in verdicts]),
    }


def _share(marks: Sequence[bool]) -> float:
    return sum(marks) / len(marks) if marks else float("nan")
