"""The report folder: report.json, report.md and report.html beside the rows they come from."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from eval.report.markdown import markdown
from eval.report.page import page
from rag.errors import Mistake

Row = dict[str, Any]
JSON = "report.json"


def save(report: Row, folder: Path) -> None:
    """Write all three, each whole or not at all."""
    replace(folder / JSON, json.dumps(report, indent=1, ensure_ascii=False) + "\n")
    replace(folder / "report.md", markdown(report, folder.name))
    replace(folder / "report.html", page(report, folder.name))


def replace(path: Path, text: str) -> None:
    work = path.with_name(path.name + ".part")
    work.write_text(text, encoding="utf-8")
    os.replace(work, path)


def load(named: str, data: Path) -> Row:
    """The report of a folder, or of that name under DATA/reports."""
    for folder in (Path(named).expanduser(), data / "reports" / named):
        path = folder if folder.is_file() else folder / JSON
        if path.is_file():
            try:
                found: Row = json.loads(path.read_text(encoding="utf-8"))
                return found
            except ValueError as error:
                raise Mistake(f"{path} is damaged ({error}). Run that evaluation again") from None
    raise Mistake(
        f"No report {named}: neither a folder with {JSON} nor a name in {data / 'reports'}. "
        "Make one: python -m eval run --name NAME"
    )
