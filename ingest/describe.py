"""Describing: the catalogue in numbers, as a table in the terminal and as a picture."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path
from statistics import mean, median
from typing import Any

from ingest.panels import Panel, panels
from ingest.report import Report
from rag.course import Course

COLUMN = 39
LABEL = 20
CARDINAL = "#990000"
INK = "#333333"


def table(courses: Sequence[Course], report: Report) -> str:
    """The counts as text: two panels abreast, 80 characters wide, shares of the panel's whole."""
    columns: tuple[list[str], list[str]] = ([], [])
    for panel in panels(courses):
        min(columns, key=len).extend([*_block(panel), ""])
    abreast = zip_longest(*columns, fillvalue="")
    lines = [f"{left:<{COLUMN}}  {right}".rstrip() for left, right in abreast]
    return "\n".join([next(report.lines()), lengths(courses), "", *lines]).rstrip()


def lengths(courses: Sequence[Course]) -> str:
    """One line on how long the descriptions are that are not empty."""
    given = [len(course.description) for course in courses if course.description]
    if not given:
        return "No course has a description"
    return (
        f"{len(given):,} descriptions of {min(given)} to {max(given)} characters: "
        f"median {median(given):.0f}, mean {mean(given):.0f}"
    )


def picture(courses: Sequence[Course], path: Path) -> None:
    """Draw the panels into a PNG file."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(14, 11), dpi=110, facecolor="white")
    FigureCanvasAgg(figure)
    figure.subplots_adjust(
        left=0.115, right=0.975, top=0.875, bottom=0.03, hspace=0.28, wspace=0.68
    )
    programs = len({course.program for course in courses})
    headline = f"The catalogue: {len(courses):,} courses in {programs:,} programs"
    figure.text(0.022, 0.953, headline, fontsize=19, color=INK, fontweight="bold")
    figure.text(0.022, 0.93, lengths(courses), fontsize=11, color=INK)
    drawn = panels(courses)
    for axes, panel in zip(figure.subplots(3, 3).flat, drawn, strict=True):
        _draw(axes, panel)
    figure.savefig(path, format="png")


def _block(panel: Panel) -> list[str]:
    """The panel as lines of `COLUMN` characters: label, count, share, bar."""
    bars = [*panel.bars, *([panel.rest] if panel.rest else [])]
    wide = min(max(len(label) for label, _ in bars), LABEL)
    longest = max(count for _, count in panel.bars) or 1
    lines = [_heading(panel), "─" * COLUMN]
    for label, count in bars:
        name = label if len(label) <= wide else label[: wide - 1] + "…"
        line = f"{name:<{wide}} {count:>6,} {count / max(panel.of, 1):>4.0%} "
        room = COLUMN - len(line)
        lines.append(line + _bar(room * count / longest if count <= longest else 0))
    return lines


def _bar(cells: float) -> str:
    """A bar of so many character cells, to the eighth."""
    whole, eighths = divmod(round(cells * 8), 8)
    return "█" * whole + " ▏▎▍▌▋▊▉"[eighths].strip()


def _heading(panel: Panel) -> str:
    return f"{panel.title} ({panel.of:,} {panel.things})"


def _draw(axes: Any, panel: Panel) -> None:
    """Horizontal bars, their counts written at their ends, and nothing else."""
    labels = [textwrap.fill(label, 24) for label, _ in panel.bars]
    counts = [count for _, count in panel.bars]
    bars = axes.barh(range(len(labels)), counts, color=CARDINAL, height=0.68)
    axes.bar_label(bars, [f"{count:,}" for count in counts], padding=4, fontsize=9, color=INK)
    axes.set_yticks(range(len(labels)), labels, fontsize=9, color=INK, linespacing=0.95)
    axes.set_ylim(max(len(labels), 8) - 0.4, -0.6)  # few bars do not grow fat
    axes.set_xlim(0, max([*counts, 1]) * 1.15)
    axes.set_xticks([])
    axes.tick_params(length=0)
    axes.spines[["top", "right", "bottom"]].set_visible(False)
    axes.spines["left"].set(color="#bbbbbb", bounds=(-0.5, len(labels) - 0.5))
    axes.set_title(_heading(panel), loc="left", fontsize=11, fontweight="bold", color=INK)
    if panel.rest:
        axes.set_xlabel("and {}: {:,}".format(*panel.rest), fontsize=9.5, color=INK, loc="left")
