"""What "it", "those" and "the second one" mean, and whether a question leans on the one before."""

from __future__ import annotations

import re

from rag.understanding.codes import Mention
from rag.understanding.dual import (
    all_passed,
    codes_of,
    either,
    find_together,
    held_against,
)
from rag.understanding.earlier import find_earlier
from rag.understanding.groups import together
from rag.understanding.holding import AGAIN, name_means
from rag.understanding.intent import required
from rag.understanding.past import SETS, Past, parts_of_one
from rag.understanding.places import from_end, group, nth
from rag.understanding.taken import told_in
from rag.understanding.words import Text, pattern

SOMEONE = "(?:same |other )?(?:{teacher}|prof|person|guy|lady|woman|man|dude)"
PLURAL = (
    r"(?:(?:all|both|any|each|either|one|some|most|none) (?:of )?)?(?:these|those|"
    r"them|they(?! (?:(?:would|will|might|can|may|could) )*(?:let|allow|accept|admit|take me))|"
    r"their|theirs|"
    r"the ones(?! (?:in|from|about|on|at|by|with|without|that|which|under|over|below|above|"
    r"before|after|not) )"
    r"(?! (?:i|that i|which i) (?:have |already )*(?:{done}))|(?:the two|"
    r"the three)(?! {unit})|the list|your list|the above(?: (?:list|ones|results|{class}))?|"
    r"(?:the|those|these) (?:ones|list|results|options|{class})(?: that)? you (?:(?:have|had|just|"
    r"already) )*(?:shown|showed|listed|gave|given|named|found|mentioned|displayed)(?: me| us)?|"
    r"(?:the|those|these) (?:ones|results|{class}) (?:(?:listed|shown|given|named) )?above|"
    r"(?:that|this) (?:whole |entire )?(?:bunch|lot|batch|set|selection|list|lineup)(?! of))"
    r"(?: (?:two|three|four|five|{class}|ones))?|"
    r"(?<!of )each(?: one)?(?= ?$| [?.,])|both(?: of them)?(?= ?$| [?.]| no | without )|"
    r"(?:either|neither|both|each)(?: one)?(?= (?:meets?|have|has|needs?|requires?|counts?|is|are|"
    r"opens?|falls?|runs?|starts?|ends?|offers?))"
)
WHICH = (
    r"which(?: ones?| two| three| four)?(?= (?:(?:actually|really|even|then|also|still|only) )*"
    r"(?:is|are|has|have|do|does|meets?|starts?|gives|would|"
    r"can|requires?|needs?)(?! {class}))"
)
# The courses that one was just said to need: "do those clash".
NEEDED_ONES = (
    r"(?:.* )?(?:those|these|them|they(?= (?:overlap|clash|conflict|meet|at)))"
    r"(?!.* (?:it|that|this|its)(?: |$)).*"
)
# What takes two: "are they on the same day".
COMPARED = (
    r"(?:(?:the|on|at) )*same (?:days?|times?|hours?|slot)|overlap\S*|clash\S*|conflict\S*|"
    r"back to back|at once"
)
# The rest of the list, beside the courses named or just spoken of.
REST = (
    r"(?<=of )the (?:others?|rest|other (?:ones|{class}|two|three|four))"
    r"(?= ?$| [?.,]| is| are| can| do| does| has| have| would| need)"
)
# What courses have in common, where they are not said again: "is there a prof in common".
COMMON = rf"(?:in common|shared|(?:(?:all|both|just|the) )*same {SOMEONE})(?= ?$| [?.!]| here)"
# What cuts the last list down: "narrow that down to 4 units".
NARROW = (
    r"(?:(?:can|could|would) you |please |now |ok |and )*(?:narrow|filter|limit|reduce|cut|trim|"
    r"whittle|keep|restrict|make)(?: (?:it(?! \d)|that|this|them|those|these|the|list|results?|"
    r"down|only|"
    r"just|to|by|for|out|of|all|ones))+"
)
SINGULAR = (
    r"it 's|its|(?<!got )(?<!have what )(?<!has what )(?<!got what )"
    r"it(?! (?:possible|ok|okay|true|hard to|too late|better|matter|takes? to|"
    r"a good idea|allowed|bad|seems|looks|depends|would be))|"
    r"(?:that|this|the|the same|said) (?:class|course|one)(?! (?:about|called|named|with|for) )|"
    r"(?<!thing )(?<!all )(?<!those )(?<!ones )(?<!classes )(?<!courses )"
    r"that(?= ?$| [?.]| (?:too|also|as well)(?: |$))|"
    rf"(?<=is )that(?= (?!{{class}}|{SOMEONE}))|(?<=for )that|this(?= ?$| [?.])|"
    r"(?:(?<=with )|(?<=have )|(?<=list ))that(?= as (?:the|their|its|an?) )|"
    rf"(?:(?<=does )|(?<=would )|(?<=will )|(?<=did ))that(?! {SOMEONE})|"
    r"(?:(?<=take )|(?<=finish )|(?<=pass )|(?<=complete )|(?<=took )|(?<=finished )|(?<=passed ))"
    r"that(?= (?:,|what|which|can|could|do|does|will|i) )|"
    r"(?<=take )that(?= (?:having|with|if|after|when|as|already|now|right|then|or)(?: |$))|"
    r"(?<=into )that|(?<=after )that|(?<=before )that|"
    r"(?<=from )that|(?<=to )that(?= ?$| [?.,]| one)|"
    r"(?<=get )there(?! (?:{class}|a|an|any))|(?<=getting )there|"
    rf"(?<=does )this(?! {SOMEONE})|(?<=is )this(?= (?!{{class}}|{SOMEONE}))|"
    r"that 's"
)
# The one course that was found: "that on friday?".
POINTED = r"^(?:(?:and|so|is|ok) )*that(?= (?:on|in|at) (?:an? |the )?[a-z0-9:]+(?: [?.])*$)"
# The list itself: "the 2 unit options from that".
FROM_THAT = (
    r"(?P<ones>options|ones|choices|{class}) (?:from|of|in|on|out of|within) (?:that|this|it)"
    r"(?= ?$| [?.,!])"
)
NEXT = (
    r"(?:the |your )?next (?:one|option|result|item|entry|pick|suggestion|recommendation|"
    r"(?:class|course)(?= (?:on|in|from|down|you)))"
    r"(?: (?:down|over|(?:in|on|from|of) (?:the|your|that|this|those|them)(?: list| results?)?|"
    r"after (?:that|it)|you (?:listed|gave|mentioned|named|showed|put)))*|"
    r"(?:the )?(?:one|class|course|option) (?:(?:right|just|directly|that comes|listed|coming) )*"
    r"(?:after|below|under|underneath|beneath|following) (?:the )?(?:first|1st|top|that|"
    r"it)(?: one)?"
)
# After these, "I have X, does that work" is asked of all the courses before.
NEED = ("prerequisites", "eligible")
THAT = re.compile(r"that(?: (?:class|course|one))?$")
THAT_ONE = re.compile(r"(?:that|this) (?:class|course|one)$")
# Of a course the file lacks only its being there is asked, or it is called a course.
GONE = re.compile(r"^that (?:course|class)\b|\b(?:offered|offer|available|exists?|listed|given)\b")
# Where what is passed can not be meant by "it".
TAKE_IT = re.compile(
    r"\b(?:can|could|may|might|would|will|am|is|are|do|does|let|lets|allowed|able|ready|eligible)\b"
    r"(?: [a-z]+){0,6}? (?:take|taking|enroll in|register for|sign up for|get into|join|do|start|"
    r"into|for) \S+$"
)
LEADS_ON = (
    r"(?:what|which)(?: \S+){0,3} (?:does|would|will|can|could|might) (?:it|that|this) "
    r"(?:\S+ )?(?:let|open|"
    r"unlock|lead|allow|enable|get|qualify|prepare|make)|"
    r"(?:what|which)(?: \S+){0,2} (?:opens?|unlocks?|follows?|comes?|next|is)(?: (?:up|next|open))*"
    r" (?:after|with|by|from|through) (?:that|it|this)"
)
# What the course just named is a prerequisite of: "I've had X, which need only that one".
NEEDED_BY = r"(?:{class}|ones|which|that) (?:\S+ )?(?:needs?|requires?) (?:only|just) (?:that|it)"
# Of the courses before, also where others are named that are passed.
OF_THEM = re.compile(r"\b(?:both|either|(?:which|any|all|some|one|none|each|most|both) of \w+)$")
SHORT = pattern(
    r"^(?:(?:and|ok|okay|so|but|also|then|now|or|hmm|hm|um|uh|ah|oh|k|well|,|"
    r"thanks|great|cool|alright|yes|no|\.) )*"
    r"(?:what about|how about|what of|and|or|same (?:question )?(?:for|with)|also|"
    r"only|just|but|any others?|others|any more|more|"
    r"what else|anything else|something else|which ones?|are any|oh|sorry|oops|actually|my bad|"
    r"no wait|i meant|i mean|meant|typo|then|now|again|ditto|likewise|"
    r"how bout|what abt|wbt|hbu|for|maybe|wait|say|same|"
    r"are there any(?! {class})|any (?:that|with|without|on|in|%|at)|do any|"
    r"is any|show (?:me )?more|the rest|except|not|without|with|instead|on|in|"
    r"%).*|^#\d+(?: [?.,])*$"
)
OTHERS = pattern(
    r".*\b(?:any others?|others|any more|more|what else|anything else|"
    r"something else|the rest|another(?: one)?|"
    r"different ones?)(?: (?:like (?:that|this|it|those)|options?|ones?|{class}|"
    r"of (?:them|those)|please|results?|are there|is there|"
    r"do you have))*(?: [?.!])*$"
)


def refer(text: Text, mentions: list[Mention], past: Past) -> bool:
    """Put marks in the place of "it", "those", "the second one"; whether the past was needed.

    "it" means the course named before it in the same text, if there is one.
    """
    name_means(text)
    leans = _placed(text, mentions, past)
    many = past.many if not mentions else ()
    if not mentions and len(many) < 2 < len(past.spoken) + 1:
        many = past.spoken[-2:]
    if not mentions and len(many) == 1 and text.has(COMPARED):
        many = together(past.record, 2) or many
    if len(many) > 1 and pattern(rf"(?:(?:and|so|ok|,|but) )*{WHICH}").match(text.line):
        text.take(WHICH, f"which of #{len(mentions)}")
        text.spread()
        mentions.append(Mention(many, how="those"))
        return True
    if len(many) > 1 and text.take(NARROW, f"which of #{len(mentions)}"):
        text.spread()
        mentions.append(Mention(many, how="those"))
        return True
    told = past.query is not None and past.query.ask == "prerequisites"
    if not mentions and told and len(past.wanted) > 1 and text.has(NEEDED_ONES):
        many = past.wanted
    both = text.has(PLURAL)
    them = both and mentions and OF_THEM.search(text.line[: both.end()])
    if them and all_passed(text, mentions):
        many = past.many if len(past.many) > 1 else past.spoken[-2:]  # "I have X: ok for both"
    if mentions and not them and (beside := held_against(text, past)):
        many = beside
    if both and both[0].endswith(" list") and len(past.listed) > 1:
        shown = (codes for _, codes in past.sets if len(codes) > 1)
        many = next(shown, past.listed)  # and not what was picked from it since
    if both and both[0].startswith("both") and len(many) > 2 and len(past.spoken) > 1:
        many = past.spoken[-2:]
    listed = len(many) > 1 and past.query is not None and past.query.ask in SETS
    if listed and not mentions and (match := text.has(FROM_THAT)):
        text.take(FROM_THAT, f"{match['ones']} from those")
        text.spread()
    if many and text.take(PLURAL, f"#{len(mentions)}"):
        mentions.append(Mention(many, how="those" if len(many) > 1 else "reference"))
        leans = True
        while text.take(PLURAL, f"#{len(mentions) - 1}"):
            pass
    left = tuple(c for c in past.listed if c not in {*codes_of(mentions), *past.spoken[-1:]})
    if len(past.listed) > len(left) > 0 and text.take(REST, f"#{len(mentions)}"):
        mentions.append(Mention(left, how="some"))
        leans = True
    if len(many) > 1 and not text.has(r"#\d+") and (common := text.take(COMMON, "%common")):
        text.take("%common", f"{common[0]} of #{len(mentions)}")
        text.spread()
        mentions.append(Mention(many, how="those"))
        leans = True
    if len(past.codes) == 1 and text.take(POINTED, "is it"):
        text.spread()
    return _it(text, mentions, past) or leans


def _placed(text: Text, mentions: list[Mention], past: Past) -> bool:
    """Put marks in the place of what is told by its place in the talk or in a list of it."""
    leans = bool(mentions) and either(text, mentions, past)
    leans = find_together(text, mentions, past) or leans
    leans = _next(text, mentions, past) or find_earlier(text, mentions, past) or leans
    leans = group(text, mentions, past) or leans
    leans = from_end(text, mentions, past) or leans
    leans = nth(text, mentions, past) or leans
    return leans or either(text, mentions, past)


def _next(text: Text, mentions: list[Mention], past: Past) -> bool:
    """Put a mark in the place of "the next one": the one after the first, or after the last one
    spoken of, of the list before."""
    many, last = past.listed or past.many, past.query
    if len(many) < 2 or last is None or not text.has(NEXT):
        return False
    spoken = last.codes[0] if last.codes and last.ask not in SETS else ""
    number = many.index(spoken) + 1 if spoken in many else 1
    if number >= len(many) or (spoken and spoken not in many):
        return False
    text.take(NEXT, f"#{len(mentions)}")
    mentions.append(Mention((many[number],), how="reference"))
    return True


def _it(text: Text, mentions: list[Mention], past: Past) -> bool:
    match = text.has(SINGULAR)
    if not match:
        return False
    before = re.findall(r"#(\d+)", text.line[: match.start()])
    passed, never = told_in(text)
    if past.query and past.query.ask in NEED:
        passed = [*passed, *never]
    # "I passed X, can I take it" and "is X enough for it": not X; but X where the question is what
    # it leads to.
    stays = text.has(LEADS_ON) or text.has(AGAIN) or text.has(NEEDED_BY)
    if past.one and not (before and stays):
        tied = all(int(n) in passed for n in before) or _tied(text, before)
        # "Is the autism one in there? Do I need X for it": not X, but the one named before it.
        named = [n for n in before if n != before[-1] and mentions[int(n)].how == "shown"]
        before = named if tied else before
    if before:
        # "I waited for X, but as I have Y, can I take it now": X.
        open_ = [n for n in before if int(n) not in passed]
        taking = len(before) > 1 and open_ and re.search(TAKE_IT, text.line[: match.end()])
        text.take(SINGULAR, f"#{(open_ if taking else before)[-1]}")
        return False
    gone = past.query.unknown if past.query and not past.query.codes else ()
    if not past.one and gone and not (mentions or past.codes):
        text.take(SINGULAR, "#0")
        mentions.append(Mention((), gone[-1], how="reference"))
        return True
    if not past.one:
        return False
    one = past.one
    if one in codes_of(mentions):
        # "When is that, and does it clash with X": X is the other of the list.
        one = next((c for c in past.codes if c not in codes_of(mentions)), one)
    codes: tuple[str, ...] = (one,)
    last = past.query
    if last and one in last.codes and (parts_of_one(last.codes) or (passed and last.ask in NEED)):
        codes = last.codes
    if THAT_ONE.match(match[0]) and not mentions:
        codes = _brought_in(past) or codes
    that = THAT.match(match[0]) and (not past.lacking or GONE.search(f"{match[0]} {text.line}"))
    if past.needed and not mentions and that:
        codes = (past.needed,)  # "X requires Y", then "does that one count": Y
    text.take(SINGULAR, f"#{len(mentions)}")
    mentions.append(Mention(codes, how="reference"))
    while text.take(SINGULAR, f"#{len(mentions) - 1}"):
        pass
    return True


def _brought_in(past: Past) -> tuple[str, ...]:
    """The course that the last question set beside the one spoken of: "does it clash with X"."""
    last = past.query
    paired = last and last.follows and last.ask in ("schedule", "compare", "requires")
    if last is None or not paired or len(last.codes) != 2 or parts_of_one(last.codes):
        return ()
    earlier = {code for group in past.record[:-1] for code in group}
    return last.codes[1:] if last.codes[0] in earlier and last.codes[1] not in earlier else ()


def _tied(text: Text, before: list[str]) -> bool:
    """Whether the course named is asked about for "it": a course of its own."""
    twin = text.copy()
    twin.take(SINGULAR, "#999")
    if not before or required(twin):
        return bool(before)
    passed, _ = told_in(twin)
    return all(int(n) in passed for n in before)
