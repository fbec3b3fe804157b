"""A list of the talk pointed at by how many there are: "which of the five isn't category E"."""

from __future__ import annotations

from rag.query import Filter, Query
from rag.understanding.changes import CHANGING
from rag.understanding.elliptic import restore
from rag.understanding.reading import Reading
from rag.understanding.words import pattern

SIZES = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
OF_SIZE = (
    r"(?:which|any|some|are any|do any|is any|how many|what|one|ones)(?: ones?)? of "
    r"(?:the|those|these|your) (?P<size>" + "|".join(SIZES) + r"|\d+)(?: (?:{class}|ones|results))?"
    r"(?! (?:{unit}|hours|days|minutes|years|weeks))"
)
ASKING = pattern(r"how many")


def sized(reading: Reading) -> Query | None:
    """The list with that many courses under more conditions; None where it asks anything else."""
    past, match = reading.past, reading.text.has(OF_SIZE)
    if match is None or any(m.how in ("code", "title") for m in reading.mentions):
        return None
    said = match["size"]
    size = SIZES.index(said) + 2 if said in SIZES else int(said)
    wider = past.wider(reading.vocabulary.catalogue)
    codes = next((members for members in wider if len(members) == size), ())
    if not codes or (len(codes) == len(past.many) and set(codes) == set(past.many)):
        return None  # those last shown are found by "those"
    before = reading.text.copy()
    counted = ASKING.search(match[0])
    reading.text.take(OF_SIZE, "which of")
    reading.text.spread()
    found = [*reading.people, *reading.find_filters()]
    if not found or set(reading.topic().split()) - CHANGING:
        restore(reading, before)
        return None
    reading.follows, reading.filters = True, [Filter("code", codes), *found]
    return reading.done("count" if counted else "list")
