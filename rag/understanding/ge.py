"""General education in students' words: GE-B, "category C", "Social Analysis", "arts GE"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from rag.course import GE_CATEGORIES
from rag.query import Filter

Build = Callable[[re.Match[str]], Sequence[Filter]]

# GE names that mean nothing else, and those that do only beside a word for general education.
GE = r"(?:g\.?e\.?s?|gen eds?|general eds?|general educations?|gened|geneds)"
GE_OWN = {
    "humanistic inquiry": "B",
    "social analysis": "C",
    "quantitative reasoning": "F",
    "(?:citizenship in a )?diverse world": "G",
    "global perspectives?": "GH",
    "(?:traditions and )?historical foundations": "H",
}
GE_SHARED = {
    "(?:the )?arts?": "A",
    "humanit(?:y|ies|istic)": "B",
    "social(?: sciences?)?": "C",
    "life sciences?": "D",
    "(?:biology|bio)": "D",
    "physical sciences?": "E",
    "sciences?": "DE",
    "(?:quantitative|quant|math)": "F",
    "(?:citizenship|diversity)": "G",
    "(?:traditions?|historical)": "H",
}
NEED = r"(?:(?:program )?requirements?|categor(?:y|ies)|credit|cat|area)"
LETTERS = r"[a-h](?: (?:(?:,|and|or|/) )*[a-h])*"


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
    own = [(rf"{no}(?:{GE} )?{name}(?: (?:{GE}|{NEED}))*", v) for name, v in GE_OWN.items()]
    every = "".join(GE_CATEGORIES)
    linked = (
        r"(?:(?:that|which|covers?|covering|counts?|counting|satisf\S+|fulfil\S*|meets?|does|for|as|"
        r"toward|towards|in|is|are|under|from|category|categories|requirements?) )+"
    )
    two = r"(?:the )?(?P<l>[a-h] (?:and|or|/|,) [a-h])"

    def joined(match: re.Match[str]) -> list[Filter]:
        values = tuple(x.upper() for x in re.findall(r"\b[a-h]\b", match["l"]))
        return [Filter("ge", values, "any" if re.search("or|/", match["l"]) else "all")]

    return [
        (rf"(?:both )?{GE} (?:{linked})?(?:both )(?:{GE} )?{two}(?: {NEED})*", joined),
        (rf"{GE} {linked}{two}(?: {NEED})*", joined),
        (
            rf"{GE} (?P<l>[a-h] (?:and|/|,|with) (?:{GE} )?[a-h])"
            r" (?:(?:that|can) )?(?:double|both|at once|together|simultaneously)(?: count\S*)?",
            joined,
        ),
        (rf"{no}(?:{GE} (?:{NEED} )?|{NEED} )(?P<l>{LETTERS})(?: {NEED})?", letters),
        *((words, named(values)) for words, values in own + shared),
        (rf"{no}{GE}(?: {NEED})*", named(every)),
    ]
