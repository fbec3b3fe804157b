"""Whether one answer is right by its gold: strict on facts, indifferent to how they are spelt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from eval.questions.gold import Gold
from eval.questions.needs import Key, identity

Row = dict[str, Any]
_CODE = re.compile(r"\b([A-Z]{2,5})[ -]?(\d{3})([A-Za-z]{0,4})\b")
_LOWER_CODE = re.compile(r"\b([A-Za-z]{2,5})[ -]?(\d{3})([A-Za-z]{0,4})\b")
_SPELT = "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_NUMBERS = {word: str(n) for n, word in enumerate(_SPELT.split("|"))}
_SAYS = {
    "nothing": re.compile(r"\b(no|not|none|nothing|without|0|any|every|all)\b|n't\b"),
    "unknown": re.compile(
        r"\b(tba|unknown|none|not|no|later|arranged)\b|n't\b|announced|unlisted|undetermined"
    ),
}
_YES = re.compile(
    r"\b(yes|yep|yeah|you (can|may|could)|eligible|is (a )?(prerequisite|required|needed|offered)"
    r"|(is|are) (allowed|enough|possible|met)|meets? the|satisf\w+|has a lab|does)\b"
)
_NO = re.compile(
    r"\b(no|nope|not|cannot|can't|isn't|doesn't|don't|aren't|won't|unable|ineligible|missing"
    r"|still need)\b"
)
_REFUSES = re.compile(
    r"\b((do|does|did|is|are|could|can)(n't| not) (say|tell|find|list|mention|state|show|know|give"
    r"|in\b|have|include|answer|cover|hold|among|contain|provide)|not (in|among|given|stated|said"
    r"|mentioned|found|listed|available)|says? nothing|cannot (say|tell|answer|find|help)|can only"
    r"|no (information|record|data)|nothing (about|on)|(i am|i'm) (sorry|unable|not able))\b"
)


def faults(question: Row, answer: Row) -> list[str]:
    """What is wrong with the answer, in a few words each; empty where it is right."""
    gold: Gold = question["gold"]
    refused = bool(answer.get("refused"))
    said = normal(str(answer.get("answer", "")))
    found = ["leaks: " + words for words in gold.get("forbid", ()) if stands(said, words)]
    if gold.get("cites") is False and answer.get("citations"):
        found.append("cites " + ", ".join(answer["citations"]))
    if refused and gold.get("or_refused"):
        return found
    if "refused" in gold and refused != gold["refused"]:
        return [*found, "refused" if refused else "not refused"]
    if not said:
        return ["empty answer"]
    return found + wrong_words(gold, said) + wrong_codes(gold, question, answer)


def wrong_words(gold: Gold, said: str) -> list[str]:
    """Values, verdict and description words that are missing."""
    lacking = [group for group in gold.get("values", ()) if not any(stands(said, w) for w in group)]
    found = [f"no {group[0]}" for group in lacking]
    if "says" in gold and not _SAYS[gold["says"]].search(said):
        found.append(f"does not say {gold['says']}")
    for words in gold.get("about", ()):
        hits = sum(stem(word) in said for word in words)
        if hits < min(3, len(words)):
            found.append(f"{hits} words of the description")
    if "verdict" in gold and verdict(said) != gold["verdict"]:
        found.append(f"verdict {verdict(said) or 'unclear'}, not {gold['verdict']}")
    return found


def wrong_codes(gold: Gold, question: Row, answer: Row) -> list[str]:
    """Courses that are missing, wrong, badly joined, or of the wrong number."""
    text = str(answer.get("answer", ""))
    named = codes(text, loosely=True)
    cited = [identity(c) for c in answer.get("citations", ()) if _LOWER_CODE.fullmatch(c)]
    have = {*named, *cited}
    found = [f"no {code}" for code in gold.get("codes", ()) if identity(code) not in have]
    right = [identity(code) for code in gold.get("any_of", ())]
    hits = have & set(right)
    if right and len(hits) < gold.get("least", 1):
        found.append(f"{len(hits)} of {len(right)} right courses")
    strict = [key for key in codes(text) if key not in codes(asked(question), loosely=True)]
    if gold.get("first") and [*strict, *cited][:1] != [
        k for k in [*strict, *cited][:1] if k in right
    ]:
        found.append("another course first")
    if gold.get("only"):
        found += outside(gold, question, [*strict, *cited])
    if "total" in gold and not counted(gold, normal(_CODE.sub(" ", text)), len(hits)):
        found.append(f"total {gold['total'][0]} not stated")
    if "joined" in gold:
        found += misjoined(gold, normal(text))
    return found


def outside(gold: Gold, question: Row, keys: Iterable[Key]) -> list[str]:
    """Courses named that neither gold nor the question holds."""
    groups = (gold.get(name, ()) for name in ("codes", "any_of", "allow"))
    allowed = {identity(code) for group in groups for code in group}
    allowed |= set(codes(asked(question), loosely=True))
    wrong = dict.fromkeys(key for key in keys if key not in allowed)
    return [f"wrong course {spell(key)}" for key in wrong]


def counted(gold: Gold, said: str, named: int) -> bool:
    """Whether a right total stands in the text without codes, or all courses do and need none."""
    said = re.sub(r"[\d.-]+ unit", " ", said)
    stated = any(re.search(rf"(?<![\w.:-]){n}(?![\w:]|\.\d)", said) for n in gold["total"])
    if 0 in gold["total"]:
        stated = stated or bool(re.search(r"\b(no|none|not|n't)\b", said))
    return stated or (not gold.get("count") and named in gold["total"])


def misjoined(gold: Gold, said: str) -> list[str]:
    """'or' between courses that are all needed, or none where one of them will do."""
    spots = [
        m.span() for m in _LOWER_CODE.finditer(said) if key_of(m) in map(identity, gold["codes"])
    ]
    if len(spots) < 2:
        return []
    between = said[max(0, spots[0][0] - 40) : spots[-1][1]]
    either = re.search(r"\bor\b|1 (of|from)\b|either|any of|/", between)
    if gold["joined"] == "or":
        return [] if either else ["alternatives not told as such"]
    return ["told as alternatives"] if re.search(r"\bor\b|1 (of|from)\b", between) else []


def verdict(said: str) -> str:
    """'yes' or 'no' as the first word says, else as the first sentence; '' where neither does."""
    lead = re.match(r"\W*(yes|yep|yeah|no|nope|not)\b", said)
    if lead:
        return "yes" if lead[1].startswith("y") else "no"
    first = re.split(r"(?<=[.!?])\s+(?=\D)|\n", said.strip())[0]
    if _NO.search(first):
        return "no"
    return "yes" if _YES.search(first) else ""


def asked(question: Row) -> str:
    """The question with the conversation before it, in whichever form that is kept."""
    turns = [
        str(turn[name])
        for turn in question.get("history") or ()
        for name in ("content", "question", "answer")
        if turn.get(name)
    ]
    return "\n".join([*turns, question["question"]])


def codes(text: str, loosely: bool = False) -> list[Key]:
    """Courses named, in order, each once; `loosely` reads 'csci 104' as well as 'CSCI 104'."""
    pattern = _LOWER_CODE if loosely else _CODE
    return list(dict.fromkeys(key_of(match) for match in pattern.finditer(text)))


def key_of(match: re.Match[str]) -> Key:
    return identity(match[1] + match[2] + match[3])


def spell(key: Sequence[Any]) -> str:
    """('CHEM', 105, 'b') -> 'CHEM 105b'."""
    return f"{key[0]} {key[1]:03d}{key[2]}"


def normal(text: str) -> str:
    """Lower case, numbers as digits, one spelling of units, ranges and times."""
    text = text.lower().replace("’", "'").replace("–", "-").replace("—", " - ")
    text = re.sub(r"\b(a|p)\.m\.?", r"\1m", text)
    text = re.sub(rf"\b({_SPELT})\b", lambda m: _NUMBERS[m[1]], text)
    text = re.sub(r"(\d),(\d{3})\b", r"\1\2", text)
    text = re.sub(r"\b(\d+)\.0+\b", r"\1", text)
    text = re.sub(r"(\d) ?(?:to|through|-) ?(\d)", r"\1-\2", text)
    text = re.sub(r"(\d) +(am|pm)\b", r"\1\2", text)
    text = re.sub(r"(?<![:\d])(\d{1,2})(am|pm)\b", r"\1:00\2", text)
    text = re.sub(r"(\d)[ -]*(?:units?|credits?|credit hours?)\b", r"\1 unit", text)
    return re.sub(r"\s+", " ", text).strip()


def stands(said: str, words: str) -> bool:
    """Whether a spelling stands in the normalised text, on its own and not inside a range."""
    wanted = normal(words)
    if not wanted[:1].isalnum():
        return wanted in said
    range_before = r"(?<!\d-)(?<!\d\.)" if wanted[0].isdigit() and wanted.endswith("unit") else ""
    plural = "s?" if wanted[-1].isalpha() else r"(?!\.?\d)"
    return bool(re.search(rf"{range_before}(?<!\w){re.escape(wanted)}{plural}(?!\w)", said))


def stem(word: str) -> str:
    """The first six letters: 'marketing' and 'markets' count as one."""
    return word[:6]


def refuses(text: str) -> bool:
    """Whether the first sentence says that something is not known: for answers without a flag."""
    first = re.split(r"(?<=[.!?])\s+(?=\D)|\n", text.strip())[0]
    return bool(_REFUSES.search(normal(first)))
