"""What a student tells of life before a set of courses is asked for: "I was in Rome last summer,
what ITAL classes are GE-B". None of it is a topic, a term or a condition."""

from __future__ import annotations

import re

from rag.understanding.background import ASKING, SELF
from rag.understanding.daynames import DAY
from rag.understanding.departments import WORDY, names
from rag.understanding.intent import SET
from rag.understanding.interest import liked
from rag.understanding.occupied import THEN, TIMED, before_then, occupied
from rag.understanding.times import LIST
from rag.understanding.words import STOPS, Text, content, pattern

# Where the question begins: after a stop, a comma or a joint.
TURN = re.compile(
    r" (?:(?:[,.;!-]|so|but|and|anyways?|long story) )+"
    r"(?=(?:what|which|where|any|is there|are there|show|list|find|give|do they|"
    r"does the|how many|only|nothing)(?: |$))"
)
# Clauses of what is told.
CLAUSES = re.compile(rf"(?= (?:[,.;!-]|so|but|and|because|since|cause) (?!{LIST}))")
_LEAD = (
    r"^ ?(?:(?:[,.;!-]|so|but|and|because|since|cause|hi+|hey|hello|hiya|yo|ok|okay|well|um|uh|lol|"
    r"like|anyways?|honestly|long story|too|also) )*"
)
_WHO = (
    r"(?:i|we|he|she|they|my|our|his|her|their|everyone|everybody|people|a friend|the|both|"
    r"been|went|just|came|got|spent|[a-z]+ (?:says?|said|thinks?|told|keeps?)|boss|work|mom|dad|"
    r"mum)"
)
TELLS = pattern(
    rf"{_LEAD}{_WHO} \S+(?: .*)?|{_LEAD}(?:\S+ ){{1,3}}(?:here|at heart|by day|by trade)"
)
AGO = pattern(
    r"(?:last|this past|the whole|whole|all|over the|over|this) (?:spring break|winter break|break|"
    r"winter|summer|weekend|year|week|month|fall|night|semester|term)|yesterday|"
    r"(?:\S+ )?(?:weeks?|months?|years?|days?) ago"
)
# What the answer may depend on: conditions, and what is or was studied; and wishes and likes.
HARD = (
    r"\S*\d\S*|[#@%~].*|noon|midday|mornings?|afternoons?|evenings?|nights?|hours?|labs?|prereqs|"
    r"clearance|{unit}|ges?|majors?|minors?|free|busy|until|after|before|{class}|{teacher}|never|"
    rf"(?:{DAY})|or|without|graduat\S*|transfer\S*|took|taken|passed|done|finished|missing|study|"
    r"studying"
)
KEPT = pattern(
    rf"{HARD}|want|wants|wanted|need|needs|love|loves|like|likes|enjoy|enjoys|into|prefer|prefers|"
    r"hate|hates|avoid|interest\S*|curious|fascinated|looking|hop(?:e|ing)|wish|plan\S*|about|on|for|"
    r"next|coming|will|going to|by|from|no|not|only|with|try"
)
# What points back to what was told.
BACK = pattern(
    r"(?:any|those|these|them|such|that|one)(?= ?$| [?.,])|of (?:it|that|those|them)|"
    r"(?:about|on|with) (?:it|that|this|them|those)|same"
)
# A department's people, of whom it is asked what they teach.
THEY = (
    r"(?P<what>what|which)(?P<kind>(?: \S+){0,3}?) (?:do|does|are|have|will) they"
    r"(?= (?:(?:even|all|actually|also) )*(?:have|run|running|offer|offering|teach|teaching|got|"
    r"give)(?: |$))"
)
FOLK = re.compile(r"department|people|folks|program|guys|crowd|lot|peeps|school|stuff|faculty")
LONGEST_NAME = 4


def leave_story(text: Text) -> None:
    """Name the department in the place of "they", and leave out clauses that only tell."""
    _name_they(text)
    _leave_end(text)
    turns = [m for m in TURN.finditer(text.line)]
    if not turns or "#" in text.line:
        return
    told, ask = text.line[: turns[-1].start()], text.line[turns[-1].end() :]
    clauses = CLAUSES.split(told)
    said = [_said(clause, ask) for clause in clauses]
    kept = [words for words in said if words]
    if not _sought(ask, " ".join(kept)) or "?" in told or (BACK.search(ask) and not kept):
        return
    ask = next((new for c in clauses if (new := before_then(c, ask)) != ask), ask)
    joint = text.line[turns[-1].start() : turns[-1].end()] if kept else ""
    _write(text, f"{' '.join(kept)} {joint} {ask}".split())


def _leave_end(text: Text) -> None:
    """Leave out what is told after the question: "and CHEM 105? my friend begs me to"."""
    asked, mark, told = text.line.rpartition("?")
    plain = mark and told.strip() and "#" not in told and not ASKING.search(told)
    bears = pattern(HARD).search(told) or SELF.search(told)
    if plain and asked.strip() and TELLS.match(told) and not bears:
        text.replace(len(asked.split()) + 1, len(text.words), "")


def _write(text: Text, words: list[str]) -> None:
    """These words, each as it was written where it was there."""
    while words and words[0] in STOPS | {",", "-", "so", "and", "but"}:
        words = words[1:]
    written = dict(zip(text.words, text.written, strict=True))
    text.words, text.written = words, [written.get(word, word) for word in words]


def _sought(ask: str, kept: str) -> bool:
    """Whether courses are asked for that the words themselves tell."""
    said = content([*kept.split(), *ask.split()])
    named = any((w,) in names() and w not in WORDY for w in said)
    timed = TIMED.search(ask) or pattern(THEN).search(ask)
    return bool(timed or (content(ask.split()) and (named or SET.search(ask))))


def _said(clause: str, ask: str) -> str:
    """The clause with no more than what bears on the answer; "" where nothing does."""
    clause, tells = clause.strip(), TELLS.match(clause)
    if not tells and not AGO.search(clause):
        return clause
    rest = AGO.sub("", clause)
    if ASKING.search(rest) or SELF.search(rest):
        return clause
    time = occupied(rest, ask)
    if tells and time is not None:
        return time
    return clause if KEPT.search(rest) or liked(rest) else ""


def _name_they(text: Text) -> None:
    """Put the department last named before it in the place of "they"."""
    match = text.has(THEY)
    if match is None:
        return
    before = match.string[: match.start()].split()
    for end in range(len(before), 0, -1):
        for start in range(max(0, end - LONGEST_NAME), end):
            name = before[start:end]
            if tuple(name) in names() and not (len(name) == 1 and name[0] in WORDY):
                named = " ".join(name)
                text.take(THEY, f"{match['what']}{match['kind']} does the {named} department")
                _leave_name(text, start, end)
                text.spread()
                return


def _leave_name(text: Text, start: int, end: int) -> None:
    """Take out the name, with its clause where that holds no condition."""
    words = text.words
    end += bool(FOLK.fullmatch(words[end]))
    joints = {",", ".", ";", "!", "-", "so", "but", "and"}
    first = next((n + 1 for n in range(start - 1, -1, -1) if words[n] in joints), 0)
    rest = " ".join(words[first:start])
    text.replace(start if pattern(HARD).search(rest) else first, end, "")
