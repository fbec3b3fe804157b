from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from eval import peers
from eval.peers import Generated, sentence_transformers, stream_generate, table, training
from tests.tiny import write_generator

TABLE = """mlx_lm.lora: 16 iterations
| smollm2-135m, cpu | mlx_lm.lora | finetune | ratio |
|---|---|---|---|
| iterations/s | 0.400 | 0.800 | 2.00 |
| peak memory, GB | 4.000 | 2.000 | 0.50 |
"""


def test_the_training_benchmark_is_read_off_its_table() -> None:
    assert table(TABLE) == {"iterations/s": (0.4, 0.8), "peak memory, GB": (4.0, 2.0)}
    assert table("error: no rows") == {}


def test_training_is_measured_where_there_is_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[list[str]] = []

    def run(words: list[str], **more: Any) -> subprocess.CompletedProcess[str]:
        ran.append(words[1:])
        return subprocess.CompletedProcess(words, 0, TABLE)

    monkeypatch.setattr(peers.subprocess, "run", run)
    assert training(tmp_path) == {}
    (tmp_path / "training").mkdir()
    assert training(tmp_path)["iterations/s"] == (0.4, 0.8)
    assert ran == [["-m", "finetune", "bench", "--data", str(tmp_path)]]


def test_a_peer_that_is_not_installed_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(peers.importlib.util, "find_spec", lambda name: None)
    assert sentence_transformers("some-model", tmp_path, ["text"]) is None


def test_plain_generation_is_timed_on_every_prompt(tmp_path: Path) -> None:
    folder = write_generator(tmp_path / "model")
    found = stream_generate(str(folder), tmp_path, [[5, 6, 7], [8, 9]], 4)
    assert (found.prompt_tokens, found.generated_tokens) == (5, 8)
    assert found.first_s > 0 and found.rest_s > 0
    assert isinstance(found, Generated)
