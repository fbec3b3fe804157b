"""Rankings against judged relevance: recall@k, MRR, nDCG@k, and whether two systems differ."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2
from pathlib import Path
from random import Random
from statistics import fmean
from typing import Any

Grades = Mapping[str, int]
Search = Callable[[str], Sequence[str]]


@dataclass(frozen=True)
class Collection:
    """Documents and queries by id, and of every judged query the grade of each document."""

    corpus: dict[str, str]
    queries: dict[str, str]
    grades: dict[str, dict[str, int]]


def recall(ranked: Sequence[str], grades: Grades, k: int) -> float:
    """The share of the relevant documents that are among the first k."""
    relevant = {doc for doc, grade in grades.items() if grade > 0}
    return len(relevant & set(ranked[:k])) / len(relevant)


def reciprocal_rank(ranked: Sequence[str], grades: Grades) -> float:
    """1 / rank of the first relevant document, 0 where none is ranked."""
    ranks = (rank for rank, doc in enumerate(ranked, 1) if grades.get(doc, 0) > 0)
    return 1 / next(ranks, float("inf"))


def ndcg(ranked: Sequence[str], grades: Grades, k: int) -> float:
    """Discounted gain of the first k over the best possible, gain = grade (as trec_eval has it)."""
    ideal = sorted((grade for grade in grades.values() if grade > 0), reverse=True)[:k]
    gains = [grades.get(doc, 0) for doc in ranked[:k]]
    return discounted(gains) / discounted(ideal)


def discounted(gains: Sequence[int]) -> float:
    return sum(gain / log2(rank + 1) for rank, gain in enumerate(gains, 1))


def measure(
    rankings: Mapping[str, Sequence[str]], grades: Mapping[str, Grades], k: int = 10
) -> dict[str, dict[str, float]]:
    """Measure -> query id -> value, over every judged query; one without ranking scores 0."""
    values: dict[str, dict[str, float]] = {f"recall@{k}": {}, "MRR": {}, f"nDCG@{k}": {}}
    for query, judged in grades.items():
        if not any(grade > 0 for grade in judged.values()):
            continue
        ranked = list(dict.fromkeys(rankings.get(query, ())))
        values[f"recall@{k}"][query] = recall(ranked, judged, k)
        values["MRR"][query] = reciprocal_rank(ranked, judged)
        values[f"nDCG@{k}"][query] = ndcg(ranked, judged, k)
    return values


def means(values: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """The mean of every measure over its queries."""
    return {name: fmean(by_query.values()) for name, by_query in values.items()}


def randomisation_test(
    one: Mapping[str, float], two: Mapping[str, float], rounds: int = 10_000, seed: int = 0
) -> float:
    """Two-sided p of the paired randomisation test on the mean difference (Smucker et al. 2007).

    Each round swaps the two systems' values of a query with probability a half; p is the share of
    rounds, the observed one counted, whose difference is at least as large.
    """
    assert one.keys() == two.keys(), "both systems must be measured on the same queries"
    differences = [one[query] - two[query] for query in sorted(one)]
    observed = abs(sum(differences)) - 1e-12
    rng = Random(seed)
    nonzero = [d for d in differences if d]
    extreme = 0
    for _ in range(rounds):
        signs = rng.getrandbits(len(nonzero)) if nonzero else 0
        total = sum(d if signs >> i & 1 else -d for i, d in enumerate(nonzero))
        extreme += abs(total) >= observed
    return (extreme + 1) / (rounds + 1)


def run(search: Search, queries: Mapping[str, str]) -> dict[str, list[str]]:
    """Query id -> ranked document ids, from anything that ranks ids for a text."""
    return {query: list(search(text)) for query, text in queries.items()}


def read_beir(folder: Path, split: str = "test") -> Collection:
    """corpus.jsonl, queries.jsonl and qrels/<split>.tsv; only judged queries are kept."""
    corpus = {}
    for row in read_jsonl(folder / "corpus.jsonl"):
        corpus[str(row["_id"])] = f"{row.get('title', '')}. {row['text']}".removeprefix(". ")
    grades: dict[str, dict[str, int]] = {}
    with (folder / "qrels" / f"{split}.tsv").open(encoding="utf-8", newline="") as handle:
        for judged in csv.DictReader(handle, delimiter="\t"):
            grades.setdefault(judged["query-id"], {})[judged["corpus-id"]] = int(judged["score"])
    texts = {str(row["_id"]): row["text"] for row in read_jsonl(folder / "queries.jsonl")}
    return Collection(corpus, {query: texts[query] for query in grades}, grades)


def read_rankings(path: Path) -> dict[str, list[str]]:
    """A search-only file: {id, codes: [ranked]} a line."""
    return {str(row["id"]): list(row["codes"]) for row in read_jsonl(path)}


def read_labels(path: Path) -> dict[str, dict[str, int]]:
    """The relevant courses of a questions file: grade 1 for each of gold's any_of or codes."""
    labels = {}
    for row in read_jsonl(path):
        codes = row["gold"].get("any_of") or row["gold"].get("codes") or []
        if codes:
            labels[str(row["id"])] = dict.fromkeys(codes, 1)
    return labels


def read_jsonl(path: Path) -> Iterable[dict[str, Any]]:
    with path.open(encoding="utf-8") as handle:
        for line in handle:
            if line.strip():
                yield json.loads(line)


def table(names: Sequence[str], systems: Sequence[Mapping[str, Mapping[str, float]]]) -> str:
    """One line a system: the means, and from the second on p against the first in each measure."""
    measures = list(systems[0])
    lines = [f"{'':20}" + "".join(f"{name:>20}" for name in measures)]
    for name, values in zip(names, systems, strict=True):
        cells = [f"{fmean(values[m].values()):.4f}" for m in measures]
        if values is not systems[0]:
            tests = (randomisation_test(values[m], systems[0][m]) for m in measures)
            cells = [f"{c} (p {p:.3f})" for c, p in zip(cells, tests, strict=True)]
        lines.append(f"{name:20}" + "".join(f"{cell:>20}" for cell in cells))
    return "\n".join(lines)
