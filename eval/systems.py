"""The four ways of searching that are measured side by side, all over one assistant's index."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from rag.answer import Assistant
from rag.conversation import turns
from rag.errors import Mistake
from rag.search import Search

Row = dict[str, Any]
Ranker = Callable[[Row], list[str]]
DEPTH = 50


def systems(assistant: Assistant, depth: int = DEPTH) -> dict[str, Ranker]:
    """Name -> what ranks `depth` codes for a row {question, history?}.

    Words, vectors and their fusion see the question as it is typed; the full search understands it,
    in its conversation.
    """
    store, embedder, thread = assistant.store, assistant.embedder, assistant.thread
    search = Search(store, assistant.catalogue, embedder)

    def words(row: Row) -> list[str]:
        return [code for code, _ in store.by_words(row["question"], depth)]

    def vectors(row: Row) -> list[str]:
        vector = thread.call(embedder.query, row["question"])
        return [code for code, _ in store.by_vector(vector, depth)]

    def fusion(row: Row) -> list[str]:
        return [hit.course.code for hit in thread.call(search.ranked, row["question"], depth)]

    def full(row: Row) -> list[str]:
        try:
            query = assistant.understand(row["question"], turns(row.get("history")))
        except Mistake:  # an empty question finds nothing
            return []
        return [hit.course.code for hit in assistant.ranked(query, depth)]

    return {"words": words, "vectors": vectors, "fusion": fusion, "full": full}


def ranked(rankers: dict[str, Ranker], rows: Sequence[Row]) -> dict[str, dict[str, list[str]]]:
    """System -> row id -> ranked codes."""
    return {name: {str(row["id"]): rank(row) for row in rows} for name, rank in rankers.items()}
