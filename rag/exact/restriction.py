"""Who may register: the catalogue's restrictions and clearance in plain words."""

from __future__ import annotations

import re

from rag.course import Course
from rag.exact.wording import plain, shorten

_RESTRICTION = re.compile(
    r"registration (open|closed) to the following ([a-z ]+)\(s\):\s*(.+)", re.IGNORECASE
)
_NOUNS = {"class level": "class levels", "major": "majors", "school": "schools"}
QUOTE = 400


def restriction(course: Course) -> tuple[str, list[str]]:
    """('registration is open only to these class levels: Junior, Senior', ['Junior, Senior']).

    A list longer than `QUOTE` characters is cut after a name; ('', []) where the course has no
    restriction.
    """
    if not course.restrictions:
        return "", []
    text = plain(course.restrictions)
    match = _RESTRICTION.search(text)
    if not match:
        return f"its restriction reads “{shorten(text, QUOTE)}”", [shorten(text, 40).rstrip("…")]
    how, noun, names = match[1].lower(), match[2].lower(), _several(match[3])
    several = "," in names
    who = f"{'these' if several else 'this'} {_NOUNS.get(noun, noun) if several else noun}"
    only = "open only" if how == "open" else "closed"
    values = names.split(", ") if noun == "class level" else [names.split(",")[0].rstrip("…")]
    return f"registration is {only} to {who}: {names}", values


def parted(course: Course) -> tuple[str, str, list[str]]:
    """('open', 'class level', ['Junior', 'Senior']); ('', '', []) where there is none.

    A restriction in other words comes as ('open', '', []).
    """
    match = _RESTRICTION.search(plain(course.restrictions))
    if not match:
        return ("open" if course.restrictions else ""), "", []
    return match[1].lower(), match[2].lower().strip(), re.split(r",\s+", match[3])


def _several(names: str) -> str:
    """The names, or the first that fit `QUOTE` characters."""
    if len(names) <= QUOTE:
        return names
    return f"{names[:QUOTE].rsplit(', ', 1)[0]} and others"


def clearance(course: Course) -> str:
    """'its listed section needs department clearance', or that it does not."""
    if not course.sections:
        return "the file lists no section of it"
    needs = "needs" if course.sections[0].clearance else "needs no"
    return f"its listed section {needs} department clearance"


def caveats(course: Course) -> str:
    """What besides prerequisites stands between a student and the course, as one sentence or ''."""
    who, _ = restriction(course)
    cleared = course.sections and course.sections[0].clearance
    needs = "its listed section needs department clearance" if cleared else ""
    text = "; ".join(filter(None, (who, needs)))
    return f"Note that {text}." if text else ""
