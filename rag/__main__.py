"""Ask the course catalogue in the terminal.

With a question it answers once; without one it is a chat. With --questions it answers a whole file,
one JSON object {id, question, history} a line, and goes on where it stopped when run again.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

from rag.config import data_option, option, parse
from rag.errors import Mistake, run


@dataclass(frozen=True)
class Options:
    """What the command line sets."""

    question: str | None = option(None, "the question; none: a chat", positional=True)
    data: Path = data_option()
    model: str | None = option(
        None, "preset, hub or local model; none: exact words only (default: by the machine)"
    )
    adapter: str | None = option(None, "LoRA adapter folder, or none (default: the newest)")
    embedder: str | None = option(None, "embedding model (default: the index's own)")
    k: int = option(5, "courses retrieved for a question")
    guard: bool = option(True, "check every sentence against the records")
    json: bool = option(False, "print one JSON object instead of text")
    questions: Path | None = option(None, "JSONL file of questions to answer", metavar="FILE")
    out: Path | None = option(None, "JSONL file the answers are appended to", metavar="FILE")
    search_only: bool = option(False, "with --questions: only rank courses, no answers")


def main() -> None:
    options = parse(Options, "rag", __doc__ or "")
    _check(options)
    from rag.opening import open_assistant

    assistant = open_assistant(
        options,
        guarded=options.guard,
        note=lambda line: print(line, file=sys.stderr),
        generator=not options.search_only,
    )
    assistant.k = options.k
    if options.questions and options.out:
        from rag.batch import answer_file

        answer_file(assistant, options.questions, options.out, options.search_only)
    elif options.question is not None:
        from rag.chat import once

        once(assistant, options.question, options.json)
    else:
        from rag.chat import chat

        chat(assistant, options.json)


def _check(options: Options) -> None:
    if options.k < 1:
        raise Mistake(f"--k {options.k}: at least one course has to be retrieved. Try --k 5")
    if (options.questions is None) != (options.out is None):
        raise Mistake("--questions FILE and --out FILE go together. Name both.")
    if options.search_only and options.questions is None:
        raise Mistake("--search-only ranks the courses for a file. Add --questions FILE --out FILE")
    if options.question is not None and options.questions:
        raise Mistake(
            f"Both a question ({json.dumps(options.question[:60])}) and --questions were given. "
            "Leave one out."
        )


if __name__ == "__main__":
    run(main)
