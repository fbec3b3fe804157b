"""Questions that only change the one before: "and CSCI 170?", "on Fridays?", "any others?"."""

from __future__ import annotations

from dataclasses import replace

from rag.query import Filter, Query
from rag.understanding.amended import amended
from rag.understanding.another import holds, of_another
from rag.understanding.arranged import find_arranged
from rag.understanding.changes import (
    ADMITTED,
    CHANGING,
    KEPT,
    again,
    others,
    put,
    unbound,
    with_topic,
)
from rag.understanding.departments import names
from rag.understanding.elliptic import ONLY, elliptic, restore
from rag.understanding.intent import LOOKUPS, SET, first_ask
from rag.understanding.joined import find_asks
from rag.understanding.meant import (
    AGAIN,
    ANYTHING,
    CLAUSE,
    COUNTED,
    ONES,
    OTHER,
    SEVERAL,
    SHOW,
    SUBJECT,
    SUBJECTS,
    counted_of,
    has,
    list_meant,
)
from rag.understanding.past import SETS, needing
from rag.understanding.reading import Reading
from rag.understanding.reference import OTHERS
from rag.understanding.times import LIST
from rag.understanding.vocabulary import ASKED
from rag.understanding.words import FUNCTION, bag, content, pattern

# After these, classes of another kind are meant under the same conditions.
LEADS = pattern(rf"^{ONLY}(?:what about|how about|what of|same for|only|just|but|and|or) .*")
INSTEAD = pattern(rf"^{ONLY}(?:what about|how about|what of|same for|or) .*")
# Words that bring nothing to a question asked again of another course.
BARE = FUNCTION | bag(
    "same question thing now then one ok okay hmm well yes yeah no thanks thank great cool alright "
    "please part parts course class though again ditto likewise maybe say wait sorry meant mean "
    "hm um uh ah k oh oops actually bad typo instead about deal story rules information stuff "
    "itself guess suppose tho"
)
# Whether the list is the whole one.
WHOLE = pattern(
    rf"^{ONLY}(?:is|are|was|so) (?:that|those|these|they|this|it|#\d+)(?: (?:really|just))?"
    r"(?: (?:all|everything|it|the|only|ones?|of|them|there|is|are|full|whole|complete|list|#\d+))+"
    r"(?: [?.!])*$"
)
# Whether those spoken of are all of a kind: "are those the only ECON ones".
THE_ONLY = rf"^{ONLY}(?:is|are|was|were) (?:\S+ ){{0,4}}?the only"
# What will do beside what was asked: "thursday works too".
TOO = pattern(
    r"(?:works?|(?:is|are|would be) (?:fine|ok|okay|good|great|possible)|can do)(?: for me)?"
    r"(?: (?:too|also|as well))?(?: [.!])*$|(?:too|as well)(?: [?.!])*$"
)
WISH = rf"^{ONLY}(?:i|we) [^.?!;]+ [.!;-](?= (?:any|anything|something|some) )"
DAY_ALONE = pattern(rf"{ONLY}(?:what about |how about |on |any )*{LIST}(?: [?.!])*")
# What else courses that are passed besides let into.
MORE_OPEN = pattern(
    r"(?:what|which|anything|anyone|something)(?: \S+){0,3}? (?:else|more|others?|additional|new)|"
    r"(?:any|which|what|how many) (?:more|others?|new|additional)|"
    r"another(?: \S+){0,4} (?:opens?|unlocks?|possible|available)"
)
# What is asked of a course pointed at, said after it: "the friday one, who".
OF_IT = pattern(
    r".*#\d+ (?:[,:;-] )*(?:(?:and|so) )*(?:who|when|where|how (?:many|much|long|often)|{unit}|"
    r"{teacher}|prereqs|what (?:time|day|unit)s?)(?: .*)?"
)
# "And what is that one about".
ON_WHAT = pattern(r"(?:.* )?what (?:\S+ )?#\d+ (?:\S+ )?about(?: [?.!])*")
# More words than these ask for more than a field of the course last spoken of.
BRIEF = 3


def follow_up(reading: Reading) -> Query | None:
    """The last question as this one changes it, None where this one stands by itself."""
    last, line, targets = reading.past.query, reading.text.line, reading.targets()
    if last and reading.said and not targets and (more := _with_more(reading)):
        return more
    if last is None or reading.said or reading.denied:
        return None
    if last.ask == "unlocks" and not last.codes:
        last = reading.past.sought or last  # what needs a course that the file lacks
    basis = reading.past.basis
    lost = last.ask == "other" and not (last.codes or reading.past.codes)
    if basis and (lost or (last.ask == "unavailable" and len(last.codes) != 1)):
        last = basis  # what the file lacks was asked of the list, or what was not understood
    broad = reading.past.broad
    if broad and last.topic != broad.topic and ONES.search(line) and not targets:
        # "The sports ones": of the list about sports.
        last = broad if set(broad.topic.split()) & set(reading.text.words) else last
    listed = last.ask in (*KEPT, "taught_by") and bool(last.filters or last.topic)
    listed = listed and not last.codes
    if listed and (COUNTED.match(line) or AGAIN.match(line)):
        return again(reading, last, "count" if COUNTED.match(line) else "list")
    if listed and (WHOLE.match(line) or ADMITTED.match(line)):
        return again(reading, basis if last is reading.past.query and basis else last, "list")
    brief = elliptic(reading, last)
    if brief:
        return brief
    base = last if listed else basis
    if base and (less := amended(reading, base, far=not listed)):
        return less
    if listed and (put_so := _arranged(reading, last)):
        return put_so
    if OTHERS.match(line) and not targets and (last.filters or last.topic):
        return others(reading, last)
    if last.filters and ONES.search(line) and reading.text.take(THE_ONLY, ""):
        targets, line = [], reading.text.line
    if targets:
        bare = reading.short and not content(reading.text.words, BARE) and not OF_IT.match(line)
        bare = bare and not ON_WHAT.fullmatch(line)
        asked = last.ask in LOOKUPS and not reading.people
        return same_ask(reading, last, targets) if bare and asked else None
    if other := _another_day(reading, last):
        return other
    field = _field(reading, last)
    several = last.ask not in SETS and SEVERAL.search(line)
    of_ones = bool(last.codes and (last.filters or several) and ONES.search(line))
    if field or not (reading.short or listed or of_ones or has(last, "units")):
        return field
    reading.text.take(WISH, "")
    line = reading.text.line
    plain = any(words.match(line) for words in (LEADS, ANYTHING, CLAUSE)) or ONES.search(line)
    refused = last.ask == "unavailable" and last.codes  # no list that a condition could change
    if refused or (SET.search(line) and not plain):
        return None
    return _changed(reading, last)


def _arranged(reading: Reading, last: Query) -> Query | None:
    """The last list put in parts or in an order, with what else is said of it."""
    before = reading.text.copy()
    if not find_arranged(reading.text):
        return None
    new = [*reading.people, *reading.find_filters()]
    if set(reading.topic().split()) - CHANGING:
        restore(reading, before)
        return None
    reading.follows, reading.filters = True, put(last, new)
    return reading.done("list", topic=last.topic)


def _with_more(reading: Reading) -> Query | None:
    """What else courses passed as well open, under the conditions of the list that those before
    opened: "if I also had X, what else?"."""
    lists = (query for query, _ in reading.past.sets if query.ask == "eligible")
    last, before = next(lists, None), reading.past.query
    led = before.codes if before and before.ask == "unlocks" else ()
    last = before if led else last
    new = tuple(code for code in reading.said if code not in reading.past.taken)
    if last is None or not new or not MORE_OPEN.search(reading.text.line):
        return None
    reading.taken = tuple(dict.fromkeys((*led, *reading.taken)))
    kept = [f for f in last.filters if f.field != "needs"]
    known = replace(last, filters=tuple(kept))
    reading.filters = [*put(known, reading.find_filters()), needing(new)]
    reading.follows = True
    return reading.done("eligible", topic=last.topic)


def same_ask(reading: Reading, last: Query, targets: list[int]) -> Query:
    """The same question of another course; of a pair, the first course stays."""
    codes = reading.codes(targets)
    if last.ask in ("requires", "compare") and last.codes and len(codes) == 1:
        codes = (last.codes[0], codes[0])
    reading.follows = True
    reading.filters = [f for f in last.filters if f.field != "code"]
    who = (last.who or last.text) if last.ask == "restrictions" else ""
    return replace(reading.done(last.ask, codes=codes), also=last.also, who=who)


def _field(reading: Reading, last: Query) -> Query | None:
    """A field's name alone, after a look-up of one course: "ge?", "lab?", "prereqs"."""
    words = [w for w in reading.text.words if w[0].isalnum()]
    of_set = last.ask in SETS or not last.codes
    lone = last.ask == "eligible" and not last.codes and len(reading.past.codes) == 1
    if (of_set and not lone) or not reading.past.one or len(words) > BRIEF:
        return None
    twin = reading.text.copy()
    ask = first_ask(twin.line, marked=True)
    found = reading.find_filters()
    if ask not in LOOKUPS or ask == "compare" or set(content(reading.text.words)) - ASKED:
        restore(reading, twin)
        return None
    reading.follows = True
    found = [f for f in found if f.field != ask]
    reading.filters += found
    more = find_asks(twin, ask)[0] if not found else ()
    query = reading.done(more[0] if more else ask, codes=(reading.past.one,))
    return replace(query, also=more[1:])


def _changed(reading: Reading, last: Query) -> Query | None:
    """The last question with other conditions, where this one brings nothing else."""
    before, line = reading.text.copy(), reading.text.line
    reading.text.take("(?:what|how) about|what of")
    found = _bare_units(reading, last) or reading.find_filters()
    said = reading.topic().split()
    kept = [
        w for i, w in enumerate(said) if w not in CHANGING or (w == "or" and 0 < i < len(said) - 1)
    ]
    topic = " ".join(kept)
    program = names().get(tuple(topic.split())) if INSTEAD.match(line) else None
    if program:
        found, topic = [*found, Filter("program", program)], ""
    new = [*reading.people, *found]
    another = has(last, "program") and any(f.field == "program" for f in new)
    subject = SUBJECT.match(line) and not (last.topic or another)
    plain = reading.short or ONES.search(line) or CLAUSE.match(line) or subject
    own = not plain and (first_ask(reading.text.line, False) or _of_its_own(new, last))
    leads = ONES.search(line) or INSTEAD.match(line) or CLAUSE.match(line) or subject
    strange = topic and not leads
    meant = list_meant(reading, last, new, topic)
    since = reading.past.query is not None and reading.past.query.ask != "count"
    if meant.ask == "count" and since and any(f.field in SUBJECTS for f in new):
        meant = counted_of(reading) or meant
    if ANYTHING.match(line) and (meant is not last or (topic and holds(reading, last, topic))):
        strange = False
    looked_up = meant.ask in LOOKUPS and meant.codes
    if not (new or topic) or own or strange or (topic and meant.ask in LOOKUPS):
        restore(reading, before)
        return None
    if looked_up and OTHER.search(line):
        restore(reading, before)
        return None
    reading.follows = True
    if looked_up:
        timed = any(f.field in ("day", "start", "end") for f in new)
        reading.filters = new
        return reading.done("schedule" if timed else meant.ask, codes=meant.codes)
    return narrowed(reading, meant, new, topic, bool(INSTEAD.match(line)))


def narrowed(reading: Reading, last: Query, new: list[Filter], topic: str, instead: bool) -> Query:
    """The last list with these conditions and topic, in its topic's place where it is `instead`."""
    gone: set[str] = set()
    if instead:
        # Another subject takes the place of the last one, topic or program.
        own = not (topic and holds(reading, last, topic))
        gone = {"program"} if topic and not last.topic and own else set()
        other = any(f.field == "program" for f in new) and not has(last, "program")
        topic = topic if topic or other else last.topic
    else:
        topic = with_topic(topic, last)
    line = reading.text.line
    if topic and not instead and of_another(reading, last, topic):
        gone, topic = {"program"}, topic.removeprefix(last.topic).strip()
    last = unbound(last, reading.past.basis, new)
    wider = bool(TOO.search(line) or (line.startswith("or ") and not _of_its_own(new, last)))
    reading.filters = put(last, new, gone, wider)
    listed = last.ask not in KEPT or (last.ask == "count" and SHOW.match(line))
    return reading.done("list" if listed else last.ask, topic=topic)


def _another_day(reading: Reading, last: Query) -> Query | None:
    """Another day of the list that the course spoken of was picked from by one: "and thursday?"."""
    sought = reading.past.sought
    asked = last.codes and last.follows and last.ask in LOOKUPS
    asked = asked and (last.ask != "schedule" or len(last.codes) > 1)
    if not (sought and asked and has(sought, "day") and DAY_ALONE.fullmatch(reading.text.line)):
        return None
    new = reading.find_filters()
    reading.follows = True
    reading.filters = [*(f for f in sought.filters if f.field != "day"), *new]
    return reading.done("list", topic=sought.topic)


def _bare_units(reading: Reading, last: Query) -> list[Filter]:
    """Other units, after units were asked for: "ok 4 then"."""
    number = reading.text.has(
        rf"^{ONLY}(?:(?:make it|try|then|maybe) )*(?P<n>\d)(?: (?:or|/) (?P<m>\d))?"
        r"(?= ?$| [?.]| then| instead)"
    )
    if not number or not has(last, "units"):
        return []
    reading.text.take(rf"{number['n']}(?: (?:or|/) \d)?(?: (?:then|instead))*")
    return [Filter("units", tuple(float(n) for n in number.group("n", "m") if n))]


def _of_its_own(new: list[Filter], last: Query) -> bool:
    """Whether the conditions name another subject, which makes a question of its own."""
    return any(f.field in SUBJECTS for f in new) and bool(
        has(last, "program") or has(last, "ge") or last.topic
    )
