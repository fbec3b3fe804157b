"""Statistics of training data: rows by kind, what was dropped and why, lengths in tokens."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from finetune.examples import Example
from finetune.exchange import Dropped
from rag.query import Query

KEPT = 40  # dropped draws kept to read, for each kind and reason


class Statistics:
    """What a run of the maker counted."""

    def __init__(self, recipe: str, seed: int, size: int, catalogue: str, source: str) -> None:
        self.about = {
            "recipe": recipe,
            "seed": seed,
            "size": size,
            "catalogue_sha256": catalogue,
            "source": source,
        }
        self.dropped: list[dict[str, Any]] = []
        self._reasons: dict[str, Counter[str]] = defaultdict(Counter)
        self._tokens: dict[str, Any] = {}

    def drop(self, part: str, dropped: Dropped) -> None:
        """Count a draw that came to nothing, and keep some of them to read."""
        reason, kind, *seen = dropped.args
        self._reasons[reason][kind] += 1
        if seen and self._reasons[reason][kind] <= KEPT:
            shown = [_understood(s) if isinstance(s, Query) else s for s in seen]
            self.dropped.append({"reason": reason, "kind": kind, "part": part, "seen": shown})

    def measure(self, rows: Mapping[str, Sequence[Example]], tokenizer: Any) -> None:
        """Tokens of the rows and of what is trained in them."""
        for part, examples in rows.items():
            lengths, trained = [], 0
            for example in examples:
                ids = tokenizer.apply_chat_template(
                    list(example.messages), tokenize=True, return_dict=False
                )
                lengths.append(len(ids))
                answers = [example.messages[n]["content"] for n in example.trained]
                encoded = tokenizer(answers, add_special_tokens=False)["input_ids"]
                trained += sum(len(answer) + 1 for answer in encoded)
            lengths.sort()
            self._tokens[part] = _spread(lengths, trained)

    def summary(self, rows: Mapping[str, Sequence[Any]]) -> dict[str, Any]:
        """All of it as plain values."""
        return {
            **self.about,
            "rows": {part: len(examples) for part, examples in rows.items()},
            "kinds": {part: _count(e.kind for e in examples) for part, examples in rows.items()},
            "forms": {part: _count(e.form for e in examples) for part, examples in rows.items()},
            "refused": {part: sum(e.refused for e in examples) for part, examples in rows.items()},
            "grounded": {
                part: sum(e.grounded for e in examples) for part, examples in rows.items()
            },
            "tokens": self._tokens,
            "dropped": {reason: dict(kinds) for reason, kinds in sorted(self._reasons.items())},
        }


def _count(names: Any) -> dict[str, int]:
    return dict(sorted(Counter(names).items()))


def _spread(lengths: Sequence[int], trained: int) -> dict[str, Any]:
    if not lengths:
        return {}
    at = {
        f"p{p}": lengths[min(len(lengths) - 1, len(lengths) * p // 100)] for p in (10, 50, 90, 99)
    }
    total = sum(lengths)
    share = round(trained / total, 4)
    return {**at, "longest": lengths[-1], "total": total, "trained": trained, "share": share}


def _understood(query: Query) -> dict[str, Any]:
    return {
        "ask": query.ask,
        "codes": query.codes,
        "unknown": query.unknown,
        "filters": [f.label() for f in query.filters],
        "topic": query.topic,
        "taken": query.taken,
        "missing": query.missing,
    }
