from __future__ import annotations

from pathlib import Path

import pytest

from eval.report.folder import load, save
from rag.errors import Mistake
from tests.eval.test_page import whole


def test_a_report_is_written_in_three_forms_and_read_again(tmp_path: Path) -> None:
    folder = tmp_path / "reports" / "night"
    folder.mkdir(parents=True)
    report = whole()
    save(report, folder)
    names = {"report.json", "report.md", "report.html"}
    assert {path.name for path in folder.iterdir()} == names
    assert load("night", tmp_path) == report
    assert load(str(folder), tmp_path / "elsewhere") == report


def test_a_report_that_is_not_there_or_damaged_is_named(tmp_path: Path) -> None:
    with pytest.raises(Mistake, match="No report night.*eval run"):
        load("night", tmp_path)
    (tmp_path / "report.json").write_text("{")
    with pytest.raises(Mistake, match="is damaged"):
        load(str(tmp_path), tmp_path)
