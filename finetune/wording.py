"""Wording: other ways to say an exact statement, sentence by sentence, from the rules in a file."""

from __future__ import annotations

import re
from functools import cache
from random import Random

from finetune.phrasing import table
from rag.guard import split

AS_IT_IS = 0.35  # of sentences that have other wordings keep the statement's own
Rule = tuple[re.Pattern[str], list[str], list[str]]


def reword(statement: str, rng: Random) -> str:
    """The statement with some of its sentences said in other words, or left out where they may be.

    A verdict and what follows it ('Yes. [X] is ...') are one sentence.
    """
    sentences = [sentence.strip() for sentence in split(statement)]
    said: list[str] = []
    while sentences:
        taken = 2 if sentences[0] in ("Yes.", "No.") else 1
        said.append(_say(" ".join(sentences[:taken]), rng))
        sentences = sentences[taken:]
    return " ".join(filter(None, said))


def _say(sentence: str, rng: Random) -> str:
    found = _rule(sentence)
    if found is None or rng.random() < AS_IT_IS:
        return sentence
    match, wordings = found
    filled = rng.choice(wordings).format(**match.groupdict())
    return filled[:1].upper() + filled[1:]


def _rule(sentence: str) -> tuple[re.Match[str], list[str]] | None:
    for pattern, say, one in _rules():
        match = pattern.fullmatch(sentence)
        if match:
            singular = one and re.match(r"1\b", match.groupdict().get("n") or "")
            return match, one if singular else say
    return None


@cache
def _rules() -> tuple[Rule, ...]:
    return tuple(
        (re.compile(rule["match"]), rule["say"], rule.get("one", []))
        for rule in table("answers")["rule"]
    )
