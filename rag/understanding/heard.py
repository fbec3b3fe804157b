"""What an answer leaves to be spoken of: the courses it told, and the topic where it found one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.conversation import Turn, cited
from rag.query import Query

# Courses named after those that were asked for: the runners-up, and those only like them.
NEXT = re.compile(r"\bNext comes? (?=\[)")
BESIDE = re.compile(
    r"\bClose in meaning: (?=\[)|\b\d+ more can be taken for that many units\b"
    r"|\b\d+ such courses? ha(?:s|ve) no prerequisites at all\b"
)
# That no course mentions the topic, and what there is without it, or that it was left aside.
NO_TOPIC = re.compile(
    r"; without that topic there (?:is|are) |"
    r"\(\u201c[^\u201d]+\u201d left aside: none mentions it\)"
)

# Whether all of a list are so, which makes it no shorter.
ALL_OF = re.compile(
    r"\W*(?:and |so |but |ok |okay )*(?:are|do|is|does|have|will) (?:they|those|these|them)"
    r"(?: \w+){0,2}? (?:all|both|each|always)\b|\W*(?:and |so |but |ok |okay )*"
    r"(?:are|do|have|will) (?:all|both) (?:of )?(?:these|those|them|the)\b",
    re.IGNORECASE,
)


def heard(turn: Turn) -> Turn:
    """The turn as later questions mean it: with the courses told in answer, those named beside
    them left out, and without a topic that the answer had to leave aside."""
    told = cited(BESIDE.split(NEXT.split(turn.answer)[0])[0])
    single = bool(BESIDE.search(turn.answer))
    if told and (single or len(told) > 1) and set(told) < set(turn.codes):
        turn = replace(turn, codes=tuple(c for c in turn.codes if c in told))
    if turn.query and turn.query.filters and NO_TOPIC.search(turn.answer):
        turn = replace(turn, query=replace(turn.query, topic=""))
    return turn


def of_all(turn: Turn, last: Query | None, listed: Sequence[str]) -> Turn:
    """The turn as one about the list before it, where it asks whether all of that are so: that
    makes the list no shorter."""
    query = turn.query
    if query is None or last is None or not ALL_OF.match(turn.question):
        return turn
    those = [f for f in query.filters if (f.field, f.op) == ("code", "any")]
    if those and {*those[0].values} == {*listed}:
        return replace(turn, query=replace(query, filters=(those[0],)), codes=tuple(listed))
    if set(last.filters) < set(query.filters):
        return replace(turn, query=last, codes=tuple(listed))
    return turn
