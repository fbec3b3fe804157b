"""The report as one HTML file that opens offline: tables, plots, every wrong answer to unfold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Any

from eval.report import charts, wrong
from eval.report.cells import heading, line, setting
from eval.retrieval import CUTS, FIRST
from eval.score import MEASURES

Row = dict[str, Any]
PARTS = {"answers": "Answers of the model", "exact": "Exact statements alone"}
HEADLINES = {
    "right": "right",
    "refusal_recall": "refused where due",
    "over_refusal": "refused where not due",
    "faithful": "faithful to what was given",
    "invented": "with an invented code",
    "kept": "kept by the guard",
}
RANKED = ("recall@5", "recall@10", "precision@5", "MRR", "nDCG@10", FIRST)


def page(report: Row, name: str) -> str:
    """The whole document; every text of a question, an answer or a record is escaped."""
    style = Path(__file__).with_name("style.css").read_text(encoding="utf-8")
    sections = list(built(report))
    links = "".join(f'<a href="#{mark}">{escape(title)}</a>' for mark, title, _ in sections)
    body = "".join(
        f'<h2 id="{mark}">{escape(title)}</h2>{content}' for mark, title, content in sections
    )
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Evaluation {escape(name)}</title><style>{style}</style></head><body><main>"
        f"<h1>Evaluation {escape(name)}</h1>{subtitle(report['lineage'])}<nav>{links}</nav>{body}"
        "</main></body></html>\n"
    )


def subtitle(origin: Row) -> str:
    adapter = origin["adapter"]["name"] if origin["adapter"] else "no adapter"
    index = origin["index"]
    told = (
        f"{origin['model']}, {adapter}, guard {'on' if origin['guard'] else 'off'}; "
        f"{index['courses']:,} courses of {index['source']}; {origin['date']}"
    )
    return f'<p class="soft">{escape(told)}</p>'


def built(report: Row) -> Iterator[tuple[str, str, str]]:
    """(anchor, title, content) of every section there is something for."""
    if "matrix" in report:
        yield "matrix", "Models, retrieval, guard", matrix(report["matrix"])
    parts = {part: title for part, title in PARTS.items() if part in report}
    for part, title in parts.items():
        yield part, title, cards(report[part]) + sheet(measures(report[part]))
    series = {part: {k: own["right"] for k, own in report[part]["kinds"].items()} for part in parts}
    if any(series.values()):
        yield "kinds", "Right by kind", sheet(charts.intervals(series, "share right by kind"))
    for part in parts:
        if report[part]["timings"]:
            yield f"time-{part}", f"Latency: {parts[part].lower()}", latency(report[part])
    if "retrieval" in report:
        yield "retrieval", "Retrieval", retrieval(report["retrieval"])
    for part, title in parts.items():
        found = report[part]["failures"]
        yield f"wrong-{part}", f"Wrong: {title.lower()} ({len(found)})", failures(found)
    yield "lineage", "Lineage", sheet(lineage(report["lineage"]))


def matrix(cells: Sequence[Row]) -> str:
    """The table of all cells, and their shares of right answers."""
    rights = {setting(one): one["score"]["all"]["right"] for one in cells}
    plot = charts.intervals({"right": rights}, "share right by model, retrieval, guard")
    rows = [[escape(word) for word in line(one)] for one in cells]
    return sheet(plot) + sheet(table(heading(), rows))


def cards(part: Row) -> str:
    """The headline figures."""
    found = []
    for name, label in HEADLINES.items():
        one = part["all"][name]
        if one["mean"] is not None:
            span = f"{100 * one['low']:.1f} to {100 * one['high']:.1f}, n {one['n']}"
            found.append(card(f"{100 * one['mean']:.1f} %", label, span))
    if "total_s" in part["timings"]:
        total = part["timings"]["total_s"]
        found.append(
            card(f"{total['p50']:.2f} s", "whole answer, median", f"p95 {total['p95']:.2f}")
        )
    return f'<div class="cards">{"".join(found)}</div><p></p>'


def card(value: str, label: str, detail: str) -> str:
    return f'<div class="card"><b>{value}</b>{label}<span>{detail}</span></div>'


def measures(part: Row) -> str:
    """All measures overall."""
    rows = [
        [name.replace("_", " "), figure(part["all"][name]), str(part["all"][name]["n"]), what]
        for name, what in MEASURES.items()
        if part["all"][name]["n"]
    ]
    return table(["measure", "mean, 95 %", "n", ""], rows)


def figure(one: Row) -> str:
    """'.971 [.950, .982]', as HTML."""
    if one["mean"] is None:
        return "-"
    form = ".3f" if one["high"] <= 1 else ".1f"
    return f"{one['mean']:{form}}<small>{one['low']:{form}} to {one['high']:{form}}</small>"


def latency(part: Row) -> str:
    names = {"search_s": "to the facts", "first_token_s": "first words", "total_s": "whole answer"}
    timings = {names[name]: own for name, own in part["timings"].items()}
    tokens = ", ".join(
        f"{name.replace('_', ' ')} p50 {own['p50']:.0f}, p95 {own['p95']:.0f}"
        for name, own in part["tokens"].items()
    )
    plot = sheet(charts.bars(timings, "s", "seconds from the question"))
    return plot + (f'<p class="soft">{tokens}</p>' if tokens else "")


def retrieval(found: Row) -> str:
    """Recall by k, the measures of each system, p of each pair, and the full search by kind."""
    systems = found["systems"]
    points = {
        name: [(float(k), own[f"recall@{k}"]["mean"] or 0.0) for k in CUTS]
        for name, own in systems.items()
    }
    rows = [[name, *(figure(own[m]) for m in RANKED)] for name, own in systems.items()]
    tests = [
        [f"{d['one']} - {d['two']}", d["measure"], f"{d['difference']:+.3f}", f"{d['p']:.4f}"]
        for d in found["differences"]
    ]
    last = list(systems)[-1]
    each = [
        [escape(kind), str(own[last]["MRR"]["n"]), *(figure(own[s]["nDCG@10"]) for s in systems)]
        for kind, own in found["kinds"].items()
    ]
    kinds = [
        [escape(kind), str(own[last]["MRR"]["n"]), *(figure(own[last][m]) for m in RANKED)]
        for kind, own in found["kinds"].items()
    ]
    return "".join(
        [
            sheet(charts.curves(points, "k", "recall")),
            sheet(table(["system", *RANKED], rows)),
            "<h3>Differences between two systems (paired randomisation test)</h3>",
            sheet(table(["systems", "measure", "difference", "p"], tests)),
            "<h3>nDCG@10 by kind, every system</h3>",
            sheet(table(["kind", "n", *map(escape, systems)], each)),
            f"<h3>By kind: {escape(last)} search</h3>",
            sheet(table(["kind", "n", *RANKED], kinds)),
        ]
    )


def failures(found: Sequence[Row]) -> str:
    """Every wrong answer under its kind."""
    if not found:
        return sheet("<p>None.</p>")
    by_kind: dict[str, list[Row]] = defaultdict(list)
    for failure in found:
        by_kind[str(failure.get("kind", ""))].append(failure)
    return "".join(
        f"<h3>{escape(kind)} ({len(own)})</h3>" + sheet("".join(map(wrong.unfolded, own)))
        for kind, own in sorted(by_kind.items())
    )


def lineage(origin: Row) -> str:
    rows = [
        [escape(name.strip(".")), f'<span class="words">{escape(str(value))}</span>']
        for name, value in flat(origin)
    ]
    return table(["", ""], rows, "lineage")


def flat(values: Row, above: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in values.items():
        if isinstance(value, dict):
            yield from flat(value, f"{above}.{name}")
        else:
            yield f"{above}.{name}", value


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], kind: str = "") -> str:
    """`heads` and cells are HTML; a column without a head is prose."""
    top = "".join(f"<th>{head}</th>" for head in heads)
    prose = [' class="prose"' if not head else "" for head in heads]
    lines = "".join(
        "<tr>" + "".join(f"<td{p}>{c}</td>" for p, c in zip(prose, row, strict=True)) + "</tr>"
        for row in rows
    )
    return f'<table class="{kind}"><thead><tr>{top}</tr></thead><tbody>{lines}</tbody></table>'


def sheet(content: str) -> str:
    return f'<div class="sheet">{content}</div>'
