"""What is put after a list of courses, told by its meaning: narrowed, changed, counted, picked."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from rag.query import Filter, Query
from rag.understanding.changes import (
    ADMITTED,
    CHANGING,
    KEPT,
    again,
    opposite,
    others,
    put,
    unbound,
    with_topic,
)
from rag.understanding.classifier import OF_ANY, OF_LIST, Opinion
from rag.understanding.codes import Mention
from rag.understanding.departments import names
from rag.understanding.dislikes import OTHER
from rag.understanding.fitting import TOTAL
from rag.understanding.lifted import field_of, fields_named
from rag.understanding.past import SETS, Past, opened
from rag.understanding.pointed import compared, each, named, picked
from rag.understanding.reading import Reading
from rag.understanding.words import Text, bag

# How likely a continuation must be; and one that the rules read as a question of its own, or that
# refuses.
SURE, ALONE, REFUSING = 0.5, 0.75, 0.8
# What may be asked of a list after one of its courses, or something else, was spoken of.
FROM_AFAR = bag("again others count eligible narrow without drop replace pick")
# What is asked of courses pointed at, however the words may sound.
POINTED = (
    ("unlocks", "others"),
    ("unlocks", "eligible"),
    ("restrictions", "narrow"),
    ("units", "count"),
)
# Conditions that say what courses are about.
SUBJECTS = ("program", "ge", "instructor")
# And those by which one chooses among courses that may be taken.
CHOSEN = ("prerequisites", "units", "day", "days", "start", "end", "clearance", "kind", "length")
# Where another wish begins: "skip the seminar, and I'd rather have no prereqs".
WISH = re.compile(
    r" (?:[,.;]|but|and)(?= (?:(?:and|but|also) )*(?:i|we|she|he|nothing|only|just) )"
)
NEGATED = re.compile(
    r"\b(?:not|no|nothing|never|none|without|except|besides|avoid\w*|skip|hates?|dislikes?|"
    r"refus\w+|busy|works?)\b"
)
OUT = re.compile(
    r"\b(?:leav\w+ (?:out|off)|drop|remove|exclude|minus|cut|toss|hide|lose|get rid|rid of|"
    r"take out)\b"
)
# What the list is cut down to, which is not what is cut.
TO_SOME = re.compile(
    r"\b(?:cut|trim|narrow|reduce|limit|whittle|filter|restrict|pare|boil)"
    r"(?: (?:it|that|this|them|these|those|the list|things|down))* (?:down )?to\b"
)
MORE = re.compile(r"\b(?:others?|more|else|another|rest|next|different|remaining|additional|new)\b")
PLACE = re.compile(r"\bthe (?:first|second|third|fourth|fifth|last|top|1st|2nd|3rd)\b")
OF_THOSE = re.compile(
    r"\b(?:of|from|among|in|only|just|within|out of|which) (?:these|those|them|that|the list|"
    r"the ones)\b|\bof #\d|^#\d|\b(?:from|in|on|among|within) #\d"
)


def continued(
    query: Query, words: str, opinion: Opinion, anew: Callable[[], Reading], past: Past
) -> Query | None:
    """The question as what it does with the list before it; None where it does nothing with it."""
    last = base(past)
    if last is None or query.missing.startswith("anything but"):
        return None
    heading, odds = opinion(words, OF_LIST)
    summed = query.ask == "units" and TOTAL.search(words)
    if query.codes and query.follows and (summed or (query.ask, heading) in POINTED):
        return None
    if heading == "others" and len(query.codes) == 1 and PLACE.search(words):
        return None  # "of the ones shown, what the second deals with"
    talk, likely = opinion(words, OF_ANY)
    if heading == "others" and talk == "smalltalk" and likely > odds:
        return None  # "that's great"
    new = [f for f in query.filters if f not in last.filters]
    if heading == "others" and query.follows and new and not MORE.search(words):
        return None  # "just the tue thu ones"
    fresh = query.follows and query.ask == "list" and query.topic not in ("", last.topic)
    if heading == "each" and fresh and odds < REFUSING:
        return None  # "which are about science"
    near = past.query is not None and past.query.ask in (*KEPT, *SETS)
    own = query.codes or query.topic or any(f.field in SUBJECTS for f in query.filters)
    free = near and (query.follows or not own or heading == "pick")
    if query.follows and ADMITTED.match(words):
        return None
    down = TO_SOME.search(words) and not NEGATED.search(words)
    if heading == "without" and query.follows and new and down:
        return None  # "cut it to those of 2 units"
    if heading == "new" or odds < (SURE if free else ALONE):
        return None
    if not near and (heading not in FROM_AFAR or query.follows):
        return None
    if heading == "unavailable":
        kept = query.ask == "unavailable" or odds < REFUSING or query.filters
        return None if kept else Query(query.text, "unavailable", missing="that", follows=True)
    if heading == "compare" and query.follows and new and not query.codes:
        return None  # "which one for a beginner, no prereqs"
    if heading == "count" and query.follows and new and query.ask == "list":
        return replace(query, ask="count")  # "drop those with labs. how many left"
    reading = anew()
    spelt = any(m.how in ("code", "title", "shown") for m in reading.mentions)
    some = any(m.how == "some" for m in reading.mentions) and heading != "compare"
    if (spelt or some) and heading not in ("eligible", "without", "pick"):
        return None
    if heading == "eligible" and any(m.how in ("code", "title") for m in _left(reading)):
        return None  # it is asked of the course named
    pointed = named(reading) if heading == "pick" else ""
    if heading in ("each", "compare") and len(query.codes) == 1 and PLACE.search(words):
        return None  # the first of them is asked about, not each
    if settled(query, heading, last) and pointed in ("", *query.codes):
        return None
    return _made(heading, reading, last, words, opinion, query.follows)


def _left(reading: Reading) -> list[Mention]:
    """The courses named that are not said to be taken."""
    return [reading.mentions[n] for n in reading.targets()]


def base(past: Past) -> Query | None:
    """The query behind the list last shown, None where none was."""
    last = past.query
    if last is None or (len(past.listed) < 2 and not past.sought):
        return None
    if last.ask in (*KEPT, "taught_by") and not last.codes and (last.filters or last.topic):
        return last
    if last.ask == "unlocks" and len(past.codes) > 1:
        return past.whole or opened(last)
    return past.sought if past.sought and past.sought.ask != "unlocks" else None


def settled(query: Query, heading: str, last: Query) -> bool:
    """Whether the rules made of the question what its meaning says."""
    if not query.follows:
        return False
    listing = query.ask in KEPT and not query.codes
    if last.ask == "count" and query.ask == "list" and query.filters == last.filters:
        return True
    new = [f for f in query.filters if f not in last.filters]
    wanted = {
        "count": query.ask == "count",
        "again": listing and not new,
        "others": listing and any(f.field == "code" and f.op == "not" for f in new),
        "drop": listing and not new and len(query.filters) < len(last.filters),
        "without": listing and any(f.op not in ("any", "all") or False in f.values for f in new),
        "eligible": query.ask == "eligible",
        "compare": query.ask == "compare" or (len(query.codes) > 1 and query.ask != "description"),
        "pick": bool(query.codes),
        "each": len(query.codes) > 1 or (listing and bool(new) and not query.topic),
    }
    return wanted.get(heading, listing and (bool(new) or query.topic != last.topic))


def _made(
    heading: str,
    reading: Reading,
    last: Query,
    words: str,
    opinion: Opinion,
    follows: bool,
) -> Query | None:
    if heading in ("count", "again"):
        return _counted(reading, last, "count" if heading == "count" else "list")
    if heading == "others":
        return others(reading, last)
    if heading == "eligible":
        found = [f for f in reading.find_filters() if f.field in CHOSEN]
        reading.follows, reading.filters = True, put(last, found)
        free = found and not reading.taken  # "which can I take with no prereqs"
        return reading.done("list" if free else "eligible", topic=last.topic)
    if heading == "drop":
        return _without_condition(reading, last, follows)
    if heading == "without":
        return _ruled_out(reading, last)
    if heading in ("narrow", "replace"):
        return _changed(reading, last, heading == "replace")
    if heading == "pick":
        return picked(reading, words, opinion)
    if heading == "each":
        return each(reading, words, opinion)
    return compared(reading)


def _counted(reading: Reading, last: Query, ask: str) -> Query:
    """The list once more, with what else is said of it."""
    found = [*reading.people, *reading.find_filters()]
    made = again(reading, last, ask)
    return replace(made, filters=tuple(put(last, found))) if found else made


def _without_condition(reading: Reading, last: Query, follows: bool) -> Query | None:
    """The last list less the conditions whose fields the question names; the same again if it has
    none of them, unless the rules saw (`follows`) that another is set."""
    named = fields_named(reading.text.line)
    found = (*reading.people, *reading.find_filters())
    named |= {field_of(f) for f in found}
    kept = [f for f in last.filters if field_of(f) not in named]
    if not (kept or last.topic) or (follows and found and len(kept) == len(last.filters)):
        return None
    reading.follows, reading.filters = True, kept
    return reading.done(_ask(last), topic=last.topic)


def _ruled_out(reading: Reading, last: Query) -> Query | None:
    """The last list without courses that meet the conditions named, or those named."""
    single = [n for n in reading.targets() if reading.mentions[n].how != "those"]
    codes = reading.codes(single)
    new = [opposite(f) for f in reading.people]
    clauses, left = _clauses(reading.text), []
    for clause in clauses:
        reading.text, ruled = clause, bool(NEGATED.search(clause.line))
        found = reading.find_filters()
        # A no that was read with its condition has turned it already: "not before noon".
        turned = ruled and not (NEGATED.search(clause.line) or OUT.search(clause.line))
        new += [f if turned else opposite(f) for f in found]
        left += clause.words
    reading.text.words, reading.text.written = left, list(left)
    kept = [f for f in new if f is not None]
    if codes:
        kept.append(Filter("code", codes, "not"))
    topic = [w for w in reading.topic().split() if w not in CHANGING | OTHER]
    if not kept and topic:
        kept = [Filter("mentions", tuple(topic), "not")]
    if not kept or None in new:
        return None
    reading.follows = True
    reading.filters = [*last.filters, *kept]
    return reading.done(_ask(last), topic=last.topic)


def _clauses(text: Text) -> list[Text]:
    """The text in parts, each with one wish."""
    parts = []
    for words in WISH.split(text.line):
        part = Text("")
        part.words = words.split()
        part.written = list(part.words)
        parts.append(part)
    return parts


def _changed(reading: Reading, last: Query, instead: bool) -> Query | None:
    """The last list with more or other conditions, or about something else."""
    found = [*reading.people, *reading.find_filters()]
    among = not instead and bool(OF_THOSE.search(reading.text.line))
    topic = " ".join(w for w in reading.topic().split() if w not in CHANGING)
    program = names().get(tuple(topic.split())) if topic else None
    if program:
        found, topic = [*found, Filter("program", program)], ""
    if not (found or topic):
        return None
    reading.follows = True
    fields = {f.field for f in found}
    gone: set[str] = set()
    if among and not reading.past.whole and fields & {f.field for f in last.filters}:
        # Another value of a condition there is already: of what was listed, those that have it too.
        reading.filters = [Filter("code", reading.past.listed), *found]
        return reading.done("list")
    if instead and topic:
        gone = {"program"} if not last.topic else set()
    elif instead and "program" in fields and not any(f.field == "program" for f in last.filters):
        topic = ""
    else:
        topic = with_topic(topic, last)
    reading.filters = put(unbound(last, reading.past.basis, found), found, gone)
    return reading.done(_ask(last), topic=topic)


def _ask(last: Query) -> str:
    return last.ask if last.ask in KEPT else "list"
