"""A program's name alone: "do you guys have latin" asks for the program's classes, not for all that
mention the word."""

from __future__ import annotations

from collections.abc import Sequence

from rag.query import Filter, Query
from rag.understanding.departments import names
from rag.understanding.intent import smalltalk
from rag.understanding.reading import Reading
from rag.understanding.words import Text, pattern

LEAD = r"(?:(?:hi|hello|hey|yo|ok|okay|so|and|,|\.|!|also|then|well|hmm|um|please) )*"
ALONE = pattern(
    rf"^{LEAD}(?:(?:do|does|did|can|have) (?:you|they|usc|we|i|it|the school|the university)"
    r"(?: (?:guys|all|folks|people|even|actually|also|still|ever|here|at))*"
    r" (?:have|offer|teach|run|got|do|take|learn|study)|(?:is|are) there(?: (?:even|also|any))*|"
    r"(?:you|have you|you guys)(?: (?:guys|have|all))* got|got|offer|"
    r"any(?= [a-z]+(?: [?.!])*$))"
    r"(?: (?:any|some|like|a|an|the))* (?P<name>[a-z]+(?: [a-z]+){0,3}?)"
    r"(?: (?:at all|here|at usc|in the file|this spring|this term|this semester|in spring|"
    r"as a subject|too|also|as well|or not|on offer|available|please|language))*(?: [?.!])*$"
)
IS_IT = pattern(
    rf"^{LEAD}is (?P<name>[a-z]+(?: [a-z]+){{0,2}}?) (?:(?:even|still|also|actually) )*(?:offered|"
    r"taught|available|an option|a thing)(?: (?:here|at usc|this spring|this term|too))*"
    r"(?: [?.!])*$"
)
# A program's code before the word for classes: "list the PORT classes".
CODED = pattern(
    rf"^{LEAD}(?:(?:can you|could you|just) )*(?:list|show|give|name|tell|what are|which are|get)"
    r"(?: (?:me|us|all|the|every|of|your))* (?P<code>[a-z]{2,4}) (?:{class})"
    r"(?: (?:please|there are|you have|are there))*(?: [?.!])*$"
)


def offered(reading: Reading) -> Query | None:
    """The classes of the one program whose name is all that is asked, or the class so called."""
    if reading.targets() or reading.people or reading.said:
        return None
    text, held = reading.text, _coded(reading)
    match = ALONE.match(text.line) or IS_IT.match(text.line)
    if match and not smalltalk(Text(match["name"])):
        words = match["name"].split()
        held = _held(reading, names().get(tuple(words), ()))
        if not held and len(reading.vocabulary.titles.exact(words)) == 1:
            return reading.done("list", topic=match["name"])
    if len(held) != 1:
        return None
    reading.filters = [Filter("program", held)]
    return reading.done("list")


def _coded(reading: Reading) -> tuple[str, ...]:
    """The program whose code, in capitals, stands before the word for classes."""
    match = CODED.match(reading.text.line)
    code = match["code"].upper() if match else ""
    return _held(reading, (code,)) if code in reading.text.written else ()


def _held(reading: Reading, programs: Sequence[str]) -> tuple[str, ...]:
    """Those of the programs that have classes in the file."""
    catalogue = reading.vocabulary.catalogue
    return tuple(p for p in programs if any(c.program == p for c in catalogue))
