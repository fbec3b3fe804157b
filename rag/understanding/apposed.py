"""One course named twice: its title, or a part of it, beside its code."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.catalogue import Catalogue
from rag.programs import programs
from rag.understanding.codes import NUMBER, Mention, resolve
from rag.understanding.titles import ROMAN, SMALL, Titles, canonical, spelled
from rag.understanding.vocabulary import ASKED
from rag.understanding.words import FILLERS, Text, bag

# What may stand between the two: "chess class SLL 199", "gen chem, CHEM 105a".
LINKS = bag("class course , - the aka namely called")
BEFORE_LINKS, AFTER_LINKS = LINKS, bag(", - the aka called")
ASKING = bag("is are was be or and vs")


def join_titles(text: Text, titles: Titles, mentions: list[Mention], catalogue: Catalogue) -> None:
    """Leave out the words beside the mark of a code that only name the same course."""
    at = 0
    while at < len(text.words):
        mark = text.words[at]
        named = mentions[int(mark[1:])] if mark[0] == "#" else Mention(())
        if text.words[at + 1 : at + 2] and text.words[at + 1] in titles.words:
            named = _begun(text, at, titles, mentions) or named
        title = {w for code in named.codes for w in spelled(catalogue.by_code[code].title)}
        if title:
            at = _before(text, at, titles, title)
            _after(text, at, titles, title)
        at += 1


def _begun(text: Text, at: int, titles: Titles, mentions: list[Mention]) -> Mention | None:
    """Mark the title that begins with a department and a number: "Italian 120 Language
    Practicum"."""
    mark = text.words[at]
    said = mentions[int(mark[1:])] if mark[0] == "#" else Mention(())
    code = said.unknown or "".join(said.codes[:1])
    letters, _, number = code.partition(" ")
    if said.how != "code" or len(said.codes) > 1 or letters not in programs():
        return None
    whole = text.copy()
    name = Text(programs()[letters].name).words
    whole.words = [*name, re.sub(r"\D+$", "", number), *text.words[at + 1 :]]
    end, codes = titles.find(whole, 0)
    if not codes or end <= len(name) + 1:
        return None
    text.replace(at, at + end - len(name), mark)
    mentions[int(mark[1:])] = Mention(codes, how="title")
    return mentions[int(mark[1:])]


def settle(text: Text, mentions: list[Mention], catalogue: Catalogue) -> None:
    """A bare number beside a title belongs to the department of that title: "orgo 2, the 322b
    one"; where it is that of one of the courses so called, it says which."""
    titled = [m for m in mentions if m.how == "title"]
    for place, mention in enumerate(mentions):
        bare = bool(NUMBER.fullmatch(mention.unknown))
        if mention.how == "title" or not (bare or text.has(f"the #{place} one")):
            continue
        for of in titled:
            found = _choice(of.codes, mention.unknown, catalogue) if bare else mention
            if found.codes:
                mentions[place] = found
                _merge(text, mentions, place, mentions.index(of))
                break


def departments(text: Text, titles: Titles) -> tuple[str, ...]:
    """The departments of the titles given in full: those a bare number may belong to."""
    if not any(len(w) > 2 and NUMBER.fullmatch(w) for w in text.words):
        return ()
    found = (code for at in range(len(text.words)) for code in titles.find(text, at)[1])
    return tuple(dict.fromkeys(code.split(" ")[0] for code in found))


def _before(text: Text, at: int, titles: Titles, title: set[str]) -> int:
    """Take out the title before the mark at `at`; where the mark is then."""
    end = at
    while end and text.words[end - 1] in BEFORE_LINKS and at - end < 2:
        end -= 1
    start = end
    while start and _of(text.words[start - 1 : end], titles, title):
        start -= 1
    while start < end and _plain(text.words[start]):
        start += 1
    if start == end or not _enough(text.words[start:end], title, "," in text.words[end:at]):
        return at
    start -= bool(start) and text.words[start - 1] == "the"
    text.replace(start, at, "")
    return start


def _after(text: Text, at: int, titles: Titles, title: set[str]) -> None:
    """Take out the title after the mark at `at`."""
    if at and text.words[at - 1] in ASKING:
        return  # "is CSCI 104 about programming" asks it
    start = at + 1
    while start < len(text.words) and text.words[start] in AFTER_LINKS and start - at < 3:
        start += 1
    end = start
    while end < len(text.words) and _of(text.words[start : end + 1], titles, title):
        end += 1
    while end > start and text.words[end - 1] in SMALL - set(ROMAN):
        end -= 1
    words = text.words[start:end]
    if words and not _plain(words[0]) and _enough(words, title, True):
        text.replace(at + 1, end, "")


def _of(words: Sequence[str], titles: Titles, title: set[str]) -> bool:
    """Whether all the words are of the title, a word without meaning of its own among them."""
    if not words[0][0].isalnum() or words[0][-1] in "?!;":
        return False
    return bool(canonical(words)) and all(titles.alike(w, title) for w in canonical(words))


def _plain(word: str) -> bool:
    return word in SMALL or word in FILLERS or word in ASKED


def _enough(words: Sequence[str], title: set[str], apart: bool) -> bool:
    """Whether the words name a course: one word will do right before its code."""
    named = set(canonical(words))
    return len(named) > 1 or named >= title or not apart


def _choice(codes: Sequence[str], number: str, catalogue: Catalogue) -> Mention:
    """The course of this number among those of the title, else in its department."""
    tried = [resolve(f"{code.split(' ')[0]} {number}", catalogue) for code in codes]
    own = (m for m in tried if set(m.codes) & set(codes))
    return next(own, next((m for m in tried if m.codes), Mention((), number)))


def _merge(text: Text, mentions: list[Mention], one: int, title: int) -> None:
    """The number and the title as one course, where the title may be of several."""
    if not set(mentions[one].codes) < set(mentions[title].codes):
        return
    mentions[title] = mentions[one]
    text.take(f"(?:the )?#{one}(?: one)?", f"#{title}")
