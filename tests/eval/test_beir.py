from __future__ import annotations

import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from eval.beir import indexed
from eval.retrieval import Collection


class Words:
    """Embeds a text as the words it has, and counts how many texts it saw."""

    name, pooling, dimension = "words", "sum", 64

    def __init__(self) -> None:
        self.seen = 0

    def passages(self, texts: Sequence[str]) -> Any:
        self.seen += len(texts)
        return np.stack([self.query(text) for text in texts]) if texts else np.zeros((0, 64))

    def query(self, text: str) -> Any:
        vector = np.zeros(64, np.float32)
        for word in text.lower().split():
            vector[zlib.crc32(word.encode()) % 64] += 1
        return vector / np.linalg.norm(vector)


def test_documents_are_found_by_word_and_vector_and_embedded_once(tmp_path: Path) -> None:
    corpus = {"d1": "red boats sail", "d2": "green kites fly", "d3": "blue trains run"}
    collection = Collection(corpus, {}, {})
    words = Words()
    store = indexed(collection, tmp_path, words)
    assert store.by_vector(words.query("kites fly"), 1)[0][0] == "d2"
    assert store.by_words("trains", 5)[0][0] == "d3"
    assert store.by_words("d1", 5) == []
    indexed(collection, tmp_path, words)
    assert words.seen == 3
    indexed(Collection(corpus | {"d4": "old walls"}, {}, {}), tmp_path, words)
    assert words.seen == 4
