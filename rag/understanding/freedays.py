"""Days that are the only free ones: "with only Tuesdays free", "my only free day is Friday". A day
that is to be free, or stays so, is one without class: "I want Fridays free"."""

from __future__ import annotations

FREE = r"(?:free|open|available|clear|off|class ?free)"
ONLY = r"(?:only|just|solely|nothing but|no days? but|none but|no other days? than)"
OWN = r"(?:(?:i|we|he|she|they|my \S+) )"
MINE = rf"(?:have|has|got|am {FREE}|can (?:do|make|take|attend|come)|(?:is|are) {FREE})"
LINKED = r"(?:(?:classes|class|on|time|in|the|only|just|free|for|my|his|her) )*"
ONE_FREE = (
    rf"(?:(?:my|the|our|his|her) )?(?:only|sole) (?:(?:{FREE}|possible|workable) )?days?"
    rf"(?: (?:off|free|open|available))?"
    rf"(?: (?:that|which|when)(?= ))?"
    rf"(?: (?:{OWN}?(?:(?:have|has|got|am|is|are|can) )+(?:{FREE}|do|make|come|attend|take)?"
    rf"|works?|work)(?: (?:free|open|off|available|for|with|me|him|her|us|class|classes))*)?"
)
SUITS = r"(?:works?|fits?|suits?|is possible|are possible|(?:is|are) (?:good|fine|ok|okay))"


def only_free(days: str) -> list[str]:
    """Patterns of which `days`, a pattern too, are the only days with time for class."""
    these = rf"(?:(?:on|the) )*(?:{days})"
    return [
        rf"(?:{OWN})?{ONLY} {MINE} {LINKED}{these}(?: {FREE})?",
        rf"(?:{OWN})?(?:am|is|are) (?:only |just )?{FREE} {LINKED}{these}",
        rf"(?:{FREE} (?:only|just|solely)|only {FREE}) {these}",
        rf"{OWN}(?:only |just |do )?(?:have|has|got) (?:(?:got|only|just|my|the) )*{these} {FREE}",
        rf"(?:(?:with|having|have|has|got|keep|there (?:is|are)) )?{ONLY} (?:my |his |her )?{these}"
        rf" (?:(?:is|are|being) )?{FREE}(?: for (?:class|classes|school|me|this))?",
        rf"{ONLY} {these} {SUITS}(?: (?:for|with) (?:me|him|her|us|my schedule))?",
        rf"{ONE_FREE}(?: (?:is|are|being|:|-))? {these}",
        rf"{these} (?:is|are|being) {ONE_FREE}",
        rf"(?:{OWN}(?:can|could) (?:not|never) (?:do|make|attend|come|manage|take) (?:any ?thing|"
        rf"any"
        rf"(?: other)? days?|any other day|class(?:es)?)|no (?:other )?days? (?:works?|is free|"
        rf"but)) "
        rf"(?:but|except|besides|other than|outside(?: of)?) (?:for )?{these}",
    ]
