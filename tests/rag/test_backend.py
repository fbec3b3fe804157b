"""The array backend: a device, and a fast BLAS under it where there is one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from rag import backend


def test_the_device_is_one_the_rest_knows() -> None:
    from rag.embed import BATCH

    assert backend.load() in BATCH
    assert backend.load() == backend.load()


def test_intel_has_mkl_first_and_others_openblas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backend, "_intel", lambda: True)
    mine = backend._candidates()
    monkeypatch.setattr(backend, "_intel", lambda: False)
    others = backend._candidates()
    assert sorted(mine) == sorted(others)
    assert mine[-1] == others[0] == "libopenblas.so.0"


def test_a_library_that_cannot_be_loaded_is_passed_over(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "libbroken.so"
    broken.write_text("no library")
    monkeypatch.setattr(backend, "_candidates", lambda: ["libnowhere.so", str(broken)])
    assert backend._load_blas() == ""


def test_mkl_is_found_where_the_package_lies_and_not_by_the_interpreters_prefix(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    record = tmp_path / "site/mkl-1.dist-info/RECORD"
    record.parent.mkdir(parents=True)
    record.write_text("../lib/libmkl_rt.so.3,,\n../lib/libmkl_core.so.3,,\n")
    (record.parent / "METADATA").write_text("Metadata-Version: 2.1\nName: mkl\nVersion: 1\n")
    monkeypatch.setattr(sys, "path", [str(record.parent.parent)])
    found = [Path(path).resolve() for path in backend._candidates() if "mkl" in path]
    assert found == [(tmp_path / "lib/libmkl_rt.so.3").resolve()]
    monkeypatch.setattr(sys, "path", [])
    assert backend._candidates() == ["libopenblas.so.0"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere MLX brings its own")
def test_no_fast_blas_is_told() -> None:
    code = "from rag import backend; backend._candidates = list; backend.load()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert f"RuntimeWarning: {backend.SLOW}" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere MLX brings its own")
def test_the_blas_is_loaded_before_mlx() -> None:
    code = (
        "import sys; from rag import backend; found = []; load = backend._load_blas\n"
        "backend._load_blas = lambda: found.append('mlx.core' in sys.modules) or load()\n"
        "backend.load(); print(found, 'mlx.core' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[False] True\n"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere MLX brings its own")
def test_mlx_imported_too_early_is_told() -> None:
    code = "import mlx.core; from rag import backend; backend.load()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert f"RuntimeWarning: {backend.LATE}" in done.stderr


def test_matrix_products_are_right() -> None:
    import numpy as np

    backend.load()
    import mlx.core as mx

    rng = np.random.default_rng(0)
    a, b = (
        rng.normal(size=(65, 130)).astype(np.float32),
        rng.normal(size=(130, 70)).astype(np.float32),
    )
    assert np.abs(np.array(mx.array(a) @ mx.array(b)) - a @ b).max() < 1e-4
