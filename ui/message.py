"""What the chat shows: questions and answers as text that Markdown cannot bring to life."""

from __future__ import annotations

import re

LONGEST_QUESTION_SHOWN = 600
WAITING = "*Looking in the catalogue…*"
# What starts a link, image, tag, formula, emphasis, table or code: a backslash makes it a letter.
_ACTIVE = re.compile(r"[\\`*_\[\]<~|$@]|&(?=[#\w]+;)|:(?=//)|(?<=www)\.", re.IGNORECASE)
# What makes a heading, quote, rule or fence only at the start of a line.
_LEADING = re.compile(r"^(?:#+|>|\+|=+|-{2,}|-(?=$))")
_CITATION = re.compile(r"\[([A-Z]{2,5} \d{3}[A-Za-z]{0,4})\]")
_BULLET = re.compile(r"^[-*•]\s+")
_NUMBERED = re.compile(r"^(\d{1,3})[.)]\s+")


def question_text(question: str) -> str:
    """The student's words, literally; a very long question is cut and its length told."""
    shown = question.strip()
    if len(shown) > LONGEST_QUESTION_SHOWN:
        shown = f"{shown[:LONGEST_QUESTION_SHOWN]}… ({len(question):,} characters)"
    return "\n".join(_literal(line.strip()) for line in shown.splitlines())


def answer_text(text: str, note: str = "") -> str:
    """An answer, whole or still growing: its lists stay lists, its citations become badges.

    A badge is Markdown's inline code, which style.css draws as one; `note` is the small print.
    """
    lines = [_line(line.strip()) for line in text.splitlines()]
    small = f"\n\n<small>{_literal(note)}</small>" if note else ""
    return "\n".join(lines) + small


def mistake_text(message: str) -> str:
    """What went wrong and what to do, as a quotation, which style.css draws as a notice."""
    return f"> {_literal(' '.join(message.split()))}"


def _line(line: str) -> str:
    if _BULLET.match(line):
        return f"- {_cited(_BULLET.sub('', line))}"
    number = _NUMBERED.match(line)
    if number:
        return f"{number[1]}. {_cited(line[number.end() :])}"
    return _cited(line)


def _cited(line: str) -> str:
    """The line as literal text, except that each [CSCI 104L] becomes `CSCI 104L`."""
    parts = _CITATION.split(line)
    codes = [f"`{code}`" for code in parts[1::2]] + [""]
    start = _literal(parts[0])
    rest = [_ACTIVE.sub(r"\\\g<0>", part) for part in parts[2::2]]
    return "".join(text + code for text, code in zip([start, *rest], codes, strict=True))


def _literal(line: str) -> str:
    escaped = _ACTIVE.sub(r"\\\g<0>", line)
    return _LEADING.sub(lambda mark: "\\" + "\\".join(mark[0]), escaped)
