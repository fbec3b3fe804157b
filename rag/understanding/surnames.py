"""Courses of the talk meant by the last name of who teaches them: "culbertson's", "whats kim's
about", "when are the stoubis ones"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from rag.understanding.codes import Mention
from rag.understanding.departments import names
from rag.understanding.past import Past
from rag.understanding.people import NOT_NAMES, TITLE, plain
from rag.understanding.vocabulary import Vocabulary
from rag.understanding.words import FUNCTION, Text, bag, content

NOUN = r"(?:ones?|class(?:es)?|courses?|sections?)"
# What may stand about a name that alone says which courses are wanted.
ALONE = FUNCTION | bag(
    "just only ones one class classes course courses then ok okay please pls show list give by "
    "with taught what about how and hm so section sections keep"
)
# A name that is told with what these say is read as anyone's.
CUED = re.compile(rf"(?:^| )(?:{TITLE}|taught by|named|called|mr|mrs)$")
OTHERS = re.compile(r"\b(?:else|other|others|another|more)\b")
TEACHING = re.compile(r"(?:also |even )?(?:teach|teaches|teaching|taught|offers?)\b")
NEGATED = (["not"], ["no"], ["except"], ["besides"], ["minus"], ["without"])
ABOUT = re.compile(r"\bwhat (?:is|are) (?:.*)\babout\b")
# Of several courses those that meet a condition are sought: "any kim classes on fridays".
SOME = re.compile(r"\b(?:any|which|only|just|on|before|after|at|is)\b(?!.*\babout\b)")

Owners = dict[str, tuple[tuple[str, ...], tuple[str, ...]]]


def find_owners(text: Text, mentions: list[Mention], past: Past, words: Vocabulary) -> None:
    """Mark the courses just shown of the teacher whose last name stands alone; where nothing is
    asked of them, they are the ones wanted of the list."""
    if past.query is None or any(m.how in ("code", "title") for m in mentions):
        return
    pools = (past.codes, past.listed)
    owners: Owners = next((o for pool in pools if (o := _owners(pool, words))), {})
    if not owners or OTHERS.search(text.line):
        return
    for at in range(len(text.words)):
        last = _last_name(text, at, owners, words)
        if not last:
            continue
        people, codes = owners[last]
        firsts = [plain(name).split()[0] for name in people]
        start = at - bool(at and plain(text.words[at - 1]) in firsts)
        told = TEACHING.match(" ".join(text.words[at + 1 : at + 3]))
        if told or CUED.search(" ".join(text.words[max(0, start - 2) : start])):
            return
        _put(text, mentions, (start, at + 1), people, codes)
        return


def _owners(pool: Sequence[str], words: Vocabulary) -> Owners:
    """For each last name of their teachers, the full names and the courses."""
    found: dict[str, tuple[dict[str, None], dict[str, None]]] = defaultdict(lambda: ({}, {}))
    courses = (c for code in pool if (c := words.catalogue.find(code)))
    for course in courses:
        for name in (n for s in course.sections for n in s.instructors):
            people, codes = found[plain(name).split()[-1]]
            people[name], codes[course.code] = None, None
    return {last: (tuple(people), tuple(codes)) for last, (people, codes) in found.items()}


def _last_name(text: Text, at: int, owners: Owners, words: Vocabulary) -> str:
    """The last name at this place, '' for none; an ordinary word is none by itself."""
    word = plain(text.words[at])
    last = word if word in owners else word[:-1] if word.endswith("s") else ""
    if last not in owners or last in NOT_NAMES or (last,) in names():
        return ""
    owned = text.words[at + 1 : at + 2] == ["'s"]
    ordinary = (words.known(last) or words.known(word)) and not (
        text.written[at][0].isupper() and at
    )
    return "" if ordinary and not owned else last


def _put(
    text: Text,
    mentions: list[Mention],
    place: tuple[int, int],
    people: Sequence[str],
    codes: Sequence[str],
) -> None:
    """A mark, or where the name is all that is said "taught by" and the name, for the words."""
    start, end = place
    while text.words[end : end + 1] == ["'s"]:
        end += 1
    if text.words[end : end + 1] and re.fullmatch(NOUN, text.words[end]):
        end += 1
    if text.words[start - 1 : start] in (["the"], ["that"], ["by"], ["with"]) and start:
        start -= 1
    left = [*text.words[:start], *text.words[end:]]
    if text.words[start - 1 : start] in NEGATED and start and len(people) == 1:
        text.replace(start - 1, end, f"not taught by {people[0].lower()}")
        text.spread()
    elif len(codes) == 1 or (_asks(left, text.line) and not SOME.search(text.line)):
        text.replace(start, end, f"#{len(mentions)}")
        mentions.append(Mention(tuple(codes), how="shown"))
    elif len(people) == 1:
        text.replace(start, end, f"ones taught by {people[0].lower()}")
        text.spread()


def _asks(left: Sequence[str], line: str) -> bool:
    """Whether the words beside the name ask something of the courses."""
    return bool(content(left, ALONE) or ABOUT.search(line))
