"""MLX gets its fast BLAS before any test imports it."""

from __future__ import annotations

from rag import backend

backend.load()
