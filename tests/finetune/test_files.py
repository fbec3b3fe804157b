"""A file is whole, or it is not there; what kept it from being written is told as it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from finetune.files import replace_text, save_arrays, whole
from rag.errors import disk_full


def saved(path: Path) -> Path:
    import mlx.core as mx

    save_arrays(path, {"a": mx.arange(100), "b": mx.zeros((3, 4))}, {"step": "7"})
    return path


def test_arrays_come_back_with_what_is_said_about_them(tmp_path: Path) -> None:
    import mlx.core as mx

    loaded: Any = mx.load(str(saved(tmp_path / "x.safetensors")), return_metadata=True)
    arrays, about = loaded
    assert arrays["a"].tolist() == list(range(100))
    assert about == {"format": "mlx", "step": "7"}
    assert [path.name for path in tmp_path.iterdir()] == ["x.safetensors"]


@pytest.mark.parametrize("cut", [0, 5, 100, -1])
def test_a_file_cut_short_anywhere_is_not_whole(tmp_path: Path, cut: int) -> None:
    path = saved(tmp_path / "x.safetensors")
    assert whole(path)
    path.write_bytes(path.read_bytes()[:cut])
    assert not whole(path)
    assert not whole(tmp_path / "none.safetensors")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_told_and_the_old_file_stays(tmp_path: Path) -> None:
    path = saved(tmp_path / "x.safetensors")
    before = path.read_bytes()
    (tmp_path / "part-x.safetensors").symlink_to("/dev/full")
    with pytest.raises(OSError, match="No space left") as error:
        saved(path)
    assert f"disk is full at {path}" in str(disk_full(error.value))
    assert path.read_bytes() == before
    text = tmp_path / "run.json"
    text.write_text("old")
    (tmp_path / "run.json.part").symlink_to("/dev/full")
    with pytest.raises(OSError, match="No space left"):
        replace_text(text, "new")
    assert text.read_text() == "old"


def test_a_folder_that_is_gone_is_no_full_disk(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as error:
        saved(tmp_path / "gone" / "x.safetensors")
    assert "gone" in str(error.value)
    assert disk_full(error.value) is None


def test_a_file_in_the_way_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NotADirectoryError):
        saved(tmp_path / "file" / "x.safetensors")
