from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from eval import matrix
from eval.matrix import Contender, contenders, measured
from eval.questions.records import File
from eval.report.cells import heading, line
from rag.answer import Assistant
from rag.errors import Mistake
from rag.store import Store
from tests.stand_ins import FakeEmbedder, FakeGenerator


@dataclass(frozen=True)
class Choices:
    data: Path
    model: str | None = "some/model"
    adapter: str | None = None
    embedder: str | None = None
    guard: bool = True
    limit: int = 0
    name: str | None = None
    gate: Path | None = None
    judge: str | None = None
    judge_model: str = ""
    fused: str | None = None
    closed_book: str | None = None


def adapter(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "adapter_config.json").write_text('{"model": "some/model"}')
    (folder / "adapters.safetensors").write_bytes(b"")
    return folder


def test_the_base_stands_beside_what_there_is(tmp_path: Path) -> None:
    assert [c.label for c in contenders(Choices(tmp_path))] == ["base"]
    newest = adapter(tmp_path / "runs" / "night" / "adapter")
    recalling = adapter(tmp_path / "recalls")
    (tmp_path / "models" / "model-tuned").mkdir(parents=True)
    found = list(contenders(Choices(tmp_path, closed_book=str(recalling))))
    assert found == [
        Contender("base", "some/model"),
        Contender("adapter", "some/model", newest),
        Contender("fused", str(tmp_path / "models" / "model-tuned")),
        Contender("closed-book", "some/model", recalling, recalls=True),
    ]
    with pytest.raises(Mistake, match="No adapter"):
        list(contenders(Choices(tmp_path, closed_book=str(tmp_path))))


def test_every_setting_is_a_cell_with_its_costs(
    indexed: Path,
    questions: list[dict[str, Any]],
    file: File,
    tmp_path: Path,
) -> None:
    (tmp_path / "model.safetensors").write_bytes(bytes(3_000_000))
    (tmp_path / "config.json").write_text("{}")
    own = Assistant(Store.open(indexed), FakeEmbedder(), FakeGenerator("It is 77 units."))
    some = questions[:4]
    cells = list(
        measured(Contender("base", str(tmp_path)), own, some, file, tmp_path / "r", tmp_path)
    )
    settings = [(cell["retrieval"], cell["guard"]) for cell in cells]
    assert settings == [(True, False), (True, True), (False, False), (False, True)]
    rights = [cell["score"]["all"]["right"]["mean"] for cell in cells]
    assert rights[0] < rights[1] and rights[2] < rights[3]
    assert all(cell["size_mb"] == 3.0 for cell in cells)
    assert len(line(cells[0])) == len(heading())
    assert line(cells[0])[:3] == ["base", "on", "off"]
    recalls = measured(
        Contender("c", str(tmp_path), None, True), own, some, file, tmp_path / "r", tmp_path
    )
    assert [cell["retrieval"] for cell in recalls] == [False, False]
    assert matrix.kept({"all": 1, "timings": 2, "tokens": 3, "kinds": {}, "items": []}) == {
        "all": 1,
        "timings": 2,
        "tokens": 3,
        "kinds": {},
    }


def test_a_model_of_another_name_is_measured_after_the_base(
    indexed: Path,
    questions: list[dict[str, Any]],
    file: File,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"")
    (tmp_path / "config.json").write_text("{}")
    found = [Contender("base", str(tmp_path)), Contender("fused", str(tmp_path))]

    def opened(contender: Contender, options: Choices) -> Assistant:
        generator = FakeGenerator("It is 77 units.", name=contender.label)
        return Assistant(Store.open(indexed), FakeEmbedder(), generator)

    monkeypatch.setattr(matrix, "contenders", lambda options: iter(found))
    monkeypatch.setattr(matrix, "opened", opened)
    (asked := tmp_path / "q.jsonl").write_text("")
    choices = Choices(tmp_path, name="both", limit=2)
    matrix.matrix(choices, [asked], questions, file)
    report = json.loads((tmp_path / "reports" / "both" / "report.json").read_text())
    assert [cell["model"] for cell in report["matrix"]] == ["base"] * 4 + ["fused"] * 4
    assert report["lineage"]["model"] == "base"
