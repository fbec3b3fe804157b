"""The program a student is of, told beside what is sought: "I'm a film major and owe a GE", "as an
accounting minor". It chooses no courses unless the question points at it: "in my major"."""

from __future__ import annotations

import re

from rag.understanding.departments import program_before
from rag.understanding.intent import SET
from rag.understanding.words import Text, pattern

PEOPLE = r"majors?|minors?|students?|kid|person|nerd|geek|grad|graduate|alum|alumna|alumnus|buff"
_KIND = (
    r"(?:(?:an?|the|my|also|just|currently|current|prospective|future|declared|undeclared|double|"
    r"first|second|third|fourth|final|last|year|semester|rising|transfer|proud|only|still|really|"
    r"basically|technically|actually|maybe|possibly|freshman|sophomore|junior|senior|undergrad|"
    r"graduate|grad|phd|masters|doctoral|%|-) )*"
)
_WHO = (
    r"(?:(?:i|we|he|she|they|who) (?:am|is|are|was|were|will be)|"
    r"(?:my|our) \S+(?: \S+)? (?:is|was)|as|being|speaking as|named|became|become)"
)
# What is said of a major or a minor: "thinking about adding an entrepreneurship minor".
_PLANNED = (
    r"(?:(?:think|thinking|thought) (?:about|of)|with|and|plus|add|adding|do|doing|declare|"
    r"declaring|considering|pursue|pursuing|finishing|getting|have|has|had|got|want|wants|weighing|"
    r"eyeing)"
)
# "I am a sophomore" is a level by now, and so a mark.
SAID = re.compile(rf"(?:^|.* ){_WHO} {_KIND}$|(?:^|.*[.,;!?] )(?:(?:hi|hey|hello|so) )*% {_KIND}$")
PLANNED = re.compile(rf"(?:^|.* ){_PLANNED} (?:adding |doing |declaring )?{_KIND}$")
# Another program of the same student: "a music major with a math minor".
BESIDE = re.compile(rf"(?:^|.* )student (?:(?:and|with|plus|/|,|doing) )*{_KIND}$")
POINTER = (
    r"(?:in|for|within|from|of|towards?|inside|that fit) my (?:(?:own|declared) )?"
    r"(?:majors?|minors?|field|department|dept|discipline)(?! (?:of|is|requires?|needs?))"
)
REQUIRED = pattern(r"require[sd]?|requirements?|counts?|fulfil\S*|satisf\S+|mandatory|necessary")
LEFT = "student"
NAMED_AGAIN = pattern(r"it|its|that|(?:the|this|that) (?:minor|major|program|degree)")
OF_IT = "{class}|requirements?|electives?|options|credit|offerings"
STUDIED = (
    r"(?:(?:i|we|he|she|they|who) (?:am|is|are|was) )?(?:currently )?(?:majoring|minoring|majored|"
    r"minored|(?:major|minor|degree|bachelors?|masters?|phd)(?= in)) in @\d+"
)
FROM_FIELD = r"(?:coming )?(?:from|with|have|has) (?:an? |my )?@\d+ background"
# A class of the student's own: "I have chem lecture until 10:50".
ATTENDED = (
    r"(?:i|he|she|we|they) (?:already |also )?(?:have|has|got) (?:(?:my|an?|her|his) )*@\d+"
    r"(?: (?:lectures?|labs?|sections?|discussions?|class|recitation))? "
    r"(?:%|on %|from %|(?:until|till?|from|at) \S+(?: [ap]m)?)(?= [.,;])"
)
# A program that is left for another.
SWITCHED = (
    r"(?:switch(?:ed|ing)?|transferr?(?:ed|ing)?|mov(?:ed?|ing)|chang(?:ed?|ing))"
    r"(?: (?:my|majors?|over|here))* from (?:(?:an?|the) )*@\d+"
    r"(?: (?:to|into) (?:(?:an?|the) )*\S+)?"
)
# Of what the student is not: "I'm not a film major" rules out no class.
NOT_OF = (
    r"(?:(?:i|we|he|she|they|who|son|daughter|friend|roommate|student|kid) )"
    r"(?:am|is|are|was) not (?:even |really )?(?:an? )?@\d+ (?:majors?|minors?|students?|person)"
)
# A student's own subject, told before what is sought: "Business major here", "physics by day".
BACKGROUND = (
    r"(?:^(?:(?:hi|hey|hello|so|ok|okay|,|!) )*|(?<=[,.!?;] ))(?:(?:i am|an?|current) )*"
    r"@\d+ (?:majors?|minors?|students?|kid|person|(?=by (?:day|trade)))"
    r"(?: ?(?:here|by (?:day|trade)|during the (?:day|week)))*"
    r"(?= [,.;!-] (?:\S+ ){2}| but (?:(?:i|am|also|totally) )*(?:ok|okay|fine|open|happy|willing|"
    r"down|cool|interested|curious|want|wanting|looking|any|not)(?: |$))"
)
# A school, whose part is named next: "the dental school's DPBL".
WITHIN = r"(?:the )?@\d+(?: (?:school|department|program))? 's(?= @\d+)"


# For whom something else is sought: "for a business major who wants to learn about film".
FOR_WHOM = (
    r"(?:for|as|being) (?:(?:an?|the|current|someone|a student|who|is|in) )*@\d+ "
    r"(?:majors?|minors?|students?|kid)(?= (?:who|that|wanting|interested|curious|wanna|hoping|"
    r"looking) (?:\S+ ){0,6}?(?:about|in|of|into|on|learn|@\d+))"
)


def leave_own(text: Text) -> tuple[str, ...]:
    """Put "student" in the place of the programs the speaker, or whom he asks for, is of; their
    codes."""
    if not (SET.search(text.line) or "%" in text.words):
        return ()
    codes: list[str] = []
    for at, start in _own(text):
        codes += program_before(text, at)[1]
        text.replace(start, at + 1, LEFT)
    return tuple(dict.fromkeys(codes))


def leave_planned(text: Text) -> None:
    """Put "school" in the place of a major or minor that is only thought of or under way."""
    for at, start in _own(text, planned=True):
        if not NAMED_AGAIN.search(" ".join(text.words[at + 1 :])):
            text.replace(start, at + 1, "school")


def point_at_own(text: Text) -> None:
    """Write out "my major" where courses of it are sought and it is told which that is."""
    pointed = text.has(POINTER)
    if pointed is None or REQUIRED.search(text.line) or not SET.search(text.line):
        return
    told = next(iter(_own(text)), None)
    if told is None:
        return
    at, start = told
    name = " ".join(text.words[start:at])
    text.take(POINTER, f"from the {name} department")
    text.spread()


def _own(text: Text, planned: bool = False) -> list[tuple[int, int]]:
    """Where the speaker's programs stand, the last first: the place of "major", and of the name;
    or those alone that are `planned`."""
    found: list[tuple[int, int]] = []
    line = list(text.words)
    for at, word in enumerate(line):
        if not pattern(PEOPLE).fullmatch(word) or pattern(OF_IT).match(" ".join(line[at + 1 :])):
            continue
        start, codes = program_before(text, at)
        if not codes or text.words[start:at] == ["ge"]:
            continue
        before = " ".join(line[:start] + [""])
        meant = word in ("major", "minor") and PLANNED.match(before)
        if meant or (not planned and (SAID.match(before) or BESIDE.match(before))):
            found.insert(0, (at, start))
            line[start : at + 1] = [*[""] * (at - start), LEFT]
    return found


def own_marks(text: Text) -> set[int]:
    """The programs marked that are the student's own, or those of whom courses are sought for."""
    own: set[int] = set()
    while match := text.take(NOT_OF):
        own.update(int(n) for n in re.findall(r"@(\d+)", match[0]))
    for words in (FOR_WHOM, WITHIN, SWITCHED, STUDIED, FROM_FIELD, ATTENDED, BACKGROUND):
        if match := text.take(words, ""):
            own.update(int(n) for n in re.findall(r"@(\d+)", match[0]))
    return own
