"""Courses sought by what they need and by other conditions: "which ECON classes need ECON 303 and
meet on Tuesdays"."""

from __future__ import annotations

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
    r"(?= {xs} (?:as|for|in (?:the|their|its) prereqs)(?: |$))|"
    r"(?:whose|the|their|its) (?:(?:only|sole|one|single) )?prereqs (?:is|are|being)|"
    r"(?:come|comes|coming|follow|follows|following) after|builds? on|building on|depends? on|"
    r"follow(?:s|ing)? (?:on )?(?:from )?(?=#)|ask for|asks for|asking for)"
    r"(?: (?:you|me|to|have|take|taken|had|done|passed|only|just|both|nothing|but|"
    r"except|other than|no more than))* (?P<xs>{xs})"
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
# What these are alone is told of the course: what it unlocks.
OWN = ("program",)


def demanding(reading: Reading) -> Query | None:
    """The courses that name others among their prerequisites and meet conditions beside; None
    where no more is asked than what a course unlocks."""
    text, targets = reading.text, reading.targets()
    plain = [i for i in targets if reading.mentions[i].how in ("code", "title")]
    sought = SET.search(text.line) or WHATEVER.match(text.line)
    if not targets or plain != targets or not sought or ELSE.search(text.line):
        return None
    match = text.has(NEEDS)
    if match is None or reading.said or reading.denied:
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
