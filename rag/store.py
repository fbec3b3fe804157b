"""The index: a LanceDB table of courses, built aside and put in place whole."""

from __future__ import annotations

import json
import os
import shutil
import uuid
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rag.course import Course, Section
from rag.errors import Mistake, reason
from rag.rows import Rows

if TYPE_CHECKING:
    import numpy as np

TABLE = "courses"
POINTER = "current"
STAMP = "stamp.json"
REBUILD = "Build it: python -m ingest"


@dataclass(frozen=True)
class Stamp:
    """What an index was made from and with: `sha256` is the catalogue's, `date` ISO 8601 (UTC)."""

    embedder: str
    pooling: str
    dimension: int
    source: str
    sha256: str
    term: str
    courses: int
    date: str


class Store:
    """A finished index, opened for reading.

    A finished index never changes: a new one is built in a folder of its own, and seen by those who
    open after it. So what is read into memory at opening can't go stale.
    """

    def __init__(self, table: Any, stamp: Stamp) -> None:
        self.stamp = stamp
        self._table = table
        self._rows = Rows.read(table)

    @classmethod
    def open(cls, data: Path) -> Store:
        """The current index under `data`. Raises Mistake where there is none or it is broken."""
        import lancedb

        pointer = data / "index" / POINTER
        try:
            folder = pointer.parent / pointer.read_text(encoding="utf-8").strip()
            stamp = Stamp(**json.loads((folder / STAMP).read_text(encoding="utf-8")))
            return cls(lancedb.connect(folder).open_table(TABLE), stamp)
        except FileNotFoundError:
            raise Mistake(f"No index at {pointer.parent}. {REBUILD}") from None
        except (OSError, ValueError, TypeError, RuntimeError) as error:
            raise _broken(f"The index at {pointer.parent}", error) from error

    def check(self, embedder: str, pooling: str, dimension: int) -> None:
        """Raise Mistake where this index was made by another embedder than the one named."""
        stamp = self.stamp
        if (embedder, pooling, dimension) != (stamp.embedder, stamp.pooling, stamp.dimension):
            raise Mistake(
                f"This index was made with the embedder {stamp.embedder} ({stamp.pooling} pooling, "
                f"{stamp.dimension} dimensions), not with {embedder} ({pooling}, {dimension}). "
                f"Use it: --embedder {stamp.embedder}, or index anew: "
                f"python -m ingest --embedder {embedder}"
            )

    def courses(self) -> tuple[Course, ...]:
        """All courses, in the order of the catalogue file."""
        columns = [f.name for f in fields(Course)] + ["position"]
        rows = self._found(self._table.search().select(columns).limit(None)).to_pylist()
        rows.sort(key=lambda row: row["position"])
        return tuple(_course(row) for row in rows)

    def by_vector(
        self, vector: np.ndarray, k: int, codes: Collection[str] | None = None
    ) -> list[tuple[str, float]]:
        """The `k` codes of highest cosine to `vector` (shape (dimension,)), among `codes` if given.

        The search is exact: in memory, or for a large table a flat scan by LanceDB.
        """
        if self._rows.vectors is not None:
            return self._rows.nearest(vector, k, codes)
        from lancedb.expr import col

        search = self._table.search(vector).distance_type("cosine").select(["code", "_distance"])
        if codes is not None:
            search = search.where(col("code").isin(sorted(codes)), prefilter=True)
        rows = self._found(search.limit(k))
        found = zip(rows["code"].to_pylist(), rows["_distance"].to_pylist(), strict=True)
        return [(code, 1.0 - distance) for code, distance in found]

    def by_words(
        self, text: str, k: int, codes: Collection[str] | None = None
    ) -> list[tuple[str, float]]:
        """The `k` codes of highest BM25 score for the words of `text`, [] if none counts."""
        from lancedb.query import FullTextOperator as Operator
        from lancedb.query import MultiMatchQuery

        words = " ".join("".join(c if c.isalnum() else " " for c in text).split())
        if not words:
            return []
        query = MultiMatchQuery(words, ["title", "text"], boosts=[1.0, 1.0], operator=Operator.OR)
        # Row ids instead of codes, and all that match instead of a filter: both halve the time.
        search = self._table.search(query, query_type="fts").select(["_score"]).with_row_id(True)
        rows = self._found(search.limit(k if codes is None else len(self._rows.code_of)))
        named = map(self._rows.code_of.__getitem__, rows["_rowid"].to_pylist())
        found = zip(named, rows["_score"].to_pylist(), strict=True)
        return [(code, score) for code, score in found if codes is None or code in codes][:k]

    def _found(self, search: Any) -> Any:
        """What a search finds. Raises Mistake where LanceDB's files are damaged or gone."""
        try:
            return search.to_arrow()
        except RuntimeError as error:
            raise _broken("The index", error) from error


class Draft:
    """An index under construction: rows are added in batches, `finish` puts it in place at once.

    Whatever was written when a run was killed stays on disk, out of the readers' sight, and lends
    its vectors to the next run.
    """

    def __init__(self, data: Path) -> None:
        import lancedb

        self.root = data / "index"
        self.root.mkdir(parents=True, exist_ok=True)
        self.folder = self.root / f"build-{uuid.uuid4().hex[:12]}"
        self._database = lancedb.connect(self.folder)
        self._table: Any = None

    def add(self, rows: Sequence[dict[str, Any]], dimension: int) -> None:
        """Append rows as `row` makes them; each batch is durable when this returns."""
        import pyarrow as pa

        batch = pa.Table.from_pylist(list(rows), schema=_schema(dimension))
        if self._table is None:
            self._table = self._database.create_table(TABLE, data=batch)
        else:
            self._table.add(batch)

    def finish(self, stamp: Stamp) -> None:
        """Index the columns, write the stamp, make this the current index, remove older ones."""
        from lancedb.index import FTS, Bitmap, BTree, LabelList

        for column in ("title", "text"):
            self._table.create_index(column, config=FTS())
        for column in ("position", "code", "number", "units_min", "units_max"):
            self._table.create_index(column, config=BTree())
        for column in ("program", "level"):
            self._table.create_index(column, config=Bitmap())
        for column in ("listed_under", "ge", "days"):
            self._table.create_index(column, config=LabelList())
        _write_whole(self.folder / STAMP, json.dumps(asdict(stamp), indent=2))
        old = _current(self.root)
        _write_whole(self.root / POINTER, self.folder.name)
        for folder in self.root.glob("build-*"):
            if folder not in (self.folder, old):  # a reader may still hold the one just replaced
                shutil.rmtree(folder, ignore_errors=True)

    def discard(self) -> None:
        """Give the room back: on a full disk nothing else could be written before."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def vectors(self, embedder: str, dimension: int) -> dict[str, list[float]]:
        """Content hash -> vector, of every row this embedder ever wrote here, finished or not."""
        import lancedb

        known: dict[str, list[float]] = {}
        for folder in self.root.glob("build-*"):
            try:
                table = lancedb.connect(folder).open_table(TABLE)
                rows = table.search().select(["hash", "vector"]).limit(None).to_arrow()
            except (OSError, ValueError, RuntimeError):
                continue  # killed before its first row was whole
            for key, vector in zip(
                rows["hash"].to_pylist(), rows["vector"].to_pylist(), strict=True
            ):
                if key.startswith(f"{embedder}:") and len(vector) == dimension:
                    known[key] = vector
        return known


def row(course: Course, position: int, key: str, vector: Iterable[float]) -> dict[str, Any]:
    """A course as one row of the table: its own fields, and those that are searched by."""
    days = {day for section in course.sections for day in section.days}
    return {
        **asdict(course),
        "position": position,
        "hash": key,
        "vector": list(vector),
        "text": course.text(),
        "program": course.program,
        "number": course.number,
        "level": course.level,
        "ge": list(course.ge),
        "days": sorted(days),
    }


def _course(row: dict[str, Any]) -> Course:
    values = {f.name: row[f.name] for f in fields(Course)}
    values["listed_under"] = tuple(values["listed_under"])
    values["sections"] = tuple(_section(section) for section in values["sections"])
    return Course(**values)


def _section(values: dict[str, Any]) -> Section:
    lists = {name: tuple(values[name]) for name in ("days", "instructors")}
    return Section(**{**values, **lists})


def _schema(dimension: int) -> Any:
    import pyarrow as pa

    words = pa.list_(pa.string())
    section = pa.struct(
        [
            ("number", pa.string()),
            ("clearance", pa.bool_()),
            ("kind", pa.string()),
            ("days", words),
            ("start", pa.int32()),
            ("end", pa.int32()),
            ("instructors", words),
        ]
    )
    texts = ["code", "title", "description", "prerequisites", "restrictions"]
    texts += ["hash", "text", "program", "level"]
    return pa.schema(
        [(name, pa.string()) for name in texts]
        + [(name, pa.float64()) for name in ("units_min", "units_max", "units_total")]
        + [(name, pa.int32()) for name in ("position", "number")]
        + [(name, words) for name in ("listed_under", "ge", "days")]
        + [("sections", pa.list_(section)), ("vector", pa.list_(pa.float32(), dimension))]
    )


def _broken(index: str, error: Exception) -> Mistake:
    return Mistake(f"{index} can't be read ({reason(error)}). {REBUILD}")


def _current(root: Path) -> Path | None:
    try:
        return root / (root / POINTER).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None


def _write_whole(path: Path, text: str) -> None:
    """Write a file so that a reader sees the old text or the new one, never a part."""
    work = path.with_name(f"{path.name}.{uuid.uuid4().hex[:8]}")
    with work.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(work, path)
