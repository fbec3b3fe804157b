"""The cells of the matrix as rows of a table."""

from __future__ import annotations

from typing import Any

Row = dict[str, Any]
SHOWN = ("right", "refusal_recall", "over_refusal", "invented", "faithful", "citation_recall")


def heading() -> list[str]:
    measures = [name.replace("_", " ") for name in SHOWN]
    costs = ["first words s", "whole s (p95)", "tokens", "memory GB", "size MB"]
    return ["model", "retrieval", "guard", *measures, *costs]


def setting(own: Row) -> str:
    """'base + retrieval + guard'."""
    parts = [own["model"], *(name for name in ("retrieval", "guard") if own[name])]
    return " + ".join(parts)


def line(own: Row) -> list[str]:
    """One cell's figures in the order of `heading`."""
    found = own["score"]
    shares = [found["all"][name]["mean"] for name in SHOWN]
    first, total = (found["timings"].get(name) for name in ("first_token_s", "total_s"))
    tokens = found["tokens"].get("generated_tokens")
    return [
        own["model"],
        "on" if own["retrieval"] else "off",
        "on" if own["guard"] else "off",
        *("-" if share is None else f"{100 * share:.1f} %" for share in shares),
        f"{first['p50']:.2f}" if first else "-",
        f"{total['p50']:.2f} ({total['p95']:.2f})" if total else "-",
        f"{tokens['p50']:.0f}" if tokens else "-",
        f"{own['memory_gb']:.2f}",
        f"{own['size_mb']:.0f}",
    ]
