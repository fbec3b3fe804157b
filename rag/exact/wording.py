"""Small English: citations, series, plurals, and catalogue text made safe to quote."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.catalogue import Catalogue
from rag.course import Course

_TAG = re.compile(r"<[^>]*>")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_MARKS = str.maketrans({"[": "(", "]": ")", "`": "'", "*": "", "<": "", ">": "", "|": "/"})
# A full stop ends a sentence where a capital follows, unless an initial or "e.g." precedes it.
_END = re.compile(r"(?<!\b[A-Z])(?<!e\.g)(?<!i\.e)(?<!etc)(?<!vs)[.!?](?=\s+[A-Z(“\"]|$)")


def cite(course: Course) -> str:
    """'[CSCI 104L]'."""
    return f"[{course.code}]"


def named(course: Course) -> str:
    """'[CSCI 104L] Data Structures'."""
    return f"[{course.code}] {plain(course.title)}"


def series(items: Sequence[str], last: str = "and") -> str:
    """'a, b and c'."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def plural(count: int, noun: str) -> str:
    """'1 course', '12 courses'."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def be(count: int) -> str:
    """'is' or 'are'."""
    return "is" if count == 1 else "are"


def one(what: str) -> str:
    """'a PSYC course', 'an upper-division course'."""
    return f"{'an' if what[:1] in 'aeiouAEIO' else 'a'} {what}"


def given(text: str, start: str = "", end: str = "") -> str:
    """The text between `start` and `end`, or nothing where there is no text."""
    return f"{start}{text}{end}" if text else ""


def bullets(rows: Sequence[str]) -> str:
    """One row a line: '- first\\n- second'."""
    return "\n".join(f"- {row}" for row in rows)


def the_file(catalogue: Catalogue) -> str:
    """'the Spring 2024 file'."""
    return f"the {catalogue.term} file" if catalogue.term else "this course file"


def capital(text: str) -> str:
    """The text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def plain(text: str) -> str:
    """Catalogue text as one line without HTML, links, images or marks a chat would render."""
    text = _ADDRESS.sub("", _TAG.sub(" ", _LINK.sub(r"\1", text)))
    return " ".join(text.translate(_MARKS).split())


def sentences(text: str) -> list[str]:
    """The sentences of a text, made plain, each with its full stop."""
    text, found, start = plain(text), [], 0
    for end in _END.finditer(text):
        found.append(text[start : end.end()].strip())
        start = end.end()
    rest = text[start:].strip()
    return [*found, rest if rest.endswith(".") else f"{rest}."] if rest else found


def opening(text: str, limit: int) -> str:
    """The first sentences that fit `limit` characters; of a longer first one, its first words."""
    taken = ""
    for sentence in sentences(text):
        if len(taken) + len(sentence) > limit:
            break
        taken = f"{taken} {sentence}".strip()
    return taken or shorten(plain(text), limit)


def shorten(text: str, limit: int) -> str:
    """The text cut at a word, with an ellipsis where something is left off."""
    return text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0].rstrip(",;:") + "…"
