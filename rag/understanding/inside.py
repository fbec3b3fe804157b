"""What the course spoken of has in it: "is there a field trip?", "any guest speakers?"."""

from __future__ import annotations

from rag.course import Course
from rag.query import Query
from rag.understanding.elliptic import restore
from rag.understanding.intent import LOOKUPS
from rag.understanding.past import parts_of_one
from rag.understanding.reading import Reading
from rag.understanding.titles import root
from rag.understanding.vocabulary import ASKED
from rag.understanding.words import FILLERS, Text, bag, content, pattern

# What is sought, and not in a course: "is there one on volcanoes".
SOUGHT = bag("one ones something anything another other others more else version versions")
ROOT = 4  # letters that forms of a word share
_LEAD = r"(?:(?:and|so|ok|okay|but|also|oh|hmm|well|cool|thanks|great|,) )*"
_WHAT = r"(?P<what>[a-z][a-z-]+(?: (?:(?:and|or|of) )?[a-z][a-z-]+){0,2}?)"
_KIND = r"(?:(?:an?|any|some|much|many|a lot of|lots of|mandatory|required|optional) )*"
# Where it would be, and that it is part of it.
_IN_IT = (
    r"(?: (?:(?:in|for|with|within|during|inside|on|to) )(?:#\d+|it|that|this|there|"
    r"(?:the|that|this) (?:{class}|course|one)))"
)
_PART = (
    r"(?: (?:involved|included|required|planned|too|also|as well|though|then|or not))*(?: [?.!])*"
)
_THERE = (
    r"(?:(?:is|are|was|were|would|will) there|there (?:is|are|will be)) "
    r"(?:(?:also|even|going to|be) )*"
)
ASKED_FOR = pattern(rf"{_LEAD}(?:{_THERE}{_KIND}|any ){_WHAT}{_IN_IT}?{_PART}")
# What a course may bring with it, and is no subject of one.
BRINGS = pattern(
    r"(?:field ?)?trips?|field ?work|excursions?|outings?|travel|(?:site|museum|studio) visits?|"
    r"(?:guest|outside|visiting) (?:speakers?|lectures?|lecturers?|artists?)|guests|speakers|"
    r"(?:group|team|lab|hands on|community|service|studio|project) (?:work|projects?)|"
    r"(?:oral )?presentations?|screenings?|workshops|rehearsals?|recitals?|performances?|"
    r"auditions?|portfolios?|critiques|simulations|case studies|discussions|demonstrations"
)


def inside(reading: Reading) -> Query | None:
    """Whether the one course spoken of has what is asked for in it, by its description."""
    last, match = reading.past.query, ASKED_FOR.fullmatch(reading.text.line)
    if last is None or match is None or last.ask not in LOOKUPS | {"other", "unavailable"}:
        return None
    course = reading.vocabulary.catalogue.find(reading.past.one)
    if course is None or not last.codes or not parts_of_one(last.codes) or _named(reading, course):
        return None
    said = content(match["what"].split(), FILLERS)
    if (
        not said
        or {*said, *match["what"].split()} & (ASKED | SOUGHT)
        or reading.people
        or reading.text.has("{class}")
    ):
        return None
    mentioned = _mentions(course, said)
    if _has_condition(reading) or not (mentioned or BRINGS.fullmatch(match["what"])):
        return None
    reading.follows = True
    return reading.done("description", codes=last.codes, topic=" ".join(said))


def _has_condition(reading: Reading) -> bool:
    """Whether a field of the file is asked for: "is there a lab"."""
    before = reading.text.copy()
    found = reading.find_filters()
    restore(reading, before)
    return bool(found)


def _named(reading: Reading, course: Course) -> bool:
    """Whether another course is named."""
    return any(course.code not in mention.codes for mention in reading.mentions)


def _mentions(course: Course, said: list[str]) -> bool:
    """Whether the description has all these words, in whatever form."""
    words = {root(word, ROOT) for word in Text(course.description).words}
    return all(root(word, ROOT) in words for word in said)
