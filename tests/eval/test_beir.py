from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from eval.beir import Collection, indexed, judgements, read, table, values
from rag.answer import Assistant
from rag.errors import Mistake


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


def write(folder: Path, qrels: str = "query-id\tcorpus-id\tscore\nq\td2\t1\n") -> Path:
    """A folder of three documents and two queries, one of them judged."""
    (folder / "qrels").mkdir(parents=True)
    documents = [
        {"_id": "d1", "title": "T", "text": "red boats sail"},
        {"_id": "d2", "text": "green kites fly"},
        {"_id": "q", "text": "do kites fly"},
    ]
    queries = [{"_id": "q", "text": "do kites fly"}, {"_id": "unjudged", "text": "who"}]
    for name, rows in (("corpus", documents), ("queries", queries)):
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows))
    (folder / "qrels" / "dev.tsv").write_text(qrels)
    return folder


def test_a_folder_is_read_with_its_judged_queries_only(tmp_path: Path) -> None:
    found = read(write(tmp_path))
    assert found.corpus["d1"] == "T. red boats sail"
    assert found.corpus["d2"] == "green kites fly"
    assert found.queries == {"q": "do kites fly"}
    assert found.grades == {"q": {"d2": 1}}


def test_judgements_are_those_of_the_test_split_where_there_are_several(tmp_path: Path) -> None:
    folder = write(tmp_path, "q\t0\td2\t2\n") / "qrels"
    assert judgements(folder) == {"q": {"d2": 2}}
    (folder / "test.tsv").write_text("query-id\tcorpus-id\tscore\nq\td1\t1\n")
    assert judgements(folder) == {"q": {"d1": 1}}


def test_a_folder_of_another_layout_is_said_to_be_one(tmp_path: Path) -> None:
    with pytest.raises(Mistake, match="is no BEIR folder.*eval beir DIR"):
        read(tmp_path)
    write(tmp_path, "query-id\tcorpus-id\tscore\nlost\td2\t1\n")
    with pytest.raises(Mistake, match="lost"):
        read(tmp_path)


def test_four_systems_are_measured_and_no_query_finds_itself(tmp_path: Path) -> None:
    collection = read(write(tmp_path / "kites"))
    words = Words()
    found = values(Assistant(indexed(collection, tmp_path, words), words, None), collection)
    assert {name: own["MRR"] for name, own in found.items()} == {
        name: {"q": 1.0} for name in ("words", "vectors", "fusion", "full")
    }
    lines = table(found).splitlines()
    assert lines[0].split() == ["nDCG@10", "recall@100", "MRR"]
    assert [line.split() for line in lines[1:]] == [
        [name, "1.000", "1.000", "1.000"] for name in ("words", "vectors", "fusion", "full")
    ]
