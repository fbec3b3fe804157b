"""Courses set beside each other in a plan: whether they clash, what they add up to, which is
swapped for which."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.conversation import Turn
from rag.query import Query
from rag.understanding.codes import Mention
from rag.understanding.departments import names
from rag.understanding.engaged import engaged
from rag.understanding.feasible import fit_asked
from rag.understanding.groups import together
from rag.understanding.intent import LOOKUPS, required
from rag.understanding.inturn import SAID
from rag.understanding.joined import beside
from rag.understanding.past import SETS, Past, parts_of_one
from rag.understanding.reading import Reading
from rag.understanding.words import content, pattern

CLASH = re.compile(
    r"\b(?:clash|conflict|overlap|collid|interfer)"
    r"|\bruns? (?:right )?into (?!any|some|an? |prob|troub|issue)"
    r"|\bbumps? into\b"
    r"|\b(?:step|sit|land|fall|pile|stack|lie|run|go|get|bump|crash|cut)(?:s|ting|ping|ning|ing)? "
    r"(?:\w+ )?(?:on|over|into|on top of|across|up on|in the way of) (?:each other|one another)"
    r"|\b(?:on top of|in|on) each other(?:'s| 's) (?:way|toes)|\bdouble[- ]?book"
    r"|^\W*(?:(?:so|and|but|ok|wait) )*(?:are|is|do|does) (?!.*\b(?:can|could|take|taking|i)\b).*"
    r"\bat the same time\b"
    r"|\bsame (?:time|night|day|evening|morning|hours?|slot|days? and times?) as\b"
    r"|(?:(?<!always in the )\bsame (?:time )?slots?|[:;,.?-]\s*same (?:hours?|times?|days? and "
    r"times?))\b(?! (?:every|each|all|on|always|both days|the whole))"
    r"|\b(?:fight|fights|fighting|compete|competes|competing|cross|trip over|tripping over)"
    r"(?: (?:with|over))? (?:each other|one another)\b|\bbutt(?:s|ing)? heads\b"
    r"|\b(?:do|will|would) (?:they|these|those|both|the two)(?: two| both)? fight\b"
    rf"|{SAID.pattern}"
    r"|^(?!.*\b(?:can|could|may|take|taking|both|i|not)\b)"
    r".*\bsame times?(?: (?:too|also|right))?\W*$",
    re.IGNORECASE,
)
HELD = re.compile(
    r"\b(?:fits?|goe?s?|works?) .*\bthe course\b"
    r"|\bthe course\b.*\b(?:fits?|goe?s?|works?) (?:\w+ )?(?:with|alongside|beside|next to) "
)
TAKEN_TOGETHER = re.compile(
    r"\b(?:can|could|may|should|am) i\b|\btak(?:e|ing)\b|\bsame (?:semester|term)\b", re.IGNORECASE
)
TIMES = re.compile(r"\b(?:when|what|which|who|times?|days?|hours?)\b", re.IGNORECASE)
# What a plan is made with, and one more course in it.
PLANNING = re.compile(
    r"\b(?:plan\w*|my (?:week|schedule|semester|load)|i (?:want|need|would like|will take)|taking|"
    r"sign\w* up|register\w*|together|overlap\w*|clash\w*|conflict\w*|fit|swap\w*|replac\w*|total|"
    r"same (?:semester|term|time))\b",
    re.IGNORECASE,
)
ADDING = re.compile(
    r"^\W*(?:(?:ok|okay|and|also|so|then|now|hmm|yes|yeah|please|alright|can you|could you) )*"
    r"(?:add|adding|throw in|plus|lets (?:do|take|go with|add)|let's (?:do|take|go with|add)|"
    r"i(?:'ll| will|'d| would) (?:take|do|add|go with|pick)|put in|include|go with)\b",
    re.IGNORECASE,
)
SWAP = (
    r"(?:swap|swapping|replace|replacing|exchange|switch|trade|change|drop|dropping)(?: out)? {X} "
    r"(?:(?:with|for|by|to|and (?:take|add|do)|,|in favor of) )+{Y}"
)
INSTEAD = r"{Y} (?:instead of|in place of|rather than) {X}"
RATHER = (
    r"(?:what if|if|and if|how about|what about|could|can) (?:i |we )?(?:(?:go|went|take|took|"
    r"do|did|"
    r"pick|picked|choose) )?(?:(?:for|with) )?{Y} instead"
)
FITS = (
    "(?:fit|fits|go|goes|work|works) (?:in |well )?(?:with|alongside|next to|beside) {x}|"
    "(?:fit|squeeze|slot|add) (?:in )?{x}"
    "(?: (?:in|into|too|also|as well|alongside|with|on top|next))+(?= |$)|"
    "(?:take|do|have) {x} (?:(?!#)\\S+ ){0,3}?"
    "(?:same (?:semester|term)|at the same time|alongside|together)"
)
TOTAL = pattern(
    r"total(?:s|ed|ling)?|altogether|in all|sum|combined|add(?:s|ed|ing)? up|together|joint(?:ly)?"
)
JOINT = pattern("together|jointly|combined|altogether")
UNITS = pattern(r"{unit}")
THAT = pattern(
    r"(?:.* )?(?:how many|what|how much) .*{unit} .*(?:is|would|are|does|do|will) (?:#\d+|that|"
    r"it|this|all "
    r"(?:that|this|of (?:that|it|them|those)))(?: (?:be|come to|make|all|now|then|in))*(?: [?.!])*"
)
NOW = pattern(
    r"(?:(?:and|ok|okay|so|lol|what is|what|the|my|new|is|then|now|,) )*total(?: (?:now|then|is|so|"
    r"far|with|the|swap|load|count|number|it))*(?: [?.!])*"
)
ALSO = pattern(
    r"(?:(?:and|ok|so|what about|how about|or|,|hmm|then|with|as|to|against) )*{x}"
    r"(?: (?:instead|then))*(?: [?.!])*"
)
AGAINST = pattern(
    r"(?:(?:and|ok|so|,|hmm|then) )*(?:vs|compared (?:to|with)|against) (?:the )?{x}(?: .*)?"
)
PAIR = pattern(
    r"(?:(?:and|ok|so|what about|how about|,|hmm|then|the) )*{x} (?:and|with|plus|,) (?:the )?{x}"
    r"(?: [?.!])*"
)
DIFFERENT = pattern(
    r"(?:(?:and|ok|so|but|hm|hmm|,) )*(?:is|are|does|do|would) {x} (?:(?:any|much|really|that|so|"
    r"very|all|it|look|be) )*(?:different|differ|similar|alike|the same)(?: (?:then|though|at all|"
    r"to (?:it|that)|from (?:it|that)|#\d+))*(?: [?.!])*"
)
WHICH = pattern(
    r"(?:.* )?which(?: (?:one|of (?:them|those|these|the two|#\d+)|#\d+))?(?: (?:then|should i|"
    r"would you|"
    r"do i|take|pick|choose|for me|is for me|suits me|first))*(?: [?.!])*"
)
# A course that another is held against, in words of its title.
TITLED = (
    r"(?:(?<=clash )|(?<=conflict )|(?<=overlap )|(?<=clashes )|(?<=conflicts )|(?<=overlaps )|"
    r"(?<=interfere )|(?<=collide )|(?<=time )|(?<=run )|(?<=runs )|(?<=bump ))"
    r"(?:with|w|as|into) (?:(?:the|that|my) )?(?P<what>[a-z][a-z0-9]*(?: [a-z0-9:-]+){1,6}?)"
    r"(?: (?:class|course|one))?(?= ?$| [?.,;!]| (?:then|too|or not|at all|though|by any "
    r"chance)(?: |$))"
)
# Whether those just spoken of do, in no more words: "any overlaps?".
BARE = pattern(
    r"(?:(?:and|so|ok|okay|but|hmm|is|are|there|do|does|i|have|get|will|would|be|an?|any|some|no|"
    r"time|times|schedule|scheduling|or|,) )*"
    r"(?:overlap|overlaps|overlapping|clash|clashes|clashing|conflict|conflicts|conflicting)"
    r"(?: (?:there|here|in|time|times|schedule|schedules|at|all|then|though|between|or|not))*"
    r"(?: [?.!])*"
)
# What is the same, or not, of two courses in one regard.
REGARDS = ("restrictions", "clearance", "prerequisites", "units", "schedule", "instructor")


def clashing(text: str) -> bool:
    """Whether it is asked if times clash, not if courses may be taken together."""
    found = CLASH.search(text)
    return bool(found and not (found[0].lower().startswith("same") and TAKEN_TOGETHER.search(text)))


def fits(words: str) -> bool:
    """Whether courses are held against each other, in words with "the course" for each."""
    return clashing(words) or bool(HELD.search(words))


def set_beside(query: Query, words: str, past: Past) -> bool:
    """Whether several courses are held against each other, in so many words or as before."""
    last = past.query.text if past.query and query.follows else ""
    spoken = past.query and query.follows and past.one in past.query.codes
    if spoken and len(query.codes) == 2 and past.one in query.codes:
        return query.ask == "schedule"  # one more beside it
    asked = fits(words) or fit_asked(query.text) or clashing(last)
    return len(query.codes) > 1 and query.ask == "schedule" and asked


def planned_in(turns: Sequence[Turn]) -> tuple[str, ...]:
    """The courses of a plan that was spoken of, as the turns made it."""
    plan: tuple[str, ...] = ()
    for turn in turns:
        query = turn.query
        if query is None or not query.codes or query.ask in (*SETS, "requires"):
            continue
        if len(query.codes) > 1 and not parts_of_one(query.codes):
            plan = query.codes if PLANNING.search(turn.question) else plan
        elif ADDING.search(turn.question) and plan:
            plan = tuple(dict.fromkeys((*plan, *query.codes[:1])))
    return plan


def fitting(reading: Reading) -> Query | None:
    """The question as one about courses beside each other; None where it is none."""
    return _swapped(reading) or _added_up(reading) or _clash(reading) or _beside(reading)


def _swapped(reading: Reading) -> Query | None:
    """The plan with one course in the place of another."""
    plan = reading.past.planned
    pair = reading.text.has(SWAP) or reading.text.has(INSTEAD)
    match = pair or reading.text.has(RATHER)
    if not plan or not match:
        return None
    into = reading.codes_in(match["y"])
    like = [c for c in plan if into and c.split(" ")[0] == into[0].split(" ")[0]]
    out = reading.codes_in(pair["x"]) if pair else (*plan[-1:], *like)[-1:]
    if not into or not set(out) & set(plan):
        return None
    codes = [into[0] if code in out else code for code in plan]
    reading.follows = True
    held = len(codes) == 2 and reading.past.query and clashing(reading.past.query.text)
    return reading.done("schedule" if held else "compare", codes=tuple(dict.fromkeys(codes)))


def _added_up(reading: Reading) -> Query | None:
    """How many units the courses spoken of are together."""
    past, line = reading.past, reading.text.line
    if past.query is None or any(m.how in ("code", "title", "shown") for m in reading.mentions):
        return None
    several = len(past.query.codes) > 1 and not parts_of_one(past.query.codes)
    total = UNITS.search(line) and TOTAL.search(line)
    if not (total or NOW.fullmatch(line) or (several and THAT.fullmatch(line))):
        return None
    last = past.query.codes if several and past.query.ask not in SETS else ()
    those = reading.codes(n for n in reading.targets() if reading.mentions[n].how == "those")
    alone = reading.targets() and not JOINT.search(line)
    pair = () if alone else together(past.record, 2)
    codes = past.planned or last or those or pair
    if len(codes) < 2:
        return None
    reading.follows = True
    return reading.done("units", codes=codes)


def _clash(reading: Reading) -> Query | None:
    """Whether the courses named, or one and the one spoken of, meet at the same time."""
    past = reading.past
    asked = clashing(reading.text.line) or reading.text.has(FITS)
    if asked:
        _mark_other(reading)
    targets = reading.targets()
    codes = reading.codes(targets)
    if not targets and not reading.said and BARE.fullmatch(reading.text.line):
        codes = past.query.codes if past.query and len(past.query.codes) > 1 else past.many
        reading.follows = True
        return reading.done("schedule", codes=codes) if len(codes) > 1 else None
    if not targets or not asked or _same(reading, codes):
        return None
    alone = len(codes) == 1 and not engaged(reading.text.line)
    whole = (*codes, *(c for c in (past.one,) if c and c not in codes and alone))
    if len(whole) < 2 or (len(codes) == 1 and reading.text.has("{class}|which|any|what")):
        return None
    reading.follows = reading.follows or len(whole) > len(codes)
    return beside(reading.text, reading.done("schedule", codes=whole))


def _mark_other(reading: Reading) -> None:
    """Mark the course that the one spoken of is held against, by a part of its title."""
    against = reading.text.has(TITLED)
    if against is None or not (reading.past.one or reading.targets()):
        return
    words = against["what"].split()
    if tuple(words) in names() or not content(words):
        return
    if codes := reading.vocabulary.titles.near(words):
        reading.text.take(TITLED, f"against #{len(reading.mentions)}")
        reading.text.spread()
        reading.mentions.append(Mention(codes, how="title"))


def _same(reading: Reading, codes: Sequence[str]) -> bool:
    """Whether all codes are one course's: of that the clashing ones are sought."""
    return len({code[:8] for code in codes}) < 2 and len(codes) > 1


def _beside(reading: Reading) -> Query | None:
    """A course beside the one spoken of: "is X any different?", and "with X?" after a clash."""
    past, targets, line = reading.past, reading.targets(), reading.text.line
    last = past.query
    if last is None or not last.codes or last.ask in SETS or required(reading.text):
        return None
    if last.ask == "compare" and not targets and WHICH.fullmatch(line):
        reading.follows = True
        return reading.done("compare", codes=last.codes)
    codes = reading.codes(targets)
    beside = clashing(last.text) or TAKEN_TOGETHER.search(last.text)
    if len(codes) == 2 and len(last.codes) > 1 and beside and PAIR.fullmatch(line):
        reading.follows = True
        return reading.done("compare", codes=codes)
    if len(codes) != 1 or codes[0] in last.codes:
        return None
    if past.one and AGAINST.fullmatch(line):
        reading.follows = True
        return reading.done("compare", codes=(past.one, *codes))
    if DIFFERENT.fullmatch(line) and last.ask in LOOKUPS:
        reading.follows = True
        ask = last.ask if last.ask in REGARDS else "compare"
        return reading.done(ask, codes=(past.one, *codes))
    timed = TIMES.search(last.text) and not clashing(last.text)
    if last.ask == "schedule" and len(last.codes) > 1 and not timed and ALSO.fullmatch(line):
        reading.follows = True
        return reading.done("schedule", codes=(*codes, *_kept(last)))
    if len(last.codes) > 1 and beside and ALSO.fullmatch(line):
        reading.follows = True
        ask = "schedule" if clashing(last.text) else "compare"
        return reading.done(ask, codes=(last.codes[0], *codes))
    return None


def _kept(last: Query) -> tuple[str, ...]:
    """The courses that another is held against next: of a pair the one that was only pointed at,
    else the first."""
    numbers = [code for code in last.codes if _number(code) in last.text]
    pointed = tuple(code for code in last.codes if code not in numbers)
    if len(last.codes) > 2:
        return last.codes
    return pointed if len(pointed) == 1 else last.codes[:1]


def _number(code: str) -> str:
    return re.sub(r"\D", "", code)
