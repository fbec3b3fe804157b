from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from eval.gate import beyond, figures, hold, read
from eval.questions.records import read as read_file
from eval.run import evaluate
from rag.answer import Assistant
from rag.errors import Mistake
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
