"""Ways of writing that are made one before a question is split into words."""

from __future__ import annotations

import re
from collections.abc import Callable

# Hours as they are spelled, from one on.
_HOURS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip


def _hour(match: re.Match[str]) -> str:
    """'five' -> '5'."""
    return str(_HOURS.index(match[1].lower()) + 1)


# What stands after an hour and its minutes in words.
_CLOCK = r"(?=\s?(?:am\b|pm\b|[ap]\.m|o'clock|in the (?:morning|afternoon|evening)|at night))"
_MINUTES = {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}


def _clock(match: re.Match[str]) -> str:
    """'six forty' -> '6:40'."""
    minute = _MINUTES[match[2].lower()] + 5 * bool(match[3])
    return f"{_hour(match)}:{minute}"


def _spaced(match: re.Match[str]) -> str:
    """'10 30' -> '10:30'."""
    return ":".join(group for group in match.groups() if group)


# What is seen, whatever its case, and what it becomes; in this order.
BEFORE: list[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]] = [
    (re.compile(seen, re.IGNORECASE), becomes)
    for seen, becomes in (
        ("[\u2018\u2019\u02bc`\u00b4]", "'"),
        ("[\u2010-\u2015\u2212]+", "-"),
        (r"\b(a|any|the|what|which) (?!(?-i:CLAS)\b)clas\b(?! ?\d)", r"\1 class"),
        (r"\b(?:between|during|within|in|from) the hours? (?:of|from) (?=\d|noon)", "between "),
        (r"\b(?:in|with) (?:reference|relation|regards?|respect) to\b", "for"),
        # "Compare em", but not EM 550 or an EM class.
        (
            r"(?<=\w )(?-i:em)\b(?!\.| ?\d| (?:class|course|elective|major|minor|department|dept)"
            r"(?:e?s)?\b)",
            "them",
        ),
        (
            r"^\s*(?:(?:hi|hello|so|please),? )*(?:i(?:'d| would) (?:really )?like to know|"
            r"i want to know|i(?:'m| am) wondering|i wonder|tell me|(?:can|could) you tell me|"
            r"do you know|let me know),? (?:if|whether) "
            r"(?!my |our |i |we )",
            "is it true that ",
        ),
        (
            r"^\s*(?:i(?:'d| would) (?:really )?like to know|i want to know|i need to know),? "
            r"(?=what|which|when|who|where|how|the )",
            "",
        ),
        (r"\b(?:is|was) there (?:any|ever a|a) time (?:when|that) ", "is it true that "),
        (r"\b(?:having|with|has|have) a value of\b", "worth"),
        (r"^\s*(?:the )?length of (?!(?:the )?(?:list|file))", "how long is "),
        (r"\btaking place\b", "meeting"),
        (r"\benrol(?=ment\b|s?\b)", "enroll"),
        (r"\bwhich 1\b", "which one"),
        (r"\bcr ?/ ?nc\b", "cr nc"),
        (r"\bwhat on earth\b", "what"),
        (
            r"\b(?:credits?|units?) (?:are|is) "
            r"(below|under|less than|fewer than|above|over|more than|at least|at most) (\d+)\b",
            r"\1 \2 units",
        ),
        (r"\b(?:can|could|may) be found\b", "are there"),
        (r"\b(?:are|is) running (?=in|this|during|now)", "are offered "),
        (r"\bcurrent (?=semester|term)", "this "),
        (r"\blet (?:me|us) know\b", "tell me"),
        (
            r"\bwithin (?=\d\d?(?::\d\d)?\s?(?:[ap]\.?m\.?)? (?:and|to|-) \d\d?(?::|\s?[ap]\.?m))",
            "between ",
        ),
        (r"^\s*(?:and )?(?:speaking|talking) of (?=[^?.!]*[,?])", "for "),
        (r"\b([ap])\.\s?m\b\.?", r"\1m"),
        # The letter of a section tells whether the department clears it: "an open (R) section".
        (r"\b(?:an? )?(?:open )?(?:\(R\)|R)[- ]sections?\b", "no d clearance"),
        (r"\b(?:\(D\)|D)[- ]sections?\b", "d clearance"),
        (
            r"(?:\bnot|n\s?'?t)(?: (?:be|super|too|so|totally|completely|that|as))* "
            r"(?:boring|dull|lame)\b",
            " fun",
        ),
        (r"\bi\.\s?e\b\.?", " that is "),
        (
            rf"\b({'|'.join(_HOURS)})[ -](fifteen|twenty|thirty|forty|fifty)"
            rf"(?:[ -](five))?{_CLOCK}",
            _clock,
        ),
        # "O.T. five oh one", "C.S. 104"
        (r"\b([a-z])\.\s?([a-z])\.(?=\s?(?:\d{3}|one|two|three|four|five|six|seven)\b)", r"\1\2 "),
        (r"\band\s?/\s?or\b", "or"),
        (r"\bm/w/f\b", "mwf"),
        (r"\bm/w\b", "mw"),
        (r"\bw/f\b", "wf"),
        (r"\b(prof|profs|dr|mr|mrs|dept|depts|vs|intro|approx|spr)\.(?=\s|$)", r"\1"),
        (r"\bu\.s\.(?:a\.)?", "us"),
        (r"\bph\.?\s?d\b\.?", "phd"),
        (r"\bb\.\s?(a|s|f\.?a)\b\.?(?=\s|$)", r"b\1"),
        (r"(?<!\w)'([^']{2,40})'(?!\w)", r" \1 "),
        (r"\s?n\s?'\s?t\b", " not"),
        (r"(?<=\w)\s?'\s?(ve|re|ll|m|d)\b", r" '\1"),
        (r"(?<=\w)\s?'\s?s\b", " 's"),
        (r"(?<=s)'(?=\s|$)", " 's"),
        (
            r"\bwho(?: is|'s)? (?:also )?(?:conduct|direct|lead|run|head|instruct|lectur)"
            r"(?:e?s|ing|ning)?(?: (?:in|for))?"
            r"(?=\s*(?:$|[?.!,;&+]|and\b|it\b|this\b|that\b|them\b|those\b|these\b|each\b|"
            r"both\b|all\b|the (?:\w+ )?(?:class|course|one|section|lecture|seminar|ensemble)s?\b|"
            r"[a-z]{2,4} ?\d{3}))|\bwho(?: is|'s) in charge(?: of (?=it\b|this\b|that\b|them\b|"
            r"those\b|these\b|each\b|the (?:\w+ )?(?:class|course|one|section)s?\b)|"
            r"(?=\s*[?.!,]*$))",
            "who teaches ",
        ),
        (r"\bd[\s-]?(?:clearances?|clear(?:ed)?|class clearance)\b", "dclearance"),
        (
            r"\bpre[\s-]*(?:req(?:uisite)?s?|requisits?)\b|\bprere?q(?:ui?s)?\b",
            "prereqs",
        ),
        (r"\bprere?q(?:ui|iu|u|i)?s[ia]?te?s?\b", "prereqs"),
        (r"\bo\s?'?\s?clock\b", "o'clock"),
        (rf"\b({'|'.join(_HOURS)})(?=\s?(?:am|pm|o'clock)\b)", _hour),
        (
            rf"(?:(?<=before )|(?<=after )|(?<=until )|(?<=past ))({'|'.join(_HOURS)})"
            r"(?=\s*(?:$|[?.,!;]))",
            _hour,
        ),
        (rf"\b({'|'.join(_HOURS)})(?= or (?:later|after|earlier|before)\b)", _hour),
        (
            r"\b(\d{1,2}(?::\d\d)?) (?:o'clock )?(?:in the (?:afternoon|evening)|at night)\b",
            r"\1 pm",
        ),
        (r"\b(\d{1,2}(?::\d\d)?) (?:o'clock )?in the morning\b", r"\1 am"),
        # "At 10 30".
        (
            r"(?<=\b[ab][ty] )(1[0-2]|[1-9]) ([0-5][05])\b(?! ?(?:units?|credits?|courses?|[:/-]))"
            r"|(?<=\baround )(1[0-2]|[1-9]) ([0-5][05])\b"
            r"|(?<=\bafter )(1[0-2]|[1-9]) ([0-5][05])\b"
            r"|(?<=\bbefore )(1[0-2]|[1-9]) ([0-5][05])\b",
            _spaced,
        ),
        (r"\bwh?at?cha got\b", "what do you have"),
        (r"\b([1-9])(?:xx|\*\*|__|--)(?!\w)(?:[- ]?levels?\b)?", r"\g<1>00s"),
        (r"\b(\d+)\s?us?\b", r"\1 units"),
        (r"(?<=\w)[ -]uniter(s?)\b", r" unit one\1"),
        # What costs least in units has the fewest.
        (
            r"\b(?:is|are) the (?:cheapest|least (?:expensive|costly))(?: \w+)?,? "
            r"(?:in|by|on|for|in terms of|unit|credit)[ -]?(?:wise|units?|credits?)\b",
            "has the fewest units",
        ),
        (
            r"\b(?:cheapest|least (?:expensive|costly))((?: \w+){0,3}?),? "
            r"(?:in|by|on|for|in terms of) (?:units?|credits?)\b",
            r"\1 with the fewest units",
        ),
        (
            r"\bhay (?:algun(?:os|as?)? )?(?:clases?|cursos?|materias?) (?:de|en|sobre)\b",
            "are there any classes in",
        ),
        (r"\b(\d+)(am|pm|units?|credits?|levels?)\b", r"\1 \2"),
        (r"(?<!\S)#\s?(?=[1-9]\b)", "number "),
        (r"(?<=\d)\.0\b", ""),
        (r"\bhw(?= (?:long|many|much|often|does|do|is|are)\b)", "how"),
        (r"(?<=\w)\s+-(?=[^\W\d_])", " "),
        (r"\s*[-=]+>\s*", " then "),
        # "(5pm on)", but not "2pm on offer".
        (r"((?:\d ?[ap]m|\bnoon)) on(?=\s*(?:[),;.?!]|$))", r"\1 onwards"),
        # A "faster italian class" is an accelerated one.
        (
            r"\b(?:faster|quicker|speedier|fast[- ]?track)(?: paced)?"
            r"(?= (?!way|path|route)[a-z]+ (?:class|course)(?:e?s)?\b)",
            "accelerated",
        ),
        (r"&|(?<=\w)\s+'?n'?\s+(?=\w)", " and "),
        (r"\bw/\s?o(?:ut)?\b", "without"),
        (r"\bw/\s?", "with "),
        (r"(?<=[^\W\d_])-(?=\w)|(?<=\d)-(?=[^\W\d_])", " "),
    )
]
