"""What a course unlocks, narrowed: "only the undergrad ones" after it was told, and "which calc
IIIs could I take after it"."""

from __future__ import annotations

import re

from rag.query import Filter, Query, matches
from rag.understanding.changes import CHANGING, put
from rag.understanding.departments import names
from rag.understanding.elliptic import ONLY, restore
from rag.understanding.entitled import titled
from rag.understanding.intent import SET
from rag.understanding.past import Past, bare, needing, opened
from rag.understanding.reading import Reading
from rag.understanding.words import content, pattern

# Those told of are narrowed, and no other set is sought.
NARROWING = pattern(
    rf"^{ONLY}(?:(?:just|only|show|keep|give|list|me|want|i|now|then|but|rather|mean|like|to|see|"
    r"what about|how about) )*(?:the|those|any|ones|just|only|%|@\d+|[a-z-]+) .*\bones\b.*"
    rf"|^{ONLY}(?:which|any|what|how many)(?: ones?)?(?: of (?:these|those|them|#\d+|the list))"
    rf"(?: .*)?|^{ONLY}(?:(?:just|only|but|and) )+(?!i )\S+(?: \S+){{0,6}}(?: [?.!])*$"
)
# Conditions in few words: "before noon", "tue thu no clearance".
BRIEF = pattern(
    rf"^{ONLY}(?!(?:is|are|does|do|did|has|have|can|could|will|would|i|my|it|they|how) )"
    r"\S+(?: \S+){0,5}$"
)
# That they need nothing beside: "only ones needing just #0".
JUST = (
    r"(?:(?:the|only|just|ones|those|which|that|do|of|them|classes|courses) )*"
    r"(?:need|needs|needing|requires?|requiring|want|wants|with|ask for|asks for) "
    r"(?:(?:just|only|nothing but|no more than|nothing else than) (?P<xs>{xs})(?: (?:as|for|a|"
    r"prereqs))*|"
    r"(?P<alone>{xs}) (?:alone|only|and nothing else|and no others?))"
)
ELSE = pattern("who|when|why|where|other|others|more|another|else|first|last|second|unlock\\S*")
COUNTED = pattern("how many")
# A kind of course named by words of its title: "which calc 3s can I take after #0".
KIND = pattern(
    r"(?:which|what|any|is there an?|are there any|is there any) (?:of the )?"
    r"(?P<kind>\S+(?: \S+){0,3}?) (?:that |which )?(?:can|could|should|would|do|will|might|may) "
    r"(?:i|you|we|one|she|he|they) (?:(?:then|now|next|possibly|also|even) )*"
    r"(?:take|do|go for|go into|enroll in|register for|get into|move on to) "
    r"(?:(?:right|straight|directly|next) )*(?:after|following|once i (?:finish|pass|have|do|am "
    r"done with)|when i (?:finish|pass|have|am done with)) (?P<x>#\d+)(?: [?.!])*$"
    r"|^(?:after|following) (?P<after>#\d+) (?:, )?(?:which|what) (?P<next>\S+(?: \S+){0,3}?) "
    r"(?:can|could|should|would|do|may) (?:i|you|we) (?:(?:then|now|next) )*"
    r"(?:take|do|go for|get into)(?: [?.!])*$"
)
NUMERALS = re.compile(r"^(i{1,3}|iv|vi{0,3})s$")


# One step further: "and then?".
THEN = pattern(
    rf"^{ONLY}(?:(?:and|ok|so|what|then|next|after|that|comes|is|would|be|#\d+) )*"
    r"(?:then|next|after (?:that|#\d+)|afterwards)(?: what)?(?: [?.!])*$"
)


def unlocked(reading: Reading) -> Query | None:
    """What one course unlocks, under more conditions than that, or one step further."""
    return _further(reading) or _alone(reading) or _narrowed(reading) or _of_kind(reading)


def _further(reading: Reading) -> Query | None:
    """What the one course opens that the last one was told to open."""
    last = reading.past.query
    if last is None or last.ask != "unlocks" or not last.codes or not THEN.match(reading.text.line):
        return None
    opened_ = [code for code in reading.past.codes if code not in last.codes]
    if len(opened_) != 1 or any(m.how in ("code", "title") for m in reading.mentions):
        return None
    reading.follows = True
    return reading.done("unlocks", codes=tuple(opened_))


def _alone(reading: Reading) -> Query | None:
    """Of what the course unlocks, those that need nothing beside it."""
    last, match = _told(reading.past), reading.text.has(JUST)
    codes = reading.codes_in(match["xs"] or match["alone"]) if match else ()
    pointed = all(m.how == "reference" for m in reading.mentions) and SET.search(reading.text.line)
    if last is None and codes and pointed:
        last = Query(reading.question, "list", filters=(needing(codes),))
    if last is None or not codes or reading.said:
        return None
    named = {str(v) for f in last.filters if f.field == "needs" for v in f.values}
    if not set(bare(codes)) <= named or set(codes) != set(reading.codes(reading.targets())):
        return None
    reading.text.take(JUST, "%")
    found = reading.find_filters()
    reading.follows = True
    reading.filters = [*put(last, found), Filter("needs", bare(codes), "only")]
    return reading.done("list")


def _narrowed(reading: Reading) -> Query | None:
    line, last = reading.text.line, _told(reading.past)
    if last is None or reading.said:
        return None
    brief = BRIEF.match(line) and not reading.targets() and reading.past.query is not None
    if not (NARROWING.match(line) or brief) or ELSE.search(line):
        return None
    if any(reading.mentions[i].how != "those" for i in reading.targets()):
        return None
    before = reading.text.copy()
    found = [*reading.people, *reading.find_filters()]
    left = [w for w in reading.topic().split() if w not in CHANGING]
    if not found or left:
        restore(reading, before)
        return None
    reading.follows, reading.filters = True, put(last, found)
    return reading.done("count" if COUNTED.search(line) else "list")


def _told(past: Past) -> Query | None:
    """The list of what a course unlocks that was told last, or before what the data lacks."""
    last = past.query
    if last is None or len(past.codes) < 2:
        return None
    if last.ask == "unlocks":
        return opened(last)
    before = past.sets[0][0] if past.sets and last.ask == "unavailable" and not last.codes else None
    return before if before and before.filters[:1] and before.filters[0].field == "needs" else None


def _of_kind(reading: Reading) -> Query | None:
    match = KIND.search(reading.text.line)
    codes = reading.codes_in(match["x"] or match["after"]) if match else ()
    if match is None or not codes:
        return None
    kind = match["kind"] or match["next"]
    said = [NUMERALS.sub(r"\1", word) for word in content(kind.split())]
    said = [word[:-1] if re.fullmatch(r"\ds", word) else word for word in said]
    if not said or tuple(said) in names() or pattern(r".*{class}.*").match(kind):
        return None
    opens = [c for c in reading.vocabulary.catalogue if matches(c, [needing(codes)])]
    found = titled(said, opens)
    if not found:
        return None
    reading.filters = [Filter("code", tuple(c.code for c in found))]
    return reading.done("unlocks", codes=codes)
