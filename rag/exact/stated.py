"""What the description of one course says on what no column of the file holds: how many students,
field trips, hours of laboratory, the language, an audition. The sentence itself is quoted."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from rag.course import Course
from rag.exact.admission import POLAR, excluded
from rag.exact.notes import bare, barred
from rag.exact.wording import cite, sentences
from rag.fact import Asked, Facts, state
from rag.understanding.titles import SMALL, root, stem
from rag.understanding.vocabulary import ASKED
from rag.understanding.words import FILLERS, Text, content

LANGUAGES = (
    "english|french|italian|spanish|german|chinese|mandarin|japanese|korean|russian|arabic|hebrew|"
    "portuguese|latin|greek|persian|armenian|hindi"
)
# Yes or no to a question, by the sentence that speaks of it; "" where it asks for neither.
Verdict = Callable[[str, str], str]
# What is looked up elsewhere: a sentence comes before that answer and does not replace it.
BESIDE = ("schedule", "clearance", "restrictions", "eligible", "prerequisites")
# What other questions ask of a course, which no sentence answers.
APART = ("smalltalk", "requires", "compare", "code", "taught_by", "instructor", "category")
# Letters of a word, without its ending, by which a sentence is about it.
LEAST = 4
# More sentences are not quoted.
MOST = 2
NEGATED = re.compile(r"\b(?:no|not|non|never|without|may not)\b", re.IGNORECASE)


def _asked(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


@dataclass(frozen=True)
class Statement:
    """One thing a description may state: how it is asked for, how it is said, and the verdict."""

    asked: re.Pattern[str]
    said: re.Pattern[str]
    verdict: Verdict


def _polar(question: str, sentence: str) -> str:
    """Whether what is asked for is so: no where the sentence denies it."""
    if not POLAR.search(question):
        return ""
    return "No" if NEGATED.search(sentence) else "Yes"


def _required(question: str, sentence: str) -> str:
    """The same, where it is asked whether something is needed; of anything else the quote tells."""
    needed = re.search(r"\b(?:need|have to|has to|must|requir\w+|necessary)\b", question, re.I)
    return _polar(question, sentence) if needed else ""


def _spoken(question: str, sentence: str) -> str:
    """Whether the one language that a yes or no is asked of is the one said."""
    named = re.findall(LANGUAGES, question.lower())
    if len(set(named)) != 1 or not POLAR.search(question):
        return ""
    return "Yes" if named[0] in sentence.lower() else "No"


def _credited(question: str, sentence: str) -> str:
    """No where the majors asked about are those that get no credit."""
    return "No" if excluded(question, sentence) else ""


def _untold(question: str, sentence: str) -> str:
    return ""


STATEMENTS = (
    Statement(
        _asked(
            r"how many (?:students|people|kids|seats|spots)|head ?count|cap|capped|capacity|"
            r"class size|how (?:big|large|small)|"
            r"(?:enroll?ment|student|class|size) (?:limit|max\w*)|"
            r"(?:max\w*|limit\w*|most) (?:\w+ ){0,3}(?:students|people|enroll?ment|size|headcount)"
        ),
        _asked(r"\d+ students|limited to \d+|maximum of \d+ (?:students|participants)"),
        _untold,
    ),
    Statement(
        _asked(
            r"field ?trips?|excursions?|outings?|site visits?|travel\w*|trips?|off[- ]campus|"
            r"abroad|overseas|leave (?:the )?campus|(?:takes?|bring) (?:us|me|you|students|"
            r"the class|everyone)|(?:go|going|get) (?:out|outside|outdoors|somewhere|places)"
        ),
        re.compile(
            r"field trip|\bexcursion|\bsite visit|\btravel|\boff-campus|\babroad|\boverseas",
            re.IGNORECASE,
        ),
        _polar,
    ),
    Statement(_asked("weeks"), _asked(r"(?<!per )(?<!each )(?<!a )weeks?"), _untold),
    Statement(
        _asked(
            r"(?:hours?|long)\b.*\b(?:labs?|laborator\w+|discussions?|quiz\w*|studio|internship)|"
            r"(?:labs?|laborator\w+|discussions?|quiz\w*|studio|internship)\b.*\b(?:hours?|long)"
        ),
        re.compile(r"\d(?: |-)?hours?\b", re.IGNORECASE),
        _untold,
    ),
    Statement(_asked("gpa|grade point"), _asked("gpa|grade point"), _untold),
    Statement(
        _asked(
            rf"(?:what|which) language|(?:{LANGUAGES}) or (?:{LANGUAGES})|"
            r"(?:taught|conducted|given|held|happens?|lectures?|spoken|speak\w*|discuss\w*|"
            rf"entirely|all|it|that|class|course)(?: \w+)* in (?:{LANGUAGES})|"
            rf"(?:speak|know|understand|read|fluent)\b.*\b(?:{LANGUAGES})"
        ),
        _asked(
            r"(?:conducted|taught|given|readings?|lectures?|discussions?|instruction|class|course)"
            rf"\b.*\bin (?:{LANGUAGES})|in (?:{LANGUAGES}) translation"
        ),
        _spoken,
    ),
    Statement(_asked(r"auditions?|try ?outs?"), _asked(r"auditions?"), _required),
    Statement(
        _asked(
            r"experience|beginners?|newbies?|novices?|background|from scratch|know nothing|"
            r"never (?:\w+ )?(?:touched|played|tried|done|danced|sung|acted|coded|programmed)|"
            r"(?:no|zero) (?:\w+ )?(?:knowledge|skills?)"
        ),
        _asked(
            r"(?:no|not) (?:\w+ ){0,5}(?:required|necessary|needed|assumed)|no (?:prior|previous)|"
            r"(?:experience|background|knowledge|skills?) (?:\w+ ){0,3}"
            r"(?:required|necessary|needed|assumed|recommended|expected)|beginners?|"
            r"beginning(?:-| )level"
        ),
        _required,
    ),
    Statement(
        _asked(
            r"concurrent\w*|simultaneous\w*|at the same time|alongside|(?:along|together) with|"
            r"another (?:class|course)"
        ),
        _asked(r"concurrent(?:ly)? \w+|taken concurrently|co-?requisites?"),
        _polar,
    ),
    Statement(
        _asked(
            r"standing|how many units\b.*\b(?:before|need|completed|done|already|passed|prior)|"
            r"units? completed"
        ),
        _asked(r"standing|\d+ units of (?:upper|lower|course)\w*"),
        _untold,
    ),
    Statement(
        _asked(r"permission|consent|approv\w+|interview\w*|application|apply"),
        _asked(r"permission|consent|approval|interview|by application"),
        _required,
    ),
    Statement(
        _asked(
            r"(?:majors?|minors?)\b.*\b(?:credits?|count\w*)|"
            r"(?:credits?|count\w*)\b.*\b(?:majors?|minors?|majoring)"
        ),
        re.compile(r"(?!)"),  # told by `barred`
        _credited,
    ),
)
CREDIT = STATEMENTS[-1]
MAJOR, MINOR = _asked(r"majors?|majoring"), _asked(r"minors?|minoring")
# A laboratory is told by the kind of section; asked for beside these, the quote tells of it too.
LAB = Statement(
    _asked(r"labs?|laborator(?:y|ies)"),
    re.compile(r"\blaborator(?:y|ies),? \d|includes laboratory", re.I),
    _polar,
)
JOINED = re.compile(r"\b(?:or|and|plus|also)\b|,", re.IGNORECASE)


def about_statement(asked: Asked) -> bool:
    """Whether one course is asked about, and its description speaks of what is asked."""
    return bool(_told(asked))


def stated(asked: Asked) -> Facts:
    """'Yes: the description of [GEOL 107Lg] says “One all-day field trip required”.'"""
    course, quoted, word = next(iter(_told(asked)))
    lead = f"{word}: the" if word else "The"
    said = " ".join(f"{bare(s)}." for s in quoted).removesuffix(".")
    return state(f"{lead} description of {cite(course)} says “{said}”.", [word], asked.named)


def _told(asked: Asked) -> list[tuple[Course, list[str], str]]:
    """The course, the sentences that tell, and the verdict; [] where none tells."""
    query = asked.query
    if len({(c.program, c.number) for c in asked.named}) != 1 or query.ask in APART:
        return []
    question = untitled(asked)
    for statement in STATEMENTS:
        if not statement.asked.search(question):
            continue
        for course in asked.named:
            found = _sentences(course, statement, question)
            if found and LAB.asked.search(question) and JOINED.search(question):
                found = list(dict.fromkeys((*_sentences(course, LAB, question), *found)))
            if found:
                return [(course, found, statement.verdict(question, " ".join(found)))]
    plain_ = query.ask == "unavailable" and query.missing == "that"
    course = asked.named[0]
    found = _alike(course, question) if plain_ else []
    return [(course, found, "")] if found else []


def _sentences(course: Course, statement: Statement, question: str) -> list[str]:
    if statement is CREDIT:
        said = barred(course)
        # What is no credit for a major says nothing of a minor.
        other = MINOR.search(question) and not MAJOR.search(question) and not MINOR.search(said)
        return [said] if said and not other else []
    return [s for s in sentences(course.description) if statement.said.search(s)][:MOST]


def _alike(course: Course, question: str) -> list[str]:
    """The sentence of the description that holds every word of what is asked."""
    words = {
        root(stem(w), LEAST)
        for w in content(Text(question).words, FILLERS | ASKED | SMALL)
        if w.isalpha() and w.upper() != course.program
    }
    if not words:
        return []
    for sentence in sentences(course.description):
        if words <= {root(stem(w), LEAST) for w in Text(sentence).words}:
            return [sentence]
    return []


def untitled(asked: Asked) -> str:
    """The question without the titles of the courses named: "supply chain management" asks for
    no chain of courses."""
    titles = "|".join(re.escape(c.title) for c in asked.named if c.title)
    return re.sub(titles, "", asked.query.text, flags=re.IGNORECASE) if titles else asked.query.text
