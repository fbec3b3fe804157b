"""Words that titles are to hold: "with 'race' in the title", "whose title contains jazz"."""

from __future__ import annotations

import re

from rag.query import Filter
from rag.understanding.words import FILLERS, FUNCTION, WORDED, Text

TITLE = r"(?:(?:class|course) )?(?:titles?|names?)"
# After the words, and before them.
IN_TITLE = (
    r"(?:(?:(?:must|should|has to|have to|needs? to) )?(?:be|appears?|shows? up|occurs?) )?"
    rf"(?:somewhere )?(?:in|within|as part of) (?:(?:the|their|its|a|it 's|that 's) )*{TITLE}"
    r"(?! (?:of|is|for) )"
)
# "Titled with the word justice": the words stand after it all the same.
TITLED = r"(?:titled|named|called)(?: \S+)? (?:with|using|containing|including) "
TITLE_HAS = (
    rf"{TITLED}(?:(?:both|the|a|any|either|of|words?|terms?|phrases?) )*"
    r"(?:words?|terms?|phrases?)|"
    rf"(?:(?:whose|where|the|its|their|with|have|a|if|and|that|which|in) )*{TITLE} "
    r"(?:(?:that|which|to|must|should|do|does) )*(?:contains?|containing|includes?|including|has|"
    r"have|having|mentions?|mentioning|says?|saying|uses?|using|features?|featuring|"
    r"starts? with|begins? with|with(?! (?:no|the most|more|few\S*|longest|\d)))"
    r"(?: (?:both|the|a|any|either|of|words?|terms?|phrases?))*"
)
# What leads to the words: "that have the word X", of which nothing is a topic.
LEAD = re.compile(
    r"(?<!\S)(?:(?:that|which|with|have|has|having|contains?|containing|includes?|including|mentions?|"
    r"mentioning|says?|uses?|using|both|either|the|a|an|any|words?|terms?|phrases?|actual|plain|"
    r"literally) )+$"
)
NOUNS = ("word", "words", "term", "terms", "phrase")
JOINS = ("and", ",", "/", "or")
LONGEST = 5
NO = frozenset(("not", "without", "no", "never"))


def mark_worded(text: Text) -> None:
    """Put a mark that holds the words in the place of each such condition.

    That is before courses are sought: what the words are part of is no course.
    """
    while match := text.has(IN_TITLE):
        end = text.line.count(" ", 0, match.start())
        start = _before(text.words, end)
        if start == end:
            break
        _mark(text, start, end, end + match[0].count(" ") + 1)
    while match := text.has(TITLE_HAS):
        start = text.line.count(" ", 0, match.start())
        first = start + match[0].count(" ") + 1
        end = _after(text.words, first)
        if end == first:
            break
        words = text.words[first:end]
        end += text.words[end : end + 2] in (["in", "them"], ["in", "it"], ["in", "there"]) and 2
        text.replace(start, end, _written(words))


def find_worded(text: Text) -> list[Filter]:
    """The conditions that were so marked; each becomes a mark "%"."""
    found = []
    while match := text.take(rf"{WORDED}(?P<no>[!]?)(?P<what>\S+)"):
        values = tuple(part.replace("+", " ") for part in match["what"].split("|"))
        found.append(Filter("titled", values, "not" if match["no"] else "any"))
    return found


def unmarked(word: str) -> str:
    """What such a mark stands for, in words; any other word as it is."""
    if not word.startswith(WORDED):
        return word
    said = word.lstrip(f"{WORDED}!").replace("|", " or ").replace("+", " ")
    return f"with {said} in the title"


def _written(words: list[str], no: bool = False) -> str:
    """The mark: the words of each choice joined by "+", the choices by "|"."""
    choices = " ".join(words).split(" or ")
    kept = ("+".join(w for w in c.split() if w not in JOINS) for c in choices)
    return f"{WORDED}{'!' if no else ''}{'|'.join(filter(None, kept))}"


def _mark(text: Text, start: int, end: int, stop: int) -> None:
    """Put the mark in the place of words start..end-1, of what leads to them and of "in the title"
    up to `stop`."""
    words = text.words[start:end]
    led = LEAD.search("".join(f"{word} " for word in text.words[:start]))
    first = start - led[0].count(" ") if led else start
    no = first > 0 and text.words[first - 1] in NO
    text.replace(first - no, stop, _written(words, no))


def _before(words: list[str], end: int) -> int:
    """Where the words that end there begin: those next to it, then as long as they say something,
    or join what does."""
    at = end
    while at > 0 and end - at < LONGEST:
        word = words[at - 1]
        joins = word in JOINS and at < end and at > 1 and _says(words[at - 2], False)
        if (word in NOUNS and at < end) or not (joins or _says(word, at == end)):
            break
        at -= 1
    return at


def _after(words: list[str], start: int) -> int:
    """Where the words that begin there end."""
    at = start
    while at < len(words) and at - start < LONGEST:
        word = words[at]
        joins = word in JOINS and at > start and at + 1 < len(words) and _says(words[at + 1], False)
        if not (joins or _says(word, at == start)):
            break
        at += 1
    return at


def _says(word: str, near: bool) -> bool:
    return word[0].isalnum() and word not in (FUNCTION if near else FILLERS)
