"""MLX gets its fast BLAS before any test imports it, on one thread: the arrays are small, and two
threads that wait for each other on a busy machine take ten times as long."""

from __future__ import annotations

import os

from rag import backend

for library in ("MKL", "OPENBLAS", "OMP"):
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")
backend.load()
