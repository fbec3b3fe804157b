"""How a list is to be put: in parts by a field ("split those by category"), or in an order."""

from __future__ import annotations

from typing import NamedTuple

from rag.understanding.words import Text

FIELDS = {
    "ge": r"(?:ge |gen ed |general education )?categor(?:y|ies)|ges?|gen eds?",
    "units": r"(?:number of )?(?:units|unit|unit counts?|credits?)",
    "program": r"departments?|programs?|majors?|subjects?|schools?",
    "level": r"levels?|divisions?",
    "day": r"days?(?: of the week)?|weekdays?",
    "instructor": r"instructors?|professors?|teachers?",
    "start": r"(?:start(?:ing)? )?times?(?: of day)?|hours?|start|when they (?:start|meet)",
    "end": r"end(?:ing)? times?|when they end",
    "number": r"(?:course )?(?:numbers?|codes?)|numerical(?:ly)?",
    "title": r"(?:course )?(?:titles?|names?)|alphabet(?:ical)?(?:ly)?",
}
_PART = (
    r"split|group|grouped|break|broken|divide|divided|separate|separated|bucket|categori[sz]e|"
    r"organi[sz]e|organi[sz]ed"
)
_ORDER = r"sort|sorted|order|ordered|arrange|arranged|rank|ranked|in order|list(?:ed)? in order"
# Fields that courses are put in order by, whatever the verb; by the others they are parted.
ORDERED = ("start", "end", "number", "title")
SOME = (
    r"(?: (?:it|them|those|these|that|this|the|list|results?|courses|classes|ones|up|down|out|"
    r"#\d+))*"
)
BARE = r"in (?:numerical |number |the right )?order(?= ?$| [?.])"


class Arrangement(NamedTuple):
    """The field a list is put by, and whether it is parted or ordered."""

    field: str
    parted: bool


def find_arranged(text: Text) -> Arrangement | None:
    """How the list is to be put; the words for it become a mark "%". None where nothing says so."""
    if text.take(BARE):
        return Arrangement("number", False)
    for field, seen in FIELDS.items():
        by = rf"(?:by|into|per|of|according to|in order of) (?:(?:the|their|its) )*(?:{seen})"
        for verbs, parted in ((_PART, True), (_ORDER, False)):
            if text.take(rf"(?:{verbs}){SOME} {by}(?: for (?:me|us))?"):
                return Arrangement(field, parted and field not in ORDERED)
    return None
