"""One course of the talk meant by what stands beside it: "the other one", "the later one", "the
one after that", "the first course I mentioned", "the JOUR one"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rag.catalogue import Catalogue
from rag.course import Course, Section
from rag.understanding.codes import Mention
from rag.understanding.groups import Group, following, partner
from rag.understanding.past import Past, needing
from rag.understanding.words import Text

# Words that go on after a course that was pointed at.
GOES_ON = (
    r"(?= ?$| [?.,!;:-]| 's| (?:is|are|was|has|have|does|do|did|meets?|needs?|requires?|counts?|"
    r"starts?|ends?|opens?|unlocks?|then|too|instead|and|or|but|if|with|on|in|for|at|again|"
    r"clash\S*|overlap\S*|conflict\S*|who|what|when|how|please|also|would|will|can|could|fit|"
    r"fits|work|works|about(?= ?$| [?.])|as|not)(?: |$))"
)
OTHER = (
    r"(?<!back to )(?<!\bafter )(?<!\bor )(?<!each )(?:the|that) other"
    r"(?: (?:one|{class})(?! (?:about|called|named|that) [^?.,!])| of (?:the|those|these) two)?"
    rf"{GOES_ON}"
)
# "No, I meant the other", of three: which of the two left is meant, nothing tells.
MEANT = (
    r"^(?:(?:no|nope|nah|sorry|oops|wait|ok|not (?:that|this)(?: one)?|,|-|\.) )*i (?:meant|mean) "
    r"the other(?: (?:one|{class}))?(?= ?$| [?.,!;-])"
)
MORE = {
    "earlier": ("start", -1), "sooner": ("start", -1), "later": ("start", 1),
    "longer": ("length", 1), "shorter": ("length", -1), "bigger": ("units", 1),
    "smaller": ("units", -1),
}  # fmt: skip
COMPARED = (
    rf"(?:the|whichever is|whichever one is) (?P<how>{'|'.join(MORE)})"
    rf"(?: starting| ending)?(?: (?:one|{{class}}))?(?: of (?:the|those|these) (?:two|2))?{GOES_ON}"
)
AFTER = (
    r"(?:the )?(?:one|class|course) (?:(?:right|just|directly|that comes|that follows|coming) )*"
    rf"(?:after|following) (?:that|this|it)(?: (?:one|class|course))?{GOES_ON}"
)
SAID = r"(?:asked|talked|spoke|mentioned|said|brought up|named|started|began|opened|were on)"
TOLD = rf" (?:that )?(?:i|we) (?:{SAID} )+(?:about|with)?"
OPENING = (
    rf"(?:the|that|my|our) (?:very )?first (?:one|{{class}}){TOLD}|"
    rf"(?:the|that|my|our) (?:very )?first (?:one|{{class}})(?: (?:again|then))?(?= ?$| [?.,])"
)
# "Isn't that the same": asked as if it were "is that".
SURELY = (
    r"^(?:(?:and|but|so|wait|ok|oh|hm|hmm|,) )*(?P<verb>is|are|does|do) not"
    r"(?= (?:it|that|this|they|those|these) )"
)
# "Not that one, the other".
NOT_THAT = (
    r"^(?:(?:no|nope|sorry|wait|ok|,) )*not (?:that|this|it)(?: (?:one|class|course))?"
    r"(?: (?:,|but|-|\.))+(?= #)"
)
OF_PROGRAM = (
    r"(?P<same>(?<=as ))?(?:the|that) (?!same |other |first |last |next |only |whole )"
    r"(?P<program>[a-z]{2,5}) (?:one|class|course|version|listing)"
    r"(?! (?:about|on|with|called|named|for) )"
)


def find_beside(text: Text, mentions: list[Mention], past: Past, catalogue: Catalogue) -> None:
    """Mark the courses that are told by what stands beside them in the record of the talk."""
    if not past.record:
        return
    if surely := text.has(SURELY):
        text.take(SURELY, surely["verb"])
    ways: tuple[tuple[str, Callable[[], str]], ...] = (
        (OF_PROGRAM, lambda: _of_program(text, past)),
        (COMPARED, lambda: _compared(text, past, catalogue)),
        (OTHER, lambda: _other(mentions, past)),
        (AFTER, lambda: _after(past, catalogue)),
        (OPENING, lambda: _opening(text, past)),
    )
    for words, find in ways:
        if text.has(words) and (code := find()):
            text.take(words, f"#{len(mentions)}")
            mentions.append(Mention((code,), how="shown"))
            text.take(NOT_THAT, "")
    if (left := _left_of_three(past)) and text.take(MEANT, f"i meant #{len(mentions)}"):
        text.spread()
        mentions.append(Mention(left, how="some"))


def _left_of_three(past: Past) -> Group:
    """The two of a list of three that were not spoken of last; () for another list."""
    told = past.query is not None and past.one in past.query.codes
    left = tuple(code for code in past.listed if code != past.one)
    return left if told and len(past.listed) == len(left) + 1 == 3 else ()


def _of_program(text: Text, past: Past) -> str:
    """The course of that program in the latest group of the talk that has one: another than the
    one spoken of where it is held against that, and of several in a list the first."""
    match = text.has(OF_PROGRAM)
    program = match["program"].upper() if match else ""
    same = bool(match and match["same"] is not None)
    for group in reversed(past.record):
        found = [c for c in group if c.split(" ")[0] == program and not (same and c == past.one)]
        if found:
            mixed = len(found) < len(group)
            return found[0] if (len(found) == 1 and same) or (len(found) > 1 and mixed) else ""
    return ""


def _other(mentions: Sequence[Mention], past: Past) -> str:
    """The other of a pair: of the course named beside it, or of the one spoken of last."""
    named = [m.codes[0] for m in mentions if m.codes]
    last = past.record[-1]
    if len(named) > 1 or (not named and len(last) > 1 and not past.spoken):
        return ""
    return partner(past.record, named[0] if named else past.one)


def _compared(text: Text, past: Past, catalogue: Catalogue) -> str:
    """Of the two courses shown last the earlier, longer or bigger one; "" where they are alike."""
    match = text.has(COMPARED)
    pair = [c for code in past.record[-1] if (c := catalogue.find(code))]
    if match is None or len(pair) != 2:
        return ""
    measure, sign = MORE[match["how"]]
    sizes = [_size(course, measure) for course in pair]
    if None in sizes or sizes[0] == sizes[1]:
        return ""
    first = (sizes[0] or 0) * sign > (sizes[1] or 0) * sign
    return pair[0 if first else 1].code


def _size(course: Course, measure: str) -> float | None:
    if measure == "units":
        return course.units_max
    section = course.sections[0] if course.sections else Section()
    if section.start is None or section.end is None:
        return None
    return section.start if measure == "start" else section.end - section.start


def _after(past: Past, catalogue: Catalogue) -> str:
    """The course after the one spoken of: in the list it is of, or the only one of its program
    that it leads to."""
    last = past.record[-1]
    one = last[0] if len(last) == 1 else past.one
    if found := following(past.record, one):
        return found
    program = one.split(" ")[0]
    needs = needing([one])
    opened = [c.code for c in catalogue if c.program == program and needs.holds(c, None)]
    return opened[0] if len(opened) == 1 else ""


def _opening(text: Text, past: Past) -> str:
    """The course the talk began with, where no list is spoken of that has a first one."""
    match = text.has(OPENING)
    said = bool(match and text.has(rf"(?:one|{{class}}){TOLD}"))
    alone = [group[0] for group in past.record if len(group) == 1]
    listed = any(len(group) > 1 for group in past.record)
    return alone[0] if len(set(alone)) > 1 and (said or not listed) else ""
