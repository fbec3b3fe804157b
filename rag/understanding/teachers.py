"""What else whoever teaches the course spoken of teaches: "what else is he down for in comm"."""

from __future__ import annotations

import re

from rag.query import Filter, Query, matches
from rag.understanding.elliptic import ONLY
from rag.understanding.past import SETS
from rag.understanding.reading import Reading
from rag.understanding.reference import SOMEONE
from rag.understanding.words import pattern

PERSON = rf"(?:(?:that|this|the|said) {SOMEONE})"
WHO = rf"(?:he|she|{PERSON})"
WHOM = rf"(?:him|her|{PERSON})"
GIVES = (
    r"(?:teach|teaches|teaching|taught|offer|offers|offering|give|gives|giving|run|runs|running|do|"
    r"doing|lead|leads|handle|handles|instruct|instructs|"
    r"(?:have|has|got|down|listed|scheduled|on)(?= (?:\S+ ){0,2}?(?:for|as|any|anything|other|"
    r"others|another|more|else|classes|courses|some|something|with)|.*(?:[?.!]|$)))"
)
THINGS = r"(?:what|which|any|anything|something|other|others|another|more|else|{class})"
# Who is spoken of, what they do, and that it is asked what: or whose courses are asked for.
TEACHING = pattern(
    rf".*{THINGS} (?:.* )?(?:{WHO}|(?:they|#\d+)(?= (?:.* )?(?:teach|teaching|taught))) "
    rf"(?:.* )?{GIVES}(?: .*)?|"
    rf"(?:.* )?(?:{WHO}|(?:they|#\d+)(?= teach)) (?:\S+ ){{0,3}}?{GIVES} (?:.* )?{THINGS}(?: .*)?|"
    rf".*(?:else|other|others|more|another|{{class}}|anything) (?:\S+ ){{0,3}}?"
    rf"(?:by|with|from|under|of) (?:{WHOM}|his|hers)(?: .*)?|"
    r"(?:.* )?(?:all|both|any|each) (?:(?:two|three|four|five|\d) )?of (?:his|hers)(?: .*)?|"
    rf"(?:.* )?(?:his|her|{PERSON} 's) (?:(?:other|remaining|full|whole) )*"
    r"(?:{class}|ones|schedule|load)(?: .*)?|"
    r".*\bthey (?:.* )?teach(?: .*)?|"
    rf"(?:.* )?{THINGS} (?:.* )?(?:has|have|with|by|under|from|shares?|is) (?:the )?same {SOMEONE}"
    r"(?: .*)?"
)
# "She got anything else": read as what a student has, where no teacher is spoken of.
GOT = re.compile(
    r"\b(?:he|she)(?:'s|s)? (?:also )?(?:got|have|has|had) (?:also )?"
    r"(?:any|anything|something|other|others|another|more|else)\b"
)
OTHER = re.compile(r"\b(?:else|others?|another|more|besides|outside|apart|aside|except)\b")
# Whether they teach the course named too: "does she also do the advanced one".
ALSO = pattern(
    rf"(?:.* )?(?:does|do|is|are|will|would|has|have) (?:{WHO}|they|#\d+(?: 's {SOMEONE})?|"
    rf"(?:the )?(?:same )?(?:{SOMEONE}|one|person)(?: who| that)?(?: is)? (?:teach|teaches|"
    rf"teaching|doing|does|runs|running|for|of|in) {{x}}) (?:(?:also|too|even|by any chance|"
    rf"happen to|the one|ones|who|down for|listed for) )*(?:{GIVES} )?"
    r"(?:(?:also|too) )*(?P<what>{x})"
    r"(?: (?:too|also|as well|then|this|term|semester))*(?: [?.!])*"
)
# A question of its own on someone named, which no list before it limits: "what else does ~ teach".
NAMED = pattern(
    rf"{ONLY}(?:what|which|any)(?: (?:else|all|other|others|more|{{class}}|things|stuff))*"
    rf"(?<!which)(?: (?:does|do|is|has)| else)(?: else)? ~ "
    rf"(?:(?:also|even|usually) )*{GIVES}(?: .*)?|"
    rf"{ONLY}~ (?:what|which)(?: (?:else|other|{{class}}|do|does|is))* (?:he|she|they) "
    rf"(?:(?:also|even) )*{GIVES}(?: .*)?|"
    rf"{ONLY}(?:does|do|is) ~ (?:(?:also|even) )*{GIVES} (?:(?:any|some) )?"
    r"(?:else|other|others|more|anything|something|another)(?: .*)?"
)
# Courses ruled out: "outside of those two".
BESIDES = (
    r"(?:(?:outside|besides|other than|apart from|aside from|except(?: for)?|not counting|"
    r"in addition to|beyond|than)(?: of)?) {xs}(?: two)?"
)
# That whoever is spoken of teaches, which says enough of who it is.
HERS = re.compile(r"\b(?:he|she)(?:'s)? (?:\w+ )?(?:teach(?:es|ing)?|taught)\b")
# Another time of the day than that of the course spoken of.
LATER = (
    r"(?:(?:that|which|is|are|meets?|starts?|starting|any|a|bit|much) )*(?P<how>later|earlier|"
    r"sooner)(?: on)?(?: (?:in|on) the (?:day|morning|afternoon|week))?"
    r"(?: than (?:that|this|it|#\d+))?(?= ?$| [?.,])"
)
# What is said of the one course by its teacher, and not of others.
FIELDS = ("program", "level", "hundred", "units", "ge", "day", "start", "end", "prerequisites")
# Who teaches the course named, and what else that is asked for.
WHO_TEACHES = (
    r"(?:{teacher}|person|one|people|same {teacher})(?: (?:of|for|in|who|that|is|are|'s|the|class|"
    r"teach|teaches|teaching|taught))* {x}"
)
ELSE_TEACHES = (
    rf"(?:what|which|any|list|show) (?:\S+ )*?(?:else|{{class}}) .*{WHO_TEACHES} "
    r"(?:(?:also|else|is|are|does|do|will) )*(?:teach|teaches|teaching|taught|offer|offers)"
    r"|(?:{class}|else) (?:(?:are|is|also|being) )*(?:taught|offered|given) by (?:the )?"
    rf"{WHO_TEACHES}"
    r"|{x} 's {teacher} (?:(?:also|else) )*(?:teach|teaches|teaching)"
)


def taught_else(reading: Reading) -> Query | None:
    """The question as what the teacher spoken of teaches (besides); None where it is none."""
    last, line, question = reading.past.query, reading.text.line, reading.question.lower()
    if last is None or reading.said or reading.denied:
        return None
    if reading.people:
        return _of_named(reading, last)
    if also := _also_teaches(reading, last):
        return also
    if any(m.how in ("code", "title") for m in reading.mentions):
        return None
    spoken = last.ask in ("instructor", "taught_by") or _of_one_teacher(last)
    if not (TEACHING.match(line) or (spoken and GOT.search(question))):
        return None
    later = reading.text.take(LATER, "")
    asked = OTHER.search(question) or later
    if not (spoken or asked or HERS.search(question)):
        return None
    people, own = _spoken_of(reading, last)
    if not people:
        if not own or not asked:
            return None
        reading.follows = True
        return reading.done("instructor", codes=own)  # nobody is listed
    besides = reading.text.take(BESIDES)
    out = (*own, *(reading.codes_in(besides[0]) if besides else ()))
    found = [f for f in reading.find_filters() if f.field in FIELDS]
    reading.follows = True
    reading.filters = [Filter("instructor", people), *found]
    if later:
        reading.filters += _beyond(reading, own, later["how"])
    if asked and out:
        reading.filters.append(Filter("code", tuple(dict.fromkeys(out)), "not"))
    return reading.done("taught_by")


def _of_named(reading: Reading, last: Query) -> Query | None:
    """All that the teacher named teaches, whatever was listed before; where more is asked for, what
    is besides the course spoken of and those just shown of theirs."""
    match = NAMED.fullmatch(reading.text.line)
    if match is None or len(reading.people) != 1 or reading.people[0].op != "any":
        return None
    found = [f for f in reading.find_filters() if f.field in FIELDS]
    if reading.topic():
        return None
    reading.filters = [*reading.people, *found]
    own = _shown_of(reading, last) if OTHER.search(match[0]) else ()
    reading.filters += [Filter("code", own, "not")] if own else []
    return reading.done("taught_by")


def _shown_of(reading: Reading, last: Query) -> tuple[str, ...]:
    """Those of the courses last spoken of, or else of the talk, that the teacher named teaches."""
    catalogue = reading.vocabulary.catalogue
    for codes in (last.codes, reading.past.spoken[-1:], reading.past.shown):
        courses = [c for code in codes if (c := catalogue.find(code))]
        if own := tuple(c.code for c in courses if matches(c, reading.people)):
            return own
    return ()


def _beyond(reading: Reading, own: tuple[str, ...], how: str) -> list[Filter]:
    """The condition to start later, or earlier, than the course spoken of."""
    course = reading.vocabulary.catalogue.find(own[0]) if own else None
    start = course.sections[0].start if course and course.sections else None
    if start is None:
        return []
    after = how == "later"
    return [Filter("start", (start + (1 if after else -1),), "min" if after else "max")]


def _of_one_teacher(last: Query) -> bool:
    """Whether the last question was of one teacher's courses: "only the ~ ones"."""
    told = [f for f in last.filters if f.field == "instructor" and f.op == "any"]
    return len(told) == 1 and not last.codes


def _also_teaches(reading: Reading, last: Query) -> Query | None:
    """Whether the teachers spoken of teach the course named as well."""
    match = ALSO.fullmatch(reading.text.line)
    codes = reading.codes_in(match["what"]) if match else ()
    if match is None or len(codes) != 1:
        return None
    spoken = reading.codes_in(match[0][: match.start("what") - match.start()])
    told = [f for f in last.filters if f.field == "instructor" and f.op == "any"]
    one = next(iter(spoken), reading.past.one)
    course = reading.vocabulary.catalogue.find(one)
    names = [n for s in course.sections for n in s.instructors] if course else []
    people = told[0].values if told and not spoken else tuple(dict.fromkeys(names))
    if not people or codes == (one,):
        return None
    reading.follows = True
    reading.filters = [Filter("instructor", people)]
    return reading.done("instructor", codes=codes)


def _spoken_of(reading: Reading, last: Query) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The teachers spoken of, and the courses they were spoken of with."""
    told = [f for f in last.filters if f.field == "instructor" and f.op == "any"]
    if told and not last.codes:
        own = [
            str(v) for f in last.filters if f.field == "code" and f.op == "not" for v in f.values
        ]
        return tuple(str(v) for v in told[0].values), tuple(own)
    single = [n for n in reading.targets() if reading.mentions[n].how != "those"]
    pointed = reading.codes(single[:1])
    one = pointed or ((reading.past.one,) if last.ask not in SETS or not last.codes else ())
    found = [c for code in one[:1] if (c := reading.vocabulary.catalogue.find(code))]
    names = (n for c in found for s in c.sections for n in s.instructors)
    return tuple(dict.fromkeys(names)), tuple(c.code for c in found)


# One course of a teacher told of, and then the others: "~ teaches X. What else does he teach".
TOLD = (
    r"~ (?:(?:also|already|currently) )*(?:teaches|is teaching|taught|does|has) {x} [.,;] "
    rf"(?:.* )?(?:else|other|others|another|more) (?:.* )?{GIVES}(?: .*)?"
)


def colleague(reading: Reading, targets: list[int]) -> Query | None:
    """ "What else does the one who teaches X teach": the other courses of its instructors."""
    if reading.people and len(targets) == 1 and reading.text.has(TOLD):
        reading.filters.append(Filter("code", reading.codes(targets), "not"))
        return reading.done("taught_by")
    if reading.people or len(targets) != 1 or not reading.text.has(ELSE_TEACHES):
        return None
    codes = reading.codes(targets)
    courses = [c for code in codes if (c := reading.vocabulary.catalogue.find(code))]
    names = tuple(dict.fromkeys(n for c in courses for s in c.sections for n in s.instructors))
    if not names:
        return reading.done("instructor", codes=codes)
    reading.filters += [Filter("instructor", names), Filter("code", codes, "not")]
    return reading.done("list")
