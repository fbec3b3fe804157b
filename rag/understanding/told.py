"""Which clauses of a question ask for courses, and which only tell why: of the words of those, few
are a topic. "I'm a parent helping my daughter look at yoga. What courses does PHED have?"."""

from __future__ import annotations

import re
from collections.abc import Callable

from rag.understanding.departments import names
from rag.understanding.titles import stem
from rag.understanding.words import GROUPS, pattern

_STARTS = (
    r"(?:what|which|how many|any|is there|are there|show|list|find|give|do (?:you|they)|"
    r"does (?:the )?(?:@\d+|\S+ department)|is any|are any|only|just)"
)
_TELLS = (
    r"(?:i|we|he|she|they|my|our|his|her|their|since|because|as|thinking|being|having|"
    r"trying|planning|looking|hoping|considering|coming|a friend|everyone|everybody)"
)
# Where a clause ends: at a stop, and before what asks or tells anew.
PARTS = re.compile(
    rf" (?=[.;!?](?: |$))|(?<=[.;!?]) | (?=(?:, )?(?:(?:so|and|but|plus|then) )*{_STARTS} )"
    rf"| (?=(?:, |so |and |but )(?:(?:so|and|but) )*{_TELLS} )|(?<= ,) "
)
_LEAD = (
    r"(?:(?:[.,;!?-]|so|and|but|plus|then|ok|okay|also|well|please|hi|hey|hello|lol|anyways?|"
    r"honestly|because|cause|since|as) )*"
)
ASKS = re.compile(rf"{_LEAD}{_STARTS} ")
TELLS = re.compile(
    rf"{_LEAD}{_TELLS} |{_LEAD}% |{_LEAD}(?:[a-z]+ ){{1,4}}"
    r"(?:here|is|are|was|were|has|have|had|keeps?|says?|said|told|wants?|tells?)(?: |$)"
)
# What else asks, where nothing of that does: "so I'm looking at biology classes".
SEEKS = re.compile(
    rf"{_LEAD}(?:i|we|he|she|they) (?:am |are |is |would )?(?:now |just |only )*(?:looking|want\w*|"
    rf"needs?|like|love|after|hoping|trying) (?:.* )?(?:{GROUPS['class']}|ges?|%)(?: |$)"
)
# What asks for more like what was told.
BACK = pattern(
    r"(?:like|about|on|with|for|in|into|of) (?:it|that|this|them|these|those)(?= ?$| [?.,!])|such"
)
# Of these the student's own subject is told.
STUDIED = re.compile(r"(?:^|.* )(?:stud(?:y|ies|ying|ied)|major\w*|minor\w*|degree) (?:in )?$")
# What leads to a topic wherever it stands.
LED = pattern(
    r"(?:about|on|into|in|with|like|love|enjoy|for|of)(?= (?:(?:the|an?|some|any|all|more) )*"
    r"(?!(?:to|that|this|it|me|my|her|him|them|us|our|his|their)(?: |$)|\S+ing(?: |$)))|"
    r"concerning|regarding|covering|involving|around|"
    r"learn|learning|study|studying|try|explore|exploring|get into|try out|studied|wants?|need|"
    r"needs|interested in|obsessed with|curious about|anything|something"
)


def left_out(
    words: list[str], own: frozenset[str], titled: Callable[[str], bool], subject: bool
) -> set[int]:
    """The places of words told beside the question that are no topic.

    `own` are the words that name the programs asked for, `titled` says whether a course of theirs
    has a word in its title, `subject` that what is asked for has one beside such words.
    """
    parts = _parts(words)
    asking = [part for part in parts if ASKS.match(part[1])]
    asking = asking or [part for part in parts if SEEKS.match(part[1])]
    if not asking or len(asking) == len(parts):
        return set()
    if not subject or any(BACK.search(line) for _, line in asking):
        return set()
    out: set[int] = set()
    for at, line in parts:
        if not TELLS.match(line) or (at, line) in asking:
            continue
        said = line.split()
        led = LED.search(line)
        start = len(line[: led.start()].split()) if led else len(said)
        for n, word in enumerate(said):
            named = word in own or (bool(own) and not led and (word,) in names())
            studied = (word,) in names() and STUDIED.match(" ".join([*said[:n], ""]))
            plain = not titled(stem(word)) or word in own
            if studied or (plain and (n < start or named)):
                out.add(at + n)
    return out


def _parts(words: list[str]) -> list[tuple[int, str]]:
    """The clauses, each with the place of its first word."""
    found, at = [], 0
    for line in PARTS.split(" ".join(words)):
        found.append((at, line + " "))
        at += len(line.split())
    return found
