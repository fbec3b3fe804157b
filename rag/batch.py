"""A file of questions answered row by row, resumed where it stopped."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from rag.answer import Answer, Assistant
from rag.conversation import turns
from rag.errors import Mistake, disk_full

RANKED = 50  # courses in a search-only row
_BEGINNING = b'{"id": '  # of every row that is written


def answer_file(assistant: Assistant, questions: Path, out: Path, search_only: bool) -> None:
    """Append a row to `out` for every question that has none there yet, flushed one by one.

    A question that can't be answered (empty, too long) gets a row with its `error`.
    """
    from tqdm import tqdm

    rows = list(read(questions))
    if out.exists() and out.samefile(questions):
        raise Mistake(f"{out} holds the questions. Name another file with --out.")
    done = finished(out)
    todo = [row for row in rows if str(row["id"]) not in done]
    with _append_to(out) as file:
        for row in tqdm(todo, unit="question", file=sys.stderr, mininterval=1.0):
            found = {"id": row["id"], **_row(assistant, row, search_only)}
            file.write(json.dumps(found, ensure_ascii=False) + "\n")
            file.flush()
    print(f"{len(todo)} answered, {len(rows) - len(todo)} were there: {out}", file=sys.stderr)


def _row(assistant: Assistant, row: dict[str, Any], search_only: bool) -> dict[str, Any]:
    try:
        history = turns(row.get("history"))
        if search_only:
            query = assistant.understand(row["question"], history)
            return {"codes": [hit.course.code for hit in assistant.ranked(query, RANKED)]}
        *_, answer = assistant.ask(row["question"], history)
    except Mistake as mistake:
        return {"question": row["question"], "error": str(mistake)}
    assert isinstance(answer, Answer)
    return answer.as_json()


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The rows {id, question, history?} of a JSONL file.

    Raises Mistake that names the line where one does not parse, lacks a field or repeats an id.
    """
    seen: dict[str, int] = {}
    for n, line in _lines(path):
        try:
            row = json.loads(line)
        except ValueError as error:
            raise Mistake(f"{path}, line {n}: not JSON ({error}). Mend that line.") from None
        if not isinstance(row, dict) or not isinstance(row.get("question"), str):
            raise Mistake(f'{path}, line {n}: no "question" text in {line[:80]!r}. Add it.')
        if "id" not in row:
            raise Mistake(f'{path}, line {n}: no "id" in {line[:80]!r}. Give each row its own.')
        id = str(row["id"])
        if id in seen:
            raise Mistake(
                f"{path}, line {n}: the id {id!r} is that of line {seen[id]} too. "
                "Give each row its own."
            )
        seen[id] = n
        yield row


def finished(out: Path) -> set[str]:
    """The ids in an answers file; a last line cut short by a kill is taken off the file."""
    if not out.is_file():
        return set()
    ids: set[str] = set()
    whole = 0
    with out.open("rb") as file:
        for line in file:
            if not line.endswith(b"\n") and _BEGINNING.startswith(line[: len(_BEGINNING)]):
                break
            try:
                ids.add(str(json.loads(line)["id"]))
            except (ValueError, KeyError, TypeError):
                raise Mistake(
                    f"{out} holds a line that is no answer: {line[:60]!r}. "
                    "Name another file with --out."
                ) from None
            whole += len(line)
    os.truncate(out, whole)
    return ids


def _append_to(out: Path) -> TextIO:
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        return out.open("a", encoding="utf-8")
    except OSError as error:
        raise disk_full(error) or Mistake(
            f"Can't write {out}: {error.strerror}. Name another file with --out."
        ) from None


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        with path.open(encoding="utf-8-sig") as file:
            for n, line in enumerate(file, 1):
                if line.strip():
                    yield n, line.strip()
    except UnicodeDecodeError as error:
        raise Mistake(f"{path} is not UTF-8 text ({error}). Save it as UTF-8.") from None
    except OSError as error:
        raise Mistake(f"Can't read {path}: {error.strerror}. Name another file.") from None
