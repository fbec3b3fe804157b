"""What an answer rests on: its citations, the claims its prompt supports, the codes it invents."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from eval.judge import asked, codes, normal, spell
from eval.questions.needs import Key, identity
from eval.questions.records import WEEK, File

Row = dict[str, Any]
_CODE = re.compile(r"\[?\b[A-Za-z]{2,5}[ -]?\d{3}[A-Za-z]{0,4}\b\]?")
_NUMBER = re.compile(r"\d+(?:[.:]\d+)*")
_DAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?\b", re.IGNORECASE
)
# Two capitalised words and more: names of people and titles. The first word of a sentence is none.
_NAME = re.compile(r"(?<![.!?:] )(?<!^)(?<!\n)\b[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)+", re.MULTILINE)


def citations(question: Row, answer: Row) -> tuple[float | None, float | None]:
    """Precision: of what is cited, the share that gold or the question names; recall: of gold's
    codes, the share cited. None where nothing is cited, or gold asks for no course.
    """
    gold = question["gold"]
    if "codes" not in gold and "any_of" not in gold:
        return None, None
    groups = (gold.get(name, ()) for name in ("codes", "any_of", "allow"))
    good = {identity(code) for group in groups for code in group}
    good |= set(codes(asked(question), loosely=True))
    have = {key for text in answer.get("citations", ()) for key in codes(text)}
    must = {identity(code) for code in gold.get("codes", ())}
    return share(len(have & good), len(have)), share(len(have & must), len(must))


def share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def faithfulness(question: Row, answer: Row) -> float | None:
    """Of the claims of an answer, the share that stands in the facts and records it was given.

    Claims are course codes, numbers, clock times, weekdays and names. None where the answer makes
    none, or its row does not say what was given.
    """
    given = [*answer.get("facts", ()), *(m["content"] for m in answer.get("prompt") or ())]
    if not [text for text in given if text != question["question"]]:
        return None
    text = "\n".join([*given, asked(question)])
    made = claims(str(answer.get("answer", "")))
    return share(len(made & claims(text, loosely=True)), len(made))


def claims(text: str, loosely: bool = False) -> set[str]:
    """The claims of a text in one spelling each; `loosely` takes every pair of words for a name."""
    found = {"code " + spell(key) for key in codes(text, loosely=loosely)}
    bare = _CODE.sub(" ", text)
    counted = bare if loosely else re.sub(r"\bone\b", " ", bare, flags=re.IGNORECASE)
    found |= {"number " + n for n in _NUMBER.findall(normal(counted))}
    found |= {"day " + day[:3].lower() for day in _DAY.findall(bare)}
    found |= {"day " + day.lower() for day in runs(bare)} if loosely else set()
    return found | {"name " + pair for pair in names(bare, loosely)}


def runs(text: str) -> set[str]:
    """The days of 'MWF' and 'TTh'."""
    letters = {"M": "Mon", "Tu": "Tue", "T": "Tue", "W": "Wed", "Th": "Thu", "F": "Fri"}
    spelt = re.findall(r"\b((?:M|Tu|Th|T|W|F){2,5})\b", text)
    return {letters[x] for run in spelt for x in re.findall("Tu|Th|[MTWF]", run)} & set(WEEK)


def names(text: str, loosely: bool) -> set[str]:
    """Each two neighbouring words of a name, lower case."""
    parts = [text] if loosely else _NAME.findall(text)
    found: set[str] = set()
    for part in parts:
        words = re.findall(r"[\w'’-]+", part.lower())
        found |= {f"{a} {b}" for a, b in zip(words, words[1:], strict=False)}
    return found


def known(file: File) -> set[Key]:
    """Every course the file names anywhere, and every sequence without its part."""
    keys = {record.key for record in file.records} | file.named
    return keys | {(program, number, "") for program, number, _ in keys}


def invented(question: Row, answer: Row, real: Collection[Key]) -> list[str]:
    """Codes the answer names or cites that neither the file nor the question does."""
    text = " ".join([str(answer.get("answer", "")), *answer.get("citations", ())])
    mentioned = set(codes(asked(question), loosely=True))
    return [spell(key) for key in codes(text) if key not in real and key not in mentioned]
