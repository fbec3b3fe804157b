"""Sentences told before the question: "The time suits me. How many units is CSCI 104?"."""

from __future__ import annotations

import re
from collections.abc import Callable

from rag.understanding.holding import holds
from rag.understanding.taken import MAY, told_in
from rag.understanding.vocabulary import ASKED
from rag.understanding.words import Text, bag, pattern

# What is asked of a course in one word beside its title.
ASKED_IN_ONE = ASKED | bag("start starts end ends prereq hours professor who when where units")

ENDS = re.compile(r" (?:[.!;]|\.{2,})(?= |$)")
# Where the question begins without a new sentence.
TURN = pattern(r"(?:(?:one )?last thing|anyways?|long story short|main question|quick question)")
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
FEWEST, BRIEF = 3, 6  # words of a sentence, at least; and of one that is no more than a look-up


def leave_background(text: Text, titled: Callable[[Text], bool] = lambda _: False) -> None:
    """Leave out statements before the one question about a course.

    Kept is what names a course, what answers depend on, and all where a statement asks something.
    `titled` says whether words hold the title of a course, or a part of it.
    """
    before, last = _parted(text.words)
    if len(before) < FEWEST or len(last) < FEWEST:
        return
    told, asked = " ".join(before), " ".join(last)
    if ASKING.search(told) or SELF.search(told) or not ASKING.search(asked):
        return
    if pattern(rf"{MAY}|{NEEDING}").search(asked) and _passed(text, len(before)):
        return
    if "#" in told:
        # "They say X counts. When does it meet?"
        if "#" in asked or told.count("#") > 1 or not pattern(IT).search(asked):
            return
        mark = next(word for word in before if word[0] == "#")
        text.replace(0, len(before), "")
        text.take(IT, mark)
    elif "#" in asked or _brief(text, last, titled):
        text.replace(0, len(before), "")


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
