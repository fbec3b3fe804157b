"""What is told beside the question of things the file lacks: "my gpa is bad, so when does X meet"
asks for no grades."""

from __future__ import annotations

import re

from rag.understanding.background import IT
from rag.understanding.daynames import DAY
from rag.understanding.intent import SET, first_ask
from rag.understanding.missing import find_missing
from rag.understanding.words import Text, content, pattern

_ASK = (
    r"(?:what|which|when|who|whose|whom|where|how|why|is|are|do|does|did|can|could|may|would|will|"
    r"should|has|tell|list|show|give|find|any|at what|in which|on which)"
)
_I = r"(?:i|my|we|our|he|she|they|his|her|everyone|everybody|people|someone)"
# Where a clause ends; a question mark belongs to its clause.
PARTS = re.compile(
    rf"(?<=[?]) (?=\S)| (?=[.,;!:](?: |$)| - |\.{{2,}})"
    rf"| (?=(?:so|but|and|plus|then|anyways?|lol|haha|ok|okay|because|cause|since|as|though)"
    rf" (?:(?:so|then|anyways?|like|now|please|just|lol|also) )*(?:{_ASK}|{_I}|asking"
    rf"|(?:would like|want|need|wish|hope) to (?:know|see|find))\b)"
)
_LEAD = (
    r"^(?:(?:[.,;:!-]|\.{2,}|so|but|and|plus|then|ok|okay|hi|hey|hello|lol|haha|well|because|cause|"
    r"since|"
    r"as|though|anyways?|honestly|also|ugh|yo|dear|advis[eo]r|sir|madam|just) )*"
)
_VERB = (
    r"(?:am|is|are|was|were|has|have|had|got|gets|said|says|say|told|tells|thinks?|thought|looks?|"
    r"seems?|"
    r"keeps?|makes?|made|works?|worked|goes|went|[a-z]{3,}ed|feels?|felt|hears?|heard|failed|"
    r"hates?|cannot|can not|"
    r"do not|does not|did not|broke|needs?|costs?|kills?|live|lives|commute|get)"
)
# A statement of how things are with the student, or of what others say.
TOLD = pattern(
    rf"{_LEAD}(?:(?:{_I}|a friend|the|this|that|it|most|all|some|friends|students)(?: \S+){{0,6}}? "
    rf"{_VERB}"
    r"|(?:planning|mapping|feeling|trying|coming|working|asking|considering|struggling|being|"
    r"already|"
    r"graduating|between|given|with|despite)) .*"
)
# What is asked or wished for in a statement; where no course is named, likes count as well.
WISHED = pattern(
    r"\?|(?:want|wants|would like|need|needs|wish|like|love|hope|looking)(?: \S+)? (?:to )?(?:know|"
    r"see|find|"
    r"hear|ask|learn|check)|know (?:if|whether|how|what|which)|wonder(?:ing)?|curious|question|"
    r"whether|"
    r"tell me|let me know|asking (?:if|about|whether|for)"
)
LIKED = pattern(
    r"want|wants|need|needs|looking|prefer|prefers|rather|hate|hates|love|loves|like|likes|avoid|"
    r"would|"
    r"cannot|can not|only|no|not|dislike\S*|hoping|wish"
)
# A weakness told before what is asked: "my maths is bad, so which of them".
WEAK = (
    r"(?:my|her|his|our|their) \S+(?: \S+)? (?:is|are) "
    r"(?:(?:really|pretty|very|so|quite|a bit|not) )*"
    r"(?:bad|weak|poor|terrible|rusty|awful|horrible|limited|great|good|strong|shaky)"
    r"(?: [,.;-]| so| but| and)+(?= (?:which|what|any|is|are|do|does|can|who|show|list|give))"
)
# What is said to be left aside.
ASIDE = pattern(
    r"(?:do|does) not (?:really |even )?(?:matter|care|mind)|not asking|regardless|"
    r"i know (?:that )?you (?:cannot|can not|do not)"
)
# What points back into the statement.
BACK = pattern(
    r"(?:any|those|them|such|they|so|that|one|ones)(?= ?$| [?.])|true|right|correct|confirm|"
    r"or (?:is|are|do|does|did|can|will)|(?:what|how) about"
)
SOUGHT = pattern(rf"{SET.pattern}|{{class}}")
# Where no course is named, whom or what else the statement told of.
SPOKEN = pattern("he|she|they|hers?|his|him|theirs?|them|it")


def leave_laments(text: Text) -> None:
    """Leave out statements of what the file lacks, where the rest is a question by itself."""
    text.take(WEAK, "")
    parts = [part for part in PARTS.split(text.line) if part]
    if len(parts) < 2:
        return
    told = [n for n, part in enumerate(parts) if _told(part, "#" in text.line)]
    rest = " ".join(part for n, part in enumerate(parts) if n not in told)
    if not told or not rest or BACK.search(rest):
        return
    marks = re.findall(r"#\d+", " ".join(parts[n] for n in told))
    pointed = len(marks) == 1 and "#" not in rest and pattern(IT).search(rest)
    if "#" in rest or pointed:
        if not first_ask(rest, True):
            return
        gone = [n for n in told if pointed or "#" not in parts[n]]
    elif marks or SPOKEN.search(rest) or not (SOUGHT.search(rest) and content(rest.split())):
        return
    else:
        bears = pattern(rf"[#@~%].*|(?:{DAY})")
        gone = [n for n in told if not bears.search(parts[n])]
    if _lacking(rest) or not any(_lacking(parts[n]) for n in gone):
        return
    _leave(text, parts, gone)
    if pointed:
        text.take(IT, marks[0])


def _told(part: str, named: bool) -> bool:
    """Whether the clause only tells; what the file can tell by, such as courses taken, does too."""
    if "?" not in part and ASIDE.search(part):
        return True
    if WISHED.search(part) or not TOLD.match(part):
        return False
    return named or not LIKED.search(part)


def _lacking(words: str) -> bool:
    """Whether the words speak of what the file lacks."""
    part = Text("")
    part.words = words.split()
    return bool(find_missing(part, False))


def _leave(text: Text, parts: list[str], gone: list[int]) -> None:
    """Take those parts out of the text, from the last."""
    starts = [sum(len(p.split()) for p in parts[:n]) for n in range(len(parts))]
    for n in reversed(gone):
        text.replace(starts[n], starts[n] + len(parts[n].split()), "")
    while text.words and text.words[0] in (",", ".", ";", ":", "!", "-", "so", "but", "and"):
        text.replace(0, 1, "")
