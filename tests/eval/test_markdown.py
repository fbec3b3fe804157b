from __future__ import annotations

from eval.report.markdown import markdown, plain
from tests.eval.test_page import whole


def test_the_report_has_its_tables_and_wrong_answers() -> None:
    text = markdown(whole(), "night")
    assert text.startswith("# Evaluation night\n")
    assert "| right | 0.500 | 0.095 to 0.905 | 2 |" in text
    assert "| words | " in text and "### Wrong: 1, the first 1" in text
    assert "- index.sha256: ab12" in text
    assert "<script" not in text


def test_signs_of_markdown_are_escaped() -> None:
    assert plain("a|b\n[c](d) *e* <i> `f`") == r"a\|b \[c\](d) \*e\* &lt;i> \`f\`"
