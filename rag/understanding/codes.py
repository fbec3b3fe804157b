"""Course codes in a text, in any spelling: csci104, CS-104, comp sci 104, CSCI 104/170, 104."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rag.catalogue import Catalogue
from rag.programs import programs
from rag.understanding.bare import asking_for
from rag.understanding.departments import VERBS, names, program_before, spoken_of
from rag.understanding.levels import join_ranges
from rag.understanding.spelling import one_slip
from rag.understanding.spoken import spoken_numbers
from rag.understanding.stray import spoken
from rag.understanding.titles import ABBREVIATIONS, canonical, spelled
from rag.understanding.words import FILLERS, Text, bag

GLUED = re.compile(r"([a-z]{2,5})(\d{3})([a-z]{0,4})")
NUMBER = re.compile(r"(\d{2,4})([a-z]{0,4})")
HUNDREDS = re.compile("[1-9]00s")  # "the 400s"
SECTION = re.compile(r"(\d{5})[dr]?")
SUFFIX = re.compile(r"[a-z]?[lxgmwp]*")
# A number before or after one of these counts something else than a course.
NOT_AFTER = bag(
    "level levels range unit units credit credits student students people minutes min hours am pm "
    "dollars percent pages words years year seats th s +"
)
BOUNDS = bag("above higher up upwards more greater over beyond below lower under less fewer")
NOT_LEVELS = bag("seats unit units credit credits hours students student people year years")
NOT_BEFORE = bag(
    "below above beyond room section over under than least most about around top page year level "
    "levels after before by at until fall winter summer spring in of"
)
# Words before a number that are no department: "I meant 225".
SAID = VERBS | bag(
    "meant mean say said typo oops sorry actually wait maybe try ohhh ohh then got "
    "pretend imagine assume assuming finally"
)
# What is left aside: "nothing else besides 102".
ASIDE = bag("besides beside except excluding minus apart aside barring save")
LEAST = 5  # letters of a word by which it is told in a title
JOINS = bag("and or , / nor plus vs & with")


@dataclass(frozen=True)
class Mention:
    """One course named: its codes in the catalogue (several for the parts of a sequence), or what
    was named where the catalogue holds none."""

    codes: tuple[str, ...]
    unknown: str = ""
    how: str = "code"


def find_codes(
    text: Text,
    catalogue: Catalogue,
    known: Callable[[str], bool],
    programs: Sequence[str] = (),
    shown: Sequence[str] = (),
) -> list[Mention]:
    """The courses named by code; each is replaced by a mark "#n", n its place in the list.

    `known` says whether a word is an ordinary one, `programs` are departments a bare number may
    belong to: the first that has it, else the first. Of the courses `shown` in the talk, it means
    the one of that number.
    """
    join_ranges(text)
    spoken_numbers(text)
    found: list[Mention] = []
    at = 0
    while at < len(text.words):
        start, mention = _at(text, at, catalogue, known)
        if mention and mention.unknown and start == at - 1 and programs:
            told = _by_number(text.words[at], programs, catalogue, shown)
            mention = told if _says(text.words[start], told, catalogue) else mention
        if mention is None and _bare(text, at):
            own = _spoken(found) or ((spoken_of(text),) if not programs else ())
            number, start = text.words[at], at
            named = [(*m.codes, m.unknown)[0] for m in found]
            own = asking_for(named, number, [*filter(None, own)], catalogue)
            mention = _by_number(number, (*own, *programs), catalogue, () if own else shown)
        elif mention is not None and mention.unknown and at > start:
            mention = _shortened(text.words[start:at], mention, _spoken(found), catalogue)
        if mention is not None:
            end = at + 1 + _loose_part(text, at + 1, mention, catalogue)
            if end > at + 1:
                mention = resolve(
                    (mention.unknown or _plain(mention)) + text.words[at + 1], catalogue
                )
            text.replace(start, end, f"#{len(found)}")
            found.append(mention)
            at = start
        at += 1
    return found or _by_section(text, catalogue)


def _says(word: str, mention: Mention, catalogue: Catalogue) -> bool:
    """Whether the word is of the title of the course: "stats 274", of psychology."""
    titles = (catalogue.by_code[code].title.lower() for code in mention.codes)
    full = ABBREVIATIONS.get(word, word)
    return any(full[:LEAST] in title for title in titles) and len(full) >= LEAST


def _by_section(text: Text, catalogue: Catalogue) -> list[Mention]:
    """The courses named by the number of a section, where none is named otherwise."""
    found: list[Mention] = []
    for at, word in enumerate(text.words):
        match = SECTION.fullmatch(word)
        codes = match and [
            c.code for c in catalogue if any(s.number[:5] == match[1] for s in c.sections)
        ]
        if codes:
            text.replace(at, at + 1, f"#{len(found)}")
            found.append(Mention(tuple(codes)))
    return found


def resolve(code: str, catalogue: Catalogue) -> Mention:
    """'CSCI 104' -> its code in the catalogue; 'CHEM 105' -> both parts; else unknown."""
    course = catalogue.find(code)
    if course is not None:
        return Mention((course.code,))
    letters = re.search(r"\d([a-z]*)$", code)
    parts = catalogue.parts(code) if letters and not re.sub("[lxgmwp]", "", letters[1]) else ()
    if parts:
        return Mention(tuple(c.code for c in parts))
    return Mention(
        (),
        code.upper() if not letters else code[: letters.start(1)].upper() + letters[1],
    )


def _plain(mention: Mention) -> str:
    return re.sub(r"(\d{3})[A-Za-z]*$", r"\1", mention.codes[0])


def _at(
    text: Text, at: int, catalogue: Catalogue, known: Callable[[str], bool]
) -> tuple[int, Mention | None]:
    """The course whose name ends with word `at`: where it starts, and what it is."""
    word = text.words[at]
    glued = GLUED.fullmatch(word)
    if glued and SUFFIX.fullmatch(glued[3]):
        return at, _choose(
            names().get((glued[1],)) or (glued[1].upper(),), glued[2] + glued[3], catalogue
        )
    number = NUMBER.fullmatch(word)
    if not number or not SUFFIX.fullmatch(number[2]) or HUNDREDS.fullmatch(word):
        return at, None
    end = at - 1 if at and text.words[at - 1] in ("-", ".") else at
    start, codes = program_before(text, end)
    if start == end - 1 and _joins(text, start, catalogue, codes):
        codes = ()
    shouted = bool(end) and text.written[end - 1].isupper() and _foreign(text, end - 1, known)
    shouted = shouted and 2 < len(text.words[end - 1]) < 6 and len(number[1]) == 3
    after = text.words[at + 1 : at + 3] if codes or shouted else []
    apart = after[:1] == ["-"] and not (len(after[-1]) > 2 and after[-1][:3].isdigit())
    if _counts(text, at) and not (apart or (after and after[0] in NOT_LEVELS)):
        return at, None
    if len(number[1]) == 3 and codes:
        return start, _choose(codes, word, catalogue)
    if len(number[1]) == 2 and codes:
        mention = _choose(codes, "0" + word, catalogue)
        return (start, mention) if mention.codes and end - start < 3 else (at, None)
    if end and len(number[1]) == 3 and _foreign(text, end - 1, known):
        letters = text.words[end - 1]
        near = _near_program(letters, word, catalogue)
        return end - 1, near or Mention((), f"{letters.upper()} {number[1]}{number[2]}")
    if codes and len(number[1]) == 4 and text.words[start].upper() in programs():
        return (
            (at, None) if word[:2] in ("19", "20") else (start, Mention((), f"{codes[0]} {word}"))
        )
    return at, None


def _joins(text: Text, at: int, catalogue: Catalogue, codes: tuple[str, ...]) -> bool:
    """Whether the word only joins two numbers: "303 plus 305" is of no program PLUS, but "in plus
    694d" is, which has that course."""
    if text.words[at] not in JOINS or text.written[at].isupper():
        return False
    led = not at or text.words[at - 1] in (FILLERS | VERBS) - JOINS
    return not (led and _choose(codes, text.words[at + 1], catalogue).codes)


def _choose(codes: tuple[str, ...], number: str, catalogue: Catalogue) -> Mention:
    """The program among `codes` that has a course of this number; else the first, unknown."""
    tried = [resolve(f"{code} {number}", catalogue) for code in codes]
    return next((m for m in tried if m.codes), tried[0])


def _foreign(text: Text, at: int, known: Callable[[str], bool]) -> bool:
    """Whether the word looks like a department's letters though no department has them."""
    word, written = text.words[at], text.written[at]
    plain = word in FILLERS | JOINS | SAID | BOUNDS | ASIDE
    if not (2 <= len(word) <= 8 and word.isascii() and word.isalpha()) or plain:
        return False
    return (written.isupper() and word not in NOT_BEFORE) or not (known(word) or word in spoken())


def _near_program(letters: str, number: str, catalogue: Catalogue) -> Mention | None:
    """A mistyped department: the one code a letter swap, loss or slip away that has the number."""
    near = {p for p in catalogue.programs if len(letters) > 3 and one_slip(letters.upper(), p)}
    found = [m for m in (resolve(f"{p} {number}", catalogue) for p in sorted(near)) if m.codes]
    return found[0] if len(found) == 1 else None


def _counts(text: Text, at: int) -> bool:
    """Whether the number at `at` says how many, or a hundred of levels, and names no course."""
    after = text.words[at + 1 : at + 3]
    joined = at > 1 and text.words[at - 1] in JOINS and text.words[at - 2][0] == "#"
    if joined and len(text.words[at]) > 2 and after[:1] and after[0] in NOT_LEVELS:
        return False  # "CSCI 102 vs 103 units"
    if after[:1] == ["+"]:
        return not _goes_on(text, at)
    if after[:1] == ["-"] and after[1:] and after[1][0].isdigit():
        return True
    if after == ["am", "i"]:
        return False  # "I passed WRIT 150 am I ready": no time of day
    above = len(after) == 2 and after[0] in ("or", "and") and after[1] in BOUNDS
    above = above and (after[1] in ("above", "higher", "up") or text.words[at].endswith("00"))
    joined = len(after) == 2 and after[0] in JOINS and _level_later(text, at + 2)
    return bool(after and after[0] in NOT_AFTER) or above or joined


def _goes_on(text: Text, at: int) -> bool:
    """Whether a plus joins the number at `at` to another course: 'csci 103 + 104'."""
    after = text.words[at + 2 : at + 3]
    if not text.words[at].endswith("00"):
        return bool(after) and after[0] not in NOT_AFTER
    # "SOCI 200 + 313", but not "200+ 400+".
    number = NUMBER.fullmatch(after[0]) if after else None
    return bool(number and len(number[1]) == 3) and not after[0].endswith("00")


def _level_later(text: Text, at: int) -> bool:
    """'300 / 400 level': the number at `at` is followed by "level"."""
    words = text.words[at : at + 2]
    return len(words) == 2 and words[0].isdigit() and words[1] in ("level", "levels", "range")


def _bare(text: Text, at: int) -> bool:
    """Whether word `at` is a course number that stands without a department."""
    match = NUMBER.fullmatch(text.words[at])
    if not match or len(match[1]) != 3 or not SUFFIX.fullmatch(match[2]) or _counts(text, at):
        return False
    counted = text.words[at + 1 : at + 2]
    if HUNDREDS.fullmatch(text.words[at]) or counted in (["courses"], ["classes"]):
        return False
    before = text.words[at - 1] if at else ""
    if before == "before" or before == "after":
        return True
    return before not in NOT_BEFORE or before in ("of", "about", "in", "by", "than")


def _spoken(found: Sequence[Mention]) -> tuple[str, ...]:
    """The departments of the courses named, the last one first: 'CSCI 104 and 170'."""
    named = ((*m.codes, m.unknown)[0].split(" ")[0] for m in reversed(found))
    return tuple(dict.fromkeys(name for name in named if name.isalpha()))


def _shortened(
    words: Sequence[str], mention: Mention, spoken: Sequence[str], catalogue: Catalogue
) -> Mention:
    """ "Intro to ML 467": no department, but short for the title of a course of those spoken of."""
    title = canonical(words) if len(words) == 1 and words[0] in ABBREVIATIONS else ()
    number = mention.unknown.split(" ")[-1]
    tried = (resolve(f"{department} {number}", catalogue) for department in spoken)
    held = ((m, catalogue.by_code[m.codes[0]]) for m in tried if m.codes)
    fits = (m for m, course in held if set(title) <= set(spelled(course.title)))
    return next(fits, mention) if title else mention


def _by_number(
    number: str, programs: Sequence[str], catalogue: Catalogue, shown: Sequence[str]
) -> Mention:
    told = [code for code in shown if code.split(" ")[1].lower().startswith(number)]
    if told and programs:
        plain = [code for code in told if re.sub(r"\D", "", code) == re.sub(r"\D", "", number)]
        programs = (*(code.split(" ")[0] for code in plain), *programs)
    return _choose(tuple(programs), number, catalogue) if programs else Mention((), number)


def _loose_part(text: Text, at: int, mention: Mention, catalogue: Catalogue) -> int:
    """1 where the next word is the part of a sequence on its own ('chem 105 b'), else 0."""
    word = text.words[at] if at < len(text.words) else ""
    following = text.words[at + 1] if at + 1 < len(text.words) else "?"
    if not re.fullmatch("[a-dz][lg]{0,2}", word) or not mention.codes or len(mention.codes) < 2:
        return 0
    if word == "a" and following not in STOP_AFTER_A:
        return 0
    return int(catalogue.find(_plain(mention) + word) is not None)


STOP_AFTER_A = bag("? . , and or ! for before after with is")
