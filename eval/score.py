"""Answers against their gold: per kind how many are right, and what the product did on the way."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import quantiles
from typing import Any

from eval.judge import asked, codes, faults, spell
from eval.needs import Key, identity
from eval.records import File

Row = dict[str, Any]
TIMINGS = ("search_s", "first_token_s", "total_s")


def score(questions: Sequence[Row], answers: Sequence[Row], file: File | None = None) -> Row:
    """The report: kinds, refusal, citations, guard, timings, failures, invented codes (by `file`).

    Only questions that have an answer are judged; `unanswered` says how many have none.
    """
    by_id = {row["id"]: row for row in answers}
    pairs = [(q, by_id[q["id"]]) for q in questions if q["id"] in by_id]
    wrong = {q["id"]: faults(q, a) for q, a in pairs}
    kinds: dict[str, list[bool]] = defaultdict(list)
    for question, _ in pairs:
        kinds[question["kind"]].append(not wrong[question["id"]])
    report: Row = {
        "answered": len(pairs),
        "unanswered": len(questions) - len(pairs),
        "all": rate([ok for oks in kinds.values() for ok in oks]),
        "kinds": {kind: rate(oks) for kind, oks in sorted(kinds.items())},
        "refusal": refusal(pairs),
        "citations": citations(pairs),
        "guard": dict(sum((guarded(a) for _, a in pairs), Counter())),
        "timings": timings([a for _, a in pairs]),
    }
    if file is not None:
        report["invented"] = {
            q["id"]: found for q, a in pairs if (found := invented(q, a, known(file)))
        }
    report["failures"] = [failure(q, a, wrong[q["id"]]) for q, a in pairs if wrong[q["id"]]]
    return report


def failure(question: Row, answer: Row, wrong: list[str]) -> Row:
    """What a reader needs to judge the judge."""
    kept = {k: question[k] for k in ("id", "kind", "question", "history", "gold") if k in question}
    got = {"answer": answer.get("answer"), "refused": answer.get("refused")}
    return kept | got | {"citations": answer.get("citations"), "faults": wrong}


def shown(failure: Row) -> str:
    """A failure for a terminal, its gold shortened."""
    turns = [f"  ({m['role']}: {m['content'][:200]})" for m in failure.get("history", ())]
    gold = json.dumps(failure["gold"], ensure_ascii=False)
    lines = [f"[{failure['kind']}] {failure['question']}", *turns, f"  answer: {failure['answer']}"]
    lines.append(f"  cited {failure['citations']}, refused {failure['refused']}")
    return "\n".join([*lines, f"  gold: {gold[:500]}", f"  wrong: {'; '.join(failure['faults'])}"])


def rate(oks: Sequence[bool]) -> Row:
    """n, right, share, and the Wilson score interval at 95 % (Wilson 1927)."""
    low, high = wilson(sum(oks), len(oks))
    share = sum(oks) / len(oks) if oks else 0.0
    return {"n": len(oks), "right": sum(oks), "share": share, "low": low, "high": high}


def wilson(right: int, n: int, z: float = 1.959964) -> tuple[float, float]:
    """The interval (centre -+ half) / (1 + z^2/n); (0, 1) where nothing was asked."""
    if n == 0:
        return 0.0, 1.0
    p = right / n
    centre = p + z * z / (2 * n)
    half = z * (p * (1 - p) / n + z * z / (4 * n * n)) ** 0.5
    scale = 1 + z * z / n
    return max(0.0, (centre - half) / scale), min(1.0, (centre + half) / scale)


def refusal(pairs: Iterable[tuple[Row, Row]]) -> Row:
    """Recall and precision of refusing, and the share of answerable questions refused."""
    cells = Counter(
        (q["gold"]["refused"], bool(a.get("refused")))
        for q, a in pairs
        if "refused" in q["gold"] and not q["gold"].get("or_refused")
    )
    hit, miss = cells[True, True], cells[True, False]
    over, fine = cells[False, True], cells[False, False]
    return {
        "recall": share(hit, hit + miss),
        "precision": share(hit, hit + over),
        "over_refusal": share(over, over + fine),
        "should": hit + miss,
        "should_not": over + fine,
    }


def citations(pairs: Iterable[tuple[Row, Row]]) -> Row:
    """Of what is cited, how much the gold or the question names; of what must be, how much is."""
    cited = right = wanted = found = 0
    for question, answer in pairs:
        gold = question["gold"]
        if "codes" not in gold and "any_of" not in gold:
            continue
        groups = (gold.get(name, ()) for name in ("codes", "any_of", "allow"))
        good = {identity(code) for group in groups for code in group}
        good |= set(codes(asked(question), loosely=True))
        have = {key for text in answer.get("citations", ()) for key in codes(text)}
        must = {identity(code) for code in gold.get("codes", ())}
        cited, right = cited + len(have), right + len(have & good)
        wanted, found = wanted + len(must), found + len(have & must)
    return {"precision": share(right, cited), "recall": share(found, wanted), "cited": cited}


def share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def known(file: File) -> set[Key]:
    """Every course the file names anywhere, and every sequence without its part."""
    keys = {record.key for record in file.records} | file.named
    return keys | {(program, number, "") for program, number, _ in keys}


def invented(question: Row, answer: Row, real: set[Key]) -> list[str]:
    """Codes the answer names or cites that neither the file nor the question does."""
    text = " ".join([str(answer.get("answer", "")), *answer.get("citations", ())])
    mentioned = set(codes(asked(question), loosely=True))
    return [spell(key) for key in codes(text) if key not in real and key not in mentioned]


def guarded(answer: Row) -> Counter[str]:
    """What the guard did: one word, or counts by word."""
    guard = answer.get("guard")
    if isinstance(guard, dict):
        return Counter({word: n for word, n in guard.items() if isinstance(n, int) and n})
    return Counter({str(guard): 1}) if guard else Counter()


def timings(answers: Iterable[Row]) -> Row:
    """Median and 95th percentile of each timing, in seconds."""
    found: dict[str, list[float]] = defaultdict(list)
    for answer in answers:
        for name in TIMINGS:
            value = (answer.get("timings") or {}).get(name)
            if value is not None:
                found[name].append(float(value))
    return {name: spread(values) for name, values in found.items()}


def spread(values: Sequence[float]) -> dict[str, float]:
    if len(values) == 1:
        return {"p50": values[0], "p95": values[0]}
    cuts = quantiles(values, n=20, method="inclusive")
    return {"p50": cuts[9], "p95": cuts[18]}


def table(report: Row) -> str:
    """The report for a terminal."""
    lines = [f"{'kind':22}{'n':>5}{'right':>7}{'share':>8}   95 % interval"]
    for kind, row in [*report["kinds"].items(), ("all", report["all"])]:
        interval = f"{row['low']:.0%} - {row['high']:.0%}".replace("%", " %")
        lines.append(f"{kind:22}{row['n']:5}{row['right']:7}{row['share']:8.1%}   {interval}")
    refused, cited = report["refusal"], report["citations"]
    lines += [
        "",
        f"refusal       recall {percent(refused['recall'])}, precision "
        f"{percent(refused['precision'])}, over-refusal {percent(refused['over_refusal'])}",
        f"citations     precision {percent(cited['precision'])}, recall {percent(cited['recall'])}",
        f"guard         {report['guard'] or 'not reported'}",
        "invented      " + told(report.get("invented")),
    ]
    for name, row in report["timings"].items():
        lines.append(f"{name:14}p50 {row['p50']:.3f} s, p95 {row['p95']:.3f} s")
    if report["unanswered"]:
        lines.append(
            f"unanswered    {report['unanswered']} questions have no answer and are left out"
        )
    return "\n".join(lines)


def told(found: dict[str, list[str]] | None) -> str:
    if found is None:
        return "not checked (give the catalogue with --source)"
    codes = [code for row in found.values() for code in row]
    return f"{len(codes)} course codes" + (f": {', '.join(codes[:10])}" if codes else "")


def percent(value: float | None) -> str:
    return "-" if value is None else f"{value:.1%}"


def read_rows(path: Path) -> list[Row]:
    """The objects of a JSONL file; a ValueError names the line that does not parse."""
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                rows.append(json.loads(line))
            except json.JSONDecodeError as error:
                raise ValueError(f"{path}, line {number}: {error}") from error
    return rows
