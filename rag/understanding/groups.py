"""The record of a talk: which courses were named, shown or picked, group by group in order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.conversation import Turn, cited

SETS = ("list", "count", "recommend", "taught_by", "unlocks")
Group = tuple[str, ...]
# Of two compared, the one that the answer says comes first in what was asked.
WINNER = re.compile(r"^(?P<code>[A-Z]{2,5} \d{3}[A-Za-z]{0,4}) (?:starts|ends|is|has|carries) ")
# Courses that need nothing, told beside those that others lead into.
FREE = re.compile(r"(?<=\. )\d+ such courses? ha(?:s|ve) no prerequisites at all")


def recorded(turns: Sequence[Turn]) -> tuple[Group, ...]:
    """The groups of courses that the turns spoke of, the latest last: those a question was about,
    then those its answer showed beside them."""
    found: list[Group] = []
    for turn in turns:
        for group in _groups(turn):
            if group and (not found or group != found[-1]):
                found.append(group)
    return tuple(found)


def _groups(turn: Turn) -> tuple[Group, ...]:
    query = turn.query
    if query is None or query.ask in ("smalltalk", "count"):
        return ()
    apart = query.ask in ("compare", "requires")
    codes = query.codes if apart else _whole(query.codes)
    if query.ask not in SETS and codes:
        winner = WINNER.match(turn.answer) if query.ask == "compare" else None
        picked = (winner["code"],) if winner and winner["code"] in codes else ()
        beside = turn.codes if query.ask == "instructor" and turn.answer else ()
        return codes, picked, tuple(code for code in beside if code not in query.codes)
    shown = turn.members
    if query.ask == "eligible" and (free := FREE.search(turn.answer)):
        shown = cited(turn.answer[: free.start()]) or shown
    told = tuple(code for code in shown if code not in query.codes)
    return (codes, told) if query.ask == "unlocks" else (told or shown,)


def _whole(codes: Group) -> Group:
    """The codes, the parts of a sequence as the first of them."""
    return tuple({re.sub(r"[A-Za-z]+$", "", code): code for code in codes[::-1]}.values())[::-1]


def together(record: Sequence[Group], size: int) -> Group:
    """The last courses of that number which were shown as one, or spoken of after each other; ()
    where there are none."""
    found: Group = ()
    for group in reversed(record):
        if len(group) == size and (set(found) <= set(group) or len(found) < 2):
            return group
        if len(group) > size:
            return ()
        found = (*(code for code in group if code not in found), *found)
        if len(found) >= size:
            return found if len(found) == size else ()
    return ()


def partner(record: Sequence[Group], one: str) -> str:
    """The other course of the pair that this one is of, shown together or spoken of after each
    other; "" for none."""
    for group in reversed(record):
        left = [code for code in group if code != one]
        if len(group) == 2 and len(left) == 1:
            return left[0]
        if len(group) > 1:
            return ""
        if left:
            return left[0]
    return ""


def following(record: Sequence[Group], one: str) -> str:
    """The course after this one in the last list that it is of; "" for none."""
    lists = [group for group in record if len(group) > 2 and one in group]
    after = lists[-1][lists[-1].index(one) + 1 :] if lists else ()
    return after[0] if after else ""


def rest(record: Sequence[Group]) -> Group:
    """What the last list left out of the one before it that it was picked from; () for none."""
    last = record[-1] if record else ()
    for group in reversed(record[:-1]):
        if set(last) < set(group):
            return tuple(code for code in group if code not in last)
        if not set(group) <= set(last):
            return ()
    return ()
