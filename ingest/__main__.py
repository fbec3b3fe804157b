"""Read the course catalogue, clean it, embed it, and put the index in place.

Without --source the dataset USC/USC-Course-Catalog is fetched from the Hugging Face hub; where that
can't be reached, a sample of real courses is used. Run it again after a change: only new or changed
courses are embedded. The old index answers until the new one is complete.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from ingest.clean import Cleaned, clean, term
from ingest.source import Source, read
from rag.config import data_option, option, parse
from rag.errors import run
from rag.models import DEFAULT_EMBEDDER


@dataclass(frozen=True)
class Options:
    """What the command line sets."""

    source: str | None = option(
        None, "CSV, JSONL or Parquet file of the catalogue (default: the hub's dataset)"
    )
    embedder: str = option(DEFAULT_EMBEDDER, "preset, hub or local embedding model")
    data: Path = data_option()
    describe: bool = option(False, "explore the catalogue instead: a table here, a PNG in DATA")


def main() -> None:
    options = parse(Options, "ingest", __doc__ or "")
    source = read(options.source)
    if source.note:
        print(source.note, file=sys.stderr)
    cleaned = clean(source)
    if options.describe:
        describe(cleaned, options.data)
    else:
        index(source, cleaned, options)
    print("\n".join(cleaned.report.lines()))


def describe(cleaned: Cleaned, data: Path) -> None:
    """Print the table, draw the picture."""
    from ingest.describe import picture, table

    print(table(cleaned.courses, cleaned.report))
    data.mkdir(parents=True, exist_ok=True)
    path = data / "catalogue.png"
    picture(cleaned.courses, path)
    print(f"Picture: {path}\n")


def index(source: Source, cleaned: Cleaned, options: Options) -> None:
    """Embed the courses into the index, and say what that took."""
    from ingest.index import build
    from rag.embed import MlxEmbedder

    embedder = MlxEmbedder(options.embedder, options.data)
    about = (source.name, source.sha256, term(source.rows))
    built = build(cleaned.courses, embedder, options.data, *about)
    rate = f" at {built.embedded / built.seconds:.0f} a second" if built.embedded else ""
    print(
        f"{source.name}: {built.embedded:,} courses embedded{rate}, {built.reused:,} unchanged, "
        f"with {embedder.name} ({embedder.dimension} dimensions), in {options.data / 'index'}"
    )


if __name__ == "__main__":
    run(main)
