"""Courses of the talk named by words of theirs: "the hiking one", "ooh surfing!", "the Thursday
one", "the one for engineers"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from rag.course import Course
from rag.understanding.codes import Mention
from rag.understanding.departments import names
from rag.understanding.described import EXTREME, described, extreme, spell_out, worded
from rag.understanding.entitled import titled
from rag.understanding.loose import find_loose, one_of, single
from rag.understanding.past import Past
from rag.understanding.plurals import WORD, find_plural
from rag.understanding.pools import Pools
from rag.understanding.vocabulary import ASKED, Vocabulary
from rag.understanding.words import FILLERS, Text, bag, content, pattern

NOUN = "one|class|course|seminar|version|lecture|section"
# "The hiking one", "his AI one", "that oceanography class".
LEADING = (
    rf"(?:the|that|this|his|her|their|your|its|our) (?P<what>(?:one (?={{unit}}))?{WORD}"
    rf"(?: (?:{WORD}|and|of|"
    rf"in)){{0,4}}?)"
    rf" (?:{NOUN})"
)
# "The bollywood teacher".
TEACHER = (
    rf"(?:the|that|this) (?P<what>{WORD}(?: (?:{WORD}|and|of)){{0,3}}?) "
    r"(?P<who>{teacher}|prof|guy|lady|dude)(?= ?$| [?.,]| (?:have|has|teach|teaches|teaching|also|"
    r"else|do|does|is|give|gives|offer|offers|got|run|runs)(?: |$))"
)
# "The journalism one about stories".
LEADING_ON = (
    rf"{LEADING} (?:that is )?(?:about|on|with|called|named) (?:the )?"
    rf"(?P<more>{WORD}(?: {WORD})?)(?= ?$| [?.,;:-]| and)"
)
# "The one for engineers", "the one that isn't on monday".
BARE = rf"(?<![^.,] )(?:(?:and|ok|so|then|now|oh) )*(?P<what>{WORD}(?: {WORD})?) one"
TRAILING = (
    r"(?:the|that) (?:one|class|course|version) (?:(?:that|which|who|is|was|meets|taught|called|"
    r"named|titled|being|all|meeting|held|runs|starts|starting) )*"
    r"(?P<no>not )?(?:(?:for|about|on|in|with|by|at|from|the|to|of|meet|meeting) )*"
    rf"(?P<what>{WORD}(?: (?:and|of|in|the|for|or))?(?: {WORD})?(?: (?:and|of|in))?(?: {WORD})?)"
)
# "Wasn't there one about festivals?"
ONE_ON = (
    rf"(?:(?:was|is|are|were) (?:not )?there(?: not)?|there (?:was|is)|did you (?:not )?(?:show|"
    r"list|mention|have)|i (?:saw|remember|thought there was)) (?:also )?(?:a |an )?"
    rf"(?:one|class|course) (?:about|on|for|with|called|named|covering) (?:the )?"
    rf"(?P<what>{WORD}(?: (?:and|of|in|the))?(?: {WORD})?)"
    r"(?: (?:in (?:there|it|that|the list)|too|earlier|before|somewhere))*(?= ?$| [?.,!;])"
)
# "What else lists it, besides fisheries".
BESIDES = (
    rf"(?:(?<=besides )|(?<=except )|(?<=other than )|(?<=apart from ))(?:the )?"
    rf"(?P<what>{WORD}(?: {WORD})?)(?= ?$| [?.,;])"
)
# "Sorry, I meant the language one": not the one of two that was told of.
CORRECTED = pattern(
    r"(?:.* )?(?:no|nope|sorry|oops|wait|meant|mean|not (?:that|this)(?: one)?|wrong)(?: .*)?"
)
WRONG = (
    r"^(?:(?:no|nope|sorry|oops|wait|,) )*not (?:that|this)(?: one)?(?: (?:,|but|-))*"
    r"(?= (?:the|i) )"
)
# "Not the intro one, the other", of two shown.
UNWANTED = (
    rf"(?:(?:no|nope|nah|,|i|do) )*not (?:(?:want|like|mean|need|the) )*(?P<what>{WORD}"
    rf"(?: {WORD})?)(?: (?:{NOUN}))?(?: [,.;:-]| but| rather| i| want| mean| meant)+ (?:the )?other"
    r"(?: (?:one|{class}))?(?= ?$| [?.,;!]| (?:when|what|who|is|does|how)(?: |$))"
)
# A course beside the one spoken of.
THERE = (
    rf"(?:is|are) (?:not )?there (?:not )?(?:also )?(?:a|an) (?P<what>{WORD}(?: {WORD})?) "
    r"(?:class|course|one)"
)
ALONE = (
    r"^(?:(?:hm|hmm|and|or|but|ok|,|\.|what about|how about|just|only|then) )+"
    rf"(?P<what>{WORD}(?: {WORD})?)(?: (?:class|course))?(?: [?.!])*$"
)
# After these another course than the one spoken of is meant.
SAME_FOR = re.compile(r"\b(?:same(?: question)? for|what about|how about) $")
# Words that say which place of a list is meant, or which of two, and no course by its title.
PLACES = bag(
    """first second third fourth fifth last latter former final bottom top middle 1st 2nd 3rd 4th
    5th next previous earlier prior preceding other same only whole best better easiest hardest
    easier harder number option item choice original initial very new old right wrong exact
    entire current single early late"""
)
# "The one that wants another class first": what it needs is no name of it.
NEEDING = bag("want wants need needs require requires ask asks")
# Words after which a topic is told, or a part of what a course holds.
TOPICAL = pattern(
    r"(?<!what )(?<!how )about|on|regarding|like|besides|covers?|covering|involves?|mentions?|"
    r"uses?|"
    r"includes?|deals?|learn|study|into|interested|related|similar|without|instead|others?|else|"
    r"any(?! (?:prereqs|restrictions|clearance|requirements?|lab|ge|idea))|anything|something|some|"
    r"another|which|those|these|them|ones|more|all|every|major|majors|minor|classes|courses|"
    r"looking|recommend\S*|department|count|many(?! (?:{unit}|days|times|hours))|"
    r"background|experience|person|student|students|"
    r"a|an|find|search|show|list"
)
OF_PROGRAM = (
    rf"#(?P<x>\d+) (?:in|from|of|at) (?:the )?(?P<program>{WORD}(?: {WORD})?)"
    r"(?: (?:department|dept|school))?(?= ?$| [?.,!])"
)
INSTEAD = re.compile(r"(?<=^what about )(\S+(?: \S+)?) instead\b")
LATEST = 2  # lists whose descriptions are looked at


def find_shown(text: Text, mentions: list[Mention], past: Past, words: Vocabulary) -> None:
    """Mark the courses of the talk that words of the text mean."""
    if past.query is None:
        return
    pools = Pools(past, words)
    text.take(WRONG, "sorry ,")
    text.spread()
    if len(pools.several) > 1:
        spell_out(text)
    if text.has(EXTREME) and (codes := extreme(text, pools.several, words)):
        mark(text, mentions, EXTREME, codes)
    if (match := text.has(UNWANTED)) and len(past.listed) == 2:
        out = _meant(match, pools, past, words)
        if len(left := tuple(code for code in past.listed if code not in out)) == 1:
            mark(text, mentions, UNWANTED, left)
    if (match := text.has(TEACHER)) and (codes := _meant(match, pools, past, words)):
        text.take(TEACHER, f"the {match['who']} of #{len(mentions)}")
        text.spread()
        mentions.append(Mention(codes, how="shown"))
    for way in (TRAILING, LEADING_ON, LEADING, BARE, ONE_ON, BESIDES):
        while (match := text.has(way)) and (codes := _meant(match, pools, past, words)):
            mark(text, mentions, way, codes)
    if not mentions and (match := text.has(LEADING)) and (codes := _corrected(match, past)):
        mark(text, mentions, LEADING, codes)
    if not mentions:
        find_plural(text, mentions, past, words)
    if not mentions:
        _beside(text, mentions, past, words)
    line = text.line
    if past.query.codes:  # "what about behavioral instead", of two courses held to each other
        line = INSTEAD.sub("", line)
    if len(mentions) < 2 and len(past.shown) > 1 and not TOPICAL.search(line):
        find_loose(text, mentions, pools, past, words)
    _leave_programs(text, mentions)


def _leave_programs(text: Text, mentions: list[Mention]) -> None:
    """Leave out the department of a course that is marked: "the cosmology class in ASTR"."""
    for match in list(pattern(OF_PROGRAM).finditer(text.line)):
        mention = mentions[int(match["x"])]
        codes = names().get(tuple(match["program"].split()), ())
        if mention.how == "shown" and {c.split(" ")[0] for c in mention.codes} & set(codes):
            text.take(re.escape(match[0]), f"#{match['x']}")


def mark(text: Text, mentions: list[Mention], words: str, codes: tuple[str, ...]) -> None:
    text.take(words, f"#{len(mentions)}")
    mentions.append(Mention(codes, how="shown"))


def _corrected(match: re.Match[str], past: Past) -> tuple[str, ...]:
    """Of a list of two the other one, where the one told of was not meant."""
    left = tuple(code for code in past.listed if code != past.one)
    told = past.query is not None and past.one in past.query.codes
    pair = told and len(past.listed) == 2 and len(left) == 1
    return left if pair and CORRECTED.fullmatch(match.string[: match.start()].strip()) else ()


def _meant(match: re.Match[str], pools: Pools, past: Past, words: Vocabulary) -> tuple[str, ...]:
    """The code of the one course that the words describe, with its twins; () for none."""
    what = match["what"].split() + (match.groupdict().get("more") or "").split()
    said = [w for w in content(what, FILLERS) if w not in PLACES]
    one = words.catalogue.find(past.one)
    alone = past.query is not None and bool(past.query.codes)
    if one and alone and (programs := names().get(tuple(said))):
        twins = [c for c in words.catalogue if c.program in programs and c.title == one.title]
        if codes := single([c for c in twins if c != one]):
            return codes
    if match[0].endswith(" version"):
        return ()  # of the course named beside it
    if any(w in PLACES | NEEDING for w in what) or not any(w for w in what if w[0].isalnum()):
        return ()
    negated = bool(match.groupdict().get("no"))
    if said and not negated:
        others = [c for pool in islice(pools, LATEST) for c in pool if c.code != past.one]
        if SAME_FOR.search(match.string[: match.start()]) and (
            codes := single(titled(said, others))
        ):
            return codes
        for pool in pools:
            if codes := one_of(titled(said, pool), past.spoken):
                return codes
        again = SAME_FOR.search(match.string[: match.start()]) and len(said) > 1
        own = [c for c in words.catalogue if c.program == past.department] if again else []
        if codes := single(titled(said, own)):
            return codes
    for pool in pools:
        if len(pool) > 1 and (codes := single(described(what, pool, negated, words))):
            return codes
    if said and not negated:
        near = _alike(titled(said, _department(match.string, past, words)), past, words)
        if len(near) == 1 and not past.listed:
            return single(near)  # its title says it, where others only tell of it
        for pool in islice(pools, LATEST):
            if len(pool) > 1 and (codes := single(worded(said, pool))):
                return codes
        if match.re in (pattern(ONE_ON), pattern(BESIDES)):
            return ()  # what was not shown may be sought anew
        exact = () if match[0].endswith("one") else words.titles.exact(said)
        if exact and not any(c.code in exact for c in near):
            return exact  # "the oceanography course", in a talk on others
        return single(near) if len(said) > 1 or len(near) == 1 else ()
    return ()


def _alike(found: Sequence[Course], past: Past, words: Vocabulary) -> Sequence[Course]:
    """Of these the undergraduate courses after undergraduate ones, else the graduate ones; all if
    there are none."""
    one = words.catalogue.find(past.one)
    graduate = bool(one and one.level == "graduate")
    return [c for c in found if (c.level == "graduate") == graduate] or found


def _department(line: str, past: Past, words: Vocabulary) -> list[Course]:
    """The courses of the program named in the line, else of the one last spoken of."""
    named = {p for w in line.split() if len(w) > 3 for p in names().get((w,), ())}
    wanted = named or {past.department}
    return [c for c in words.catalogue if c.program in wanted]


def _beside(text: Text, mentions: list[Mention], past: Past, words: Vocabulary) -> None:
    """A course of the department in talk, after one of its courses: "isn't there a heritage
    class?", "and just conversation?"."""
    last = past.query
    if last is None or last.filters or not (last.codes or last.taken) or not past.department:
        return
    match = text.has(THERE) or text.has(ALONE)
    what = next(filter(None, match.groups())).split() if match else []
    said = [w for w in content(what) if w not in PLACES | ASKED]
    if match is None or not said or tuple(said) in names() or len(said) < len(content(what)):
        return
    codes = single(titled(said, [c for c in words.catalogue if c.program == past.department]))
    if codes and codes[0] not in last.codes:
        start = match.string[: match.start()].count(" ")
        places = range(start, start + match[0].count(" ") + 1)
        at = next(i for i in places if text.words[i : i + len(what)] == what)
        text.replace(at, at + len(what), f"#{len(mentions)}")
        mentions.append(Mention(codes, how="shown"))
