"""What comes after a course, in words that name no question for it: "having X lets me go on to"."""

from __future__ import annotations

from rag.understanding.words import Text, pattern

# What such words may be read to ask by themselves.
OPEN = ("", "eligible", "description", "schedule")
_AFTER = (
    r"(?:having|after|post|past|beyond|with|once|following|given|now that|finish\S*|complet\S*|"
    r"pass\S*|from|behind me)"
)
_LETS = (
    r"(?:lets?|letting|allows?|allowing|gets?|qualif(?:y|ies)|enables?|permits?|prepares?|leads?|"
    r"takes?|sets?|frees?|moves?)"
)
_ON = (
    r"(?:continue|go on|move on|carry on|proceed|advance|progress|head|go|take|do|register|enroll|"
    r"sign up|on|in|into|to|for|with|next|then|onto|up)"
)
_END = r"(?: (?:[?.!]|-))*"
_NEXT = (
    r"(?:(?:what|which|where|the|my|any|are|is|some|possible|good|comes?|classes|courses|class|"
    r"course|would|be|to|can|could|should|i|you|go|take) )*(?:next|what|then|where|options?|now|"
    r"onwards?|follow ?ups?|next (?:steps?|class(?:es)?|courses?|moves?|up|options?))"
)
# A course and what it lets one do, left open; and the course with "next" or "what" after it.
ONWARD = pattern(
    rf".*{{xs}} (?:\S+ ){{0,2}}?{_LETS} (?:me|you|us|one|someone|students)(?: {_ON})*"
    rf"(?: (?:what|which|where)(?: (?:classes|courses|class|course))?)?{_END}"
    rf"|(?:.* )?{_AFTER}(?: \S+){{0,2}}? {{xs}}(?: (?:,|:|-|is|done|behind me|over|under my belt|"
    rf"out of the way|and|so|i|am))* {_NEXT}{_END}"
    rf"|{{xs}}(?: (?:,|:|-|is|then|done|and|so))* (?:then )?(?:what|{_NEXT}){_END}"
    rf"|(?:{_NEXT}) (?:\S+ )?{_AFTER} (?:\S+ )?{{xs}}{_END}"
    rf"|{{xs}}(?: (?:,|:|-))* (?:the )?(?:follow ?ups?|successors?|next (?:steps?|courses?|"
    rf"class(?:es)?)){_END}"
)


def onward(text: Text, ask: str) -> bool:
    """Whether it is asked what the course named leads to; `ask` is what the words alone ask."""
    return ask in OPEN and "#" in text.line and bool(ONWARD.fullmatch(text.line))
