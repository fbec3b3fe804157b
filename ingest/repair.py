"""Text repair: what a wrong decoding or a careless web page has done to a text is undone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from html import unescape
from html.entities import html5

_Mend = Callable[[re.Match[str]], str]
# Windows-1252 leaves five bytes undefined, which decoders let through as control characters.
_CHARS = {b: bytes([b]).decode("cp1252", "ignore") or chr(b) for b in range(0x80, 0x100)}
_BYTES = {char: byte for byte, char in _CHARS.items()}
_TAIL = "[" + re.escape("".join(_CHARS[b] for b in range(0x80, 0xC0))) + "]"
_PLAIN_TAIL = "[\xa0-\xbf]"
# UTF-8 read as Windows-1252. Only what no language writes: 'É”' could be a quoted word's end, so
# the leads are those of Latin letters and marks (Â, Ã, then Ä, Å with a sign that is no quote),
# punctuation and symbols (â and a sign), and emoji (ðŸ).
_MOJIBAKE = re.compile(f"[ÂÃ]{_TAIL}|[ÄÅ]{_PLAIN_TAIL}|â[€\x81‚„†ˆ‰]{_TAIL}|ðŸ{_TAIL}{_TAIL}")
# The last byte of a closing quote (0x9D) is often lost on the way.
_LOST_QUOTE = re.compile("â€(?=\\s|$|[.,;:!?)])")
_CONTROL_QUOTE = re.compile("[\x80-\x9f]")
_ENTITY = re.compile(r"&(#\d{1,7}|#x[\da-fA-F]{1,6}|[A-Za-z]\w{0,30});")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0e-\x1b\x7f\xad]")


def repair(text: str) -> tuple[str, tuple[str, ...]]:
    """The text mended, on one line and singly spaced, and each change: "'â€™' -> '’'".

    Spacing and Unicode composition are normalised without a word.
    """
    changes: list[str] = []
    for _ in range(3):  # text that went through the mill twice needs two turns
        before = text
        for pattern, mend in _STEPS:
            text = _apply(pattern, mend, text, changes)
        if text == before:
            break
    return " ".join(unicodedata.normalize("NFC", text).split()), tuple(dict.fromkeys(changes))


def _apply(pattern: re.Pattern[str], mend: _Mend, text: str, changes: list[str]) -> str:
    def change(match: re.Match[str]) -> str:
        new = mend(match)
        if new != match[0]:
            changes.append(f"{_show(match[0])} -> {_show(new)}")
        return new

    return pattern.sub(change, text)


def _redecode(match: re.Match[str]) -> str:
    try:
        return bytes(_BYTES[char] for char in match[0]).decode()
    except UnicodeDecodeError:
        return match[0]


def _undo_entity(match: re.Match[str]) -> str:
    """'&amp;' -> '&'; in 'M&As;' a page took '&As' for an entity and closed it: -> '&As'."""
    if match[1].startswith("#") or match[1] + ";" in html5:
        return unescape(match[0])
    return match[0][:-1]


def _show(text: str) -> str:
    return f"'{text}'" if text.isprintable() else ascii(text)


_STEPS: tuple[tuple[re.Pattern[str], _Mend], ...] = (
    (_MOJIBAKE, _redecode),
    (_LOST_QUOTE, lambda match: "”"),
    (_CONTROL_QUOTE, lambda match: _CHARS[ord(match[0])]),
    (_ENTITY, _undo_entity),
    (_INVISIBLE, lambda match: ""),
)
