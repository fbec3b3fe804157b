"""General education in students' words: GE-B, "category C", "Social Analysis", "arts GE"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from rag.course import GE_CATEGORIES
from rag.query import Filter
from rag.understanding.words import Text, pattern

Build = Callable[[re.Match[str]], Sequence[Filter]]

# GE names that mean nothing else, and those that do only beside a word for general education.
GE = r"(?:g\.?e\.?s?|gen eds?|general eds?|general educations?|gened|geneds)"
GE_OWN = {
    "humanistic inquiry": "B",
    "social analysis": "C",
    "quant(?:itative)? reasoning": "F",
    "(?:citizenship (?:in )?(?:a |the )?)?diverse world": "G",
    "global perspectives?": "GH",
    "(?:traditions and )?historical foundations": "H",
}
GE_SHARED = {
    "(?:the )?arts?": "A",
    "humanit(?:y|ies|istic)": "B",
    "social(?: sciences?)?": "C",
    "life sci(?:ences?)?": "D",
    "(?:biology|bio)": "D",
    "physical sci(?:ences?)?": "E",
    "sciences?": "DE",
    "(?:quantitative|quant|math)": "F",
    "(?:citizenship|diversity)": "G",
    "(?:traditions?|historical)": "H",
}
# The names that, beside their letter, say nothing more; others are subjects too.
PLAIN = {
    "(?:the )?arts": "A",
    "humanit(?:y|ies)": "B",
    "social sciences?": "C",
    "life sciences?": "D",
    "physical sciences?": "E",
    **GE_OWN,
}
NEED = r"(?:(?:program )?requirements?|categor(?:y|ies)|credit|cat|area|box(?:es)?|bucket|slot)"
# After the first, "a" is a letter only where no noun follows it: "GE-B and a lab".
LETTER = rf"(?:[b-h]|a(?! (?!and |or |in |that |with |{GE}|class|course)[a-z]))"
SEVERAL = rf"[a-h](?: (?:(?:,|and|or|/|\+|plus|with|{GE}|{NEED}) )+{LETTER})+"
LETTERS = rf"[a-h](?: (?:(?:,|and|or|/|\+|plus|{GE}|{NEED}) )*{LETTER})*"
# One class for two categories: "double dips", "in one class".
TWICE = (
    r"(?:(?:double|dual) ?(?:dip|dips|dipp\S+|count\S*|categor\S+|requirements?|credit)"
    r"|doubl(?:es|ing) up|two (?:for one|in one|birds)|(?:in|with) (?:just )?(?:one|a single) "
    r"(?:class|course|shot|go)|at once|at the same time|simultaneously)"
)
LINKED = (
    r"(?:(?:that|which|covers?|covering|counts?|counting|satisf\S+|fulfil\S*|meets?|does|for|as|"
    r"toward|towards|in|is|are|under|from|category|categories|requirements?|ticks?|hits?|"
    r"checks?|off|boxes|knocks?|out|gets?|me|give|gives|carry|carries) )+"
)
_NAMES = {**GE_OWN, **GE_SHARED}
_ITEM = (
    rf"(?:(?:the|an?|{GE}|{NEED}) )*(?:{'|'.join(_NAMES)}|[b-h]|a(?= (?:and|plus|,|\+|with)))"
    rf"(?: (?:{GE}|{NEED}|{{class}}|[b-h](?= {GE}| {NEED}| and|$)))*"
)
_AND = r"(?: (?:and|,|\+|plus|with|as well as|also))+ "
_PAIR = rf"(?P<items>{_ITEM}(?:{_AND}{_ITEM.replace('[b-h]|', LETTER + '|', 1)})+)"
_LED = rf"(?:(?:{GE}|{NEED}|{LINKED[3:-3]}|the|with|between) )*"
# Two categories or more that one class is to count for, and what tells that such are meant.
AT_ONCE = (
    rf"(?:{LINKED})?both (?:{LINKED})?{_PAIR}(?: {_LED}{TWICE})?",
    rf"{_PAIR} {_LED}{TWICE}",
    rf"{TWICE} {_LED}{_PAIR}",
    rf"(?:one|a single|the same) {{class}} (?:{LINKED})?{_PAIR}",
)
MEANT = rf"{GE}|{NEED}|{'|'.join(GE_OWN)}|{TWICE}|(?:both|{{class}}) (?:{LINKED})?[a-h] and [a-h]"


def find_at_once(text: Text) -> list[Filter]:
    """The categories a class is to count for together: "both The Arts and category G"."""
    words = next((words for words in AT_ONCE if text.has(words)), "")
    match = text.take(words) if words and text.has(MEANT) else None
    if not match:
        return []
    ways = [_letters(item) for item in re.split(_AND, match["items"])]
    single = tuple(dict.fromkeys(way[0] for way in ways if len(way) == 1))
    either = [Filter("ge", way) for way in ways if len(way) > 1]
    return [*([Filter("ge", single, "all")] if single else []), *either]


def _letters(item: str) -> tuple[str, ...]:
    """The categories of a name or a letter; a letter beside a name says it more exactly."""
    told = re.findall(r"(?<!\S)[a-h](?!\S)", item)
    if told:
        return tuple(x.upper() for x in told)
    named = (values for name, values in _NAMES.items() if pattern(name).search(item))
    return tuple(next(named, ""))


def ge_rules(negation: str) -> list[tuple[str, Build]]:
    """Patterns and what each builds; `negation` is the pattern of a no before them."""
    no = rf"(?P<no>{negation} (?:a |any )?)?"

    def letters(match: re.Match[str]) -> list[Filter]:
        found = re.findall(r"\b[a-h]\b", match["l"])
        return [Filter("ge", tuple(x.upper() for x in found), "not" if match["no"] else "any")]

    def named(values: str) -> Build:
        return lambda match: [Filter("ge", tuple(values), "not" if match["no"] else "any")]

    shared = [
        entry
        for name, values in GE_SHARED.items()
        for entry in (
            (
                rf"{no}{GE} (?:(?:{NEED}|in|for|under|{{class}}) )*(?:the )?{name}(?: {NEED})?",
                values,
            ),
            (rf"{no}{name} (?:{GE}|{NEED})(?: {NEED})?", values),
            (
                r"(?P<no>)(?:count|counts|counted|counting|qualify|qualifies|classified|"
                r"considered|listed) (?:as|for|toward|towards) (?:a |an |the |my )?"
                rf"{name}(?= ?$| [?.,]| {{class}})",
                values,
            ),
        )
    ]
    spelt = r"(?: (?:(?:category|that is) )*[b-h](?: (?:and|or|/|,) [b-h])*)?"
    own = [(rf"{no}(?:{GE} )?{name}(?: (?:{GE}|{NEED}))*{spelt}", v) for name, v in GE_OWN.items()]
    every = "".join(GE_CATEGORIES)
    two = r"(?:the )?(?P<l>[a-h] (?:and|or|/|,) [a-h])"

    def joined(match: re.Match[str]) -> list[Filter]:
        values = tuple(x.upper() for x in re.findall(r"\b[a-h]\b", match["l"]))
        return [Filter("ge", values, "any" if re.search("or|/", match["l"]) else "all")]

    beside = rf"(?: (?:{GE}|{NEED}))*"
    counted = (
        r"(?P<no>)(?:counts?|counted|counting|qualif(?:y|ies)|good) (?:also )?(?:as|for|towards?) "
        r"(?:the |an? )?(?P<l>[b-h]|a(?= ?$| [?.,]))"
        r"(?= ?$| [?.,]| (?:too|also|as well|or|and)(?: |$))"
    )

    return [
        (rf"(?:both )?{GE} (?:{LINKED})?(?:both )(?:{GE} )?{two}(?: {NEED})*", joined),
        (rf"{GE} {LINKED}{two}(?: {NEED})*", joined),
        (rf"{no}(?:(?:{GE}|{NEED}) )+(?P<l>{LETTERS}){beside}", letters),
        (rf"{no}(?:the )?(?P<l>{SEVERAL}|[b-h]|(?<=the )a) (?:{GE}|categor(?:y|ies))", letters),
        (counted, letters),
        *((words, named(values)) for words, values in own + shared),
        (rf"{no}{GE}(?: {NEED})*", named(every)),
    ]


def narrowed(text: Text, found: Sequence[Filter]) -> list[Filter]:
    """The conditions without what only says once more that a category is meant: "gen eds" beside
    "category B", and the category's own name beside its letter, which is taken out of the text."""
    every = tuple(GE_CATEGORIES)
    sure = {v for f in found if f.field == "ge" and f.op == "all" for v in f.values}
    found = [f for f in found if not (f.field == "ge" and f.op == "any" and sure & {*f.values})]
    told = (f for f in found if f.field == "ge" and f.op != "not" and f.values != every)
    letters = {str(v) for f in told for v in f.values}
    if not letters:
        return list(found)
    for name, values in PLAIN.items():
        if letters & set(values):
            text.take(rf"{name}(?= (?:, )?(?:in )?%)|(?<=% ){name}|(?<=% , ){name}", "")
    return [f for f in found if not (f.field == "ge" and f.op == "any" and f.values == every)]
