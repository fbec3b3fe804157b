"""Which courses of a list are pointed at, and what is asked of them: one, each, two compared."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.query import Query
from rag.understanding.classifier import OF_COURSE, SAME, Opinion
from rag.understanding.entitled import title_words
from rag.understanding.intent import LOOKUPS, first_ask
from rag.understanding.past import SETS
from rag.understanding.places import NUMBERED, ORDINALS, PLACED
from rag.understanding.reading import Reading
from rag.understanding.standing import telling
from rag.understanding.superlative import find_superlative
from rag.understanding.titles import canonical
from rag.understanding.vocabulary import ASKED
from rag.understanding.words import FUNCTION, Text, content, pattern

# How likely what is asked of them all must be, and that it is what the data lacks.
SURE, REFUSING = 0.5, 0.8
SIXTH = ("sixth", "seventh", "eighth", "ninth", "tenth")
# A numeral that belongs to a title: "persian 1".
NUMERAL = pattern(
    rf"(?!(?:{PLACED}) )(?P<word>[a-z]{{3,}}) (?P<n>[1-6]|ii|iii|iv|vi?|one|two|three)"
)
NUMERALS = frozenset("123456")
AFTER = re.compile(
    r" [,.;:!?-] (?=\S)| and (?=(?:when|who|how|what|which|does|is|do|are|can|has) )"
)
PAIR = re.compile(r"\b(?:those|the) two\b")


def picked(reading: Reading, words: str, opinion: Opinion) -> Query | None:
    """What is asked of the one course of the list that the words point at."""
    if numbered := _numbered(reading):
        code, topic = numbered
        if not code:
            last = reading.past.basis or reading.past.sought
            reading.follows, reading.filters = True, list(last.filters) if last else []
            return reading.done("list", topic=topic)
    else:
        code = named(reading) or _placed(reading)
    if not code:
        return None
    heading, odds = opinion(words, OF_COURSE)
    asked = SAME.get(heading, heading)
    if asked == "unavailable" and odds >= REFUSING:
        return replace(reading.done(asked, codes=(code,), missing="that"), follows=True)
    if odds < SURE and (plain := _said_after(reading)):
        asked = plain
    told = asked in LOOKUPS - {"compare"} and not (asked == "unlocks" and telling(words, odds))
    reading.follows = True
    return reading.done(asked if told else "description", codes=(code,))


def _said_after(reading: Reading) -> str:
    """What the last clause asks of the course pointed at before: "the alien one, when is it"."""
    *before, last = AFTER.split(reading.text.line)
    return first_ask(last, True) if before and last.strip() else ""


def _numbered(reading: Reading) -> tuple[str, str] | None:
    """The code of the course of the list that has a word of its title with the numeral after it,
    '' where none has that numeral, and the words: "persian 1"; None where no title is meant."""
    catalogue = reading.vocabulary.catalogue
    listed = [c for code in reading.past.listed if (c := catalogue.find(code))]
    for match in NUMERAL.finditer(reading.text.line):
        word, *_ = said = canonical([match["word"], match["n"]])
        some = [c for c in listed if word in title_words(c)]
        if len(said) > 1 and any(title_words(c) & NUMERALS for c in some):
            found = [c.code for c in some if said[1] in title_words(c)]
            return found[0] if len(found) == 1 else "", match[0]
    return None


def _placed(reading: Reading) -> str:
    """The course of the list at the place the words tell; '' for none."""
    listed, text = reading.past.listed, reading.text
    places = [ORDINALS[w] for w in text.words if w in ORDINALS and len(w) > 1]
    places += [SIXTH.index(w) + 5 for w in text.words if w in SIXTH]
    spelt = text.has(rf"(?:{PLACED}) (?P<n>{'|'.join(NUMBERED)}|\d{{1,2}})") or text.has(
        r"(?P<n>[1-9])(?! (?:{unit}|{class}|days?|am|pm|or|and|level))"
    )
    if spelt and not places:
        n = spelt["n"]
        places = [int(n) - 1 if n.isdigit() else NUMBERED[n]]
    return listed[places[0]] if places and -1 <= places[0] < len(listed) else ""


def named(reading: Reading) -> str:
    """The one course of the list whose title or teacher the words name; '' for none."""
    said = set(content(reading.text.words, FUNCTION)) - ASKED
    catalogue = reading.vocabulary.catalogue
    shares: dict[str, int] = {}
    for code in reading.past.listed:
        course = catalogue.find(code)
        if course is None:
            continue
        people = [n for s in course.sections for n in s.instructors]
        theirs = {n for f in reading.people if f.field == "instructor" for n in f.values}
        titled = set(Text(course.title).words)
        shares[code] = len(said & titled) + 2 * bool(theirs & set(people))
    best = max(shares.values(), default=0)
    found = [code for code, share in shares.items() if share == best]
    return found[0] if best and len(found) == 1 else ""


def each(reading: Reading, words: str, opinion: Opinion) -> Query | None:
    """One thing asked of all courses of the list."""
    heading, odds = opinion(words, OF_COURSE)
    asked = SAME.get(heading, heading)
    past = reading.past
    codes = past.many if past.query and past.query.ask in SETS else past.listed
    if asked not in LOOKUPS - {"compare", "code"} or odds < SURE or not codes:
        return None
    reading.follows = True
    return reading.done(asked, codes=codes)


def compared(reading: Reading) -> Query | None:
    """Two courses of the list side by side, or all of them."""
    listed = reading.past.listed
    codes = reading.codes(reading.targets())
    places = [ORDINALS[w] for w in reading.text.words if w in ORDINALS]
    some = len(codes) > 1
    if some and (reading.people or find_superlative(reading.text) or reading.find_filters()):
        return None  # which of them meets a condition is asked
    if some:
        chosen = codes
    elif PAIR.search(reading.text.line):
        chosen = listed[:2]
    elif len({p for p in places if -1 <= p < len(listed)}) > 1:
        chosen = tuple(dict.fromkeys(listed[p] for p in places if -1 <= p < len(listed)))
    else:
        chosen = listed
    if len(chosen) < 2:
        return None
    reading.follows = True
    return reading.done("compare", codes=chosen)
