"""Opening the assistant: what is missing or does not fit is told first."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.answer import Assistant
from rag.errors import Mistake
from rag.opening import open_assistant
from rag.store import Store
from tests.stand_ins import FakeEmbedder


def test_without_an_index_nothing_is_loaded(tmp_path: Path) -> None:
    class Choices:
        data, model, adapter, embedder = tmp_path, None, None, None

    with pytest.raises(Mistake, match="No index at"):
        open_assistant(Choices())


def test_another_embedder_than_the_indexs_is_refused(data: Path) -> None:
    with pytest.raises(Mistake, match="made with the embedder fake-words"):
        Assistant(Store.open(data), FakeEmbedder("other"), None)
