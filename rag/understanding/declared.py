"""What descriptions declare, as a condition on a list: "which need an audition"."""

from __future__ import annotations

from rag.query import Filter
from rag.understanding.words import Text

# What may be declared, and the words by which a description does.
ASPECTS = {
    "audition": r"auditions?|auditioned|auditioning|try ?outs?",
    "field trip": r"field ?trips?",
    "excursion": "excursions?",
    "interview": "interviews?",
    "portfolio": "portfolios?",
    "concurrent": r"concurrent(?:ly)?(?: (?:enrollment|registration|enrolled|course|class))?",
    "permission": r"(?:instructor |professor )permission|permission (?:of|from) (?:(?:the|an) )?"
    r"{teacher}",
    "consent": r"(?:instructor )?consent(?: (?:of|from) (?:the|an) {teacher})?",
    "internship": "internships?",
    "screening": "screenings?",
    "guest": r"guest (?:speakers?|lecturers?|lectures?)",
}
_WHAT = f"(?P<what>{'|'.join(ASPECTS.values())})"
_THEIR = r"(?:(?:that|which|who|their|its|the|whose) )*(?:descriptions? )?"
_NEED = (
    r"(?:says?|saying|said|mentions?|mentioning|states?|stating|tells?|specif(?:y|ies)|lists?|"
    r"asks? for|requires?|required|requiring|needs?|needing|wants?|involves?|involving|includes?|"
    r"including|has|have|having|with|goes? on|by|ask)"
)
_THAT = (
    r"(?: (?:that|you|i|one|students|we|have|has|need|needs|must|must|required|are|is|there|be|to|"
    r"an?|any|some|the|pass|do|go|on|for|first|about|anything))*"
)
_NOT = r"(?:(?:do|does|did|is|are|will) not|never|not)(?: (?:actually|even))? "
_AFTER = (
    r"(?: (?:to (?:get|be) (?:in|admitted)|needed|required|necessary|at all|first|only|based)"
    r"(?= |$))?"
)
DECLARED = (
    rf"{_THEIR}(?P<no>{_NOT})?{_NEED}{_THAT}(?P<none> (?:no|without))?{_THAT} {_WHAT}{_AFTER}",
    rf"(?:with )?(?P<no>non|no|without|not)(?P<none> (?!.))?(?: (?:-|an?|any|requiring|needing))* "
    rf"{_WHAT}{_AFTER}",
    rf"(?P<no>(?!))?(?P<none>(?!))?{_WHAT}(?= (?:ones?|only|required|needed|based)(?: |$))"
    r"(?: (?:only|required|needed|based))?",
)


def find_declared(text: Text) -> list[Filter]:
    """The conditions on what descriptions declare; each becomes a mark "%"."""
    found = []
    for words in DECLARED:
        while match := text.take(words):
            value = next(
                name for name, said in ASPECTS.items() if Text(match["what"]).has(rf"^(?:{said})")
            )
            no = bool(match["no"] or match["none"])
            found.append(Filter("mentions", (value,), "not" if no else "any"))
    return found
