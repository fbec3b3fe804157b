"""One small index for all tests that only read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rag.courses import COURSES
from tests.stand_ins import index


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the index of `COURSES`, embedded by `FakeEmbedder`."""
    folder = tmp_path_factory.mktemp("data")
    index(COURSES, folder)
    return folder
