"""The words of a question with marks for the courses it names: what every reading begins with."""

from __future__ import annotations

from dataclasses import dataclass

from rag.understanding.apposed import departments, join_titles, settle
from rag.understanding.background import leave_background
from rag.understanding.categories import name_category
from rag.understanding.codes import Mention, find_codes
from rag.understanding.corrected import correct_slip
from rag.understanding.doubled import undouble
from rag.understanding.engaged import leave_pointing
from rag.understanding.fielded import name_field
from rag.understanding.headed import PLACED, PLAIN
from rag.understanding.intent import looked_up, smalltalk
from rag.understanding.interest import about_more
from rag.understanding.laments import leave_laments
from rag.understanding.leaving import LEFT, MEANT, TALK, UNSUITED, WHENCE, leave_name
from rag.understanding.led import find_led
from rag.understanding.missing import OWN
from rag.understanding.owed import find_owed
from rag.understanding.pairs import find_beside
from rag.understanding.parts import say_again
from rag.understanding.past import Past
from rag.understanding.places import beside_named
from rag.understanding.repeated import say_repeated
from rag.understanding.shown import find_shown
from rag.understanding.signed import leave_signature
from rag.understanding.speaker import leave_planned, point_at_own
from rag.understanding.story import leave_story
from rag.understanding.surnames import find_owners
from rag.understanding.titled import find_near_titles, find_titles, near_titles
from rag.understanding.tolerated import tolerate
from rag.understanding.untitled import mask
from rag.understanding.version import find_version
from rag.understanding.vocabulary import Vocabulary
from rag.understanding.worded import mark_worded
from rag.understanding.words import Text

# What lies beyond is not read: questions are short, and reading must stay fast.
LONGEST = 1_500
MOST_WORDS = 180
THIS_TERM = "this term"
# "Good morning!" is no time of day.
GREETED = (
    r"^(?:hi|hello|hey|hola|good (?:morning|afternoon|evening|day))"
    r"(?: (?:there|all|,|!|\.))*(?! {class})"
)
# "3 quick questions: ..."
COUNTED_OFF = (
    r"^(?:(?:just|ok|so|hi|hey|,) )*(?:\d|two|three|four|a few|a couple(?: of)?|several|some|quick)"
    r"(?: quick)? (?:things|questions|qs)(?: (?:[:,.-]|about|on|for(?= #)))*(?= \S)"
)
# The hour it is, which is no hour of a class: "its 2am and", "up at 3 am thinking".
MOMENT = (
    r"(?:^|(?<=[.,;!?] )|(?<=lol )|(?<=so )|(?<=ok )|(?<=and ))"
    r"(?:(?:it is|its|it 's) (?:(?:like|already|almost|literally|currently|now|only|past|nearly) )*"
    r"\d{1,2}(?::\d\d)? ?(?:am|pm|in the (?:morning|evening)|at night)"
    r"(?: (?:here|now|already|lol|right now|on a \S+))*(?= (?:[.,;!?-]|and|but|so) \S)|"
    r"(?:(?:i|am|still|wide|just|here|currently) )*(?:awake|up|thinking|wondering|googling|"
    r"scrolling|studying|procrastinating) (?:at|past|until|til) \d{1,2}(?::\d\d)? ?(?:am|pm)"
    r"(?= (?:[.,;!?-]|and|but|so|thinking|wondering|about) \S))"
)
# "GE's" for several.
GES = r"ge 's(?= ?$| [?.,]| (?:are|do|can|could|that|in|with|for|without|on|from|which|meet|count))"
# The department last spoken of.
DEPARTMENT = (
    r"(?:in|from|by|within|of) (?:the|that|this) (?:same )?(?:department|dept)"
    r"(?= ?$| [?.,!]| on| at| that| with| which| in| %| before| after| without)"
)


@dataclass(frozen=True)
class Marked:
    """The words, the courses behind their marks, and whether words were put in for the student's:
    the file's own term left out, or a department named for "that department"."""

    text: Text
    mentions: list[Mention]
    altered: bool = False

    def again(self) -> tuple[Text, list[Mention]]:
        """Both, to be taken apart without harm."""
        return self.text.copy(), list(self.mentions)


def marked(question: str, past: Past, words: Vocabulary) -> Marked:
    """The question as the rules read it."""
    return _marked(question, past, words, "")


def meaning(question: str, past: Past, words: Vocabulary, known: Marked | None = None) -> str:
    """The words whose meaning is asked for, each course as "the course"; `known` are the marks the
    rules read, if there are any yet."""
    if known is None or known.altered:
        known = _marked(question, past, words, THIS_TERM)
    return mask(known.text.line)


def _marked(question: str, past: Past, words: Vocabulary, term: str) -> Marked:
    """The marks, with `term` for the file's own term."""
    text = Text(question[:LONGEST], words.correct)
    text.replace(MOST_WORDS, len(text.words), "")
    if not text.words or smalltalk(text):
        return Marked(text, [])
    altered = _leave_talk(text, past, term)
    tolerate(text, past.query)
    correct_slip(text)
    undouble(text)
    about_more(text)
    words.mend(text)
    mark_worded(text)
    if past.department and term == "" and text.take(DEPARTMENT, f"in {past.department.lower()}"):
        text.spread()
        altered = True
    altered = (term == "" and name_category(text, past)) or altered
    mentions = _find_courses(question, text, past, words)
    find_led(text, mentions, past, words)
    leave_pointing(text)
    say_again(text)
    say_repeated(text)
    leave_planned(text)
    leave_background(text, lambda part: bool(near_titles(part, words.titles)))
    leave_laments(text)
    leave_story(text)
    return Marked(text, mentions, altered)


def _leave_talk(text: Text, past: Past, term: str) -> bool:
    """Without greetings, signatures and what only leads on; whether the term was named."""
    text.take(GREETED, "")
    text.take(COUNTED_OFF, "")
    text.take(MOMENT, "")
    leave_signature(text)
    for words in (TALK, MEANT, UNSUITED) if past.query is not None else ():
        text.take(words, "")
    leave_name(text, past)
    text.take(LEFT, "")
    name_field(text)
    point_at_own(text)
    text.take(WHENCE, "")
    text.take(GES, "ges")
    named = False
    while text.take(OWN, term):
        named = True
    text.spread()
    return named


def _find_courses(question: str, text: Text, past: Past, words: Vocabulary) -> list[Mention]:
    """The courses named by code, by place in the talk, by teacher and by title."""
    if past.query:
        beside_named(text)
    own = (*departments(text, words.titles), *past.departments)
    mentions = find_codes(text, words.catalogue, words.known, own, (*past.wanted, *past.shown))
    find_beside(text, mentions, past, words.catalogue)
    find_owed(text, mentions, past, words.catalogue)
    find_shown(text, mentions, past, words)
    find_owners(text, mentions, past, words)
    join_titles(text, words.titles, mentions, words.catalogue)
    find_titles(text, words.titles, mentions)
    find_version(text, mentions, past, words)
    headed = not mentions and PLAIN.search(question)
    if headed:
        text.take(PLACED, "")
    if headed or (looked_up(text) == "code" and not mentions):
        find_near_titles(text, words.titles, mentions)
    settle(text, mentions, words.catalogue)
    return mentions
