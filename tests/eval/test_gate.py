from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest

from eval.gate import beyond, figures, hold, read
from eval.questions.records import read as read_file
from eval.run import evaluate, limited
from eval.score import read_rows
from rag.answer import Assistant
from rag.errors import Mistake
from rag.opening import open_assistant
from rag.store import Store
from tests.stand_ins import FakeEmbedder, FakeGenerator

REPORT = {
    "answers": {
        "all": {"right": {"mean": 0.9}, "faithful": {"mean": None}},
        "kinds": {"units": {"right": {"mean": 0.5}}},
        "timings": {"total_s": {"p50": 1.0, "p95": 2.0}},
        "tokens": {},
    },
    "retrieval": {"systems": {"full": {"MRR": {"mean": 0.8}}}},
}


def test_figures_are_named_by_where_they_stand() -> None:
    assert figures(REPORT) == {
        "answers.right": 0.9,
        "answers.faithful": None,
        "answers.units.right": 0.5,
        "answers.total_s.p50": 1.0,
        "answers.total_s.p95": 2.0,
        "retrieval.full.MRR": 0.8,
    }


def test_figures_beyond_their_bounds_are_listed() -> None:
    floors = {"answers.right": 0.95, "answers.units.right": 0.5, "answers.faithful": 0.1}
    assert beyond(REPORT, {"least": floors, "most": {"answers.total_s.p95": 1.5}}) == [
        "answers.right: 0.9 is below its floor 0.95",
        "answers.faithful: not measured, though the gate asks for it",
        "answers.total_s.p95: 2 is above its ceiling 1.5",
    ]


def test_a_gate_is_two_tables_and_fails_with_its_list(tmp_path: Path) -> None:
    path = tmp_path / "gate.toml"
    path.write_text('[least]\n"answers.right" = 0.9\n[most]\n"answers.total_s.p50" = 1.0\n')
    hold(REPORT, path)
    path.write_text('[least]\n"answers.right" = 0.91\n')
    with pytest.raises(Mistake, match=r"1 figures are beyond.*\n  answers.right: 0.9 is below"):
        hold(REPORT, path)
    path.write_text('["answers.right"]\nleast = 0.91\n')
    with pytest.raises(Mistake, match=r"\['answers.right'\].*\[least\] and \[most\]"):
        read(path)
    with pytest.raises(Mistake, match="No gate in .*none.toml"):
        read(tmp_path / "none.toml")


class Shuffled:
    """An index that finds the right number of courses, whichever they are."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._random = Random(0)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def by_words(self, text: str, k: int, codes: Any = None) -> list[tuple[str, float]]:
        every = [course.code for course in self._store.courses()]
        drawn = self._random.sample(every, len(every))
        return [(code, 1.0 - n / 100) for n, code in enumerate(drawn[:k])]

    def by_vector(self, vector: Any, k: int, codes: Any = None) -> list[tuple[str, float]]:
        return self.by_words("", k)


WRONG = "CSCI 777 is 9 units and meets on Sunday."
Measured = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def measured(
    indexed: Path,
    questions: list[dict[str, Any]],
    campus: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Measured:
    """The report of an assistant that is as it should be, but for what is said otherwise."""

    def report(said: str | None = None, shuffled: bool = False, guard: bool = True) -> Any:
        store: Any = Store.open(indexed)
        store = Shuffled(store) if shuffled else store
        assistant = Assistant(store, FakeEmbedder(), FakeGenerator(said), guarded=guard)
        return evaluate(assistant, questions, read_file(campus), tmp_path_factory.mktemp("run"))

    return report


def test_a_planted_regression_does_not_pass_the_gate(measured: Measured) -> None:
    good = figures(measured())
    floors = ("retrieval.fusion.nDCG@10", "retrieval.vectors.MRR", "answers.right", "answers.kept")
    gate = {
        "least": {name: (good[name] or 0.0) - 0.05 for name in floors},
        "most": {"answers.invented": 0.0},
    }
    assert beyond(measured(), gate) == []

    def caught(**change: Any) -> set[str]:
        return {line.split(":")[0] for line in beyond(measured(**change), gate)}

    assert {"retrieval.fusion.nDCG@10", "retrieval.vectors.MRR"} <= caught(shuffled=True)
    assert caught(said=WRONG) == {"answers.kept"}  # an adapter lost: the guard makes up for it
    assert {"answers.right", "answers.invented"} <= caught(said=WRONG, guard=False)


# What follows plants regressions in the real product, on the sample catalogue.
ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "ingest" / "sample.csv"
ANSWERED = 12  # answers generated, of all kinds
EXACT = 120  # exact statements


@dataclass(frozen=True)
class Choices:
    data: Path
    model: str | None = "smollm2-135m"
    adapter: str | None = None
    embedder: str | None = None


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample catalogue, indexed by the command a user would run."""
    folder = tmp_path_factory.mktemp("sample")
    command = [sys.executable, "-m", "ingest", "--source", str(SAMPLE), "--data", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder


def wrong(
    data: Path,
    folder: Path,
    *,
    adapter: str | None = None,
    guard: bool = True,
    mixed: bool = False,
    answered: int = ANSWERED,
) -> dict[str, str]:
    """The figures beyond the gate -> what is said of them, with a regression planted."""
    rows = limited(read_rows(ROOT / "eval" / "questions" / "sample.dev.jsonl"), EXACT)
    assistant = open_assistant(Choices(data, adapter=adapter), guarded=guard)
    if mixed:
        rng, ranked = Random(0), assistant._search.ranked

        def shuffled(text: str, k: int, allowed: set[str] | None = None) -> list[Any]:
            found = list(ranked(text, 250, allowed))
            rng.shuffle(found)
            return found[:k]

        assistant._search.ranked = shuffled  # type: ignore[method-assign]
    report = evaluate(assistant, rows, read_file(SAMPLE), folder, answered)
    lines = beyond(report, read(ROOT / "eval" / "gate.toml"))
    return dict(line.split(": ", 1) for line in lines)


@pytest.mark.models
def test_as_it_is_the_guard_keeps_what_the_model_says(data: Path, tmp_path: Path) -> None:
    assert "answers.kept" not in wrong(data, tmp_path)


@pytest.mark.models
def test_a_shuffled_search_is_caught(data: Path, tmp_path: Path) -> None:
    said = wrong(data, tmp_path, mixed=True)["retrieval.full.nDCG@10"]
    assert float(said.split()[0]) < 0.83 and "is below its floor" in said  # as it is: .856


@pytest.mark.models
def test_a_missing_adapter_is_caught(data: Path, tmp_path: Path) -> None:
    assert "is below its floor" in wrong(data, tmp_path, adapter="none", answered=5)["answers.kept"]


@pytest.mark.models
def test_a_guard_turned_off_is_caught(data: Path, tmp_path: Path) -> None:
    assert "answers.kept" in wrong(data, tmp_path, guard=False)
