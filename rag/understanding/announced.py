"""Whether days, hours or the instructor are known yet: "no meeting time", "has a set time"."""

from __future__ import annotations

from functools import cache

from rag.query import Filter
from rag.understanding.words import Text

OPEN = (
    r"(?:tba|tbd|unannounced|unscheduled|undecided|unassigned|unknown|arranged|"
    r"blank|empty|unlisted|unfilled|left out)"
)
OPEN_LONG = (
    rf"(?:{OPEN}|(?:(?:not|yet|still|to) )*(?:be )?(?:announced|determined|decided|scheduled|"
    r"assigned|arranged|set|listed|known|fixed|given|posted|available))"
)
WHEN = (
    r"(?:(?:meeting|class|set|fixed|regular|specific|listed|scheduled|start|actual|assigned|"
    r"known|real) )*(?:days? (?:and|or|/) times?|times? (?:and|or|/) days?|times?(?: slots?)?|"
    r"days?|hours?|schedules?|meetings?)"
)
WHO = (
    r"(?:(?:set|listed|named|assigned|known|specific) )*"
    r"(?:professors?|instructors?|teachers?|lecturers?|faculty)"
)
VERB = r"(?:(?:is|are|was|has|have|being|still|says?|marked|listed|as|left|a|an|the|,) )*"
LEAD = (
    r"(?:(?:that|which|whose|where|when|with|have|has|having|and|do|does|the|a|an|any|their|its|"
    r"there|is|are|be|still) )*"
)
NO = r"(?:no|not|without|never|lack|lacks|lacking|missing)"
NOT_YET = rf"{NO} (?:(?:have|has|having|list|a|an|any|yet|the|with|show) )*"


def find_announced(text: Text) -> list[Filter]:
    """Conditions on what is announced; each becomes a mark "%"."""
    found: list[Filter] = []
    for words, field, value in _rules():
        while text.take(words):
            found.append(Filter(field, (value,)))
    return list(dict.fromkeys(found))


@cache
def _rules() -> tuple[tuple[str, str, bool], ...]:
    """What is longer or surer first: "no TBA time" before "TBA"."""
    rows: list[tuple[str, str, bool]] = []
    for field, thing in (("staffed", WHO), ("timed", WHEN)):
        open_ = rf"{OPEN_LONG}(?! (?:by|at|under|from|between|after|before|on (?!the)) )"
        set_ = r"(?:set|fixed|announced|assigned|known|actual|definite|confirmed|listed|scheduled)"
        rows += [
            (rf"{LEAD}{NOT_YET}(?:{OPEN}|to be announced) {thing}", field, True),
            (rf"{LEAD}{thing} {VERB}{NO} (?:{OPEN}|to be announced)", field, True),
            (rf"{LEAD}(?:{OPEN}|to be announced) {thing}", field, False),
            (
                rf"{LEAD}{thing} {VERB}"
                rf"(?:{OPEN}|(?:(?:to be|not|been|yet|still) )+{open_})",
                field,
                False,
            ),
            (
                rf"{LEAD}{NOT_YET}(?:a |an )?{thing}"
                r"(?= ?$| [?.,]| (?:yet|listed|announced|set|assigned|given|and|posted|at all|%))"
                r"(?: (?:yet|listed|announced|set|assigned|given|posted|at all))*",
                field,
                False,
            ),
            (
                rf"(?:(?:that|which|have|has|having|with|already|a|an) )+{set_} {thing}"
                r"(?= ?$| [?.,]| (?:already|and|that|which|about|on|%))",
                field,
                True,
            ),
            (
                rf"(?:(?:that|which) )?(?:have|has|having|with|where) (?:(?:a|an|the|its|their) )?"
                rf"{thing} (?:(?:is|are|already) )*(?:listed|announced|assigned|posted|known)",
                field,
                True,
            ),
        ]
    rows += [
        (rf"{LEAD}not (?:yet )?(?:been )?scheduled(?: yet)?", "timed", False),
        (rf"{NO} (?:{OPEN}|to be announced)", "timed", True),
        (rf"{LEAD}(?:(?:listed|marked|shown|time|as) )*(?:{OPEN}|to be announced)", "timed", False),
    ]
    return tuple(rows)
