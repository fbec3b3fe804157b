"""Questions about one course or two: what is asked of them, and which they are."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.query import Filter, Query, matches, part
from rag.understanding.apposed import settle
from rag.understanding.departments import find_programs, names
from rag.understanding.intent import APART, JOINED, LOOKUPS, looked_up, required
from rag.understanding.joined import beside, find_asks
from rag.understanding.onward import onward
from rag.understanding.parts import find_alternative, kinds
from rag.understanding.past import needing
from rag.understanding.phrases import find_conditions
from rag.understanding.places import BEYOND
from rag.understanding.reading import Reading
from rag.understanding.roles import depend
from rag.understanding.teachers import colleague
from rag.understanding.times import find_times
from rag.understanding.titled import find_near_titles
from rag.understanding.vocabulary import ASKED
from rag.understanding.words import FILLERS, bag, content, pattern

# Whether one course is another: "is X just Y renamed".
IS_IT = r"(?:is|are|isn't) {x} (?!about|like)(?:(?!and |or )\S+ ){0,6}?{x}(?: .*)?"
NAMED = "(?:which|what) (?:class|course)(?: number| code)? (?:is|was) {x}"
CHECKED = bag("schedule description instructor units eligible category")  # for a yes or no
POLAR = "(?:is|are|was|were|does|do|did|has|have|can|could|would|will|must)"
YES_NO = pattern(
    rf"(?:.*[,.;] )?(?:(?:and|so|but|ok|also|hey|hi|hello|please|wait|well) )*{POLAR}(?: .*)?"
    rf"|when (?:.* )?{POLAR} (?:there|it|they|the {{class}}|{{x}}) .*|.*availability .*"
)
WH = pattern("what|which|when|who|whom|whose|where|how|why")
# Words around a topic, where it is asked whether a course holds it.
TALK = (
    FILLERS
    | ASKED
    | bag(
        "talk talks rundown gist lowdown scoop overview summary blurb details material materials "
        "elaborate"
    )
)
LONG = 4  # more words are no topic a course is asked for, nor is what is to be told
TOLD = (
    r"(?:can|could|would|will) (?:you|someone|anyone) (?:\S+ )?"
    r"(?:tell|explain|describe|give|say|sum)"
)
# How often it meets, which says nothing on the kind of section.
TIMES_A_WEEK = r"(?:a|per|each|every|in a) week|weekly|how often|how many (?:lectures|times|days)"
NEXT = "what (?:now|next|else|can|could|should|classes|courses)|which"
DENYING = ("", "eligible", "restrictions")  # where a course is said not to be passed
# What two courses are asked for if nothing is plainer.
LOOSE = ("", "description", "schedule", "eligible", "restrictions", "prerequisites")
# What a course leads to, told of courses that would be passed.
OPENS = pattern(
    r"(?:(?:and|ok|okay|so|then|,|now|say|suppose) )*%taken (?:, )?(?:then )?(?:what|which)(?: "
    r"\S+){0,3}? "
    r"(?:opens?|unlocks?|unlocked|opened)(?: up)?(?: (?:for me|then|next|to me))*(?: [?.!])*"
    r"|(?:what|which)(?: \S+){0,4}? (?:opens?|unlocks?)(?: (?:up|for|me|once|after|with|by|if|when|"
    r"i|am))* %taken(?: [?.!])*"
)
ASIDE = "(?:other than|besides|apart from|in addition to|aside from|on top of|except(?: for)?) {xs}"
# All that a record holds of a course, and how it is asked for.
WHOLE = (
    r"(?:every ?thing|all (?:the )?(?:info|information|details|facts|there is|you (?:know|have))|"
    r"full (?:info|information|details|record|entry|picture|rundown|breakdown))"
    r"(?: \S+){0,4} (?:about|on|of|for|regarding) {x}(?: \S+){0,2}"
)
RECORD = ("prerequisites", "schedule", "instructor", "restrictions", "category")
# One course that others passed are to lead into, and whether it comes next.
INTO = (
    r"(?:can|could|may|am|will|would) i|(?:is|are|would) (?:it|that|this|they|those|{x})"
    r"(?: \S+)? (?:enough|sufficient)|let me|(?:stop|stops|keep|keeps|block|blocks|hold|holds) me|"
    r"what is (?:still )?(?:missing|left)"
)
OPEN_ENDED = r"(?:what|which|any|anything|something)(?! (?:is|would|could|will|about|if))|{class}"
NEXT_UP = (
    r"(?:is|are|would|be) {x} (?:be )?(?:the )?next|"
    r"becomes? (?:possible|available|open)|(?:more|anything else|something else|anything)"
    r" (?:left )?(?:to (?:do|take|pass)|needed|required|first|left|missing)(?! (?:on|at) )"
    r"|(?:meets?|satisf\w+|fulfil\w*|have|has) (?:all |the |of )*(?:prereqs|requirements?|"
    r"what (?:it|i need))"
)
CLEARED = (
    r"clear(?:ed|s)?(?: (?:i|me|us|one|him|her|them))? (?:for|to)|am i (?:\S+ )?(?:good|ok|okay|"
    r"eligible|ready|allowed|set) (?:for|to)|(?:can|could|may) i (?:take|enroll in|get into) {x}"
)
LEAVING = "leave|(?:be|are) (?:done|home|over|out)|get to work|go to work|make it"
SAME = {"prerequisites": "prerequisites", "restrictions": "restricted"}  # no condition of it


def look_up(reading: Reading) -> Query | None:
    """The question as a look-up, None where the words ask for none."""
    aside = _set_aside(reading)
    ask = looked_up(reading.text)
    ask = "unlocks" if onward(reading.text, ask) else ask
    if aside and ask == "unlocks":
        reading.filters.append(Filter("code", aside, "not"))
    named = len(reading.targets())
    topical = ask == "description" and named and YES_NO.match(reading.text.line)
    fresh = set(reading.codes(reading.targets())) - set(reading.said)
    led = bool(reading.said and not fresh and reading.text.has(INTO))
    led = led and not reading.text.has(OPEN_ENDED)
    if (ask or led) and named < 2 and not topical:
        before = len(reading.mentions)
        find_near_titles(reading.text, reading.vocabulary.titles, reading.mentions)
        if len(reading.mentions) > before:
            settle(reading.text, reading.mentions, reading.vocabulary.catalogue)
            ask = looked_up(reading.text)
    narrow(reading)
    targets = reading.targets()
    leaving = reading.text.has(LEAVING)
    if not leaving and (pair := required(reading.text)):
        return _requires(reading, pair)
    others = colleague(reading, targets)
    if others:
        return others
    only = reading.people and targets and reading.text.has("only (?:teach|teaches|teaching) {x}")
    if only:
        reading.filters.append(Filter("code", reading.codes(targets), "not"))
        return reading.done("list")
    if reading.people and not targets:
        loose = ask in ("schedule", "code", "compare", "") and content(reading.text.words)
        return None if loose else _taught_by(reading)
    if reading.denied and targets and not reading.taken and ask in DENYING:
        return reading.done("requires", codes=(*reading.codes(targets)[:1], *reading.untaken))
    if len(reading.said) == 1 and not targets and OPENS.fullmatch(reading.text.line):
        reading.taken = reading.past.taken
        return reading.done("unlocks", codes=reading.said)
    if ask == "unlocks" and targets and set(reading.codes(targets)) <= set(reading.said):
        return about(reading, ask, targets)
    cleared = ask == "clearance" and reading.text.has(CLEARED)
    if reading.said and (cleared or (ask in RECORD[:2] and reading.text.has(NEXT_UP))):
        ask = ""  # "am I cleared for X" with others passed
    spoken = reading.said or reading.denied
    if spoken and (not targets or ask in ("", "unlocks", "description", "restrictions")):
        return _eligible(reading, targets)
    if ask in LOOSE and not (reading.said or leaving) and (tied := depend(reading)):
        return tied
    if targets:
        return about(reading, ask or "description", targets)
    return _untold(reading, ask) if ask in LOOKUPS else None


def narrow(reading: Reading) -> None:
    """Of a title that several departments have, the course of the one named: "the ITAL one"."""
    for place in reading.targets():
        mention = reading.mentions[place]
        if mention.how != "title" or len({code.split(" ")[0] for code in mention.codes}) < 2:
            continue
        found = find_programs(reading.text.copy(), reading.vocabulary.titles.words)
        named = {code for codes in found for code in codes}
        own = tuple(code for code in mention.codes if code.split(" ")[0] in named)
        if own:
            reading.mentions[place] = replace(mention, codes=own)


def _set_aside(reading: Reading) -> tuple[str, ...]:
    """Take out courses that another is asked about besides: "what else than X does Y need"."""
    aside = reading.text.has(ASIDE)
    if not aside or reading.text.has(APART) or len(reading.targets()) <= aside[0].count("#"):
        return ()
    reading.text.take(ASIDE, "")
    return reading.codes_in(aside[0])


def _requires(reading: Reading, pair: re.Match[str]) -> Query:
    """codes = (X, Y, ...): whether Y, or one of its parts, is required for the first part of X."""
    needing = reading.codes_in(pair["x"])[:1]
    return reading.done("requires", codes=(*needing, *reading.codes_in(pair["y"])))


def _taught_by(reading: Reading) -> Query:
    reading.filters += reading.find_filters()
    return reading.done("taught_by", topic=reading.topic(True))


def _eligible(reading: Reading, targets: list[int]) -> Query:
    """May I take these, or what may I take, with the courses said to be taken."""
    last, codes = reading.past.query, reading.codes(targets)
    open_ = last and last.ask in ("eligible", "requires", "prerequisites")
    if last and len(last.codes) == 1 and reading.said and not open_:
        # After a course was spoken of, what it asks for is told of it: "I have X".
        one = reading.vocabulary.catalogue.find(last.codes[0])
        open_ = bool(one and needing(reading.said).holds(one, None))
    brief = len(reading.text.words) < 9 and not reading.text.has(NEXT)
    if not codes and last and open_ and brief:
        codes, reading.follows = last.codes[:1] if last.ask == "requires" else last.codes, True
    if codes:
        return beside(reading.text, reading.done("eligible", codes=codes))
    leaving, new = reading.text.has(LEAVING), reading.newly()
    reading.filters += reading.find_filters()
    if leaving:
        return reading.done("schedule", codes=reading.said)
    reading.filters += [needing(new)] if new else []
    return reading.done("eligible", topic=reading.topic(True))


def about(reading: Reading, ask: str, targets: list[int]) -> Query:
    """What is asked of the courses at these places, with the conditions put to them."""
    text, codes = reading.text, reading.codes(targets)
    polar = bool(YES_NO.match(text.line))
    if any(reading.mentions[i].how == "title" for i in targets) and text.has(NAMED):
        ask = "code"
    if ask == "description" and len(targets) == 2 and text.has(f"{{x}} (?:or|vs) {{x}}.*|{IS_IT}"):
        ask = "compare"
    if ask in ("eligible", "unlocks") and text.has(LEAVING):
        ask = "schedule"
    if ask == "eligible" and any(reading.mentions[i].how == "title" for i in targets):
        codes = _beginning(codes)
    whole = len(codes) == 1 and not reading.taken and (polar or not WH.search(text.line))
    if whole and (parts := find_alternative(text)):
        reading.filters += parts
        return reading.done("schedule", codes=codes)
    asks, conditions = find_asks(text, ask) if ask in JOINED else ((), [])
    if ask == "description" and len(codes) == 1 and text.has(WHOLE) and not asks:
        return replace(reading.done(ask, codes=codes), also=RECORD)
    if asks and not (ask == "unlocks" and find_times(text.copy())):
        reading.filters += conditions
        # Conditions are answered by themselves, whatever is asked besides.
        first = "description" if conditions else asks[0]
        also = asks if conditions else asks[1:]
        return replace(reading.done(first, codes=codes), also=also)
    if ask == "unlocks":
        those = any(reading.mentions[i].how == "those" for i in targets)
        codes = codes if those else reading.codes(targets[-1:])
        reading.filters += reading.find_filters()
    elif ask in CHECKED and (polar or not WH.search(text.line)):
        if ask == "schedule" and text.has(TIMES_A_WEEK):
            counted = [f for f in find_times(text) if f.field == "days"]
            reading.filters += counted if len(counted) == 1 and not text.has("or") else []
        else:
            reading.filters += [*find_conditions(text), *find_times(text)]
            reading.filters += kinds(text, reading.filters)
        if ask == "eligible" and any(f.field == "ge" for f in reading.filters):
            ask = "category"
    elif ask == "schedule":
        reading.filters = _unlike(reading, codes) + [
            f for f in find_conditions(text) if f.field == "kind" and "Lecture" not in f.values
        ]
        reading.filters += kinds(text, reading.filters)
    if ask == "description" and polar and not reading.filters and len(codes) == 1:
        topic = [] if text.has(TOLD) else content(text.words, TALK)
        topic = topic if len(topic) <= LONG else []
        return reading.done(ask, codes=codes, topic=" ".join(topic))
    query = reading.done(ask, codes=codes)
    return beside(reading.text, query) if ask == "eligible" else query


def _beginning(codes: tuple[str, ...]) -> tuple[str, ...]:
    """The courses that a sequence of one title begins with: "orgo" is its part a."""
    first = min((part(code) for code in codes if part(code)), default="")
    return tuple(code for code in codes if part(code) in ("", first))


def _unlike(reading: Reading, codes: tuple[str, ...]) -> list[Filter]:
    """The people named who do not teach the courses: of those who do, nothing is asked."""
    courses = list(filter(None, map(reading.vocabulary.catalogue.find, codes)))
    return [f for f in reading.people if not all(matches(c, [f]) for c in courses)]


def _untold(reading: Reading, ask: str) -> Query | None:
    """A look-up without a course: a set, the last course, or a title only the vectors may know."""
    asked = reading.text.copy()
    found = reading.find_filters()
    kept = [f for f in found if f.field != SAME.get(ask)]
    topic = reading.topic(True)
    if kept or (found and not topic):
        reading.filters += found
        return reading.done(ask if ask in ("eligible", "unlocks") else "list", topic=topic)
    if ask == "instructor" and (department := names().get(tuple(topic.split()))):
        reading.filters.append(Filter("program", department))
        return reading.done("list")
    if not topic and reading.past.one and BEYOND not in reading.text.words:
        reading.follows = True
        first, *more = find_asks(asked, ask)[0] or (ask,)
        return replace(reading.done(first, codes=(reading.past.one,)), also=tuple(more))
    told = topic or ask != "description"
    return beside(reading.text, reading.done(ask, topic=topic)) if told else None
