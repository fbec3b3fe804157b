"""The rows of an index in memory: whose each is, and the vectors of a table that is not large."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

# Rows whose vectors are kept: 384 dimensions are then 154 MB, and scanning all takes some 16 ms.
IN_MEMORY = 100_000


@dataclass(frozen=True)
class Rows:
    """`code_of` leads from a row's id in the table to its course; `vectors` are in the same order,
    each of length 1, shape (rows, dimension); None where the table is larger than `IN_MEMORY`."""

    code_of: dict[int, str]
    vectors: np.ndarray | None

    @classmethod
    def read(cls, table: Any) -> Rows:
        """All rows of an opened LanceDB table, which stays at the version it was opened at."""
        small = table.count_rows() <= IN_MEMORY
        columns = ["code", "vector"] if small else ["code"]
        rows = table.search().select(columns).with_row_id(True).limit(None).to_arrow()
        code_of = dict(zip(rows["_rowid"].to_pylist(), rows["code"].to_pylist(), strict=True))
        return cls(code_of, _matrix(rows["vector"]) if small else None)

    def nearest(
        self, vector: np.ndarray, k: int, codes: Collection[str] | None = None
    ) -> list[tuple[str, float]]:
        """The `k` codes of highest cosine to `vector`, among `codes` if given, best first."""
        import numpy as np

        assert self.vectors is not None, "a large table is searched by LanceDB"
        every = list(self.code_of.values())
        # Not @: BLAS splits it over all cores, and where one is busy waits 8 ms instead of 0.3.
        cosines = np.einsum("ij,j->i", self.vectors, _unit(vector))
        if codes is None:
            order = np.argsort(-cosines, kind="stable")[:k]
        else:
            some = np.array([i for i, code in enumerate(every) if code in codes], int)
            order = some[np.argsort(-cosines[some], kind="stable")[:k]]
        named = [every[i] for i in order.tolist()]
        return list(zip(named, cosines[order].tolist(), strict=True))


def _matrix(column: Any) -> np.ndarray:
    """An Arrow column of vectors as the rows of a matrix."""
    values = column.combine_chunks().flatten().to_numpy()
    return _unit(values.reshape(-1, column.type.list_size))


def _unit(vectors: np.ndarray) -> np.ndarray:
    """Vectors in the last axis, brought to length 1; one of zeros stays as it is."""
    import numpy as np

    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return vectors / np.maximum(lengths, np.finfo(np.float32).tiny)
