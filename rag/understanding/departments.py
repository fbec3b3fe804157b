"""Programs as students name them: codes, full names and nicknames, found in the words of a text."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from itertools import takewhile

from rag.programs import programs
from rag.understanding.words import CONDITION, Text, bag, content, pattern

# Codes that are English words or too short to be meant in lower case.
WORDY = bag(
    """art arts acad law med des gr ir ms os ee hp pt ot pr em red pain core plus usc colt life path
    port rel lat ht pdf mor mda lim si psc ce cj js ali alis pm rest print sae prin dent fdn
    """
)
# Of these, those that are said of classes of any program: "core classes".
ADJECTIVES = bag("core plus life rest os ms art arts print")
LONGEST = 7
NOUN = (
    "{class}|options?|department|program|major|majors|minor|electives|stuff|gen eds?|ges?|school|"
    "side"
)
# Words that may stand between a program's name and what it qualifies, or before it.
MODIFIERS = bag(
    """lower upper graduate grad undergrad division level introductory intro beginner beginning
    advanced basic easy interesting new general elective required core beginners entry online
    evening morning afternoon weekend night major non typical average usual normal fast faster
    quicker accelerated intensive slower"""
)
# What stands before a program asked for or ruled out.
BEFORE = bag("in from for within of besides except excluding outside than not but at")
# What may follow a program that closes what is sought: "400 level rel with no labs".
AFTER = bag("on in at with without that which please only then no not between before after and")
# Verbs whose whole object a subject is: "my daughter wants astronomy."
WANTED = bag("want wants wanting wanted need needs needing prefer prefers")
AUXILIARY = bag("do does did would will should must can could may might who why when if")
ENDS = (".", "!", "?", ",", ";")
CHOOSING = bag("what which any all list show me need")
TOPICAL = bag(
    "about on involving regarding covering concerning learn study studying like love enjoy "
    "understand exploring explore into related relating"
)
# Verbs that stand before a number that names a course, and are no department.
VERBS = bag(
    """skip skipping swap swapping hit hits hitting drop dropping add adding grab grabbing try
    trying ditch replace switch keep pick picking choose finish passing finishing retake
    retaking squeeze need take do did does is are was were be can could would will should may
    might must has have had get getting start starting join compare like love hate want see show
    tell below above beyond pass fail failed failing aced bomb bombed crush survived survive
    considering doing consider audit avoid avoiding dodge clear cleared cover unlock unlocks
    open opens overlap overlaps clash clashes collide collides conflict conflicts"""
)


@cache
def names() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Every name, nickname and code as words -> the program codes it may mean."""
    found: dict[tuple[str, ...], list[str]] = {}
    for program in programs().values():
        for name in (program.code, program.name, *program.nicknames):
            codes = found.setdefault(tuple(Text(name).words), [])
            if program.code not in codes:
                codes.append(program.code)
    return {words: tuple(codes) for words, codes in found.items() if words}


def subject(word: str) -> str:
    """A program's name for its code, which no model knows: "hrm" -> "human resource management"."""
    program = programs().get(word.upper()) if word not in WORDY else None
    return program.name.split(" (")[0].lower() if program else word


def program_before(text: Text, end: int) -> tuple[int, tuple[str, ...]]:
    """Where the longest program name that ends just before word `end` starts, and its codes.

    (end, ()) where no name ends there.
    """
    for start in range(max(0, end - LONGEST), end):
        codes = names().get(tuple(text.words[start:end]))
        if codes:
            return start, codes
    return end, ()


def find_programs(text: Text, title_words: Collection[str] = ()) -> list[tuple[str, ...]]:
    """The programs the text asks for; each is replaced by a mark "@n", n its place in the list.

    A plain word ("history") counts only where it qualifies classes or a department and no other
    word of a topic stands beside it: "film history" and "the history of science" are topics.
    """
    found: list[tuple[str, ...]] = []
    start = 0
    while start < len(text.words):
        end, codes = _longest(text, start)
        if codes and _meant(text, start, end, title_words):
            text.replace(start, end, f"@{len(found)}")
            found.append(codes)
            end = start + 1
        start = max(end, start + 1) if codes else start + 1
    _find_joined(text, found)
    return found


def drop_names(text: Text, found: list[tuple[str, ...]]) -> None:
    """Take out words beside a program that only name it once more: "theatre courses (THTR)"."""
    for at in range(len(text.words) - 1, -1, -1):
        mark = text.words[at]
        if mark[0] != "@":
            continue
        own = own_words(found[int(mark[1:])])
        end = _own_run(text.words[at + 1 :], own)
        text.replace(at + 1, at + 1 + end, "")
        start = _own_run(text.words[:at][::-1], own)
        text.replace(at - start, at, "")


def _own_run(words: list[str], own: frozenset[str]) -> int:
    """How many of the first words belong to a program's name, what joins them included."""
    run = 0
    for n, word in enumerate(words):
        if word in own and word not in ("and", "of", "in", "the"):
            run = n + 1
        elif word not in ("and", ",", "/", "of", "the") and not (run == 0 and _noun(word)):
            break
    return run


@cache
def own_words(codes: tuple[str, ...]) -> frozenset[str]:
    """The words that programs are named by."""
    known = (programs()[code] for code in codes if code in programs())
    said = (words for p in known for words in (p.name, *p.nicknames))
    return frozenset(word for words in said for word in Text(words).words)


def _find_joined(text: Text, found: list[tuple[str, ...]]) -> None:
    """A plain word that shares what another program qualifies: "sociology or @0 classes"."""
    for at in range(len(text.words) - 2, 0, -1):
        if text.words[at] in ("or", "and", ",", "/") and text.words[at + 1][0] == "@":
            start, codes = program_before(text, at)
            before = text.words[:start][::-1]
            if codes and not _in_topic(before) and not _topic(before[:1]):
                text.replace(start, at, f"@{len(found)}")
                found.append(codes)


def _longest(text: Text, start: int) -> tuple[int, tuple[str, ...]]:
    for end in range(min(len(text.words), start + LONGEST), start, -1):
        codes = names().get(tuple(text.words[start:end]))
        if codes:
            return end, codes
    return start, ()


def _meant(text: Text, start: int, end: int, title_words: Collection[str]) -> bool:
    words, written = text.words[start:end], text.written[start:end]
    if words == ["usc"] or (words == ["ge"]):
        return False
    before = text.words[:start][::-1]
    after = text.words[end:]
    capitals = len(words) == 1 and written[0].isupper() and len(words[0]) > 1
    if capitals and written[0] in programs():
        return True
    if len(words) == 1 and words[0].upper() in programs() and words[0] not in WORDY:
        return not (before and before[0] in TOPICAL and words[0] in title_words)
    if len(words) == 1 and words[0] in WORDY and (words[0],) not in _nicknames():
        return words[0] not in ADJECTIVES and _classed(before, after)
    plain = all(w in title_words or w in ("and", "of", "in") for w in words)
    return _qualifies(before, after, plain)


def _classed(before: list[str], after: list[str]) -> bool:
    """Whether classes of what stands between are meant: "hp classes", "200 level rel"."""
    near = next((w for w in after if w not in MODIFIERS and w != CONDITION), "")
    if _noun(near) and near not in ("major", "majors", "minor", "side", "school"):
        return True
    ends = not after or after[0][0] in ".,;?!%" or after[0] in AFTER
    return before[:1] == [CONDITION] and ends


@cache
def _nicknames() -> frozenset[tuple[str, ...]]:
    return frozenset(
        tuple(Text(name).words) for p in programs().values() for name in (*p.nicknames, p.name)
    )


def _qualifies(before: list[str], after: list[str], plain: bool) -> bool:
    """Whether a name between these words asks for a program; `before` is nearest word first."""
    near = next((w for w in before if w not in MODIFIERS and w not in ("the", "a", "an")), "")
    if near in ("or", "and") and _in_topic(before):
        return False
    if near == "like" and "would" in before[: before.index(near) + 3]:
        near = "want"  # "I would like an art history class"
    follows = next((w for w in after if w not in MODIFIERS), "")
    if near in ("does", "do") and follows in ("have", "has", "offer", "offers", "teach", "run"):
        return True
    if near in TOPICAL or (
        after and after[0] in ("of", "and") and _topic([w for w in after[1:3] if w != "the"][:1])
    ):
        return False
    if before and before[0] in WANTED and (not after or after[0] in ENDS):
        clause = takewhile(lambda word: word not in ENDS, before)
        if AUXILIARY.isdisjoint(clause):
            return True  # said, and not asked: "do I need chemistry"
    second = after[1] if after[:1] == ["or"] and len(after) > 1 else ""
    if second and _topic([second]) and (second,) not in names():
        return False  # "sailing or rowing classes"
    if not plain:
        return True
    if near == "in" and _topic(before[1:2]) and _in_topic(before[1:]) and not _noun(follows):
        return False  # "women in film"
    beside = [w for w in (near, after[0] if after else "") if w]
    if any(_topic([w]) and w not in MODIFIERS for w in beside) and not _noun(follows):
        return False
    if _topic([near]) and near not in MODIFIERS:
        return False
    if near in ("or", "and") and not _noun(follows):
        other = before.index(near) + 1
        if _topic(before[other : other + 1]):
            return False
    if follows[:1] == "%" and near in CHOOSING:
        return True  # "what philosophy gen eds"
    if near == "are" and follows[:1] in ("", "%", "?", ".") and any(map(_noun, before)):
        return True  # "which classes are biology"
    return _noun(follows) or near in BEFORE or near[:1] in "%@,/or"


def _in_topic(before: list[str]) -> bool:
    """Whether what stands before is a topic that goes on: "a class about film or"."""
    for word in before:
        if word in TOPICAL:
            return True
        if word[0] in "%@#~.?!" or _noun(word):
            return False
    return False


def _topic(words: list[str]) -> bool:
    """Whether the first word carries a topic."""
    if not words or not words[0] or words[0] in BEFORE:
        return False
    return bool(content(words)) and not _noun(words[0])


def _noun(word: str) -> bool:
    return bool(word) and bool(pattern(NOUN).fullmatch(word))


def spoken_of(text: Text) -> str:
    """The one department named in a word of the text: 'of the PSYC classes, who teaches 546'."""
    named = {w.upper() for w in text.words if w not in WORDY and w.upper() in programs()}
    if not named:
        short = [names().get((_degree(w),), ()) for w in text.words if w not in WORDY]
        named = {codes[0] for codes in short if len(codes) == 1}
    return named.pop() if len(named) == 1 else ""


def _degree(word: str) -> str:
    """The subject of a degree: "mscs" -> "cs"."""
    return word[2:] if word[:2] in ("ms", "bs") and (word[2:],) in names() else word
