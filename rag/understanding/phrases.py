"""Conditions on courses in students' words: units, level, GE, prerequisites, clearance, type."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from rag.query import Filter
from rag.understanding.ge import find_at_once, ge_rules, narrowed
from rag.understanding.kinds import ANY, HAVING, OR_NOT, kind_rules
from rag.understanding.levels import NOT, Build, level_rules
from rag.understanding.reserved import NOT_ONLY, UNASKED
from rag.understanding.words import Text, pattern

COUNTED = {
    "zero": 0,
    "half": 0.5,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "single": 1,
}
N = rf"(?:{{number}}|{'|'.join(COUNTED)})"
# What the student is, which says who asks and not what is sought.
PERSON = (
    r"(?:i am|as|for|being|(?:he|she|i|(?:my|our) (?:\S+ )?\S+) (?:is|will be))(?: (?:a|an|the|"
    r"just|only|currently|new|incoming|still|my|any|transfer|rising|returning|international|"
    r"second|first|semester))* "
)
PERSONS = {
    r"freshm[ae]n|first years?|frosh": ("lower",),
    r"sophomores?|juniors?|seniors?|second years?": ("lower", "upper"),
}
CLEAR = (
    r"(?:dclearances?|clearances?|"
    r"department(?:al)? (?:clearances?|approval|permission|consent)|"
    r"(?:approval|permission|consent) (?:of|from) the department|"
    r"(?:(?:makes?|have|has|needs?|that|which|me|you|to|i) )*(?:beg|ask|bug|email|bother|contact) "
    r"(?:(?:the|a) )?department(?: (?:for (?:it|them|permission|a spot)|first|to get in|for))*|"
    r"(?:(?<=need )|(?<=needs )|(?<=want )|(?<=wants )|(?<=require )|(?<=requires )|(?<=no )|"
    r"(?<=any )|(?<=special ))permissions?(?! (?:of|from|slip)))"
)
# That nothing is to be passed before.
NOTHING_FIRST = (
    r"(?:that |which )?(?:i |you |we )?(?:can |could )?(?:(?:take|join|start|get into|walk into|"
    r"jump into) )?(?:without (?:needing|having|requiring|taking|passing|any)|"
    r"(?:do|does|is|would) not (?:(?:need|require|want|expect|ask for|have) )+|"
    r"(?:needs?|needing|requires?|requiring|with|have|has|having) (?=no|nothing(?! but)))(?: to)?"
    r"(?: (?:take|taken|have|pass|do))? ?(?:any ?thing|nothing(?! but)|any other (?:{class})|"
    r"(?:no|any) (?:other|earlier|previous|prior) (?:{class}))(?: else)?"
    r"(?: (?:first|before(?:hand)?|prior|earlier|to (?:get|start)(?: in)?))?"
    r"(?! (?:about|on|in|at|with|after|before|like|over|under)(?: |$))"
    r"|nothing (?:is )?(?:needed|required|to take|to pass)(?: (?:first|before(?:hand)?))?"
    r"|(?:without |no |zero )(?:taking |any )?(?:earlier|previous|prior) (?:{class})(?: (?:needed|"
    r"required))?"
)
LIMIT = r"(?:(?:major|enrollment|enrolment|registration|class standing) )?restrictions?"


def find_conditions(text: Text) -> list[Filter]:
    """The conditions that are no days, times, programs or people; each becomes a mark "%"."""
    text.take(OR_NOT, "")
    found = find_at_once(text)
    for words, build in _rules():
        while match := text.take(words):
            found.extend(build(match))
    for words, levels in PERSONS.items():
        while text.take(rf"{PERSON}(?:{words})(?: students?| level| here)?"):
            if all(f.field != "level" for f in found):
                found.append(Filter("level", levels))
    return merge(narrowed(text, found))


def merge(filters: Iterable[Filter]) -> list[Filter]:
    """Conditions of one field and kind as one: GE-B and GE-C are either, not both."""
    merged: dict[tuple[str, str], Filter] = {}
    for f in filters:
        key = (f.field, f.op)
        old = merged.get(key)
        if (
            old
            and key == ("ge", "any")
            and ({*f.values} < {*old.values} or {*old.values} < {*f.values})
        ):
            f = min(f, old, key=lambda one: len(one.values))  # "science, GE-E" is GE-E
        elif old and f.op in ("any", "not") and not isinstance(f.values[0], bool):
            f = Filter(f.field, tuple(dict.fromkeys((*old.values, *f.values))), f.op)
        merged[key] = f
    if ("units", "any") in merged:
        merged.pop(("units", "not"), None)  # "1 unit aside, which are 2 units"
    return list(merged.values())


@cache
def _rules() -> tuple[tuple[str, Build], ...]:
    """In the order they are tried: what is longer or surer first."""
    return (*_units(), *level_rules(), *ge_rules(NOT), *_yes_no(), *kind_rules())


def _value(word: str) -> float:
    value = COUNTED.get(word)
    return float(word) if value is None else float(value)


def _one(field: str, op: str, shift: float = 0.0) -> Build:
    return lambda match: [Filter(field, (_value(match["n"]) + shift,), op)]


def _units() -> list[tuple[str, Build]]:
    n = f"(?<!; )(?P<n>(?!\\d{{3}}){N})(?: (?:more|extra|additional|other)(?= {{unit}}))?"
    unit = r"(?: (?:{unit}))(?: long| each| total)?"
    m = f"(?P<m>{N})"
    lead = r"(?:(?:worth|for|of|are|is|carry|carrying|with|have|has) )?(?:exactly |only |just )?"

    def between(match: re.Match[str]) -> list[Filter]:
        return [
            Filter("units", (_value(match["n"]),), "min"),
            Filter("units", (_value(match["m"]),), "max"),
        ]

    def either(match: re.Match[str]) -> list[Filter]:
        op = "not" if match["no"] else "any"
        return [Filter("units", (_value(match["n"]), _value(match["m"])), op)]

    def exact(match: re.Match[str]) -> list[Filter]:
        return [Filter("units", (_value(match["n"]),), "not" if match["no"] else "any")]

    no = r"(?P<no>(?:not|except|besides|other than|non)(?: worth| for)? )?"
    return [
        (rf"(?:between |from )?{n} (?:and|to|-) {m}{unit}(?! or)", between),
        (
            (
                rf"{lead}(?:at least|minimum(?: of)?|min|no less than|no fewer than|"
                rf"not less than) {n}{unit}"
            ),
            _one("units", "min"),
        ),
        (rf"{lead}{n} ?(?:\+|or more|and up|and above|or above|plus){unit}", _one("units", "min")),
        (
            rf"{lead}{n}{unit} (?:\+(?= ?$| {{class}}| [?.,])|or more|and up|and above|or above|"
            rf"minimum|or higher)",
            _one("units", "min"),
        ),
        (
            (
                rf"{lead}(?:no more than|not more than|at most|up to|maximum(?: of)?|max|"
                rf"under or equal to) {n}{unit}"
            ),
            _one("units", "max"),
        ),
        (rf"{lead}{n} (?:or less|or fewer|or under|or below){unit}", _one("units", "max")),
        (
            rf"{lead}{n}{unit} (?:or less|or fewer|or under|or below|maximum|max|at most)",
            _one("units", "max"),
        ),
        (rf"{lead}(?:more|greater|higher|bigger) than {n}{unit}", _one("units", "min", 0.5)),
        (rf"{lead}over {n}{unit}", _one("units", "min", 0.5)),
        (rf"{lead}(?:less|fewer|lower|smaller) than {n}{unit}", _one("units", "max", -0.5)),
        (rf"{lead}(?:under|below) {n}{unit}", _one("units", "max", -0.5)),
        (rf"{no}{lead}{n} (?:or|/) {m}{unit}", either),
        (rf"{n}{unit}(?: only)?(?= (?:\S+ ){{0,2}}aside)", _one("units", "not")),
        (rf"{no}{lead}{n}{unit}", exact),
    ]


def _yes_no() -> list[tuple[str, Build]]:
    def holds(field: str, value: bool) -> Build:
        return lambda match: [Filter(field, (value,))]

    everyone = (
        r"(?:everyone|everybody|all|all majors|all students|non majors?|any majors?|any student)"
    )
    rows = [
        (
            "prerequisites",
            False,
            rf"{NOT} {ANY}prereqs|prereqs free|"
            r"(?:(?:have|with|having|got) )?(?:no|zero|without(?: any)?|little|not "
            r"(?:ask(?:ing)?(?: me)? for|expect|assume|require|need|want|demand)(?: any)?)"
            r"(?: (?:to no|at all|(?!and|or|but|that|classes)[a-z]+)){0,3}"
            r" (?:experience|background|knowledge|coursework)"
            rf"(?: (?:needed|required|necessary))?|{NOTHING_FIRST}|"
            r"open to (?:anyone|any one|anybody)",
        ),
        ("prerequisites", True, rf"{HAVING} {ANY}prereqs"),
        (
            "clearance",
            False,
            rf"{NOT} {ANY}{CLEAR}(?: requirements?)?|{CLEAR} (?:is |are )?not (?:needed|required)"
            r"|open registration (?:(?:,|that is|so|meaning|/) )+(?:no|without|not) (?:a )?d(?= |$)"
            rf"|{UNASKED}"
            rf"|(?:open )?(?:with )?{NOT} (?:a )?d(?= ?$| [?.,;%]| (?:and|or|{{class}}|needed"
            rf"|required))",
        ),
        ("clearance", True, rf"(?:{HAVING} {ANY})?{CLEAR}(?: (?:needed|required))?"),
        (
            "restricted",
            False,
            (
                rf"{NOT} {ANY}{LIMIT}|unrestricted|(?:(?:to|for|a|an) )*non (?:\S+ )?majors?|"
                r"(?:(?:to|for|a|an) )*non (?!degree)(?:\S+ ){1,3}?"
                r"(?:majors?|person|people|students?)|"
                rf"open (?:enrollment )?(?:to|for) {everyone}|not restricted|"
                rf"(?:with |have |has )?open registration|{NOT_ONLY}"
            ),
        ),
        (
            "restricted",
            True,
            rf"{HAVING} {ANY}{LIMIT}|restricted|(?:(?:only|just|reserved|meant|intended) )?"
            r"for majors(?: only)?|(?<!non )majors only",
        ),
    ]
    return [*_none_of(), *((words, holds(field, value)) for field, value, words in rows)]


def _none_of() -> list[tuple[str, Build]]:
    """Several things ruled out by one no: "without prereqs, clearance or restrictions"."""
    item = rf"(?:(?:a|an|any|the) )*(?:prereqs|{CLEAR}|d|{LIMIT})"
    also = r"(?:(?<=or )(?:(?:do|does) not )?(?:need|needs|require|requires|have|has) )?"
    several = rf"{NOT} {ANY}{item}(?: (?:(?:,|or|nor|and|/|no|any|without) )+{also}{item})+"
    several += r"(?! (?:needed|required))"

    def none_of(match: re.Match[str]) -> list[Filter]:
        named = {"prerequisites": "prereqs", "clearance": rf"{CLEAR}|d", "restricted": LIMIT}
        line = match[0]
        return [Filter(f, (False,)) for f, words in named.items() if pattern(words).search(line)]

    open_ = r"(?:easy|simple|easier) to (?:get into|get in|enroll in|register for|sign up for|join)"

    def unguarded(match: re.Match[str]) -> list[Filter]:
        return [Filter("clearance", (False,)), Filter("restricted", (False,))]

    return [(several, none_of), (open_, unguarded)]
