"""A list amended in so many words: some courses ruled out, a condition taken back, others put."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.course import Course
from rag.query import Filter, Query, matches
from rag.understanding.changes import CHANGING, KEPT, opposite, put, unbound
from rag.understanding.departments import names
from rag.understanding.elliptic import ONLY, restore
from rag.understanding.entitled import titled
from rag.understanding.intent import LOOKUPS, SET, first_ask
from rag.understanding.lifted import conditions, field_of, lifted
from rag.understanding.past import bare
from rag.understanding.reading import Reading
from rag.understanding.words import Text, content, pattern

_I = (
    r"(?:(?:can|could|would|will|you|let us|just|now|lets|i want to|i would|we|like to|please|"
    r"maybe|also|then|to|actually|rather) )*"
)
_START = (
    rf"(?:^{ONLY}|(?<=[.,;!?-] )(?:(?:and|but|so|then|also) )*|(?<= and )|(?<= but )|(?<= so ))"
)
# A condition taken back, or courses ruled out: "drop the thursday thing", "drop the friday ones".
_DROP = (
    r"drop(?:ping)?|remov(?:e|ing)|forget(?:ting)?(?: about)?|los(?:e|ing)|ignor(?:e|ing)|"
    r"scratch(?:ing)?|undo|tak(?:e|ing) (?:off|out|away)|get(?:ting)? rid of|never mind|lift|"
    r"ditch(?:ing)?"
)
# Courses ruled out: "skip the 2 unit ones", "take out anything on fridays".
_OUT = (
    r"exclude|excluding|skip|skipping|omit|omitting|leav(?:e|ing) (?:out|off)|throw (?:out|away)|"
    r"cut(?: out)?|weed out|filter out|kick out|toss(?: out)?|delete|cross (?:off|out)|hide|minus|"
    r"without|not(?: the)?|no more|except(?: for)?|but not|just not|eliminate|discard|rule out|"
    r"(?:anything|everything|all|any) (?:but|except)|aside from|apart from|other than|besides|bar|"
    r"nothing(?= (?:on|in|before|after|with|that|at|starting|over))"
)
# Where what is ruled out ends.
_STOP = (
    r"(?= ?$| [.;?!]| (?:,|-)(?: (?:and|but|also|then|please))* (?:i|only|just|keep|show|make|"
    r"which|what|on|that|give|list|any|instead|is|are|lets)(?: |$)| (?:and|but) (?:i|only|just|"
    r"keep|show|make|which|what|give|list|then|also)(?: |$)| (?:please|too|though|as well|"
    r"instead|then)(?= ?$| [.,;?!]))"
)
RULING = (
    rf"{_START}{_I}(?P<verb>{_DROP}|{_OUT})"
    r"(?! (?:need|needing|have|having|requir|requiring|want|wanting|sure|really|any prereqs|"
    r"prereqs|that|it|this)(?: |$))"
    rf" (?P<what>[^ .?!;](?:[^.;?!]*?[^ .;?!])??){_STOP}"
)
# Courses that need more than those named: "that wants another class on top of 303".
MORE = pattern(
    r"(?:need|needs|want|wants|require|requires|has|have|asks? for|with|demands?)"
    r"(?P<kind>(?: (?!not )\S+){0,6}?) (?:on top of|besides|other than|beyond|in addition to|"
    r"apart from|aside from|as well as|more than|else than) (?:just )?(?P<xs>{xs})"
)
# Another subject named in its own right.
INSTEAD = pattern(r"(?:about|on|instead|covering|regarding)")
# More of what the turn before did: "and the ones with restrictions", after "drop the labs".
ON = pattern(
    r"^(?:(?:(?:and|also|plus|oh|ok|okay|then|,) )*(?:and|also|plus|same (?:for|with|goes for))"
    r"(?: also)?)(?= (?:the|any|anything|everything|all|those|\S+ ones|#\d+)(?: |$))"
    r"(?!.* (?:only|just|keep|instead|what|which|how|show|who|when|back)(?: |$))(?P<rest>.*)"
)
# What is asked to be left: "which is left if you take out the lab".
LEFT = (
    r"^(?:(?:and|so|ok|okay|then|,|but) )*(?P<what>how many|what|which|any|anything)"
    r"(?: (?:is|are|ones?|{class}|would|do|does|will|be|have|that|still|there|then|of|them|those|"
    r"i|we|#\d+))* (?:left|remains?|remaining|leaves?|stays?)(?: over)?"
    r" (?:if|when|once|after|assuming|by)(?: (?:i|we|you|one))?(?= \S)"
)
# Between things that are ruled out.
EACH = re.compile(r" (?:, )?(?:and|or|nor|,)(?: also)? (?=(?:the|any|anything|all) )")
JOINS = re.compile(r" (?:and|or|,|/|nor|, and|, or) ")


def amended(reading: Reading, last: Query, far: bool = False) -> Query | None:
    """The last list without what this question takes back and rules out, and with what else it
    asks; None where it does neither, or where something of it is not understood.

    `far` says that something else was spoken of since: then only what was listed can be dropped.
    """
    before = reading.text.copy()
    left = reading.text.take(LEFT, "")
    _go_on(reading)
    gone, subject = set() if far else lifted(reading), False
    out: list[Filter] = []
    ruling = RULING.replace(_OUT, "drop") if far else RULING
    while match := reading.text.take(ruling, ","):
        told = _told(reading, last, match["what"], bool(pattern(_DROP).fullmatch(match["verb"])))
        if told is None:
            restore(reading, before)
            return None
        gone |= told[0]
        out += told[1]
        subject = subject or bool(told[0] & {"topic", "program"})
    if not (gone or out):
        restore(reading, before)
        return None
    line = reading.text.line
    new = [*reading.people, *reading.find_filters()]
    topic = " ".join(w for w in reading.topic().split() if w not in CHANGING)
    if topic and "topic" in gone:
        out = [f for f in out if f.field not in ("code", "mentions")]  # left for another
    alone = subject and topic and SET.search(line)
    lost = topic and not (subject or INSTEAD.search(line))
    if first_ask(line, False) in LOOKUPS and not new:
        restore(reading, before)
        return None
    reading.follows = True
    if alone and "topic" not in gone:
        reading.filters = new  # the subject is left for another
        return reading.done("list", topic=topic)
    reading.filters = put(unbound(last, reading.past.basis, [*new, *out]), [*new, *out], gone)
    kept_topic = "" if "topic" in gone and not out else last.topic
    asked = "list" if last.ask not in KEPT else last.ask
    if left:
        asked = "count" if left["what"] == "how many" else "list"
    return reading.done(asked, topic=kept_topic if lost or not topic else topic)


def _go_on(reading: Reading) -> None:
    """Write out the verb of the turn before, where it ruled out and this one only names more."""
    if not ON.match(reading.text.line):
        return
    for query, _ in reading.past.sets:
        line = Text(query.text).line
        if pattern(RULING).search(line):
            end = ON.match(reading.text.line)
            words = len(reading.text.line[: end.start("rest")].split()) if end else 0
            reading.text.replace(0, words, "exclude")
            reading.text.spread()
            return
        if not ON.match(line):
            return


def _told(
    reading: Reading, last: Query, what: str, dropped: bool
) -> tuple[set[str], list[Filter]] | None:
    """What these words take back of the last list, by field, and what they rule out of it; None
    where they tell neither."""
    if dropped and (parted := _with_new(reading, last, what)):
        return parted
    several = EACH.split(what)
    if len(several) > 1:
        ruled = [t for part in several if (t := _told(reading, last, part, dropped))]
        if len(ruled) == len(several):
            return {f for t in ruled for f in t[0]}, [f for t in ruled for f in t[1]]
    more = MORE.search(what)
    if more and (codes := reading.codes_in(more["xs"])):
        kinds = (names().get((word,), ()) for word in more["kind"].split())
        programs = dict.fromkeys(program for codes_ in kinds for program in codes_)
        return set(), [Filter("needs", (*programs, *bare(codes)), "only")]
    marks = (int(n) for n in re.findall(r"#(\d+)", what))
    codes = reading.codes(n for n in marks if reading.mentions[n].how != "those")
    if codes:
        return set(), [Filter("code", codes, "not")]
    found = [*reading.people, *conditions(reading, what)]
    if not found and "#" in what and not content(re.sub(r"#\d+", "", what).split()):
        return set(), [Filter("code", reading.past.codes, "not")]  # "without those"
    said = [w for w in content(what.split()) if w not in CHANGING]
    if dropped and said and set(said) <= set(last.topic.split()):
        return {"topic"}, []
    if dropped and found and (alike := {field_of(f) for f in found if _had(f, last)}):
        return alike, []
    listed = _listed(reading, last)
    if len(found) == 1:
        one = opposite(found[0])
        return (set(), [one]) if one else None
    if found:
        gone = [c.code for c in listed if matches(c, found)]
        return (set(), [Filter("code", tuple(gone), "not")]) if gone else None
    parts = [content(part.split()) for part in JOINS.split(what)]
    parts = [kept for part in parts if (kept := [w for w in part if w not in CHANGING])]
    gone = [c.code for part in parts for c in titled(part, listed)]
    field = {"topic"} if dropped else set()
    if gone:
        return field, [Filter("code", tuple(dict.fromkeys(gone)), "not")]
    words = tuple(" ".join(part) for part in parts)
    return (field, [Filter("mentions", words, "not")]) if words else None


def _with_new(reading: Reading, last: Query, what: str) -> tuple[set[str], list[Filter]] | None:
    """What is taken back, and the new conditions after a comma: "drop the GE, after 3pm"."""
    dropped, comma, rest = what.partition(" , ")
    new = conditions(reading, rest) if comma else []
    if not new or any(_had(f, last) for f in new):
        return None
    told = _told(reading, last, dropped, True)
    return (told[0], [*told[1], *new]) if told else None


def _listed(reading: Reading, last: Query) -> Sequence[Course]:
    """The courses of the last list, all of them where no topic chose them."""
    catalogue = reading.vocabulary.catalogue
    chosen = bool(last.filters) and not last.topic
    found = [c for c in catalogue if matches(c, last.filters)] if chosen else []
    return found or [c for code in reading.past.listed if (c := catalogue.find(code))]


def _had(f: Filter, last: Query) -> bool:
    """Whether the last list has a condition like this one: of days, one that shares a day."""
    return any(
        f.field == g.field
        and (f.field not in ("day", "program") or bool({*f.values} & {*g.values}))
        for g in last.filters
    )
