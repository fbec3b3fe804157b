"""Courses that are needed or missing for the one asked about last, meant without their codes: "the
missing one", "are those two offered", "the math option"."""

from __future__ import annotations

from collections.abc import Sequence

from rag.catalogue import Catalogue
from rag.understanding.codes import Mention
from rag.understanding.departments import names
from rag.understanding.past import Past
from rag.understanding.words import Text

_NOUN = r"(?:one|{class}|prereqs)"
ONE = (
    rf"(?:(?:the|that|this|my) )?(?:missing|lacking|needed|required) {_NOUN}|"
    rf"(?:the|that) (?:{_NOUN} )?(?:that |which )?(?:i am (?:still )?(?:missing|lacking)|"
    r"i (?:still )?(?:lack|need)|is (?:still )?(?:missing|needed|required)|it (?:needs|requires|"
    r"wants))(?= ?$| [?.,]| (?:need|needs|have|has|offered|meet|clash|itself|first)(?: |$))"
)
SEVERAL = (
    r"(?:(?:are|is|do|does|when are|when is|who teaches|which of|either of|any of|both of|one "
    r"of) )?"
    r"(?P<some>(?:those|these|the) two|both(?: of (?:them|those|these))?|"
    r"(?:either|any|which|one|neither)(?: one)? of (?:them|those|these|the two)|those|these|them|"
    r"(?<=are )they|(?<=do )they)"
    r"(?= ?$| [?.,]| (?:together|each|overlap|offered|available|running|taught|this|now|open|"
    r"meet|clash|need|have|are|is|"
    r"both|also|at|on|in)(?: |$))"
)
BY_NAME = (
    r"(?:the|that) (?P<name>[a-z]+) (?:one|option|{class}|part|prereqs|alternative|side|half)"
    r"(?! (?:about|on|with))"
)


def find_owed(text: Text, mentions: list[Mention], past: Past, catalogue: Catalogue) -> None:
    """Put marks in the place of the words for courses that are needed."""
    if not past.owed or any(m.how in ("code", "title") for m in mentions):
        return
    if len(past.owed) == 1:
        if text.take(ONE, f"#{len(mentions)}"):
            _mention(mentions, past.owed, catalogue)
        return
    if (match := text.has(BY_NAME)) and (codes := _of(match["name"], past.owed)):
        _put(text, mentions, BY_NAME, match[0], codes, catalogue)
    elif (match := text.has(SEVERAL)) and _all_of(match["some"], past):
        _put(text, mentions, SEVERAL, match["some"], past.owed, catalogue)


def _put(
    text: Text,
    mentions: list[Mention],
    words: str,
    said: str,
    codes: Sequence[str],
    catalogue: Catalogue,
) -> None:
    """Put a mark for each of the codes in the place of what is said of them."""
    marks = " and ".join(f"#{len(mentions) + n}" for n in range(len(codes)))
    if match := text.has(words):
        text.take(words, match[0].replace(said, marks))
        text.spread()
    for code in codes:
        _mention(mentions, (code,), catalogue)


def _all_of(said: str, past: Past) -> bool:
    """Whether the words mean all that is needed: "those two" does where it is two."""
    return said.split()[-1] != "two" or len(past.owed) == 2


def _of(name: str, owed: Sequence[str]) -> tuple[str, ...]:
    """Those of the courses that are of the department of that name, where others are not."""
    programs = names().get((name,), ())
    found = tuple(code for code in owed if code.split(" ")[0] in programs)
    return found if len(found) < len(owed) else ()


def _mention(mentions: list[Mention], codes: tuple[str, ...], catalogue: Catalogue) -> None:
    held = codes[0] in catalogue.by_code
    mentions.append(Mention(codes if held else (), "" if held else codes[0], how="shown"))
