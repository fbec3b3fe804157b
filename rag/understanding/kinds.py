"""The kinds of section in students' words: "with a lab", "lecture only", "lacking a lab"."""

from __future__ import annotations

from rag.query import Filter
from rag.understanding.levels import NOT, Build

HAVING = (
    r"(?:with|has|have|having|require|requires|required|requiring|need|needs|"
    r"needing|include|includes|including|use|uses|utilize|contain|contains|get|"
    r"list|lists|listing|"
    r"offer|offers)"
)
ANY = (
    r"(?:(?:a|an|any|the|of|some|listed|stated|single|have|having|require|requires|requiring|need|"
    r"needs|needing|include|including|with|be|use|utilize|for|got|ask for|want|"
    r"wanting|to|do|take) )*"
)
LAB = ("Lab", "Lecture-Lab")
# How each kind of section is named.
KINDS = {
    r"labs?|laborator(?:y|ies)": LAB,
    r"discussions?(?: based| style| heavy)?": ("Discussion", "Lecture-Discussion"),
    r"quiz sections?|quiz": ("Quiz",),
    r"lectures?": ("Lecture", "Lecture-Lab", "Lecture-Discussion"),
}
OR_NOT = r"(?:(?<=lab )|(?<=discussion ))or (?:no|not|without)(?: an?)?(?: lab| discussion)?"
PART = r"(?: (?:sections?|sessions?|components?|portions?|parts?|hours?|{class}))?"


def kind_rules() -> list[tuple[str, Build]]:
    """Patterns and what each builds, in the order they are tried."""

    def kind(values: tuple[str, ...], op: str) -> Build:
        return lambda match: [Filter("kind", values, op)]

    both = r"(?:(?:both|have|has|with|a|an|include|includes) )*"
    rows: list[tuple[str, Build]] = [
        (rf"{both}lectures? (?:(?:and|plus|with|/) )?(?:a )?labs?", kind(("Lecture-Lab",), "any")),
        (
            rf"{both}lectures? (?:(?:and|plus|with|/) )?(?:a )?discussions?",
            kind(("Lecture-Discussion",), "any"),
        ),
    ]
    for name, values in KINDS.items():
        part = rf"(?:{name}){PART}"
        rows += [
            (
                rf"(?:{NOT} {ANY}(?:just |in (?:the |a )?)?){part}"
                rf"|(?:as far as|when it comes to|regarding|concerning) {part}"
                r"(?=.*(?:without|not (?:have|having|require|include|need)) "
                r"(?:them|any|one|it)(?: |$))"
                rf"|(?:lack|lacks|lacking|missing|devoid of|free of|omit|omits) {ANY}{part}"
                rf"|(?:in which |where )?(?:(?:a|an|any|the) )?{part} (?:is|are) not (?:required|"
                r"included|needed|there|involved|necessary|mandatory|present|offered|attached)"
                rf"|(?:is|are) (?:(?:a|an|any|the) )?{part} not (?:required|included|needed)",
                kind(values, "not"),
            ),
            (rf"(?:{name}) only|only (?:{name})", kind((values[0],), "any")),
            (
                rf"(?:{HAVING}|as|are|be|that is|that are|there) "
                rf"(?:a |an |any |the |weekly )?{part}",
                kind(values, "any"),
            ),
            (rf"(?:{name}) (?:sections?|sessions?|{{class}})", kind(values, "any")),
            (
                rf"(?:{name})(?= (?:are|is|that|which|on|in|at|meet|meets|%|@\d+|\?|\.)|$)",
                kind(values, "any"),
            ),
        ]
    return rows
