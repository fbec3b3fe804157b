"""Sentences told before the question: "The time suits me. How many units is CSCI 104?"."""

from __future__ import annotations

import re
from collections.abc import Callable

from rag.understanding.engaged import engaged
from rag.understanding.holding import holds
from rag.understanding.taken import MAY, told_in
from rag.understanding.vocabulary import ASKED
from rag.understanding.words import FUNCTION, Text, bag, content, pattern

# What is asked of a course in one word beside its title.
ASKED_IN_ONE = ASKED | bag("start starts end ends prereq hours professor who when where units")

ENDS = re.compile(r" (?:[.!;]|\.{2,})(?= |$)")
# Where the question begins without a new sentence.
TURN = pattern(r"(?:(?:one )?last thing|anyways?|long story short|main question|quick question)")
# A question begun within a sentence, after what the student tells as its reason.
CLAUSE = re.compile(
    r"(?: , (?:(?:so|and|but|then|well) )*| (?:so|but) )(?=(?:what|when|who|whom|which|where|how|"
    r"is|are|does|do|will|would|can|could|may|should) )"
)
REASON = pattern(
    r"^(?:(?:yo|hey|hi|hello|so|ok|okay|well|like|honestly|ugh|lol|,) )*(?:(?:since|because|as) )?"
    r"(?:(?:i|my|we|our|the|everyone|people) .*|"
    r"[a-z]+(?: [a-z]+){0,3} (?:is|are|was|were|has|have|keeps?|makes?|costs?) .*)"
)
# What an answer may depend on is no mere reason.
BEARING = pattern(
    r"\S*\d\S*|[@%~].*|\S*days?|noon|mornings?|afternoons?|evenings?|nights?|weeks?|hours?|labs?|"
    r"prereqs|clearance|{unit}|ges?|majors?|minors?|free|busy|until|after|before|{class}|{teacher}|"
    r"and|or"
)
# What points at something told before, which is then no background.
POINTING = pattern(
    r"(?:on|in|for|towards?|under|with|of|from|to|at|by) (?:that|this|those|these) "
    r"(?!(?:{class}|one|term|semester|spring|year|time|season|right|now|too|as|or|and)(?: |$))"
    r"[a-z]+"
)
# What stands for the noun of the sentence before: "has it got one", "would X meet any of them".
FOR_IT = pattern(
    r"(?:has|have|had|got|get|is there|are there|includes?|comes? with|involves?|fulfil\S*|"
    r"satisf\w+|meets?|meet|fills?|covers?|counts? (?:as|for|towards?)|tick|of)"
    r"(?: (?:got|any|one|some|either|at all|of|for|as|towards?))* (?:one|any|some|them|those|that)"
    r"(?: (?:too|also|as well|at all|or not|though))*(?: [?.!])*$"
)
# What stands for the verb of the sentence before: "is it also so for X", "does that hold for X".
SO_FOR = pattern(
    r"(?:is|does|would|will|has|do|can) (?:it|that|this|the same|they)"
    r"(?: (?:also|too|even|really))* (?:so|the case|true|like that|the same|apply|hold|go|happen)"
    r"(?: (?:too|also|as well))*"
    r"(?: (?:for|of|with|in|here))+ #\d+(?: .*)?"
)
# What is to be found for something else: "the form wants a number".
WANTED = pattern(
    r"(?:form|sheet|page|website|portal|system|registrar|petition|application|planner|advis[eo]r|"
    r"paperwork|template|field|box|mom|dad|boss|office) (?:\S+ ){0,2}?(?:wants?|asks?(?: me)?"
    r"(?: for)?|needs?|requires?|requests?|demands?) .*(?:numbers?|codes?|department|prefix|"
    r"abbreviation|id)(?: .*)?"
)
# What holds a course against what was told.
HELD = pattern(
    r"(?:fits?|match(?:es)?|meets?|fulfill?s?|satisf(?:y|ies)|fills?|suits?) (?:(?:that|this|those|"
    r"these|the) (?:bill|needs?|description|criteri\w+|requirements?|profile|conditions?)|"
    r"that|this)"
    r"(?= ?$| [?.!])"
)
# What holds a course against the hours told before.
CLASHES = pattern(r"(?:clash|conflict|overlap|interfere|collide)\S*")
# What asks, or tells to answer, wherever it stands in a sentence.
ASKING = pattern(
    r"\?|(?:^|(?:and|so|but|ok|okay|,|please|hi|hey|hello) )(?:what|which|when|who|whom|whose|"
    r"where|how|why|is|are|was|do|does|did|can|could|may|might|would|will|should|has|tell|list|show|"
    r"give|find|name|compare|check|recommend|suggest|any|describe|explain|need|looking|remind|"
    r"(?:(?:i |we )?(?:want|need|am wondering|wonder|would like) (?:to )?(?:know|see|find)?))"
)
# What a student says of himself that answers depend on.
SELF = pattern(
    r"(?:took|taken|passed|finished|completed|cleared|done|earned|got|learned|prereqs|transfer\S*|"
    r"credit|missing|lack\S*|without)|%.*|@.*|~.*|"
    r"(?:freshm[ea]n|sophomores?|juniors?|seniors?|grads?|undergrads?|masters?|phd|doctoral|minors?)|"
    r"(?:i am|as) (?:\S+ ){0,4}(?:majors?|students?)|(?:non|not) .*majors?|"
    r"(?:i|we) (?:already |only |just |also )*have (?:no|not|never|nothing)"
)
NEEDING = "needs?|needed|require[sd]?|missing|lack(?:ing)?|left"
IT = r"it|that class|that course|this class|this course|the class|the course"
# Words that ask nothing by themselves: "does it?", "is that right?".
BARE = FUNCTION | bag("true right correct so case ok okay yes no count counts")
FEWEST, BRIEF = 3, 6  # words of a sentence, at least; and of one that is no more than a look-up


# Where someone has to be at an hour, and whether courses leave time for that.
DUE = pattern(
    r"(?:leave|go|get|head|be|out|off|done|home|free)(?: \S+){0,5}? (?:at|by|before|until) \d\S*"
    r"(?: .*)?"
)
POSSIBLE = pattern(
    r"(?:(?:so|then|and|but) )*(?:can|could|may|is it possible|is it ok|am i able|will i|would i|"
    r"will|would|do|does|is|are)(?: .*)? {x}(?: .*)?"
)


def leave_background(text: Text, titled: Callable[[Text], bool] = lambda _: False) -> None:
    """Leave out statements before the one question about a course.

    Kept is what names a course, what answers depend on, and all where a statement asks something.
    `titled` says whether words hold the title of a course, or a part of it.
    """
    if reason := _reason(text.line):
        text.replace(0, reason, "")
    before, last = _parted(text.words)
    if len(before) < FEWEST or len(last) < FEWEST:
        return
    told, asked = " ".join(before), " ".join(last)
    if any(p.search(asked) for p in (HELD, FOR_IT, SO_FOR)) or not ASKING.search(asked):
        return
    if (engaged(told) and CLASHES.search(asked)) or (DUE.search(told) and POSSIBLE.match(asked)):
        return
    nothing = "#" not in asked and not content(last, BARE)
    if nothing or any(p.search(told) for p in (ASKING, SELF, WANTED)):
        return
    if pattern(rf"{MAY}|{NEEDING}").search(asked) and _passed(text, len(before)):
        return
    if "#" in told:
        # "They say X counts. When does it meet?"
        apart = "#" in asked or told.count("#") > 1 or not pattern(IT).search(asked)
        if apart or POINTING.search(asked):
            return
        mark = next(word for word in before if word[0] == "#")
        text.replace(0, len(before), "")
        text.take(IT, mark)
    elif "#" in asked or _brief(text, last, titled):
        text.replace(0, len(before), "")


def _reason(line: str) -> int:
    """How many words tell only why it is asked: "i get bored easily so how long is X"."""
    turn = CLAUSE.search(line)
    told = line[: turn.start()] if turn else ""
    plain = turn is not None and "#" not in told and "#" in line[turn.end() :]
    if not plain or len(told.split()) < FEWEST or not REASON.match(told):
        return 0
    return 0 if any(p.search(told) for p in (ASKING, SELF, BEARING)) else len(told.split())


def _passed(text: Text, end: int) -> bool:
    """Whether the words before that place say that a course is passed."""
    told = text.copy()
    told.replace(end, len(told.words), "")
    return holds(told.line) or any(told_in(told))


def _brief(text: Text, last: list[str], titled: Callable[[Text], bool]) -> bool:
    """Whether the last clause is a title and what is asked of it: "archery start?"."""
    if len(last) > BRIEF or not ASKED_IN_ONE.intersection(last):
        return False
    twin = text.copy()
    twin.replace(0, len(text.words) - len(last), "")
    return titled(twin)


def _parted(words: list[str]) -> tuple[list[str], list[str]]:
    """The words up to the last sentence, and those of it; a mere "thanks" is none."""
    line = " ".join(words)
    starts = [m.end() for m in ENDS.finditer(line)] + [m.end() for m in TURN.finditer(line)]
    starts = [at for at in sorted(starts) if len(line[at:].split()) >= FEWEST]
    if not starts:
        return [], words
    head = line[: starts[-1]].split()
    return head, words[len(head) :]
