"""Report: what cleaning did to the rows it read, so that nothing is dropped in silence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.rows import Remark


@dataclass(frozen=True)
class Report:
    """Counts, and a remark for every row that was not simply taken.

    `read` is `courses` + `merged` + the number of `rejected`. `conflicts` are re-listings that say
    something else of the course than the first, which was kept; `warnings` are fields that could
    not be parsed and were left empty. `unit` is what the remarks' numbers count: 'line' or 'row'.
    """

    read: int
    courses: int
    merged: int
    repaired: tuple[Remark, ...] = ()
    rejected: tuple[Remark, ...] = ()
    conflicts: tuple[Remark, ...] = ()
    warnings: tuple[Remark, ...] = ()
    unit: str = "line"

    def lines(self) -> Iterator[str]:
        """The closing summary: the counts, then every remark under its heading."""
        repaired = len({remark.line for remark in self.repaired})
        yield (
            f"{_counted(self.read, 'row')} read: {_counted(self.courses, 'course')}, "
            f"{_counted(self.merged, 're-listing')} merged, {_counted(repaired, 'row')} repaired, "
            f"{len(self.rejected):,} rejected"
        )
        yield from self._section("Rejected", self.rejected)
        yield from self._section("Repaired", self.repaired)
        yield from self._section(
            "Listed again with other facts (the first are kept)", self.conflicts
        )
        yield from self._section("Could not be parsed and left empty", self.warnings)

    def _section(self, heading: str, remarks: tuple[Remark, ...]) -> Iterator[str]:
        if remarks:
            yield f"{heading}:"
        for remark in remarks:
            yield f"  {self.unit} {remark.line}: {remark.text}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
