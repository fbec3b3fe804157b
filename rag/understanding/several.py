"""Questions that seek courses: lists, counts and recommendations under conditions."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.query import Filter, Query
from rag.understanding.arranged import find_arranged
from rag.understanding.changes import both, put
from rag.understanding.intent import APART, LOOKUPS, SET, first_ask, looked_up, required, set_ask
from rag.understanding.past import bare, needing
from rag.understanding.phrases import find_conditions, merge
from rag.understanding.reading import BUT, NOT_NEEDING, Reading
from rag.understanding.superlative import find_superlative
from rag.understanding.times import find_times
from rag.understanding.titled import find_near_titles
from rag.understanding.titles import stem
from rag.understanding.vocabulary import ASKED
from rag.understanding.words import Text, bag, content, pattern

# "It looks like X" seeks no other course.
LIKE = (
    "(?<!would )(?<!looks )(?<!look )(?<!looking )(?<!seems )(?<!sounds )(?<!feels )"
    "(?:like|similar to|related to) {xs}"
)
OF_THOSE = pattern(
    r"(?:which|any|some|all|one|each) of {xs}|of {xs} ,? ?(?:which|what|are|do|is) .*|"
    r"{xs} (?:that|which|with|without) .*|^which .*|"
    r"^(?:are|do|is|does|have) {x} .*|.*\bany\b.*"
)
# A title of which only a part is remembered.
HALF = (
    r"(?:something|somewhat|sort of|kind of|(?:called|titled|named|sounds?|goes|was)(?: \S+)?) "
    r"like "
    r"(?:the )?{x}"
)
# What a class is to go without that is no field of the file: "that don't use C++".
LEFT_OUT = (
    r"(?:(?:not|never) (?:use|uses|using|involve|involves|include|includes|require|requires|have|"
    r"cover|covers|need|deal)|without) "
    r"(?:(?:any|a|an|much|the|lots|lot|of|with|to|using|having|doing) )*+(?P<out>[a-z]\S*)"
)
# What leads to the course named last: "what else besides X lets me into Y".
ENTRY = (
    r"(?:what|which|anything)(?: else)? .*(?:(?:let|lets|get|gets|allow|allows|qualif\S+) "
    r"(?:me|you|us|one)|need|needed|require|required|prereqs)(?: \S+){0,4} "
    r"(?:for|to take|before|of|into|to|in) {x}"
    r"|{x} (?:needs?|requires?|asks? for) (?:anything|something|any|more|other)(?: .*)?"
)
# More than those spoken of: "any other 500 level CSCI".
OTHER = (
    r"(?:(?:any|what|which|are there|is there|some) others?|(?:what|anything|something) else|"
    r"another)"
)
# Another value in the place of one: "make that mondays".
CHANGED = re.compile(r"\b(?:make|change|switch)\b")
MAY_DO = "(?:can|could|may|am|will) i"
ORDER = "which .*first.*"
ALIKE = r"same|alike|identical|shares?|shared|in common"
CLASH = r"conflict\S*|overlap\S*|clash\S*|at the same time"
JUDGING = bag(
    "easy easiest easier hard hardest harder small smaller smallest large big popular chill light "
    "lightest workload knock rated least effort homework exams exam final finals tests test grades "
    "grade seats online fulfills fulfill easily simple simplest quick work low lowest stress "
    "essay essays papers paper projects project lenient intense super boost gpa booster size "
    "sizes hours time consuming demanding hate group none difficult difficulty least most average "
    "averages averaging require requires required avoid exempt exempts gotten got scored minoring "
    "majoring students"
)
# Where no more than the subject is said, its name serves as a topic.
FIELD = ("program", "level", "units")
# What is judged of courses, beside which the other conditions stand.
JUDGED = (
    "workload and difficulty",
    "instructor ratings",
    "popularity and reviews",
    "class size",
    "grades",
    "seats and waitlists",
    "whether a class is online",
    "exams, projects and homework",
    "degree requirements",
)
# One class in words of the student's own, and a look-up in a clause after it.
ONE = pattern(
    r"(?P<one>.*(?:that|the|this)(?: \S+){0,6}? (?:thing|{class}|one)(?: .*)?) [.?!,;:-]+ "
    r"(?P<asked>[^.!;?]+?)(?: [?.!])*"
)
PLURAL = pattern("classes|courses|electives|seminars|ges|things|ones")
OPEN = (
    "open|available|eligible|allowed|qualif\\S*|ready|(?:can|could|may) i|in reach|left|"
    "which(?: one)? of #\\d+(?: (?:then|though|now))*(?: [?.!])*$"
)
MAY = (
    r"(?:can|could|may|might) (?:i|we|she|he|they) (?:(?:even|then|now|already|actually|still) )*"
    r"(?:take|do|enroll in|register for|sign up for|get into)|"
    r"(?<!what )(?:i|we|she|he|they) (?:can|could|may|might) (?:(?:even|then|now|already|actually|"
    r"still) )*(?:take|do|enroll in|register for|get into)|"
    r"(?:am i|i am|is she|is he|are we) (?:eligible|allowed|ready)|"
    r"(?:open|available) (?:to|for) (?:me|us|her|him|i)(?= ?$| [?.,]| then| now)"
)


def seeks(reading: Reading) -> bool:
    """Whether a set of courses is sought, not something about the courses named."""
    text, targets = reading.text, reading.targets()
    if not targets:
        return bool(SET.search(text.line) or find_superlative(text)) and not _of_one(reading)
    if required(text) or text.has(ENTRY) or text.has(APART):
        return False
    if text.has(NOT_NEEDING):
        return True
    those = _those(reading, targets)
    if _half_quoted(reading):
        return False
    apart = text.has(rf"{BUT} {{xs}}|{LIKE}")
    if apart and len(targets) > 1 and looked_up(text) == "unlocks":
        return False  # "what else needs X, besides Y"
    pair = those and len(reading.codes(targets)) == 2
    may = reading.taken and text.has(rf"which .*(?:{MAY_DO})")
    if pair and (may or text.has(ORDER)):
        return False
    if those and text.has(ALIKE) and not find_superlative(text.copy()):
        return False
    narrowed = those and (OF_THOSE.search(text.line) or _conditioned(text))
    ranked = len(reading.codes(targets)) > 2 and find_superlative(text.copy())
    if narrowed and ((looked_up(text) == "compare" and not ranked) or text.has(CLASH)):
        return False
    return bool(apart or narrowed)


def _half_quoted(reading: Reading) -> bool:
    """Whether a title is told as it is remembered, and then asked about: "it is something like
    Drugs, Behavior and ..., what's the number"."""
    match = reading.text.has(HALF)
    how = [reading.mentions[int(n)].how for n in re.findall(r"#(\d+)", match[0])] if match else []
    return how == ["title"] and looked_up(reading.text) in LOOKUPS


def _of_one(reading: Reading) -> bool:
    """Whether one class is described, and then asked about: "that comedy history thing. days?"."""
    told = ONE.match(reading.text.line)
    if told is None or PLURAL.search(told["one"]):
        return False
    asked = told["asked"]
    if set(content(asked.split())) - ASKED or first_ask(asked, True) not in LOOKUPS:
        return False
    found = list(reading.mentions)
    find_near_titles(reading.text.copy(), reading.vocabulary.titles, found)
    return len(found) > len(reading.mentions)


def _those(reading: Reading, targets: list[int]) -> bool:
    """Whether the courses, or some of them, are those of a list before."""
    return any(reading.mentions[i].how in ("those", "some") for i in targets)


def beside(reading: Reading, query: Query) -> Query:
    """The query for what the data lacks, with what else is sought: "easy GE on Tuesdays"."""
    degree = query.missing == "degree requirements"
    if query.missing not in JUDGED or not (degree or SET.search(reading.text.line)):
        return query
    filters = reading.people + reading.find_filters()
    words = [w for w in reading.topic().split() if not (degree or w in JUDGING)]
    return replace(query, filters=tuple(merge(filters)), topic=" ".join(words))


def _conditioned(text: Text) -> bool:
    """Whether the text sets a condition: "are those 4 units" narrows what was listed."""
    twin = text.copy()
    return bool(find_conditions(twin) or find_times(twin))


def seek(reading: Reading) -> Query:
    """The question as a search under conditions."""
    ask, new = set_ask(reading.text), reading.newly()
    may = reading.taken and reading.text.has(MAY)
    if find_superlative(reading.text):
        ask = "list"
    title = _alike(reading)
    if title:
        ask = "recommend"
    whole = None
    if not title and reading.targets():
        whole = _limit(reading)
    find_arranged(reading.text)
    counted = set_ask(reading.text, conditioned=True) == "count"
    found = reading.find_filters()
    if whole:
        instead = bool(CHANGED.search(reading.question.lower()))
        found = put(whole, found) if instead else both(whole, found)
    reading.filters += found
    if counted and ask in ("other", "list") and reading.filters:
        ask = "count"
    if reading.denied and not reading.targets():
        reading.filters.append(Filter("needs", bare(reading.untaken), "not"))
    sought = reading.filters or reading.text.has("(?:about|on|with|in) \\S+.*")
    if sought and not (reading.targets() or title):
        reading.filters += _besides(reading)
    left_out = reading.text.has(LEFT_OUT)
    topic = " ".join(filter(None, (reading.topic(), title, whole.topic if whole else "")))
    if left_out and left_out["out"] in topic.split():
        if left_out["out"].isalpha():
            reading.filters.append(Filter("mentions", (left_out["out"],), "not"))
        query = reading.done("unavailable", missing="what courses do without")
        return replace(query, filters=tuple(merge(reading.filters)))
    worded = " ".join(str(v) for f in reading.filters if f.field == "titled" for v in f.values)
    if worded:
        # What titles are to hold is no topic beside: "into robots, titles with robot in them".
        topic = " ".join(w for w in topic.split() if stem(w) not in map(stem, worded.split()))
        ask = "list" if ask == "recommend" and not topic else ask
    if ask == "recommend" and not topic and not reading.taken:
        loose = all(f.field in FIELD for f in reading.filters) and not reading.text.has(ALL_OF)
        topic = reading.field if loose else ""
        ask = "recommend" if topic else "list"
    if ask == "other" and (reading.filters or reading.said):
        ask = "list"
    left = reading.targets()
    if reading.own and not (reading.filters or topic or reading.taken or left):
        reading.filters = [Filter("program", reading.own)]  # nothing else says which are sought
    open_ = _those(reading, left) and reading.text.has(OPEN)
    if (reading.said or may) and (not left or open_) and ask != "count":
        ask = "eligible"
        reading.filters += [needing(new)] if new else []
    return reading.done(ask, topic=topic)


# All there are: "which upper-level classes can I take".
ALL_OF = r"(?:which|what) (?:\S+ ){0,6}?(?:classes|courses) (?:can|could|may) i (?:take|enroll in)"


def _besides(reading: Reading) -> list[Filter]:
    """The courses just spoken of, where others are sought: "any other class with robots"."""
    last = reading.past.query
    spoken = tuple(dict.fromkeys((*last.codes, *reading.past.spoken))) if last else ()
    if not spoken or not reading.text.take(OTHER, ""):
        return []
    reading.follows = True
    return [Filter("code", spoken, "not")]


def _alike(reading: Reading) -> str:
    """The title of the course that others should be like, itself ruled out."""
    like = reading.text.take(LIKE)
    codes = reading.codes_in(like[0]) if like else ()
    if not codes:
        return ""
    reading.filters.append(Filter("code", codes, "not"))
    return reading.vocabulary.catalogue.by_code[codes[0]].title


def _limit(reading: Reading) -> Query | None:
    """A filter on the courses named: only those, all but those, or those that need none of them.

    Where "those" are a list of which only the first were shown, the query of the whole list.
    """
    free = reading.text.take(NOT_NEEDING)
    if free:
        reading.filters.append(Filter("needs", bare(reading.codes_in(free[0])), "not"))
    out = reading.text.take(rf"{BUT} {{xs}}")
    codes = reading.codes_in(out[0]) if out else ()
    if codes:
        reading.filters.append(Filter("code", codes, "not"))
    targets = reading.targets()
    if any(reading.mentions[i].how == "those" for i in targets) and reading.past.whole:
        return reading.past.whole
    left = reading.codes(targets)
    if left:
        reading.filters.append(Filter("code", left))
    return None
