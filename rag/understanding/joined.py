"""Questions that ask several things of the same courses: "how many units, and is there a lab"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from rag.query import Filter, Query
from rag.understanding.intent import JOINED, first_ask
from rag.understanding.phrases import find_conditions
from rag.understanding.times import CLOCK, find_times
from rag.understanding.words import Text, pattern

# Where these are asked in passing, the words that tell so; other words ask it only by themselves.
TOLD = {
    "code": pattern(r"codes?|numbers?|numbered|called|titled|id|listed"),
    "unlocks": pattern(
        r"what|which|where|who|any|anything|follow\S*|unlock\S*|open\S*|leads?|after|needs?|requires?"
    ),
    "instructor": pattern(
        r"{teacher}|teach\S*|taught|whom|who(?! (?:can|may|could|should|would|gets?|counts?|"
        r"is (?:allowed|eligible|it (?:for|open))))"
    ),
    "description": pattern(
        r"what (?:is )?{xs}|about|cover(?:s|ed)?|learn|descri\S+|topics?|content|like"
    ),
    "schedule": pattern(
        r"when|what (?:time|day)s?|which (?:time|day)s?|times?|days?|meets?|schedules?d?|long|"
        r"often|starts?|ends?|hours?|week|offered|%"
    ),
}
# What a clause asks in a few words, where the course stands in another one.
BRIEF = {
    "prerequisites": pattern(
        r"(?:what|which|anything|something|who)(?: \S+){0,4}? (?:(?:precedes?|preceding|predates?|"
        r"before|beforehand|first|prior(?: to)?)(?: {x})?)(?: [?.!])*"
    ),
    "unlocks": pattern(
        r"(?:what|whatever|which|anything|something|where|that)(?: \S+){0,4}? (?:(?:follows?|after|"
        r"afterwards?|next|leads?(?: on)?(?: to)?|unlocks?|unlocked|opens?(?: up)?|goes)(?: {x})?|"
        r"(?:needs?|requires?|builds? on|depends? on) {x})(?: [?.!])*"
        r"|(?:(?:its|the|any) )*(?:follow ?ups?|follow ?ons?|successors?|next (?:steps?|courses?|"
        r"class(?:es)?)|sequels?|unlocks?)(?: [?.!])*"
    ),
}
# What is told after whether a course can be taken, which tells of prerequisites and restrictions.
BESIDE = ("units", "schedule", "instructor", "category", "grading", "unlocks")
# Of the two that exclude each other one is asked: "open registration, or clearance only".
OR_CLEARED = (
    r"(?:open|unrestricted|free|no restrictions?)(?: \S+){0,5}? (?:or|vs|versus) .*"
    r"(?:dclearance|clearances?|permission|approval|consent)(?: .*)?"
    r"|(?:dclearance|clearances?|permission|approval|consent)(?: \S+){0,5}? (?:or|vs|versus) .*"
    r"(?:open|unrestricted|anyone|everyone|freely)(?: .*)?"
)
CLAUSES = re.compile(
    r" (?:and|or|but|also|plus|then|as well as|along with|,|;|\?|\.|!|/|\+|(?<=#\d )-)(?= |$)"
    r"| (?=(?:who (?:teaches|is teaching)|when (?:is|does)|what (?:time|days?)|how many units) )"
)
# The hours between two, which are no two clauses.
BETWEEN = re.compile(rf"(between {CLOCK}) and (?={CLOCK})")
POLAR = pattern(
    "(?:(?:also|so|then|please) )*(?:is|are|does|do|has|have|can|could|would|will)(?! not)(?: .*)?"
)
OPENED = pattern(r"(?:(?:also|so|then|please) )*(?:what|which|who|when|where|how)(?: .*)?|.*#\d+.*")
OWN = {"restrictions": "restricted"}  # the field of an ask, where it has another name
YEARS = pattern("(?:freshm[ae]n|sophomores?|juniors?|seniors?)")
IT = pattern("it|that|this|(?:that|this|the) (?:class|course|one)")
# Of several courses just spoken of, and no more of the one before them.
THEM = pattern("they|them|those|these|their|each")


def find_asks(text: Text, asked: str) -> tuple[tuple[str, ...], list[Filter]]:
    """All that is asked, where it is more than one thing, and conditions put for a yes or no.

    Every clause is looked at by itself; `asked`, what the whole is read to ask, is what the first
    clause does that the rules know nothing of. Where but one thing is asked, ((), []).
    """
    marks, asks, filters = re.findall(r"#\d+", text.line), [], []
    clauses = list(_clauses(text))
    for clause in clauses:
        found = _conditions(clause) if len(clauses) > 1 and POLAR.match(clause.line) else []
        others = "unlocks" in asks and THEM.search(clause.line)
        ask = "" if others else _ask(clause.line, marks)
        if found and all(f.field == "level" for f in found) and YEARS.search(clause.line):
            asks.append("restrictions")  # "is it for seniors only"
        elif found:
            filters += found
        elif ask:
            asks.append(ask)
        elif (
            asked not in asks
            and not others
            and " " in clause.line
            and OPENED.fullmatch(clause.line)
        ):
            asks.append(asked)
    if filters and "clearance" in asks and text.has(OR_CLEARED):
        return (), []
    put = {f.field for f in filters}
    asks = [ask for ask in dict.fromkeys(asks) if OWN.get(ask, ask) not in put]
    return (tuple(asks), filters) if len(asks) + bool(filters) > 1 else ((), [])


def beside(text: Text, query: Query) -> Query:
    """The query, with what else is asked of the course: "can I take it, and when is it"."""
    asks, _ = find_asks(text, query.ask)
    more = tuple(ask for ask in asks if ask in BESIDE and ask != query.ask)
    return replace(query, also=more)


def _ask(line: str, marks: list[str]) -> str:
    """What a clause asks of the course, "" where that is none of the things asked together."""
    if marks and "#" not in line:
        line = IT.sub(marks[0], line, 1)
    brief = (ask for ask, words in BRIEF.items() if words.fullmatch(line))
    if marks and (ask := next(brief, "")):
        return ask
    ask = first_ask(line, bool(marks))
    told = ask in JOINED and (ask not in TOLD or TOLD[ask].search(line))
    return ask if told else ""


def _clauses(text: Text) -> Iterator[Text]:
    for line in CLAUSES.split(BETWEEN.sub(r"\1 - ", text.line)):
        twin = text.copy()
        twin.words = twin.written = line.split()
        if twin.words:
            yield twin


def _conditions(clause: Text) -> list[Filter]:
    readers: tuple[Callable[[Text], list[Filter]], ...] = (find_conditions, find_times)
    return [f for read in readers for f in read(clause.copy())]
