"""A question as normalised words, in which what was understood is replaced by short marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache

from rag.understanding.substitutions import BEFORE

# Marks stand for what was understood: "#0" the first course named, "@0" the first program,
# "~" a person, "%" any other condition. No word of a question can be one: TOKEN lets no such
# character through.
COURSE, PROGRAM, PERSON, CONDITION = "#", "@", "~", "%"
MARKS = frozenset((COURSE, PROGRAM, PERSON, CONDITION))
# Words a title is to hold, after this: "=machine+learning".
WORDED = "="
TOKEN = re.compile(
    r"\bc\+\+|\d{1,2}:\d\d(?!\d)|\d+\.\d+|[^\W_]+(?:'[^\W_]+)*|'[a-z]+|[?!.,;/+-]",
    re.IGNORECASE,
)
STOPS = frozenset(".?!;")


def bag(words: str) -> frozenset[str]:
    """A small vocabulary, written as one text."""
    return frozenset(words.split())


_WORDS = {
    "'ve": "have", "'re": "are", "'ll": "will", "'m": "am", "'d": "would", "ca": "can",
    "wo": "will", "sha": "shall", "u": "you", "r": "are", "ur": "your", "im": "i am",
    "youre": "you are", "theyre": "they are",
    "ive": "i have", "dont": "do not", "doesnt": "does not", "isnt": "is not",
    "arent": "are not", "cant": "can not", "cannot": "can not", "havent": "have not",
    "hasnt": "has not", "didnt": "did not", "wont": "will not", "whats": "what is",
    "whos": "who is", "whens": "when is", "wheres": "where is", "theres": "there is",
    "hows": "how is", "wanna": "want to", "gonna": "going to", "gotta": "got to",
    "lemme": "let me", "gimme": "give me", "pls": "please", "plz": "please", "thx": "thanks",
    "smth": "something", "smthn": "something",
    "abt": "about", "bc": "because", "versus": "vs", "v": "vs", "w": "with", "b4": "before",
    "n": "and", "tho": "though", "rn": "now", "sem": "semester", "semesters": "semester",
    "prof": "professor", "profs": "professors", "thru": "through", "til": "until",
    "till": "until", "clases": "classes", "classe": "class", "coarse": "course",
    "coarses": "courses", "crs": "course", "lookin": "looking", "takin": "taking",
    "wat": "what", "wut": "what", "hw": "homework", "hwo": "how",
    "rly": "really", "wich": "which", "whcih": "which", "teh": "the",
    "taht": "that", "waht": "what", "tehm": "them", "thme": "them", "thm": "them", "'em": "them",
    "dept": "department", "depts": "departments", "recs": "recommendations", "rec": "recommend",
    "instr": "instructor", "desc": "description", "sched": "schedule", "info": "information",
    "gr8": "great", "2day": "today", "cuz": "because", "tbd": "tba", "unts": "units",
    "unti": "units", "creds": "credits", "cred": "credit", "2x": "twice", "1x": "once",
    "begginer": "beginner", "beginer": "beginner", "begginner": "beginner", "beginers": "beginners",
    "begginers": "beginners", "bigginer": "beginner", "clearence": "clearance",
    "tkae": "take", "taek": "take", "secnd": "second", "secound": "second", "scond": "second",
    "tird": "third",
    "twise": "twice", "onec": "once", "clss": "class", "corse": "course",
    "reqs": "requirements", "req": "requirement",
    "prereq": "prereqs", "preq": "prereqs", "preqs": "prereqs", "perreqs": "prereqs",
    "prerqs": "prereqs", "prereks": "prereqs", "prerecs": "prereqs", "wensday": "wednesday",
    "wensdays": "wednesdays", "wendsday": "wednesday", "wendsdays": "wednesdays",
    "tmrw": "tomorrow", "labratory": "laboratory",
    "requisites": "prereqs", "sophmore": "sophomore", "undergraduate": "undergrad",
    "undergraduates": "undergrads",
}  # fmt: skip
_WITHIN = bag("using in with learn learning of via and on language")  # before the language R
_ASKING = bag("what who when where how that there it here which why let")


@cache
def pattern(words: str) -> re.Pattern[str]:
    """A pattern over whole words; `{class}` and the like stand for the GROUPS of this module."""
    for name, group in GROUPS.items():
        words = words.replace("{" + name + "}", f"(?:{group})")
    return re.compile(rf"(?<!\S)(?:{words})(?!\S)")


GROUPS = {
    "class": "class(?:es)?|courses?|electives?|seminars?|offerings?|subjects?",
    "unit": "units?|credits?|credit hours?|unit hours?|u",
    "teacher": "professors?|instructors?|teachers?|lecturers?|faculty|doctor|dr",
    "x": r"#\d+",
    "xs": r"#\d+(?: (?:(?:and|or|,|/|\+|plus|with|nor|both|vs) )*#\d+)*",
    "be": "is|are|was|be|am|being",
    "X": r"(?P<x>#\d+)",
    "Y": r"(?P<y>#\d+(?: (?:(?:and|or|,|/|\+|plus|with|nor|both|vs) )*#\d+)*)",
    "number": r"\d+(?:\.\d+)?",
    "done": "taken|took|passed|completed|finished|done|did|cleared(?! (?:for|to|by))|credit for|"
    "done with",
    "taking": "take|taking|enroll in|enrolling in|register for|sign up for|start|starting|do|"
    "get into|join",
    "required": "(?:a |an |the |any |one of the )?(?:prereqs|required?|requirements?|needed|"
    "necessary|mandatory|essential|prerequisite|must)",
    # What joins a course to the one it is needed for: "before I can enroll in".
    "link": "(?:(?:first|then|and|so|that|order|in) )*(?:for|to|before|prior to|so|if|then|until)"
    "(?: (?:i|you|we|one|am|can|could|want|to|be|able|allowed|take|taking|get|getting|into|enroll|"
    "enrolling|in|register|registering|for|sign|signing|up|do|doing|start|starting|join|on|with|"
    "the|class|course|my|a))*",
    "first": "(?: (?:first|already|beforehand|too|or not|as well|done|completed|finished|passed))?",
    "work": "exams?|examinations?|midterms?|finals?|final exams?|tests?|quizzes|projects?|"
    "homeworks?|problem sets?|psets?|assignments?|essays?|papers?|group projects?|presentations?|"
    "labs? reports?",
    "other_year": r"19\d\d|200\d|201\d|202[0-35-9]",
}


class Text:
    """The words of a question, lower case, with a parallel list of how each was written.

    `take` finds a pattern and puts a mark in its place, so that nothing is understood twice and
    later patterns can say "a course" ({x}) whatever its name was.
    """

    def __init__(self, question: str, correct: Callable[[str], str] = str) -> None:
        self.words: list[str] = []
        self.written: list[str] = []
        shouting = question.isupper()
        for written in _split(question):
            for word in _normalise(written.lower(), "" if shouting else written, self.words):
                self.words.append(correct(word))
                self.written.append(written.lower() if shouting else written)

    @property
    def line(self) -> str:
        """The words and marks, one space apart."""
        return " ".join(self.words)

    def replace(self, start: int, end: int, mark: str) -> None:
        """Put one mark (nothing, if it is empty) in the place of the words start..end-1."""
        self.words[start:end] = [mark] if mark else []
        self.written[start:end] = [mark] if mark else []

    def take(self, words: str, mark: str = CONDITION) -> re.Match[str] | None:
        """The first match of `pattern(words)`, its words replaced by the mark."""
        line = self.line
        match = pattern(words).search(line)
        if match and match.end() > match.start():
            start = line.count(" ", 0, match.start())
            self.replace(start, start + match[0].count(" ") + 1, mark)
        return match

    def spread(self) -> None:
        """Make words of a mark that was given as several, such as "which of #0"."""
        self.written = [w for word in self.written for w in word.split()]
        self.words = [w for word in self.words for w in word.split()]

    def copy(self) -> Text:
        """The same words again, to be taken apart without harm."""
        twin = Text("")
        twin.words, twin.written = list(self.words), list(self.written)
        return twin

    def has(self, words: str) -> re.Match[str] | None:
        """The first match of `pattern(words)`, left in place."""
        return pattern(words).search(self.line)


def content(words: Iterable[str], fillers: frozenset[str] | None = None) -> list[str]:
    """The words that carry a topic: no marks, punctuation, question words or fillers."""
    out = FILLERS if fillers is None else fillers
    return [w for w in words if w[0].isalnum() and w not in out]


def _split(question: str) -> list[str]:
    """The words of a question in their case; the substitutions work on any case."""
    text = unicodedata.normalize("NFKC", question)
    for seen, becomes in BEFORE:
        text = seen.sub(becomes, text)
    return TOKEN.findall(text)


def _normalise(word: str, written: str, before: list[str]) -> list[str]:
    if word == "r" and before and (written == "R" or before[-1] in _WITHIN):
        return ["r"]  # "data analysis using R"
    if word == "'s":
        asks = before[-1:] and (before[-1] in _ASKING or before[-2:] == ["which", "one"])
        return ["is"] if asks else ["'s"]
    return _WORDS.get(word, word).split()


# Words that mean nothing by themselves anywhere; with CHAT, which may be a topic after "about".
FUNCTION = bag(
    """
    a an the this that these those there here it its they them their theirs he she his her we us
    our i me my mine myself you your yours ones some any anything something every each all both
    either neither another other others else more most less least many much few several lots and
    or but so if then than because since as at by for from in into of on onto to with within
    without about over under between during until up out off through via per not no nor never
    only just also too very really quite even still yet again ever please thanks is are was were
    be been being am do does did have has had having can could may might will would shall should
    must which what who whom whose when where why how whether instead em class classes course
    courses elective electives 'd 's etc such usc
    """
)
CHAT = bag(
    """one lot bit before after down hi hello hey ok okay yes yeah well now today currently doing
    done need needs needed needing want wants wanted wanting like likes looking look find show list
    give tell get got know see let help take takes taking took taken enroll register start section
    sections offering offerings offered offer offers available availability avaliable option options
    catalog catalogue university school semester term terms spring 2024 year program programs
    department departments professor professors instructor instructors teacher teachers teach
    teaches teaching taught interested interest interesting wondering curious think thinking
    recommend recommended recommendation recommendations suggest suggestion suggestions good
    great nice cool fun best better consider considering considered explore exploring possible
    possibly maybe perhaps around kind kinds type types sort stuff thing things deal deals
    dealing cover covers covering involve involves involving include includes including related
    relating regarding concerning focus focused focuses learn study studying called named name
    names question anyone someone student students major majors minor minors going go goes come
    comes make makes use used uses using provide provided kindly pretty exist exists hold held
    same different ya lol hm hmm um uh oh dear sir madam love enjoy wish hope hoping trying try
    ideas idea count counts counted counting actual attend gives giving satisfy satisfies
    satisfying fulfill fulfills fulfil fulfils meet meets constitute qualify qualifies apply able
    chance point select selecting searching later join joins joining serves serve passion slot
    slots treating talks
    usually always often normally typically certain particular ideally preferably sincerely
    gratitude regards headcount haha wow obv torn mean nah whatever aight yep yup ugh btw tbh
    ngl heard guess somehow honestly various actually simply basically listed say says said
    contain contains regard schedule scheduled seminar seminars sessions session meetings though
    carry carries carrying past amount number total open seeking choose pick long curriculum
    next requirement requirements prereqs first level levels allowed allow thats rather whole
    altogether among amongst awarded award awards earn earns earned earning grant grants granted
    worthy fulfilling concerned meeting already choices far helps helping quantity possibility
    applicable suitable useful appointed responsible assigned flexible necessity mandatory
    obsessed fascinated intrigued captivated passionate roommate raved somebody everybody
    distinct tally across entire reserved exactly rows timetable limited literally adore suit
    suits suited eventually upcoming coming whichever loves likes enjoys adores
    alternatives alternative asap tonight
    """
)
FILLERS = FUNCTION | CHAT
