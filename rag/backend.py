"""The array backend: which device MLX runs on, and a fast BLAS under it on a Linux CPU."""

from __future__ import annotations

import ctypes
import os
import platform
import sys
import warnings
from functools import cache
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

LATE = (
    "MLX was imported before rag.backend.load() was called: it keeps its own BLAS, some 80 times "
    "slower. Call rag.backend.load() before anything imports mlx."
)
SLOW = (
    "No fast BLAS was found, MLX's own is some 80 times slower. Install one: pip install mkl "
    "(on Intel and AMD), or your system's OpenBLAS (Debian: apt install libopenblas0)."
)


@cache
def load() -> str:
    """Make MLX ready, before anything else imports it; 'metal', 'cuda' or 'cpu'.

    The Linux CPU wheel of MLX carries the reference BLAS, some 80 times slower than a tuned one.
    Whichever library offers `cblas_sgemm` first serves it, so it has to be loaded before; where it
    was not, or where there is none, a RuntimeWarning says so.
    """
    # Else transformers, of which only tokenizers are used here, advises to install PyTorch.
    os.environ.setdefault("TRANSFORMERS_NO_ADVISORY_WARNINGS", "1")
    if sys.platform == "linux":
        if "mlx.core" in sys.modules:
            warnings.warn(LATE, RuntimeWarning, stacklevel=2)
        if not _load_blas():
            warnings.warn(SLOW, RuntimeWarning, stacklevel=2)
    import mlx.core as mx

    if mx.metal.is_available():
        return "metal"
    if mx.cuda.is_available():
        return "cuda"
    return "cpu"


def _load_blas() -> str:
    """Load the first BLAS there is; its file name, '' if there is none (slow, but right)."""
    for path in _candidates():
        try:
            ctypes.CDLL(path, mode=ctypes.RTLD_GLOBAL)
        except OSError:
            continue
        return path
    return ""


def _candidates() -> list[str]:
    """On Intel MKL comes first: seven times the matrix-vector speed of Debian's OpenBLAS there,
    and decoding is made of that (eval/LOG.md); elsewhere the system's OpenBLAS does."""
    try:
        parts = files("mkl") or []
    except PackageNotFoundError:
        parts = []
    mkl = sorted(str(p.locate()) for p in parts if p.name.startswith("libmkl_rt.so"))
    openblas = ["libopenblas.so.0"]
    return mkl + openblas if _intel() else openblas + mkl


def _intel() -> bool:
    if platform.machine() != "x86_64":
        return False
    try:
        return "GenuineIntel" in Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return False
