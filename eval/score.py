"""Answers against their gold: every measure of every answer, their means overall and by kind."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import fmean
from typing import Any

from eval.grounds import citations, faithfulness, invented, known
from eval.judge import faults
from eval.overlap import rouge_l, token_f1
from eval.questions.needs import Key
from eval.questions.records import File
from eval.statistics import Value, spread, summary

Row = dict[str, Any]
TIMINGS = ("search_s", "first_token_s", "total_s")
TOKENS = ("prompt_tokens", "generated_tokens")
# What is said of every answer; those after the first are None where they don't apply.
MEASURES = {
    "right": "answers right by their gold",
    "citation_precision": "of the courses cited, those that gold or the question names",
    "citation_recall": "of the courses gold asks for, those cited",
    "faithful": "answers all of whose codes, numbers, days and names stand in what was given",
    "faithfulness": "of those claims, the share that does",
    "invented": "answers that name a course neither the file nor the question does",
    "refusal_recall": "of the questions to refuse, those refused",
    "refusal_precision": "of the refusals, those due",
    "over_refusal": "of the questions to answer, those refused",
    "rouge_l": "ROUGE-L against gold in prose",
    "token_f1": "token F1 against gold in prose",
    "words": "words of an answer",
    "kept": "of the answers the model gave, those the guard kept",
    "repaired": "those it repaired",
    "replaced": "those it replaced by the exact statement",
}


def score(questions: Sequence[Row], answers: Sequence[Row], file: File | None = None) -> Row:
    """The report of a set of answers; invented codes are looked for where `file` is given.

    Only questions that have an answer and a gold are judged; `unanswered` says how many have none.
    """
    by_id = {str(row["id"]): row for row in answers}
    judged = [q for q in questions if "gold" in q]
    pairs = [(q, by_id[str(q["id"])]) for q in judged if str(q["id"]) in by_id]
    real = known(file) if file else None
    items = [item(q, a, real) for q, a in pairs]
    by_kind: dict[str, list[Row]] = defaultdict(list)
    for one in items:
        by_kind[one["kind"]].append(one)
    return {
        "answered": len(pairs),
        "unanswered": len(judged) - len(pairs),
        "without_gold": len(questions) - len(judged),
        "all": summaries(items),
        "kinds": {kind: summaries(own) for kind, own in sorted(by_kind.items())},
        "guard": dict(sum((guarded(a) for _, a in pairs), Counter())),
        "timings": spreads([a for _, a in pairs], TIMINGS),
        "tokens": spreads([a for _, a in pairs], TOKENS),
        "invented_codes": {i["id"]: i["codes"] for i in items if i["codes"]} if file else None,
        "items": items,
        "failures": [
            failure(q, a, i) for (q, a), i in zip(pairs, items, strict=True) if i["faults"]
        ],
    }


def item(question: Row, answer: Row, real: set[Key] | None) -> Row:
    """One answer: its faults, the codes it invents, the value of each measure, None if unmet."""
    wrong = ["error: " + answer["error"]] if "error" in answer else faults(question, answer)
    made = invented(question, answer, real) if real is not None else []
    values: dict[str, Value] = dict.fromkeys(MEASURES)
    said = str(answer.get("answer", ""))
    values["right"] = float(not wrong)
    values["citation_precision"], values["citation_recall"] = citations(question, answer)
    values["faithfulness"] = held = faithfulness(question, answer)
    values["faithful"] = None if held is None else float(held == 1)
    values["invented"] = None if real is None else float(bool(made))
    values["words"] = float(len(said.split()))
    values |= refusals(question, answer) | overlaps(question, said) | guarding(answer)
    named = {name: str(question.get(name, "")) for name in ("id", "kind", "question")}
    return named | {"faults": wrong, "codes": made, "values": values}


def refusals(question: Row, answer: Row) -> dict[str, Value]:
    """Whether it refused, under the measures that ask for it; none where gold leaves it open."""
    gold, did = question["gold"], bool(answer.get("refused"))
    if "refused" not in gold or gold.get("or_refused"):
        return {}
    due: dict[str, Value] = {"refusal_precision": float(gold["refused"])} if did else {}
    return due | {"refusal_recall" if gold["refused"] else "over_refusal": float(did)}


def overlaps(question: Row, said: str) -> dict[str, Value]:
    reference = question["gold"].get("reference")
    if not reference:
        return {}
    return {"rouge_l": rouge_l(said, reference), "token_f1": token_f1(said, reference)}


def guarding(answer: Row) -> dict[str, Value]:
    """What became of the model's words; where it said none, there was nothing to guard."""
    did = guarded(answer)
    spoke = (answer.get("timings") or {}).get("generated_tokens", 0) > 0
    if not spoke or not did or "off" in did:
        return {}
    return {word: float(bool(did[word])) for word in ("kept", "repaired", "replaced")}


def summaries(items: Sequence[Row]) -> Row:
    """Measure -> {n, mean, low, high}."""
    return {name: summary([i["values"][name] for i in items]) for name in MEASURES}


def failure(question: Row, answer: Row, found: Row) -> Row:
    """What a reader needs to judge the judge."""
    kept = {k: question[k] for k in ("id", "kind", "question", "history", "gold") if k in question}
    got = {k: answer.get(k) for k in ("answer", "refused", "citations", "guard", "hits", "facts")}
    return kept | got | {k: answer.get(k) for k in ("prompt", "raw")} | {"faults": found["faults"]}


def shown(failure: Row) -> str:
    """A failure for a terminal, its gold shortened."""
    turns = [f"  ({str(turn)[:240]})" for turn in failure.get("history") or ()]
    gold = json.dumps(failure["gold"], ensure_ascii=False)
    lines = [f"[{failure['kind']}] {failure['question']}", *turns, f"  answer: {failure['answer']}"]
    lines.append(f"  cited {failure['citations']}, refused {failure['refused']}")
    return "\n".join([*lines, f"  gold: {gold[:500]}", f"  wrong: {'; '.join(failure['faults'])}"])


def guarded(answer: Row) -> Counter[str]:
    """What the guard did: one word, or counts by word."""
    guard = answer.get("guard")
    if isinstance(guard, dict):
        return Counter({word: n for word, n in guard.items() if isinstance(n, int) and n})
    return Counter({str(guard): 1}) if guard else Counter()


def spreads(answers: Iterable[Row], names: Sequence[str]) -> Row:
    """Median and 95th percentile of timings (seconds) or tokens; those of no model left out."""
    found: dict[str, list[float]] = defaultdict(list)
    for answer in answers:
        timings = answer.get("timings") or {}
        for name in names:
            if timings.get(name):
                found[name].append(float(timings[name]))
    return {name: {**spread(v), "mean": fmean(v)} for name, v in found.items()}


def table(report: Row) -> str:
    """The report for a terminal."""
    lines = [f"{'kind':22}{'n':>5}{'right':>8}   95 % interval"]
    for kind, own in [*report["kinds"].items(), ("all", report["all"])]:
        right = own["right"]
        interval = f"{right['low']:.0%} - {right['high']:.0%}".replace("%", " %")
        lines.append(f"{kind:22}{right['n']:5}{right['mean']:8.1%}   {interval}")
    lines.append("")
    for name in list(MEASURES)[1:]:
        lines.append(f"{name:20}{cell(report['all'][name])}")
    lines.append(f"{'guard':20}{report['guard'] or 'not reported'}")
    lines.append(f"{'invented codes':20}" + told(report["invented_codes"]))
    for name, row in report["timings"].items():
        lines.append(f"{name:20}p50 {row['p50']:.3f} s, p95 {row['p95']:.3f} s")
    if report["unanswered"]:
        lines.append(
            f"unanswered: {report['unanswered']} questions have no answer and are left out"
        )
    return "\n".join(lines)


def cell(one: Row) -> str:
    """'97.1% [95.0%, 98.2%] of 300'; above 1 as plain numbers."""
    if one["mean"] is None:
        return "-"
    form = ".1%" if one["high"] <= 1 else ".1f"
    return f"{one['mean']:{form}} [{one['low']:{form}}, {one['high']:{form}}] of {one['n']}"


def told(found: dict[str, list[str]] | None) -> str:
    if found is None:
        return "not checked (give the catalogue with --source)"
    codes = [code for row in found.values() for code in row]
    return f"{len(codes)}" + (f": {', '.join(codes[:10])}" if codes else "")


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
