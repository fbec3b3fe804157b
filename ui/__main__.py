"""Chat with the course catalogue in the browser.

The first run builds the index, which --source makes of a file of yours; then the page opens at the
address that is printed. Ctrl-C ends it.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from rag.config import data_option, option, parse
from rag.errors import Mistake, run


@dataclass(frozen=True)
class Options:
    """What the command line sets."""

    port: int = option(7860, "port of the page, 0 for any free one")
    host: str = option("127.0.0.1", "address to listen at")
    data: Path = data_option()
    model: str | None = option(
        None, "preset, hub or local model; none: exact words only (default: by the machine)"
    )
    adapter: str | None = option(None, "LoRA adapter folder, or none (default: the newest)")
    embedder: str | None = option(None, "embedding model (default: the index's own)")
    source: str | None = option(None, "catalogue file to index first (default: the hub's dataset)")


def main() -> None:
    options = parse(Options, "ui", __doc__ or "")
    from ui.server import bind, serve, web_app

    # First of all: a port in use is to be told before minutes are spent on an index.
    listener = bind(options.host, options.port)
    build_index(options)
    from rag.opening import open_assistant
    from ui.app import Page

    assistant = open_assistant(options, note=lambda line: print(line, file=sys.stderr))
    serve(web_app(Page(assistant, options.data).build()), listener)


def build_index(options: Options) -> None:
    """Run `python -m ingest` where there is no index yet, or a source is named.

    Its progress goes to the terminal. Raises Mistake where it fails.
    """
    from rag.store import POINTER

    if (options.data / "index" / POINTER).exists() and options.source is None:
        return
    print("Building the index of the catalogue before the page opens.", file=sys.stderr, flush=True)
    command = [sys.executable, "-m", "ingest", "--data", str(options.data)]
    for name in ("source", "embedder"):
        value = getattr(options, name)
        command += [f"--{name}", value] if value else []
    if subprocess.run(command, check=False).returncode:
        raise Mistake(
            "The index was not built: the line above says why. Put that right and run "
            "python -m ui again."
        )


if __name__ == "__main__":
    run(main)
