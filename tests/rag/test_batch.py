"""A file of questions: every row is answered once, however often the run is stopped."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rag import batch
from rag.answer import Assistant
from rag.errors import Mistake, disk_full
from tests.rag.courses import COURSES
from tests.stand_ins import FakeGenerator, assistant, index

ROWS = [
    {"id": "a", "question": "how many units is csci104"},
    {"id": 7, "question": "what do i need before CSCI 270"},
    {"id": "c", "question": "and when does it meet?", "history": [
        {"question": "how many units is CSCI 270", "answer": "[CSCI 270] is 4 units."}
    ]},
    {"id": "d", "question": ""},
    {"id": "e", "question": "something about naïve swimming"},
]  # fmt: skip


@pytest.fixture
def speaking(data: Path) -> Assistant:
    return assistant(data, FakeGenerator())


def write(path: Path, rows: Sequence[Any]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def bare(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{k: v for k, v in row.items() if k != "timings"} for row in found]


def test_every_question_gets_a_row_in_order(tmp_path: Path, speaking: Assistant) -> None:
    out = tmp_path / "deep" / "answers.jsonl"
    batch.answer_file(speaking, write(tmp_path / "q.jsonl", ROWS), out, False)
    found = rows(out)
    assert [row["id"] for row in found] == ["a", 7, "c", "d", "e"]
    assert found[0]["answer"] == "[CSCI 104L] is 4 units."
    assert found[2]["citations"] == ["CSCI 270"]
    assert found[3] == {"id": "d", "question": "", "error": found[3]["error"]}
    assert found[3]["error"].startswith("The question is empty.")
    fields = {"question", "answer", "citations", "hits", "refused", "filters", "facts", "timings"}
    assert fields | {"id", "guard", "model", "adapter"} <= set(found[4])


def test_only_json_goes_to_the_file_and_nothing_to_standard_output(
    tmp_path: Path, speaking: Assistant, capfd: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "answers.jsonl"
    batch.answer_file(speaking, write(tmp_path / "q.jsonl", ROWS), out, False)
    said = capfd.readouterr()
    assert said.out == ""
    assert said.err.splitlines()[-1] == f"5 answered, 0 were there: {out}"


@pytest.mark.parametrize("cut", [0, 1, 25, None], ids=["whole", "newline", "row", "empty"])
def test_a_run_stopped_anywhere_goes_on_where_it_stopped(
    tmp_path: Path, speaking: Assistant, cut: int | None
) -> None:
    questions, out = write(tmp_path / "q.jsonl", ROWS), tmp_path / "answers.jsonl"
    batch.answer_file(speaking, questions, out, False)
    whole = rows(out)
    text = "".join(out.read_text().splitlines(keepends=True)[:3])
    out.write_text("" if cut is None else text[: len(text) - cut])
    batch.answer_file(speaking, questions, out, False)
    assert bare(rows(out)) == bare(whole)


def test_what_is_there_is_not_answered_again(tmp_path: Path, data: Path) -> None:
    generator = FakeGenerator()
    questions, out = write(tmp_path / "q.jsonl", ROWS), tmp_path / "answers.jsonl"
    batch.answer_file(assistant(data, generator), questions, out, False)
    before, asked = out.read_bytes(), len(generator.prompts)
    batch.answer_file(assistant(data, generator), questions, out, False)
    assert out.read_bytes() == before
    assert len(generator.prompts) == asked > 0


def test_every_row_is_on_the_disk_before_the_next_question(tmp_path: Path, data: Path) -> None:
    out = tmp_path / "answers.jsonl"
    seen: list[int] = []

    class Watching(FakeGenerator):
        def stream(self, messages: Any, max_tokens: int) -> Any:
            seen.append(len(rows(out)))
            return super().stream(messages, max_tokens)

    batch.answer_file(assistant(data, Watching()), write(tmp_path / "q", ROWS[:3]), out, False)
    assert seen == [0, 1, 2]


def test_search_only_ranks_at_least_twenty_courses(tmp_path: Path) -> None:
    many = [replace(COURSES[0], code=f"XMPL {100 + i}", title=f"Topic {i}") for i in range(60)]
    index((*COURSES, *many), tmp_path)
    questions = [
        {"id": "a", "question": "something about swimming"},
        {"id": "b", "question": "tell me about csci104 please"},
        {"id": "c", "question": "what is the workload of topic 7"},
        {"id": "d", "question": ""},
    ]
    out = tmp_path / "codes.jsonl"
    batch.answer_file(assistant(tmp_path), write(tmp_path / "q.jsonl", questions), out, True)
    found = rows(out)
    for row in found[:3]:
        assert set(row) == {"id", "codes"}
        assert len(row["codes"]) == len(set(row["codes"])) >= 20
    assert found[0]["codes"][0] == "PHED 120"
    assert found[1]["codes"][0] == "CSCI 104L"
    assert "error" in found[3]


def test_search_only_ranks_what_meets_the_conditions_before_all_else(
    tmp_path: Path, speaking: Assistant
) -> None:
    questions = write(tmp_path / "q.jsonl", [{"id": 1, "question": "CHEM courses on chemistry"}])
    batch.answer_file(speaking, questions, tmp_path / "out.jsonl", True)
    ranked = [c[:4] for c in rows(tmp_path / "out.jsonl")[0]["codes"]]
    assert ranked[:3] == ["CHEM"] * 3
    assert ranked[3:] and "CHEM" not in ranked[3:]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"id": 1, "question": "x"', r"line 2: not JSON .*Mend that line"),
        ("null", r"line 2: no \"question\" text in 'null'"),
        ("[]", 'line 2: no "question" text'),
        ('{"id": 1}', 'line 2: no "question" text'),
        ('{"id": 1, "question": 5}', 'line 2: no "question" text'),
        ('{"question": "x"}', 'line 2: no "id" in'),
        ('{"id": "first", "question": "x"}', "line 2: the id 'first' is that of line 1 too"),
    ],
)
def test_a_bad_line_is_told_by_its_number(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "q.jsonl"
    path.write_text(f'{{"id": "first", "question": "hi"}}\n{line}\n')
    with pytest.raises(Mistake, match=f"^{re.escape(str(path))}, {said}") as raised:
        list(batch.read(path))
    assert "\n" not in str(raised.value)


def test_the_same_id_as_number_and_text_is_one_id(tmp_path: Path) -> None:
    path = write(tmp_path / "q", [{"id": 1, "question": "x"}, {"id": "1", "question": "y"}])
    with pytest.raises(Mistake, match="line 2: the id '1' is that of line 1 too"):
        list(batch.read(path))


def test_a_bad_line_stops_the_run_before_any_answer(tmp_path: Path, speaking: Assistant) -> None:
    path = write(tmp_path / "q.jsonl", ROWS)
    path.write_text(path.read_text() + "{")
    with pytest.raises(Mistake, match="line 6: not JSON"):
        batch.answer_file(speaking, path, tmp_path / "out.jsonl", False)
    assert not (tmp_path / "out.jsonl").exists()


def test_empty_lines_and_a_byte_order_mark_are_no_matter(tmp_path: Path) -> None:
    path = tmp_path / "q.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"id": 1, "question": "x"}\r\n\r\n{"id": 2, "question": "y"}')
    assert [row["id"] for row in batch.read(path)] == [1, 2]


def test_undecodable_bytes_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    path = tmp_path / "q.jsonl"
    path.write_bytes(b'{"id": 1, "question": "caf\xe9"}\n')
    with pytest.raises(Mistake, match="is not UTF-8 text .* Save it as UTF-8"):
        list(batch.read(path))
    with pytest.raises(Mistake, match="Can't read .*none.jsonl: No such file"):
        list(batch.read(tmp_path / "none.jsonl"))
    with pytest.raises(Mistake, match="Can't read .*: Is a directory"):
        list(batch.read(tmp_path))


@pytest.mark.parametrize("line", ["not an answer", "[]", '{"question": "x"}', "null", "\xff"])
def test_another_file_is_not_written_over(tmp_path: Path, speaking: Assistant, line: str) -> None:
    out = tmp_path / "notes.txt"
    out.write_bytes(f'{{"id": "a"}}\n{line}\n'.encode("latin-1"))
    before = out.read_bytes()
    with pytest.raises(Mistake, match=r"holds a line that is no answer: .* --out"):
        batch.answer_file(speaking, write(tmp_path / "q.jsonl", ROWS), out, False)
    assert out.read_bytes() == before


def test_a_file_that_is_not_cut_but_something_else_is_left_alone(
    tmp_path: Path, speaking: Assistant
) -> None:
    out = tmp_path / "notes.txt"
    out.write_text("no newline at the end")
    with pytest.raises(Mistake, match="holds a line that is no answer"):
        batch.answer_file(speaking, write(tmp_path / "q.jsonl", ROWS), out, False)
    assert out.read_text() == "no newline at the end"


def test_the_questions_themselves_are_not_written_to(tmp_path: Path, speaking: Assistant) -> None:
    path = write(tmp_path / "q.jsonl", ROWS)
    with pytest.raises(Mistake, match="holds the questions"):
        batch.answer_file(speaking, path, path, False)
    assert rows(path) == ROWS


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, speaking: Assistant) -> None:
    path = write(tmp_path / "q.jsonl", ROWS)
    for out in (tmp_path, path / "answers.jsonl"):
        with pytest.raises(Mistake, match=r"Can't write .*--out"):
            batch.answer_file(speaking, path, out, False)


def test_a_full_disk_is_told(tmp_path: Path, speaking: Assistant) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full here")
    with pytest.raises(OSError) as raised:
        batch.answer_file(speaking, write(tmp_path / "q.jsonl", ROWS), full, False)
    assert str(disk_full(raised.value)).startswith("The disk is full")


@pytest.mark.parametrize(
    "history", ["text", 5, ["x"], [{"role": "boss", "content": "x"}], [{"question": 5}]]
)
def test_a_history_that_cannot_be_read_is_an_error_of_its_row(
    tmp_path: Path, speaking: Assistant, history: Any
) -> None:
    questions = [{"id": 1, "question": "csci 104", "history": history}, ROWS[0]]
    batch.answer_file(speaking, write(tmp_path / "q", questions), tmp_path / "out", False)
    first, second = rows(tmp_path / "out")
    assert first["error"].startswith("History can't be read")
    assert second["answer"] == "[CSCI 104L] is 4 units."


def test_a_history_of_messages_is_read_as_well(tmp_path: Path, speaking: Assistant) -> None:
    history = [
        {"role": "user", "content": "how many units is CSCI 270"},
        {"role": "assistant", "content": "[CSCI 270] is 4 units."},
    ]
    questions = [{"id": 1, "question": "and its prerequisites?", "history": history}]
    batch.answer_file(speaking, write(tmp_path / "q", questions), tmp_path / "out", False)
    assert rows(tmp_path / "out")[0]["citations"] == ["CSCI 270"]


def test_a_lone_surrogate_does_not_stop_the_run(tmp_path: Path, speaking: Assistant) -> None:
    path = tmp_path / "q.jsonl"
    path.write_text(
        '{"id": 1, "question": "\\ud800 csci104 units"}\n{"id": 2, "question": "\\ud800"}\n'
    )
    batch.answer_file(speaking, path, tmp_path / "out.jsonl", False)
    assert [row["id"] for row in rows(tmp_path / "out.jsonl")] == [1, 2]
