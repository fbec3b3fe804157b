"""Noise: what students' typing does to a question, everywhere but in what fills its slots."""

from __future__ import annotations

import re
from random import Random

from finetune.phrasing import table

CLEAN = 0.4  # of questions are left as they are written
_SLOT = re.compile(r"(\{\w+\})")
_WORD = re.compile(r"[A-Za-z]{5,}")
_NEAR = dict(
    zip("abcdefghijklmnoprstuvwy", "svxsrdghujkknmpladyyceu", strict=True)  # neighbouring keys
)


def roughen(template: str, rng: Random) -> str:
    """The template as one might type it: chatty, terse, in lower case, with a slip of the keys."""
    if rng.random() < CLEAN:
        return template
    for change, often in (
        (_chat, 0.3),
        (_shorten, 0.25),
        (_lower, 0.5),
        (_bare, 0.4),
        (_slip, 0.3),
    ):
        if rng.random() < often:
            template = change(template, rng)
    return template


def _chat(text: str, rng: Random) -> str:
    noise = table("noise")
    if rng.random() < 0.65:
        opener = rng.choice(noise["openers"])
        lowered = text[:1].lower() + text[1:] if opener[-2] == "," and text[:2] != "I " else text
        return opener + lowered
    return text + rng.choice(noise["closers"])


def _shorten(text: str, rng: Random) -> str:
    short: dict[str, str] = table("noise")["short"]
    words = [word for word in short if re.search(rf"\b{re.escape(word)}\b", text)]
    if not words:
        return text
    word = rng.choice(words)
    return re.sub(rf"\b{re.escape(word)}\b", short[word], text, count=1)


def _lower(text: str, rng: Random) -> str:
    return "".join(p if p.startswith("{") else p.lower() for p in _SLOT.split(text))


def _bare(text: str, rng: Random) -> str:
    return text.rstrip(".?!")


def _slip(text: str, rng: Random) -> str:
    """One letter of one longer word swapped, left out, doubled or hit beside."""
    parts = _SLOT.split(text)
    words = [(i, m) for i in range(0, len(parts), 2) for m in _WORD.finditer(parts[i])]
    if not words:
        return text
    i, match = rng.choice(words)
    word = match[0]
    at = rng.randrange(1, len(word) - 1)
    slips = (
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + _NEAR.get(word[at], word[at]) + word[at + 1 :],
    )
    parts[i] = parts[i][: match.start()] + rng.choice(slips) + parts[i][match.end() :]
    return "".join(parts)
