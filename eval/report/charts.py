"""Plots as inline SVG, coloured by the page's style so that they read in light and dark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from math import log
from typing import Any

Row = dict[str, Any]
Series = Mapping[str, Sequence[tuple[float, float]]]
WIDTH = 760
LABELS = 170  # px for the names at the left
ROW = 24


def curves(series: Series, x_label: str, y_label: str) -> str:
    """Lines of (x, share) points over a logarithmic x, named at their ends."""
    xs = sorted({x for points in series.values() for x, _ in points})
    left, top, width, height = 56, 14, WIDTH - 190, 250

    def place(x: float, y: float) -> tuple[float, float]:
        across = log(x / xs[0]) / log(xs[-1] / xs[0]) if len(xs) > 1 else 0.5
        return left + across * width, top + (1 - y) * height

    parts = []
    for tenth in range(0, 11, 2):
        y = place(xs[0], tenth / 10)[1]
        parts.append(line(left, y, left + width, y, "grid"))
        parts.append(text(left - 8, y + 4, f"{tenth / 10:.1f}", "tick end"))
    for x in xs:
        parts.append(text(place(x, 0)[0], top + height + 18, f"{x:g}", "tick middle"))
    parts.append(text(left + width / 2, top + height + 38, x_label, "tick middle"))
    ends = spaced([place(*points[-1])[1] for points in series.values()])
    for n, ((name, points), end) in enumerate(zip(series.items(), ends, strict=True)):
        spots = [place(*point) for point in points]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
        parts.append(f'<polyline class="line s{n}" points="{path}"/>')
        for (x, y), (k, value) in zip(spots, points, strict=True):
            tip = f"<title>{escape(name)} at {k:g}: {value:.3f}</title>"
            parts.append(f'<circle class="dot s{n}" cx="{x:.1f}" cy="{y:.1f}" r="4">{tip}</circle>')
        label = f"{name} {points[-1][1]:.2f}"
        parts.append(text(left + width + 12, end + 4, label, f"name s{n}"))
    return svg(parts, top + height + 48, f"{y_label} by {x_label}")


def spaced(heights: Sequence[float], gap: float = 17) -> list[float]:
    """The heights moved apart so that labels at them do not overlap, each near its own."""
    order = sorted(range(len(heights)), key=lambda i: heights[i])
    placed = list(heights)
    for one, two in zip(order, order[1:], strict=False):
        placed[two] = max(placed[two], placed[one] + gap)
    return placed


def intervals(series: Mapping[str, Mapping[str, Row]], label: str) -> str:
    """For every name of any of the series a dot at its mean and a whisker over its interval."""
    names = list(dict.fromkeys(name for own in series.values() for name in own))
    several = len(series)
    step = ROW if several == 1 else ROW + 10
    width = WIDTH - LABELS - 120
    top = 30 if several > 1 else 8
    parts = [legend(series)] if several > 1 else []
    for tenth in range(0, 11, 2):
        x = LABELS + width * tenth / 10
        parts.append(line(x, top, x, top + step * len(names), "grid"))
        parts.append(text(x, top + step * len(names) + 16, f"{tenth * 10} %", "tick middle"))
    for row, name in enumerate(names):
        middle = top + step * (row + 0.5)
        parts.append(text(LABELS - 10, middle + 4, name, "tick end"))
        shown = []
        for n, own in enumerate(series.values()):
            one = own.get(name)
            if one and one["mean"] is not None:
                y = middle + (n - (several - 1) / 2) * 11
                low, mean, high = (LABELS + width * one[k] for k in ("low", "mean", "high"))
                tip = f"<title>{escape(name)}: {percents(one)}</title>"
                parts.append(line(low, y, high, y, f"whisker s{n}"))
                parts.append(f'<circle class="dot s{n}" cx="{mean:.1f}" cy="{y:.1f}" r="4.5">{tip}')
                parts.append("</circle>")
                shown.append(f"{one['mean']:.0%}".replace("%", " %"))
        parts.append(text(LABELS + width + 14, middle + 4, " · ".join(shown), "tick"))
    return svg(parts, top + step * len(names) + 26, label)


def bars(spreads: Mapping[str, Row], unit: str, label: str) -> str:
    """A bar to the median and a thinner one on to the 95th percentile, for every name."""
    most = max((own["p95"] for own in spreads.values()), default=1.0) or 1.0
    width = WIDTH - LABELS - 190
    parts = []
    for row, (name, own) in enumerate(spreads.items()):
        y = 8 + row * 34
        middle, high = (width * own[cut] / most for cut in ("p50", "p95"))
        parts.append(text(LABELS - 10, y + 16, name, "tick end"))
        parts.append(f'<rect class="tail" x="{LABELS}" y="{y + 7}" width="{high:.1f}" height="8"/>')
        parts.append(f'<rect class="bar" x="{LABELS}" y="{y}" width="{middle:.1f}" height="22"/>')
        said = f"p50 {own['p50']:.3g} {unit}, p95 {own['p95']:.3g} {unit}"
        parts.append(text(LABELS + high + 10, y + 16, said, "tick"))
    return svg(parts, 16 + 34 * len(spreads), label)


def legend(names: Mapping[str, Any]) -> str:
    parts, x = [], float(LABELS)
    for n, name in enumerate(names):
        parts.append(f'<circle class="dot s{n}" cx="{x + 5:.0f}" cy="12" r="4.5"/>')
        parts.append(text(x + 15, 16, name, "tick"))
        x += 40 + 7.2 * len(name)
    return "".join(parts)


def percents(one: Row) -> str:
    """'97.1 % (95.0 to 98.2, n 300)'."""
    low, mean, high = (100 * one[k] for k in ("low", "mean", "high"))
    return f"{mean:.1f} % ({low:.1f} to {high:.1f}, n {one['n']})"


def line(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    return f'<line class="{kind}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def text(x: float, y: float, words: str, kind: str) -> str:
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}">{escape(words)}</text>'


def svg(parts: Sequence[str], height: float, label: str) -> str:
    head = f'<svg viewBox="0 0 {WIDTH} {height:.0f}" role="img" aria-label="{escape(label)}">'
    return head + "".join(parts) + "</svg>"
