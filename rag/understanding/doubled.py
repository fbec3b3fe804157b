"""What goes for lacking something, put as what stays: "drop everything that isn't 2 units"."""

from __future__ import annotations

import re

from rag.understanding.words import Text

_OUT = (
    r"(?:drop|remove|exclude|skip|omit|delete|discard|eliminate|ditch|toss|hide|lose|scrap|strike|"
    r"scratch|forget(?: about)?|ignore|get rid of|leave (?:out|off|aside)|take (?:out|off|away)|"
    r"throw (?:out|away)|(?:weed|filter|cross|rule|kick|clear|screen|cut)(?: (?:out|off))?)"
)
_GONE = (
    r"(?:dropped|removed|excluded|skipped|omitted|deleted|discarded|eliminated|ditched|tossed|"
    r"hidden|scrapped|ignored|(?:left|taken|thrown|weeded|filtered|crossed|ruled|cut) "
    r"(?:out|off|away|aside))"
)
_FROM = (
    r"(?:(?: (?:from|off|of|out of|in|on) (?:(?:the|that|this|your|my) )*"
    r"(?:list|above|results?|selection|ones|those|these|them|that|it|here|there))?)"
)
_ALL = r"(?:everything|anything|whatever|whichever(?: ones?)?|all(?: of (?:them|those|these))?|any)"
_HEAD = (
    rf"(?:{_ALL}(?! (?:the|ones?|{{class}}) )|(?:(?:all|any|every|each|of|the|those|these|other|"
    r"single) )*(?:ones?|those|{class}|things?|stuff))(?: (?:else|listed|there|on there))?"
)
# What is lacked, and how it is said to be there; other than the last, after "all" alone.
_LACK = (
    r"(?:(?: (?:that|which))? (?P<be>is|are|was|were) not|"
    r"(?: (?:that|which))? (?:do|does|did|can|will|would) not(?: (?:actually|even|really))?|"
    r" (?P<with>without|lacking|with no)|"
    r" (?P<bare>not)(?= (?:on|in|at|before|after|of|worth|with|by|from|starting|meeting) ))"
)
_BUT = r"(?: (?P<but>but|except(?: for)?|other than|besides|apart from|aside from))"
_LEAD = r"(?<!not )(?<!never )"
WAYS = (
    rf"{_LEAD}{_OUT}{_FROM} {_HEAD}{_LACK}",
    rf"{_LEAD}{_OUT}{_FROM} {_ALL}{_BUT}",
    r"(?:(?:i |we )?(?:do not|not|no need to|never|without)(?: (?:want|need|wish|care|show|showing|"
    r"give|list|include|including|keep|see|seeing|to|me|us|for|about|interested|in|looking|have))+"
    rf"|not) (?:anything|any(?: (?:ones|{{class}}))?|the ones|ones|those|{{class}}){_LACK}",
    r"(?:nothing|none|no (?:ones?|{class}))(?: (?:that|which))? (?:(?P<be>is|are) not|"
    r"(?:do|does|did) not)",
)
# The same with what becomes of it told last.
LAST = (
    rf"(?P<what>{_HEAD}{_LACK}|{_ALL}{_BUT}) (?P<so>[^.;?!,]*?[^.;?!, ]) "
    r"(?:(?:can|could|should|may|must|might|will|would|has to|have to|needs? to|is to|are to|is|"
    rf"are) (?:(?:all|just|now|please|also) )*(?:be {_GONE}|go(?: away)?|leave|disappear|out)"
    rf"){_FROM}(?= ?$| [.,;?!])"
)
_MORE = r"(?<=\S )or (?:(?:that|which) )?(?:do|does|is|are) not"


def undouble(text: Text) -> None:
    """Say of courses ruled out for what they are not that those which are it stay."""
    found = False
    for way in WAYS:
        if match := text.has(way):
            text.take(way, _kept(match))
            found = True
            break
    else:
        if match := text.has(LAST):
            text.take(LAST, f"{_kept(match)} {match['so']}")
            found = True
    if found:
        text.spread()
        text.take(_MORE, "and")


def _kept(match: re.Match[str]) -> str:
    """What leads to the condition then."""
    told = match.groupdict()
    if told.get("but"):
        return "keep"
    if told.get("be"):
        return "keep the ones that are"
    if told.get("with"):
        return "keep the ones with"
    return "keep the ones" if told.get("bare") else "keep the ones that"
