"""Whom a restriction lets in: class levels and majors, as students name them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.course import Course
from rag.exact import condition
from rag.exact.let_in import on_topic, open_to_all, rest
from rag.exact.listing import table
from rag.exact.majors import major_names
from rag.exact.mention import mentioning
from rag.exact.restriction import parted
from rag.exact.selection import select
from rag.exact.sides import BOTH, KEPT_OUT, YEAR, kept_out, solely, subject
from rag.exact.wording import be, capital, plural, series
from rag.fact import Asked, Facts, state
from rag.programs import schools
from rag.understanding.departments import names as program_names

UNDERGRADUATES = ("Freshmen", "Sophomore", "Junior", "Senior")
GRADUATES = ("Master Student", "Doctoral Student")
LEVELS = {
    r"fresh(?:man|men|mans)|first[- ]years?": ("Freshmen",),
    r"sophomores?|second[- ]years?": ("Sophomore",),
    r"juniors?|third[- ]years?": ("Junior",),
    r"seniors?|fourth[- ]years?": ("Senior",),
    r"undergrads?|undergraduates?|undergrad(?:uate)? students?": UNDERGRADUATES,
    r"master'?s?(?: students?)?": ("Master Student",),
    r"ph\.?d'?s?(?: students?)?|doctoral(?: students?)?": ("Doctoral Student",),
    r"grads?|graduates?|grad(?:uate)? students?": GRADUATES,
}
# A major that the student does not have: "isn't a dance major", "outside of dance", "non-dance".
DENIED = re.compile(
    r"(?:\b(?:not|never|outside(?: of)?)|n['’]t|\bnon)[- ]"
    r"(?:(?:an?|the|any|in|majoring in|from|yet|even|really) )*"
    r"(?P<of>[\w&/ ]{2,40}?)[- ](?:majors?|students?|people|person|kids?)\b"
)
OTHERS = re.compile(r"\bnon[- ]?majors?\b|\bnot (?:an? |the )?majors?\b", re.IGNORECASE)
WIDE = (UNDERGRADUATES, GRADUATES)
SETS = ("list", "count", "recommend", "other", "restrictions")
MAJOR = re.compile(
    r"(?<!\w)(?:(?:a|an|the|by|to|for|can|only|are|is|do) )?([\w&/ ]{2,40}?) majors?\b"
)
STUDENTS = re.compile(
    r"(?<!\w)(?:to|for|by|an?) (?:only )?(?:the )?(?P<of>[a-z&/ ]{2,40}?)(?P<school> school)?"
    r" (?:students?|people)\b"
)
ALONE = re.compile(r"\b(?:only|just|reserved|exclusive\w*|limited|restricted)\b", re.IGNORECASE)
POLAR = re.compile(
    r"^\W*(?:.*[,.;] )?(?:so |and |but )?(?:can|is|are|am|may|could|would|do|does|will)\b",
    re.IGNORECASE,
)
# Asked without a verb in front: "I'm a freshman, X allowed?", "X ok for sophomores".
MAY = re.compile(
    r"^(?!\W*(?:who|which|what|whom|how|why|when)\b).*\b(?:allowed|ok|okay|possible|eligible|"
    r"(?:let|lets|letting|accepts?|takes?) (?:me|us|them|in)|(?:locked|shut|kept) out|"
    r"off[- ]limits|(?:can|could|may|am) i)\b",
    re.IGNORECASE | re.DOTALL,
)
# A student who says of which class level he is.
SELF = re.compile(
    r"(?:^\W*|\b(?:i am|i['’]m|im|as|for) (?:(?:an?|only|just|still|currently) )*)(?:\w+ )?"
    r"(?:fresh(?:man|men)|sophomore|junior|senior|(?:first|second|third|fourth)[- ]year)\b",
    re.IGNORECASE,
)
MAY_I = re.compile(
    r"\b(?:can|could|may|might) (?:i|we)\b|\b(?:i|we) (?:can|could|may|might)\b", re.I
)
OF_LEVEL = re.compile(r"\b(?:am|['’]m|im|as|for|to|by) (?:an? )?(?:under)?grad", re.IGNORECASE)
# Who is of no such major: "can a non-architecture person register".
NOT_OF = re.compile(
    r"\bnon[- ](?:\w+[- ]){0,3}(?:person|people|students?|majors?)\b", re.IGNORECASE
)
# Whether one must be, not whether one may: "do I have to be a CS major".
OBLIGED = re.compile(r"\b(?:have|need|got|required) to be\b|\bmust\b.*\bbe\b", re.IGNORECASE)
# Whether none but those may: "is it only for seniors".
NONE_BUT = re.compile(
    r"^\W*(?:.*[.;!?] )?(?:so |and |but |hey |hi |ok |,)*(?:is|are)\b[^.?!]*\b(?:only|just|"
    r"limited|restricted|reserved|exclusive\w*)\b[^.?!]*\b(?:for|to|by)\b",
    re.IGNORECASE,
)
SHUT = re.compile(r"\bclosed (?:\w+ )?(?:to|for|off)\b", re.IGNORECASE)  # and not limited to them
ADMITS = re.compile(
    r"\b(?:restricted|limited|capped|open|reserved|closed|available|only|just)\b.*\b(?:to|for|at|by)\b"
    r"|\b(?:can|may|could)\b.*\b(?:take|register|enroll|sign up)\b|\bs only\b|\w+(?:s|men) only\b"
    rf"|\b{YEAR}[- ]only\b|\b{YEAR} standing\b"
    rf"|\b(?:lets?|letting|accept\w*|admit\w*|allow\w*) (?:in )?(?:[a-z]+ ){{0,2}}?"
    rf"(?:{YEAR}|majors?)\b",
    re.IGNORECASE,
)


def wanted(text: str) -> tuple[str, tuple[str, ...]]:
    """('class level', its names), ('school', its name) or ('major', its possible names).

    ('', ()) where it names none: "non-majors" is no major.
    """
    line = re.sub(r"(?<=\w)-only\b", " only", text.lower()).replace("only-for-", "only for ")
    told = [n for w, n in LEVELS.items() if re.search(rf"(?<![\w-])(?:{w})(?![\w-])", line)]
    # "An undergrad class for sophomores only": of class levels named, the narrowest are meant.
    told = [n for n in told if n not in WIDE or all(m in WIDE for m in told)]
    if told:
        return "class level", tuple(dict.fromkeys(name for names in told for name in names))
    return _majors(line)


def _majors(line: str) -> tuple[str, tuple[str, ...]]:
    """('major', its possible names) or ('school', its name), as `wanted`."""
    denied = DENIED.sub(" ", line).replace("-", " ")
    for match in MAJOR.finditer(denied):
        found = major_names(match[1])
        if found and not re.search(r"\b(?:non|not|other)\b", match[1]):
            return "major", found
    named = STUDENTS.search(denied)
    return _students(named) if named and "non" not in named[0].split() else ("", ())


def _students(match: re.Match[str]) -> tuple[str, tuple[str, ...]]:
    """The school, or else the major, of the students named."""
    name = match["of"].strip()
    school = schools().get(name)
    if school and (match["school"] or not school.major):
        return "school", (school.restriction,)
    found = major_names(name)
    return ("major", found) if found else ("", ())


def admits(course: Course, noun: str, names: Sequence[str]) -> bool | None:
    """Whether the course's restriction lets these in; None where it is about something else."""
    how, about, listed = parted(course)
    if not how:
        return True
    if about != noun:
        return None
    named = any(_same(name, want) for name in listed for want in names)
    return named == (how == "open")


def _names(course: Course, side: str, noun: str, names: Sequence[str]) -> bool:
    """Whether the restriction of this side, 'open' or 'closed', names one of them."""
    how, about, listed = parted(course)
    return (how, about) == (side, noun) and any(_same(n, want) for n in listed for want in names)


def _exactly(course: Course, names: Sequence[str], alone: bool) -> bool:
    """Whether the restriction names all of them; `alone` that it names no others."""
    listed = set(parted(course)[2])
    return listed == set(names) if alone else set(names) <= listed


def answer(asked: Asked, course: Course) -> str:
    """'Yes' or 'No' to whether those named in the question may register, '' for neither."""
    text = asked.query.who or asked.query.text
    noun, names = wanted(text)
    if not noun and (DENIED.search(text.lower()) or OTHERS.search(text)):
        return _but(text, course)
    polar = POLAR.search(text) or MAY.search(text) or SELF.search(text)
    if not noun or not (polar or asked.query.follows):
        return ""
    if OBLIGED.search(text) or (NONE_BUT.search(text) and not SHUT.search(text)):
        how, *_ = parted(course)
        return "No" if not how else "Yes" if _names(course, "open", noun, names) else ""
    let_in = admits(course, noun, names)
    if let_in is None and noun == "class level":
        noun, names = _majors(text.lower())
        let_in = admits(course, noun, names) if noun else None
    return _but(text, course) if let_in is None else "Yes" if let_in else "No"


def _but(text: str, course: Course) -> str:
    """'No' where the course is open to one major alone, and it is asked of who has another; 'Yes'
    where it is open to all."""
    how, about, listed = parted(course)
    if not (POLAR.search(text) or MAY.search(text)):
        return ""
    if not how:
        return "Yes"
    if (how, about) != ("open", "major"):
        return ""
    if OTHERS.search(text):
        return "No"
    spoken = [major_names(m["of"]) for m in DENIED.finditer(text.lower())]
    denied = [name for names in spoken for name in names]
    out = denied and all(any(_same(n, d) or _same(d, n) for d in denied) for n in listed)
    return "No" if out else ""


def excluded(text: str, out: str) -> bool:
    """Whether those named in the question are those that a description keeps out."""
    if "only" in out.lower():
        return False
    said = re.sub(r"\W", "", out.lower())
    return any(re.sub(r"\W", "", name.lower()).rstrip("s") in said for name in wanted(text)[1])


def admission(asked: Asked) -> bool:
    """Whether courses are sought by whom they are open or closed to."""
    text = asked.query.text
    if asked.named or asked.query.ask not in SETS:
        return False
    if NOT_OF.search(text):
        return False
    if re.search(r"\b(?:open|available) (?:\w+ )?(?:to|for) (?:all|every|any)", text, re.I):
        return False
    if asked.query.ask == "recommend" and re.search(
        r"\bi (?:can|could|may|might) take", text, re.I
    ):
        return False  # who asks, not who is let in
    noun, names = wanted(text)
    if names in WIDE and MAY_I.search(text) and not OF_LEVEL.search(text):
        return False  # "which undergrad classes can I take": of which level they are
    return bool(ADMITS.search(text) or solely(text) or KEPT_OUT.search(text)) and bool(noun)


def admitting(asked: Asked) -> Facts:
    """The courses whose restriction names those in the question, and how many have none."""
    noun, names = wanted(asked.query.text)
    closed = kept_out(asked.query.text)
    own = {code for want in names for code in program_names().get(tuple(want.lower().split()), ())}
    filters = rest(asked.query.filters, own)
    courses: Sequence[Course] = select(asked.catalogue.courses, filters)
    topic = asked.query.topic if asked.query.follows else subject(asked.query.topic)
    about = mentioning(asked.catalogue, courses, topic) if topic else []
    if asked.query.follows and topic:
        courses = about
    elif about and not (solely(asked.query.text) or ALONE.search(asked.query.text)):
        who = "undergraduates" if names == UNDERGRADUATES else _who(noun, names, "or")
        sure = [c for c in about if (admits(c, noun, names) is False) == closed]
        return on_topic(asked, sure, topic, who, closed)
    elif about:
        courses = about
    free = sum(not course.restrictions for course in courses)
    side = "closed" if closed else "open"
    joint = noun == "class level" and bool(BOTH.search(asked.query.text))
    found = [c for c in courses if _names(c, side, noun, names)]
    if joint:
        exactly = bool(ALONE.search(asked.query.text))
        found = [c for c in found if _exactly(c, names, exactly)]
    sole = solely(asked.query.text) if noun == "class level" else None
    others: list[Course] = []
    if sole:
        alone = [c for c in found if set(parted(c)[2]) <= set(names)]
        others = [] if alone else found
        found = alone or (found if sole["loose"] else [])
    what = condition.courses(filters, len(found))
    what += f" that mention “{topic}”" if about else ""
    who = _who(noun, names, "and" if joint else "or")
    lead = (
        f"{capital(asked.file)} has {len(found)} {what} with a restriction that says registration "
        f"is {side} to the {noun}{'s' if joint else ''} {who}"
    )
    after = f" {plural(free, 'more such course')} {'has' if free == 1 else 'have'} no restriction."
    if not found and others:
        text = f"{lead} alone; {len(others)} {be(len(others))} open to that and other class levels"
        return replace(table(asked, others, text, after), total=0)
    if not found and (closed or sole):
        return state(f"{lead}.{after}", [str(len(found))], total=0)
    if not found:
        return open_to_all(asked, filters, [c for c in courses if not c.restrictions], noun, who)
    return table(asked, found, lead, after)


def _who(noun: str, names: Sequence[str], joiner: str) -> str:
    """Those in the question, each in quotes."""
    return series([f"“{name}”" for name in (names[:1] if noun == "major" else names)], joiner)


def _same(name: str, want: str) -> bool:
    """Whether a name of a restriction holds all words of what is wanted."""
    have = set(re.findall("[a-z]+", name.lower()))
    return set(re.findall("[a-z]+", want.lower())) <= have
