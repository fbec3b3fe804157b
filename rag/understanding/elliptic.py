"""Questions so short that only the talk before them says what they ask: "why not?", "and X too"."""

from __future__ import annotations

from dataclasses import replace

from rag.query import Query
from rag.understanding.intent import LOOKUPS, SET
from rag.understanding.past import SETS, needing
from rag.understanding.reading import Reading
from rag.understanding.vocabulary import ASKED
from rag.understanding.words import Text, bag, content, pattern

ONLY = (
    "(?:(?:and|ok|okay|so|but|hmm|hm|um|uh|ah|oh|k|well|,|no|yes|thanks|great|cool|alright|"
    "please) )*"
)
INCLUDED = bag("included separate extra part built listed mandatory optional involved attached")
POLAR = pattern(rf"{ONLY}(?:is|are|was|does|do|has|have|can|could|will|would) .*")
# What is taken to be so, for a yes or no: "so no friday right", "it's only tuesday then?".
SURMISED = pattern(
    rf"{ONLY}(?:so|that means|meaning|which means|wait)(?: (?:it|that|this|there|is|are|has|meets?|"
    r"means|just|then|i|have|get))* (?:no|not|none|only|just|never|always|nothing) .*|"
    r"(?!.*(?:which|what|who|when|how|any|want|need|show|list|give)(?: |$)).* "
    r"(?:right|correct|yes|yeah|yea|huh|no)(?: [?.!])*"
)
SURE = r"(?:, )?(?:right|correct|yes|yeah|yea|huh|no)(?= ?$| [?.!])"
# After "is Y needed for X", and it is not: what X needs then.
NEEDED = pattern(
    rf"^{ONLY}(?:so |then |ok )*"
    r"(?:anything else|what else|what (?:else )?(?:is|are|does|do|would))"
    r"(?: (?:it|that|this|then|i|need|required|needed|prereqs|the|actually|really|one|else|"
    r"require|#\d+|\?))*$"
)
WHY = pattern(
    rf"^{ONLY}(?:why|y|how come|wdym|what is missing|what am i missing|yes|really|"
    r"am i good|i am good|i can|"
    r"(?:that is|it is) a (?:yes|no)|(?:are )?you sure|can i(?= ?$| [?.])|"
    r"what (?:do|am) i (?:lack|lacking|missing|short)(?: of)?)"
    r"(?: (?:not|so|is that|that|am i|can i|can not|i|ca|can))*(?: [?.!])*$"
)
# These ask what a course needs, and of a pair what the first one does.
PAIRED = ("requires", "prerequisites", "eligible")
# The way to the course last spoken of.
PATH = pattern(
    rf"^{ONLY}(?:(?:now|then|so|what is|what would be|give me|show me|tell me|what|is there) )*"
    r"(?:(?:the|my|a|shortest|fastest|quickest|best|whole|full) )*(?:path|way|route|roadmap|"
    r"sequence|chain|steps|plan)(?: (?:there|to (?:it|that|get there|#\d+)|for (?:it|that)|look|"
    r"like|i|should|take|follow))*(?: [?.!])*$"
    rf"|^{ONLY}(?:(?:now|then|so) )*how (?:far|close|many (?:more|classes|courses|steps|left))"
    r"(?: (?:away|am|are|i|do|left|to|go|now|from|it|that|still|need|classes|courses|more|off|"
    r"have|take|until|then|there|get|is|#\d+))*(?: [?.!])*$"
)
# What comes next, step by step.
AFTER = pattern(
    rf"^{ONLY}(?:then )*(?:(?:what|anything|(?:is|are) there (?:anything|any (?:{{class}}|one)))"
    rf" ?(?:(?:(?:would|will|could|can|should|might|does|do|i|you|we|she|he|"
    rf"they|comes?|goes|go|take|be|do|is|about|usually|normally|naturally) )*))?"
    rf"(?:(?:next|right|then) )*(?:after|follows?(?: on from| after)?) {{x}}"
    r"(?: then)?(?: [?.!])*$"
)
STEP = pattern(
    rf"^{ONLY}(?:then |what is )*(?:the )?(?:next|last|final) (?:step|course|class)(?: then)?"
    rf"(?: [?.!])*$|^{ONLY}(?:(?:and|then|what is|what|after that|afterwards) )*(?:next|after that)"
    r"(?: (?:then|again))?(?: [?.!])*$"
)
# One more course that is taken, after others were said to be: "and CSCI 104".
MORE_TAKEN = pattern(
    r"^(?:(?:and|also|plus|oh|as well as|,|well) )*{xs}(?: (?:too|also|as well))?(?: [.!])*$"
    r"|^(?:and|also|plus) {xs}(?: (?:too|also|as well))?(?: \?)*$"
    r"|^(?:(?:and|so|what|how) )*(?:about )?{xs} (?:too|also|as well)(?: \?)*$"
)
# The same after it was asked whether a course may be taken: "and with CSCI 104 on top?".
WITH_TOO = pattern(
    rf"^{ONLY}(?:(?:and|so|then|if|what|about|how) )*(?:with|plus|adding|having|given|including) "
    r"{xs}(?: (?:too|also|as well|then|added|besides|in addition|on top)(?: of (?:it|that|this))?)*"
    r"(?: [?.!])*$"
)
# Whether a course is needed for the one last spoken of: "so MATH 125 isn't needed?".
NEEDED_TOO = pattern(
    rf"^{ONLY}(?:(?:so|then|but|and|wait) )*(?:(?:do|does|will|would|must|should|is|are) )?"
    r"(?:(?:i|you|we|it|one) )?(?:(?:not|really|still|even|also|actually) )*"
    r"(?:(?:need|have|require|requires|needs)(?: (?:to|take|have|taken|done|do|finish|pass))* )?"
    r"{Y}(?: (?:is|are|be))?"
    r"(?: (?:not|really|still|even|actually|also|a|the|first|before|beforehand|though|then|for it|"
    r"for that|before it|before that|{required}))*(?: [?.!])*$"
)
NEED = pattern(
    "need|needs|needed|require[sd]?|prereqs|requirements?|necessary|mandatory|have to|must"
)
# Whether the list before has a course.
AMONG = pattern(
    rf"^{ONLY}(?:is|was|are|were) {{x}} (?:also |even )?(?:(?:one |part )?"
    r"(?:in|on|among|of|included|listed)"
    r"(?: (?:in|on|there|here|it|that|the|those|them|these|list|results?|#\d+))*)(?: [?.!])*$"
)
# What a yes or no may be asked of the course last spoken of.
OF_ONE = bag(
    "kind day days start end length units clearance prerequisites restricted timed staffed"
)


def elliptic(reading: Reading, last: Query) -> Query | None:
    """What the question before asked, or the next thing of its course; None for anything else."""
    line, targets = reading.text.line, reading.targets()
    if last.ask in ("eligible", "requires") and WHY.match(line) and (last.codes or last.unknown):
        reading.follows = True
        return replace(reading.done(last.ask, codes=last.codes), unknown=last.unknown)
    lists = reading.past.sets
    if targets and lists and AMONG.match(line) and len(reading.codes(targets[:1])) == 1:
        reading.follows, reading.filters = True, list(lists[0][0].filters)
        return reading.done("description", codes=reading.codes(targets[:1]))
    if targets and (_told(reading) or _with_too(reading, last)):
        return _taken_too(reading, last, targets)
    if not targets and last.ask in LOOKUPS and (own := _own(reading, last)):
        return own
    path = not targets and reading.past.one and last.ask not in SETS and PATH.match(line)
    if path or (last.ask == "eligible" and reading.past.spoken and PATH.match(line)):
        reading.follows = True
        return reading.done("prerequisites", codes=(reading.past.one,))
    if targets and AFTER.match(line):
        reading.follows = True
        return reading.done("unlocks", codes=reading.codes(targets)[-1:])
    if not targets and last.ask == "unlocks" and reading.past.codes and STEP.match(line):
        reading.follows = True
        return reading.done("unlocks", codes=(reading.past.one,))
    another = any(reading.mentions[i].how != "reference" for i in targets)
    if last.ask in PAIRED and last.codes and NEEDED.match(line) and not another:
        reading.follows = True
        return reading.done("prerequisites", codes=last.codes[:1])
    return None


def needed_too(reading: Reading) -> Query | None:
    """Whether the course named is needed for the one spoken of before."""
    last, line, targets = reading.past.query, reading.text.line, reading.targets()
    open_ = last and last.codes and last.ask in LOOKUPS
    if not (last and open_ and targets and NEED.search(line) and NEEDED_TOO.match(line)):
        return None
    if any(reading.mentions[i].how not in ("code", "title") for i in targets):
        return None
    codes = reading.codes(targets)
    catalogue = reading.vocabulary.catalogue
    one = catalogue.find(last.codes[0])
    if not codes or one is None or one.code in codes:
        return None
    if last.ask not in PAIRED and not needing(codes).holds(one, None):
        return None
    reading.follows = True
    return reading.done("requires", codes=(last.codes[0], *codes))


def _told(reading: Reading) -> bool:
    """Whether the last question only said what is taken, and this one names more of it."""
    last, line = reading.past.query, reading.text.line
    plain = bool(last and last.codes) or not line.endswith("?")
    return bool(reading.past.told and plain and MORE_TAKEN.match(line))


def _with_too(reading: Reading, last: Query) -> bool:
    """Whether it was asked if a course may be taken, and this one names more that is passed."""
    open_ = last.ask == "eligible" and last.codes
    return bool(open_ and WITH_TOO.match(reading.text.line))


def _taken_too(reading: Reading, last: Query, targets: list[int]) -> Query:
    """What was asked before, with these courses taken as well."""
    reading.taken = tuple(dict.fromkeys((*reading.taken, *reading.past.told)))
    reading.add_taken(targets)
    reading.follows, reading.filters = True, list(last.filters)
    return reading.done("eligible", codes=last.codes, topic=last.topic)


def _own(reading: Reading, last: Query) -> Query | None:
    """A yes or no about the course last spoken of, not named again: "is the lab included"."""
    line, one = reading.text.line, reading.past.one
    polar = POLAR.match(line) or SURMISED.fullmatch(line)
    if not one or not polar or SET.search(line) or reading.people:
        return None
    before = reading.text.copy()
    reading.text.take(SURE, "")
    found = reading.find_filters()
    left = set(content(reading.text.words)) - ASKED - INCLUDED
    if not found or left or any(f.field not in OF_ONE for f in found):
        restore(reading, before)
        return None
    reading.follows, reading.filters = True, found
    return reading.done("other", codes=(one,))


def restore(reading: Reading, text: Text) -> None:
    """Nothing is understood yet: the words as they were."""
    reading.text, reading.filters, reading.field = text, [], ""
