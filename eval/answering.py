"""Questions answered row by row into a file, resumed where a killed run stopped."""

from __future__ import annotations

import copy
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from eval.judge import codes, refuses, spell
from eval.recording import Here, Recording
from rag.answer import Answer, Assistant
from rag.batch import finished
from rag.conversation import turns
from rag.errors import Mistake

Row = dict[str, Any]
Answering = Callable[[Row], Row]


def write(rows: Sequence[Row], answer: Answering, out: Path, label: str = "") -> list[Row]:
    """Append an answer for every row that has none in `out` yet; all of the file's rows."""
    from tqdm import tqdm

    out.parent.mkdir(parents=True, exist_ok=True)
    done = finished(out)
    todo = [row for row in rows if str(row["id"]) not in done]
    with out.open("a", encoding="utf-8") as file:
        bar = tqdm(todo, label, unit="question", file=sys.stderr, mininterval=2.0, disable=not todo)
        for row in bar:
            found = {"id": row["id"], **answer(row)}
            file.write(json.dumps(found, ensure_ascii=False) + "\n")
            file.flush()
    with out.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def answering(assistant: Assistant) -> Answering:
    """Answers of the assistant as it is, with the prompt and all that the model said."""
    if assistant.generator is None:
        return lambda row: answered(assistant, row, None)
    recording = Recording(assistant.generator, assistant.thread)
    own = changed(assistant, generator=recording, thread=Here(assistant.thread))
    return lambda row: answered(own, row, recording)


def exact(assistant: Assistant) -> Answering:
    """The exact statements alone, no model."""
    return answering(changed(assistant, generator=None, guarded=True))


def changed(assistant: Assistant, **fields: Any) -> Assistant:
    """The same assistant with other parts; what it has read of the index is shared."""
    other = copy.copy(assistant)
    for name, value in fields.items():
        setattr(other, name, value)
    return other


def settings(assistant: Assistant, retrieval: bool) -> Iterator[tuple[bool, Answering]]:
    """Without the guard, then with it: it reads what the model said to the first.

    Decoding is greedy, so that a second generation would say the same; the seconds it took are
    added to the guarded answer's as far as the guard read.
    """
    assert assistant.generator is not None
    recording = Recording(assistant.generator, assistant.thread, bare=not retrieval)
    own = changed(assistant, generator=recording, thread=Here(assistant.thread))
    free, held = changed(own, guarded=False), changed(own, guarded=True)
    yield False, lambda row: unguarded(free, row, recording, retrieval)
    yield True, lambda row: answered(held, row, recording)


def answered(assistant: Assistant, row: Row, recording: Recording | None) -> Row:
    """One answer as plain values; a question that can't be answered has its `error`."""
    if recording:
        recording.clear()
    saved = []
    last: Answer | str = ""
    try:
        for piece in assistant.ask(row["question"], turns(row.get("history"))):
            saved.append(recording.saved if recording else 0.0)
            last = piece
    except Mistake as mistake:
        return {"question": row["question"], "error": str(mistake)}
    assert isinstance(last, Answer)
    found = last.as_json()
    if recording:
        found |= {"prompt": recording.prompt, "raw": recording.raw}
        timings = found["timings"]
        timings["first_token_s"] = round(timings["first_token_s"] + saved[0], 4)
        timings["total_s"] = round(timings["total_s"] + saved[-1], 4)
    return found


def unguarded(assistant: Assistant, row: Row, recording: Recording, retrieval: bool) -> Row:
    """One answer of the bare model: whether it refuses and what it cites is read off its words.

    Without retrieval the lists that the product puts under a lead are left out too.
    """
    found = answered(assistant, row, recording)
    if "error" in found:
        return found
    if not retrieval:
        found |= {"answer": recording.raw.strip(), "hits": [], "facts": [], "filters": []}
        found["citations"] = [spell(key) for key in codes(recording.raw)]
    return found | {"refused": refuses(found["answer"])}
