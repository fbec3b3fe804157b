"""What a course needs before it: its prerequisites in words, and whether another is among them."""

from __future__ import annotations

import re
from itertools import groupby

from rag.catalogue import code_key
from rag.course import Course
from rag.exact.admission import POLAR
from rag.exact.lookup import MOST
from rag.exact.notes import advice, corequisite, stated_prerequisite
from rag.exact.wording import be, cite, given, named, plain, series
from rag.fact import Asked, Facts, state
from rag.ground import codes as codes_in
from rag.prerequisites import NOTHING, Tree, Unparsed, codes, words
from rag.requirements import Relation
from rag.understanding.entitled import title_words
from rag.understanding.titles import canonical
from rag.understanding.vocabulary import ASKED
from rag.understanding.words import FILLERS, Text, content

SHORT = 3  # letters of a word that tells no subject
# More absent prerequisites than these are counted instead of named.
ABSENT = 3
# "Can I take X without Y", "may I skip Y", "I haven't taken Y, can I take X": the other way round
# than "do I need Y".
WITHOUT = re.compile(
    r"\b(?:way|ways|route|path)\b.*\bwithout\b|"
    r"(?:\bwithout\b|w/o).*\b(?:possible|ok|okay|allowed|doable|fine)\b|"
    r"(?:\b(?:flunk|fail|bomb|skip|withdr[ae]w|dropped|drop out)\w*\b|\bnever took\b|"
    r"n['’]t pass\b|\ban? [fw] (?:in|for|on)\b)(?!.*\b(?:keep|stop|block|bar|prevent|hold)\w*\b)"
    r".*\b(?:can|could|may|am|still|possible|eligible|allowed|okay|ok|open|let|doable|fine)\b|"
    r"\blet (?:me|him|her|us|them)\b.*(?:\bwithout\b|w/o)|"
    r"\bif i\b.*\b(?:skip|bomb|fail|flunk|drop|miss)\w*\b.*\b(?:can|could|may|will) i\b|"
    r"(?:\bnot|n['’]t|\bnever)\b.*\b(?:can|could|may|am) i\b|\b(?:can|could|may) i skip\b|"
    r"(?:^|[.;!] ?)(?:i(?:'ve)? )?(?:\bnever|\bno|\bzero)\b.*\b(?:ok|okay|possible|fine|doable)\b|"
    r"\b(?:can|could|may|possible|able|allowed|ok|okay)\b(?!.*\b(?:need|require|necessary|must"
    r"|prereq|have to|should|had to)).*(?:\b(?:without|before|prior to|never|not|no)\b|n['’]t\b)",
    re.IGNORECASE,
)
# Both ways at once, which is answered as whether it is needed: "can I skip X or is it required".
EITHER_WAY = re.compile(
    r"\bor\b.*\b(?:required|needed?|necessary|mandatory|compulsory|must|have to|prereq\w*)\b|"
    r"\b(?:required|needed?|necessary|mandatory|compulsory|must|have to|prereq\w*)\b.*"
    r"\bor (?:can|could|may|is)\b.*\b(?:skip\w*|without|not|leave)\b",
    re.IGNORECASE,
)
YES_OR_NO = re.compile(r"\b(?:yes or no|true or false|or not|or no)\b", re.IGNORECASE)
COREQUISITES = re.compile(r"\bco[- ]?(?:pre)?-?req", re.IGNORECASE)
# "Should I take X or Y first".
FIRST = re.compile(
    r"\bor\b.*\b(?:first|before|earlier)\b|"
    r"\bfirst\b.*\bor\b|\bwhich\b.*\bfirst\b|\bflip\b|\b(?:what|which) order\b",
    re.IGNORECASE,
)
# Whether there is no other way, which an option is not.
STRICT = re.compile(
    r"\b(?:mandatory|compulsory|obligatory|strictly|absolutely|only way|other way|another way|"
    r"no way around|must[- ]have|a must|non[- ]?negotiable|"
    r"the only (?:\w+ ){0,3}(?:class|course|option|way|one|prereq\w*))\b",
    re.IGNORECASE,
)
# Whether each of several is needed.
BOTH = re.compile(r"\b(?:both|all (?:of|three|four|these|those))\b", re.IGNORECASE)
SENTENCE = re.compile(r"(?<=[.!?])\s+")
KINDS = ("needed", "option", "indirect", "none")


def prerequisites(asked: Asked) -> Facts:
    """What each course asks for, with what its description adds."""
    told: list[tuple[str, list[str]]] = []
    more: list[Course] = []
    for course in asked.courses[:MOST]:
        text, values = tell(asked, course)
        beside = _corequisites(asked, course) if COREQUISITES.search(asked.query.text) else ""
        among = _subject(asked, course)
        text = (
            f"Yes, {series([named(c) for c in among])} {be(len(among))} among them: {text}"
            if (among)
            else text
        )
        more += among
        told.append((beside + text + given(advice(course), " "), values))
    rests = [*asked.courses, *more]
    return state(" ".join(text for text, _ in told), [v for _, vs in told for v in vs], rests)


def _subject(asked: Asked, course: Course) -> list[Course]:
    """The prerequisites whose titles hold a word of the question, where it is asked whether there
    are such: "does it need statistics"."""
    if len(asked.courses) != 1 or not POLAR.search(asked.query.text):
        return []
    asks = [part for part in SENTENCE.split(asked.query.text) if part.endswith("?")]
    line = " ".join(asks) or asked.query.text
    words = (w for w in content(Text(line).words, FILLERS | ASKED) if len(w) > SHORT)
    said = {*canonical([*words])} - title_words(course)
    held = (asked.catalogue.find(code) for code in codes(asked.requirements.tree(course.code)))
    return [c for c in held if c and said & title_words(c)]


def _corequisites(asked: Asked, course: Course) -> str:
    """What is known of corequisites, which the file holds only where a description names them."""
    own = "" if corequisite(course) else f"The description of {cite(course)} names no corequisite"
    own += ", and the file has no field for them. " if own else ""
    key = code_key(course.code)
    of = [c for c in asked.catalogue if key in codes_in(corequisite(c))] if key else []
    also = f"It is named as a corequisite in the description of {series([c.code for c in of])}. "
    return own + (also if of else "")


def tell(asked: Asked, course: Course) -> tuple[str, list[str]]:
    """The prerequisites of one course in a sentence or two, and the values in them."""
    tree, name = asked.requirements.tree(course.code), cite(course)
    if tree == NOTHING:
        stated = stated_prerequisite(course)
        if stated:
            said = f"its description says “Prerequisite: {stated}”"
            return f"{name} has an empty prerequisites field, but {said}.", []
        return f"{name} has no prerequisites in {asked.file}.", ["no prerequisites"]
    if isinstance(tree, Unparsed):
        said = f"{name} has a prerequisite that reads “{plain(tree.text)}”"
        return f"{said}; I can't read it as a list of courses.", [plain(tree.text)]
    if asks_itself(asked, course):
        said = f"{name} is listed in {asked.file} as its own prerequisite"
        return f"{said}, which may stand for a placement exam: ask the department.", []
    return f"{name} requires {words(tree)}.{absent(asked, tree)}", [*codes(tree)]


def asks_itself(asked: Asked, course: Course) -> bool:
    """Whether the only course named in the prerequisites is the course itself."""
    named = codes(asked.requirements.tree(course.code))
    return len(named) == 1 and asked.catalogue.find(named[0]) == course


def requires(asked: Asked) -> Facts:
    """Whether the courses named after the first are prerequisites of it."""
    groups = _groups(asked)
    if len(groups) < 2:
        return prerequisites(asked)
    text = YES_OR_NO.sub("", asked.query.text)
    targets = [c for code in groups[0] if (c := asked.catalogue.find(code))]
    if len(groups) == 2 and len(targets) == 1 and FIRST.search(text):
        return _order(asked, targets[0], groups[1])
    without = bool(WITHOUT.search(asked.query.text)) and not EITHER_WAY.search(text)
    if len(groups) > 2 and len(targets) == 1 and BOTH.search(asked.query.text):
        tree = asked.requirements.tree(targets[0].code)
        kinds = {asked.requirements.requires(targets[0].code, g[0]).kind for g in groups[1:]}
        if kinds == {"option"}:
            said = f"No, not all of them: {cite(targets[0])} requires {words(tree)}."
            return state(said, ["No"], targets)
    told = [
        _relate(asked, group, target, without)
        for target in targets[:2]
        for group in _mattering(asked, groups[1:], target)
    ]
    return state(
        " ".join(text for text, _ in told[:MOST]),
        [v for _, value in told for v in value],
        [*targets, *asked.courses],
    )


def _mattering(asked: Asked, groups: list[list[str]], target: Course) -> list[list[str]]:
    """Of the courses that a title or a part of one may mean, those that the target asks for;
    those named by their numbers, and all where it asks for none, are kept."""
    text = asked.query.text

    def matters(group: list[str]) -> bool:
        numbered = any(str(key[1]) in text for code in group if (key := code_key(code)))
        ties = (asked.requirements.requires(target.code, code).kind for code in group)
        return numbered or any(kind in ("needed", "option") for kind in ties)

    return [group for group in groups if matters(group)] or groups


def _order(asked: Asked, one: Course, others: list[str]) -> Facts:
    """Which of two courses comes first, as far as one asks for the other."""
    other = next((c for code in others if (c := asked.catalogue.find(code))), None)
    if other is None:
        return state(*_relate(asked, others, one), [one])
    for last, first in ((one, other), (other, one)):
        tie = asked.requirements.requires(last.code, first.code)
        if tie.kind != "none":
            how = "as one of its options " if tie.kind == "option" else ""
            why = _chain(tie, last) if tie.kind == "indirect" else f"{cite(last)} asks for it {how}"
            return state(f"{cite(first)} comes first: {why.strip(' .')}.", [], [first, last])
    text = f"Neither {cite(one)} nor {cite(other)} is a prerequisite of the other"
    return state(f"{text}, so the file sets no order.", [], [one, other])


def absent(asked: Asked, tree: Tree) -> str:
    """' MATH 999 is not in the Spring 2024 file.', or '' where all the tree names are."""
    gone = asked.requirements.absent(tree)
    if not gone:
        return ""
    if len(gone) > ABSENT:
        return f" Of these, {len(gone)} are not in {asked.file}."
    return f" {series(gone)} {be(len(gone))} not in {asked.file}."


def _groups(asked: Asked) -> list[list[str]]:
    """The codes named, the parts of one sequence together; those not in the file last.

    Where there is but one sequence, its first part is asked about the others.
    """
    named = (*asked.query.codes, *asked.query.unknown)
    parts = groupby(named, key=lambda c: (code_key(c) or (c, 0))[:2])
    groups = [list(group) for _, group in parts]
    return groups if len(groups) > 1 else [list(named[:1]), list(named[1:])][: len(named)]


def _relate(
    asked: Asked, group: list[str], course: Course, without: bool = False
) -> tuple[str, list[str]]:
    """One sentence on the closest tie between the parts of a course and the other.

    `without` says that the question is whether it goes without: yes and no change places.
    """
    yes, no = ("No", "Yes") if without else ("Yes", "No")
    ties = [(asked.requirements.requires(course.code, code), code) for code in group]
    tie, other = min(ties, key=lambda tie: KINDS.index(tie[0].kind))
    found, tree = asked.catalogue.find(other), asked.requirements.tree(course.code)
    name, target = cite(found) if found else other, cite(course)
    gone = "" if found else f" ({other} itself is not in {asked.file}.)"
    if tie.kind == "needed":
        also = "" if len(codes(tree)) == 1 else f", which requires {words(tree)}"
        return f"{yes}, {name} is a prerequisite of {target}{also}.{gone}", [yes]
    if tie.kind == "option" and not without and STRICT.search(asked.query.text):
        said = f"Not strictly: {name} is one of the options, as {target} requires {words(tree)}."
        return f"{said}{gone}", ["one of the options"]
    if tie.kind == "option":
        said = f"{name} is one of the options: {target} requires {words(tree)}.{gone}"
        return f"Yes, {'with another option, as ' if without else ''}{said}", ["Yes"]
    if tie.kind == "indirect":
        return f"Not directly: {name} comes further back. {_chain(tie, course)}", ["Not directly"]
    if isinstance(tree, Unparsed):
        return f"I can't tell: {target} has a prerequisite that reads “{plain(tree.text)}”.", []
    has = f"requires {words(tree)}" if tree != NOTHING else "has no prerequisites"
    back = found and asked.requirements.requires(found.code, course.code).kind
    turned = f" It is the other way round: {name} asks for {target}." if back == "needed" else ""
    return f"{no}, {name} is not a prerequisite of {target}, which {has}.{turned}{gone}", [no]


def _chain(tie: Relation, course: Course) -> str:
    links = zip(tie.chain, tie.chain[1:], strict=False)
    names = [(cite(course) if a == course.code else a, b) for a, b in links]
    return f"{', and '.join(f'{a} asks for {b}' for a, b in names)}."
