"""Subjects that are no one program: the languages, and what a subject's prerequisites are."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from rag.catalogue import Catalogue
from rag.prerequisites import codes, parse
from rag.query import Filter
from rag.understanding.departments import names
from rag.understanding.titles import canonical
from rag.understanding.words import Text, content

LANGUAGES = (
    "ARAB", "EALC", "FREN", "GERM", "GR", "HEBR", "IRAN", "ITAL", "LAT", "PORT", "RUSS", "SLL",
    "SPAN",
)  # fmt: skip
# A skill that a class may ask for without naming a course.
PROGRAMMING = ("coding", "programming", "code", "to code", "to program")
_KIND = r"(?:(?:foreign|world|new|modern|other|different|second|all|ancient) )*"
LANGUAGE = (
    rf"(?<!programming )(?<!sign )(?<!body )(?<!computer )(?<!natural ){_KIND}"
    r"(?:languages?(?= (?:{class}|departments?|requirement))|(?:foreign|world) languages?|"
    r"(?<=what )languages|(?<=which )languages|(?<=any )languages|(?<=learn a )(?:new )?language|"
    r"(?<=all )languages|(?<=the )languages)(?! (?:development|acquisition|and |of ))"
)
# A wish on top: "a course on Korean movies, in English maybe".
RATHER_ENGLISH = (
    r"(?:, )?(?:taught )?in english (?:maybe|perhaps|preferably|ideally|if possible|hopefully)"
)
ONE_LANGUAGE = r"(?P<of>[a-z]+(?:an|ese|ish)) languages?(?= (?:{class}))"
NEEDING = (
    r"(?P<no>(?:(?:do|does|is|are|will) )?(?:not|never) )?"
    r"(?:(?<=i )need (?=to have (?:taken|passed|had) )|(?<!i )(?<!we )(?<!still )(?<!just )"
    r"(?<!really )(?<!also )(?<!only )(?<!and )"
    r"(?:need|needs|needing|require|requires|requiring|expect|expects|assume|assumes|"
    r"(?:have|has|with|list|lists)(?= \S+(?: \S+){0,2} (?:as (?:a |an |the )?)?prereqs))|"
    r"accepts?|accepting)"
    r"(?: (?:a|an|any|some|prior|previous|knowledge|background|experience|of|in|to|have|taken|"
    r"taking|passed|know|me|you|the|one))*"
    r" (?P<what>[a-z]\S*(?: [a-z]\S*){0,2}?)(?: (?:{class}))?"
    r"(?: (?:(?:as|for) )?(?:(?:a|an|the) )?(?:prereqs|first|beforehand|background|knowledge|"
    r"experience|before))?(?: (?:instead|as well|too))?"
    r"(?= ?$| [?.,;%]| (?:and|that|which|but|on|in)(?: |$))"
)
# Someone needs it, and no class does: "an advisee who needs options", "I would need the number".
SOMEONE = re.compile(
    r"(?:^| )(?:i|we|he|she|who|(?:my|our|an?|the) (?:\S+ )?(?:advisees?|students?|friends?|son|"
    r"daughter|brother|sister|roommate|kid)|students?|advisees?|someone|somebody|anyone|people|"
    r"fresh(?:man|men)|sophomores?|juniors?|seniors?|majors?|they)(?: of (?:mine|ours|"
    r"hers|his))?(?: (?:would|will|do|does|really|"
    r"also|just|still|only|"
    r"am|is|are|going|to|may|might|could|can|looking|gonna|desperately|urgently|badly|'d))*$"
)
# No class is spoken of before it: "need a math class", "hi, need some history courses".
OPENING = re.compile(
    r"(?:^|[.!?;,:] )(?:(?:hi|hey|hello|yo|so|ok|okay|and|but|also|well|um|uh|please|basically|"
    r"just|still|really|desperately|urgently|badly|only|now|then|looking to|will|would|might|may|"
    r"going to|there|all) )*$"
)
ANOTHER = (
    r"(?:(?:that|which|also) )*(?P<no>(?:do|does) not )?"
    r"(?:needs?|wants?|requires?|has|have|demands?|asks? for)"
    r"(?: (?:you|me|to|have|take|also|taken))* (?:another|(?:one|a|an|some) (?:more|other|"
    r"additional|second|extra|further)|additional|further|any other|other|more) "
    r"(?P<what>[a-z]\S*(?: [a-z]\S*){0,2}?) (?:{class})"
    r"(?: (?:as well|too|on top|besides|first|before|also|beforehand|for it))*"
)
# A subject that is not to be known before: "where I don't need any Italian before".
_SUBJECT = (
    r"(?:to (?:know|speak|have|read) )?(?:(?:any|no|prior|previous|some|a word of|knowledge of) )*"
)
_BEFORE = (
    r"(?:first|before(?:hand)?|at all|already|yet|prior|going in|to start|(?:class )?background|"
    r"experience|knowledge)(?= ?$| [?.,;%]| (?:and|or|but|that|which|on|in|at)(?: |$))"
)
UNNEEDED = (
    r"(?:(?:where|that|which|if|for which) )?(?:(?:i|you|we|one|they) )?"
    rf"(?:(?:do|does|would|should|is|are) not (?:(?:need|have|require|expect|want|assume)) "
    rf"{_SUBJECT}|"
    rf"not (?:needing|requiring|wanting|having|expecting) {_SUBJECT}|"
    r"(?:needs?|needing|requires?|requiring|(?:can )?(?:i |you )?(?:take |do )?(?:with|without)) "
    r"(?:no |zero |any |(?<=without ))(?:prior |previous |knowledge of )*)"
    rf"(?P<what>[a-z]{{4,}}(?: [a-z]{{4,}})?) {_BEFORE}"
)


def find_unneeded(text: Text, catalogue: Catalogue) -> list[Filter]:
    """A condition that no course of a subject is a prerequisite: "needing no French first"."""
    match = text.has(UNNEEDED)
    needed = _courses(catalogue, match["what"]) if match else ()
    if not match or not needed:
        return []
    text.take(UNNEEDED)
    return [Filter("needs", needed, "not")]


def find_languages(text: Text, mark: str) -> tuple[str, ...]:
    """The programs that teach languages, where the text asks for those, which becomes the mark.

    "Korean language courses" are about Korean alone.
    """
    if one := text.has(ONE_LANGUAGE):
        text.take(ONE_LANGUAGE, one["of"])
        return ()
    return LANGUAGES if text.take(LANGUAGE, mark) else ()


def find_tongue(text: Text, title_words: Collection[str] = ()) -> list[Filter]:
    """A condition on the language that is taught, where no program is of it alone, or on that of
    a class, which at most its description tells."""
    text.take(RATHER_ENGLISH, "")
    one = text.has(ONE_LANGUAGE)
    if one and (one["of"],) not in names() and one["of"] in title_words:
        text.take(ONE_LANGUAGE)
        return [Filter("titled", (one["of"],), "ends")]
    match = text.take(r"(?:(?:that|which|are|is) )*(?:taught|conducted|held|given) in english")
    return [Filter("mentions", ("english",))] if match else []


def find_needing(text: Text, catalogue: Catalogue) -> list[Filter]:
    """A condition on prerequisites that are told by subject: "that need calculus"."""
    match = text.has(NEEDING)
    if not match or _someones(match) or _said(match["what"]):
        return []
    needed = _courses(catalogue, match["what"])
    skill = match["what"] in PROGRAMMING and match["no"]
    if not needed and not skill:
        return []
    text.take(NEEDING)
    if skill:
        unasked = [Filter("needs", needed, "not")] if needed else []
        return [*unasked, Filter("mentions", ("programming", "coding"), "not")]
    return [Filter("needs", needed, "not" if match["no"] else "any")]


def _someones(match: re.Match[str]) -> bool:
    """Whether someone needs it, and no class does."""
    before = match.string[: match.start()]
    begun = re.match(r"(?:need|needing|require|want) ", match[0]) and OPENING.search(before)
    return bool(begun or SOMEONE.search(before.rstrip()))


def _said(what: str) -> bool:
    """Whether the words name nothing: "the number", "options"."""
    return not content(what.split()) and tuple(what.split()) not in names()


def find_more(text: Text, known: Sequence[str]) -> list[Filter]:
    """A condition on more prerequisites of one subject than those known: "that want another
    history class as well"."""
    match = text.has(ANOTHER)
    programs = names().get(tuple(match["what"].split()), ()) if match else ()
    if not match or not programs:
        return []
    text.take(ANOTHER)
    return [Filter("needs", (*programs, *known), "only" if match["no"] else "more")]


def _courses(catalogue: Catalogue, subject: str) -> tuple[str, ...]:
    """The courses prerequisites name that are of this program, or have the words in their title."""
    words = subject.split()
    programs = names().get(tuple(words), ())
    wanted = set(canonical(words))
    found = []
    for code, title in _named(catalogue).items():
        if code.split(" ")[0] in programs or (wanted and wanted <= set(title)):
            found.append(code)
    return tuple(sorted(found))


@lru_cache(maxsize=2)
def _named(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """Every course that some prerequisite names, bare of its letters, with its title's words."""
    found: dict[str, tuple[str, ...]] = {}
    for course in catalogue:
        for code in codes(parse(course.prerequisites)):
            known = catalogue.find(code)
            bare = " ".join(code.split(" ")[:2])
            bare = bare.rstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
            found.setdefault(bare, canonical(known.title.lower().split()) if known else ())
    return found
