from __future__ import annotations

from typing import Any

import pytest

from eval.grounds import citations, claims, faithfulness, invented, known
from eval.questions.records import File

QUESTION: dict[str, Any] = {"question": "units of zoo 201?", "gold": {"codes": ["ZOO 101g"]}}


def test_citations_are_right_when_gold_or_the_question_names_them() -> None:
    cited = {"citations": ["ZOO 101g", "ZOO 201L", "MAT 125"]}
    assert citations(QUESTION, cited) == (pytest.approx(2 / 3), 1.0)
    assert citations(QUESTION, {"citations": []}) == (None, 0.0)
    assert citations({"question": "hi", "gold": {"refused": True}}, cited) == (None, None)


def test_claims_are_codes_numbers_days_and_names() -> None:
    said = "ZOO 101g is 4 units on Tuesdays at 2:00pm, taught by Ada Quill. One more thing."
    assert claims(said) == {
        "code ZOO 101",
        "number 4",
        "number 2:00",
        "day tue",
        "name ada quill",
    }


@pytest.mark.parametrize(
    ("said", "share"),
    [
        ("ZOO 201 is 2 units, taught by Ada Quill on Tue.", 1.0),
        ("ZOO 201 is 3 units, taught by Ada Quill.", 2 / 3),
        ("It is two units.", 1.0),
        ("ZOO 201 meets on Friday.", 1 / 2),
        ("ZOO 201 is taught by Bo Marsh.", 1 / 2),
        ("ZOO 305 is one of them.", 0.0),
    ],
)
def test_faithfulness_is_the_share_of_claims_that_were_given(said: str, share: float) -> None:
    prompt = [{"role": "user", "content": "[ZOO 201L] Kites | 2 units | TTh | taught by Ada Quill"}]
    row = {"answer": said, "prompt": prompt, "facts": []}
    assert faithfulness(QUESTION, row) == pytest.approx(share)


def test_where_nothing_was_given_or_claimed_there_is_nothing_to_be_faithful_to() -> None:
    bare = [{"role": "user", "content": QUESTION["question"]}]
    assert faithfulness(QUESTION, {"answer": "4 units", "prompt": bare}) is None
    assert faithfulness(QUESTION, {"answer": "Hello!", "facts": ["It is 4 units."]}) is None


def test_a_code_is_invented_where_neither_file_nor_question_names_it(file: File) -> None:
    real = known(file)
    said = {"answer": "ZOO 101, MAT 126, ZOO 105 and ZOO 777", "citations": ["QQ 100"]}
    assert invented(QUESTION, said, real) == ["ZOO 777", "QQ 100"]
    assert invented({"question": "is zoo777 real?", "gold": {}}, said, real) == ["QQ 100"]
