"""What "it", "those" and "the second one" mean, and whether a question leans on the one before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.conversation import Turn
from rag.query import Query
from rag.understanding.codes import Mention
from rag.understanding.taken import find_taken
from rag.understanding.words import Text, pattern

ORDINALS = {
    "first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3,
    "fifth": 4, "5th": 4, "last": -1, "latter": -1, "former": 0,
    "1": 0, "2": 1, "3": 2, "4": 3, "5": 4,
}  # fmt: skip
# The mark of a place that no list has.
BEYOND = "%beyond"
NTH = (
    rf"(?:the )?(?P<nth>{'|'.join(ORDINALS)}) (?:one|{{class}}|option|result)|"
    r"the (?P<last>first|second|third|fourth|fifth|last|latter|former|1st|2nd|3rd|[45]th)"
    r"(?= ?$| [?.,]| 's| one)|"
    r"(?:number|option|course|no|result|item) (?P<number>[1-5])(?= ?$| [?.,]| [a-z])|"
    r"^(?:(?:and|so|ok|then|what about|how about|,) )*(?P<lead>first|second|third|fourth|fifth|"
    r"last|1st|2nd|3rd|[45]th|[1-5](?= (?:how|what|when|who|is|does)))"
    r"(?= (?:[,?.]|'s|how|what|when|who)|$)"
)
PLURAL = (
    r"(?:(?:all|both|any|each|either|one|some|most|none) (?:of )?)?(?:these|those|"
    r"them|they|their|theirs|the ones|the two|the three|the list)"
    r"(?: (?:two|three|four|five|{class}|ones))?|both(?: of them)?(?= ?$| [?.])"
)
WHICH = (
    r"which(?: ones?)?(?= (?:is|are|has|have|do|does|meets?|starts?|gives|would|"
    r"can|requires?|needs?)(?! {class}))"
)
# What cuts the last list down: "narrow that down to 4 units".
NARROW = (
    r"(?:(?:can|could|would) you |please |now |ok |and )*(?:narrow|filter|limit|reduce|cut|trim|"
    r"whittle|keep|restrict|drop)(?: (?:it|that|this|them|those|these|the|list|results?|down|only|"
    r"just|to|by|for|out|of|all|ones))+"
)
SINGULAR = (
    r"it 's|its|it(?! (?:possible|ok|okay|true|hard to|too late|better|matter|"
    r"a good idea|allowed|bad|seems|looks|depends|would be))|"
    r"(?:that|this|the|the same|said) (?:class|course|one)|that(?= ?$| [?.])|"
    r"(?<=is )that(?= (?!{class}))|(?<=does )that|(?<=for )that|this(?= ?$| [?.])|"
    r"that 's"
)
SHORT = pattern(
    r"^(?:(?:and|ok|okay|so|but|also|then|now|or|hmm|well|,|thanks|great|cool|alright|yes|no|\.) )*"
    r"(?:what about|how about|what of|and|or|same (?:question )?(?:for|with)|also|"
    r"only|just|but|any others?|others|any more|more|"
    r"what else|anything else|something else|which ones?|are any|"
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


SETS = ("list", "count", "recommend", "taught_by", "unlocks")


# A list that does not show all it counts.
MORE = re.compile(r"\band [\d,]+ more\b")
SUPPOSING = re.compile(r"\bif i (?:take|took|pass|finish|complete)\b")


@dataclass(frozen=True)
class Past:
    """The conversation as later questions need it: the last question understood, the courses of
    its answer in order, what was taken, and the department last spoken of.

    `listed` is the last list of several courses, `whole` the query behind it where it went on,
    `sought` the last query for a set of courses.
    """

    query: Query | None = None
    codes: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    department: str = ""
    listed: tuple[str, ...] = ()
    whole: Query | None = None
    sought: Query | None = None

    @property
    def one(self) -> str:
        """The course "it" means, "" for none."""
        if self.query and self.query.codes and self.query.ask not in SETS:
            # "Is it required for X", then "can I take it": the first course is meant.
            asked = self.query.ask == "requires" and self.query.follows
            return self.query.codes[1 if asked and len(self.query.codes) == 2 else 0]
        many = self.codes or self.listed or (self.query.codes if self.query else ())
        return many[0] if many else ""

    @property
    def many(self) -> tuple[str, ...]:
        """The courses "those" means."""
        named = self.query.codes if self.query else ()
        if self.query and self.query.ask in SETS:
            return self.codes or self.listed or named
        return named if len(named) > 1 and not _parts(named) else self.listed or self.codes or named


def recall(turns: Sequence[Turn]) -> Past:
    """The past of these turns, whose queries must be there."""
    last: Query | None = None
    codes: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    department = ""
    whole: Query | None = None
    sought: Query | None = None
    for turn in turns:
        if turn.query is None:
            continue
        if not SUPPOSING.search(turn.question.lower()):
            taken = turn.query.taken
        if turn.query.ask == "smalltalk":
            continue
        last = turn.query
        sought = last if last.ask in SETS and not last.codes else sought
        codes = turn.codes or (codes if last.ask == "unavailable" and not last.codes else ())
        named = [f.values[0] for f in last.filters if f.field == "program" and f.op == "any"]
        if named:
            department = str(named[0])
        elif last.codes or last.unknown or last.taken or codes:
            department = (*last.codes, *last.unknown, *last.taken, *codes)[0].split(" ")[0]
        if len(turn.codes) > 1:
            listed = turn.codes
            goes_on = MORE.search(turn.answer) and not last.codes and (last.filters or last.topic)
            whole = last if goes_on else None
    department = department if department.isalpha() else ""
    return Past(last, codes, taken, department, listed, whole, sought)


def refer(text: Text, mentions: list[Mention], past: Past) -> bool:
    """Put marks in the place of "it", "those", "the second one"; whether the past was needed.

    "it" means the course named before it in the same text, if there is one.
    """
    leans = False
    while past.many and (match := text.has(NTH)):
        number = ORDINALS[next(filter(None, match.groups()))]
        many = past.many if number < len(past.many) else past.listed
        if number >= len(many):
            text.take(NTH, BEYOND)
            continue
        text.take(NTH, f"#{len(mentions)}")
        mentions.append(Mention((many[number],), how="reference"))
        leans = True
    many = past.many if not mentions else ()
    if len(many) > 1 and pattern(rf"(?:(?:and|so|ok|,|but) )*{WHICH}").match(text.line):
        text.take(WHICH, f"which of #{len(mentions)}")
        text.spread()
        mentions.append(Mention(many, how="those"))
        return True
    if len(many) > 1 and text.take(NARROW, f"which of #{len(mentions)}"):
        text.spread()
        mentions.append(Mention(many, how="those"))
        return True
    if many and text.take(PLURAL, f"#{len(mentions)}"):
        mentions.append(Mention(many, how="those" if len(many) > 1 else "reference"))
        leans = True
        while text.take(PLURAL, f"#{len(mentions) - 1}"):
            pass
    return _it(text, mentions, past) or leans


def _it(text: Text, mentions: list[Mention], past: Past) -> bool:
    match = text.has(SINGULAR)
    if not match:
        return False
    before = re.findall(r"#(\d+)", text.line[: match.start()])
    passed, _ = find_taken(text.copy())
    # "I passed X, can I take it": not X.
    if past.one and all(int(n) in passed for n in before):
        before = []
    if before:
        text.take(SINGULAR, f"#{before[-1]}")
        return False
    if not past.one:
        return False
    codes: tuple[str, ...] = (past.one,)
    if past.query and past.one in past.query.codes and _parts(past.query.codes):
        codes = past.query.codes
    text.take(SINGULAR, f"#{len(mentions)}")
    mentions.append(Mention(codes, how="reference"))
    while text.take(SINGULAR, f"#{len(mentions) - 1}"):
        pass
    return True


def _parts(codes: tuple[str, ...]) -> bool:
    """Whether the codes are the parts of one sequence."""
    return len({re.sub(r"[A-Za-z]+$", "", code) for code in codes}) == 1
