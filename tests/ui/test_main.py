"""`python -m ui`: its help is instant, and an index that can't be built is told in one line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from rag.errors import Mistake
from rag.store import POINTER
from ui.__main__ import Options, build_index


def test_help_loads_neither_gradio_nor_a_model() -> None:
    heavy = {"gradio", "lancedb", "mlx", "uvicorn", "numpy"}
    code = f"import sys, ui.__main__; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_an_index_that_is_there_is_used(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "index").mkdir()
    (tmp_path / "index" / POINTER).write_text("somewhere")
    build_index(Options(data=tmp_path))
    assert capfd.readouterr() == ("", "")


def test_a_source_that_is_not_there_is_named_and_then_what_to_do(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(Mistake, match="run python -m ui again"):
        build_index(Options(data=tmp_path, source=str(tmp_path / "missing.csv")))
    assert "missing.csv" in capfd.readouterr().err
