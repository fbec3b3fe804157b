"""Rankings against judged relevance: recall@k, precision@k, MRR, nDCG@k, exact code first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from math import log2
from typing import Any

from eval.judge import codes
from eval.questions.needs import Key, identity
from eval.statistics import randomisation_test, summary

Grades = Mapping[str, int]
Row = dict[str, Any]
Values = dict[str, dict[str, float]]
Search = Callable[[Row], Sequence[str]]
CUTS = (1, 3, 5, 10, 20, 50)
FIRST = "code first"
TESTED = ("nDCG@10", "MRR", "recall@10")


def recall(ranked: Sequence[str], grades: Grades, k: int) -> float:
    """The share of the relevant documents that are among the first k."""
    relevant = {doc for doc, grade in grades.items() if grade > 0}
    return len(relevant & set(ranked[:k])) / len(relevant)


def precision(ranked: Sequence[str], grades: Grades, k: int) -> float:
    """The share of the first k places that hold a relevant document (as trec_eval has it)."""
    return sum(grades.get(doc, 0) > 0 for doc in ranked[:k]) / k


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
    rankings: Mapping[str, Sequence[str]],
    grades: Mapping[str, Grades],
    k: int = 10,
    cuts: Sequence[int] = (),
) -> Values:
    """Measure -> query id -> value, over every judged query; one without ranking scores 0.

    recall@k, MRR and nDCG@k, and at each of `cuts` recall and precision.
    """
    values: Values = {}
    for query, judged in grades.items():
        if not any(grade > 0 for grade in judged.values()):
            continue
        ranked = list(dict.fromkeys(rankings.get(query, ())))
        found = {
            f"recall@{k}": recall(ranked, judged, k),
            "MRR": reciprocal_rank(ranked, judged),
            f"nDCG@{k}": ndcg(ranked, judged, k),
        }
        for cut in cuts:
            found[f"recall@{cut}"] = recall(ranked, judged, cut)
            found[f"precision@{cut}"] = precision(ranked, judged, cut)
        for name, value in found.items():
            values.setdefault(name, {})[query] = value
    return values


def labels(questions: Sequence[Row]) -> dict[str, dict[str, int]]:
    """Question id -> relevant courses: each of gold's any_of or codes."""
    found = {}
    for row in questions:
        relevant = row["gold"].get("any_of") or row["gold"].get("codes") or []
        if relevant:
            found[str(row["id"])] = dict.fromkeys(relevant, 1)
    return found


def named_first(
    rankings: Mapping[str, Sequence[str]], questions: Sequence[Row]
) -> dict[str, float]:
    """Of the questions that name a course of their gold: 1 where one they name is ranked first."""
    values = {}
    for row in questions:
        gold: set[Key] = {identity(code) for code in row["gold"].get("codes", ())}
        named = set(codes(row["question"], loosely=True))
        if gold & named:
            first = list(rankings.get(str(row["id"]), ()))[:1]
            values[str(row["id"])] = float(bool({identity(code) for code in first} & named))
    return values


def report(systems: Mapping[str, Mapping[str, Sequence[str]]], questions: Sequence[Row]) -> Row:
    """Every system's measures with intervals, overall and by kind, and each pair's difference."""
    grades = labels(questions)
    kinds = {str(row["id"]): row["kind"] for row in questions if "kind" in row}
    values = {}
    for name, rankings in systems.items():
        values[name] = measure(rankings, grades, cuts=CUTS)
        values[name][FIRST] = named_first(rankings, questions)
    return {
        "n": len(grades),
        "systems": {name: summaries(own) for name, own in values.items()},
        "kinds": {
            kind: {name: summaries(own, of_kind(kinds, kind)) for name, own in values.items()}
            for kind in sorted({kinds[i] for i in grades if i in kinds})
        },
        "differences": differences(values),
        "values": {n: {m: own.get(m, {}) for m in TESTED} for n, own in values.items()},
    }


def of_kind(kinds: Mapping[str, str], kind: str) -> set[str]:
    return {query for query, own in kinds.items() if own == kind}


def summaries(values: Values, some: set[str] | None = None) -> Row:
    """Measure -> {n, mean, low, high}, over `some` queries if given."""
    return {
        name: summary([v for query, v in own.items() if some is None or query in some])
        for name, own in values.items()
    }


def differences(systems: Mapping[str, Values], measures: Sequence[str] = TESTED) -> list[Row]:
    """Each two systems in each measure: the mean difference and p of the randomisation test."""
    rows = []
    for one, two in combinations(systems, 2):
        for name in measures:
            a, b = systems[one].get(name), systems[two].get(name)
            if a and b:
                gap = sum(a.values()) / len(a) - sum(b.values()) / len(b)
                p = randomisation_test(a, b)
                rows.append({"one": one, "two": two, "measure": name, "difference": gap, "p": p})
    return rows


def table(names: Sequence[str], systems: Sequence[Values]) -> str:
    """One line a system: the means, and from the second on p against the first in each measure."""
    measures = list(systems[0])
    lines = [f"{'':20}" + "".join(f"{name:>20}" for name in measures)]
    for name, values in zip(names, systems, strict=True):
        cells = [f"{summary(list(values[m].values()))['mean']:.4f}" for m in measures]
        if values is not systems[0]:
            tests = (randomisation_test(values[m], systems[0][m]) for m in measures)
            cells = [f"{c} (p {p:.3f})" for c, p in zip(cells, tests, strict=True)]
        lines.append(f"{name:20}" + "".join(f"{cell:>20}" for cell in cells))
    return "\n".join(lines)


def told(found: Row) -> str:
    """The report of the course systems for a terminal."""
    measures = ("recall@5", "recall@10", "precision@5", "MRR", "nDCG@10", FIRST)
    lines = [f"{'':10}" + "".join(f"{name:>22}" for name in measures)]
    for name, own in found["systems"].items():
        lines.append(f"{name:10}" + "".join(f"{cell(own[m]):>22}" for m in measures))
    close = [
        f"{d['one']}/{d['two']} {d['measure']}" for d in found["differences"] if d["p"] >= 0.05
    ]
    lines.append(f"\nno significant difference (p >= .05): {', '.join(close) or 'none'}")
    return "\n".join(lines)


def cell(one: Row) -> str:
    """'.712 [.681, .740]'."""
    if one["mean"] is None:
        return "-"
    return f"{one['mean']:.3f} [{one['low']:.3f}, {one['high']:.3f}]"
