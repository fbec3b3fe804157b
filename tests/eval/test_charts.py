from __future__ import annotations

from xml.etree import ElementTree

import pytest

from eval.report.charts import bars, curves, intervals, spaced

HALF = {"n": 4, "mean": 0.5, "low": 0.25, "high": 0.75}


def test_every_chart_is_well_formed_whatever_the_names() -> None:
    charts = (
        curves({"<b>&": [(1.0, 0.1), (10.0, 0.9)], "one": [(1.0, 0.5)]}, "k", "recall"),
        intervals({"a": {"<i>": HALF}, "b": {"<i>": HALF, "none": HALF | {"mean": None}}}, "x"),
        bars({"total & more": {"p50": 1.0, "p95": 2.0}}, "s", "seconds"),
        bars({}, "s", "nothing"),
    )
    for chart in charts:
        assert ElementTree.fromstring(chart).tag == "svg"


def test_a_whisker_runs_over_its_interval() -> None:
    root = ElementTree.fromstring(intervals({"right": {"units": HALF}}, "x"))
    whisker = next(e for e in root.iter("line") if "whisker" in e.attrib["class"])
    dot = next(root.iter("circle"))
    places = (whisker.attrib["x1"], dot.attrib["cx"], whisker.attrib["x2"])
    low, middle, high = map(float, places)
    assert middle - low == pytest.approx(high - middle, abs=0.2)
    assert "50.0 % (25.0 to 75.0, n 4)" in "".join(root.itertext())


def test_labels_that_would_overlap_are_moved_apart() -> None:
    placed = spaced([100.0, 10.0, 101.0, 102.0])
    assert placed[:2] == [100.0, 10.0]
    assert placed[2] - placed[0] >= 17 and placed[3] - placed[2] >= 17
