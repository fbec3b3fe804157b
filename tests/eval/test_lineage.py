from __future__ import annotations

import hashlib
import re
from pathlib import Path

from eval.lineage import FIXED, commit, described, digest, lineage
from rag.answer import Assistant
from rag.store import Store
from tests.stand_ins import FakeEmbedder, FakeGenerator


def test_a_lineage_names_everything_the_figures_come_from(indexed: Path, tmp_path: Path) -> None:
    asked = tmp_path / "q.jsonl"
    asked.write_text("{}\n")
    own = Assistant(Store.open(indexed), FakeEmbedder(), FakeGenerator())
    found = lineage(own, [asked], None, limit=3)
    assert set(FIXED) <= found.keys()
    assert found["questions"] == {"q.jsonl": hashlib.sha256(b"{}\n").hexdigest()}
    assert found["index"]["courses"] == 10
    assert (found["model"], found["embedder"], found["limit"]) == ("fake-model", "fake-words", 3)
    assert found["versions"]["python"].startswith("3.")
    assert found["machine"]["cores"] >= 1
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:+]+", found["date"])


def test_an_adapter_is_told_by_its_weights(tmp_path: Path) -> None:
    (tmp_path / "adapters.safetensors").write_bytes(b"weights")
    assert described(tmp_path) == {
        "name": tmp_path.name,
        "sha256": digest(tmp_path / "adapters.safetensors"),
    }
    assert described(None) is None


def test_a_commit_is_twelve_digits_or_none() -> None:
    assert re.fullmatch(r"([0-9a-f]{12}\+?)?", commit())
