"""A run learns, stops in time, and goes on after a break as if there had been none."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from finetune import fit, run
from finetune.files import flat
from finetune.hosts import Hosts
from finetune.options import Options
from rag.adapters import adapter_folder
from rag.errors import Mistake
from tests.tiny import write_generator

ROOT = Path(__file__).resolve().parents[2]


def write_data(data: Path) -> None:
    """Conversations that are easily learnt: the answer repeats the question's number."""
    folder = data / "training" / "grounded"
    folder.mkdir(parents=True)
    for part, numbers in (("train", range(100, 160)), ("valid", range(5)), ("test", range(4))):
        rows = [
            {
                "messages": [
                    {"role": "user", "content": f"Question: MATH {n}{' please' * (n % 5)}?"},
                    {"role": "assistant", "content": f"[MATH {n}] is 4 units."},
                ]
            }
            for n in numbers
        ]
        (folder / f"{part}.jsonl").write_text("\n".join(map(json.dumps, rows)))


def options(tmp_path: Path, **more: Any) -> Options:
    if not (tmp_path / "training").exists():
        write_data(tmp_path)
        write_generator(tmp_path / "model")
    plain = Options(
        data=tmp_path,
        model=str(tmp_path / "model"),
        rank=4,
        scale=2.0,
        iterations=12,
        batch_tokens=256,
        max_length=128,
        accumulate=2,
        learning_rate=5e-3,
        warmup=2,
        report_every=1,
        validate_every=4,
        save_every=5,
        run="one",
    )
    return replace(plain, **more)


def losses(tmp_path: Path, name: str = "one") -> dict[tuple[int, str], float]:
    found = run.find(tmp_path, name).lines()
    kinds = ("train_loss", "val_loss")
    return {(m["iteration"], kind): m[kind] for m in found for kind in kinds if kind in m}


def test_a_run_learns_and_leaves_its_best_adapter_for_the_chat(tmp_path: Path) -> None:
    chosen = options(tmp_path)
    fit.train(chosen)
    one = run.find(tmp_path, "one")
    told = one.record()
    first, best = losses(tmp_path)[0, "val_loss"], told["progress"]["best"]
    assert best < 0.8 * first
    assert best == min(v for (_, kind), v in losses(tmp_path).items() if kind == "val_loss")
    assert adapter_folder(None, str(chosen.model), tmp_path) == one.adapter
    assert json.loads((one.adapter / "adapter_config.json").read_text())["val_loss"] == best
    assert (one.folder / "curve.png").read_bytes().startswith(b"\x89PNG")
    assert told["options"]["rank"] == 4
    assert told["data"]["rows"] == {"train": 60, "valid": 5, "test": 4}
    assert 0 < told["trainable_share"] < 1
    assert told["versions"]["mlx"] and told["machine"]["device"] and told["peak_memory"] > 0
    assert 0 < told["test"]["test_loss"] < first


def test_a_recipe_without_a_test_part_is_trained_all_the_same(tmp_path: Path) -> None:
    chosen = options(tmp_path, recipe="closed-book", iterations=4)
    (tmp_path / "training/closed-book").symlink_to(tmp_path / "training/grounded")
    (tmp_path / "training/grounded/test.jsonl").write_text("")
    fit.train(chosen)
    one = run.find(tmp_path, "one")
    assert one.record()["test"] == {}
    assert (one.adapter / "adapters.safetensors").exists()
    assert adapter_folder(None, str(chosen.model), tmp_path) is None  # nothing for the chat


def test_the_adapter_serves_with_the_loss_it_was_chosen_for(tmp_path: Path) -> None:
    from finetune import base, hosts, rows, train

    chosen = options(tmp_path)
    fit.train(chosen)
    one = run.find(tmp_path, "one")
    model, tokenizer = base.load(str(chosen.model), tmp_path, one.adapter)
    valid, _ = rows.load(tmp_path / "training/grounded/valid.jsonl", tokenizer, 128)
    loss = train.evaluate(model, valid, 256, hosts.Hosts(0, 1))
    assert loss == pytest.approx(one.record()["progress"]["best"], rel=1e-4)


def test_passes_add_up_to_the_update_of_one_big_batch(tmp_path: Path) -> None:
    import mlx.core as mx

    chosen = options(tmp_path)
    steps = ([[0, 1, 2, 3, 4, 5]], [[0, 1], [2], [3, 4, 5]])
    after = []
    for n, groups in enumerate(steps):
        one = run.Run(tmp_path / "runs" / str(n))
        trainer, _ = fit.prepare(
            chosen, str(chosen.model), tmp_path / "training/grounded", one, Hosts(0, 1)
        )
        trainer.step(groups)
        trainer.step(groups)
        after.append((trainer.losses, flat(trainer.model.trainable_parameters())))
    assert after[0][0] == pytest.approx(after[1][0], rel=1e-5)
    assert after[0][0][1] < after[0][0][0]
    for name, weight in after[0][1].items():
        assert float(mx.abs(weight - after[1][1][name]).max()) < 1e-4, name


def test_it_stops_when_validation_no_longer_improves(tmp_path: Path) -> None:
    chosen = options(tmp_path, learning_rate=1e-12, patience=2, validate_every=1)
    with pytest.raises(Mistake, match="Nothing was better than what it began with"):
        fit.train(chosen)
    assert max(step for step, _ in losses(tmp_path)) == 2


def test_an_interrupted_run_says_how_to_go_on_and_does(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chosen = options(tmp_path, iterations=40, save_every=1000)

    def interrupt() -> None:
        while not (tmp_path / "runs/one/metrics.jsonl").exists():
            time.sleep(0.01)
        os.kill(os.getpid(), signal.SIGINT)

    thread = threading.Thread(target=interrupt)
    thread.start()
    with pytest.raises(KeyboardInterrupt):
        fit.train(chosen)
    thread.join()
    assert "python -m finetune --resume one" in capsys.readouterr().err
    fit.train(replace(chosen, resume="last"))
    assert run.find(tmp_path, None).record()["progress"]["step"] == 40


def test_a_run_interrupted_while_its_data_is_made_has_nothing_to_go_on_with(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = options(tmp_path)

    def interrupted(*args: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(fit, "data", interrupted)
    with pytest.raises(KeyboardInterrupt):
        fit.train(chosen)
    assert "run the same command again" in capsys.readouterr().err
    assert not (tmp_path / "runs").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_run_that_fills_the_disk_says_how_to_go_on_and_does(tmp_path: Path) -> None:
    chosen = options(tmp_path, save_every=4)
    checkpoints = tmp_path / "runs/one/checkpoints"
    checkpoints.mkdir(parents=True)
    (checkpoints / "part-0000008.safetensors").symlink_to("/dev/full")
    with pytest.raises(Mistake, match="disk is full at .*0000008.*--resume one$"):
        fit.train(chosen)
    assert [path.stem for path in checkpoints.iterdir()] == ["0000004"]
    fit.train(replace(chosen, resume="one"))
    assert run.find(tmp_path, "one").record()["progress"]["step"] == 12


def test_a_run_whose_folder_is_moved_meanwhile_says_so_and_goes_on_once_it_is_back(
    tmp_path: Path,
) -> None:
    chosen = options(tmp_path, iterations=30, save_every=1)
    folder = tmp_path / "runs/one"

    def move() -> None:
        while len(list((folder / "checkpoints").glob("0*"))) < 2:
            time.sleep(0.01)
        folder.rename(tmp_path / "elsewhere")

    thread = threading.Thread(target=move)
    thread.start()
    with pytest.raises(Mistake, match="gone: it was moved or removed.*--resume one$"):
        fit.train(chosen)
    thread.join()
    assert not folder.exists()
    (tmp_path / "elsewhere").rename(folder)
    fit.train(replace(chosen, resume="one"))
    assert run.find(tmp_path, "one").record()["progress"]["step"] == 30


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"rank": 0}, "--rank 0"),
        ({"layers": 9}, "--layers 9: the model has 2"),
        ({"keys": "q_proj,w_proj"}, "no 'w_proj'"),
        ({"batch_tokens": 64}, "--max-length"),
        ({"max_length": 8}, "--max-length"),
        ({"iterations": 0}, "--iterations 0"),
        ({"learning_rate": 0.0}, "--learning-rate"),
        ({"dropout": 1.0}, "--dropout"),
        ({"report_to": "pigeon"}, "--report-to pigeon"),
        ({"model": "nowhere"}, "No model 'nowhere'"),
        ({"resume": "gone"}, "No run 'gone'"),
    ],
)
def test_a_mistake_is_told_in_one_line(tmp_path: Path, more: dict[str, Any], reason: str) -> None:
    with pytest.raises(Mistake, match=reason):
        fit.train(options(tmp_path, **more))


def test_a_run_is_not_begun_twice_nor_resumed_on_other_data(tmp_path: Path) -> None:
    fit.train(options(tmp_path, iterations=4))
    with pytest.raises(Mistake, match="--resume one"):
        fit.train(options(tmp_path, iterations=4))
    with (tmp_path / "training/grounded/valid.jsonl").open("a") as file:
        file.write("\n")
    with pytest.raises(Mistake, match="not what one was trained on"):
        fit.train(options(tmp_path, resume="one"))


@pytest.mark.models
def test_two_processes_have_the_losses_of_one(tmp_path: Path) -> None:
    chosen = options(tmp_path, accumulate=4, run="alone")
    fit.train(chosen)
    launch = shutil.which("mlx.launch", path=str(Path(sys.executable).parent))
    words = [
        f"--{name.replace('_', '-')}={getattr(chosen, name)}"
        for name in vars(chosen)
        if getattr(chosen, name) != getattr(Options(), name) and name != "run"
    ]
    subprocess.run(
        [str(launch), "-n", "2", "--backend", "ring", "--python", sys.executable, "--",
         "-m", "finetune", *words, "--run=both"],
        cwd=ROOT, check=True, timeout=300,
    )  # fmt: skip
    assert losses(tmp_path, "both") == pytest.approx(losses(tmp_path, "alone"), rel=1e-4)


def test_a_run_begins_with_the_adapter_it_is_given(tmp_path: Path) -> None:
    fit.train(options(tmp_path))
    adapter = str(run.find(tmp_path, "one").adapter)
    fit.train(options(tmp_path, run="two", adapter=adapter, iterations=4))
    first = losses(tmp_path)
    began = losses(tmp_path, "two")[0, "val_loss"]
    assert began == pytest.approx(min(v for (_, kind), v in first.items() if kind == "val_loss"))
    assert began < first[0, "val_loss"]


def test_an_adapter_of_other_options_is_no_beginning(tmp_path: Path) -> None:
    fit.train(options(tmp_path))
    adapter = str(run.find(tmp_path, "one").adapter)
    with pytest.raises(Mistake, match="differs in lora_parameters from this run"):
        fit.train(options(tmp_path, run="two", adapter=adapter, rank=8))
