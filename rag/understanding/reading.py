"""One question on its way to a Query: its words, and what was understood so far."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial

from rag.programs import programs
from rag.query import Filter, Query
from rag.understanding.announced import find_announced
from rag.understanding.asides import ASIDES
from rag.understanding.choosing import choose
from rag.understanding.codes import Mention
from rag.understanding.conducted import leave_teaching
from rag.understanding.credit import find_credit
from rag.understanding.declared import find_declared
from rag.understanding.departments import drop_names, find_programs, own_words
from rag.understanding.dislikes import find_dislikes
from rag.understanding.had import had
from rag.understanding.holding import for_another
from rag.understanding.intent import required
from rag.understanding.interest import asking, ends
from rag.understanding.inturn import in_turn
from rag.understanding.lettered import find_lettered
from rag.understanding.past import Past
from rag.understanding.phrases import find_conditions, merge
from rag.understanding.reference import SHORT, refer
from rag.understanding.speaker import leave_own, own_marks
from rag.understanding.stray import without_talk
from rag.understanding.subjects import (
    find_languages,
    find_more,
    find_needing,
    find_tongue,
    find_unneeded,
)
from rag.understanding.supposed import supposed, swapped
from rag.understanding.taken import BUT_FOR, HOLDER, find_taken, holds_one, which_open
from rag.understanding.talk import MANY, NOISE, SLACK, TAIL
from rag.understanding.times import find_times
from rag.understanding.told import left_out
from rag.understanding.topics import GE_LETTERS, OR_ELSE, topical
from rag.understanding.unpassed import unpassed
from rag.understanding.vocabulary import ASKED, Vocabulary
from rag.understanding.worded import find_worded
from rag.understanding.words import FILLERS, FUNCTION, MARKS, Text, bag, content

ABOUT = bag("about involving regarding covering concerning")
BUT = (
    "(?:other (?:{class} )?than|besides|except(?: for)?|excluding|not (?:counting|including)|not|"
    "apart from|"
    "in addition to|aside from|"
    "but not|no|non|outside(?: of)?|without|anything but|instead of|"
    "rather than|not (?:start|starting|begin|end) with)"
)
# A question for what was taken, which says nothing of it.
HAVE_I = (
    r"(?:which|what|how (?:many|much|far)) .*(?:have|had|did) i (?:already |yet |ever |even )*"
    r"(?:{done}|met|meet|fulfil\S*|satisf\S*|pass|take|complete|finish) .*"
)
# What would be taken, of which only the units are asked.
ADDED_UP = (
    r"(?:how many|total|number of|sum of|what) (?:\S+ ){0,4}?{unit} (?:.* )?"
    r"(?:if|when|by|from|for) "
    r"(?:(?:i|we|take|taking|took|do|doing|enroll|enrolling|in|register|for|sign|up|both) )+{xs}"
    r"|(?:if|when) i (?:take|took|do|enroll in|register for) (?:both )?{xs}(?: \S+){0,4} "
    r"(?:how many|what) (?:\S+ )?{unit}"
)
NOT_NEEDING = (
    r"(?<!i )(?:do|does|did|that|which|is|are|can|could|would|will) (?:\S+ )?"
    r"(?:not|no|never|without)"
    r"(?: \S+){0,3}? (?:require|requires|requiring|need|needs|have|has|list|required|take|taking|"
    r"taken|having|ask for|asks for|demands?|expects?|assumes?|wants?|build on|builds on|rely on|"
    r"relies on|depend on|depends on|mention|mentions|name|names)"
    r"(?: (?:me|you|to|have|taken|taking|take|a|passed|completed|having|for))* {xs}"
    r"(?: (?:as|for|is|first))?(?: (?:a|an|the|its|their))?(?: prereqs)?"
    r"|{class} .*without(?: (?:taking|having|taken|completing|needing|requiring|passing))+ {xs}"
    r"(?: first)?"
    r"|(?:taken|take|open|possible|doable)(?: \S+){0,2} with no {xs}(?: (?:first|before))?"
    r"|(?:classes|courses) (?:\S+ ){0,4}{x} (?:is )?not (?:a |mandatory |required |necessary )*"
    r"(?:prereqs|for|required|mandatory).*"
)


# What passing one more course does.
OPENING = r"opens?(?: up)?|opened(?: up)?|unlocks?|unlocked|becomes? (?:available|possible|open)"
# "Which courses does that qualify her for", after courses said to be passed.
QUALIFY = (
    r"(?:does|do|would|will|could|can) (?:that|this|those|these|they|it|#\d+)"
    r"(?: (?:all|both|two|now|then))* (?:(?:qualify|prepare|let|allow|clear|enable|permit) "
    r"(?:me|her|him|them|us|you)(?: (?:for|into|to (?:take|do|enroll in|register for)|take|in))?"
    r"|(?:cover|satisfy|meet|fulfil\S*|be enough for|suffice for|get (?:me|her|him|us) into)"
    r"(?: the prereqs (?:of|for))?(?= ?$| [?.]))"
)
# "Done by 3pm": over, and not passed.
OVER_BY = r"(?:done|finished)(?= (?:by|before|at) (?:\d|noon|midday))|(?<=be )done(?= ?$| [?.,])"
# After these, what is passed qualifies for.
OF_SET = r"(?:what|which)(?: \S+){0,6}? (?:courses|classes|ones)"
# What only points at a course before the question about it: "what about #0, when does it meet".
LEFT_IN = (
    r"^(?:(?:and|ok|okay|so|but|hmm|well|,) )*(?:what about|how about|what of|i (?:really )?like|"
    r"i am (?:into|interested in|thinking of)|let is (?:go|start) with|say)"
    r"(?= {x} [,.?;-] (?:when|who|what|which|how|does|is|do|are|has|can|could|any)"
    r"(?! else| other)(?: .*)?$)"
)


class Reading:
    """The text with its marks, the courses behind them, and the filters found.

    `field` are the words that named programs, codes apart, `own` the student's own programs.
    `taken` are all courses taken, `said` those this question says are; `short` that the question
    looks like one that continues the last, `follows` that it leans on the conversation.
    """

    def __init__(
        self, question: str, text: Text, mentions: list[Mention], past: Past, words: Vocabulary
    ) -> None:
        self.question, self.text, self.mentions = question, text, mentions
        self.past, self.vocabulary = past, words
        self.short = bool(past.query and SHORT.search(text.line))
        swapped(text, past.query)
        had(text)
        unpassed(text, bool(past.one))
        which_open(text)
        in_turn(text)
        choose(text)
        text.take(OVER_BY, "over")
        if mentions and text.has(OF_SET) and text.take(QUALIFY, "can i take"):
            text.spread()
        self.follows = refer(text, mentions, past) or any(m.how == "shown" for m in mentions)
        if past.query:
            text.take(LEFT_IN, "")
        self.people = words.people.find(text, words.known)
        leave_teaching(text)
        self.filters: list[Filter] = []
        self.field = ""
        self.own: tuple[str, ...] = ()
        self._find_taken()

    def _find_taken(self) -> None:
        taken: list[int] = []
        untaken: list[int] = []
        for_another(self.text)
        besides = self.text.has(BUT_FOR)
        spare = [int(n) for n in re.findall(r"#(\d+)", besides["xs"])] if besides else []
        needed = required(self.text) and not holds_one(self.text)
        asks = needed or self.text.has(NOT_NEEDING) or self.text.has(HAVE_I)
        looked_up = self.text.has(ADDED_UP) or supposed(self.text)
        if not (asks or looked_up) or self.text.has(HOLDER):
            taken, untaken = find_taken(self.text)
        never = self.names(untaken)
        self.spare = self.names(spare)
        self.said, self.denied, self.untaken = self.names(taken), bool(untaken), never
        both = dict.fromkeys((*self.past.taken, *self.said))
        self.taken = tuple(code for code in both if code not in never)
        self._told = {*taken, *untaken}

    def add_taken(self, places: Iterable[int]) -> None:
        """Count the courses at these places as taken."""
        self.taken = tuple(dict.fromkeys((*self.taken, *self.names(places))))
        self._told |= {*places}

    def newly(self) -> tuple[str, ...]:
        """The courses that would be passed next, beside others passed, where it is asked what they
        open; () for none."""
        if not self.text.has(OPENING):
            return ()
        new = tuple(c for c in self.said if c not in (*self.past.taken, *self.spare))
        return new if set(self.taken) - set(new) else ()

    def names(self, places: Iterable[int]) -> tuple[str, ...]:
        """The courses of these mentions; a student may have passed one the file does not hold."""
        named = (m.codes or (m.unknown,) for m in (self.mentions[i] for i in places))
        return tuple(dict.fromkeys(code for codes in named for code in codes))

    def targets(self) -> list[int]:
        """The places, in the list of mentions, of the courses still in the text, in its order."""
        return list(dict.fromkeys(int(w[1:]) for w in self.text.words if w[0] == "#"))

    def codes(self, places: Iterable[int]) -> tuple[str, ...]:
        """The codes of these mentions, each once."""
        return tuple(dict.fromkeys(code for i in places for code in self.mentions[i].codes))

    def codes_in(self, words: str) -> tuple[str, ...]:
        """The codes of the marks in these words."""
        return self.codes(int(n) for n in re.findall(r"#(\d+)", words))

    def find_filters(self) -> list[Filter]:
        """The conditions, times and programs in the text, which become marks."""
        for words in (MANY, TAIL):
            while self.text.take(words, ""):
                pass
        found = [*find_worded(self.text), *find_announced(self.text), *find_credit(self.text)]
        found += find_lettered(self.text)
        if self.past.listed and not any(self.mentions[n].how != "those" for n in self.targets()):
            found += find_declared(self.text)
        found += find_more(self.text, self.past.needs)
        found += find_unneeded(self.text, self.vocabulary.catalogue)
        found += [*find_conditions(self.text), *find_times(self.text)]
        while self.text.take(SLACK):
            pass
        found += [*find_dislikes(self.text), *find_tongue(self.text, self.vocabulary.titles.words)]
        found += find_needing(self.text, self.vocabulary.catalogue)
        found += self.find_programs()
        # "Grad" is a level only before a program or a class, so once more.
        return [*found, *find_conditions(self.text)]

    def find_programs(self) -> list[Filter]:
        """The programs asked for, and those ruled out."""
        self.own = leave_own(self.text) or self.own
        before = self.text.words[:]
        found = find_programs(self.text, self.vocabulary.titles.words)
        own = own_marks(self.text)
        drop_names(self.text, found)
        languages = find_languages(self.text, f"@{len(found)}")
        found += [languages] if languages else []
        gone = (w for w in before if w not in self.text.words and w.upper() not in programs())
        self.field = " ".join(filter(None, (self.field, *gone)))
        out: set[int] = set()
        one = r"(?:(?:the|any|in|from|an|a) )*@\d+"
        ruled = rf"{BUT} {one}(?: (?:or|and|nor) {one})*(?: (?:{{class}}|majors?|department))?"
        while found and (match := self.text.take(ruled)):
            out.update(int(n) for n in re.findall(r"@(\d+)", match[0]))
        filters = []
        sought = [p for i, p in enumerate(found) if i not in own]
        inner = [p for p in sought if not any(set(q) < set(p) for q in sought)]
        for op in ("any", "not"):
            some = (p for i, p in enumerate(found) if (i in out) == (op == "not") and p in inner)
            codes = [c for p in some for c in p]
            if codes:
                filters.append(Filter("program", tuple(dict.fromkeys(codes)), op))
        return filters

    def topic(self, looking_up: bool = False) -> str:
        """The words left that carry a topic; after "about", nearly all of them do."""
        self.text.take(OR_ELSE, "or")
        for aside in (ASIDES, NOISE):
            while self.text.take(aside):
                pass
        words, titles = self._without_told(asking(self.text)), self.vocabulary.titles
        start = next((i for i, w in enumerate(words) if w in ABOUT), len(words))
        end = next((i for i in range(start, len(words)) if ends(words, i)), len(words))
        noise = FILLERS | ASKED if looking_up else FILLERS
        led, about = content(words[:start], noise), content(words[start + 1 : end], FUNCTION)
        about += without_talk(content(words[end:], noise), words, titles)
        said = without_talk(led, words, titles)
        if said or about or any(w[0] in MARKS for w in self.text.words):
            led = said  # by themselves, even such words may be meant
        lettered = any(f.field == "ge" for f in self.filters)  # "global perspectives (G or H)"
        kept = [w for w in (*led, *about) if not (lettered and w in GE_LETTERS)]
        return " ".join(map(self.vocabulary.spelt, topical(words, kept).split()))

    def _without_told(self, words: list[str]) -> list[str]:
        """The words without those that only tell why courses are asked for."""
        codes = [str(v) for f in self.filters if f.field == "program" for v in f.values]
        own = own_words(tuple(codes))
        if words is not self.text.words:
            return [w for w in words if w not in own]
        subject = any(f.field in ("program", "ge", "instructor") for f in self.filters)
        out = left_out(words, own, partial(self.vocabulary.titled, tuple(codes)), subject)
        return [w for n, w in enumerate(words) if n not in out]

    def done(
        self, ask: str, codes: tuple[str, ...] = (), topic: str = "", missing: str = ""
    ) -> Query:
        """The Query: these, and what was found before."""
        asked = (m for i, m in enumerate(self.mentions) if i not in self._told)
        unknown = tuple(dict.fromkeys(m.unknown for m in asked if m.unknown))
        return Query(
            text=self.question,
            ask=ask,
            codes=codes,
            unknown=unknown,
            filters=() if missing else tuple(merge(self.filters)),
            topic=topic,
            taken=self.taken,
            missing=missing,
            follows=self.follows,
        )
