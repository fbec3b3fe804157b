"""Courses sought by what they need and by other conditions: "which ECON classes need ECON 303 and
meet on Tuesdays"."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.query import Filter, Query
from rag.understanding.changes import CHANGING
from rag.understanding.elliptic import restore
from rag.understanding.intent import SET, set_ask
from rag.understanding.past import bare, needing
from rag.understanding.reading import Reading
from rag.understanding.words import pattern

NEEDS = (
    r"(?:(?:that|which|and|also|only|do|does|would|all) )*(?<!not )(?<!never )"
    r"(?:needs?|needing|requires?|requiring|"
    r"(?:have|has|having|with|lists?|listing|names?|naming|want|wants|takes?|use|uses)"
    r"(?= {xs} (?:as|for (?:(?:a|an|the|its|their) )?(?:prereqs|requirement)|"
    r"in (?:the|their|its) prereqs)(?: |$))|"
    r"(?:whose|the|their|its) (?:(?:only|sole|one|single) )?prereqs (?:is|are|being)|"
    r"(?:come|comes|coming|follow|follows|following) after|builds? on|building on|depends? on|"
    r"follow(?:s|ing)? (?:on )?(?:from )?(?=#)|ask for|asks for|asking for)"
    r"(?: (?:you|me|to|have|take|taken|had|done|passed|only|just|both|nothing|but|"
    r"except|for|other than|else|more|besides|beyond|apart from|aside from|on top of|no more than))"
    r"* (?P<xs>{xs})"
    r"(?: (?:as|for|in|a|an|the|their|its|one|of|prereqs|requirement|first|beforehand|before|only|"
    r"alone|and nothing else|and nothing more|and that is it))*"
    r"(?= ?$| [?.,;%]| (?:and|but|that|which|on|at|in|with|without|meet|meets|start|starts|for|are|"
    r"is|from|after|before|only|plus|also|no|held|taught|worth|this) | (?:and|but)$|"
    r" (?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|mwf|mw|tth|tr|mornings?|evenings?))"
)
# That nothing else is needed, said in or before what tells the need.
ALONE = pattern("only|just|sole|nothing|alone|that is it|no more than")
# What asks something else of the course needed.
ELSE = pattern("why|how come|when is|who|whom|do i|should i|must i|can i|may i|could i|am i")
WHATEVER = pattern("(?:what|which) (?:all |else )?(?:needs?|requires?) both")
NAMED = ("code", "title")
# What these are alone is told of the course: what it unlocks.
OWN = ("program",)


def demanding(reading: Reading) -> Query | None:
    """The courses that name others among their prerequisites and meet conditions beside; None
    where no more is asked than what a course unlocks."""
    text, targets = reading.text, reading.targets()
    match = text.has(NEEDS)
    shown = any(mention.how == "those" for mention in reading.mentions)
    sought = shown or SET.search(text.line) or WHATEVER.match(text.line)
    if match is None or not sought or reading.denied or ELSE.search(text.line):
        return None
    if ALONE.search(match[0]) and (alone := _alone(reading, match)):
        return alone
    plain = [i for i in targets if reading.mentions[i].how in NAMED]
    if plain != targets or reading.said:
        return None
    if {"not", "never", "no", "without"} & set(text.line[: match.start()].split()[-6:]):
        return None
    codes = reading.codes_in(match["xs"])
    gone = tuple(reading.mentions[i].unknown for i in targets if reading.mentions[i].unknown)
    if set(codes) != set(reading.codes(targets)) or not (codes or gone):
        return None
    before = text.copy()
    ask = set_ask(text, conditioned=True)
    text.take(NEEDS, "%")
    found = [*reading.people, *reading.find_filters()]
    left = [w for w in reading.topic().split() if w not in CHANGING]
    named = (*codes, *gone)
    if not (left or gone) and ALONE.search(match[0]):
        found.append(Filter("needs", bare(codes), "only"))
    if left or (len(named) == 1 and all(f.field in OWN for f in found)):
        restore(reading, before)
        return None
    apart = " and " in match["xs"] and " or " not in match["xs"]
    reading.filters = [replace(needing(named), op="all" if apart else "any"), *found]
    return reading.done("count" if ask == "count" else "list")


def _alone(reading: Reading, match: re.Match[str]) -> Query | None:
    """Those of a list, or of all, that need "it" or a course passed and nothing besides: "which of
    those need nothing but that", "I have X. Which SOCI classes require only that one"."""
    targets, past, mentions = reading.targets(), reading.past, reading.mentions
    needed = [int(n) for n in re.findall(r"#(\d+)", match["xs"])]
    those = [i for i in targets if mentions[i].how in ("those", "some")]
    codes, last = reading.codes(needed), past.query
    if last and last.ask == "unlocks" and not any(mentions[i].how in NAMED for i in needed):
        codes = last.codes  # what led to the list, and not its first course
    elif set(needed) & set(those) or not (those or reading.said):
        return None
    if not codes or set(targets) - {*needed, *those}:
        return None
    reading.text.take(NEEDS, "%")
    whole = past.whole.filters if those and past.whole else ()
    own = [Filter("code", reading.codes(those))] if those and not whole else []
    found = [*reading.people, *reading.find_filters()]
    only = [needing(codes), Filter("needs", bare(codes), "only")]
    reading.filters = [*dict.fromkeys((*whole, *own, *only, *found))]
    reading.follows = reading.follows or bool(those)
    return reading.done("list")
