"""How days and times are ruled out: by a no, by work, by what they are called."""

from __future__ import annotations

import re

from rag.query import Filter
from rag.understanding.clock import HOUR, minutes
from rag.understanding.lengths import Build

NOT = (
    r"(?:(?:do|does|is|are|am|can|could|will|would|has|have) )?(?:not|no|never|without|"
    r"any ?(?:thing|day|time|other day) (?:but|except)|every ?(?:thing|day) (?:but|except)|"
    r"except(?: for)?|besides|avoid(?:s|ing)?|refus(?:es?|ing)(?: to)?|hat(?:es?|ing)|dislikes?|"
    r"unable to|excluding|other than|nothing|none|free|off|skip)"
)
NEAR = (
    r"(?:(?:have|has|having|meet|meets|meeting|held|offered|taught|given|scheduled|any|be|being"
    r"|class|classes|"
    r"courses?|of|that|in|on|the|at|there|"
    r"to|come|attend|go|do|take|make|want|like|wake up|get up|anything|any|stuff|sessions?|"
    r"lectures?|a|an|from|start|starts|starting|begin|begins|at all|ever|even|ones?) )*"
)
# What keeps a student from class at the time that follows: "I work mornings".
BUSY = (
    r"(?:(?:i|we|he|she|they) )?(?:(?:already|also|usually|always|will|have to|has to|need to|"
    r"needs to|got to|do|really|just) )*"
    r"(?:works?|(?:am|is|are) (?:busy|working|at work|unavailable|away|gone|booked|"
    r"not (?:free|available|around))|"
    r"(?:can|could|will|would|do|does) not (?:do|make|come|attend|take|be there|stand|like|want)|"
    r"can not|hates?|dislikes?|(?:am |is )?allergic to|(?:am|is) not a fan of|"
    r"(?<!you )(?<!they )(?<!usc )(?<!classes )(?<!courses )(?<!ones )(?<!which )(?<!that )"
    r"(?<!@\d )(?:have|has) (?:(?:a|an|my|to|got) )*(?:\S+ )?"
    r"(?:work|jobs?|practice|shifts?|training|"
    r"internships?|rehearsals?|therapy|church|childcare|commitments?|meetings?|clinic|"
    r"class(?! (?:(?:on|every|all) )*\S+ if )))"
    r"(?: (?:in|on|during|most|every|all|the|at|my|there|anything|classes|courses))* "
)
# ... or at the time that precedes it: "Mondays don't work".
NO_GOOD = (
    r"(?: (?:do|does|will|are|is|am))? not (?:(?:really|so|going to|a|an|be) )*(?:work|good|great|"
    r"possible|option|available|free|ideal|suit)(?: (?:for )?(?:me|him|her|them|us))?"
    r"|(?: (?:is|are))?(?: (?:an?|completely|totally|all|always|already|pretty|so|fully))* "
    r"(?:out(?! of)|bad|impossible|no (?:good|go)|taken|booked|busy|"
    r"dead|full|packed|blocked(?: off)?|ruled out|off limits|off the table|"
    r"(?:a )?nope?(?= ?$| [.,;!]| for))"
    r"(?: for (?:me|him|her|them|us))?"
    # Whatever else days are for someone, unless it is said that they suit.
    r"|(?: (?:is|are))(?: (?:completely|totally|all|always|just|so|kind of|a|an|the))*"
    r"(?! (?:free|open|clear|fine|good|great|ok|okay|best|better|perfect|ideal|available|possible|"
    r"easiest|easier|only|when|what|where)) [a-z]+ for (?:me|him|her|them|us)"
)
# Hours at which no class is to begin; those that only bound it are read elsewhere.
NEVER = (
    r"(?:(?:do|does|is|are|can|could|will|would|has|have) )?(?:not|no|never|without|"
    r"avoid(?:s|ing)?|any ?(?:thing|time) but|hat(?:es?|ing)|nothing|none|except(?: for)?|"
    r"excluding|other than)"
)
HOURS = (
    rf"(?P<hours>(?:\d{{1,2}} (?:or|and|nor|,) )?{HOUR}s?(?: (?:(?:,|or|and|nor|at) )+{HOUR}s?)*)"
)
BOUNDED = (
    r"(?! (?:-|to|until|on|onwards?)(?: |$)| (?:or|and) (?:later|after|earlier|before|sooner|past))"
)


def not_at() -> tuple[str, Build]:
    """What rules hours out: "don't start at 8am", "no 9 or 10am classes"."""

    def build(match: re.Match[str]) -> list[Filter]:
        hours = re.findall(rf"{HOUR}|\d{{1,2}}(?= )", match["hours"])
        return [Filter("start", tuple(minutes(hour) for hour in hours), "not")]

    return (rf"(?:{NEVER} {NEAR}|{BUSY})(?:(?:at|around|right|an?|the) )*{HOURS}{BOUNDED}", build)
