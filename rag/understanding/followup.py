"""Questions that only change the one before: "and CSCI 170?", "on Fridays?", "any others?"."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.query import Filter, Query
from rag.understanding.changes import KEPT, again, dropped, others, without
from rag.understanding.daynames import DAY
from rag.understanding.departments import names
from rag.understanding.elliptic import ONLY, elliptic, restore
from rag.understanding.intent import LOOKUPS, SET, first_ask
from rag.understanding.past import SETS
from rag.understanding.reading import Reading
from rag.understanding.reference import OTHERS
from rag.understanding.vocabulary import ASKED
from rag.understanding.words import FUNCTION, bag, content, pattern

# After these, classes of another kind are meant under the same conditions.
LEADS = pattern(rf"^{ONLY}(?:what about|how about|what of|same for|only|just|but|and|or) .*")
INSTEAD = pattern(rf"^{ONLY}(?:what about|how about|what of|same for|or) .*")
ONES = pattern(r"ones?(?! (?:day|unit|credit|class|course|hour|time))")
COUNTED = pattern(
    rf"^{ONLY}(?:how many|count)(?: (?:are|is|of|there|them|those|these|it|that|in|total|all|"
    r"altogether|exist|results?|#\d+))*(?: [?.!])*$"
)
AGAIN = pattern(
    rf"^{ONLY}(?:(?:can|could) you )?(?:list|show|name|give)(?: (?:me|few|some|a|couple|"
    r"examples?|of|them|those|these|it|all|the|list|full|whole|again|out|please|#\d+))*(?: [?.!])*$"
)
OTHER = re.compile(r"\b(?:else|other|others)\b")
# Conditions that say what courses are about: they ask for a set, not for one course's field.
SUBJECTS = ("program", "ge", "instructor")
# Words that bring nothing to a question asked again of another course.
BARE = FUNCTION | bag(
    "same question thing now then one ok okay hmm well yes yeah no thanks thank great cool alright "
    "please part parts course class though again ditto likewise maybe say wait sorry meant mean "
    "hm um uh ah k oh oops actually bad typo instead about deal story rules information stuff"
)
# Another condition on the list: "anything on thursdays".
ANYTHING = pattern(
    rf"^{ONLY}(?:any|anything|something|some)(?! (?:about|like|else|other|similar)) .*"
)
DAY_ALONE = pattern(rf"{ONLY}(?:what about |how about |on |any )*(?:{DAY})(?: [?.!])*")
# More words than these ask for more than a field of the course last spoken of.
BRIEF = 3


def follow_up(reading: Reading) -> Query | None:
    """The last question as this one changes it, None where this one stands by itself."""
    last, line, targets = reading.past.query, reading.text.line, reading.targets()
    if last is None or reading.said or reading.denied:
        return None
    listed = last.ask in (*KEPT, "taught_by") and bool(last.filters or last.topic)
    listed = listed and not last.codes
    if listed and (COUNTED.match(line) or AGAIN.match(line)):
        return again(reading, last, "count" if COUNTED.match(line) else "list")
    brief = elliptic(reading, last)
    if brief:
        return brief
    if listed and (less := dropped(reading, last) or without(reading, last)):
        return less
    if OTHERS.match(line) and not targets and (last.filters or last.topic):
        return others(reading, last)
    if targets:
        bare = reading.short and not content(reading.text.words, BARE)
        asked = last.ask in LOOKUPS and not reading.people
        return _same_ask(reading, last, targets) if bare and asked else None
    if other := _another_day(reading, last):
        return other
    field = _field(reading, last)
    if field or not (reading.short or listed or _has(last, "units")):
        return field
    plain = ONES.search(line) or LEADS.match(line) or ANYTHING.match(line)
    if SET.search(line) and not plain:
        return None
    return _changed(reading, last)


def _same_ask(reading: Reading, last: Query, targets: list[int]) -> Query:
    """The same question of another course; of a pair, the first course stays."""
    codes = reading.codes(targets)
    if last.ask in ("requires", "compare") and last.codes and len(codes) == 1:
        codes = (last.codes[0], codes[0])
    reading.follows = True
    reading.filters = [f for f in last.filters if f.field != "code"]
    return replace(reading.done(last.ask, codes=codes), also=last.also)


def _field(reading: Reading, last: Query) -> Query | None:
    """A field's name alone, after a look-up of one course: "ge?", "lab?", "prereqs"."""
    words = [w for w in reading.text.words if w[0].isalnum()]
    if last.ask in SETS or not last.codes or not reading.past.one or len(words) > BRIEF:
        return None
    twin = reading.text.copy()
    ask = first_ask(twin.line, marked=True)
    found = reading.find_filters()
    if ask not in LOOKUPS or ask == "compare" or set(content(reading.text.words)) - ASKED:
        restore(reading, twin)
        return None
    reading.follows = True
    reading.filters += found
    return reading.done(ask, codes=(reading.past.one,))


def _changed(reading: Reading, last: Query) -> Query | None:
    """The last question with other conditions, where this one brings nothing else."""
    before, line = reading.text.copy(), reading.text.line
    reading.text.take("(?:what|how) about|what of")
    found = _bare_units(reading, last) or reading.find_filters()
    topic = " ".join(w for w in reading.topic().split() if w not in ASKED)
    program = names().get(tuple(topic.split())) if INSTEAD.match(line) else None
    if program:
        found, topic = [*found, Filter("program", program)], ""
    new = [*reading.people, *found]
    own = not reading.short and (first_ask(reading.text.line, False) or _of_its_own(new, last))
    strange = topic and not (ONES.search(line) or INSTEAD.match(line))
    if not (new or topic) or own or strange or (topic and last.ask in LOOKUPS):
        restore(reading, before)
        return None
    if last.ask in LOOKUPS and last.codes and OTHER.search(line):
        restore(reading, before)
        return None
    reading.follows = True
    sought = reading.past.sought
    if sought and last.codes and any(f.field in SUBJECTS for f in new):
        last = sought
    elif (
        sought
        and sought is not last
        and not last.codes
        and not {f.field for f in new} & {f.field for f in last.filters}
    ):
        last = sought  # the last one found nothing
    if last.ask in LOOKUPS and last.codes:
        timed = any(f.field in ("day", "start", "end") for f in new)
        reading.filters = new
        return reading.done("schedule" if timed else last.ask, codes=last.codes)
    fields = {f.field for f in new}
    if INSTEAD.match(line):
        # Another subject takes the place of the last one, topic or program.
        fields |= {"program"} if topic and not last.topic else set()
        replaced = bool(topic) or ("program" in fields and not _has(last, "program"))
        topic = topic if replaced else last.topic
    else:
        topic = " ".join(filter(None, (topic, last.topic)))
    reading.filters = [f for f in last.filters if f.field not in fields] + new
    return reading.done(last.ask if last.ask in KEPT else "list", topic=topic)


def _another_day(reading: Reading, last: Query) -> Query | None:
    """Another day of the list that the course spoken of was picked from by one: "and thursday?"."""
    sought = reading.past.sought
    asked = last.codes and last.follows and last.ask in LOOKUPS - {"schedule"}
    if not (sought and asked and _has(sought, "day") and DAY_ALONE.fullmatch(reading.text.line)):
        return None
    new = reading.find_filters()
    reading.follows = True
    reading.filters = [*(f for f in sought.filters if f.field != "day"), *new]
    return reading.done("list", topic=sought.topic)


def _bare_units(reading: Reading, last: Query) -> list[Filter]:
    """Other units, after units were asked for: "ok 4 then"."""
    number = reading.text.has(
        rf"^{ONLY}(?:(?:make it|try|then|maybe) )*(?P<n>\d)(?= ?$| [?.]| then| instead)"
    )
    if not number or not _has(last, "units"):
        return []
    reading.text.take(rf"{number['n']}(?: (?:then|instead))*")
    return [Filter("units", (float(number["n"]),))]


def _of_its_own(new: list[Filter], last: Query) -> bool:
    """Whether the conditions name another subject, which makes a question of its own."""
    return any(f.field in SUBJECTS for f in new) and bool(
        _has(last, "program") or _has(last, "ge") or last.topic
    )


def _has(query: Query, field: str) -> bool:
    return any(f.field == field for f in query.filters)
