"""Which kinds of section one course is asked about: a lab, a lecture, or which of the two."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.query import Filter
from rag.understanding.kinds import KINDS
from rag.understanding.kinds import LAB as LABS
from rag.understanding.times import find_times
from rag.understanding.words import Text

LAB = r"labs?|laborator(?:y|ies)"
LECTURE = "lectures?"
# What joins the lab to the lectures that there are in any case, or leaves the choice.
OR = (
    r"(?:or|besides|beside|beyond|in addition to|on top of|apart from|aside from|outside(?: of)?|"
    r"as well as|not (?:just|only))"
)
OTHERS = {LAB: LABS, "discussions?": ("Discussion", "Lecture-Discussion")}
# A course that is free of them, however far off the word: "without ever setting foot in a lab".
FREE = (
    rf"(?:{LAB}) ?-? ?(?:free|less)"
    r"|(?:without|avoid|avoiding|skip|skipping|escape|escaping|dodge|dodging)(?: \S+){0,5}? "
    rf"(?:{LAB})"
)
# Nothing besides lectures.
ALONE = (
    r"(?:just|only|purely|merely|solely|strictly|exclusively|entirely|nothing but|pure|all)"
    rf"(?: (?:a|an|the|of))* (?:{LECTURE})|(?:{LECTURE}) ?-? ?(?:only|alone)"
)
# A kind told before, which is asked about by a word for it: "I hate labs. Does X have one".
TOLD = rf"(?P<told>{LAB}|discussions?|quiz sections?)(?: sections?)? .*"
MEANT = (
    r"(?P<lead>(?:is|are) there(?: (?:also|even|actually))*|"
    r"(?:{x}|it|that class|that course)(?: (?:also|even|actually|ever))* (?:have|has|got|have got|"
    r"include|includes|involve|involves|come with|require|requires|need|needs|"
    r"(?:make|makes|force|forces) (?:me|you|us|one|students)"
    r"(?: to)? (?:do|take|attend|sit through|go to))) "
    r"(?:one of (?:those|these|them)|one|any|those|these|them)(?= ?$| [?.!,])"
)


def say_again(text: Text) -> None:
    """Put a kind of section in the place of the "one" or "any" that stands for it."""
    match = text.has(rf"{TOLD}{MEANT}")
    if match:
        text.take(MEANT, f"{match['lead']} a {match['told'].split()[0]}")
        text.spread()
        told = re.match(
            r"[^#]*?(?=(?:does|do|will|would|did|is|has|,|[.!;]) [^#.,;!]*#)", text.line
        )
        text.replace(0, len(told[0].split()) if told else 0, "")


def find_alternative(text: Text) -> list[Filter]:
    """Whether there is a lab, where it is asked with the lecture as the other choice, or that
    there is none; [] where neither is asked. The words become marks."""
    twin = text.copy()
    start = next((n for n, word in enumerate(twin.words) if word[0] == "#"), 0)
    twin.replace(0, start, "")  # when the student sleeps says nothing of the class
    if twin.take(FREE) and not find_times(twin.copy()):
        text.take(FREE)
        return [Filter("kind", OTHERS[LAB], "not")]
    for words, values in OTHERS.items():
        either = (
            rf"(?:{words})(?: .*)? {OR} (?:.* )?{LECTURE}|"
            rf"{LECTURE}(?: .*)? {OR} (?:.* )?(?:{words})|"
            rf"{OR} (?:the |a )?{LECTURE} (?:.* )?(?:{words})"
        )
        if text.has(either) and not find_times(twin.copy()):
            text.take(words)
            text.take(LECTURE)
            return [Filter("kind", (*values, "Lecture"))]
    return [Filter("kind", ("Lecture",))] if text.take(ALONE) else []


def kinds(text: Text, found: Sequence[Filter]) -> list[Filter]:
    """A kind of section still named, where none was found: "does a CSCI 104 lab exist"."""
    if any(f.field == "kind" for f in found):
        return []
    asked = [values for name, values in KINDS.items() if text.has(name)]
    return [Filter("kind", values) for values in asked if "Lecture" not in values][:1]
