from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from eval import retrieval, score
from eval.report.page import page

ORIGIN = {
    "date": "2024-01-05T00:00:00+00:00",
    "index": {"courses": 10, "source": "courses.csv", "sha256": "ab12"},
    "model": "fake",
    "adapter": {"name": "tuned", "sha256": "cd34"},
    "guard": True,
}
EVIL = "<script>alert('x')</script>"
VOID = {"meta"}


class Checked(HTMLParser):
    """Notes the tags of a page, and that each is closed in its turn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.append(tag)
        self.links += [v for name, v in attrs if name in ("src", "href")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: Any) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def whole() -> dict[str, Any]:
    gold = {"codes": ["AA 101"], "refused": False}
    asked: list[dict[str, Any]] = [
        {"id": "1", "kind": EVIL, "question": EVIL, "gold": gold},
        {"id": "2", "kind": "units", "question": "units of AA 101?", "gold": gold},
    ]
    asked[0]["history"] = [{"role": "user", "content": EVIL}, {"question": EVIL}]
    said: dict[str, Any] = {
        "answer": EVIL,
        "raw": EVIL,
        "guard": "off",
        "timings": {"total_s": 1.0},
    }
    shown: dict[str, Any] = {"hits": [{"code": EVIL, "title": EVIL, "score": 0.5}], "facts": [EVIL]}
    shown |= {"prompt": [{"role": "system", "content": "Answer from the facts."}]}
    answers = [{"id": "1", **said, **shown}, {"id": "2", "answer": "[AA 101]", "guard": "kept"}]
    ranked = {"words": {"2": ["AA 101"]}, "full": {"1": ["AA 101"]}}
    return {
        "lineage": ORIGIN,
        "answers": score.score(asked, answers),
        "retrieval": retrieval.report(ranked, asked),
    }


def test_the_page_is_well_formed_and_asks_for_nothing_outside() -> None:
    text = page(whole(), "night <1>")
    found = Checked(text)
    assert found.open == []
    assert found.links and all(link.startswith("#") for link in found.links)
    assert "url(" not in text and "@import" not in text
    assert "prefers-color-scheme: dark" in text


def test_nothing_of_a_question_or_an_answer_is_markup() -> None:
    text = page(whole(), "night <1>")
    assert "script" not in Checked(text).tags
    assert text.count("&lt;script&gt;") >= 8
    assert "Evaluation night &lt;1&gt;" in text


def test_a_wrong_answer_unfolds_to_all_that_led_to_it() -> None:
    text = page(whole(), "x")
    assert "Wrong: answers of the model (1)" in text
    for name in ("before", "answer", "gold", "facts", "hits", "prompt", "output"):
        assert f"<dt>{name}</dt>" in text
    assert "Answer from the facts." in text
    assert "no AA 101" in text


def test_the_matrix_is_a_table_and_a_plot() -> None:
    found = whole()
    cell = {"model": "<base>", "retrieval": True, "guard": False, "score": found.pop("answers")}
    text = page(found | {"matrix": [cell | {"memory_gb": 1.25, "size_mb": 98.0}]}, "x")
    assert Checked(text).open == []
    assert "&lt;base&gt; + retrieval: 50.0 % (9.5 to 90.5, n 2)" in text
    assert "<td>1.25</td><td>98</td>" in text


def test_lineage_and_figures_stand_on_the_page() -> None:
    text = page(whole(), "x")
    for shown in ("ab12", "cd34", "fake, tuned, guard on", "50.0 %", "nDCG@10", "paired"):
        assert shown in text
