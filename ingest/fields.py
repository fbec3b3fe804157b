"""The fields of a listing, each parsed from the catalogue's way of writing it.

A parser returns None for what it can't read, so that its caller can say so.
"""

from __future__ import annotations

import re

from rag.catalogue import CODE_PARTS
from rag.course import DAYS

HALF_DAY = 12 * 60
_UNITS = re.compile(
    r"\(?\s*(\d+(?:\.\d+)?)\s*(?:[-–]\s*(\d+(?:\.\d+)?))?\s*(?:units?)?"
    r"\s*(?:,?\s*max\.?\s*(\d+(?:\.\d+)?)\s*(?:units?)?)?\s*\)?",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(\d{1,2}):(\d{2})\s*([ap])?\.?m?\.?\s*[-–—]\s*(\d{1,2}):(\d{2})\s*([ap])\.?m\.?",
    re.IGNORECASE,
)
_LETTERS = {
    "M": "Mon",
    "Tu": "Tue",
    "T": "Tue",
    "W": "Wed",
    "Th": "Thu",
    "F": "Fri",
    "Sa": "Sat",
    "Su": "Sun",
    "S": "Sat",
    "U": "Sun",
}
_LETTER = re.compile("Tu|Th|Sa|Su|[MTWFSU]")
_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SECTION = re.compile(r"(\d+)\s*([A-Za-z]?)")
_LABEL = re.compile(r"(?:pre-?requisites?|restrictions?)(?: *\([^)]*\))?\s*:\s*", re.IGNORECASE)


def parse_code(text: str) -> str | None:
    """'CSCI 104L:' or 'csci-104L' -> 'CSCI 104L'."""
    match = CODE_PARTS.fullmatch(text.strip().rstrip(":").rstrip())
    return f"{match[1].upper()} {match[2]}{match[3]}" if match else None


def parse_units(text: str) -> tuple[float, float, float | None] | None:
    """'(1.0-2.0 units, max 8)' -> (1.0, 2.0, 8.0), in the order written."""
    match = _UNITS.fullmatch(text.strip())
    if not match:
        return None
    low = float(match[1])
    high = float(match[2]) if match[2] else low
    return low, high, float(match[3]) if match[3] else None


def parse_time(text: str) -> tuple[int, int] | None:
    """'11:00-12:20pm' -> (660, 740), minutes after midnight.

    am or pm stands at the end only; the start is the latest such clock time before the end.
    """
    match = _TIME.fullmatch(text.strip())
    if not match:
        return None
    start, end = _minutes(match[1], match[2]), _minutes(match[4], match[5])
    if start is None or end is None:
        return None
    if match[6].lower() == "p":
        end += HALF_DAY
    if match[3]:
        start += HALF_DAY if match[3].lower() == "p" else 0
    elif start == end % HALF_DAY:
        return None
    elif start + HALF_DAY < end:
        start += HALF_DAY
    return (start, end) if start < end else None


def _minutes(hour: str, minute: str) -> int | None:
    """The time of day before noon: '12', '30' -> 30."""
    if not 1 <= int(hour) <= 12 or int(minute) > 59:
        return None
    return int(hour) % 12 * 60 + int(minute)


def parse_days(text: str) -> tuple[str, ...] | None:
    """'MTuWTh', 'Sat, U', 'Tuesday', 'Mon, Wed' -> names from DAYS, in the week's order."""
    found: set[str] = set()
    for word in re.split(r"[,/&\s]+", text.strip(" ,")):
        if re.fullmatch(f"(?:{_LETTER.pattern})+", word):  # first: 'ThU' is no 'Thu'
            found.update(_LETTERS[letter] for letter in _LETTER.findall(word))
            continue
        named = [day for day, name in zip(DAYS, _NAMES, strict=True) if _names(word, name)]
        if not named:
            return None
        found.update(named)
    return tuple(day for day in DAYS if day in found)


def _names(word: str, name: str) -> bool:
    return len(word) >= 3 and name.startswith(word.rstrip(".").lower())


def parse_section(text: str) -> tuple[str, bool] | None:
    """'29905D' -> ('29905', True): D asks for the department's clearance, R does not."""
    match = _SECTION.fullmatch(text.strip())
    if not match or match[2].upper() not in ("", "D", "R"):
        return None
    return match[1], match[2].upper() == "D"


def parse_people(text: str) -> tuple[str, ...]:
    """Names joined by commas -> each name once."""
    names = (" ".join(name.split()) for name in text.split(","))
    return tuple(dict.fromkeys(name for name in names if name and is_given(name)))


def parse_rule(text: str) -> str:
    """'Prerequisite: CSCI 103' -> 'CSCI 103'; 'Not available' -> ''."""
    text = text.strip()
    return _LABEL.sub("", text, count=1).strip() if is_given(text) else ""


def is_given(text: str) -> bool:
    """False for the catalogue's ways of saying nothing."""
    return text.strip().casefold() not in ("", "tba", "n/a", "none", "not available")
