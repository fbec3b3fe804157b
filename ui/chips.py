"""The chips: what was understood of a question, each condition one that a click takes away."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from html import escape

from rag.query import Filter

# Clicks are read at the element that stays, since the chips inside it are drawn anew each time.
ON_LOAD = """
element.addEventListener('click', (event) => {
  const chip = event.target.closest('button[data-chip]');
  if (chip) trigger('click', {index: Number(chip.dataset.chip)});
});
"""


def chips_html(
    filters: Iterable[Filter],
    without: Collection[Filter] = (),
    taken: Iterable[str] = (),
) -> str:
    """A button for each filter, in the order of `filters`: removed ones can be put back.

    `taken` are the courses the student says are passed: shown, not clickable. "" for nothing.
    """
    chips = [_chip(i, f, removed=f in without) for i, f in enumerate(filters)]
    chips += [f'<span class="chip fixed">passed {escape(code)}</span>' for code in taken]
    if not chips:
        return ""
    return (
        '<div class="chips" role="group" aria-label="What was understood of the question">'
        f'<span class="lead" aria-hidden="true">Understood</span>{"".join(chips)}</div>'
    )


def _chip(index: int, condition: Filter, *, removed: bool) -> str:
    label = escape(condition.label(), quote=True)
    act, sign, look = ("Put back", "+", "chip removed") if removed else ("Remove", "×", "chip")
    return (
        f'<button type="button" class="{look}" data-chip="{index}" '
        f'aria-label="{act}: {label}" title="{act} and ask again">'
        f'<span>{label}</span> <b aria-hidden="true">{sign}</b></button>'
    )
