"""Building the index: only what is new is embedded, and no kill or full disk harms the old one."""

from __future__ import annotations

import errno
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ingest.index import Built
from rag.course import Course
from rag.store import POINTER, Store
from tests.rag.courses import COURSES
from tests.stand_ins import FakeEmbedder, index

ROOT = Path(__file__).parents[2]
# What a process of its own is told, to be killed or to meet a full disk.
BUILD = """
import sys
from dataclasses import replace
from pathlib import Path

import ingest.index
from rag.errors import run
from tests.rag.courses import COURSES
from tests.stand_ins import FakeEmbedder, index

ingest.index.STEP = 8
DATA = Path(sys.argv[1])

def build(n, words, pause=0.0):
    text = "word " * words
    one = COURSES[0]
    many = [replace(one, code=f"XMPL {i + 100}", description=f"{i} {text}") for i in range(n)]
    run(lambda: print(index(many, DATA, FakeEmbedder(pause=pause)), flush=True))
"""
# Twenty courses fit, three hundred long ones do not, and then twenty fit again.
FULL = """
build(20, 10)
pointer = (DATA / "index" / "current").read_text()
try:
    build(300, 400)
except SystemExit as exit:
    print(exit.code)
print((DATA / "index" / "current").read_text() == pointer)
build(20, 10)
"""


def counts(built: Built) -> tuple[int, int]:
    return built.embedded, built.reused


def embedded(courses: tuple[Course, ...], data: Path) -> list[str]:
    """Build with a fresh embedder: the texts it had to embed, sorted."""
    embedder = FakeEmbedder()
    built = index(courses, data, embedder)
    assert counts(built) == (len(embedder.seen), len(courses) - len(embedder.seen))
    return sorted(embedder.seen)


def test_the_first_build_embeds_every_course_once(tmp_path: Path) -> None:
    assert embedded(COURSES, tmp_path) == sorted(c.text() for c in COURSES)
    assert Store.open(tmp_path).courses() == COURSES


def test_the_second_build_embeds_none(tmp_path: Path) -> None:
    embedded(COURSES, tmp_path)
    assert embedded(COURSES, tmp_path) == []
    assert Store.open(tmp_path).courses() == COURSES


def test_one_changed_course_is_the_one_embedded(tmp_path: Path) -> None:
    embedded(COURSES, tmp_path)
    changed = replace(COURSES[3], description="Heaps and tries.")
    courses = (*COURSES[:3], changed, *COURSES[4:])
    assert embedded(courses, tmp_path) == [changed.text()]
    store = Store.open(tmp_path)
    assert store.courses() == courses
    assert store.by_words("tries", 1)[0][0] == changed.code
    vector = FakeEmbedder().query(changed.text())
    assert store.by_vector(vector, 1) == [(changed.code, pytest.approx(1.0, abs=1e-6))]


def test_a_change_of_what_is_not_embedded_is_stored_without_embedding(tmp_path: Path) -> None:
    embedded(COURSES, tmp_path)
    courses = (replace(COURSES[0], units_max=2.0, units_min=2.0), *COURSES[1:])
    assert embedded(courses, tmp_path) == []
    assert Store.open(tmp_path).courses() == courses


def test_a_course_that_is_gone_is_gone_and_the_order_may_change(tmp_path: Path) -> None:
    embedded(COURSES, tmp_path)
    assert embedded(COURSES[:0:-1], tmp_path) == []
    store = Store.open(tmp_path)
    assert store.courses() == COURSES[:0:-1]
    assert store.stamp.courses == len(COURSES) - 1


def test_reused_vectors_give_the_same_search(tmp_path: Path) -> None:
    index(COURSES, tmp_path)
    vector = FakeEmbedder().query("lists and graphs")
    before = Store.open(tmp_path).by_vector(vector, 12)
    index(COURSES, tmp_path)
    assert Store.open(tmp_path).by_vector(vector, 12) == before


def test_courses_with_the_same_text_are_all_kept(tmp_path: Path) -> None:
    twin = replace(COURSES[0], prerequisites="CSCI 103")
    index((COURSES[0], twin), tmp_path)
    assert Store.open(tmp_path).courses() == (COURSES[0], twin)


@pytest.mark.parametrize(
    "other",
    [FakeEmbedder("other"), FakeEmbedder(dimension=32), FakeEmbedder(pooling="cls")],
    ids=["name", "dimension", "pooling"],
)
def test_another_embedder_embeds_everything_anew(tmp_path: Path, other: FakeEmbedder) -> None:
    index(COURSES, tmp_path)
    assert counts(index(COURSES, tmp_path, other)) == (len(COURSES), 0)
    stamp = Store.open(tmp_path).stamp
    made_with = (stamp.embedder, stamp.pooling, stamp.dimension)
    assert made_with == (other.name, other.pooling, other.dimension)


def test_going_back_to_the_embedder_before_embeds_nothing(tmp_path: Path) -> None:
    index(COURSES, tmp_path)
    index(COURSES, tmp_path, FakeEmbedder("other"))
    assert embedded(COURSES, tmp_path) == []


def test_a_run_that_fails_leaves_the_old_index_and_its_work_is_used(tmp_path: Path) -> None:
    class Failing(FakeEmbedder):
        def query(self, text: str) -> np.ndarray:
            if len(self.seen) > 270:
                raise RuntimeError("out of memory")
            return super().query(text)

    index(COURSES, tmp_path)
    many = tuple(replace(COURSES[0], code=f"XMPL {100 + i}") for i in range(300))
    with pytest.raises(RuntimeError, match="out of memory"):
        index(many, tmp_path, Failing())
    assert Store.open(tmp_path).courses() == COURSES
    assert len(embedded(many, tmp_path)) == 300 - 256  # rows are written in steps of 256
    assert Store.open(tmp_path).courses() == many


def test_a_killed_process_leaves_the_old_index_and_its_work_is_used(tmp_path: Path) -> None:
    index(COURSES, tmp_path)
    before = (tmp_path / "index" / POINTER).read_text()
    command = [sys.executable, "-c", f"{BUILD}\nbuild(40, 5, 0.1)", str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL) as process:
        draft = wait_for_draft(tmp_path / "index", before)
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    assert (tmp_path / "index" / POINTER).read_text() == before
    assert Store.open(tmp_path).courses() == COURSES

    many = tuple(
        replace(COURSES[0], code=f"XMPL {i + 100}", description=f"{i} {'word ' * 5}")
        for i in range(40)
    )
    new = embedded(many, tmp_path)
    assert len(new) in (8, 16, 24, 32)
    assert Store.open(tmp_path).courses() == many
    assert not draft.exists()


def wait_for_draft(root: Path, current: str) -> Path:
    """The folder of the unfinished index, once its first rows are on the disk."""
    for _ in range(1200):
        for folder in root.glob("build-*"):
            if folder.name != current and list(folder.glob("*.lance/_versions/*.manifest")):
                return folder
        time.sleep(0.025)
    raise AssertionError("no draft in 30 seconds")


def on_a_small_disk(folder: Path, size: str, *command: str) -> subprocess.CompletedProcess[str]:
    """Run the command where `folder` is a disk of that size, in memory, seen by it alone."""
    mount = f'mount -t tmpfs -o size={size} none "$0" && exec "$@"'
    prefix = ["unshare", "--map-root-user", "--mount", "sh", "-c", mount, str(folder)]
    return subprocess.run(
        [*prefix, *command], cwd=ROOT, capture_output=True, text=True, check=False
    )


def can_mount() -> bool:
    return (
        bool(shutil.which("unshare")) and not on_a_small_disk(Path("/mnt"), "1m", "true").returncode
    )


@pytest.mark.skipif(not can_mount(), reason="no right to mount a small disk here")
def test_a_full_disk_is_one_line_and_the_old_index_stays(tmp_path: Path) -> None:
    script = BUILD + FULL
    done = on_a_small_disk(tmp_path, "600k", sys.executable, "-c", script, str(tmp_path))
    built, error, same, again = done.stdout.splitlines()
    assert built.startswith("Built(embedded=20, reused=0")
    assert error.startswith("error: The disk is full")
    assert error.endswith("run the same command again.")
    assert same == "True"
    assert again.startswith("Built(embedded=0, reused=20")
    assert done.returncode == 0


def test_a_disk_that_fills_up_takes_what_the_run_wrote_with_it(tmp_path: Path) -> None:
    class Full(FakeEmbedder):
        def query(self, text: str) -> np.ndarray:
            if len(self.seen) > 270:
                raise OSError(errno.ENOSPC, "No space left on device")
            return super().query(text)

    index(COURSES, tmp_path)
    kept = sorted(path.name for path in (tmp_path / "index").iterdir())
    many = tuple(replace(COURSES[0], code=f"XMPL {100 + i}") for i in range(300))
    with pytest.raises(OSError, match="No space left"):
        index(many, tmp_path, Full())
    assert sorted(path.name for path in (tmp_path / "index").iterdir()) == kept
